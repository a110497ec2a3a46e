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
pub struct Claims(BTreeMap<NoteId, Vec<Claim>>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Claim {
    rev: u32,
    author: Author,
    digest: Digest,
    file: Arc<str>,
}

impl Claims {
    /// Adds the file of a revision, unless one is known.
    pub fn add(&mut self, record: &Record, file: &Arc<str>) {
        if self.file_of(record).is_none() {
            let claim = Claim {
                rev: record.rev(),
                author: record.author().clone(),
                digest: record.digest(),
                file: Arc::clone(file),
            };
            self.0.entry(record.id().clone()).or_default().push(claim);
        }
    }

    /// The file of a revision, if it is to be shown.
    pub fn file_of(&self, record: &Record) -> Option<&str> {
        let claims = self.0.get(record.id())?;
        let digest = record.digest();
        let is_it = |claim: &&Claim| {
            (claim.rev, claim.digest) == (record.rev(), digest) && claim.author == *record.author()
        };
        claims.iter().find(is_it).map(|claim| &*claim.file)
    }

    /// Whether there are any of a note or turn, which is seldom.
    pub(super) fn has(&self, id: &NoteId) -> bool {
        self.0.contains_key(id)
    }
}
