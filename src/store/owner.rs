//! Whose a file is, as far as the file system tells.
//!
//! A network share often maps users: what we write there belongs to somebody else by number. So a
//! file is ours when it belongs to whom a new file in its folder would belong. Nothing is
//! remembered: a share can be mounted in another way between two saves.

use std::fs::Metadata;
use std::io;
use std::path::Path;

use super::sys::{owner_of, user};

/// Whether a file, or a link itself, belongs to whom a new file in the folder would belong.
///
/// # Errors
/// The file belongs to another user by number, and no file can be created in the folder to see
/// whether that is us.
pub(super) fn is_ours(metadata: &Metadata, folder: &Path) -> io::Result<bool> {
    let owner = owner_of(metadata);
    if owner == user() {
        return Ok(true);
    }
    // Most systems create it without a name, and all of them remove it at once.
    let new = tempfile::tempfile_in(folder)?;
    Ok(owner == owner_of(&new.metadata()?))
}
