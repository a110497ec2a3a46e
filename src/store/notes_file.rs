//! The text of a notes file: written block by block, read back tolerantly. No file is touched here.
//!
//! Rules, in order: every block that was written whole is given back, whatever happened to the
//! rest of the file; a block that is not whole is never taken for one; what was not given back is
//! listed; the file is valid TOML 1.0 that a person can read and grep.
//!
//! Two properties of what is written carry the reading: `text` comes last, and no line inside a
//! text starts with `[` or a conflict marker. Such lines therefore always lie between blocks.

#[cfg(test)]
mod laws;
mod lines;
mod read;
mod wire;
mod write;

use std::fmt;

use crate::model::{Author, Record};
use crate::text::{clean_line, fold};

pub(super) use read::parse;
pub(super) use write::{block, header, named_header};

/// What a notes file gave up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NotesFile {
    /// Whose notes these are: as the header says, otherwise as the file's name says.
    pub author: Author,
    /// The author's name as reports print it, if the header has it.
    pub name: Option<String>,
    /// The device that writes this file, if the header names one.
    pub device: Option<String>,
    /// Every undamaged revision, in the order of the file.
    pub records: Vec<Record>,
    /// What could not be read as it stands, in the order of the file.
    pub damage: Vec<Damage>,
}

/// Something in a notes file that could not be read as it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Damage {
    /// The name of the file.
    pub file: String,
    /// The line, from 1; `None` when it is about the file as a whole.
    pub line: Option<usize>,
    /// What is wrong, and what became of it; one line, safe to show.
    pub reason: String,
}

impl Damage {
    /// Damage of a file as a whole.
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

/// What git writes at the start of a line of a file that it could not merge.
const MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// The author that a name such as `paper.notes.anna.7f3a.toml` speaks of.
fn author_in(name: &str) -> Author {
    author_at(name.split_once(".notes.").map_or(name, |(_, after)| after))
}

/// The author that the end of such a name speaks of, from the author on.
pub(super) fn author_at(end: &str) -> Author {
    let author = end.split(['.', ' ']).next().unwrap_or_default();
    Author::from_folded(&fold(author))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_speaks_of_its_author() {
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
    fn damage_names_the_place() {
        let mut damage = Damage::of_file("a.notes.b.toml", "not\nread\u{1b}");
        assert_eq!(damage.to_string(), "a.notes.b.toml: not read");
        damage.line = Some(3);
        assert_eq!(damage.to_string(), "a.notes.b.toml:3: not read");
    }
}
