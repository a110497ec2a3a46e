//! Notes on this machine only: every command shows them with a warning, and writes nothing.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::process::Command;

use roundtable::messages::CommandMessage;
use roundtable::store::session_file;

use super::{Shell, told};
use crate::says;

/// Creates a note in the journal, and a folder in the place of the notes file.
fn with_a_note() -> Shell {
    let shell = Shell::new();
    fs::create_dir(shell.path("briefing.notes.ana-maria.toml")).unwrap();
    let (status, out, err) = shell.run(&["note", "ML: pooled recruitment +commitment q1"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("saved on this machine only: "), "{err}");
    shell
}

const TOLD: &str = "roundtable: 1 note is on this machine only: ";

#[test]
fn every_command_that_reads_notes_shows_them_with_a_warning() {
    let shell = with_a_note();
    for arguments in [
        &["notes"][..],
        &["notes", "--json"],
        &["find", "pooled"],
        &["find", "pooled", "--json"],
        &["country", "mali"],
        &["country", "mali", "--json"],
        &["report"],
        &["report", "--format", "json"],
    ] {
        let (status, out, err) = shell.run(arguments);
        assert_eq!(status, 0, "{arguments:?} {err}");
        assert!(out.contains("pooled recruitment"), "{arguments:?} {out}");
        assert_eq!(err.matches(TOLD).count(), 1, "{arguments:?} {err}");
        assert!(
            err.contains("is not a regular file; `roundtable note`"),
            "{err}"
        );
    }
}

#[test]
fn another_author_does_not_see_them() {
    let shell = with_a_note();
    let (status, out, err) = shell.run(&["--author", "bo", "notes"]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(!err.contains("on this machine only"), "{err}");
    let (status, out, _) = shell.run(&["notes", "--author", "ana maria"]);
    assert!(status == 0 && out.contains("pooled"), "{out}");
}

fn not_final() -> String {
    says::warning(&CommandMessage::NotFinal)
}

#[test]
fn a_final_report_of_them_is_written_and_exits_with_1() {
    let shell = with_a_note();
    let (status, out, err) = shell.run(&["report", "--final"]);
    assert_eq!(status, 1);
    assert!(out.contains("pooled recruitment"), "{out}");
    assert!(err.contains(TOLD) && err.contains(&not_final()), "{err}");
    // Others have them now.
    fs::remove_dir(shell.path("briefing.notes.ana-maria.toml")).unwrap();
    shell.run(&["note", "FR: more"]);
    let (status, _, err) = shell.run(&["report", "--final"]);
    assert!(status == 0 && !err.contains(&not_final()), "{err}");
}

#[test]
fn a_final_report_of_damaged_notes_is_written_and_exits_with_1() {
    let shell = Shell::new();
    shell.run(&["note", "ML: tolls"]);
    let file = shell.path("briefing.notes.ana-maria.toml");
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, whole + "[[note]]\nid = 'torn'\n").unwrap();
    let (status, out, err) = shell.run(&["report", "--final", "--annex"]);
    assert_eq!(status, 1);
    assert!(out.contains("tolls"), "{out}");
    assert!(
        err.contains("briefing.notes.ana-maria.toml:") && err.contains(&not_final()),
        "{err}"
    );
    assert_eq!(shell.run(&["report"]).0, 0);
}

#[test]
fn reading_writes_nothing_beside_the_briefing() {
    let shell = with_a_note();
    fs::remove_dir(shell.path("briefing.notes.ana-maria.toml")).unwrap();
    let before = shell.files();
    for arguments in [
        &["notes"][..],
        &["find", "pooled"],
        &["country", "mali"],
        &["report"],
    ] {
        let (_, _, err) = shell.run(arguments);
        assert!(err.contains("1 note is on this machine only; "), "{err}");
    }
    assert_eq!(shell.files(), before);
    // The next note restores the earlier one.
    shell.run(&["note", "next"]);
    let (_, out, err) = shell.run(&["notes"]);
    assert_eq!((out.lines().count(), err.as_str()), (2, ""));
}

/// A memory stick or a guest share: the folder belongs to another user and cannot be written.
#[test]
fn notes_in_a_folder_that_cannot_be_written_are_in_the_report() {
    const SOMEBODY: u32 = 12345;
    let shell = Shell::new();
    let (home, program) = (shell.path("home"), shell.path("program"));
    fs::create_dir_all(&home).unwrap();
    // Root can write everywhere: another user makes the note, with a copy of the program they can
    // run.
    let is_root = fs::metadata(&home).unwrap().uid() == 0;
    if is_root {
        fs::copy(env!("CARGO_BIN_EXE_roundtable"), &program).unwrap();
        chown(&home, Some(SOMEBODY), Some(SOMEBODY)).unwrap();
    }
    let run = |arguments: &[&str]| {
        if !is_root {
            return shell.run(arguments);
        }
        let mut command = Command::new(&program);
        command
            .args(arguments)
            .current_dir(shell.path("."))
            .env_clear();
        command.env("HOME", &home).env("USER", "Ana María");
        told(command.uid(SOMEBODY).gid(SOMEBODY).output().unwrap())
    };
    fs::set_permissions(shell.path("."), Permissions::from_mode(0o555)).unwrap();
    let (status, _, err) = run(&["note", "ML: pooled recruitment +commitment q1"]);
    let (_, out, said) = run(&["report", "--final"]);
    fs::set_permissions(shell.path("."), Permissions::from_mode(0o755)).unwrap();
    assert!(
        status == 2 && err.contains("saved on this machine only: "),
        "{err}"
    );
    assert!(out.contains("pooled recruitment"), "{out}");
    assert!(
        said.contains(TOLD) && said.contains(" cannot be written; "),
        "{said}"
    );
}

/// A note that could not even go to the journal is in the session; the screen tries it again.
#[test]
fn a_note_that_only_the_session_has_is_listed() {
    let shell = Shell::new();
    let session = session_file(&shell.state(), &shell.path("briefing.toml"));
    fs::create_dir_all(shell.state()).unwrap();
    let note = "[[note]]\nid = 'a'\nat = 2010-11-09T10:02:13-06:00\ntext = 'pending words'\n";
    fs::write(session, format!("pending = \"\"\"\n{note}\"\"\"\n")).unwrap();
    let (status, out, err) = shell.run(&["notes"]);
    assert!(status == 0 && out.contains("pending words"), "{out} {err}");
    assert!(err.contains("1 note is on this machine only; "), "{err}");
}
