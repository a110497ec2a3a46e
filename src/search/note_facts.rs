//! The facts of a note that filters check, and the identity of its speaker.

use crate::gazetteer::{Named, spaced};
use crate::model::NoteKind;

/// The facts of a note that filters check.
#[derive(Debug, Default)]
pub(super) struct NoteFacts {
    /// The countries and groupings that it is about.
    pub about: Vec<Named>,
    /// The kind of the note.
    pub kind: NoteKind,
    /// The speaker, if one is known.
    pub speaker: Option<SpeakerIdentity>,
    /// The number of its guiding question, from 1.
    pub question: Option<usize>,
}

/// A speaker, the same under all names of a country or grouping.
#[derive(Debug)]
pub(super) struct SpeakerIdentity {
    name: String,
    /// The countries and groupings that the name means; empty for any other name.
    pub named: Vec<Named>,
}

impl SpeakerIdentity {
    /// Creates an identity from a name and the countries and groupings that it means.
    pub(super) fn new(name: &str, named: Vec<Named>) -> Self {
        Self {
            name: spaced(name),
            named,
        }
    }

    /// Returns whether both speakers have the same name, or mean the same country or grouping.
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        self.name == other.name || self.named.iter().any(|one| other.named.contains(one))
    }
}
