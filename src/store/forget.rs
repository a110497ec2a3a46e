//! The files of a briefing in the state folder, and their removal.
//!
//! Rules, in order: nothing is removed while a program has the briefing open; notes and drafts that
//! are nowhere else are counted before anything is removed; notes files are only read.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::draft_slots::slot_files;
use super::notes_files::read_records;
use super::only_here::{JournalFile, OnlyOnThisMachine, Waits, journals, newer_than, only_in};
use super::session::{load_session, session_file};
use super::state_files::{make_folder_of, state_file, state_files};
use super::sys::open_private;
use crate::model::{NoteId, Record};

/// The files of a briefing in the state folder.
#[derive(Debug, Default)]
pub struct HeldFiles {
    /// The files and folders, each with its content.
    pub parts: Vec<HeldPart>,
    /// The notes and turns that are in no notes file.
    pub only_here: OnlyOnThisMachine,
    /// The number of drafts that were never saved.
    pub drafts: usize,
    /// The files that cannot be read, and may contain notes or drafts.
    pub unreadable: Vec<PathBuf>,
    mark: PathBuf,
}

/// A file or folder in the state folder.
#[derive(Debug)]
pub struct HeldPart {
    /// The path.
    pub path: PathBuf,
    /// The content, in words.
    pub what: String,
    /// The length, in bytes.
    pub bytes: u64,
}

/// The reason why a briefing was not forgotten.
#[derive(Debug, Error)]
pub enum NotForgotten {
    /// A program has it open, or a note is being saved.
    #[error("a program has this briefing open; quit it first")]
    IsOpen,
    /// The system's error. Files removed before it stay removed.
    #[error("{} cannot be removed: {}", .0.display(), .1)]
    Failed(PathBuf, io::Error),
}

/// A lock that tells other programs, for as long as it lives, that a briefing is open.
#[derive(Debug)]
pub struct OpenMark {
    _file: File,
}

impl OpenMark {
    /// Marks a briefing as open. Returns `None` if the mark cannot be written; there is nothing to
    /// forget then either.
    pub fn new(state: &Path, briefing: &Path) -> Option<Self> {
        let path = mark_of(state, briefing);
        make_folder_of(&path).ok()?;
        let file = open_private(&path).ok()?;
        // A shared lock: several programs may have one briefing open.
        drop(file.try_lock_shared());
        Some(Self { _file: file })
    }
}

fn mark_of(state: &Path, briefing: &Path) -> PathBuf {
    state_file(state, briefing, "open")
}

/// The small files of each author: the number of words before the ending of the file name, the
/// ending, and the content.
const SMALL: [(usize, &str, &str); 2] = [
    (2, ".ids", "device ids"),
    (1, ".names", "notices already shown"),
];

/// Finds the files of a briefing in the state folder.
pub fn held(state: &Path, briefing: &Path) -> HeldFiles {
    let (there, _) = read_records(briefing);
    let mut held = HeldFiles {
        mark: mark_of(state, briefing),
        ..HeldFiles::default()
    };
    let mut only_here = Vec::new();
    for journal in journals(state, briefing) {
        only_here.extend(held.add_journal(&journal, &there));
    }
    for (count, end, what) in SMALL {
        for (file, _) in state_files(state, briefing, count, end) {
            held.add(&file, what.to_owned());
        }
    }
    only_here.extend(held.add_session(&session_file(state, briefing), &there));
    held.only_here = OnlyOnThisMachine::of(&only_here);
    held
}

impl HeldFiles {
    /// Returns whether there are notes or drafts that are nowhere else.
    pub fn has_unsaved(&self) -> bool {
        !self.only_here.is_empty() || self.drafts > 0 || !self.unreadable.is_empty()
    }

    /// Returns the total length, in bytes.
    pub fn bytes(&self) -> u64 {
        self.parts.iter().map(|part| part.bytes).sum()
    }

    /// Removes all these files.
    ///
    /// # Errors
    /// Fails if a program has the briefing open, or a file cannot be removed.
    pub fn remove(&self) -> Result<(), NotForgotten> {
        let paths = self.parts.iter().map(|part| &part.path);
        // Held until all files are removed: a save that starts in between waits, and begins a new
        // journal.
        let mut locks = Vec::new();
        for path in paths.clone().chain([&self.mark]) {
            locks.push(lock_of_unused(path)?);
        }
        for path in paths.chain([&self.mark]) {
            let removed = if path.is_dir() {
                fs::remove_dir_all(path)
            } else {
                fs::remove_file(path)
            };
            match removed {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(NotForgotten::Failed(path.clone(), error));
                }
                _ => (),
            }
        }
        drop(locks);
        Ok(())
    }

    /// Adds a journal, and returns the records that only it has.
    fn add_journal(&mut self, journal: &JournalFile, there: &[Record]) -> Vec<Record> {
        let JournalFile {
            file,
            author,
            device,
        } = journal;
        let name = format!("journal of {author}, device {device}");
        match journal.read(Waits::ForSaves) {
            Ok((records, is_damaged)) => {
                if is_damaged {
                    self.unreadable.push(file.clone());
                }
                let ids: BTreeSet<&NoteId> = records.iter().map(Record::id).collect();
                self.add(file, format!("{name}: copies of {}", counted(ids.len())));
                only_in(&records, there)
            }
            Err(error) => {
                self.unreadable.push(file.clone());
                self.add(file, format!("{name}, which cannot be read: {error}"));
                Vec::new()
            }
        }
    }

    /// Adds the session and its other files, and returns the records that only it has.
    fn add_session(&mut self, session: &Path, there: &[Record]) -> Vec<Record> {
        let kept = load_session(session);
        let slots = slot_files(session).into_iter();
        for file in [session.to_owned()].into_iter().chain(slots) {
            self.add(
                &file,
                "session: place, marks, searches, drafts, floor".to_owned(),
            );
        }
        self.drafts += kept.drafts.len();
        let broken = session.with_extension("toml.broken");
        if broken.exists() {
            self.add(&broken, "a session that cannot be read".to_owned());
            self.unreadable.push(broken);
        }
        let sheets = session.with_extension("sheets");
        let count = fs::read_dir(&sheets).map_or(0, Iterator::count);
        if count > 0 {
            self.drafts += count;
            self.add(&sheets, "drafts that were open in an editor".to_owned());
        }
        newer_than(kept.pending, there)
    }

    /// Adds a file if it exists.
    fn add(&mut self, path: &Path, what: String) {
        if fs::symlink_metadata(path).is_ok() {
            let (path, bytes) = (path.to_owned(), size(path));
            self.parts.push(HeldPart { path, what, bytes });
        }
    }
}

fn counted(records: usize) -> String {
    match records {
        1 => "1 note or turn".to_owned(),
        count => format!("{count} notes and turns"),
    }
}

/// Returns the length of a file, or of all files in a folder and its subfolders, in bytes.
fn size(path: &Path) -> u64 {
    let Ok(metadata) = fs::symlink_metadata(path) else {
        return 0;
    };
    if !metadata.is_dir() {
        return metadata.len();
    }
    let inside = fs::read_dir(path).into_iter().flatten().flatten();
    inside.map(|file| size(&file.path())).sum()
}

/// Locks a file that no program has open; `None` if there is no file.
fn lock_of_unused(path: &Path) -> Result<Option<File>, NotForgotten> {
    let Ok(file) = File::open(path) else {
        return Ok(None);
    };
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(NotForgotten::IsOpen),
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(file)),
    }
}

#[cfg(test)]
mod tests;
