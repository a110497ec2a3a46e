//! The notices an author has seen about notes under another name, so that each is shown once.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::RealDisk;
use super::locked::Locked;
use super::state_files::{make_folder_of, state_file};
use crate::model::Author;
use crate::text::clean_line;

/// The most characters of a name that are shown and written into a header, so that the header fits
/// into the part of a file that is read to identify its author.
const LONGEST: usize = 80;

/// The file of notices: pairs of names, one pair per line.
#[derive(Clone, Debug)]
pub(super) struct ToldNames(PathBuf);

impl ToldNames {
    /// Returns the notices about an author's notes of a briefing.
    pub(super) fn new(state: &Path, briefing: &Path, author: &Author) -> Self {
        Self(state_file(state, briefing, &format!("{author}.names")))
    }

    /// Returns whether the user `name` has not seen a notice about `other` yet, and records it.
    pub(super) fn is_news(&self, name: &str, other: &str) -> bool {
        let line = format!("{name}\t{other}");
        let told = fs::read_to_string(&self.0).unwrap_or_default();
        if told.lines().any(|known| known == line) {
            return false;
        }
        // A notice that cannot be recorded is shown again.
        if make_folder_of(&self.0).is_ok() {
            let opened = Locked::open(&RealDisk, &self.0);
            drop(opened.and_then(|file| file.append("", &format!("{line}\n"))));
        }
        true
    }
}

/// Shortens a name to one line of at most [`LONGEST`] characters.
pub(super) fn shown(name: &str) -> String {
    let name = clean_line(name.trim());
    name.trim().chars().take(LONGEST).collect()
}
