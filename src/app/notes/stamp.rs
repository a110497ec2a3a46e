//! The stamp of a note: every field that a person sets, other than the text.

use crate::model::{Anchor, Author, Briefing, EntryId, Note, NoteKind, Speaker};

use super::super::event::Moment;
use super::grammar::Captured;

/// The fields of a note other than its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// The speaker.
    pub speaker: Option<Speaker>,
    /// The kind.
    pub kind: NoteKind,
    /// The guiding question.
    pub question: Option<EntryId>,
    /// The paragraph or entry.
    pub anchor: Option<Anchor>,
}

impl Stamp {
    /// Returns the stamp of a note.
    pub fn of(note: &Note) -> Self {
        Self {
            speaker: note.speaker.clone(),
            kind: note.kind,
            question: note.question.clone(),
            anchor: note.anchor.clone(),
        }
    }

    /// Sets the fields of a note.
    pub(in crate::app) fn put_on(self, note: &mut Note) {
        let Self {
            speaker,
            kind,
            question,
            anchor,
        } = self;
        (note.speaker, note.kind) = (speaker, kind);
        (note.question, note.anchor) = (question, anchor);
    }

    /// Creates a note with this text.
    pub fn note(self, moment: &Moment, text: String, author: Author) -> Note {
        Note {
            id: moment.fresh_id.clone(),
            rev: 1,
            at: moment.now.clone(),
            kind: self.kind,
            speaker: self.speaker,
            question: self.question,
            anchor: self.anchor,
            text,
            deleted: false,
            settles: Vec::new(),
            author,
        }
    }
}

impl Captured {
    /// Returns the given stamp with the typed fields in place of its own.
    pub fn stamped(&self, given: Stamp, briefing: Option<&Briefing>) -> Stamp {
        let named = briefing.zip(self.paragraph);
        let named = named.and_then(|(briefing, paragraph)| Anchor::to(briefing, paragraph));
        let speaker = given.speaker.filter(|_| !self.has_no_speaker);
        Stamp {
            speaker: self.speaker.clone().or(speaker),
            kind: self.kind.unwrap_or(given.kind),
            question: self.question.clone().or(given.question),
            anchor: named.or(given.anchor),
        }
    }

    /// Returns the text for a note that continues no other: leading dots that were typed stay.
    pub fn words(&self) -> String {
        if self.continues {
            format!("... {}", self.text).trim_end().to_owned()
        } else {
            self.text.clone()
        }
    }
}
