//! The revisions that are shown with their file, because the file cannot vouch for them.
//!
//! A file vouches for the notes of an author if its name and its header both name this author, and
//! it belongs to the right user. All notes are shown in any case: anyone with write access to the
//! folder can write anything, but not in another's name unnoticed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::notes_file::{NotesFile, author_at};
use crate::model::{Author, Claims, NoteId, Record};

/// A notes file, and whether it belongs to a user other than its name implies.
pub(super) struct OwnedFile<'a> {
    /// The name of the file; `end` is the part of it from the author on.
    pub(super) name: &'a str,
    pub(super) end: &'a str,
    pub(super) is_foreign: bool,
    pub(super) file: &'a NotesFile,
}

/// Collects the revisions to show with their file.
pub(super) fn claims(files: &[OwnedFile<'_>]) -> Claims {
    let mut claims = Claims::default();
    let (vouching, claiming): (Vec<_>, Vec<_>) = files.iter().partition(|held| held.vouches());
    if !claiming.is_empty() {
        let vouched = vouched(&vouching, &claiming);
        for held in claiming {
            let file = Arc::from(held.name);
            let records = held.file.records.iter();
            for record in records.filter(|record| !vouched.contains(&key(record))) {
                claims.add(record, &file);
            }
        }
    }
    // Most teams have notes by several authors, who rarely edit each other's notes.
    for (held, record) in revisions_of_others(files) {
        claims.add(record, &Arc::from(held.name));
    }
    claims
}

impl OwnedFile<'_> {
    fn vouches(&self) -> bool {
        let NotesFile { author, device, .. } = self.file;
        let is_named = author_at(self.end) == *author;
        let named = device_at(self.end);
        let is_on_device = named.is_none() || named == device.as_deref();
        is_named && is_on_device && !self.is_foreign
    }
}

/// Returns the device in the end of a name. Copies have all kinds of words in its place.
fn device_at(end: &str) -> Option<&str> {
    let device = end.split('.').nth(1)?;
    let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let is_device = matches!(device.len(), 4 | 8) && device.bytes().all(is_hex);
    is_device.then_some(device)
}

type VouchKey<'a> = (&'a NoteId, u32, &'a Author, crate::model::Digest);

fn key(record: &Record) -> VouchKey<'_> {
    (record.id(), record.rev(), record.author(), record.digest())
}

/// Returns the revisions, in vouching files, of those notes that are also in claiming files.
fn vouched<'a>(vouching: &[&OwnedFile<'a>], claiming: &[&OwnedFile<'_>]) -> BTreeSet<VouchKey<'a>> {
    let claimed = claiming.iter().flat_map(|held| &held.file.records);
    let claimed: BTreeSet<_> = claimed.map(Record::id).collect();
    let vouched = vouching.iter().flat_map(|held| &held.file.records);
    let vouched = vouched.filter(|record| claimed.contains(record.id()));
    vouched.map(key).collect()
}

/// Returns the later revisions of notes whose first revision is in another author's file.
fn revisions_of_others<'a>(files: &'a [OwnedFile<'a>]) -> Vec<(&'a OwnedFile<'a>, &'a Record)> {
    let authors: BTreeSet<_> = files.iter().map(|held| &held.file.author).collect();
    if authors.len() < 2 {
        return Vec::new();
    }
    let all = || {
        let files = files.iter();
        files.flat_map(|held| held.file.records.iter().map(move |record| (held, record)))
    };
    let mut first: BTreeMap<&NoteId, (u32, BTreeSet<&Author>)> = BTreeMap::new();
    for (_, record) in all() {
        let (rev, authors) = first
            .entry(record.id())
            .or_insert_with(|| (record.rev(), BTreeSet::new()));
        if record.rev() < *rev {
            *rev = record.rev();
            authors.clear();
        }
        if record.rev() == *rev {
            authors.insert(record.author());
        }
    }
    let is_of_another = |record: &Record| {
        first.get(record.id()).is_some_and(|(rev, authors)| {
            record.rev() > *rev && authors.iter().any(|author| *author != record.author())
        })
    };
    all().filter(|(_, record)| is_of_another(record)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::notes_file::parse;
    use super::*;

    const PREFIX: &str = "paper.notes.";

    /// Makes a file of notes (id and revision) with the given header.
    fn file(name: &str, header: &str, notes: &[(&str, u32)]) -> (String, NotesFile) {
        let notes = notes.iter().map(|(id, rev)| {
            format!("[[note]]\nid = '{id}'\nrev = {rev}\nat = 2010-11-09T10:02:13Z\ntext = 'x'\n")
        });
        let text = format!("[notes]\n{header}\n{}", notes.collect::<String>());
        let name = format!("{PREFIX}{name}.toml");
        let found = parse(text.as_bytes(), &name);
        assert_eq!(found.damage, []);
        (name, found)
    }

    /// Returns the revisions that are shown with a file, and the file.
    fn shown(files: &[(String, NotesFile)]) -> Vec<String> {
        let held = files.iter().map(|(name, file)| OwnedFile {
            name,
            end: name.strip_prefix(PREFIX).unwrap(),
            is_foreign: name.contains("stolen"),
            file,
        });
        let held: Vec<_> = held.collect();
        let claims = claims(&held);
        let records = held.iter().flat_map(|held| &held.file.records);
        let shown = records.filter_map(|record| {
            let file = claims.file_of(record)?;
            Some(format!("{}{} {file}", record.id().as_str(), record.rev()))
        });
        let shown: BTreeSet<_> = shown.collect();
        shown.into_iter().collect()
    }

    #[test]
    fn copies_and_devices_of_one_author_are_not_shown() {
        let files: Vec<_> = [
            "ana",
            "ana.7f3a",
            "ana.7f3a-2",
            "ana.7f3a.sync-conflict-20261124-101112-ABCDEFG",
            "ana.sync-conflict-20261124-101112-ABCDEFG",
            "ana (Bo's conflicted copy 2026-11-24)",
            "ana 2",
            "ana.again",
        ]
        .iter()
        .zip(1..)
        .map(|(name, rev)| file(name, "author = 'Ana'\ndevice = '7f3a'", &[("a", rev)]))
        .collect();
        assert_eq!(shown(&files), Vec::<String>::new());
        let bo = file("bo", "author = 'bo'", &[("b", 1)]);
        assert_eq!(shown(&[files[0].clone(), bo]), Vec::<String>::new());
    }

    #[test]
    fn another_author_or_device_than_in_the_name_is_shown_unless_vouched_for() {
        let ana = file("ana", "author = 'ana'\ndevice = '7f3a'", &[("a", 1)]);
        let copied = file("mallory", "author = 'ana'", &[("a", 1), ("f", 1)]);
        let device = file("ana.81bc", "author = 'ana'\ndevice = '7f3a'", &[("d", 1)]);
        let stolen = file("ana.stolen", "author = 'ana'", &[("s", 1), ("a", 1)]);
        let expected = [
            "d1 paper.notes.ana.81bc.toml",
            "f1 paper.notes.mallory.toml",
            "s1 paper.notes.ana.stolen.toml",
        ];
        let mut files = [ana, copied, device, stolen];
        assert_eq!(shown(&files), expected);
        files.reverse();
        assert_eq!(shown(&files), expected);
    }

    #[test]
    fn a_later_revision_of_another_authors_note_is_shown() {
        let ana = file("ana", "author = 'ana'", &[("a", 1), ("a", 3)]);
        let bo = file("bo", "author = 'bo'", &[("b", 1), ("b", 2), ("a", 2)]);
        let expected = ["a2 paper.notes.bo.toml"];
        assert_eq!(shown(&[ana.clone(), bo]), expected);
        // Claiming the first revision as well hides nothing.
        let bo = file("bo", "author = 'bo'", &[("a", 1), ("a", u32::MAX)]);
        let expected = ["a3 paper.notes.ana.toml", "a4294967295 paper.notes.bo.toml"];
        assert_eq!(shown(&[ana, bo]), expected);
    }
}
