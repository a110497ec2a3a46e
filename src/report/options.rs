//! Which report is wanted.

use serde::Serialize;

use super::wording::Language;

/// How much of a report is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Face {
    /// Without attribution outside practices and commitments.
    #[default]
    Clean,
    /// The same, and the attributed record.
    Annex,
    /// The page for the oral report alone.
    Brief,
}

impl Face {
    /// The next one, from the last to the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Clean => Self::Annex,
            Self::Annex => Self::Brief,
            Self::Brief => Self::Clean,
        }
    }

    /// The one before.
    #[must_use]
    pub const fn previous(self) -> Self {
        self.next().next()
    }
}

/// Which report is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Options {
    /// How much of it.
    pub face: Face,
    /// With counts and numbers of notes, for those who write it.
    pub is_working: bool,
    /// No draft any more.
    pub is_final: bool,
    /// The language of the fixed words.
    pub language: Language,
}
