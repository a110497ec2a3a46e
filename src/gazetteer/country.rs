//! The types for a country and for what a name can mean.

use super::form::Form;
use super::grouping::GroupingId;
use crate::model::CountryCode;

/// A country or territory of ISO 3166-1.
#[derive(Debug)]
pub struct Country {
    /// The alpha-2 code of ISO 3166-1.
    pub code: CountryCode,
    /// The English short name.
    pub name: &'static str,
    /// The sub-region in the United Nations standard M49.
    pub region: &'static str,
    /// The alpha-3 code of ISO 3166-1.
    pub alpha3: &'static str,
    /// The forms of its name, the English name first.
    pub forms: Vec<Form>,
}

/// A country or grouping that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A country.
    Country(CountryCode),
    /// A grouping.
    Grouping(GroupingId),
}
