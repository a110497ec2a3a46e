//! What this machine knows to have written itself: the records of its journals.

use std::collections::BTreeMap;
use std::path::Path;

use super::journal::Journal;
use crate::model::{Author, NoteId, Record};

/// The newest revision of each record that the journals have.
///
/// A journal may have dropped older revisions, and a person may change the words of a record by
/// hand: neither makes it another machine's.
#[derive(Debug, Default)]
pub(super) struct Known(BTreeMap<NoteId, u32>);

impl Known {
    /// Adds records.
    pub(super) fn add<'a>(&mut self, records: impl IntoIterator<Item = &'a Record>) {
        for record in records {
            let newest = self.0.entry(record.id().clone()).or_default();
            *newest = record.rev().max(*newest);
        }
    }

    /// Whether this machine has written a record, in this revision or a later one.
    fn has(&self, record: &Record) -> bool {
        let newest = self.0.get(record.id());
        newest.is_some_and(|newest| record.rev() <= *newest)
    }

    /// The records that this machine has not written, of those of a file.
    pub(super) fn unknown<'a>(&self, records: &'a [Record]) -> Vec<&'a Record> {
        let records = records.iter();
        records.filter(|record| !self.has(record)).collect()
    }

    /// Adds what the journals have of briefings that are gone: the folder may have been moved here.
    /// A copy is no move, since it may be changed in both places.
    pub(super) fn add_moved(&mut self, state: &Path, author: &Author) {
        for journal in Journal::of_lost_briefings(state, author) {
            self.add(&journal.records().unwrap_or_default());
        }
    }
}
