//! Reads all notes of a briefing: the union of every notes file beside it, whoever wrote it.
//!
//! Rules, in order: one bad file costs no note of another; what could not be read is listed; the
//! same folder gives the same answer. Nothing is written here.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::notes_file::Damage;
use super::pieces::parse_any;
use crate::model::{Notes, Record};

/// The most bytes that a notes file is given, some fifty thousand notes: the next ones go into a
/// further file.
pub(super) const LARGEST: u64 = 16 << 20;

/// The most bytes of a notes file that are read. Earlier versions wrote on without end; what is
/// larger is no notes file and must not eat the memory.
pub(super) const MOST_READ: u64 = 64 << 20;

/// All notes of a briefing, and what could not be read of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The union of all notes files.
    pub notes: Notes,
    /// What could not be read, by file and line.
    pub damage: Vec<Damage>,
}

/// Reads every `<briefing>.notes.*.toml` in the folder of the briefing, conflict copies included.
pub fn read_notes(briefing: &Path) -> Gathered {
    let mut notes = Notes::default();
    let (records, damage) = read_records(briefing);
    notes.extend(records);
    Gathered { notes, damage }
}

/// The same with all revisions, file by file.
pub(super) fn read_records(briefing: &Path) -> (Vec<Record>, Vec<Damage>) {
    let (mut records, mut damage) = (Vec::new(), Vec::new());
    let folder = folder_of(briefing);
    let names = names(briefing).unwrap_or_else(|error| {
        let reason = format!("the folder cannot be read: {error}");
        damage.push(Damage::of_file(folder.to_string_lossy(), &reason));
        Vec::new()
    });
    for name in names {
        let file = name.to_string_lossy();
        match read(&folder.join(&name)) {
            Ok(bytes) => {
                let found = parse_any(&bytes, &file);
                records.extend(found.records);
                damage.extend(found.damage);
            }
            Err(error) => {
                let reason = format!("not read: {error}");
                damage.push(Damage::of_file(file, &reason));
            }
        }
    }
    (records, damage)
}

/// What can be seen of the notes files of a briefing without reading them: it changes when they do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint(Vec<(OsString, Option<Seen>)>);

/// Length, time of the last change, and inode: a file put in place of another has a new one.
type Seen = (u64, Option<SystemTime>, u64);

/// Looks at the notes files of a briefing, to learn by comparison whether any has changed.
pub fn fingerprint(briefing: &Path) -> Fingerprint {
    let folder = folder_of(briefing);
    let names = names(briefing).unwrap_or_default().into_iter();
    let seen = names.map(|name| {
        let metadata = fs::metadata(folder.join(&name)).ok();
        let seen = metadata.map(|file| (file.len(), file.modified().ok(), file.ino()));
        (name, seen)
    });
    Fingerprint(seen.collect())
}

/// What a file is known by as long as nobody puts another in its place; `None` without a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileId(u64, u64, Option<SystemTime>);

/// Looks at a file, and at its length.
pub(super) fn file_id(file: &Path) -> Option<(FileId, u64)> {
    let metadata = fs::metadata(file).ok()?;
    // A new file may be given the inode of one that was deleted.
    let id = FileId(metadata.dev(), metadata.ino(), metadata.created().ok());
    Some((id, metadata.len()))
}

/// The folder of a briefing; the current one for a name alone.
pub(super) fn folder_of(briefing: &Path) -> PathBuf {
    let folder = briefing.parent().unwrap_or_else(|| Path::new(""));
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    folder.to_owned()
}

/// How the names of all notes files of a briefing start.
pub(super) fn prefix_of(briefing: &Path) -> OsString {
    let mut prefix = briefing.file_stem().unwrap_or_default().to_owned();
    prefix.push(".notes.");
    prefix
}

/// The names of the notes files of a briefing, in order.
fn names(briefing: &Path) -> io::Result<Vec<OsString>> {
    let prefix = prefix_of(briefing);
    let mut names = Vec::new();
    for file in fs::read_dir(folder_of(briefing))? {
        let name = file?.file_name();
        if is_notes_file(&name, &prefix) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Every notes file of a briefing; none where its folder cannot be read.
pub fn notes_files(briefing: &Path) -> Vec<PathBuf> {
    let folder = folder_of(briefing);
    let names = names(briefing).unwrap_or_default().into_iter();
    names.map(|name| folder.join(name)).collect()
}

fn is_notes_file(name: &OsStr, prefix: &OsStr) -> bool {
    let rest = name.as_encoded_bytes();
    let rest = rest.strip_prefix(prefix.as_encoded_bytes());
    rest.is_some_and(|rest| rest.ends_with(b".toml"))
}

/// The first bytes of a notes file.
pub(super) fn read_head(file: &Path, most: u64) -> io::Result<Vec<u8>> {
    // Before it is opened: opening a pipe waits for a writer.
    if !fs::metadata(file)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::new();
    File::open(file)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// All bytes of a notes file.
pub(super) fn read(file: &Path) -> io::Result<Vec<u8>> {
    let bytes = read_head(file, MOST_READ + 1)?;
    if bytes.len() as u64 > MOST_READ {
        let mebibytes = MOST_READ >> 20;
        return Err(io::Error::other(format!(
            "it is larger than {mebibytes} MiB"
        )));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::time::Duration;

    use tempfile::TempDir;

    use super::*;

    fn put(folder: &TempDir, name: &str, id: &str) {
        let mut file = File::create(folder.path().join(name)).unwrap();
        let at = "2010-11-09T10:02:13-06:00";
        write!(
            file,
            "[notes]\nauthor = 'a'\n[[note]]\nid = '{id}'\nat = {at}\ntext = '{id}'\n"
        )
        .unwrap();
    }

    fn read(folder: &TempDir) -> (Vec<String>, Vec<String>) {
        let gathered = read_notes(&folder.path().join("paper.toml"));
        let notes = gathered.notes.iter().map(|(_, note)| note.text.clone());
        let damage = gathered.damage.iter().map(ToString::to_string);
        (notes.collect(), damage.collect())
    }

    #[test]
    fn all_notes_files_are_read_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        for (name, id) in [
            ("paper.notes.anna.toml", "A"),
            ("paper.notes.anna.7f3a.toml", "B"),
            (
                "paper.notes.anna.sync-conflict-20261124-101112-ABCDEFG.toml",
                "C",
            ),
            ("paper.notes.anna (conflicted copy 2026-11-24).toml", "D"),
            ("paper.notes.anna.toml.orig", "x"),
            ("paper.notes.anna.toml~", "x"),
            (".paper.notes.anna.toml.swp", "x"),
            ("other.notes.anna.toml", "x"),
            ("paper.toml", "x"),
        ] {
            put(&folder, name, id);
        }
        assert_eq!(
            read(&folder),
            (["A", "B", "C", "D"].map(str::to_owned).to_vec(), vec![])
        );
    }

    #[test]
    fn a_file_that_cannot_be_read_is_listed() {
        let folder = tempfile::tempdir().unwrap();
        put(&folder, "paper.notes.b.toml", "B");
        fs::create_dir(folder.path().join("paper.notes.a.toml")).unwrap();
        let large = File::create(folder.path().join("paper.notes.c.toml")).unwrap();
        large.set_len(MOST_READ + 1).unwrap();
        let (notes, damage) = read(&folder);
        assert_eq!(notes, ["B"]);
        let listed = [
            "paper.notes.a.toml: not read: it is not a regular file",
            "paper.notes.c.toml: not read: it is larger than 64 MiB",
        ];
        assert_eq!(damage, listed);
        let missing = read_notes(&folder.path().join("missing/paper.toml"));
        assert!(missing.notes.is_empty());
        assert_eq!(missing.damage.len(), 1);
    }

    #[test]
    fn a_fingerprint_changes_with_the_files() {
        let folder = tempfile::tempdir().unwrap();
        let briefing = folder.path().join("paper.toml");
        let mut prints = vec![fingerprint(&briefing)];
        let mut changed = || {
            let now = fingerprint(&briefing);
            let is_new = prints.iter().all(|print| *print != now);
            prints.push(now);
            is_new
        };
        put(&folder, "paper.notes.b.toml", "B");
        assert!(changed());
        assert!(!changed());
        let file = File::options()
            .append(true)
            .open(folder.path().join("paper.notes.b.toml"));
        let file = file.unwrap();
        file.set_len(3).unwrap();
        assert!(changed());
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1))
            .unwrap();
        assert!(changed());
        put(&folder, "other.toml", "x");
        assert!(!changed());
    }
}
