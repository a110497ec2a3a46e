//! A notes file or a journal, open for one save.
//!
//! Rules, in order: a save that succeeds is on the disk, under the name of the file; a save that
//! fails is undone; nothing waits for ever.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::SaveError;
use super::disk::Disk;
use super::paths::folder_of;
use super::sys::{identity_of, is_no_lock_support, names_of};

/// The longest wait for another program's lock. Our programs hold a lock for milliseconds; a longer
/// wait would only delay the error message.
const LOCK_WAIT: Duration = Duration::from_secs(2);

/// The pause between two attempts to lock, too short to notice.
const LOCK_PAUSE: Duration = Duration::from_millis(5);

/// A file, open and locked until this is dropped.
pub(super) struct Locked<'a> {
    disk: &'a dyn Disk,
    path: &'a Path,
    file: File,
    /// The length before anything is written, in bytes.
    length: u64,
    /// Whether the file system supports locks.
    has_locks: bool,
}

impl<'a> Locked<'a> {
    /// Opens a file that others could have created, or creates an empty one that only its owner can
    /// read.
    ///
    /// # Errors
    /// Returns [`SaveError::Foreign`] or [`SaveError::Link`] if the file was created by another
    /// user or is a link.
    pub(super) fn open_own(disk: &'a dyn Disk, path: &'a Path) -> Result<Self, SaveError> {
        let opened = Self::open(disk, path)?;
        let file = || path.to_owned();
        match disk.is_ours(path, &opened.file) {
            Ok(true) => (),
            Ok(false) => return Err(SaveError::Foreign { file: file() }),
            // If the owner is unknown, it is not ours: where no file can be created, none of ours
            // is.
            Err(cause) if is_forbidden(&cause) => return Err(SaveError::Foreign { file: file() }),
            Err(cause) => return Err(SaveError::opening(path, cause)),
        }
        // An empty file does not show its purpose. One with a second name could be anything.
        let metadata = opened.file.metadata();
        let metadata = metadata.map_err(|cause| SaveError::opening(path, cause))?;
        if opened.length == 0 && names_of(&metadata) > 1 {
            return Err(SaveError::Link { file: file() });
        }
        Ok(opened)
    }

    /// Opens a file in our own folder, or creates an empty one that only its owner can read.
    pub(super) fn open(disk: &'a dyn Disk, path: &'a Path) -> Result<Self, SaveError> {
        /// The most attempts: the file can be replaced while this program waits for its lock, but
        /// our programs do not do so repeatedly.
        const TRIES: usize = 3;
        let mut opened = Self::open_once(disk, path)?;
        for _ in 1..TRIES {
            if opened.check_in_place().is_ok() {
                break;
            }
            drop(opened);
            opened = Self::open_once(disk, path)?;
        }
        Ok(opened)
    }

    fn open_once(disk: &'a dyn Disk, path: &'a Path) -> Result<Self, SaveError> {
        let not_a_file = || SaveError::NotAFile {
            file: path.to_owned(),
        };
        // Checked before it is opened, which could wait for the other end of a pipe.
        match fs::symlink_metadata(path) {
            Ok(there) if there.is_symlink() => {
                let file = path.to_owned();
                return Err(SaveError::Link { file });
            }
            Ok(there) if !there.is_file() => return Err(not_a_file()),
            Ok(_) | Err(_) => (),
        }
        let file = disk
            .open(path)
            .map_err(|cause| SaveError::opening(path, cause))?;
        let has_locks = lock(disk, &file, path, LOCK_WAIT)?;
        let metadata = file
            .metadata()
            .map_err(|cause| SaveError::opening(path, cause))?;
        let length = metadata.len();
        let opened = Self {
            disk,
            path,
            file,
            length,
            has_locks,
        };
        metadata.is_file().then_some(opened).ok_or_else(not_a_file)
    }

    /// Returns whether the lock keeps other programs out; it does not where the file system has no
    /// locks.
    pub(super) const fn has_locks(&self) -> bool {
        self.has_locks
    }

    /// Reads at most `most` bytes from the start.
    pub(super) fn head(&self, most: usize) -> Result<Vec<u8>, SaveError> {
        let size = usize::try_from(self.length).unwrap_or(most).min(most);
        let mut head = vec![0; size];
        let read = self.disk.read(&self.file, &mut head, 0);
        read.map_err(|cause| SaveError::writing(self.path, cause))?;
        Ok(head)
    }

    /// Appends text, after the header if the file is empty.
    pub(super) fn append(&self, header: &str, text: &str) -> Result<(), SaveError> {
        self.write(header, text)
            .inspect_err(|_| self.undo())
            .map_err(|cause| SaveError::writing(self.path, cause))?;
        self.check_in_place()
    }

    fn write(&self, header: &str, text: &str) -> io::Result<()> {
        let start = match self.length.checked_sub(1) {
            None => header,
            Some(last) => {
                let mut byte = [0];
                self.disk.read(&self.file, &mut byte, last)?;
                if byte == *b"\n" { "" } else { "\n" }
            }
        };
        let bytes = format!("{start}{text}").into_bytes();
        let written = self.disk.write(&self.file, &bytes)?;
        check_whole(written, bytes.len())?;
        self.disk.sync(&self.file)?;
        if self.length == 0 {
            self.disk.sync_folder(&folder_of(self.path))?;
        }
        Ok(())
    }

    /// Truncates the file to its length before a failed save.
    ///
    /// A failed sync is not tried again: the system may have discarded the data that it could not
    /// write, and the second sync would report success.
    fn undo(&self) {
        // If even this fails, the end is torn, and readers skip it.
        self.disk.cut(&self.file, self.length).ok();
    }

    /// Fails if the name no longer refers to this file because it was replaced since it was opened.
    fn check_in_place(&self) -> Result<(), SaveError> {
        let here = self.file.metadata();
        let there = fs::symlink_metadata(self.path);
        match (here, there) {
            (Ok(here), Ok(there)) if identity_of(&here) == identity_of(&there) => Ok(()),
            _ => Err(SaveError::Replaced {
                file: self.path.to_owned(),
            }),
        }
    }
}

fn is_forbidden(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    )
}

/// Fails unless all bytes were written in a single write.
fn check_whole(written: usize, all: usize) -> io::Result<()> {
    if written == all {
        return Ok(());
    }
    // A disk that is about to be full accepts a part without an error.
    let told = format!("only {written} of {all} bytes were written");
    Err(io::Error::new(ErrorKind::StorageFull, told))
}

/// Locks a file against other programs of the same author on this machine. Returns `false` where
/// the file system has no locks.
pub(super) fn lock(
    disk: &dyn Disk,
    file: &File,
    path: &Path,
    wait: Duration,
) -> Result<bool, SaveError> {
    let deadline = Instant::now() + wait;
    loop {
        match disk.lock(file) {
            Ok(()) => return Ok(true),
            // Saving goes on without locks: two programs of one author rarely save at the same
            // moment, and an append in one write is not torn.
            Err(TryLockError::Error(cause)) if is_no_lock_support(&cause) => return Ok(false),
            Err(TryLockError::Error(cause)) => return Err(SaveError::writing(path, cause)),
            Err(TryLockError::WouldBlock) if Instant::now() >= deadline => {
                return Err(SaveError::Locked {
                    file: path.to_owned(),
                });
            }
            Err(TryLockError::WouldBlock) => thread::sleep(LOCK_PAUSE),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::disk::RealDisk;
    use super::*;

    #[test]
    fn a_full_disk_has_a_clear_message() {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let cause = RealDisk.write(&full, b"note").unwrap_err();
        let error = SaveError::writing(Path::new("d/paper.notes.anna.toml"), cause).to_string();
        let expected = "no space beside the briefing, for d/paper.notes.anna.toml: ";
        assert!(error.starts_with(expected), "{error}");
    }

    #[test]
    fn a_partial_write_is_an_error() {
        let error = check_whole(2, 4).unwrap_err();
        assert_eq!(error.to_string(), "only 2 of 4 bytes were written");
        assert_eq!(error.kind(), ErrorKind::StorageFull);
    }

    #[test]
    fn a_failed_save_is_undone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.notes.b.toml");
        Locked::open(&RealDisk, &path)
            .unwrap()
            .append("header\n", "note\n")
            .unwrap();
        let opened = Locked::open(&RealDisk, &path).unwrap();
        RealDisk.write(&opened.file, b"torn").unwrap();
        opened.undo();
        assert_eq!(fs::read(&path).unwrap(), b"header\nnote\n");
    }

    #[test]
    fn a_lock_is_waited_for_with_a_timeout() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.notes.b.toml");
        let opened = Locked::open(&RealDisk, &path).unwrap();
        let file = File::open(&path).unwrap();
        let error = lock(&RealDisk, &file, &path, Duration::ZERO).unwrap_err();
        assert!(matches!(error, SaveError::Locked { .. }));
        drop(opened);
        lock(&RealDisk, &file, &path, Duration::ZERO).unwrap();
    }

    #[test]
    fn notices_a_file_that_was_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.notes.b.toml");
        let opened = Locked::open(&RealDisk, &path).unwrap();
        fs::rename(&path, folder.path().join("elsewhere")).unwrap();
        let error = opened.append("", "note").unwrap_err();
        assert!(matches!(error, SaveError::Replaced { .. }), "{error}");
    }
}
