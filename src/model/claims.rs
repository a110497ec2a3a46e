//! Which revisions are shown with the file that they come from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Author, Digest, NoteId, Record};

/// The files of the revisions that are somebody's word against another's: a file that names another
/// author than its own name does, or that holds a further revision of another author's note.
///
/// Kept beside the revisions and not in them: where a revision comes from makes no difference to
/// whether two are the same, nor to which of them is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims(BTreeMap<NoteId, BTreeMap<Key, Arc<str>>>);

/// What tells one revision of a note or turn from another.
type Key = (u32, Digest, Author);

fn key(record: &Record) -> Key {
    (record.rev(), record.digest(), record.author().clone())
}

impl Claims {
    /// Adds the file of a revision, unless one is known.
    pub fn add(&mut self, record: &Record, file: &Arc<str>) {
        let files = self.0.entry(record.id().clone()).or_default();
        files.entry(key(record)).or_insert_with(|| Arc::clone(file));
    }

    /// The file of a revision, if it is to be shown.
    pub fn file_of(&self, record: &Record) -> Option<&str> {
        let files = self.0.get(record.id())?;
        files.get(&key(record)).map(|file| &**file)
    }

    /// Whether there are any of a note or turn, which is seldom.
    pub(super) fn has(&self, id: &NoteId) -> bool {
        self.0.contains_key(id)
    }
}
