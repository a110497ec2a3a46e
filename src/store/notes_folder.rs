//! Saves notes: one author's notes of one briefing, in the journal and beside the briefing.
//!
//! Rules, in order: a note is called saved only when it is on the disk, in the file that its name
//! leads to; nobody writes into a file of another author or device; the files can be replaced
//! between two saves by a program that synchronizes folders, so that nothing is remembered of them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::slice;

use thiserror::Error;

use super::disk::{Disk, RealDisk};
use super::gather::{LARGEST, MOST_READ, folder_of, prefix_of, read_records};
use super::journal::Journal;
use super::locked::Locked;
use super::notes_file::{block, header, parse};
use super::{NotSaved, SaveError, Unjournaled};
use crate::model::{Author, Note, NoteId, Record};

/// How many bytes of a file are read to learn whose it is; a header has about a hundred.
const HEAD: usize = 4096;

/// How many files one device goes on in: sixteen gigabytes of notes, and an end to the search where
/// none can be written.
const MOST_FILES: usize = 1000;

/// Where the notes that one author takes on one device go.
#[derive(Clone, Debug)]
pub struct NotesFolder {
    briefing: PathBuf,
    author: Author,
    device: String,
    journal: Option<Journal>,
}

/// Records of the journal that are in no notes file, and could not be brought back.
#[derive(Debug, Error)]
#[error("{}: {cause}", match records.len() {
    0 => "the journal cannot be read".to_owned(),
    count => format!("{count} on this machine only"),
})]
pub struct OnlyHere {
    /// The records; empty if not even the journal could be read.
    pub records: Vec<Record>,
    /// Why not.
    pub cause: SaveError,
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
            device,
            journal: None,
        }
    }

    /// The same with a journal in the state folder.
    #[must_use]
    pub fn journaled_in(self, state: &Path) -> Self {
        let journal = Journal::new(state, &self.briefing, &self.author, &self.device);
        Self {
            journal: Some(journal),
            ..self
        }
    }

    /// Whose notes these are.
    pub const fn author(&self) -> &Author {
        &self.author
    }

    /// Saves a revision of a record. It is on the disk when this returns without an error; returns
    /// why the journal does not have it, should that be so.
    ///
    /// # Errors
    /// What failed and where. What the journal has is brought beside the briefing by
    /// [`Self::reconcile`]; any other save may be tried again at any time, since a revision that is
    /// in a file twice is read once.
    pub fn append(&self, record: &Record) -> Result<Option<Unjournaled>, NotSaved> {
        self.append_all(slice::from_ref(record))
    }

    /// The same for several revisions, in one write.
    ///
    /// # Errors
    /// As [`Self::append`]; none is saved then.
    pub fn append_all(&self, records: &[Record]) -> Result<Option<Unjournaled>, NotSaved> {
        self.append_on(&RealDisk, records)
    }

    /// As [`Self::append_all`], on a disk.
    pub(super) fn append_on(
        &self,
        disk: &dyn Disk,
        records: &[Record],
    ) -> Result<Option<Unjournaled>, NotSaved> {
        let blocks: Vec<String> = records.iter().map(block).collect();
        // Locked until the end: whoever reconciles meanwhile would write the records once more.
        let journal = self.journal.as_ref();
        let journaled = journal.map(|journal| journal.append(disk, &blocks.concat()));
        match self.append_beside(disk, &blocks) {
            Ok(()) => Ok(journaled.and_then(Result::err).map(Unjournaled)),
            Err(cause) => Err(NotSaved {
                cause,
                on_this_machine: matches!(journaled, Some(Ok(_))),
            }),
        }
    }

    /// Appends to the notes file what the journal has and no notes file of the folder has in the
    /// same words; returns how many records that were. What somebody changed in a file stays.
    ///
    /// # Errors
    /// What could not be brought back, and why; it may be tried again at any time.
    pub fn reconcile(&self) -> Result<usize, OnlyHere> {
        self.reconcile_on(&RealDisk)
    }

    /// As [`Self::reconcile`], on a disk.
    pub(super) fn reconcile_on(&self, disk: &dyn Disk) -> Result<usize, OnlyHere> {
        let Some(journal) = self.journal.as_ref().filter(|journal| journal.exists()) else {
            return Ok(0);
        };
        let unread = |cause| OnlyHere {
            records: Vec::new(),
            cause,
        };
        let opened = journal.open(disk).map_err(unread)?;
        let found = opened.read().map_err(unread)?;
        let (there, _) = read_records(&self.briefing);
        let missing = missing(&found.records, &there);
        if !missing.is_empty() {
            let blocks: Vec<String> = missing.iter().map(block).collect();
            let brought = self
                .check_readable()
                .and_then(|()| self.append_beside(disk, &blocks));
            if let Err(cause) = brought {
                let records = missing;
                return Err(OnlyHere { records, cause });
            }
        }
        // A journal that stays as large as it is loses nothing.
        drop(opened.tidy(&found));
        Ok(missing.len())
    }

    /// All revisions of a note that notes files and journal have, each once, the newest first.
    pub fn history(&self, id: &NoteId) -> Vec<Note> {
        let (mut records, _) = read_records(&self.briefing);
        let journal = self.journal.as_ref().filter(|journal| journal.exists());
        let opened = journal.and_then(|journal| journal.open(&RealDisk).ok());
        if let Some(journaled) = opened.and_then(|opened| opened.read().ok()) {
            records.extend(journaled.records);
        }
        let notes = records.iter().filter_map(Record::note);
        let mut revisions: Vec<_> = notes.filter(|note| note.id == *id).cloned().collect();
        revisions.sort_by(|one, other| other.precedence().cmp(&one.precedence()));
        revisions.dedup();
        revisions
    }

    /// The files that notes may go to, in the order in which they fill up.
    fn files(&self) -> impl Iterator<Item = PathBuf> + use<'_> {
        let Self { author, device, .. } = self;
        let first = [format!("{author}.toml"), format!("{author}.{device}.toml")];
        let further = (2..MOST_FILES).map(move |number| format!("{author}.{device}-{number}.toml"));
        let names = first.into_iter().chain(further);
        names.map(|rest| {
            let mut name = prefix_of(&self.briefing);
            name.push(rest);
            folder_of(&self.briefing).join(name)
        })
    }

    /// An error if a file of ours is too large to be read back: what is in it would be found
    /// missing, and be appended, without end.
    fn check_readable(&self) -> Result<(), SaveError> {
        let size = |file: &Path| fs::metadata(file).ok().map(|metadata| metadata.len());
        let there = self.files().map_while(|file| Some((size(&file)?, file)));
        for (size, file) in there {
            if size > MOST_READ {
                let cause = io::Error::from(ErrorKind::FileTooLarge);
                return Err(SaveError::writing(&file, cause));
            }
        }
        Ok(())
    }

    /// Appends blocks to the first file with room for them, in as few writes as go into one file.
    fn append_beside(&self, disk: &dyn Disk, blocks: &[String]) -> Result<(), SaveError> {
        let mut rest = blocks;
        while !rest.is_empty() {
            let (now, later) = rest.split_at(fitting(rest));
            self.append_to_one(disk, &now.concat())?;
            rest = later;
        }
        Ok(())
    }

    fn append_to_one(&self, disk: &dyn Disk, blocks: &str) -> Result<(), SaveError> {
        let header = header(&self.author, &self.device);
        let mut refused = None;
        for path in self.files() {
            if is_full(&path, blocks) {
                continue;
            }
            match Locked::open(disk, &path) {
                Ok(file) if self.has(&file)? => return file.append(&header, blocks),
                // Another device's.
                Ok(_) => (),
                // Of another user of this machine who lets nobody look in.
                Err(error) if is_forbidden(&error) => refused = Some(error),
                Err(error) => return Err(error),
            }
        }
        let cause = io::Error::from(ErrorKind::FileTooLarge);
        Err(refused.unwrap_or_else(|| SaveError::writing(&self.briefing, cause)))
    }

    /// Whether a file is new, or says that this author writes it on this device. A file whose
    /// header is damaged does not: it may be anybody's.
    fn has(&self, file: &Locked<'_>) -> Result<bool, SaveError> {
        let head = file.head(HEAD)?;
        let found = parse(&head, "");
        let is_ours = found.author == self.author && found.device.as_ref() == Some(&self.device);
        Ok(head.is_empty() || is_ours)
    }
}

/// How many of the first blocks go into one file; at least one does.
fn fitting(blocks: &[String]) -> usize {
    let mut size = HEAD as u64;
    let fit = blocks.iter().take_while(|block| {
        size += block.len() as u64;
        size <= LARGEST
    });
    fit.count().max(1)
}

/// Whether a file has notes and no room for more.
fn is_full(file: &Path, blocks: &str) -> bool {
    let size = fs::metadata(file).map_or(0, |metadata| metadata.len());
    size > 0 && size + blocks.len() as u64 > LARGEST
}

fn is_forbidden(error: &SaveError) -> bool {
    let SaveError::File { cause, .. } = error else {
        return false;
    };
    cause.kind() == ErrorKind::PermissionDenied
}

/// The records of a journal that are not there in the same words, each once. Two programs may have
/// made the same revision of a note, each another.
fn missing(journaled: &[Record], there: &[Record]) -> Vec<Record> {
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

#[cfg(test)]
mod tests;
