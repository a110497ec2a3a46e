//! Tests copies made by synchronizers and by people.

use std::fs;

use super::{Seat, folder};

/// The names that Syncthing, Dropbox, Nextcloud, `OneDrive`, iCloud and a file manager give the
/// copy of `briefing.notes.ana.toml` when two devices have changed it.
const CONFLICT_COPIES: [&str; 7] = [
    "briefing.notes.ana.sync-conflict-20261124-101112-ABCDEFG.toml",
    "briefing.notes.ana (Bo's conflicted copy 2026-11-24).toml",
    "briefing.notes.ana (conflicted copy 2026-11-24 101112).toml",
    "briefing.notes.ana (In Konflikt stehende Kopie von Bo 2026-11-24).toml",
    "briefing.notes.ana-LAPTOP.toml",
    "briefing.notes.ana 2.toml",
    "briefing.notes.ana - Copy.toml",
];

const FILE: &str = "briefing.notes.ana.toml";

#[test]
fn conflict_copies_are_read_once_and_never_written() {
    for name in CONFLICT_COPIES {
        let all = tempfile::tempdir().unwrap();
        folder(&all.path().join("desk"));
        folder(&all.path().join("other"));
        let desk = Seat::new(all.path(), "desk", "ana", "laptop");
        let other = Seat::new(all.path(), "other", "ana", "laptop");
        desk.note("both");
        fs::copy(desk.path(FILE), other.path(FILE)).unwrap();
        desk.note("here");
        other.note("there");
        let mut theirs = other.files().into_iter();
        let theirs = theirs.find(|file| other.text(file).contains("there"));
        fs::copy(other.path(&theirs.unwrap()), desk.path(name)).unwrap();
        desk.assert_texts(&["both", "here", "there"]);
        assert_eq!(desk.listed().1, "", "{name}");
        assert!(!desk.listed().0.contains("conflict"), "one author: {name}");

        let copy = desk.text(name);
        desk.note("after");
        desk.assert_texts(&["both", "here", "there", "after"]);
        assert_eq!(desk.text(name), copy);
        // It may stay; once its notes are in another file, it may be deleted.
        fs::copy(desk.path(name), desk.path("briefing.notes.ana.again.toml")).unwrap();
        fs::remove_file(desk.path(name)).unwrap();
        desk.assert_texts(&["both", "here", "there", "after"]);
    }
}

/// Two devices begin the same file before they are synchronized: the synchronizer keeps one and
/// renames the other, and both devices go on.
#[test]
fn devices_that_began_apart_go_on_with_a_conflict_copy() {
    let all = tempfile::tempdir().unwrap();
    for name in ["desk", "laptop"] {
        folder(&all.path().join(name));
    }
    let desk = Seat::new(all.path(), "desk", "ana", "desk");
    let laptop = Seat::new(all.path(), "laptop", "ana", "laptop");
    desk.note("d1");
    laptop.note("l1");
    let own = laptop.files();
    let taken = desk.files().into_iter().filter(|name| own.contains(name));
    for name in taken {
        fs::rename(laptop.path(&name), laptop.path(CONFLICT_COPIES[0])).unwrap();
    }
    for name in desk.files() {
        fs::copy(desk.path(&name), laptop.path(&name)).unwrap();
    }
    laptop.note("l2");
    laptop.assert_texts(&["d1", "l1", "l2"]);
    for name in laptop.files() {
        fs::copy(laptop.path(&name), desk.path(&name)).unwrap();
    }
    desk.note("d2");
    desk.assert_texts(&["d1", "l1", "l2", "d2"]);
}

/// Each user copies their own file to the stick, and the other files from it.
#[test]
fn a_usb_stick_carries_the_notes_of_two_users() {
    let all = tempfile::tempdir().unwrap();
    for name in ["desk", "bo", "stick"] {
        folder(&all.path().join(name));
    }
    let ana = Seat::new(all.path(), "desk", "ana", "a");
    let bo = Seat::new(all.path(), "bo", "bo", "b");
    let copy = |file: &str, from: &str, to: &str| {
        let [from, to] = [from, to].map(|folder| all.path().join(folder).join(file));
        fs::copy(from, to).unwrap();
    };
    let mut expected = Vec::new();
    for (of_ana, of_bo) in [("a1", "b1"), ("a2", "b2")] {
        ana.note(of_ana);
        copy(FILE, "desk", "stick");
        bo.note(of_bo);
        copy("briefing.notes.bo.toml", "bo", "stick");
        copy(FILE, "stick", "bo");
        ana.note(&format!("{of_ana}, later"));
        copy("briefing.notes.bo.toml", "stick", "desk");
        expected.extend([
            of_ana.to_owned(),
            format!("{of_ana}, later"),
            of_bo.to_owned(),
        ]);
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        ana.assert_texts(&expected);
    }
    // Only the note written after the last copy to the stick is missing there.
    bo.assert_texts(&["a1", "a1, later", "a2", "b1", "b2"]);
    assert_eq!(
        (ana.listed().1, bo.listed().1),
        (String::new(), String::new())
    );
}
