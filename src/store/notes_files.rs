//! Reads all notes of a briefing: the union of every notes file beside it, by any author.
//!
//! Rules, in order: one bad file costs no note of another; what could not be read is listed; the
//! same folder gives the same result. Nothing is written here.

mod claims;
mod one_file;

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::large_files::parse_any;
use super::notes_file::{Damage, NotesFile, author_at};
use super::owner;
use super::paths::{folder_of, prefix_of};
use super::sys::{owner_of, user};
use crate::model::{Author, Notes, Record};
use claims::OwnedFile;
use one_file::Seen;
pub(super) use one_file::{Incarnation, MOST_READ, incarnation, read_own, read_own_head};

/// The most bytes of a notes file, enough for some fifty thousand notes: later notes go into the
/// next file.
pub(super) const LARGEST: u64 = 16 << 20;

/// All notes of a briefing, and the damage found while reading them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The union of all notes files.
    pub notes: Notes,
    /// The damage, by file and line.
    pub damage: Vec<Damage>,
    /// Notices to show once although nothing is wrong, such as a symbolic link to a notes file.
    pub notices: Vec<Damage>,
}

/// Reads every `<briefing>.notes.*.toml` in the folder of the briefing, conflict copies included.
pub fn read_notes(briefing: &Path) -> Gathered {
    read_files(briefing).gathered()
}

/// Reads the notes as [`read_notes`] does; a file under this author's name that belongs to another
/// user is damage.
pub fn read_notes_of(briefing: &Path, author: &Author) -> Gathered {
    let mut files = read_files(briefing);
    files.list_strangers(briefing, author);
    files.gathered()
}

/// Reads all revisions, file by file, and the damage.
pub(super) fn read_records(briefing: &Path) -> (Vec<Record>, Vec<Damage>) {
    let files = read_files(briefing);
    (files.records(), files.damage)
}

/// The content of the notes files of a briefing.
#[derive(Default)]
pub(super) struct NotesFiles {
    found: Vec<NamedFile>,
    damage: Vec<Damage>,
    notices: Vec<Damage>,
    /// The names of files that belong to the wrong user.
    foreign: BTreeSet<String>,
}

/// A notes file that was read.
struct NamedFile {
    name: String,
    /// The end of its name, from the author on.
    end: String,
    file: NotesFile,
}

impl NotesFiles {
    /// Returns all revisions, file by file.
    pub(super) fn records(&self) -> Vec<Record> {
        let records = self.found.iter().flat_map(|found| &found.file.records);
        records.cloned().collect()
    }

    /// Lists the files under an author's name that belong to another user.
    pub(super) fn list_strangers(&mut self, briefing: &Path, author: &Author) {
        let told = "belongs to another user; your notes are not written there";
        for (name, is_known) in strangers(briefing, author) {
            let listed = Damage::of_file(&*name, told);
            if is_known {
                self.damage.push(listed);
                self.foreign.insert(name);
            } else {
                self.notices.push(listed);
            }
        }
    }

    /// Merges all files.
    pub(super) fn gathered(self) -> Gathered {
        let held = self.found.iter().map(|found| OwnedFile {
            name: &found.name,
            end: &found.end,
            is_foreign: self.foreign.contains(&found.name),
            file: &found.file,
        });
        let mut held: Vec<_> = held.collect();
        // A copy has a longer name than its original: what both have is shown as from the original.
        held.sort_by_key(|held| (held.name.len(), held.name));
        let claims = claims::claims(&held);
        let mut notes = Notes::default();
        let found = self.found.into_iter();
        notes.extend(found.flat_map(|found| found.file.records));
        Gathered {
            notes: notes.with_claims(claims),
            damage: self.damage,
            notices: self.notices,
        }
    }
}

/// Reads the notes files of a briefing, each on its own.
pub(super) fn read_files(briefing: &Path) -> NotesFiles {
    let mut files = NotesFiles::default();
    let folder = folder_of(briefing);
    let names = names(briefing).unwrap_or_else(|error| {
        let reason = format!("the folder cannot be read: {error}");
        let damage = Damage::of_file(folder.to_string_lossy(), &reason);
        files.damage.push(damage);
        Vec::new()
    });
    let prefix = prefix_of(briefing);
    for name in names {
        let file = name.to_string_lossy();
        match one_file::read(&folder.join(&name)) {
            Ok(content) => {
                if let Some(target) = content.link {
                    let target = target.display();
                    let told = format!("your link to {target}: read, but never written");
                    files.notices.push(Damage::of_file(&*file, &told));
                }
                let mut found = parse_any(&content.bytes, &file);
                files.damage.append(&mut found.damage);
                let end = file.strip_prefix(&*prefix.to_string_lossy());
                files.found.push(NamedFile {
                    end: end.unwrap_or_default().to_owned(),
                    name: file.into_owned(),
                    file: found,
                });
            }
            Err(error) => {
                let reason = format!("not read: {error}");
                files.damage.push(Damage::of_file(file, &reason));
            }
        }
    }
    files
}

/// Returns the files with an author's name that do not belong to the user who writes under this
/// name here, each with whether its owner is known. The owner is unknown where no file can be
/// created in the folder, so none is written there in any case.
pub(super) fn strangers(briefing: &Path, author: &Author) -> Vec<(String, bool)> {
    let mut strangers = Vec::new();
    let folder = folder_of(briefing);
    let prefix = prefix_of(briefing);
    let prefix = prefix.to_string_lossy();
    for name in names(briefing).unwrap_or_default() {
        let name = name.to_string_lossy();
        let end = name.strip_prefix(&*prefix).unwrap_or_default();
        if author_at(end) != *author {
            continue;
        }
        // Notices about a link are made where it is read.
        let look = fs::symlink_metadata(folder.join(&*name)).ok();
        let Some(look) = look.filter(|look| !look.is_symlink()) else {
            continue;
        };
        match owner::is_ours(&look, &folder) {
            Ok(true) => (),
            Ok(false) => strangers.push((name.into_owned(), true)),
            Err(_) => strangers.push((name.into_owned(), false)),
        }
    }
    strangers
}

/// Returns whether the owner of any notes file differs from the user who runs this program.
pub(super) fn may_have_strangers(briefing: &Path) -> bool {
    let looks = notes_files(briefing).into_iter();
    let mut looks = looks.filter_map(|file| fs::symlink_metadata(file).ok());
    looks.any(|look| owner_of(&look) != user())
}

/// The metadata of the notes files of a briefing, which changes when they do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint(Vec<(OsString, Option<Seen>)>);

/// Returns the metadata of the notes files of a briefing, to detect changes by comparison.
pub fn fingerprint(briefing: &Path) -> Fingerprint {
    let folder = folder_of(briefing);
    let names = names(briefing).unwrap_or_default().into_iter();
    let seen = names.map(|name| {
        let seen = one_file::seen(&folder.join(&name));
        (name, seen)
    });
    Fingerprint(seen.collect())
}

/// Returns the names of the notes files of a briefing, sorted.
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

/// Returns every notes file of a briefing; none where its folder cannot be read.
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
