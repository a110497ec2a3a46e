//! The sort orders of the countries.

use crate::messages::CountryOrderLabel;

/// A sort order of the countries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountryOrder {
    /// By name.
    #[default]
    Name,
    /// By number of paragraphs, most first.
    Count,
    /// By region of the world.
    Region,
    /// By the partnerships of their examples.
    Partnership,
}

impl CountryOrder {
    /// Returns its label.
    pub const fn label(self) -> CountryOrderLabel {
        match self {
            Self::Name => CountryOrderLabel::Name,
            Self::Count => CountryOrderLabel::Count,
            Self::Region => CountryOrderLabel::Region,
            Self::Partnership => CountryOrderLabel::Partnership,
        }
    }

    /// Returns the next order.
    pub(in crate::app) const fn next(self) -> Self {
        match self {
            Self::Name => Self::Count,
            Self::Count => Self::Region,
            Self::Region => Self::Partnership,
            Self::Partnership => Self::Name,
        }
    }

    /// Returns the previous order.
    pub(in crate::app) const fn previous(self) -> Self {
        match self {
            Self::Name => Self::Partnership,
            Self::Count => Self::Name,
            Self::Region => Self::Count,
            Self::Partnership => Self::Region,
        }
    }
}
