//! The options of a report.

use serde::Serialize;

use crate::messages::Language;

/// The parts of a report to write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Face {
    /// The whole report, with speakers named only in practices, commitments and the list of
    /// speakers.
    #[default]
    Clean,
    /// The clean report, then all notes with their speakers.
    Annex,
    /// One page for the oral report: key messages, commitments, next steps.
    Brief,
}

impl Face {
    /// Returns the next one; the first follows the last.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Clean => Self::Annex,
            Self::Annex => Self::Brief,
            Self::Brief => Self::Clean,
        }
    }

    /// Returns the previous one; the last precedes the first.
    #[must_use]
    pub const fn previous(self) -> Self {
        self.next().next()
    }
}

/// The options that every format understands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Options {
    /// The parts to write.
    pub face: Face,
    /// Whether numbers of notes, paragraphs and delegations are printed, for the authors.
    pub is_working: bool,
    /// Whether the word DRAFT is left out.
    pub is_final: bool,
    /// The language of names and fixed words.
    pub language: Language,
}
