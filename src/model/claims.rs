//! The files that are shown with revisions whose author is in doubt.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Author, Digest, NoteId, Record};

/// The files of revisions that may not be by the author they name: the file names another author
/// than its file name does, or holds a later revision of another author's note.
///
/// Stored beside the revisions, because the file makes no difference to whether two revisions are
/// equal, nor to which of them is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims(BTreeMap<NoteId, BTreeMap<ClaimKey, Arc<str>>>);

/// The values that identify a revision of a note or turn.
type ClaimKey = (u32, Digest, Author);

fn key(record: &Record) -> ClaimKey {
    (record.rev(), record.digest(), record.author().clone())
}

impl Claims {
    /// Adds the file of a revision, unless one is already stored.
    pub fn add(&mut self, record: &Record, file: &Arc<str>) {
        let files = self.0.entry(record.id().clone()).or_default();
        files.entry(key(record)).or_insert_with(|| Arc::clone(file));
    }

    /// Returns the file to show with a revision, if any.
    pub fn file_of(&self, record: &Record) -> Option<&str> {
        let files = self.0.get(record.id())?;
        files.get(&key(record)).map(|file| &**file)
    }

    /// Returns whether any revision of a note or turn has a file to show, which is rare.
    pub(super) fn has(&self, id: &NoteId) -> bool {
        self.0.contains_key(id)
    }
}
