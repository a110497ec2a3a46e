//! Files on Unix.

use std::fs::{DirBuilder, File, Metadata, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, FileExt as _, MetadataExt as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use rustix::fs::OFlags;
use rustix::io::Errno;
use rustix::process::geteuid;

/// The identity of a file, whatever its names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) struct FileId {
    device: u64,
    inode: u64,
}

/// Returns the identity of a file: it stays the same when the file is renamed.
pub(in crate::store) fn identity_of(metadata: &Metadata) -> FileId {
    FileId {
        device: metadata.dev(),
        inode: metadata.ino(),
    }
}

/// Returns how many names a file has: more than one if there are hard links to it.
pub(in crate::store) fn names_of(metadata: &Metadata) -> u64 {
    metadata.nlink()
}

/// The owner of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Owner(u32);

/// Returns the owner of a file. A network share may report another user than the one who made it.
pub(in crate::store) fn owner_of(metadata: &Metadata) -> Owner {
    Owner(metadata.uid())
}

/// Returns the user that this program runs as.
pub(in crate::store) fn user() -> Owner {
    Owner(geteuid().as_raw())
}

/// Creates a folder, and its missing parents, for its owner only.
pub(in crate::store) fn make_private_folders(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(0o700).create(folder)
}

/// Creates a file that only its owner can read; fails if the name is taken.
pub(in crate::store) fn create_private(path: &Path) -> io::Result<File> {
    private().write(true).create_new(true).open(path)
}

/// Opens a file for reading and writing at any offset, or creates an empty one that only its owner
/// can read. Fails if the name is a link: see [`is_link_refusal`].
pub(in crate::store) fn open_private(path: &Path) -> io::Result<File> {
    let mut options = private();
    options.read(true).write(true).create(true).truncate(false);
    options.open(path)
}

/// Opens a file for reading and appending, or creates an empty one that only its owner can read.
/// Fails if the name is a link: see [`is_link_refusal`].
pub(in crate::store) fn open_private_append(path: &Path) -> io::Result<File> {
    private().read(true).append(true).create(true).open(path)
}

/// The handling of a link in place of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Links {
    /// The link is followed.
    Followed,
    /// The link is an error.
    Refused,
}

/// Opens a file for reading, and never waits for the other end of a pipe: the caller checks that it
/// is a regular file. Follows links only if told to.
pub(in crate::store) fn open_to_read(path: &Path, links: Links) -> io::Result<File> {
    let flags = match links {
        Links::Followed => OFlags::NONBLOCK,
        Links::Refused => OFlags::NONBLOCK | OFlags::NOFOLLOW,
    };
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(raw(flags)).open(path)
}

/// Returns the options for private files. A link in place of the file is refused.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.mode(0o600).custom_flags(raw(OFlags::NOFOLLOW));
    options
}

fn raw(flags: OFlags) -> i32 {
    flags.bits().cast_signed()
}

/// Returns whether a file was not opened because its name is a link. Some BSD systems have error
/// codes of their own for it.
pub(in crate::store) fn is_link_refusal(error: &io::Error) -> bool {
    let known = [Errno::LOOP, Errno::MLINK];
    Errno::from_io_error(error).is_some_and(|code| known.contains(&code))
}

/// The errors of a lock call on file systems without locks. Which one it is depends on the system,
/// the mount and the server: NFS without its lock daemon returns `NOLCK`.
const NO_LOCKS: [Errno; 5] = [
    Errno::NOLCK,
    Errno::INVAL,
    Errno::ACCESS,
    Errno::NOSYS,
    Errno::OPNOTSUPP,
];

/// Returns whether a lock call failed because the file system has no locks, and not because another
/// program holds the lock.
pub(in crate::store) fn is_no_lock_support(error: &io::Error) -> bool {
    let code = Errno::from_io_error(error);
    code.is_some_and(|code| NO_LOCKS.contains(&code))
}

/// Returns the permissions of a new file that is meant for others; the user's umask limits them.
pub(in crate::store) fn permissions_for_others() -> Permissions {
    Permissions::from_mode(0o666)
}

/// Fills a buffer from an offset in a file.
pub(in crate::store) fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
    file.read_exact_at(buffer, at)
}

/// Writes all bytes at an offset in a file.
pub(in crate::store) fn write_at(file: &File, bytes: &[u8], at: u64) -> io::Result<()> {
    file.write_all_at(bytes, at)
}

/// Returns the permissions of a file, for tests.
#[cfg(test)]
pub(in crate::store) fn mode_of(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

/// Changes the permissions of a file, for tests.
#[cfg(test)]
pub(in crate::store) fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Creates a symbolic link, for tests.
#[cfg(test)]
pub(in crate::store) fn make_link(target: &Path, link: &Path) {
    std::os::unix::fs::symlink(target, link).unwrap();
}

/// Returns every error of a lock call that means there are no locks, for tests.
#[cfg(test)]
pub(in crate::store) fn no_lock_errors() -> Vec<io::Error> {
    NO_LOCKS.into_iter().map(io::Error::from).collect()
}

/// Creates a pipe without readers or writers, for tests.
#[cfg(test)]
pub(in crate::store) fn make_pipe(path: &Path) {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
}

/// Creates a socket without a listener, for tests.
#[cfg(test)]
pub(in crate::store) fn make_socket(path: &Path) {
    drop(std::os::unix::net::UnixListener::bind(path).unwrap());
}
