//! The union of all notes and turns of a briefing.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::sync::Arc;

use jiff::Timestamp;

use super::saturated::{LAST, Saturated, Which, which};
use super::{Author, Claims, Note, NoteId, Record, Turn};

/// All notes by id, each in its newest revision, sorted by time.
///
/// The result does not depend on the order in which revisions arrive. A deleted note keeps its
/// number, so that the others keep theirs. All versions that several people wrote at the same time
/// are kept. A clone shares the notes, so that one thread can index them while more arrive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Sorted by time. A note's number is its index + 1. Iteration is far more common than
    /// insertion.
    all: Vec<Arc<Newest>>,
    places: BTreeMap<NoteId, usize>,
    turns: BTreeMap<NoteId, Turn>,
    /// The revisions with the highest number, which override all others.
    saturated: Saturated,
    /// The files to show with some revisions.
    claims: Arc<Claims>,
    /// The number of notes that are not deleted; read in every frame.
    live: usize,
}

/// The newest revision of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Newest {
    shown: Note,
    /// Other versions with the same number and other content, the greatest first; none deleted, at
    /// most [`MOST_VERSIONS`].
    also: Vec<Note>,
}

/// The maximum number of other versions that are kept of a note. No team writes that many at the
/// same time, and a file with a hundred thousand must not block the program.
const MOST_VERSIONS: usize = 100;

impl Notes {
    /// Adds revisions, in any order. Among revisions with the same number, edits win over a
    /// deletion.
    pub fn extend(&mut self, revisions: impl IntoIterator<Item = impl Into<Record>>) {
        let mut is_sorted = true;
        let mut saturated = BTreeSet::new();
        for revision in revisions {
            match revision.into() {
                record if record.rev() == LAST => {
                    let of = which(&record);
                    if self.saturated.insert(record) {
                        saturated.insert(of);
                    }
                }
                Record::Note(note) => is_sorted &= self.merge(note),
                Record::Turn(turn) => match self.turns.get(&turn.id) {
                    Some(known) if turn_precedence(known) >= turn_precedence(&turn) => (),
                    _ => drop(self.turns.insert(turn.id.clone(), turn)),
                },
            }
        }
        for of in saturated {
            is_sorted &= self.merge_saturated(&of);
        }
        if !is_sorted {
            self.all.sort_by(|one, other| one.age().cmp(&other.age()));
            let ids = self.all.iter().map(|newest| newest.shown.id.clone());
            self.places = ids.zip(0..).collect();
        }
    }

    /// Adds a note, or merges a revision of a known one; returns `false` if the notes must be
    /// sorted again. A note that arrives alone is nearly always the newest and needs no sorting.
    fn merge(&mut self, note: Note) -> bool {
        let place = self.places.get(&note.id);
        if let Some(newest) = place.and_then(|place| self.all.get_mut(*place)) {
            let newest = Arc::make_mut(newest);
            let (at, was_live) = (newest.shown.at.timestamp(), !newest.shown.deleted);
            newest.merge(note);
            self.live += usize::from(!newest.shown.deleted);
            self.live -= usize::from(was_live);
            return newest.shown.at.timestamp() == at;
        }
        self.add(Newest {
            shown: note,
            also: Vec::new(),
        })
    }

    /// Adds a note with a new id; returns `false` as [`Self::merge`] does.
    fn add(&mut self, newest: Newest) -> bool {
        self.places.insert(newest.shown.id.clone(), self.all.len());
        self.live += usize::from(!newest.shown.deleted);
        let last = self.all.last();
        let is_last = last.is_none_or(|last| last.age() < newest.age());
        self.all.push(Arc::new(newest));
        is_last
    }

    /// Updates the shown note or turn from its revisions with the highest number; returns `false`
    /// as [`Self::merge`] does.
    fn merge_saturated(&mut self, of: &Which) -> bool {
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

    /// Returns the record as the next revision of its note or turn, which replaces all known ones.
    pub fn settled_by(&self, record: Record) -> Record {
        if record.rev() < LAST {
            return record.settling(Vec::new());
        }
        let digests = self.saturated.to_settle(&which(&record));
        record.settling(digests)
    }

    /// Returns whether exactly this revision, shown or not, or a later one is known. A different
    /// revision with the same number does not count: both versions are kept.
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

    /// Iterates over all notes that are not deleted, oldest first, with their numbers (from 1).
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (usize, &Note)> {
        let notes = self.all.iter().map(|newest| &newest.shown);
        let numbered = notes.enumerate().map(|(place, note)| (place + 1, note));
        numbered.filter(|(_, note)| !note.deleted)
    }

    /// Returns the number of notes including deleted ones, which is also the highest number.
    pub fn numbered(&self) -> usize {
        self.all.len()
    }

    /// Returns the number of notes that are not deleted.
    pub const fn len(&self) -> usize {
        self.live
    }

    /// Returns whether all notes are deleted or there are none.
    pub const fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Returns the newest revision of a note, deleted or not; of several, the one that is shown.
    pub fn get(&self, id: &NoteId) -> Option<&Note> {
        self.newest(id).map(|newest| &newest.shown)
    }

    /// Returns the other versions of a note written at the same time, the greatest first. The next
    /// revision settles which one is valid.
    pub fn also(&self, id: &NoteId) -> &[Note] {
        self.newest(id).map_or(&[], |newest| &newest.also)
    }

    fn newest(&self, id: &NoteId) -> Option<&Newest> {
        self.all.get(*self.places.get(id)?).map(Arc::as_ref)
    }

    /// Sets the files to show with some revisions.
    #[must_use]
    pub fn with_claims(self, claims: Claims) -> Self {
        let claims = Arc::new(claims);
        Self { claims, ..self }
    }

    /// Returns the file to show with a note, if it may not be by the author it names.
    pub fn file_of(&self, note: &Note) -> Option<&str> {
        // Called in every frame, and few notes have any, so the cheap test comes first.
        let is_claimed = self.claims.has(&note.id);
        is_claimed.then(|| self.claims.file_of(&Record::Note(note.clone())))?
    }

    /// Returns the file to show with a turn, as [`Self::file_of`] does for a note.
    pub fn file_of_turn(&self, turn: &Turn) -> Option<&str> {
        let is_claimed = self.claims.has(&turn.id);
        is_claimed.then(|| self.claims.file_of(&Record::Turn(turn.clone())))?
    }

    /// Returns the newest revision of a note or turn, deleted or not.
    pub fn record(&self, id: &NoteId) -> Option<Record> {
        let note = self.get(id).cloned().map(Record::Note);
        note.or_else(|| self.turns.get(id).cloned().map(Record::Turn))
    }

    /// Returns the turns that are not deleted, oldest first.
    pub fn turns(&self) -> Vec<&Turn> {
        let there = self.turns.values().filter(|turn| !turn.deleted);
        let mut turns: Vec<_> = there.collect();
        turns.sort_by_key(|turn| turn.from.timestamp());
        turns
    }

    /// Returns the number of a note, counted from 1; deleted notes are counted too.
    pub fn number(&self, id: &NoteId) -> Option<usize> {
        self.places.get(id).map(|place| place + 1)
    }
}

impl Newest {
    /// Merges revisions with the same number; `None` if there are none.
    fn of<'a>(notes: impl Iterator<Item = &'a Note> + Clone) -> Option<Self> {
        let is_edited = notes.clone().any(|note| !note.deleted);
        // Edits win over a deletion.
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

    /// Returns the sort key: the time, then the id.
    fn age(&self) -> (Timestamp, &NoteId) {
        (self.shown.at.timestamp(), &self.shown.id)
    }

    /// Adds another revision of the note.
    fn merge(&mut self, note: Note) {
        let weight = |note: &Note| (note.rev, !note.deleted);
        match weight(&note).cmp(&weight(&self.shown)) {
            Ordering::Less => (),
            Ordering::Equal => self.add(note),
            // The author of a higher number knew the others; an edit wins over a deletion.
            Ordering::Greater => {
                self.also.clear();
                self.shown = note;
            }
        }
    }

    /// Adds a version of the note written at the same time.
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

/// Returns the sort key of a revision of a turn: of two, the one with the greater key is shown.
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
        // As for a note, a turn in no file yet sorts first.
        (*author != Author::default(), author),
        settles,
    )
}

#[cfg(test)]
mod tests;
