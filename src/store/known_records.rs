//! The records that this machine has written itself, from its journals.

use std::collections::BTreeMap;
use std::path::Path;

use super::journal::Journal;
use crate::model::{Author, NoteId, Record};

/// The newest revision of each record in the journals.
///
/// A journal may have dropped older revisions, and a person may edit a record's text by hand:
/// neither makes it another machine's record.
#[derive(Debug, Default)]
pub(super) struct KnownRecords(BTreeMap<NoteId, u32>);

impl KnownRecords {
    /// Adds records.
    pub(super) fn add<'a>(&mut self, records: impl IntoIterator<Item = &'a Record>) {
        for record in records {
            let newest = self.0.entry(record.id().clone()).or_default();
            *newest = record.rev().max(*newest);
        }
    }

    /// Returns whether this machine has written this revision of a record, or a later one.
    fn has(&self, record: &Record) -> bool {
        let newest = self.0.get(record.id());
        newest.is_some_and(|newest| record.rev() <= *newest)
    }

    /// Returns the records of a file that were not written by this machine.
    pub(super) fn unknown<'a>(&self, records: &'a [Record]) -> Vec<&'a Record> {
        let records = records.iter();
        records.filter(|record| !self.has(record)).collect()
    }

    /// Adds the journals of briefings that no longer exist: the folder may have been moved here. A
    /// copied folder does not count, since it may be changed in both places.
    pub(super) fn add_moved(&mut self, state: &Path, author: &Author) {
        for journal in Journal::of_lost_briefings(state, author) {
            self.add(&journal.records().unwrap_or_default());
        }
    }
}
