//! Saves notes: one author's notes of one briefing, in the journal and beside the briefing.
//!
//! Rules, in order: a note is called saved only when it is on the disk, in the file that its name
//! leads to; nobody writes into a file of another author or device; the files can be replaced
//! between two saves by a program that synchronizes folders, so that nothing is remembered of them
//! but what was looked through.
//!
//! Two machines can have one device id (a cloned disk, a restored backup). A file of this device
//! that holds records which no journal of this machine has is therefore another machine's as well:
//! this one draws another id, and goes on in a file of its own. The records of the journals under
//! earlier ids still come back if they vanish from the folder.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::slice;

use super::disk::{Disk, RealDisk};
use super::gather::{
    Gathered, Incarnation, incarnation, read_notes_of, read_own, read_records, strangers,
};
use super::ids::Ids;
use super::journal::{Journal, Journaled, OpenJournal};
use super::known::Known;
use super::notes_file::block;
use super::only_here::{OnlyHere, missing};
use super::own_files::OwnFiles;
use super::pieces::parse_any;
use super::told::{Told, shown};
use super::{NoLocks, NotSaved, SaveError, Saved, Unjournaled};
use crate::model::{Author, Note, NoteId, Record};

/// Where the notes that one author takes on one device go.
#[derive(Clone, Debug)]
pub struct NotesFolder {
    briefing: PathBuf,
    author: Author,
    /// The author's name as reports print it.
    name: Option<String>,
    /// The id in force of this device.
    device: RefCell<String>,
    /// What there is with a state folder.
    memory: Option<Memory>,
    /// The file of ours in which all records were known, and how long it was.
    looked_through: RefCell<Option<(Incarnation, u64)>>,
    /// Records that the journal is to have with the next ones: it could not be written, or they
    /// come from the journal of a folder that was moved here.
    unjournaled: RefCell<Vec<Record>>,
}

/// What a state folder remembers.
#[derive(Clone, Debug)]
struct Memory {
    state: PathBuf,
    ids: Ids,
    told: Told,
}

impl NotesFolder {
    /// The notebook for a briefing: `dir/paper.notes.<author>.toml` beside `dir/paper.toml`, or
    /// `dir/paper.notes.<author>.<device>.toml` when the former is another device's.
    ///
    /// When both are full, notes go on in `dir/paper.notes.<author>.<device>-2.toml`, and so forth.
    /// Which of them it is, is looked up at each save: the other device's file may arrive later.
    pub fn new(briefing: &Path, author: Author, device: String) -> Self {
        Self {
            briefing: briefing.to_owned(),
            author,
            name: None,
            device: RefCell::new(device),
            memory: None,
            looked_through: RefCell::default(),
            unjournaled: RefCell::default(),
        }
    }

    /// The same with a journal in the state folder.
    #[must_use]
    pub fn journaled_in(self, state: &Path) -> Self {
        let first = self.device.borrow().clone();
        let ids = Ids::new(state, &self.briefing, &self.author, &first);
        let told = Told::new(state, &self.briefing, &self.author);
        let state = state.to_owned();
        Self {
            memory: Some(Memory { state, ids, told }),
            ..self
        }
    }

    /// The same with the author's name as reports print it, for the headers of new files.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        let name = shown(name);
        let name = Some(name).filter(|name| !name.is_empty());
        Self { name, ..self }
    }

    /// Whose notes these are.
    pub const fn author(&self) -> &Author {
        &self.author
    }

    /// Reads all notes of the briefing, whoever wrote them. A file under this author's name that
    /// belongs to another user is listed as damage.
    pub fn gathered(&self) -> Gathered {
        read_notes_of(&self.briefing, &self.author)
    }

    /// Whether [`Self::gathered`] says more than [`read_notes`](super::read_notes).
    pub fn has_strangers(&self) -> bool {
        !strangers(&self.briefing, &self.author).is_empty()
    }

    /// Saves a revision of a record. It is on the disk when this returns without an error; returns
    /// what is to be told nevertheless.
    ///
    /// # Errors
    /// What failed and where. What the journal has is brought beside the briefing by
    /// [`Self::reconcile`]; any other save may be tried again at any time, since a revision that is
    /// in a file twice is read once.
    pub fn append(&self, record: &Record) -> Result<Saved, NotSaved> {
        self.append_all(slice::from_ref(record))
    }

    /// The same for several revisions, in one write.
    ///
    /// # Errors
    /// As [`Self::append`]; none is saved then.
    pub fn append_all(&self, records: &[Record]) -> Result<Saved, NotSaved> {
        self.append_on(&RealDisk, records)
    }

    /// As [`Self::append_all`], on a disk.
    pub(super) fn append_on(&self, disk: &dyn Disk, records: &[Record]) -> Result<Saved, NotSaved> {
        let blocks: Vec<String> = records.iter().map(block).collect();
        self.settle_id(disk, blocks.iter().map(String::len).sum());
        let unjournaled: String = self.unjournaled.borrow().iter().map(block).collect();
        let for_journal = unjournaled + &blocks.concat();
        let journal = self.journal();
        // Locked until the end: whoever reconciles meanwhile would write the records once more.
        let to_journal = || Some(journal.as_ref()?.append(disk, &for_journal));
        let mut journaled = to_journal();
        let beside = self.append_beside(disk, &blocks);
        if beside.is_ok() && matches!(journaled, Some(Err(SaveError::Locked { .. }))) {
            journaled = to_journal();
        }
        match (&journaled, &beside) {
            (Some(Ok(_)), _) => self.unjournaled.borrow_mut().clear(),
            (Some(Err(_)), Ok(_)) => self.unjournaled.borrow_mut().extend_from_slice(records),
            (Some(Err(_)), Err(_)) | (None, _) => (),
        }
        match beside {
            Ok(has_locks) => {
                let opened = journaled
                    .as_ref()
                    .and_then(|journaled| journaled.as_ref().ok());
                let has_locks = has_locks && opened.is_none_or(OpenJournal::has_locks);
                Ok(Saved {
                    unjournaled: journaled.and_then(Result::err).map(Unjournaled),
                    no_locks: (!has_locks).then_some(NoLocks),
                })
            }
            Err(cause) => Err(NotSaved {
                cause,
                on_this_machine: matches!(journaled, Some(Ok(_))),
            }),
        }
    }

    /// Appends to the notes file what the journals have and no notes file of the folder has in the
    /// same words; returns how many records that were. A record that was changed in a file stays.
    ///
    /// # Errors
    /// What could not be brought back, and why; it may be tried again at any time.
    pub fn reconcile(&self) -> Result<usize, OnlyHere> {
        self.reconcile_on(&RealDisk)
    }

    /// As [`Self::reconcile`], on a disk.
    pub(super) fn reconcile_on(&self, disk: &dyn Disk) -> Result<usize, OnlyHere> {
        // Whatever has changed is looked through again before the next save.
        self.looked_through.replace(None);
        self.use_id_in_force();
        let Some(mut journal) = self.journal() else {
            return Ok(0);
        };
        self.journal_the_rest(disk);
        if self.journals().is_empty() {
            return Ok(0);
        }
        {
            let (opened, found) = open(&journal, disk)?;
            if self.missing(&found)?.is_empty() {
                // A journal that stays as large as it is loses nothing.
                drop(opened.tidy(&found));
                return Ok(0);
            }
        }
        self.settle_id(disk, 0);
        journal = self.journal().unwrap_or(journal);
        let (opened, found) = open(&journal, disk)?;
        let missing = self.missing(&found)?;
        let blocks: Vec<String> = missing.iter().map(block).collect();
        let files = |files: &OwnFiles<'_>| files.check_readable();
        let brought = self.with_files(files);
        if let Err(cause) = brought.and_then(|()| self.append_beside(disk, &blocks)) {
            let records = missing;
            return Err(OnlyHere { records, cause });
        }
        drop(opened.tidy(&found));
        Ok(missing.len())
    }

    /// Whether the journal does not have yet what is beside the briefing; [`Self::reconcile`] tries
    /// again.
    pub fn is_unjournaled(&self) -> bool {
        !self.unjournaled.borrow().is_empty()
    }

    /// Gives the journal what it could not take before.
    fn journal_the_rest(&self, disk: &dyn Disk) {
        let blocks: String = self.unjournaled.borrow().iter().map(block).collect();
        let journal = self.journal().filter(|_| !blocks.is_empty());
        if journal.is_some_and(|journal| journal.append(disk, &blocks).is_ok()) {
            self.unjournaled.borrow_mut().clear();
        }
    }

    /// All revisions of a note that notes files and journals have, each once, the newest first.
    pub fn history(&self, id: &NoteId) -> Vec<Note> {
        let (mut records, _) = read_records(&self.briefing);
        for journal in self.journals() {
            records.extend(journal.records().unwrap_or_default());
        }
        let notes = records.iter().filter_map(Record::note);
        let mut revisions: Vec<_> = notes.filter(|note| note.id == *id).cloned().collect();
        revisions.sort_by(|one, other| other.precedence().cmp(&one.precedence()));
        revisions.dedup();
        revisions
    }

    /// A sentence about the notes of another name that are among this author's: two people whose
    /// names make one file name, or one who has changed a letter. It is told once for each name,
    /// where a state folder remembers that.
    pub fn namesake(&self) -> Option<String> {
        let name = self.name.as_deref()?;
        let names = |files: &OwnFiles<'_>| files.names();
        let found = self.with_files(names).into_iter();
        let mut others = found.map(|(file, other)| (file, shown(&other)));
        let memory = self.memory.as_ref();
        let is_news = |other: &str| memory.is_none_or(|memory| memory.told.is_news(name, other));
        let (file, other) = others.find(|(_, other)| other != name && is_news(other))?;
        let file = file.file_name().unwrap_or_default().to_string_lossy();
        Some(format!(
            "notes of \"{other}\" are in {file} as well; \
             if this is not you, choose another name with --author"
        ))
    }

    /// The journal under the id in force.
    fn journal(&self) -> Option<Journal> {
        let Memory { state, .. } = self.memory.as_ref()?;
        let device = self.device.borrow();
        Some(Journal::new(state, &self.briefing, &self.author, &device))
    }

    /// The journals under all ids that there are.
    fn journals(&self) -> Vec<Journal> {
        let all = |memory: &Memory| Journal::all(&memory.state, &self.briefing, &self.author);
        self.memory.as_ref().map(all).unwrap_or_default()
    }

    /// What is in no notes file, of what the journals have; `found` is that under the id in force.
    fn missing(&self, found: &Journaled) -> Result<Vec<Record>, OnlyHere> {
        let mut journaled = found.records.clone();
        let own = self.journal();
        for journal in self.journals() {
            if own.as_ref() != Some(&journal) {
                journaled.extend(journal.records().map_err(unread)?);
            }
        }
        let (there, _) = read_records(&self.briefing);
        Ok(missing(&journaled, &there))
    }

    fn with_files<T>(&self, does: impl FnOnce(&OwnFiles<'_>) -> T) -> T {
        does(&OwnFiles {
            briefing: &self.briefing,
            author: &self.author,
            name: self.name.as_deref(),
            device: &self.device.borrow(),
        })
    }

    /// Returns `false` where the file system has no locks.
    fn append_beside(&self, disk: &dyn Disk, blocks: &[String]) -> Result<bool, SaveError> {
        self.with_files(|files| files.append(disk, blocks))
    }

    /// Changes to the id that another program of this machine has drawn, if one has.
    fn use_id_in_force(&self) {
        if let Some(Memory { ids, .. }) = &self.memory {
            self.device.replace(ids.in_force());
        }
    }

    /// Draws another id if the file that a block would go to is another machine's as well.
    fn settle_id(&self, disk: &dyn Disk, block: usize) {
        /// Another machine would have to have each id that is drawn.
        const TRIES: usize = 3;
        let Some(memory) = &self.memory else {
            return;
        };
        self.use_id_in_force();
        for _ in 0..TRIES {
            let Some(file) = self.with_files(|files| files.next(block)) else {
                return;
            };
            let Some(now) = incarnation(&file) else {
                return;
            };
            let before = *self.looked_through.borrow();
            // Other programs of this machine make it longer.
            if before.is_some_and(|(id, length)| id == now.0 && length <= now.1) {
                return;
            }
            let id = self.device.borrow().clone();
            if self.is_ours_alone(memory, &file) {
                self.looked_through.replace(Some(now));
                return;
            }
            let Ok(drawn) = memory.ids.replace(disk, &id) else {
                // One that is not kept would be another one at each start.
                self.looked_through.replace(Some(now));
                return;
            };
            self.device.replace(drawn);
        }
    }

    /// Whether this machine has written all records of a file, as far as it can tell.
    fn is_ours_alone(&self, memory: &Memory, file: &Path) -> bool {
        // The file comes first: what our programs write into it is in a journal before.
        let Ok(bytes) = read_own(file) else {
            return true;
        };
        let found = parse_any(&bytes, "").records;
        let mut known = Known::default();
        known.add(self.unjournaled.borrow().iter());
        for journal in self.journals() {
            let Ok(records) = journal.records() else {
                return true;
            };
            known.add(&records);
        }
        let unknown = known.unknown(&found);
        if unknown.is_empty() {
            return true;
        }
        known.add_moved(&memory.state, &self.author);
        let is_moved = known.unknown(&found).is_empty();
        if is_moved {
            let moved = unknown.into_iter().cloned();
            let moved = moved.map(|record| record.by(&self.author));
            self.unjournaled.borrow_mut().extend(moved);
        }
        is_moved
    }
}

/// Locks a journal and reads it.
fn open<'a>(
    journal: &'a Journal,
    disk: &'a dyn Disk,
) -> Result<(OpenJournal<'a>, Journaled), OnlyHere> {
    let opened = journal.open(disk).map_err(unread)?;
    let found = opened.read().map_err(unread)?;
    Ok((opened, found))
}

fn unread(cause: SaveError) -> OnlyHere {
    OnlyHere {
        records: Vec::new(),
        cause,
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod machines;
