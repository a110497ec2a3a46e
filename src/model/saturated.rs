//! Revisions with the highest possible number, which no further revision can exceed.
//!
//! Editing never reaches this number: it is a mistake, or an attempt to override everyone for good.
//! So a revision with this number names those that it settles, and is valid until another one
//! settles it. The rule: a revision by an author who knows all the others is the one shown to
//! everyone, whatever numbers the others claim. All of them are kept, so that the order in which
//! they arrive makes no difference.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{Author, Digest, NoteId, Record};

/// The highest number of a revision.
pub(super) const LAST: u32 = u32::MAX;

/// The id of a note or turn, and which of the two it is: a file can use one id for both.
pub(super) type Which = (NoteId, RecordSort);

/// The sort of a record: notes and turns never settle each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RecordSort {
    Note,
    Turn,
}

/// Returns the note or turn that a revision belongs to.
pub(super) fn which(record: &Record) -> Which {
    let sort = match record {
        Record::Note(_) => RecordSort::Note,
        Record::Turn(_) => RecordSort::Turn,
    };
    (record.id().clone(), sort)
}

/// All revisions with the highest number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Saturated(BTreeMap<Which, BTreeMap<SaturatedKey, Record>>);

/// The identity of a revision; the digest does not cover the author, nor the time of a note.
type SaturatedKey = (Digest, Author, Timestamp);

fn key(record: &Record) -> SaturatedKey {
    let at = record.at().timestamp();
    (record.digest(), record.author().clone(), at)
}

impl Saturated {
    /// Adds a revision; returns `false` if it is known.
    pub(super) fn insert(&mut self, record: Record) -> bool {
        let all = self.0.entry(which(&record)).or_default();
        all.insert(key(&record), record).is_none()
    }

    /// Returns whether a revision is known.
    pub(super) fn has(&self, record: &Record) -> bool {
        let all = self.0.get(&which(record));
        all.is_some_and(|all| all.contains_key(&key(record)))
    }

    /// Returns the revisions that no other one settles; all of them if they settle each other.
    pub(super) fn unsettled(&self, of: &Which) -> Vec<&Record> {
        let all = self.0.get(of).into_iter().flatten();
        let settled: BTreeSet<_> = all.clone().flat_map(|(_, one)| one.settles()).collect();
        let holds = |((digest, ..), _): &(&SaturatedKey, &Record)| !settled.contains(digest);
        let unsettled: Vec<_> = all.clone().filter(holds).map(|(_, one)| one).collect();
        if unsettled.is_empty() {
            return all.map(|(_, one)| one).collect();
        }
        unsettled
    }

    /// Returns the digests that a new revision of a note or turn settles.
    pub(super) fn to_settle(&self, of: &Which) -> Vec<Digest> {
        let unsettled = self.unsettled(of).into_iter();
        let digests: BTreeSet<_> = unsettled.map(Record::digest).collect();
        digests.into_iter().collect()
    }
}
