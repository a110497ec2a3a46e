//! One author on several machines, or on one that cannot remember which it is.

use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;

use super::{Seat, folder};

const FILE: &str = "briefing.notes.ana.toml";

/// Adds a note with no home at all, as in a container without an account.
fn note_without_home(seat: &Seat, text: &str) {
    let output = seat
        .command(&["note", "--author", seat.author, text])
        .env("HOME", "/proc/no-home")
        .env_remove("XDG_STATE_HOME")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn without_a_state_folder_one_machine_keeps_one_file_and_a_copy_gets_its_own() {
    let all = tempfile::tempdir().unwrap();
    for name in ["one", "copy"] {
        folder(&all.path().join(name));
    }
    let one = Seat::new(all.path(), "one", "ana", "none");
    let copy = Seat::new(all.path(), "copy", "ana", "none");
    for text in ["a1", "a2", "a3"] {
        note_without_home(&one, text);
    }
    assert_eq!(one.files(), BTreeSet::from([FILE.to_owned()]));
    fs::copy(one.path(FILE), copy.path(FILE)).unwrap();
    let before = copy.text(FILE);
    for text in ["c1", "c2"] {
        note_without_home(&copy, text);
    }
    assert_eq!(copy.text(FILE), before);
    assert_eq!(copy.files().len(), 2);
    for name in copy.files() {
        fs::copy(copy.path(&name), one.path(&name)).unwrap();
    }
    one.assert_texts(&["a1", "a2", "a3", "c1", "c2"]);
}
