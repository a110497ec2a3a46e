//! The ids that a device has had for one author's notes of one briefing.
//!
//! A device keeps one id until another machine turns out to write under the same one; then it draws
//! another. The ids are in a file of the state folder, one per line, the last one in force, so that
//! all programs of this machine agree.

use std::fs;
use std::path::{Path, PathBuf};

use super::SaveError;
use super::device::draw_id;
use super::disk::Disk;
use super::locked::Locked;
use super::state_files::{make_folder_of, state_file};
use crate::model::Author;

/// The ids of a device for a briefing.
#[derive(Clone, Debug)]
pub(super) struct DeviceIds {
    file: PathBuf,
    /// The device's usual id, in force until it draws another.
    first: String,
}

impl DeviceIds {
    /// Returns the ids of the device whose usual id is `first`.
    pub(super) fn new(state: &Path, briefing: &Path, author: &Author, first: &str) -> Self {
        Self {
            file: state_file(state, briefing, &format!("{author}.{first}.ids")),
            first: first.to_owned(),
        }
    }

    /// Returns the id in force.
    pub(super) fn in_force(&self) -> String {
        let ids = fs::read(&self.file).unwrap_or_default();
        last(&ids).unwrap_or_else(|| self.first.clone())
    }

    /// Draws an id to replace `id`, unless another program of this machine has done so already;
    /// returns the one in force.
    ///
    /// # Errors
    /// Fails if the new id cannot be saved. It must not be used then, since other programs of this
    /// machine would not know it.
    pub(super) fn replace(&self, disk: &dyn Disk, id: &str) -> Result<String, SaveError> {
        make_folder_of(&self.file).map_err(|cause| SaveError::opening(&self.file, cause))?;
        let opened = Locked::open(disk, &self.file)?;
        let known = last(&opened.head(usize::MAX)?);
        let known = known.unwrap_or_else(|| self.first.clone());
        if known != id {
            return Ok(known);
        }
        let drawn = draw_id();
        opened.append("", &format!("{drawn}\n"))?;
        Ok(drawn)
    }
}

/// Returns the last complete id in a list.
fn last(ids: &[u8]) -> Option<String> {
    let lines = ids.split(|byte| *byte == b'\n');
    let is_whole = |line: &&[u8]| line.len() == 8 && line.iter().all(u8::is_ascii_hexdigit);
    let last = lines.rev().find(is_whole)?;
    Some(String::from_utf8_lossy(last).into_owned())
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::super::disk::RealDisk;
    use super::*;

    #[test]
    fn programs_of_one_machine_agree_on_the_new_id() {
        let state = tempfile::tempdir().unwrap();
        let author = Author::from_folded("anna");
        let ids = DeviceIds::new(state.path(), Path::new("/x/paper.toml"), &author, "7f3a");
        assert_eq!(ids.in_force(), "7f3a");
        let drawn = thread::scope(|scope| {
            let threads = [(); 8].map(|()| scope.spawn(|| ids.replace(&RealDisk, "7f3a").unwrap()));
            threads.map(|thread| thread.join().unwrap())
        });
        assert!(drawn.iter().all(|id| *id == drawn[0]), "{drawn:?}");
        assert_eq!(ids.in_force(), drawn[0]);
        let next = ids.replace(&RealDisk, &drawn[0]).unwrap();
        assert_ne!(next, drawn[0]);
        assert_eq!(ids.in_force(), next);
    }

    #[test]
    fn skips_a_truncated_id() {
        assert_eq!(last(b"12345678\n9abc").as_deref(), Some("12345678"));
        assert_eq!(last(b"12345678\n9abcdef0").as_deref(), Some("9abcdef0"));
        assert_eq!(last(b"12345678\n9abc\n\n").as_deref(), Some("12345678"));
        assert_eq!(last(b""), None);
    }
}
