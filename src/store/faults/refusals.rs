//! Tests names that are taken, files of other users, and shares without locks.

use super::super::sys::{make_link, no_lock_errors};
use super::super::{NoLocks, SaveError};
use super::*;

/// A disk without locks, or on which some files belong to another user.
struct Strange {
    /// The error number that every lock call returns.
    lock: Option<i32>,
    /// The ends of the names of files that belong to another user.
    foreign: &'static [&'static str],
}

/// The end of the name of Anna's file; `OWN` is that of her device's file.
const FIRST: &str = ".anna.toml";
const OWN: &str = ".7f3a.toml";

impl Disk for Strange {
    fn open(&self, path: &Path) -> io::Result<File> {
        RealDisk.open(path)
    }

    fn lock(&self, file: &File) -> Result<(), TryLockError> {
        let error = self.lock.map(io::Error::from_raw_os_error);
        error.map_or_else(
            || RealDisk.lock(file),
            |error| Err(TryLockError::Error(error)),
        )
    }

    fn is_ours(&self, path: &Path, file: &File) -> io::Result<bool> {
        let name = path.to_string_lossy();
        let is_foreign = self.foreign.iter().any(|end| name.ends_with(end));
        Ok(!is_foreign && RealDisk.is_ours(path, file)?)
    }

    fn read(&self, file: &File, buffer: &mut [u8], at: u64) -> io::Result<()> {
        RealDisk.read(file, buffer, at)
    }

    fn write(&self, file: &File, bytes: &[u8]) -> io::Result<usize> {
        RealDisk.write(file, bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        RealDisk.sync(file)
    }

    fn cut(&self, file: &File, length: u64) -> io::Result<()> {
        RealDisk.cut(file, length)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.sync_folder(folder)
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        RealDisk.replace(path, bytes)
    }
}

fn save(
    table: &Table,
    disk: &Strange,
    step: &str,
) -> Result<Option<NoLocks>, super::super::NotSaved> {
    let saved = table.notes().append_on(disk, &[record(step)])?;
    assert!(saved.unjournaled.is_none());
    Ok(saved.no_locks)
}

#[test]
fn saves_on_a_share_without_locks_with_a_warning() {
    let errors = no_lock_errors();
    assert_eq!(errors.len(), 5);
    for error in errors {
        let table = Table::new();
        let disk = Strange {
            lock: error.raw_os_error(),
            foreign: &[],
        };
        for step in ["A1", "B1"] {
            assert_eq!(save(&table, &disk, step).unwrap(), Some(NoLocks), "{error}");
        }
        assert_eq!(table.names().len(), 2);
        fs::remove_file(table.file()).unwrap();
        assert_eq!(table.notes().reconcile_on(&disk).unwrap(), 2);
    }
    let table = Table::new();
    let disk = Strange {
        lock: None,
        foreign: &[],
    };
    assert_eq!(save(&table, &disk, "A1").unwrap(), None);
}

#[test]
fn other_lock_errors_fail_the_save() {
    let table = Table::new();
    // EIO
    let disk = Strange {
        lock: Some(5),
        foreign: &[],
    };
    let error = save(&table, &disk, "A1").unwrap_err();
    assert!(!error.on_this_machine);
    assert!(table.names().is_empty());
}

#[test]
fn another_users_file_is_never_written_whatever_its_header() {
    let ours = header(&Author::from_folded("anna"), "7f3a");
    for planted in ["", &ours] {
        let table = Table::new();
        RealDisk.replace(&table.file(), planted.as_bytes()).unwrap();
        let disk = Strange {
            lock: None,
            foreign: &[FIRST],
        };
        save(&table, &disk, "A1").unwrap();
        assert_eq!(fs::read(table.file()).unwrap(), planted.as_bytes());
        let own = fs::read_to_string(table.own()).unwrap();
        assert!(own.contains("\nA1\"\"\""), "{own}");
    }
}

#[test]
fn when_both_names_are_taken_the_next_file_is_used() {
    let table = Table::new();
    let disk = Strange {
        lock: None,
        foreign: &[FIRST, OWN],
    };
    save(&table, &disk, "A1").unwrap();
    let further = table.own().with_extension("");
    let further = format!("{}-2.toml", further.display());
    let text = fs::read_to_string(further).unwrap();
    assert!(text.contains("\nA1\"\"\""), "{text}");
}

#[test]
fn when_all_names_are_taken_notes_stay_on_this_machine_until_one_is_free() {
    let table = Table::new();
    let disk = Strange {
        lock: None,
        foreign: &[".toml"],
    };
    let error = save(&table, &disk, "A1").unwrap_err();
    assert!(error.on_this_machine);
    assert!(matches!(error.cause, SaveError::Foreign { .. }), "{error}");
    let told = error.to_string();
    assert!(told.starts_with("saved on this machine only: "), "{told}");
    assert!(
        told.ends_with("anna.toml belongs to another user; ask for it to be removed"),
        "{told}"
    );
    assert_eq!(
        table.notes().reconcile_on(&disk).unwrap_err().records.len(),
        1
    );
    assert_eq!(table.notes().reconcile().unwrap(), 1);
    assert_eq!(table.names().len(), 1);
}

/// Tests links with any target, under any of our names.
#[test]
fn nothing_is_written_through_a_link() {
    let ours = header(&Author::from_folded("anna"), "7f3a");
    for before in [None, Some(""), Some(&ours), Some("# a shell reads this\n")] {
        let table = Table::new();
        let elsewhere = tempfile::tempdir().unwrap();
        let target = elsewhere.path().join("target");
        if let Some(before) = before {
            RealDisk.replace(&target, before.as_bytes()).unwrap();
        }
        make_link(&target, &table.file());
        table.notes().append(&record("A1")).unwrap();
        let is_untouched = |text: Option<&str>| fs::read_to_string(&target).ok().as_deref() == text;
        assert!(is_untouched(before), "{before:?}");
        assert!(fs::read_to_string(table.own()).unwrap().contains("\nA1"));

        let own = table.own();
        fs::remove_file(&own).unwrap();
        let further = (2..4).map(|number| {
            let stem = own.with_extension("");
            PathBuf::from(format!("{}-{number}.toml", stem.display()))
        });
        let links: Vec<_> = [own.clone()].into_iter().chain(further).collect();
        for link in &links {
            make_link(&target, link);
        }
        let error = table.notes().append(&record("B1")).unwrap_err();
        assert!(error.on_this_machine);
        assert!(matches!(error.cause, SaveError::Link { .. }), "{error}");
        assert!(is_untouched(before), "{before:?}");
        for link in &links {
            fs::remove_file(link).unwrap();
        }
        table.notes().reconcile().unwrap();
        assert_eq!(table.names().len(), 2);
    }
}

#[test]
fn an_empty_file_with_a_second_name_is_not_written() {
    let table = Table::new();
    let elsewhere = table.beside.path().join("profile");
    drop(File::create(&elsewhere).unwrap());
    fs::hard_link(&elsewhere, table.file()).unwrap();
    table.notes().append(&record("A1")).unwrap();
    assert_eq!(fs::read(&elsewhere).unwrap(), b"");
    assert!(table.own().exists());
}

#[test]
fn does_not_write_a_journal_through_a_link() {
    let table = Table::new();
    table.notes().append(&record("A1")).unwrap();
    let files = fs::read_dir(table.state.path()).unwrap();
    let journal = files.map(|file| file.unwrap().path()).next().unwrap();
    let target = table.beside.path().join("target");
    fs::rename(&journal, &target).unwrap();
    let before = fs::read(&target).unwrap();
    make_link(&target, &journal);
    let saved = table.notes().append(&record("B1")).unwrap();
    assert!(saved.unjournaled.unwrap().to_string().contains("is a link"));
    assert_eq!(fs::read(&target).unwrap(), before);
}

#[test]
fn in_a_read_only_folder_notes_stay_on_this_machine() {
    let table = Table::new();
    let file = table.file();
    fs::create_dir(&file).unwrap();
    let error = table.notes().append(&record("A1")).unwrap_err();
    assert!(error.on_this_machine);
    assert!(
        error
            .to_string()
            .starts_with("saved on this machine only: ")
    );
    let only_here = table.notes().reconcile().unwrap_err();
    assert_eq!(only_here.records, [record("A1")]);
    let told = only_here.to_string();
    assert!(told.starts_with("1 on this machine only: "), "{told}");
    fs::remove_dir(&file).unwrap();
    assert_eq!(table.notes().reconcile().unwrap(), 1);
    assert_eq!(table.names().len(), 1);
}

#[test]
fn a_note_is_saved_even_if_the_journal_cannot_be_written() {
    let table = Table::new();
    let state = table.state.path().join("state");
    drop(File::create(&state).unwrap());
    let author = Author::from_folded("anna");
    let notes = NotesFolder::new(&table.briefing(), author, "7f3a".to_owned());
    let notes = notes.journaled_in(&state);
    let saved = notes.append(&record("A1")).unwrap();
    let told = saved.unjournaled.unwrap().to_string();
    assert!(told.starts_with("beside the briefing only: "), "{told}");
    assert!(told.contains("cannot be written"), "{told}");
    assert_eq!(table.names().len(), 1);
}
