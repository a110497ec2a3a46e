//! Tests machines that share an author and a device id.
//!
//! The law: one machine alone keeps one file, and two end up with a file each.

mod synced;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io;

use tempfile::TempDir;

use super::super::notes_files::notes_files;
use super::super::state_files::state_file;
use super::*;

/// The name of Anna's first file.
const FILE: &str = "paper.notes.anna.toml";

/// A disk that does not sync: no power is lost in these tests.
struct Unsynced;

impl Disk for Unsynced {
    fn open(&self, path: &Path) -> io::Result<File> {
        RealDisk.open(path)
    }

    fn lock(&self, file: &File) -> Result<(), TryLockError> {
        RealDisk.lock(file)
    }

    fn is_ours(&self, path: &Path, file: &File) -> io::Result<bool> {
        RealDisk.is_ours(path, file)
    }

    fn read(&self, file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
        RealDisk.read(file, buffer, at)
    }

    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<usize> {
        RealDisk.write(file, bytes)
    }

    fn sync(&self, _: &File) -> io::Result<()> {
        Ok(())
    }

    fn cut(&self, file: &File, length: u64) -> io::Result<()> {
        RealDisk.cut(file, length)
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        RealDisk.replace(path, bytes)
    }
}

/// A machine with a folder and a running program.
struct Machine {
    folder: TempDir,
    state: TempDir,
    program: NotesFolder,
}

impl Machine {
    fn new() -> Self {
        let [folder, state] = [(); 2].map(|()| tempfile::tempdir().unwrap());
        drop(File::create(folder.path().join("paper.toml")).unwrap());
        let program = program(folder.path(), state.path());
        Self {
            folder,
            state,
            program,
        }
    }

    /// Makes another machine with a copy of the folder and the state folder.
    fn cloned(&self) -> Self {
        let clone = Self::new();
        for (name, text) in self.files() {
            put(&clone.folder.path().join(name), &text);
        }
        let journal = |machine: &Self| {
            let briefing = machine.folder.path().join("paper.toml");
            state_file(machine.state.path(), &briefing, "anna.7f3a.journal.toml")
        };
        if journal(self).exists() {
            fs::copy(journal(self), journal(&clone)).unwrap();
        }
        clone
    }

    fn restart(&mut self) {
        self.program = program(self.folder.path(), self.state.path());
    }

    fn save(&self, record: &Record) {
        let saved = self.program.append_on(&Unsynced, slice::from_ref(record));
        assert!(saved.unwrap().unjournaled.is_none());
    }

    fn note(&self, id: &str) {
        self.save(&note(id, 1));
    }

    fn look(&self) {
        self.program.reconcile_on(&Unsynced).unwrap();
    }

    fn records(&self) -> BTreeSet<(String, u32)> {
        let (records, damage) = read_records(&self.folder.path().join("paper.toml"));
        assert_eq!(damage, []);
        records.iter().map(name).collect()
    }

    /// Returns the contents of the notes files by name.
    fn files(&self) -> BTreeMap<String, String> {
        let files = notes_files(&self.folder.path().join("paper.toml"));
        let named = files.into_iter().map(|file| {
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(file).unwrap())
        });
        named.collect()
    }

    fn put(&self, name: &str, text: &str) {
        put(&self.folder.path().join(name), text);
    }
}

fn program(folder: &Path, state: &Path) -> NotesFolder {
    let author = Author::from_folded("anna");
    let notes = NotesFolder::new(&folder.join("paper.toml"), author, "7f3a".to_owned());
    notes.journaled_in(state)
}

/// Replaces a file as synchronizers do.
fn put(file: &Path, text: &str) {
    RealDisk.replace(file, text.as_bytes()).unwrap();
}

fn note(id: &str, rev: u32) -> Record {
    let file = format!(
        "[notes]\nauthor = 'anna'\n[[note]]\nid = '{id}'\nrev = {rev}\n\
         at = 2010-11-09T10:02:13-06:00\ntext = '{id} {rev}'"
    );
    parse_any(file.as_bytes(), "").records.remove(0)
}

fn name(record: &Record) -> (String, u32) {
    (record.id().as_str().to_owned(), record.rev())
}

/// Each step changes the content of the file, and no other machine writes.
#[test]
fn one_machine_alone_keeps_one_file() {
    let mut machine = Machine::new();
    machine.note("A");
    let older = machine.files()[FILE].clone();
    machine.restart();
    machine.note("B");
    // An edit and its undo, each a revision.
    machine.save(&note("A", 2));
    machine.save(&note("A", 3));
    // A backup, and a missing file.
    machine.put(FILE, &older);
    machine.note("C");
    fs::remove_file(machine.folder.path().join(FILE)).unwrap();
    machine.restart();
    machine.note("D");
    machine.look();
    // A text edited by hand.
    let changed = machine.files()[FILE].replace("A 3", "other words");
    machine.put(FILE, &changed);
    machine.look();
    machine.note("E");
    // A journal without superseded revisions.
    let journal = machine.program.journal().unwrap();
    let opened = journal.open(&Unsynced).unwrap();
    let found = opened.read().unwrap();
    opened.compact(&found, 0).unwrap();
    machine.restart();
    machine.look();
    machine.note("F");
    // Another program on this machine.
    let second = program(machine.folder.path(), machine.state.path());
    second.append_on(&Unsynced, &[note("G", 1)]).unwrap();
    machine.note("H");
    let files = machine.files();
    assert_eq!(files.len(), 1, "{:?}", files.keys());
    assert_eq!(machine.records().len(), 10);
}

#[test]
fn a_save_without_a_journal_does_not_change_the_id() {
    let mut machine = Machine::new();
    machine.note("A");
    let journal = state_file(
        machine.state.path(),
        &machine.folder.path().join("paper.toml"),
        "anna.7f3a.journal.toml",
    );
    let aside = machine.state.path().join("aside");
    fs::rename(&journal, &aside).unwrap();
    fs::create_dir(&journal).unwrap();
    let saved = machine.program.append_on(&Unsynced, &[note("B", 1)]);
    assert!(saved.unwrap().unjournaled.is_some());
    fs::remove_dir(&journal).unwrap();
    fs::rename(&aside, &journal).unwrap();
    assert!(machine.program.is_unjournaled());
    machine.look();
    assert!(!machine.program.is_unjournaled());
    machine.restart();
    machine.note("C");
    machine.look();
    machine.note("D");
    assert_eq!(machine.files().len(), 1);
    // The journal has all notes again.
    fs::remove_file(machine.folder.path().join(FILE)).unwrap();
    machine.look();
    assert_eq!(machine.records().len(), 4);
}

#[test]
fn without_its_journal_a_machine_uses_a_new_file_once() {
    let mut machine = Machine::new();
    machine.note("A");
    for file in fs::read_dir(machine.state.path()).unwrap() {
        fs::remove_file(file.unwrap().path()).unwrap();
    }
    let before = machine.files()[FILE].clone();
    for id in ["B", "C", "D"] {
        machine.restart();
        machine.look();
        machine.note(id);
    }
    let files = machine.files();
    assert_eq!((files.len(), &files[FILE]), (2, &before));
}

/// A state folder that cannot be written cannot save another id either.
#[test]
fn with_a_read_only_state_folder_there_is_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    drop(File::create(&state).unwrap());
    for id in ["A", "B", "C"] {
        let notes = program(folder.path(), &state);
        notes.reconcile_on(&Unsynced).unwrap();
        for rev in 1..3 {
            assert!(
                notes
                    .append_on(&Unsynced, &[note(id, rev)])
                    .unwrap()
                    .unjournaled
                    .is_some()
            );
        }
    }
    assert_eq!(notes_files(&folder.path().join("paper.toml")).len(), 1);
}

#[test]
fn a_moved_folder_keeps_its_file_and_a_copy_gets_a_new_one() {
    let machine = Machine::new();
    machine.note("A");
    let elsewhere = tempfile::tempdir().unwrap();
    let [moved, copy] = ["moved", "copy"].map(|name| elsewhere.path().join(name));
    fs::create_dir(&copy).unwrap();
    for name in ["paper.toml", FILE] {
        fs::copy(machine.folder.path().join(name), copy.join(name)).unwrap();
    }
    let files_after = |folder: &Path, ids: [&str; 2]| {
        for id in ids {
            let notes = program(folder, machine.state.path());
            notes.reconcile_on(&Unsynced).unwrap();
            notes.append_on(&Unsynced, &[note(id, 1)]).unwrap();
        }
        notes_files(&folder.join("paper.toml")).len()
    };
    assert_eq!(files_after(&copy, ["B", "C"]), 2);
    fs::rename(machine.folder.path(), &moved).unwrap();
    assert_eq!(files_after(&moved, ["D", "E"]), 1);
    // The notes from before the move are restored too.
    fs::remove_file(moved.join(FILE)).unwrap();
    let notes = program(&moved, machine.state.path());
    assert_eq!(notes.reconcile_on(&Unsynced).unwrap(), 3);
}

/// After a change of the machine's name, its journals under the earlier id still count.
#[test]
fn restores_notes_under_an_earlier_id_of_the_device() {
    let machine = Machine::new();
    machine.note("A");
    let briefing = machine.folder.path().join("paper.toml");
    let author = Author::from_folded("anna");
    let other = NotesFolder::new(&briefing, author, "1a2b3c4d".to_owned());
    let other = other.journaled_in(machine.state.path());
    other.append_on(&Unsynced, &[note("B", 1)]).unwrap();
    assert_eq!(machine.files().len(), 2);
    for name in machine.files().keys() {
        fs::remove_file(machine.folder.path().join(name)).unwrap();
    }
    assert_eq!(other.reconcile_on(&Unsynced).unwrap(), 2);
    assert_eq!(other.history(note("A", 1).id()).len(), 1);
    assert_eq!(machine.records().len(), 2);
    assert_eq!(other.reconcile_on(&Unsynced).unwrap(), 0);
}
