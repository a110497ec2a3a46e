//! The union of all notes and turns of a briefing.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::sync::Arc;

use jiff::Timestamp;

use super::saturated::{LAST, Saturated, Which, which};
use super::{Author, Claims, Note, NoteId, Record, Turn};

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
    /// What claims the highest number: whatever else there is counts less.
    saturated: Saturated,
    /// The files that some revisions are shown with.
    claims: Arc<Claims>,
    /// How many notes are not deleted: asked for at each frame.
    live: usize,
}

/// The newest revision of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Newest {
    shown: Note,
    /// Others with the same number and other content, the greatest first; none of them deleted, and
    /// no more than [`MOST_VERSIONS`] of them.
    also: Vec<Note>,
}

/// The most other versions of a note that are kept. No team writes so many at the same time, and a
/// file with a hundred thousand of them must not keep everybody waiting.
const MOST_VERSIONS: usize = 100;

impl Notes {
    /// Takes revisions in, in any order; of those with the same number edits beat a delete.
    pub fn extend(&mut self, revisions: impl IntoIterator<Item = impl Into<Record>>) {
        let mut is_sorted = true;
        let mut saturated = BTreeSet::new();
        for revision in revisions {
            match revision.into() {
                record if record.rev() == LAST => {
                    let of = which(&record);
                    if self.saturated.take(record) {
                        saturated.insert(of);
                    }
                }
                Record::Note(note) => is_sorted &= self.take(note),
                Record::Turn(turn) => match self.turns.get(&turn.id) {
                    Some(known) if turn_precedence(known) >= turn_precedence(&turn) => (),
                    _ => drop(self.turns.insert(turn.id.clone(), turn)),
                },
            }
        }
        for of in saturated {
            is_sorted &= self.take_saturated(&of);
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
        self.add(Newest {
            shown: note,
            also: Vec::new(),
        })
    }

    /// Adds a note whose id is new; `false` as for [`Self::take`].
    fn add(&mut self, newest: Newest) -> bool {
        self.places.insert(newest.shown.id.clone(), self.all.len());
        self.live += usize::from(!newest.shown.deleted);
        let last = self.all.last();
        let is_last = last.is_none_or(|last| last.age() < newest.age());
        self.all.push(Arc::new(newest));
        is_last
    }

    /// Shows what holds among the revisions of the highest number; `false` as for [`Self::take`].
    fn take_saturated(&mut self, of: &Which) -> bool {
        let (id, _) = of;
        let unsettled = self.saturated.unsettled(of);
        let turns = unsettled.iter().filter_map(|record| record.turn());
        let greatest = |one: &&Turn, other: &&Turn| {
            let [one, other] = [one, other].map(|turn| turn_precedence(turn));
            one.partial_cmp(&other).unwrap_or(Ordering::Equal)
        };
        if let Some(turn) = turns.max_by(greatest) {
            self.turns.insert(id.clone(), turn.clone());
        }
        let notes = unsettled.iter().filter_map(|record| record.note());
        let Some(newest) = Newest::of(notes) else {
            return true;
        };
        let place = self.places.get(id).copied();
        let Some(known) = place.and_then(|place| self.all.get_mut(place)) else {
            return self.add(newest);
        };
        self.live += usize::from(!newest.shown.deleted);
        self.live -= usize::from(!known.shown.deleted);
        let is_in_place = known.age() == newest.age();
        *known = Arc::new(newest);
        is_in_place
    }

    /// The same as the next revision of its note or turn, to be written in place of all that is
    /// known.
    pub fn settled_by(&self, record: Record) -> Record {
        if record.rev() < LAST {
            return record.settling(Vec::new());
        }
        let digests = self.saturated.to_settle(&which(&record));
        record.settling(digests)
    }

    /// Whether a revision is here: this very one, shown or beside the one that is shown, or a later
    /// one. Another of the same number does not count: what two people made at once is both kept.
    pub fn has(&self, record: &Record) -> bool {
        if record.rev() == LAST {
            return self.saturated.has(record);
        }
        match record {
            Record::Note(note) => {
                let is_later = |known: &Note| known.rev > note.rev;
                let also = self.also(&note.id).iter();
                let mut all = self.get(&note.id).into_iter().chain(also);
                all.any(|known| is_later(known) || known == note)
            }
            Record::Turn(turn) => {
                let known = self.turns.get(&turn.id);
                known.is_some_and(|known| known.rev > turn.rev || known == turn)
            }
        }
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

    /// The same with the files that some revisions are to be shown with.
    #[must_use]
    pub fn with_claims(self, claims: Claims) -> Self {
        let claims = Arc::new(claims);
        Self { claims, ..self }
    }

    /// The file that a revision is to be shown with, if its word is not enough.
    pub fn file_of(&self, note: &Note) -> Option<&str> {
        // Asked for at each frame, and seldom of a note that there are any of.
        let is_claimed = self.claims.has(&note.id);
        is_claimed.then(|| self.claims.file_of(&Record::Note(note.clone())))?
    }

    /// The same for a turn.
    pub fn file_of_turn(&self, turn: &Turn) -> Option<&str> {
        let is_claimed = self.claims.has(&turn.id);
        is_claimed.then(|| self.claims.file_of(&Record::Turn(turn.clone())))?
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
    /// Of revisions with the same number; `None` where there is none.
    fn of<'a>(notes: impl Iterator<Item = &'a Note> + Clone) -> Option<Self> {
        let is_edited = notes.clone().any(|note| !note.deleted);
        // Edits beat a delete.
        let notes = notes.filter(|note| note.deleted != is_edited);
        let mut sorted: Vec<_> = notes.cloned().collect();
        sorted.sort_by(|one, other| other.precedence().cmp(&one.precedence()));
        let mut all: Vec<Note> = Vec::new();
        for note in sorted {
            if all.len() > MOST_VERSIONS {
                break;
            }
            if !all.iter().any(|known| known.says_the_same(&note)) {
                all.push(note);
            }
        }
        let mut all = all.into_iter();
        Some(Self {
            shown: all.next()?,
            also: all.collect(),
        })
    }

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
    fn add(&mut self, mut note: Note) {
        if self.shown.says_the_same(&note) {
            if self.shown.precedence() < note.precedence() {
                self.shown = note;
            }
            return;
        }
        if let Some(at) = self
            .also
            .iter()
            .position(|known| known.says_the_same(&note))
        {
            if self
                .also
                .get(at)
                .is_some_and(|known| known.precedence() >= note.precedence())
            {
                return;
            }
            self.also.remove(at);
        }
        if self.shown.precedence() < note.precedence() {
            mem::swap(&mut self.shown, &mut note);
        }
        let place = self
            .also
            .partition_point(|known| known.precedence() > note.precedence());
        self.also.insert(place, note);
        self.also.truncate(MOST_VERSIONS);
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
        settles,
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
        settles,
    )
}

#[cfg(test)]
mod tests;
