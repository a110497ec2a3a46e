//! The journal: a private copy of every note that one author saves on one device, in the user's
//! state folder.
//!
//! Rules, in order: a record is journaled before anything is written beside the briefing; no
//! undamaged record is ever dropped, except a revision that a newer one has replaced; the format is
//! that of a notes file, so that a person can recover notes by hand.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::SaveError;
use super::disk::Disk;
use super::large_files::parse_any;
use super::locked::Locked;
use super::notes_file::{NotesFile, block, header};
use super::paths::folder_of;
use super::state_files::{briefing_of, make_folder_of, state_file, state_files};
use crate::model::{Author, Record};

/// The size in bytes above which a journal is checked for compaction: some thousands of notes,
/// which are read in a fraction of a second.
const LARGE: usize = 4 << 20;

/// The end of a journal's file name.
pub(super) const JOURNAL_END: &str = ".journal.toml";

/// The location of the journal of one author and device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Journal {
    file: PathBuf,
    author: Author,
    device: String,
}

/// A journal that is locked against other programs.
pub(super) struct OpenJournal<'a> {
    journal: &'a Journal,
    disk: &'a dyn Disk,
    file: Locked<'a>,
}

/// The content of a journal.
#[derive(Debug)]
pub(super) struct Journaled {
    /// Every undamaged revision, in the order of the file.
    pub(super) records: Vec<Record>,
    size: usize,
    is_damaged: bool,
}

impl Journal {
    /// The journal of a briefing in the state folder.
    pub(super) fn new(state: &Path, briefing: &Path, author: &Author, device: &str) -> Self {
        let end = format!("{author}.{device}{JOURNAL_END}");
        Self {
            file: state_file(state, briefing, &end),
            author: author.clone(),
            device: device.to_owned(),
        }
    }

    /// Returns the journals of an author for a briefing, under every id that a device has had.
    pub(super) fn all(state: &Path, briefing: &Path, author: &Author) -> Vec<Self> {
        let files = state_files(state, briefing, 2, JOURNAL_END).into_iter();
        let journals = files.filter_map(|(file, words)| {
            let [by, device] = <[String; 2]>::try_from(words).ok()?;
            (by == author.as_str()).then(|| Self {
                file,
                author: author.clone(),
                device,
            })
        });
        journals.collect()
    }

    /// Returns the journals of an author for briefings that are no longer at their path.
    pub(super) fn of_lost_briefings(state: &Path, author: &Author) -> Vec<Self> {
        let names = names(state, author).into_iter();
        let journals = names.filter_map(|name| {
            let device = device_in(&name)?;
            let briefing = briefing_of(&name, &format!("{author}.{device}{JOURNAL_END}"))?;
            (!briefing.exists()).then(|| Self {
                file: state.join(&name),
                author: author.clone(),
                device: device.to_owned(),
            })
        });
        journals.collect()
    }

    /// Reads every undamaged revision, even while another program writes; none without a journal.
    pub(super) fn records(&self) -> Result<Vec<Record>, SaveError> {
        match fs::read(&self.file) {
            Ok(bytes) => Ok(self.parse(&bytes).records),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(SaveError::opening(&self.file, error)),
        }
    }

    fn parse(&self, bytes: &[u8]) -> NotesFile {
        let mut found = parse_any(bytes, "");
        let records = found.records.into_iter();
        found.records = records.map(|record| record.by(&self.author)).collect();
        found
    }

    /// Locks the journal, and creates an empty one if there is none.
    pub(super) fn open<'a>(&'a self, disk: &'a dyn Disk) -> Result<OpenJournal<'a>, SaveError> {
        make_folder_of(&self.file).map_err(|cause| SaveError::opening(&self.file, cause))?;
        let file = Locked::open(disk, &self.file)?;
        Ok(OpenJournal {
            journal: self,
            disk,
            file,
        })
    }

    /// Appends blocks, and keeps the journal locked.
    pub(super) fn append<'a>(
        &'a self,
        disk: &'a dyn Disk,
        blocks: &str,
    ) -> Result<OpenJournal<'a>, SaveError> {
        let append = || {
            let opened = self.open(disk)?;
            let header = header(&self.author, &self.device);
            opened.file.append(&header, blocks)?;
            Ok(opened)
        };
        // A retry starts over: after a failed sync only data that is written again is safe.
        append().or_else(|_: SaveError| append())
    }
}

impl OpenJournal<'_> {
    /// Returns whether the lock keeps other programs out; it does not where the file system has no
    /// locks.
    pub(super) const fn has_locks(&self) -> bool {
        self.file.has_locks()
    }

    /// Reads the whole journal.
    pub(super) fn read(&self) -> Result<Journaled, SaveError> {
        let bytes = self.file.head(usize::MAX)?;
        let found = self.journal.parse(&bytes);
        Ok(Journaled {
            records: found.records,
            size: bytes.len(),
            is_damaged: !found.damage.is_empty(),
        })
    }

    /// Keeps only the newest revisions, if the journal is large and mostly holds older ones. The
    /// dropped revisions have been saved beside the briefing, as everything in `found` has.
    pub(super) fn compact(self, found: &Journaled, large: usize) -> Result<(), SaveError> {
        // A person may still want to look at damaged records.
        if found.size <= large || found.is_damaged {
            return Ok(());
        }
        let mut newest = BTreeMap::new();
        for record in &found.records {
            let rev = newest.entry(record.id()).or_insert(0);
            *rev = record.rev().max(*rev);
        }
        let header = header(&self.journal.author, &self.journal.device);
        let records = found.records.iter();
        // Two programs may have written a revision with the same number.
        let kept = records.filter(|record| newest.get(record.id()) == Some(&record.rev()));
        let blocks = kept.map(block);
        let text = header + &blocks.collect::<String>();
        if text.len() > found.size / 2 {
            return Ok(());
        }
        let path = &self.journal.file;
        self.disk
            .replace(path, text.as_bytes())
            .and_then(|()| self.disk.sync_folder(&folder_of(path)))
            .map_err(|cause| SaveError::writing(path, cause))
    }

    /// Compacts the journal if it is larger than [`LARGE`].
    pub(super) fn tidy(self, found: &Journaled) -> Result<(), SaveError> {
        self.compact(found, LARGE)
    }
}

/// Returns the names of all journals of an author.
fn names(state: &Path, author: &Author) -> Vec<String> {
    let files = fs::read_dir(state).into_iter().flatten().flatten();
    let names = files.filter_map(|file| file.file_name().into_string().ok());
    let part = format!(".{author}.");
    names
        .filter(|name| name.ends_with(JOURNAL_END) && name.contains(&part))
        .collect()
}

/// Returns the device in the name of a journal.
fn device_in(name: &str) -> Option<&str> {
    let (_, device) = name.strip_suffix(JOURNAL_END)?.rsplit_once('.')?;
    Some(device)
}

#[cfg(test)]
mod tests {
    use super::super::disk::RealDisk;
    use super::super::notes_file::parse;
    use super::super::sys::mode_of;
    use super::*;

    fn revision(rev: u32, text: &str) -> Record {
        let file = format!(
            "[[note]]\nid = 'a'\nrev = {rev}\nat = 2010-11-09T10:02:13-06:00\ntext = '{text}'"
        );
        let found = parse(file.as_bytes(), "paper.notes.anna.toml");
        found.records.into_iter().next().unwrap()
    }

    #[test]
    fn a_journal_is_private_and_drops_only_what_is_superseded() {
        let home = tempfile::tempdir().unwrap();
        let state = home.path().join("state");
        let author = Author::from_folded("anna");
        let journal = Journal::new(&state, Path::new("/x/paper.toml"), &author, "7f3a");
        for rev in 1..9 {
            let block = block(&revision(rev, "words"));
            drop(journal.append(&RealDisk, &block).unwrap());
        }
        assert_eq!((mode_of(&journal.file), mode_of(&state)), (0o600, 0o700));

        let read = || journal.open(&RealDisk).unwrap().read().unwrap();
        assert_eq!(read().records.len(), 8);
        let compact = |large| {
            let opened = journal.open(&RealDisk).unwrap();
            let found = opened.read().unwrap();
            opened.compact(&found, large).unwrap();
        };
        compact(LARGE);
        assert_eq!(read().records.len(), 8);
        let other = block(&revision(8, "other words"));
        drop(journal.append(&RealDisk, &other).unwrap());
        compact(0);
        let both = [revision(8, "words"), revision(8, "other words")];
        assert_eq!(read().records, both);
        assert_eq!(mode_of(&journal.file), 0o600);
    }
}
