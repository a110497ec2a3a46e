//! Groupings of countries, and who belongs to them when.

use jiff::civil::Date;

use super::form::Form;
use crate::model::CountryCode;

/// A grouping, by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupingId(pub(super) u8);

/// A named set of countries with dated membership.
#[derive(Debug)]
pub struct Grouping {
    /// The short name that it is known by: `ECOWAS`.
    pub short: &'static str,
    /// Its full name.
    pub name: &'static str,
    /// All that it is called.
    pub forms: Vec<Form>,
    /// Who belongs or belonged to it.
    pub memberships: Vec<Membership>,
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
