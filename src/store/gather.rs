//! Reads all notes of a briefing: the union of every notes file beside it, whoever wrote it.
//!
//! Rules, in order: one bad file costs no note of another; what could not be read is listed; the
//! same folder gives the same answer. Nothing is written here.

mod look;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::notes_file::{Damage, NotesFile, author_at, parse};
use super::owner;
use crate::model::{Author, Notes, Record};
use look::Seen;

/// The most bytes of a notes file that are read. A day of typing makes less than one MiB, so what
/// is larger is no notes file and must not eat the memory.
pub(super) const LARGEST: u64 = 16 << 20;

/// All notes of a briefing, and what could not be read of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The union of all notes files.
    pub notes: Notes,
    /// What could not be read, by file and line.
    pub damage: Vec<Damage>,
    /// What is worth saying once although nothing is wrong, such as a link of one's own.
    pub notices: Vec<Damage>,
}

/// Reads every `<briefing>.notes.*.toml` in the folder of the briefing, conflict copies included.
pub fn read_notes(briefing: &Path) -> Gathered {
    gather(read_files(briefing))
}

/// The same for an author: a file under this name that belongs to another user is damage.
pub fn read_notes_of(briefing: &Path, author: &Author) -> Gathered {
    let mut files = read_files(briefing);
    let strangers = strangers(briefing, author);
    files.damage.extend(strangers.damage);
    files.notices.extend(strangers.notices);
    gather(files)
}

fn gather(files: Files) -> Gathered {
    let mut notes = Notes::default();
    let found = files.found.into_iter();
    notes.extend(found.flat_map(|(_, found)| found.records));
    Gathered {
        notes,
        damage: files.damage,
        notices: files.notices,
    }
}

/// All revisions, file by file, and what could not be read.
pub(super) fn read_records(briefing: &Path) -> (Vec<Record>, Vec<Damage>) {
    let files = read_files(briefing);
    let found = files.found.into_iter();
    let records = found.flat_map(|(_, found)| found.records);
    (records.collect(), files.damage)
}

/// What the notes files of a briefing hold.
#[derive(Default)]
struct Files {
    /// By name.
    found: Vec<(OsString, NotesFile)>,
    damage: Vec<Damage>,
    notices: Vec<Damage>,
}

fn read_files(briefing: &Path) -> Files {
    let mut files = Files::default();
    let folder = folder_of(briefing);
    let names = names(briefing).unwrap_or_else(|error| {
        let reason = format!("the folder cannot be read: {error}");
        let damage = Damage::of_file(folder.to_string_lossy(), &reason);
        files.damage.push(damage);
        Vec::new()
    });
    for name in names {
        let file = name.to_string_lossy();
        match look::read(&folder.join(&name)) {
            Ok(content) => {
                if let Some(target) = content.link {
                    let target = target.display();
                    let told = format!("a link of yours to {target}: read, but never written");
                    files.notices.push(Damage::of_file(&*file, &told));
                }
                let mut found = parse(&content.bytes, &file);
                files.damage.append(&mut found.damage);
                files.found.push((name, found));
            }
            Err(error) => {
                let reason = format!("not read: {error}");
                files.damage.push(Damage::of_file(file, &reason));
            }
        }
    }
    files
}

/// The files that have the name of an author and belong to another user than the one who writes
/// under this name here: as damage, without the notes.
pub(super) fn strangers(briefing: &Path, author: &Author) -> Gathered {
    let mut strangers = Gathered::default();
    let folder = folder_of(briefing);
    let prefix = prefix_of(briefing);
    let prefix = prefix.to_string_lossy();
    for name in names(briefing).unwrap_or_default() {
        let name = name.to_string_lossy();
        let end = name.strip_prefix(&*prefix).unwrap_or_default();
        if author_at(end) != *author {
            continue;
        }
        // What is to be said of a link is said where it is read.
        let look = fs::symlink_metadata(folder.join(&*name)).ok();
        let Some(look) = look.filter(|look| !look.is_symlink()) else {
            continue;
        };
        let list = match owner::is_ours(&look, &folder) {
            Ok(true) => continue,
            Ok(false) => &mut strangers.damage,
            // Nothing can be created here, and so nothing is written here in any case.
            Err(_) => &mut strangers.notices,
        };
        let told = "belongs to another user; your notes are not written there";
        list.push(Damage::of_file(name, told));
    }
    strangers
}

/// What can be seen of the notes files of a briefing without reading them: it changes when they do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint(Vec<(OsString, Option<Seen>)>);

/// Looks at the notes files of a briefing, to learn by comparison whether any has changed.
pub fn fingerprint(briefing: &Path) -> Fingerprint {
    let folder = folder_of(briefing);
    let names = names(briefing).unwrap_or_default().into_iter();
    let seen = names.map(|name| {
        let seen = look::seen(&folder.join(&name));
        (name, seen)
    });
    Fingerprint(seen.collect())
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

#[cfg(test)]
mod tests;
