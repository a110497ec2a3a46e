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
        let mut is_sorted = true;
        for revision in revisions {
            match revision.into() {
                Record::Note(note) => is_sorted &= self.take(note),
                Record::Turn(turn) => match self.turns.get(&turn.id) {
                    Some(known) if turn_precedence(known) >= turn_precedence(&turn) => (),
                    _ => drop(self.turns.insert(turn.id.clone(), turn)),
                },
            }
        }
        if !is_sorted {
            let by_id = &self.by_id;
            self.order.sort_by_cached_key(|id| {
                (by_id.get(id).map(|note| note.at.timestamp()), id.clone())
            });
        }
    }

    /// Takes a note in; `false` where the order has to be worked out anew. The newest note comes
    /// last, as nearly all do that are taken in one by one.
    fn take(&mut self, note: Note) -> bool {
        let key = (note.at.timestamp(), note.id.clone());
        match self.by_id.get(&note.id) {
            Some(known) if precedence(known) >= precedence(&note) => true,
            Some(known) => {
                let stays = known.at.timestamp() == key.0;
                self.by_id.insert(note.id.clone(), note);
                stays
            }
            None => {
                let last = self.order.last().and_then(|id| self.by_id.get(id));
                let is_last =
                    last.is_none_or(|last| (last.at.timestamp(), &last.id) < (key.0, &key.1));
                self.order.push(note.id.clone());
                self.by_id.insert(note.id.clone(), note);
                is_last
            }
        }
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
        let key = |id: &NoteId| self.by_id.get(id).map(|note| note.at.timestamp());
        let wanted = (key(id), id);
        let at = self
            .order
            .binary_search_by(|other| (key(other), other).cmp(&wanted));
        at.ok().map(|index| index + 1)
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
