//! Inspects and reads one notes file.
//!
//! Rules, in order: never wait for a file that may never answer, such as a pipe; never read the
//! target of another user's link; the user's own link is read like its target.

use std::fs::{self, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::super::owner;
use super::super::paths::folder_of;
use super::super::sys::{FileId, Links, identity_of, open_to_read, owner_of, user};

/// The most bytes of a notes file that are read. Earlier versions wrote without a limit; a larger
/// file is not a notes file and must not use up the memory.
pub(in crate::store) const MOST_READ: u64 = 64 << 20;

/// The bytes of a notes file, and the target of its name if it is a link.
pub(super) struct Content {
    pub(super) bytes: Vec<u8>,
    pub(super) link: Option<PathBuf>,
}

/// Reads a notes file.
///
/// # Errors
/// Returns an error whose message follows "not read: ".
pub(super) fn read(path: &Path) -> io::Result<Content> {
    let look = fs::symlink_metadata(path)?;
    let (link, links) = if look.is_symlink() {
        (Some(own_target(path, &look)?), Links::Followed)
    } else {
        (None, Links::Refused)
    };
    let at = link.as_deref().unwrap_or(path);
    // Checked before it is opened, since opening alone can have effects on some devices. Checked
    // again afterwards, since it can be replaced in between.
    check_regular(&fs::metadata(at)?)?;
    let bytes = read_regular(at, links, MOST_READ + 1)?;
    check_size(&bytes)?;
    Ok(Content { bytes, link })
}

/// Reads a whole file that this program writes, which is never a link.
///
/// # Errors
/// Fails as [`read`] does, and if it is a link.
pub(in crate::store) fn read_own(path: &Path) -> io::Result<Vec<u8>> {
    let bytes = read_own_head(path, MOST_READ + 1)?;
    check_size(&bytes)?;
    Ok(bytes)
}

/// Reads the first `most` bytes, as [`read_own`] does.
pub(in crate::store) fn read_own_head(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    check_regular(&fs::symlink_metadata(path)?)?;
    read_regular(path, Links::Refused, most)
}

fn read_regular(path: &Path, links: Links, most: u64) -> io::Result<Vec<u8>> {
    let file = open_to_read(path, links)?;
    check_regular(&file.metadata()?)?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn check_size(bytes: &[u8]) -> io::Result<()> {
    if bytes.len() as u64 > MOST_READ {
        let mebibytes = MOST_READ >> 20;
        let told = format!("it is larger than {mebibytes} MiB");
        return Err(io::Error::other(told));
    }
    Ok(())
}

fn check_regular(metadata: &Metadata) -> io::Result<()> {
    let error = || io::Error::other("it is not a regular file");
    metadata.is_file().then_some(()).ok_or_else(error)
}

/// Returns the target of a link, if the link itself is ours. Otherwise anyone with write access to
/// the folder could make a link to any file of ours, and we would publish it.
fn own_target(path: &Path, look: &Metadata) -> io::Result<PathBuf> {
    let folder = folder_of(path);
    if !owner::is_ours(look, &folder).unwrap_or(false) {
        return Err(io::Error::other("it is a link that another user made"));
    }
    let target = fs::read_link(path)?;
    // Another link could have replaced it since the check.
    if identity_of(&fs::symlink_metadata(path)?) != identity_of(look) {
        return Err(io::Error::other("it was replaced while it was read"));
    }
    Ok(folder.join(target))
}

/// The identity of a file until another file replaces it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Incarnation {
    file: FileId,
    /// The time of creation, since a new file may get the inode of a deleted one.
    created: Option<SystemTime>,
}

/// Returns the identity and the length in bytes of a file that this program writes.
pub(in crate::store) fn incarnation(path: &Path) -> Option<(Incarnation, u64)> {
    let metadata = fs::symlink_metadata(path).ok()?;
    let incarnation = Incarnation {
        file: identity_of(&metadata),
        created: metadata.created().ok(),
    };
    Some((incarnation, metadata.len()))
}

/// The metadata of a notes file that changes when the file does. A file that replaces another has
/// another identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    length: u64,
    modified: Option<SystemTime>,
    file: FileId,
}

/// Returns the metadata of a notes file, or of the target of a link of ours.
pub(super) fn seen(path: &Path) -> Option<Seen> {
    let look = fs::symlink_metadata(path).ok()?;
    // Another user's link could lead to a share that does not respond.
    let is_followed = look.is_symlink() && owner_of(&look) == user();
    let target = is_followed.then(|| fs::metadata(path).ok()).flatten();
    let metadata = target.unwrap_or(look);
    Some(Seen {
        length: metadata.len(),
        modified: metadata.modified().ok(),
        file: identity_of(&metadata),
    })
}
