//! Files on Unix.

use std::fs::{DirBuilder, File, Metadata, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, FileExt as _, MetadataExt as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use rustix::fs::OFlags;
use rustix::io::Errno;
use rustix::process::geteuid;

/// What tells one file from another, whatever their names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) struct FileId {
    device: u64,
    inode: u64,
}

/// The identity of a file: it stays the same when the file is renamed.
pub(in crate::store) fn identity_of(metadata: &Metadata) -> FileId {
    FileId {
        device: metadata.dev(),
        inode: metadata.ino(),
    }
}

/// How many names a file has: more than one where somebody made hard links to it.
pub(in crate::store) fn names_of(metadata: &Metadata) -> u64 {
    metadata.nlink()
}

/// Whom a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Owner(u32);

/// Whom a file belongs to. A network share may name another user than the one who made it.
pub(in crate::store) fn owner_of(metadata: &Metadata) -> Owner {
    Owner(metadata.uid())
}

/// The user that this program runs as.
pub(in crate::store) fn user() -> Owner {
    Owner(geteuid().as_raw())
}

/// Makes a folder, and those above it that are missing, for its owner only.
pub(in crate::store) fn make_private_folders(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(0o700).create(folder)
}

/// Creates a file that only its owner can read; an error if the name is taken.
pub(in crate::store) fn create_private(path: &Path) -> io::Result<File> {
    private().write(true).create_new(true).open(path)
}

/// Opens a file to read and write it at any place, or creates an empty one that only its owner can
/// read. An error if the name is a link: see [`is_link_refusal`].
pub(in crate::store) fn open_private(path: &Path) -> io::Result<File> {
    let mut options = private();
    options.read(true).write(true).create(true).truncate(false);
    options.open(path)
}

/// Opens a file to read it and append to it, or creates an empty one that only its owner can read.
/// An error if the name is a link: see [`is_link_refusal`].
pub(in crate::store) fn open_private_append(path: &Path) -> io::Result<File> {
    private().read(true).append(true).create(true).open(path)
}

/// What happens to a link in place of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Links {
    /// It is followed.
    Followed,
    /// It is an error.
    Refused,
}

/// Opens a file to read it, and never waits for the other end of a pipe: whoever calls checks that
/// it is a regular file. A link is followed only if that is wanted.
pub(in crate::store) fn open_to_read(path: &Path, links: Links) -> io::Result<File> {
    let flags = match links {
        Links::Followed => OFlags::NONBLOCK,
        Links::Refused => OFlags::NONBLOCK | OFlags::NOFOLLOW,
    };
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(raw(flags)).open(path)
}

/// For what is ours alone. A link in place of the file is refused.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.mode(0o600).custom_flags(raw(OFlags::NOFOLLOW));
    options
}

fn raw(flags: OFlags) -> i32 {
    flags.bits().cast_signed()
}

/// Whether a file was not opened because its name is a link. Some systems of the BSD family have
/// codes of their own for it.
pub(in crate::store) fn is_link_refusal(error: &io::Error) -> bool {
    let known = [Errno::LOOP, Errno::MLINK];
    Errno::from_io_error(error).is_some_and(|code| known.contains(&code))
}

/// What a lock call says on file systems without locks. Which of them it is depends on the system,
/// the mount and the server: NFS without its lock daemon says `NOLCK`.
const NO_LOCKS: [Errno; 5] = [
    Errno::NOLCK,
    Errno::INVAL,
    Errno::ACCESS,
    Errno::NOSYS,
    Errno::OPNOTSUPP,
];

/// Whether a lock call failed because the file system has no locks, and not because another program
/// has the lock.
pub(in crate::store) fn is_no_lock_support(error: &io::Error) -> bool {
    let code = Errno::from_io_error(error);
    code.is_some_and(|code| NO_LOCKS.contains(&code))
}

/// The permissions of a new file that is made to be sent on; the user's mask takes away from them.
pub(in crate::store) fn permissions_for_others() -> Permissions {
    Permissions::from_mode(0o666)
}

/// Fills a buffer from a place in a file.
pub(in crate::store) fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
    file.read_exact_at(buffer, at)
}

/// Writes all bytes to a place in a file.
pub(in crate::store) fn write_at(file: &File, bytes: &[u8], at: u64) -> io::Result<()> {
    file.write_all_at(bytes, at)
}

/// Who may do what with a file, for tests.
#[cfg(test)]
pub(in crate::store) fn mode_of(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

/// Changes who may do what with a file, for tests.
#[cfg(test)]
pub(in crate::store) fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Creates a symbolic link, for tests.
#[cfg(test)]
pub(in crate::store) fn make_link(target: &Path, link: &Path) {
    std::os::unix::fs::symlink(target, link).unwrap();
}

/// Every error of a lock call that means there are no locks, for tests.
#[cfg(test)]
pub(in crate::store) fn no_lock_errors() -> Vec<io::Error> {
    NO_LOCKS.into_iter().map(io::Error::from).collect()
}

/// Creates a pipe that nothing reads or writes, for tests.
#[cfg(test)]
pub(in crate::store) fn make_pipe(path: &Path) {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
}

/// Creates a socket that nothing listens on, for tests.
#[cfg(test)]
pub(in crate::store) fn make_socket(path: &Path) {
    drop(std::os::unix::net::UnixListener::bind(path).unwrap());
}
