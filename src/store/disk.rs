//! The system calls of a save that can fail: the one seam at which tests inject faults.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::paths::folder_of;
use super::{owner, sys};

/// The operations that a save needs.
pub(super) trait Disk {
    /// Opens a file to append to it, or creates an empty one that only its owner can read. Does not
    /// follow links.
    fn open(&self, path: &Path) -> io::Result<File>;
    /// Locks a file against other programs, without waiting.
    fn lock(&self, file: &File) -> Result<(), TryLockError>;
    /// Returns whether the file has the owner that a new file beside it would have.
    fn is_ours(&self, path: &Path, file: &File) -> io::Result<bool>;
    /// Fills a buffer from an offset in a file.
    fn read(&self, file: &File, buffer: &mut [u8], at: u64) -> io::Result<()>;
    /// Appends in one write; returns how many bytes were written.
    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<usize>;
    /// Flushes the file's data to the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Truncates a file to a length that it had before.
    fn cut(&self, file: &File, length: u64) -> io::Result<()>;
    /// Flushes a folder's entries to the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Replaces a file atomically and durably.
    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
}

/// The real file system.
pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn open(&self, path: &Path) -> io::Result<File> {
        sys::open_private_append(path)
    }

    fn lock(&self, file: &File) -> Result<(), TryLockError> {
        file.try_lock()
    }

    fn is_ours(&self, path: &Path, file: &File) -> io::Result<bool> {
        owner::is_ours(&file.metadata()?, &folder_of(path))
    }

    fn read(&self, file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
        sys::read_at(file, buffer, at)
    }

    fn write(&self, mut file: &File, bytes: &[u8]) -> io::Result<usize> {
        file.write(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_data()
    }

    fn cut(&self, file: &File, length: u64) -> io::Result<()> {
        file.set_len(length)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        match File::open(folder)?.sync_all() {
            // Some network shares cannot sync a folder, and need not.
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::InvalidInput | ErrorKind::Unsupported
                ) =>
            {
                Ok(())
            }
            outcome => outcome,
        }
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let folder = folder_of(path);
        // A temporary file is readable by its owner only.
        let mut file = tempfile::NamedTempFile::new_in(&folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        self.sync_folder(&folder)
    }
}
