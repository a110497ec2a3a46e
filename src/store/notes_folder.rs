//! Saves one author's notes of one briefing, in the journal and beside the briefing.
//!
//! Rules, in order: a note is reported as saved only when it is on the disk, in the file that its
//! name refers to; a file of another author or device is never written; a program that synchronizes
//! folders can replace the files between two saves, so no state is kept about them except which
//! file was checked.
//!
//! Two machines can have the same device id (a cloned disk, a restored backup). So a file of this
//! device with records that no journal of this machine has is written by another machine too: this
//! one then draws another id, and uses another file. Records in the journals under earlier ids are
//! still restored if they vanish from the folder.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::slice;

use super::device_ids::DeviceIds;
use super::disk::{Disk, RealDisk};
use super::journal::{Journal, Journaled, OpenJournal};
use super::known_records::KnownRecords;
use super::large_files::parse_any;
use super::notes_file::block;
use super::notes_files::{
    Gathered, Incarnation, incarnation, read_notes_of, read_own, read_records, strangers,
};
use super::only_here::{OnlyHere, missing};
use super::own_files::OwnFiles;
use super::told_names::{ToldNames, shown};
use super::{NoLocks, NotSaved, SaveError, Saved, Unjournaled};
use crate::model::{Author, Note, NoteId, Record};

/// The place where the notes by one author on one device are saved.
#[derive(Clone, Debug)]
pub struct NotesFolder {
    briefing: PathBuf,
    author: Author,
    /// The author's name as reports print it.
    name: Option<String>,
    /// The device id in force.
    device: RefCell<String>,
    /// The files in the state folder, if there is one.
    memory: Option<Memory>,
    /// The last file of ours in which all records were known, and its length in bytes.
    looked_through: RefCell<Option<(Incarnation, u64)>>,
    /// Records to journal with the next save: the journal could not be written, or they are from
    /// the journal of a folder that was moved here.
    unjournaled: RefCell<Vec<Record>>,
}

/// The author's files in the state folder, apart from the journals.
#[derive(Clone, Debug)]
struct Memory {
    state: PathBuf,
    ids: DeviceIds,
    told: ToldNames,
}

impl NotesFolder {
    /// Makes the notes folder of a briefing: notes go to `dir/paper.notes.<author>.toml` beside
    /// `dir/paper.toml`, or to `dir/paper.notes.<author>.<device>.toml` if the former is another
    /// device's.
    ///
    /// When both are full, notes go to `dir/paper.notes.<author>.<device>-2.toml`, and so on. The
    /// file is chosen at each save, since another device's file may arrive later.
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

    /// Adds a journal in the state folder.
    #[must_use]
    pub fn journaled_in(self, state: &Path) -> Self {
        let first = self.device.borrow().clone();
        let ids = DeviceIds::new(state, &self.briefing, &self.author, &first);
        let told = ToldNames::new(state, &self.briefing, &self.author);
        let state = state.to_owned();
        Self {
            memory: Some(Memory { state, ids, told }),
            ..self
        }
    }

    /// Adds the author's name as reports print it, for the headers of new files.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        let name = shown(name);
        let name = Some(name).filter(|name| !name.is_empty());
        Self { name, ..self }
    }

    /// Returns the author who saves notes here.
    pub const fn author(&self) -> &Author {
        &self.author
    }

    /// Reads all notes of the briefing, by any author. A file under this author's name that belongs
    /// to another user is listed as damage.
    pub fn gathered(&self) -> Gathered {
        read_notes_of(&self.briefing, &self.author)
    }

    /// Returns whether [`Self::gathered`] lists more damage than [`read_notes`](super::read_notes).
    pub fn has_strangers(&self) -> bool {
        !strangers(&self.briefing, &self.author).is_empty()
    }

    /// Saves a revision of a record durably. Returns warnings about a save that succeeded.
    ///
    /// # Errors
    /// Returns the cause, and whether the journal has the record. If it has, [`Self::reconcile`]
    /// later adds the record to the notes file; if not, the save can be repeated at any time. A
    /// revision that is in a file twice is read once.
    pub fn append(&self, record: &Record) -> Result<Saved, NotSaved> {
        self.append_all(slice::from_ref(record))
    }

    /// Saves several revisions in one write.
    ///
    /// # Errors
    /// Fails as [`Self::append`] does; then none is saved.
    pub fn append_all(&self, records: &[Record]) -> Result<Saved, NotSaved> {
        self.append_on(&RealDisk, records)
    }

    /// Saves revisions as [`Self::append_all`] does, on the given disk.
    pub(super) fn append_on(&self, disk: &dyn Disk, records: &[Record]) -> Result<Saved, NotSaved> {
        let blocks: Vec<String> = records.iter().map(block).collect();
        self.settle_id(disk, blocks.iter().map(String::len).sum());
        let unjournaled: String = self.unjournaled.borrow().iter().map(block).collect();
        let for_journal = unjournaled + &blocks.concat();
        let journal = self.journal();
        // Locked until the end, or a program that reconciles would write the records once more.
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

    /// Appends to the notes file the records of the journals that no notes file has with the same
    /// content; returns their number. A record that was edited in a file stays.
    ///
    /// # Errors
    /// Returns the records that could not be restored, and why; can be repeated at any time.
    pub fn reconcile(&self) -> Result<usize, OnlyHere> {
        self.reconcile_on(&RealDisk)
    }

    /// Restores records as [`Self::reconcile`] does, on the given disk.
    pub(super) fn reconcile_on(&self, disk: &dyn Disk) -> Result<usize, OnlyHere> {
        // The file may have changed: check it again before the next save.
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
                // If compaction fails, nothing is lost.
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

    /// Returns whether a note beside the briefing is not in the journal yet; [`Self::reconcile`]
    /// tries again.
    pub fn is_unjournaled(&self) -> bool {
        !self.unjournaled.borrow().is_empty()
    }

    /// Appends to the journal the notes that it could not take before.
    fn journal_the_rest(&self, disk: &dyn Disk) {
        let blocks: String = self.unjournaled.borrow().iter().map(block).collect();
        let journal = self.journal().filter(|_| !blocks.is_empty());
        if journal.is_some_and(|journal| journal.append(disk, &blocks).is_ok()) {
            self.unjournaled.borrow_mut().clear();
        }
    }

    /// Returns all revisions of a note in notes files and journals, each once, the newest first.
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

    /// Returns a notice about notes under another name in this author's files: two people's names
    /// may give the same file name, or one person may have changed a letter. With a state folder,
    /// each name is mentioned only once.
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
            "notes of \"{other}\" are also in {file}; \
             if this is not you, choose another name with --author"
        ))
    }

    /// Returns the journal under the id in force.
    fn journal(&self) -> Option<Journal> {
        let Memory { state, .. } = self.memory.as_ref()?;
        let device = self.device.borrow();
        Some(Journal::new(state, &self.briefing, &self.author, &device))
    }

    /// Returns the journals under all ids of this device.
    fn journals(&self) -> Vec<Journal> {
        let all = |memory: &Memory| Journal::all(&memory.state, &self.briefing, &self.author);
        self.memory.as_ref().map(all).unwrap_or_default()
    }

    /// Returns the records of the journals that are in no notes file; `found` is the journal under
    /// the id in force.
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

    /// Appends to the notes file; returns `false` where the file system has no locks.
    fn append_beside(&self, disk: &dyn Disk, blocks: &[String]) -> Result<bool, SaveError> {
        self.with_files(|files| files.append(disk, blocks))
    }

    /// Changes to the id that another program of this machine has drawn, if any.
    fn use_id_in_force(&self) {
        if let Some(Memory { ids, .. }) = &self.memory {
            self.device.replace(ids.in_force());
        }
    }

    /// Draws another id if the file for the next block is also written by another machine.
    fn settle_id(&self, disk: &dyn Disk, block: usize) {
        /// The most attempts: all fail only if another machine has every id that is drawn.
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
            // Other programs of this machine only make it longer.
            if before.is_some_and(|(id, length)| id == now.0 && length <= now.1) {
                return;
            }
            let id = self.device.borrow().clone();
            if self.is_ours_alone(memory, &file) {
                self.looked_through.replace(Some(now));
                return;
            }
            let Ok(drawn) = memory.ids.replace(disk, &id) else {
                // An id that is not saved would be a different one at each start.
                self.looked_through.replace(Some(now));
                return;
            };
            self.device.replace(drawn);
        }
    }

    /// Returns whether this machine has written all records of a file, as far as it can tell.
    fn is_ours_alone(&self, memory: &Memory, file: &Path) -> bool {
        // The file is read first: our programs write to a journal before they write to it.
        let Ok(bytes) = read_own(file) else {
            return true;
        };
        let found = parse_any(&bytes, "").records;
        let mut known = KnownRecords::default();
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
