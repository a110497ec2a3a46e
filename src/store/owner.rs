//! Ownership of files, as far as the file system tells.
//!
//! A network share often maps users, so that our own files have another user's id. So a file is
//! ours if it has the owner that a new file in its folder would have. Nothing is cached: a share
//! can be mounted differently between two saves.

use std::fs::Metadata;
use std::io;
use std::path::Path;

use super::sys::{owner_of, user};

/// Returns whether a file, or a link itself, has the owner that a new file in the folder would
/// have.
///
/// # Errors
/// Fails if the file's user id is not ours and no file can be created in the folder to compare.
pub(super) fn is_ours(metadata: &Metadata, folder: &Path) -> io::Result<bool> {
    let owner = owner_of(metadata);
    if owner == user() {
        return Ok(true);
    }
    // Most systems create it without a name, and all of them remove it at once.
    let new = tempfile::tempfile_in(folder)?;
    Ok(owner == owner_of(&new.metadata()?))
}
