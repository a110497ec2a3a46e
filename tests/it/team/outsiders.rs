//! Tests other programs that change the file while notes are added.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use roundtable::store::read_notes;
use tempfile::TempDir;

use super::{Seat, folder};
use crate::terminal::Pty;

const FILE: &str = "briefing.notes.ana.toml";

/// Ana at a desk with a file of Bo's.
fn desk() -> (TempDir, Seat) {
    let all = tempfile::tempdir().unwrap();
    folder(&all.path().join("desk"));
    Seat::new(all.path(), "desk", "bo", "b").note("of Bo");
    let seat = Seat::new(all.path(), "desk", "ana", "a");
    (all, seat)
}

/// Makes a block without a line end.
fn foreign(id: &str) -> String {
    format!("\n[[note]]\nid = \"{id}\"\nat = 2010-11-09T10:02:13Z\ntext = \"\"\"\n{id}\"\"\"")
}

fn append(seat: &Seat, text: &str) {
    let mut file = OpenOptions::new()
        .append(true)
        .open(seat.path(FILE))
        .unwrap();
    file.write_all(text.as_bytes()).unwrap();
}

/// Replaces the file as synchronizers do.
fn replace(seat: &Seat, text: &str) {
    fs::write(seat.path("new"), text).unwrap();
    fs::rename(seat.path("new"), seat.path(FILE)).unwrap();
}

#[test]
fn a_stranger_appends_without_a_line_end() {
    let (_all, ana) = desk();
    ana.note("a1");
    append(&ana, &foreign("F1"));
    ana.note("a2");
    append(&ana, &foreign("F2"));
    append(&ana, &foreign("F3"));
    ana.note("a3");
    append(&ana, "\n[[note]]\nid = \"torn");
    ana.note("a4");
    ana.assert_texts(&["of Bo", "a1", "a2", "a3", "a4", "F1", "F2", "F3"]);
    let (_, damage) = ana.listed();
    assert_eq!(damage.lines().count(), 1, "{damage}");
    assert!(
        damage.starts_with("roundtable: briefing.notes.ana.toml:"),
        "{damage}"
    );
}

#[test]
fn a_stranger_appends_at_the_same_time() {
    const COUNT: usize = 15;
    let (_all, ana) = desk();
    ana.note("a");
    let names = |who: &str| {
        (0..COUNT)
            .map(|number| format!("{who}{number}"))
            .collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        scope.spawn(|| names("F").iter().for_each(|id| append(&ana, &foreign(id))));
        scope.spawn(|| names("a").iter().for_each(|text| ana.note(text)));
    });
    let expected = [
        names("F"),
        names("a"),
        vec!["a".to_owned(), "of Bo".to_owned()],
    ];
    assert_eq!(ana.texts(), expected.concat().into_iter().collect());
    assert_eq!(ana.listed().1, "");
}

#[test]
fn restores_notes_when_an_older_copy_replaces_the_file() {
    let (_all, ana) = desk();
    ana.note("a1");
    append(&ana, &foreign("F1"));
    let older = ana.text(FILE);
    ana.note("a2");
    replace(&ana, &older);
    ana.note("a3");
    ana.assert_texts(&["of Bo", "F1", "a1", "a2", "a3"]);
    replace(&ana, "");
    ana.note("a4");
    ana.assert_texts(&["of Bo", "a1", "a2", "a3", "a4"]);
    assert_eq!(ana.listed().1, "");
}

/// Replaced and deleted all the time: a note is saved, or a message says why not.
#[test]
fn many_replacements_end_in_an_undamaged_file() {
    let (_all, ana) = desk();
    ana.note("a1");
    append(&ana, &foreign("F1"));
    let older = ana.text(FILE);
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                replace(&ana, &older);
                fs::remove_file(ana.path(FILE)).unwrap();
            }
            replace(&ana, &older);
        });
        for number in 0..15 {
            if let Err(words) = ana.try_note(&format!("s{number}")) {
                let known = words.contains("another program replaced") && words.contains(FILE);
                assert!(known, "{words}");
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
    ana.note("after");
    let texts = ana.texts();
    for kept in ["of Bo", "F1", "a1", "after"] {
        assert!(texts.contains(kept), "{kept} is not in {texts:?}");
    }
}

#[test]
fn a_file_cut_anywhere_keeps_the_rest_and_gets_its_notes_back() {
    let (_all, ana) = desk();
    ana.note("a1");
    ana.note("a2");
    let mut whole = ana.text(FILE);
    let between = whole.rfind("\n[[note]]").unwrap();
    whole.insert_str(between, &format!("{}\n", foreign("F1")));
    let first = whole.find("\n[[note]]\nid = \"F1").unwrap();
    let second = whole.rfind("\n[[note]]").unwrap();
    let mut afters = Vec::new();
    for cut in [
        0,
        5,
        30,
        first / 2,
        first,
        first + 9,
        first + 40,
        second - 4,
        second,
        second + 60,
    ] {
        replace(&ana, whole.get(..cut).unwrap());
        afters.push(format!("after {cut}"));
        ana.note(&format!("after {cut}"));
        // Ana's notes are restored from the journal.
        let mut expected = vec!["of Bo", "a1", "a2"];
        expected.extend(afters.iter().map(String::as_str));
        // The last quotation mark may be missing, and so may the line end after it.
        expected.extend((cut >= second - 1).then_some("F1"));
        ana.assert_texts(&expected);
        let kept = whole.get(..cut).unwrap();
        assert!(ana.text(FILE).starts_with(kept), "never overwritten");
        for name in ana.files() {
            if name != FILE && !name.contains(".bo.") {
                fs::remove_file(ana.path(&name)).unwrap();
            }
        }
    }
}

#[test]
fn when_a_file_is_read_only_another_one_is_used() {
    let (_all, ana) = desk();
    ana.note("a1");
    fs::set_permissions(ana.path(FILE), Permissions::from_mode(0o444)).unwrap();
    ana.note("a2");
    ana.assert_texts(&["of Bo", "a1", "a2"]);
    // Only root can create a file in this folder.
    fs::set_permissions(&ana.folder, Permissions::from_mode(0o555)).unwrap();
    fs::remove_file(ana.path(FILE)).ok();
    let outcome = ana.try_note("a3");
    fs::set_permissions(&ana.folder, Permissions::from_mode(0o755)).unwrap();
    match outcome {
        Ok(()) => assert!(ana.texts().contains("a3")),
        Err(words) => assert!(words.contains("cannot be written"), "{words}"),
    }
}

#[test]
fn a_deleted_file_is_created_again() {
    let (_all, ana) = desk();
    ana.note("a1");
    fs::remove_file(ana.path(FILE)).unwrap();
    ana.note("a2");
    ana.note("a3");
    ana.assert_texts(&["of Bo", "a1", "a2", "a3"]);
    assert!(ana.text(FILE).starts_with("[notes]\n"));
    assert_eq!(ana.listed().1, "");
}

/// A change that an outsider makes to the file.
type Outsider = (&'static str, fn(&Path, &str));

/// With `ROUNDTABLE_TRIALS` set, checks a limit of two seconds and prints the times.
#[test]
fn own_notes_come_back_while_the_screen_is_open() {
    const OUTSIDERS: [Outsider; 5] = [
        ("truncates", |file, _| drop(File::create(file).unwrap())),
        ("cuts", |file, _| {
            let file = File::options().write(true).open(file).unwrap();
            file.set_len(file.metadata().unwrap().len() / 2).unwrap();
        }),
        ("replaces", |file, older| {
            fs::write(file.with_extension("new"), older).unwrap();
            fs::rename(file.with_extension("new"), file).unwrap();
        }),
        ("deletes", |file, _| fs::remove_file(file).unwrap()),
        // The new content could be anyone's, so the notes go to another file.
        ("spoils", |file, _| {
            fs::write(file, "\"\"\"\n[[note").unwrap();
        }),
    ];
    let notes = ["first.", "second.", "third."];
    let mut pty = Pty::open();
    let mut older = String::new();
    for (number, note) in (1..).zip(notes) {
        pty.press(&format!("i{note}\r"));
        pty.wait_for(&format!("saved #{number}"));
        if number == 1 {
            older = pty.notes();
        }
    }
    for (does, outsider) in OUTSIDERS {
        let start = Instant::now();
        outsider(&pty.path(FILE), &older);
        pty.wait_until(|pty| read_notes(&pty.path("briefing.toml")).notes.len() == notes.len());
        let took = start.elapsed();
        println!("an outsider {does} the file: our notes are back after {took:?}");
        let is_measured = std::env::var_os("ROUNDTABLE_TRIALS").is_some();
        assert!(!is_measured || took < Duration::from_secs(2), "{took:?}");
    }
}
