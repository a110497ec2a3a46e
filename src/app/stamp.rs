//! What a note says beside its words: who spoke, what it records, on which question, about what.

use crate::model::{Anchor, Author, Briefing, EntryId, Note, NoteKind, Speaker};

use super::{Captured, Moment};

/// What a note says beside its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Who spoke.
    pub speaker: Option<Speaker>,
    /// What it records.
    pub kind: NoteKind,
    /// The guiding question.
    pub question: Option<EntryId>,
    /// What it is about.
    pub anchor: Option<Anchor>,
}

impl Stamp {
    /// What a note says.
    pub fn of(note: &Note) -> Self {
        Self {
            speaker: note.speaker.clone(),
            kind: note.kind,
            question: note.question.clone(),
            anchor: note.anchor.clone(),
        }
    }

    /// Puts it on a note.
    pub(super) fn put_on(self, note: &mut Note) {
        let Self {
            speaker,
            kind,
            question,
            anchor,
        } = self;
        (note.speaker, note.kind) = (speaker, kind);
        (note.question, note.anchor) = (question, anchor);
    }

    /// A new note of these words.
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
    /// What is given, with what is typed instead where it is.
    pub fn stamped(&self, given: Stamp, briefing: Option<&Briefing>) -> Stamp {
        let named = briefing.zip(self.paragraph);
        let named = named.and_then(|(briefing, paragraph)| Anchor::to(briefing, paragraph));
        let speaker = given.speaker.filter(|_| !self.is_nobodys);
        Stamp {
            speaker: self.speaker.clone().or(speaker),
            kind: self.kind.unwrap_or(given.kind),
            question: self.question.clone().or(given.question),
            anchor: named.or(given.anchor),
        }
    }

    /// The words, with the dots that go on with nothing.
    pub fn words(&self) -> String {
        if self.continues {
            format!("... {}", self.text).trim_end().to_owned()
        } else {
            self.text.clone()
        }
    }
}
