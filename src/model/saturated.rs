//! Revisions of the highest number there is, which no further revision can exceed.
//!
//! No one gets there by editing: such a number is a slip of the hand, or meant to win for ever. So
//! from there on a revision names those that it settles, and holds until another one settles it.
//! The law: what somebody writes who knows all there is, is what everybody sees, whatever numbers
//! the others claim. All of them are kept, so that the order in which they arrive makes no
//! difference.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{Author, Digest, NoteId, Record};

/// The highest number of a revision.
pub(super) const LAST: u32 = u32::MAX;

/// Which note, or which turn: a file can use one id for both.
pub(super) type Which = (NoteId, Sort);

/// Notes and turns have nothing to settle with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Note,
    Turn,
}

/// The note or turn that a revision is of.
pub(super) fn which(record: &Record) -> Which {
    let sort = match record {
        Record::Note(_) => Sort::Note,
        Record::Turn(_) => Sort::Turn,
    };
    (record.id().clone(), sort)
}

/// All revisions of that number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Saturated(BTreeMap<Which, BTreeMap<Key, Record>>);

/// What tells one revision from another: the digest leaves out the other two.
type Key = (Digest, Author, Timestamp);

fn key(record: &Record) -> Key {
    let at = record.at().timestamp();
    (record.digest(), record.author().clone(), at)
}

impl Saturated {
    /// Takes a revision in; `false` where it is known.
    pub(super) fn take(&mut self, record: Record) -> bool {
        let all = self.0.entry(which(&record)).or_default();
        all.insert(key(&record), record).is_none()
    }

    /// Whether a revision is here.
    pub(super) fn has(&self, record: &Record) -> bool {
        let all = self.0.get(&which(record));
        all.is_some_and(|all| all.contains_key(&key(record)))
    }

    /// The revisions that no other one settles; all of them, should they settle each other.
    pub(super) fn unsettled(&self, of: &Which) -> Vec<&Record> {
        let all = self.0.get(of).into_iter().flatten();
        let settled: BTreeSet<_> = all.clone().flat_map(|(_, one)| one.settles()).collect();
        let holds = |((digest, ..), _): &(&Key, &Record)| !settled.contains(digest);
        let unsettled: Vec<_> = all.clone().filter(holds).map(|(_, one)| one).collect();
        if unsettled.is_empty() {
            return all.map(|(_, one)| one).collect();
        }
        unsettled
    }

    /// What a new revision of a note or turn settles.
    pub(super) fn to_settle(&self, of: &Which) -> Vec<Digest> {
        let unsettled = self.unsettled(of).into_iter();
        let digests: BTreeSet<_> = unsettled.map(Record::digest).collect();
        digests.into_iter().collect()
    }
}
