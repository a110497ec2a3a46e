//! Countries, and what a name may name: one of them, or a grouping.

use super::form::Form;
use super::grouping::GroupingId;
use crate::model::CountryCode;

/// A country or territory of ISO 3166-1.
#[derive(Debug)]
pub struct Country {
    /// Its code.
    pub code: CountryCode,
    /// Its English short name.
    pub name: &'static str,
    /// Its sub-region in the standard M49 of the United Nations.
    pub region: &'static str,
    /// Its code in the form of ISO 3166-1 alpha-3.
    pub alpha3: &'static str,
    /// All that it is called, the English name first.
    pub forms: Vec<Form>,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A country.
    Country(CountryCode),
    /// A grouping.
    Grouping(GroupingId),
}
