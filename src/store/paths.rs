//! The paths of files beside a briefing.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Returns the folder of a briefing; the current one for a bare file name.
pub(super) fn folder_of(briefing: &Path) -> PathBuf {
    let folder = briefing.parent().unwrap_or_else(|| Path::new(""));
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    folder.to_owned()
}

/// Returns the beginning of the names of all notes files of a briefing.
pub(super) fn prefix_of(briefing: &Path) -> OsString {
    let mut prefix = briefing.file_stem().unwrap_or_default().to_owned();
    prefix.push(".notes.");
    prefix
}
