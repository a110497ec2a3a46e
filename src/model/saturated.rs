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
pub(super) struct Saturated(BTreeMap<Which, Vec<Record>>);

impl Saturated {
    /// Takes a revision in; `false` where it is known.
    pub(super) fn take(&mut self, record: Record) -> bool {
        let all = self.0.entry(which(&record)).or_default();
        let found = all.binary_search_by(|known| order(known).cmp(&order(&record)));
        match found {
            Ok(_) => false,
            Err(place) => {
                all.insert(place, record);
                true
            }
        }
    }

    /// Whether a revision is here.
    pub(super) fn has(&self, record: &Record) -> bool {
        let all = self.0.get(&which(record)).map_or(&[][..], Vec::as_slice);
        all.binary_search_by(|known| order(known).cmp(&order(record)))
            .is_ok()
    }

    /// The revisions that no other one settles; all of them, should they settle each other.
    pub(super) fn unsettled(&self, of: &Which) -> Vec<&Record> {
        let all = self.0.get(of).map_or(&[][..], Vec::as_slice);
        let settled: BTreeSet<_> = all.iter().flat_map(Record::settles).collect();
        let holds = |record: &&Record| !settled.contains(&record.digest());
        let unsettled: Vec<_> = all.iter().filter(holds).collect();
        if unsettled.is_empty() {
            return all.iter().collect();
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

/// What tells one revision from another: the digest leaves out the other two.
fn order(record: &Record) -> (Digest, &Author, Timestamp) {
    (record.digest(), record.author(), record.at().timestamp())
}
