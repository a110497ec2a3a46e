//! Reads the notes of a briefing as the screen shows them: those in the notes files, and the
//! current author's notes that are only on this machine.
//!
//! A note is only on this machine if a journal has it and no notes file does, or if not even the
//! journal could be written and it is kept in the session. Nothing is written here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use thiserror::Error;

use super::SaveError;
use super::disk::RealDisk;
use super::journal::JOURNAL_END;
use super::locked::lock;
use super::notes_file::{Damage, parse};
use super::notes_files::{Gathered, may_have_strangers, read_files};
use super::paths::{folder_of, prefix_of};
use super::state_files::state_files;
use crate::model::{Author, NoteId, Notes, Record, Session};

/// Whether a reader waits for a save that is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// The reader waits for a moment: a note that is just being saved beside the briefing must not
    /// be counted as only on this machine.
    ForSaves,
    /// The reader does not wait, and takes no lock.
    Never,
}

/// The longest wait for a save in progress. After it, the journal is read as it is.
const WAIT: Duration = Duration::from_millis(500);

/// All notes of a briefing, and the reasons why others may not see some of them.
#[derive(Debug, Default)]
pub struct AllNotes {
    /// The union of all notes files and of the notes that are only on this machine.
    pub notes: Notes,
    /// The parts of the notes files that could not be read.
    pub damage: Vec<Damage>,
    /// Notices to show although nothing is wrong.
    pub notices: Vec<Damage>,
    /// The numbers of notes and turns that are only on this machine.
    pub only_here: OnlyOnThisMachine,
    /// Messages about journals that could not be read.
    pub unread: Vec<String>,
}

/// The records of the journal that are in no notes file, and could not be restored.
#[derive(Debug, Error)]
#[error("{}: {cause}", match records.len() {
    0 => "the journal cannot be read".to_owned(),
    count => format!("{count} on this machine only"),
})]
pub struct OnlyHere {
    /// The records; empty if not even the journal could be read.
    pub records: Vec<Record>,
    /// The reason.
    pub cause: SaveError,
}

/// The numbers of notes and turns that are only on this machine, and the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnlyOnThisMachine {
    /// The number of notes.
    pub notes: usize,
    /// The number of turns of the floor log.
    pub turns: usize,
    /// The reason, if it can be determined without writing.
    pub why: Option<String>,
}

impl AllNotes {
    /// Returns all messages about these notes, one per line.
    pub fn messages(&self) -> Vec<String> {
        let damage = self.damage.iter().map(ToString::to_string);
        let only_here = (!self.only_here.is_empty()).then(|| self.only_here.to_string());
        let notices = self.notices.iter().map(ToString::to_string);
        let all = damage.chain(only_here).chain(self.unread.iter().cloned());
        all.chain(notices).collect()
    }

    /// Returns whether everything is beside the briefing and readable there.
    pub fn is_whole(&self) -> bool {
        self.damage.is_empty() && self.only_here.is_empty() && self.unread.is_empty()
    }
}

impl OnlyOnThisMachine {
    /// Counts records; several revisions of one note count once.
    pub(super) fn of(records: &[Record]) -> Self {
        let ids = |wanted: fn(&Record) -> bool| {
            let wanted = records.iter().filter(|record| wanted(record));
            wanted.map(Record::id).collect::<BTreeSet<_>>().len()
        };
        Self {
            notes: ids(|record| matches!(record, Record::Note(_))),
            turns: ids(|record| matches!(record, Record::Turn(_))),
            why: None,
        }
    }

    /// Returns whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.notes == 0 && self.turns == 0
    }

    /// Returns the numbers in words: `2 notes and 1 turn`.
    pub fn count(&self) -> String {
        let counted = |count: usize, one: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {one}s")),
        };
        let parts = [counted(self.notes, "note"), counted(self.turns, "turn")];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        parts.join(" and ")
    }
}

impl fmt::Display for OnlyOnThisMachine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (is, them) = match self.notes + self.turns {
            1 => ("is", "it"),
            _ => ("are", "them"),
        };
        write!(f, "{} {is} on this machine only", self.count())?;
        if let Some(why) = &self.why {
            write!(f, ": {why}")?;
        }
        let who = "`roundtable note` and the screen";
        write!(f, "; {who} save {them} beside the briefing once they can")
    }
}

/// Reads all notes of a briefing. Calls `author` only if something may be only on this machine, or
/// a file may belong to another user.
pub fn read_all(
    briefing: &Path,
    state: Option<&Path>,
    session: &Session,
    author: impl FnOnce() -> Author,
    waits: Waits,
) -> AllNotes {
    let journals = state.map_or_else(Vec::new, |state| journals(state, briefing));
    let is_needed =
        !journals.is_empty() || !session.pending.is_empty() || may_have_strangers(briefing);
    let author = is_needed.then(author);
    let (mut journaled, mut unread) = (Vec::new(), Vec::new());
    // Journals first, in the order in which a save writes, so that a note being saved is not
    // missed.
    for journal in journals {
        if author.as_ref().map(Author::as_str) != Some(&journal.author) {
            continue;
        }
        match journal.read(waits) {
            Ok((records, _)) => journaled.extend(records),
            Err(error) => unread.push(format!(
                "the journal {} cannot be read: {error}",
                journal.file.display()
            )),
        }
    }
    let mut files = read_files(briefing);
    if let Some(author) = &author {
        files.list_strangers(briefing, author);
    }
    let there = files.records();
    let mut only_here = only_in(&journaled, &there);
    if let Some(author) = &author {
        let known = [there.as_slice(), &journaled].concat();
        let pending = session.pending.iter();
        let pending = pending
            .filter(|record| record.author() == author || *record.author() == Author::default());
        let pending: Vec<_> = pending.map(|record| record.clone().by(author)).collect();
        only_here.extend(newer_than(pending, &known));
    }
    let mut counted = OnlyOnThisMachine::of(&only_here);
    if !counted.is_empty() {
        counted.why = author.and_then(|author| why_not_beside(briefing, &author));
    }
    let Gathered {
        mut notes,
        damage,
        notices,
    } = files.gathered();
    notes.extend(only_here);
    AllNotes {
        notes,
        damage,
        notices,
        only_here: counted,
        unread,
    }
}

/// A journal of a briefing.
#[derive(Debug)]
pub(super) struct JournalFile {
    pub(super) file: PathBuf,
    pub(super) author: String,
    pub(super) device: String,
}

impl JournalFile {
    /// Reads every undamaged revision, and whether there is damage.
    pub(super) fn read(&self, waits: Waits) -> io::Result<(Vec<Record>, bool)> {
        let mut file = File::open(&self.file)?;
        if waits == Waits::ForSaves {
            drop(lock(&RealDisk, &file, &self.file, WAIT));
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let author = Author::from_folded(&self.author);
        let found = parse(&bytes, "");
        let records = found.records.into_iter();
        let records = records.map(|record| record.by(&author));
        Ok((records.collect(), !found.damage.is_empty()))
    }
}

/// Returns the journals of a briefing, of every author and device. A device gets a new id when its
/// state folder moves to another machine, and the notes in its old journal count too.
pub(super) fn journals(state: &Path, briefing: &Path) -> Vec<JournalFile> {
    let files = state_files(state, briefing, 2, JOURNAL_END).into_iter();
    let journals = files.filter_map(|(file, words)| {
        let [author, device] = <[String; 2]>::try_from(words).ok()?;
        file.is_file().then_some(JournalFile {
            file,
            author,
            device,
        })
    });
    journals.collect()
}

/// Returns the records that are not in `there`, except revisions that newer ones there have
/// replaced.
pub(super) fn only_in(journaled: &[Record], there: &[Record]) -> Vec<Record> {
    let newest = newest(there);
    let mut only = missing(journaled, there);
    only.retain(|record| {
        newest
            .get(record.id())
            .is_none_or(|rev| record.rev() >= *rev)
    });
    only
}

/// Returns the records that are newer than any known revision.
pub(super) fn newer_than(records: Vec<Record>, known: &[Record]) -> Vec<Record> {
    let newest = newest(known);
    let records = records.into_iter();
    let newer = records.filter(|one| newest.get(one.id()).is_none_or(|rev| one.rev() > *rev));
    newer.collect()
}

/// Returns the records of a journal that are not in `there` with the same content, each once. Two
/// programs may have written different versions with the same revision number.
pub(super) fn missing(journaled: &[Record], there: &[Record]) -> Vec<Record> {
    let mut known: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for record in there {
        let same = known.entry((record.id(), record.rev())).or_default();
        same.push(record);
    }
    let mut missing = Vec::new();
    for record in journaled {
        let same = known.entry((record.id(), record.rev())).or_default();
        if !same.contains(&record) {
            same.push(record);
            missing.push(record.clone());
        }
    }
    missing
}

fn newest(records: &[Record]) -> BTreeMap<&NoteId, u32> {
    let mut newest = BTreeMap::new();
    for record in records {
        let rev = newest.entry(record.id()).or_insert(0);
        *rev = record.rev().max(*rev);
    }
    newest
}

/// Returns why the author's file cannot be written, if that can be determined without writing.
fn why_not_beside(briefing: &Path, author: &Author) -> Option<String> {
    let folder = folder_of(briefing);
    let mut name = prefix_of(briefing);
    name.push(format!("{author}.toml"));
    let file = folder.join(name);
    if fs::symlink_metadata(&file).is_err() {
        return match fs::metadata(&folder) {
            Ok(folder_is) if !folder_is.permissions().readonly() => None,
            Ok(_) => Some(format!("the folder {} cannot be written", folder.display())),
            Err(error) => Some(format!("the folder {}: {error}", folder.display())),
        };
    }
    let look = fs::symlink_metadata(&file).ok()?;
    if look.is_symlink() {
        // Notes are not saved there, but in the device's file.
        return None;
    }
    if !look.is_file() {
        return Some(format!("{} is not a regular file", file.display()));
    }
    let error = File::options().append(true).open(&file).err()?;
    Some(format!("{} cannot be written: {error}", file.display()))
}

#[cfg(test)]
mod tests;
