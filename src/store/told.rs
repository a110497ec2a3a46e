//! What an author was told about the notes of another name, so that it is told once.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::RealDisk;
use super::locked::Locked;
use super::state::{make_folder_of, state_file};
use crate::model::Author;
use crate::text::clean_line;

/// The most characters of a name that are shown and written into a header: a file that is read only
/// for its header has to have all of it.
const LONGEST: usize = 80;

/// Where it is remembered: pairs of names, each on a line.
#[derive(Clone, Debug)]
pub(super) struct Told(PathBuf);

impl Told {
    /// What was told about an author's notes of a briefing.
    pub(super) fn new(state: &Path, briefing: &Path, author: &Author) -> Self {
        Self(state_file(state, briefing, &format!("{author}.names")))
    }

    /// Whether someone of a name has not been told yet about another; remembers it from now on.
    pub(super) fn is_news(&self, name: &str, other: &str) -> bool {
        let line = format!("{name}\t{other}");
        let told = fs::read_to_string(&self.0).unwrap_or_default();
        if told.lines().any(|known| known == line) {
            return false;
        }
        // If it cannot be remembered it is told again.
        if make_folder_of(&self.0).is_ok() {
            let opened = Locked::open(&RealDisk, &self.0);
            drop(opened.and_then(|file| file.append("", &format!("{line}\n"))));
        }
        true
    }
}

/// A name on one line and of a length that fits everywhere.
pub(super) fn shown(name: &str) -> String {
    let name = clean_line(name.trim());
    name.trim().chars().take(LONGEST).collect()
}
