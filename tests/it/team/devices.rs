//! Tests one author on several machines, or on one without a state folder.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::process::Stdio;

use super::{Seat, folder};

const FILE: &str = "briefing.notes.ana.toml";

/// Adds a note without a home folder, as in a container without an account.
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
fn without_a_state_folder_a_machine_keeps_its_file_and_a_copy_gets_another() {
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

/// Earlier versions wrote into one file without a limit, and then could not read it.
#[test]
fn a_file_that_is_too_large_is_read_and_the_next_one_is_used() {
    let all = tempfile::tempdir().unwrap();
    folder(&all.path().join("desk"));
    let ana = Seat::new(all.path(), "desk", "ana", "laptop");
    ana.note("a1");
    let mut file = OpenOptions::new();
    let mut file = file.append(true).open(ana.path(FILE)).unwrap();
    writeln!(file, "#{}", "x".repeat(17 << 20)).unwrap();
    let before = fs::metadata(ana.path(FILE)).unwrap().len();
    let saved = ana
        .command(&["note", "--author", ana.author, "a2"])
        .output()
        .unwrap();
    assert!(saved.status.success(), "{saved:?}");
    assert_eq!(String::from_utf8(saved.stderr).unwrap(), "");
    assert_eq!(fs::metadata(ana.path(FILE)).unwrap().len(), before);
    ana.assert_texts(&["a1", "a2"]);
    assert_eq!(ana.listed().1, "");
    assert_eq!(ana.files().len(), 2);
}

/// The state folder of a cloned laptop has the same id and the same journals.
#[test]
fn a_cloned_laptop_uses_a_file_of_its_own() {
    let all = tempfile::tempdir().unwrap();
    for name in ["desk", "laptop"] {
        folder(&all.path().join(name));
    }
    let desk = Seat::new(all.path(), "desk", "ana", "desk");
    let laptop = Seat::new(all.path(), "laptop", "ana", "laptop");
    desk.note("before");
    let state = |seat: &Seat| seat.state.join("roundtable");
    fs::create_dir_all(state(&laptop)).unwrap();
    for file in fs::read_dir(state(&desk)).unwrap() {
        let path = file.unwrap().path();
        // A clone has its folders in the same places.
        let name = path.file_name().unwrap().to_str().unwrap();
        let name = name.replace("%desk%", "%laptop%");
        fs::copy(&path, state(&laptop).join(name)).unwrap();
    }
    fs::copy(desk.path(FILE), laptop.path(FILE)).unwrap();
    desk.note("d1");
    laptop.note("l1");
    // A synchronizer keeps one of the two versions.
    fs::copy(desk.path(FILE), laptop.path("new")).unwrap();
    fs::rename(laptop.path("new"), laptop.path(FILE)).unwrap();
    for round in ["2", "3"] {
        laptop.note(&format!("l{round}"));
        desk.note(&format!("d{round}"));
        for (from, to) in [(&desk, &laptop), (&laptop, &desk)] {
            let is_shared = |name: &String| name == FILE;
            let sent = from.files().into_iter();
            // Each has changed one file only, so there is no conflict.
            for name in sent.filter(|name| is_shared(name) == (from.folder == desk.folder)) {
                fs::copy(from.path(&name), to.path(&name)).unwrap();
            }
        }
    }
    let expected = ["before", "d1", "d2", "d3", "l1", "l2", "l3"];
    desk.assert_texts(&expected);
    laptop.assert_texts(&expected);
    assert_eq!((desk.files().len(), laptop.files().len()), (2, 2));
}

#[test]
fn two_authors_with_one_file_name_see_one_notice() {
    let all = tempfile::tempdir().unwrap();
    folder(&all.path().join("desk"));
    let seat = Seat::new(all.path(), "desk", "José", "laptop");
    seat.note("of José");
    let told = |author: &str, text: &str| {
        let saved = seat.command(&["note", "--author", author, text]);
        let saved = { saved }.output().unwrap();
        assert!(saved.status.success(), "{saved:?}");
        String::from_utf8(saved.stderr).unwrap()
    };
    assert_eq!(told("José", "his"), "");
    assert_eq!(
        told("jose", "hers"),
        "roundtable: notes of \"José\" are also in briefing.notes.jose.toml; \
         if this is not you, choose another name with --author\n"
    );
    assert_eq!(told("jose", "hers again"), "");
    seat.assert_texts(&["of José", "his", "hers", "hers again"]);
}
