//! Tests saves on a disk that fails at any call, and the properties that must still hold.

mod refusals;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk::{Disk, RealDisk};
use super::notes_file::{header, parse};
use super::notes_files::read_records;
use super::paths::folder_of;
use super::sys::{FileId, identity_of};
use super::{NotesFolder, read_notes};
use crate::model::{Author, Record};

/// A fault that strikes at a certain call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// The call fails once.
    Once(ErrorKind),
    /// The call fails, and so do all after it: a full disk, or the end of the program.
    Always(ErrorKind),
    /// Only half is written, if the call writes.
    Short,
    /// The machine loses power: data that was not synced is gone.
    PowerLoss,
}

const FAULTS: [Fault; 7] = [
    Fault::Once(ErrorKind::Other),
    Fault::Once(ErrorKind::StorageFull),
    Fault::Once(ErrorKind::ReadOnlyFilesystem),
    Fault::Always(ErrorKind::Other),
    Fault::Always(ErrorKind::StorageFull),
    Fault::Short,
    Fault::PowerLoss,
];

/// A disk that fails at call number `at`.
struct Faulty {
    at: usize,
    fault: Fault,
    calls: Cell<usize>,
    /// The length of each file, by identity, that survives a power loss.
    synced: RefCell<BTreeMap<FileId, u64>>,
    /// The files whose names are not on the disk yet.
    nameless: RefCell<BTreeSet<PathBuf>>,
}

impl Faulty {
    fn new(at: usize, fault: Fault) -> Self {
        Self {
            at,
            fault,
            calls: Cell::new(0),
            synced: RefCell::default(),
            nameless: RefCell::default(),
        }
    }

    /// Counts a call, and fails if the fault strikes it; returns whether to do only half of it.
    fn call(&self) -> io::Result<bool> {
        let number = self.calls.get();
        self.calls.set(number + 1);
        match self.fault {
            Fault::Once(kind) if number == self.at => Err(kind.into()),
            Fault::Always(kind) if number >= self.at => Err(kind.into()),
            Fault::PowerLoss if number >= self.at => Err(ErrorKind::Other.into()),
            Fault::Short => Ok(number == self.at),
            _ => Ok(false),
        }
    }

    fn has_struck(&self) -> bool {
        self.calls.get() > self.at
    }

    /// Removes the data that a power loss destroys.
    fn lose_power(&self, folders: [&Path; 2]) {
        for path in self.nameless.borrow().iter() {
            drop(fs::remove_file(path));
        }
        for folder in folders {
            for file in fs::read_dir(folder).unwrap() {
                let path = file.unwrap().path();
                let metadata = fs::metadata(&path).unwrap();
                if let Some(synced) = self.synced.borrow().get(&identity_of(&metadata)) {
                    let file = File::options().write(true).open(&path).unwrap();
                    file.set_len(metadata.len().min(*synced)).unwrap();
                }
            }
        }
    }

    fn keep(&self, file: &File) -> io::Result<()> {
        let metadata = file.metadata()?;
        let mut synced = self.synced.borrow_mut();
        synced.insert(identity_of(&metadata), metadata.len());
        Ok(())
    }
}

impl Disk for Faulty {
    fn open(&self, path: &Path) -> io::Result<File> {
        self.call()?;
        let is_new = !path.exists();
        let file = RealDisk.open(path)?;
        if is_new {
            self.nameless.borrow_mut().insert(path.to_owned());
            self.keep(&file)?;
        }
        Ok(file)
    }

    fn lock(&self, file: &File) -> Result<(), TryLockError> {
        self.call().map_err(TryLockError::Error)?;
        RealDisk.lock(file)
    }

    fn is_ours(&self, path: &Path, file: &File) -> io::Result<bool> {
        RealDisk.is_ours(path, file)
    }

    fn read(&self, file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
        self.call()?;
        RealDisk.read(file, buffer, at)
    }

    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<usize> {
        let most = if self.call()? {
            bytes.len() / 2
        } else {
            bytes.len()
        };
        RealDisk.write(file, &bytes[..most])
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.call()?;
        self.keep(file)
    }

    fn cut(&self, file: &File, length: u64) -> io::Result<()> {
        self.call()?;
        RealDisk.cut(file, length)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.call()?;
        let mut nameless = self.nameless.borrow_mut();
        nameless.retain(|path| folder_of(path) != folder);
        Ok(())
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.call()?;
        RealDisk.replace(path, bytes)
    }
}

/// The steps of a session: notes, an edit, a deletion, and an outsider who damages the file.
const SCRIPT: [&str; 8] = ["A1", "B1", "A2", "spoil", "back", "B2-", "C1", "back"];

struct Table {
    beside: tempfile::TempDir,
    state: tempfile::TempDir,
}

impl Table {
    fn new() -> Self {
        let folder = || tempfile::tempdir().unwrap();
        Self {
            beside: folder(),
            state: folder(),
        }
    }

    fn briefing(&self) -> PathBuf {
        self.beside.path().join("paper.toml")
    }

    fn notes(&self) -> NotesFolder {
        let author = Author::from_folded("anna");
        let notes = NotesFolder::new(&self.briefing(), author, "7f3a".to_owned());
        notes.journaled_in(self.state.path())
    }

    fn file(&self) -> PathBuf {
        self.beside.path().join("paper.notes.anna.toml")
    }

    fn own(&self) -> PathBuf {
        self.beside.path().join("paper.notes.anna.7f3a.toml")
    }

    fn spoil(&self) {
        if let Ok(file) = File::options().write(true).open(self.file()) {
            file.set_len(100.min(file.metadata().unwrap().len()))
                .unwrap();
        }
    }

    /// Returns the revisions that are beside the briefing.
    fn names(&self) -> BTreeSet<(String, u32)> {
        let (records, _) = read_records(&self.briefing());
        records.iter().map(name).collect()
    }
}

fn name(record: &Record) -> (String, u32) {
    (record.id().as_str().to_owned(), record.rev())
}

fn record(step: &str) -> Record {
    let mut letters = step.chars();
    let (id, rev) = (letters.next().unwrap(), letters.next().unwrap());
    let deleted = step.ends_with('-');
    let file = format!(
        "[notes]\nauthor = 'anna'\n[[note]]\nid = '{id}'\nrev = {rev}\ndeleted = {deleted}\n\
         at = 2010-11-09T10:02:13-06:00\ntext = '{step}'"
    );
    parse(file.as_bytes(), "").records.remove(0)
}

/// Runs the script on a disk; returns the revisions that were acknowledged, as saved or as on this
/// machine only, and those of them that should be in the journal.
fn run(table: &Table, disk: &Faulty) -> [BTreeSet<(String, u32)>; 2] {
    let notes = table.notes();
    let [mut acknowledged, mut journaled] = [BTreeSet::new(), BTreeSet::new()];
    for step in SCRIPT {
        match step {
            "spoil" => table.spoil(),
            "back" => drop(notes.reconcile_on(disk)),
            step => {
                let record = record(step);
                let outcome = notes.append_on(disk, std::slice::from_ref(&record));
                let there = table.names().contains(&name(&record));
                assert!(
                    there || outcome.is_err(),
                    "{step} is called saved and is not"
                );
                let in_journal = match &outcome {
                    Ok(saved) => saved.unjournaled.is_none(),
                    Err(error) => error.on_this_machine,
                };
                if outcome.is_ok() || in_journal {
                    acknowledged.insert(name(&record));
                }
                if in_journal {
                    journaled.insert(name(&record));
                }
            }
        }
    }
    [acknowledged, journaled]
}

#[test]
fn no_acknowledged_note_is_lost_whatever_fails() {
    let (mut trials, mut kept) = (0, 0);
    for fault in FAULTS {
        for at in 0.. {
            let table = Table::new();
            let disk = Faulty::new(at, fault);
            let [acknowledged, journaled] = run(&table, &disk);
            if !disk.has_struck() {
                break;
            }
            if fault == Fault::PowerLoss {
                disk.lose_power([table.beside.path(), table.state.path()]);
            }
            table.notes().reconcile().unwrap();
            let there = table.names();
            assert!(
                acknowledged.is_subset(&there),
                "{fault:?} at call {at}: {acknowledged:?} in {there:?}"
            );
            assert_eq!(table.notes().reconcile().unwrap(), 0, "nothing twice");
            // Notes that only the journal has are restored from there.
            drop(fs::remove_file(table.file()));
            table.notes().reconcile().unwrap();
            let there = table.names();
            assert!(
                journaled.is_subset(&there),
                "{fault:?} at call {at}: {journaled:?} in {there:?}"
            );
            (trials, kept) = (trials + 1, kept + acknowledged.len());
        }
    }
    println!("{trials} faults, {kept} acknowledged revisions, 0 lost");
}

#[test]
fn restores_notes_after_an_outsider_changed_the_file() {
    type Outsider = fn(&Path);
    let outsiders: [Outsider; 6] = [
        |file| fs::remove_file(file).unwrap(),
        |file| drop(File::create(file).unwrap()),
        |file| {
            fs::copy(file.with_extension("old"), file).unwrap();
        },
        |file| RealDisk.replace(file, b"\0\xffno notes\n\"\"\"").unwrap(),
        |file| {
            let text = fs::read_to_string(file).unwrap();
            let text = text.replace("\"\"\"\nB1", "\"\"\"\n<<<<<<< B1");
            RealDisk.replace(file, text.as_bytes()).unwrap();
        },
        |file| {
            let text = fs::read_to_string(file).unwrap();
            RealDisk
                .replace(file, text.replace("\nA2", "\nother words").as_bytes())
                .unwrap();
        },
    ];
    for outsider in outsiders {
        let table = Table::new();
        let file = table.file();
        table.notes().append(&record("A1")).unwrap();
        fs::copy(&file, file.with_extension("old")).unwrap();
        for step in ["B1", "A2"] {
            table.notes().append(&record(step)).unwrap();
        }
        let before = table.names();
        outsider(&file);
        let damaged = fs::read(&file).unwrap_or_default();
        assert!(table.notes().reconcile().unwrap() > 0);
        assert_eq!(table.names(), before);
        let (records, _) = read_records(&table.briefing());
        for step in ["A1", "B1", "A2"] {
            assert!(records.contains(&record(step)), "{step}");
        }
        assert!(
            fs::read(&file).unwrap().starts_with(&damaged),
            "overwritten"
        );
        assert_eq!(table.notes().reconcile().unwrap(), 0);
        assert_eq!(read_notes(&table.briefing()).notes.len(), 2);
    }
}

#[test]
fn the_history_has_all_revisions_of_a_note() {
    let table = Table::new();
    for step in ["A1", "B1", "A2"] {
        table.notes().append(&record(step)).unwrap();
    }
    let file = table.file();
    fs::copy(&file, file.with_file_name("paper.notes.anna (2).toml")).unwrap();
    let text = fs::read_to_string(&file).unwrap();
    let bruno = text.replace("anna", "bruno").replace("\nA2", "\nother");
    RealDisk
        .replace(
            &file.with_file_name("paper.notes.bruno.toml"),
            bruno.as_bytes(),
        )
        .unwrap();
    // Only the journal has it now.
    table.notes().append(&record("A3-")).unwrap();
    RealDisk.replace(&file, text.as_bytes()).unwrap();
    let history = table.notes().history(record("A1").id());
    let told = history.iter();
    let told = told.map(|note| format!("{} {} {}", note.rev, note.author, note.text));
    let told: Vec<_> = told.collect();
    let expected = [
        "3 anna A3-",
        "2 bruno other",
        "2 anna A2",
        "1 bruno A1",
        "1 anna A1",
    ];
    assert_eq!(told, expected);
}
