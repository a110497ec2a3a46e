//! The union of all notes and turns of a briefing.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::mem;
use std::sync::Arc;

use jiff::Timestamp;

use super::{Author, Note, NoteId, Record, Turn};

/// All notes by id, each in its newest revision, in the order in which they were written.
///
/// The same whatever the order in which revisions arrive. A deleted note keeps its number, so that
/// the others keep theirs. What several people made of a note at the same time is all kept. A copy
/// shares the notes with what it was made of: whoever indexes has one while others come in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// In the order of time, the number of each one more than its place: all are gone through more
    /// often than one is taken in.
    all: Vec<Arc<Newest>>,
    places: BTreeMap<NoteId, usize>,
    turns: BTreeMap<NoteId, Turn>,
    /// How many notes are not deleted: asked for at each frame.
    live: usize,
}

/// The newest revision of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Newest {
    shown: Note,
    /// Others with the same number and other content, the greatest first; none of them deleted.
    also: Vec<Note>,
}

impl Notes {
    /// Takes revisions in, in any order; of those with the same number edits beat a delete.
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
            self.all.sort_by(|one, other| one.age().cmp(&other.age()));
            let ids = self.all.iter().map(|newest| newest.shown.id.clone());
            self.places = ids.zip(0..).collect();
        }
    }

    /// Takes a note in; `false` where the order has to be worked out anew. The newest note comes
    /// last, as nearly all do that are taken in one by one.
    fn take(&mut self, note: Note) -> bool {
        let place = self.places.get(&note.id);
        if let Some(newest) = place.and_then(|place| self.all.get_mut(*place)) {
            let newest = Arc::make_mut(newest);
            let (at, was_live) = (newest.shown.at.timestamp(), !newest.shown.deleted);
            newest.take(note);
            self.live += usize::from(!newest.shown.deleted);
            self.live -= usize::from(was_live);
            return newest.shown.at.timestamp() == at;
        }
        self.places.insert(note.id.clone(), self.all.len());
        self.live += usize::from(!note.deleted);
        let newest = Newest {
            shown: note,
            also: Vec::new(),
        };
        let last = self.all.last();
        let is_last = last.is_none_or(|last| last.age() < newest.age());
        self.all.push(Arc::new(newest));
        is_last
    }

    /// Number (from 1) and note of all that are not deleted, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (usize, &Note)> {
        let notes = self.all.iter().map(|newest| &newest.shown);
        let numbered = notes.enumerate().map(|(place, note)| (place + 1, note));
        numbered.filter(|(_, note)| !note.deleted)
    }

    /// How many there are with the deleted ones: the highest number.
    pub fn numbered(&self) -> usize {
        self.all.len()
    }

    /// How many are not deleted.
    pub const fn len(&self) -> usize {
        self.live
    }

    /// Whether there is none that is not deleted.
    pub const fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// The newest revision of a note, deleted or not; of several the greatest.
    pub fn get(&self, id: &NoteId) -> Option<&Note> {
        self.newest(id).map(|newest| &newest.shown)
    }

    /// What others made of a note at the same time, the greatest first. The next revision settles
    /// which of them holds.
    pub fn also(&self, id: &NoteId) -> &[Note] {
        self.newest(id).map_or(&[], |newest| &newest.also)
    }

    fn newest(&self, id: &NoteId) -> Option<&Newest> {
        self.all.get(*self.places.get(id)?).map(Arc::as_ref)
    }

    /// The newest revision of a note or turn, deleted or not.
    pub fn record(&self, id: &NoteId) -> Option<Record> {
        let note = self.get(id).cloned().map(Record::Note);
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
        self.places.get(id).map(|place| place + 1)
    }
}

impl Newest {
    /// What says which of two notes comes first.
    fn age(&self) -> (Timestamp, &NoteId) {
        (self.shown.at.timestamp(), &self.shown.id)
    }

    /// Takes another revision of the note in.
    fn take(&mut self, note: Note) {
        let weight = |note: &Note| (note.rev, !note.deleted);
        match weight(&note).cmp(&weight(&self.shown)) {
            Ordering::Less => (),
            Ordering::Equal => self.add(note),
            // Whoever wrote it knew the others, or the others only took the note away.
            Ordering::Greater => {
                self.also.clear();
                self.shown = note;
            }
        }
    }

    /// Takes in what somebody else made of the note at the same time.
    fn add(&mut self, note: Note) {
        let mut all = mem::take(&mut self.also);
        all.push(self.shown.clone());
        match all.iter_mut().find(|known| known.says_the_same(&note)) {
            Some(known) if known.precedence() < note.precedence() => *known = note,
            Some(_) => (),
            None => all.push(note),
        }
        all.sort_by(|one, other| other.precedence().cmp(&one.precedence()));
        self.shown = all.remove(0);
        self.also = all;
    }
}

/// Which of two revisions of one turn is shown: the greater.
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
        // As for a note: in nobody's file yet is less than in somebody's.
        (*author != Author::default(), author),
    )
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::model::{NoteKind, Speaker};

    fn revision() -> impl Strategy<Value = Note> {
        let written = (0..3_usize, 1..4_u32, 0..3_i64, 0..3_usize);
        (written, any::<[bool; 2]>(), 0..3_usize).prop_map(
            |((id, rev, second, text), [deleted, has_speaker], author)| Note {
                id: NoteId::new(["a", "b", "c"][id]).unwrap(),
                rev,
                at: jiff::Timestamp::from_second(second)
                    .unwrap()
                    .to_zoned_datetime(jiff::tz::TimeZone::UTC),
                kind: NoteKind::Note,
                speaker: has_speaker.then(|| Speaker("ML".to_owned())),
                question: None,
                anchor: None,
                text: ["one", "two", "three"][text].to_owned(),
                deleted,
                author: Author::from_folded(["ana", "bruno", ""][author]),
            },
        )
    }

    /// What is seen of a note: the greatest revision, and the others beside it.
    fn seen<'a>(notes: &'a Notes, id: &NoteId) -> Vec<&'a Note> {
        let shown = notes.get(id).filter(|note| !note.deleted);
        shown.into_iter().chain(notes.also(id)).collect()
    }

    proptest! {
        #[test]
        fn any_order_of_arrival_gives_the_same_and_loses_no_text(
            (there, shuffled) in vec(revision(), 0..12)
                .prop_flat_map(|there| (Just(there.clone()), Just(there).prop_shuffle())),
            cut in 0..12_usize,
        ) {
            let mut notes = Notes::default();
            notes.extend(there.clone());
            let mut others = Notes::default();
            let (first, second) = shuffled.split_at(cut.min(shuffled.len()));
            others.extend(first.iter().cloned());
            for revision in second {
                others.extend([revision.clone()]);
            }
            others.extend(there.clone());
            prop_assert_eq!(&notes, &others);
            prop_assert_eq!(notes.len(), notes.iter().count());
            prop_assert_eq!(notes.is_empty(), notes.iter().next().is_none());
            for note in &there {
                let seen = seen(&notes, &note.id);
                let newest = there.iter().filter(|one| one.id == note.id);
                let newest = newest.map(|one| one.rev).max();
                let is_newest = Some(note.rev) == newest;
                let is_seen = seen.iter().any(|one| one.says_the_same(note));
                prop_assert!(is_seen || !is_newest || note.deleted, "lost: {:?}", note);
                prop_assert!(seen.iter().all(|one| Some(one.rev) == newest && !one.deleted));
            }
            for (_, note) in notes.iter() {
                let number = notes.number(&note.id).unwrap();
                prop_assert!(notes.iter().any(|(nth, one)| nth == number && one == note));
            }
        }
    }

    #[test]
    fn the_next_revision_settles_it() {
        let mut first = revision_of("one", "bruno");
        let other = revision_of("two", "ana");
        let mut notes = Notes::default();
        notes.extend([first.clone(), other.clone()]);
        assert_eq!(seen(&notes, &first.id), [&other, &first]);
        // The same words by another are no other words, and nobody is named whom no file names.
        notes.extend([revision_of("one", "")]);
        assert_eq!(seen(&notes, &first.id), [&other, &first]);
        first.rev = 2;
        notes.extend([first.clone()]);
        assert_eq!(seen(&notes, &first.id), [&first]);
    }

    fn revision_of(text: &str, author: &str) -> Note {
        Note {
            id: NoteId::new("a").unwrap(),
            rev: 1,
            at: jiff::Timestamp::UNIX_EPOCH.to_zoned_datetime(jiff::tz::TimeZone::UTC),
            kind: NoteKind::Note,
            speaker: None,
            question: None,
            anchor: None,
            text: text.to_owned(),
            deleted: false,
            author: Author::from_folded(author),
        }
    }
}
