//! `roundtable forget`: lists and removes what this machine keeps of a briefing.

use std::fs;
use std::process::{Command, Stdio};

use roundtable::messages::{CommandError, CommandMessage};
use roundtable::store::{OpenMark, session_file};

use super::{Shell, told};
use crate::says;
use crate::terminal::Pty;

#[test]
fn it_lists_and_with_yes_deletes() {
    let shell = Shell::new();
    let forget = ["forget", "briefing.toml"];
    let (status, out, err) = shell.run(&forget);
    assert_eq!((status, out.as_str()), (1, ""));
    let briefing = "briefing.toml".to_owned();
    let nothing = CommandMessage::NothingHeld { briefing };
    assert_eq!(err, says::warning(&nothing));
    shell.run(&["note", "ML: tolls"]);
    let before = shell.files();
    let (status, out, err) = shell.run(&forget);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("journal of ana-maria, device "), "{out}");
    assert!(
        out.contains("copies of 1 note or turn") && out.contains(" B  "),
        "{out}"
    );
    let nothing_lost = says::line(&CommandMessage::NothingOnlyHere);
    let not_yet = says::line(&CommandMessage::NothingDeleted { has_unsaved: false });
    assert!(out.ends_with(&(nothing_lost + &not_yet)), "{out}");
    assert!(shell.files() == before);
    let (status, out, err) = shell.run(&["forget", "briefing.toml", "--yes"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("\nDeleted "), "{out}");
    let left = shell.files().into_keys();
    let mut left = left.filter(|file| file.starts_with(shell.state()));
    assert!(left.all(|file| !file.to_string_lossy().contains("briefing.toml")));
    assert_eq!(shell.run(&forget).0, 1);
    assert!(shell.run(&["notes"]).1.contains("tolls"));
    shell.run(&["note", "next"]);
    assert_eq!(shell.run(&["notes"]).1.lines().count(), 2);
}

#[test]
fn unsaved_text_needs_a_second_option() {
    let shell = Shell::new();
    shell.run(&["note", "ML: tolls"]);
    fs::remove_file(shell.path("briefing.notes.ana-maria.toml")).unwrap();
    let session = session_file(&shell.state(), &shell.path("briefing.toml"));
    fs::write(session, "[[draft]]\ntext = 'half a sentence'\ncursor = 0\n").unwrap();
    let before = shell.files();
    let (_, out, _) = shell.run(&["forget", "briefing.toml"]);
    let records = "1 note".to_owned();
    let lost = says::line(&CommandMessage::OnlyHere { records })
        + &says::line(&CommandMessage::DraftsOnlyHere { count: 1 })
        + &says::line(&CommandMessage::NothingDeleted { has_unsaved: true });
    assert!(out.ends_with(&lost), "{out}");
    let (status, _, err) = shell.run(&["forget", "briefing.toml", "--yes"]);
    assert_eq!(
        (status, err),
        (2, says::error(&CommandError::WouldLoseNotes))
    );
    let (status, _, _) = shell.run(&["forget", "briefing.toml", "--unsaved-too"]);
    assert_eq!(status, 2, "--yes is missing");
    assert!(shell.files() == before);
    let (status, _, err) = shell.run(&["forget", "briefing.toml", "--yes", "--unsaved-too"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(shell.run(&["notes"]).0, 1);
}

#[test]
fn it_is_refused_while_the_briefing_is_open() {
    let shell = Shell::new();
    shell.run(&["note", "ML: tolls"]);
    let screen = OpenMark::new(&shell.state(), &shell.path("briefing.toml"));
    assert!(screen.is_some());
    let before = shell.files();
    let (status, _, err) = shell.run(&["forget", "briefing.toml", "--yes"]);
    assert!(
        status == 2 && err.contains("a program has this briefing open"),
        "{err}"
    );
    assert!(shell.files() == before);
    drop(screen);
    assert_eq!(shell.run(&["forget", "briefing.toml", "--yes"]).0, 0);
}

#[test]
fn a_screen_that_is_open_counts_as_a_program() {
    let mut screen = Pty::open();
    let forget = |screen: &Pty| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_roundtable"));
        command.args(["forget", "briefing.toml", "--yes", "--unsaved-too"]);
        command.env_clear().env("HOME", screen.path("home"));
        told(command.current_dir(screen.path(".")).output().unwrap())
    };
    screen.press("ihalf a sentence");
    assert!(screen.read_until_on_disk(|screen| screen.draft().is_some()));
    let (status, _, err) = forget(&screen);
    assert!(
        status == 2 && err.contains("a program has this briefing open"),
        "{err}"
    );
    assert!(screen.draft().is_some());
    screen.kill();
    assert_eq!(forget(&screen).0, 0);
    assert!(screen.draft().is_none());
}

#[test]
fn a_briefing_that_is_gone_can_be_forgotten() {
    let shell = Shell::new();
    shell.run(&["note", "ML: tolls"]);
    fs::remove_file(shell.path("briefing.toml")).unwrap();
    let (status, out, _) = shell.run(&["forget", "briefing.toml", "--yes"]);
    assert!(status == 0 && out.contains("\nDeleted "), "{out}");
}

#[test]
fn without_a_home_there_is_nothing_to_forget() {
    let shell = Shell::new();
    let mut command = shell.command(&["forget", "briefing.toml"]);
    command.env("HOME", "relative").stdin(Stdio::null());
    let (status, _, err) = told(command.output().unwrap());
    assert!(
        status == 2 && err.contains("no state folder (HOME is not an absolute path)"),
        "{err}"
    );
}

#[test]
fn a_note_without_a_state_folder_says_that_no_copy_is_kept() {
    let shell = Shell::new();
    let mut command = shell.command(&["note", "x"]);
    let (status, out, err) = told(command.env("HOME", "relative").output().unwrap());
    assert!(status == 0 && out.starts_with("saved #1 "), "{out}");
    let expected = "roundtable: no state folder (HOME is not an absolute path), so drafts and the \
                    private journal of notes are not kept; set HOME or XDG_STATE_HOME\n";
    assert_eq!(err, expected);
    assert!(!shell.path("relative").exists());
}
