//! What countries and groupings are called, and who belongs together when.

use jiff::civil::Date;

use super::tables::{Grouping, tables};
use crate::model::CountryCode;

/// What a form is to the country or grouping that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A name: short, official, variant or former.
    Name,
    /// The people, or one of them: Malians.
    Demonym,
    /// What is of the country, and often its language: French.
    Adjective,
    /// Letters that stand for the name, exactly as written: UK.
    Abbreviation,
    /// The capital.
    Capital,
    /// Something that names the country only sometimes: America.
    Perhaps,
    /// What stands for the country in a compound, before a hyphen: Franco-Malian.
    Prefix,
    /// A language that is no nationality: English.
    Language,
}

impl FormKind {
    /// The kind that a cell of the table says.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "name" | "official" | "variant" | "former" => Self::Name,
            "demonym" => Self::Demonym,
            "adjective" => Self::Adjective,
            "abbreviation" => Self::Abbreviation,
            "capital" => Self::Capital,
            "perhaps" => Self::Perhaps,
            "prefix" => Self::Prefix,
            "language-only" => Self::Language,
            _ => return None,
        })
    }
}

/// Something that a country or grouping is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// As people write it.
    pub written: &'static str,
    /// What it is.
    pub kind: FormKind,
    /// The language that it is written in: `en`, `fr`, `es` or `pt`.
    pub language: &'static str,
}

impl Form {
    /// Whether it is English, or the same in all languages.
    pub fn is_english(&self) -> bool {
        self.language == "en"
    }
}

/// A grouping, by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupingId(pub(super) u8);

impl GroupingId {
    /// The grouping.
    pub fn get(self) -> &'static Grouping {
        static NONE: Grouping = Grouping {
            short: "",
            name: "",
            forms: Vec::new(),
            memberships: Vec::new(),
        };
        let groupings = &tables().groupings;
        groupings.get(usize::from(self.0)).unwrap_or(&NONE)
    }
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A country.
    Country(CountryCode),
    /// A grouping.
    Grouping(GroupingId),
}

/// That a country belongs to a grouping, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The member.
    pub code: CountryCode,
    /// Its first day.
    pub from: Date,
    /// The first day on which it is no member any more.
    pub until: Date,
}

impl Grouping {
    /// What to call it in a word or few: the short name where people write that, else the full one.
    pub fn label(&self) -> &'static str {
        let is_written = self.forms.iter().any(|form| form.written == self.short);
        if is_written { self.short } else { self.name }
    }

    /// Whether a country is a member on a day; without a day, whether it is one for good.
    pub fn has(&self, code: CountryCode, day: Option<Date>) -> bool {
        let day = day.unwrap_or(Date::MAX);
        let holds =
            |one: &Membership| one.from <= day && (day < one.until || one.until == Date::MAX);
        let mut own = self.memberships.iter().filter(|one| one.code == code);
        own.any(holds)
    }

    /// The members on a day, by code.
    pub fn members(&self, day: Option<Date>) -> Vec<CountryCode> {
        let codes = self.memberships.iter().map(|one| one.code);
        let mut members: Vec<_> = codes.filter(|code| self.has(*code, day)).collect();
        members.sort_unstable();
        members.dedup();
        members
    }
}
