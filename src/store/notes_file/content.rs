//! The content of a notes file as data.

use std::fmt;

use crate::model::{Author, Record};
use crate::text::{clean_line, fold};

/// The content of a notes file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct NotesFile {
    /// The author, from the header or else from the file name.
    pub author: Author,
    /// The author's name as reports print it, if it is in the header.
    pub name: Option<String>,
    /// The device that writes this file, if it is in the header.
    pub device: Option<String>,
    /// Every undamaged revision, in the order of the file.
    pub records: Vec<Record>,
    /// The parts that could not be read as they are, in the order of the file.
    pub damage: Vec<Damage>,
}

/// A part of a notes file that could not be read as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Damage {
    /// The file name.
    pub file: String,
    /// The line, from 1; `None` if it concerns the whole file.
    pub line: Option<usize>,
    /// The mistake and how it was handled, on one line, safe to print.
    pub reason: String,
}

impl Damage {
    /// Makes damage that concerns the whole file.
    pub fn of_file(file: impl Into<String>, reason: &str) -> Self {
        Self {
            file: file.into(),
            line: None,
            reason: clean_line(reason).into_owned(),
        }
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = clean_line(&self.file);
        match self.line {
            Some(line) => write!(f, "{file}:{line}: {}", self.reason),
            None => write!(f, "{file}: {}", self.reason),
        }
    }
}

/// The markers that git writes at the start of a line in a file that it could not merge.
pub(super) const MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Returns the author in a file name such as `paper.notes.anna.7f3a.toml`.
pub(super) fn author_in(name: &str) -> Author {
    author_at(name.split_once(".notes.").map_or(name, |(_, after)| after))
}

/// Returns the author in `end`, the part of such a name from the author on.
pub(in crate::store) fn author_at(end: &str) -> Author {
    let author = end.split(['.', ' ']).next().unwrap_or_default();
    Author::from_folded(&fold(author))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_contains_its_author() {
        let anna = Author::from_folded("anna");
        for name in [
            "paper.notes.anna.toml",
            "paper.notes.anna.7f3a.toml",
            "paper.notes.Anna (conflicted copy 2026-11-24).toml",
            "paper.notes.anna.sync-conflict-20261124-101112-ABCDEFG.toml",
        ] {
            assert_eq!(author_in(name), anna, "{name}");
        }
    }

    #[test]
    fn damage_has_a_file_and_line() {
        let mut damage = Damage::of_file("a.notes.b.toml", "not\nread\u{1b}");
        assert_eq!(damage.to_string(), "a.notes.b.toml: not read");
        damage.line = Some(3);
        assert_eq!(damage.to_string(), "a.notes.b.toml:3: not read");
    }
}
