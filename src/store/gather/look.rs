//! Looks at one notes file and reads it.
//!
//! Rules, in order: never wait for a file that may never answer, such as a pipe; never read what a
//! stranger's link leads to; a link of the user's own is read like the file it leads to.

use std::fs::{self, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::super::owner;
use super::super::sys::{FileId, Links, identity_of, open_to_read, owner_of, user};
use super::{MOST_READ, folder_of};

/// The bytes of a notes file, and where its name leads if it is a link.
pub(super) struct Content {
    pub(super) bytes: Vec<u8>,
    pub(super) link: Option<PathBuf>,
}

/// Reads a notes file.
///
/// # Errors
/// In words that follow "not read: ".
pub(super) fn read(path: &Path) -> io::Result<Content> {
    let look = fs::symlink_metadata(path)?;
    let (link, links) = if look.is_symlink() {
        (Some(own_target(path, &look)?), Links::Followed)
    } else {
        (None, Links::Refused)
    };
    let at = link.as_deref().unwrap_or(path);
    // Looked at before it is opened, since opening can already do something: some devices act on
    // it. Looked at once more afterwards, since it can be replaced in between.
    check_regular(&fs::metadata(at)?)?;
    let bytes = read_regular(at, links, MOST_READ + 1)?;
    check_size(&bytes)?;
    Ok(Content { bytes, link })
}

/// Reads all of a file that this program writes, which is no link.
///
/// # Errors
/// As [`read`], and where it is a link.
pub(in crate::store) fn read_own(path: &Path) -> io::Result<Vec<u8>> {
    let bytes = read_own_head(path, MOST_READ + 1)?;
    check_size(&bytes)?;
    Ok(bytes)
}

/// The same for its first bytes, `most` of them.
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

/// Where a link leads, if the link itself is ours. Whoever can write to the folder can make a link
/// to any file of ours, and would have us publish it.
fn own_target(path: &Path, look: &Metadata) -> io::Result<PathBuf> {
    let folder = folder_of(path);
    if !owner::is_ours(look, &folder).unwrap_or(false) {
        return Err(io::Error::other("it is a link that another user made"));
    }
    let target = fs::read_link(path)?;
    // Another link could have been put in its place since we looked.
    if identity_of(&fs::symlink_metadata(path)?) != identity_of(look) {
        return Err(io::Error::other("it was replaced while it was read"));
    }
    Ok(folder.join(target))
}

/// What a file is known by as long as no other file is put in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) struct Incarnation {
    file: FileId,
    /// A new file may be given the identity of one that was deleted.
    created: Option<SystemTime>,
}

/// Looks at a file that this program writes: what it is known by, and its length in bytes.
pub(in crate::store) fn incarnation(path: &Path) -> Option<(Incarnation, u64)> {
    let metadata = fs::symlink_metadata(path).ok()?;
    let incarnation = Incarnation {
        file: identity_of(&metadata),
        created: metadata.created().ok(),
    };
    Some((incarnation, metadata.len()))
}

/// What can be seen of a notes file without reading it: it changes when the file does. A file that
/// is put in place of another has another identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    length: u64,
    modified: Option<SystemTime>,
    file: FileId,
}

/// Looks at a notes file, or at what a link of ours leads to.
pub(super) fn seen(path: &Path) -> Option<Seen> {
    let look = fs::symlink_metadata(path).ok()?;
    // A stranger's link could lead to a share that does not answer.
    let is_followed = look.is_symlink() && owner_of(&look) == user();
    let target = is_followed.then(|| fs::metadata(path).ok()).flatten();
    let metadata = target.unwrap_or(look);
    Some(Seen {
        length: metadata.len(),
        modified: metadata.modified().ok(),
        file: identity_of(&metadata),
    })
}
