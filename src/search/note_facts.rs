//! Who speaks, as filters tell it.

use crate::gazetteer::{Named, spaced};
use crate::model::NoteKind;

/// What filters ask of a note.
#[derive(Debug, Default)]
pub(super) struct NoteFacts {
    /// The countries and groupings that it is about.
    pub about: Vec<Named>,
    /// What it records.
    pub kind: NoteKind,
    /// Who spoke.
    pub speaker: Option<SpeakerIdentity>,
    /// The number of its guiding question, from 1.
    pub question: Option<usize>,
}

/// Somebody who speaks: the same under another name of theirs.
#[derive(Debug)]
pub(super) struct SpeakerIdentity {
    name: String,
    /// What the name stands for; nothing where it is a free one.
    pub named: Vec<Named>,
}

impl SpeakerIdentity {
    /// Somebody of that name, which stands for these.
    pub(super) fn new(name: &str, named: Vec<Named>) -> Self {
        Self {
            name: spaced(name),
            named,
        }
    }

    /// Whether it is the same as another.
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        self.name == other.name || self.named.iter().any(|one| other.named.contains(one))
    }
}
