//! The union of all notes and turns of a briefing.

use std::collections::BTreeMap;

use super::{Note, NoteId, Record, Turn};

/// All notes by id, each in its newest revision, in the order in which they were written.
///
/// The same whatever the order in which revisions arrive. A deleted note keeps its number, so that
/// the others keep theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    by_id: BTreeMap<NoteId, Note>,
    order: Vec<NoteId>,
    turns: BTreeMap<NoteId, Turn>,
}

impl Notes {
    /// Takes revisions in, in any order; of two with the same number an edit beats a delete.
    pub fn extend(&mut self, revisions: impl IntoIterator<Item = impl Into<Record>>) {
        for revision in revisions {
            match revision.into() {
                Record::Note(note) => match self.by_id.get(&note.id) {
                    Some(known) if precedence(known) >= precedence(&note) => (),
                    _ => drop(self.by_id.insert(note.id.clone(), note)),
                },
                Record::Turn(turn) => match self.turns.get(&turn.id) {
                    Some(known) if turn_precedence(known) >= turn_precedence(&turn) => (),
                    _ => drop(self.turns.insert(turn.id.clone(), turn)),
                },
            }
        }
        self.order = self.by_id.keys().cloned().collect();
        self.order
            .sort_by_cached_key(|id| self.by_id.get(id).map(|note| note.at.timestamp()));
    }

    /// Number (from 1) and note of all that are not deleted, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (usize, &Note)> {
        let numbered = self.order.iter().enumerate();
        let notes = numbered.filter_map(|(index, id)| Some((index + 1, self.by_id.get(id)?)));
        notes.filter(|(_, note)| !note.deleted)
    }

    /// How many there are with the deleted ones: the highest number.
    pub fn numbered(&self) -> usize {
        self.order.len()
    }

    /// How many are not deleted.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there is none that is not deleted.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// The newest revision of a note, deleted or not.
    pub fn get(&self, id: &NoteId) -> Option<&Note> {
        self.by_id.get(id)
    }

    /// The newest revision of a note or turn, deleted or not.
    pub fn record(&self, id: &NoteId) -> Option<Record> {
        let note = self.by_id.get(id).cloned().map(Record::Note);
        note.or_else(|| self.turns.get(id).cloned().map(Record::Turn))
    }

    /// The turns on the floor that are not deleted, oldest first.
    pub fn turns(&self) -> Vec<&Turn> {
        let there = self.turns.values().filter(|turn| !turn.deleted);
        let mut turns: Vec<_> = there.collect();
        turns.sort_by_key(|turn| turn.from.timestamp());
        turns
    }

    /// The number of a note, from 1, deleted or not.
    pub fn number(&self, id: &NoteId) -> Option<usize> {
        self.order
            .iter()
            .position(|known| known == id)
            .map(|index| index + 1)
    }
}

/// Which of two revisions of one note is shown: the greater. The tail only breaks ties, so that
/// everybody sees the same.
fn precedence(note: &Note) -> impl PartialOrd + use<'_> {
    let Note {
        rev,
        at,
        kind,
        speaker,
        question,
        anchor,
        text,
        deleted,
        author,
        ..
    } = note;
    (
        *rev,
        !*deleted,
        at.timestamp(),
        text,
        kind,
        speaker,
        question,
        anchor,
        author,
    )
}

/// The same for turns.
fn turn_precedence(turn: &Turn) -> impl PartialOrd + use<'_> {
    let Turn {
        rev,
        speaker,
        from,
        to,
        deleted,
        author,
        ..
    } = turn;
    (
        *rev,
        !*deleted,
        from.timestamp(),
        to.timestamp(),
        speaker,
        author,
    )
}
