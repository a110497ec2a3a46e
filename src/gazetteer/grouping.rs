//! Groupings of countries with dated membership.

use jiff::civil::Date;

use super::form::Form;
use crate::model::CountryCode;

/// A grouping, as its index in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupingId(pub(super) u8);

/// A named set of countries with dated membership.
#[derive(Debug)]
pub struct Grouping {
    /// The short name that it is known by: `ECOWAS`.
    pub short: &'static str,
    /// The full name.
    pub name: &'static str,
    /// The forms of its name.
    pub forms: Vec<Form>,
    /// The present and former memberships.
    pub memberships: Vec<Membership>,
}

/// A membership of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The member.
    pub code: CountryCode,
    /// The first day, or the earliest date if unknown.
    pub from: Date,
    /// The first day after the membership, or the latest date if there is no end.
    pub until: Date,
}

impl Grouping {
    /// Returns the short name if it is one of the forms, else the full name.
    pub fn label(&self) -> &'static str {
        let is_written = self.forms.iter().any(|form| form.written == self.short);
        if is_written { self.short } else { self.name }
    }

    /// Returns whether a country is a member on a day; without a day, whether its membership has no
    /// end.
    pub fn has(&self, code: CountryCode, day: Option<Date>) -> bool {
        let day = day.unwrap_or(Date::MAX);
        let holds =
            |one: &Membership| one.from <= day && (day < one.until || one.until == Date::MAX);
        let mut own = self.memberships.iter().filter(|one| one.code == code);
        own.any(holds)
    }

    /// Returns the members on a day, by code.
    pub fn members(&self, day: Option<Date>) -> Vec<CountryCode> {
        let codes = self.memberships.iter().map(|one| one.code);
        let mut members: Vec<_> = codes.filter(|code| self.has(*code, day)).collect();
        members.sort_unstable();
        members.dedup();
        members
    }
}
