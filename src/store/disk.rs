//! The calls of a save that a disk can refuse: the one seam at which a test lets them fail.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::gather::folder_of;
use super::{owner, sys};

/// What a save asks of a disk.
pub(super) trait Disk {
    /// Opens a file to append to it, or makes an empty one that only its owner can read. A link is
    /// not followed.
    fn open(&self, path: &Path) -> io::Result<File>;
    /// Locks a file against other programs, without waiting for it.
    fn lock(&self, file: &File) -> Result<(), TryLockError>;
    /// Whether the file of a path belongs to whom a new file beside it would belong.
    fn is_ours(&self, path: &Path, file: &File) -> io::Result<bool>;
    /// Fills a buffer from a place in a file.
    fn read(&self, file: &File, buffer: &mut [u8], at: u64) -> io::Result<()>;
    /// Appends in one write; returns how many bytes went in.
    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<usize>;
    /// Puts what was written on the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Gives a file a length that it had before.
    fn cut(&self, file: &File, length: u64) -> io::Result<()>;
    /// Puts the names of a folder on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Puts a file in place of another, in one step and on the disk.
    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
}

/// The disk there is.
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
            // Some network shares cannot, and do by themselves what can be done.
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
        // Nobody but us may read it.
        let mut file = tempfile::NamedTempFile::new_in(&folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        self.sync_folder(&folder)
    }
}
