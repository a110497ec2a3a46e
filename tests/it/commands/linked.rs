//! A briefing that is a symbolic link: its notes are beside the file that it leads to.

use std::fs;
use std::os::unix::fs::symlink;

use super::Shell;

/// Creates a link `rt.toml` to `share/briefing.toml`.
fn linked() -> Shell {
    let shell = Shell::new();
    fs::create_dir(shell.path("share")).unwrap();
    fs::rename(
        shell.path("briefing.toml"),
        shell.path("share/briefing.toml"),
    )
    .unwrap();
    symlink("share/briefing.toml", shell.path("rt.toml")).unwrap();
    shell
}

#[test]
fn every_command_uses_the_notes_beside_the_real_file() {
    let shell = linked();
    let (status, _, err) = shell.run(&["note", "ML: tolls", "-b", "rt.toml"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(shell.path("share/briefing.notes.ana-maria.toml").exists());
    assert!(!shell.path("rt.notes.ana-maria.toml").exists());
    for arguments in [
        &["notes", "-b", "rt.toml"][..],
        &["notes", "-b", "share/briefing.toml"],
        &["find", "tolls", "-b", "rt.toml"],
        &["country", "mali", "-b", "rt.toml"],
        &["report", "--annex", "-b", "rt.toml"],
        &["--print", "rt.toml"],
    ] {
        let (status, out, _) = shell.run(arguments);
        assert!(status == 0 && out.contains("tolls"), "{arguments:?} {out}");
    }
    let (status, _, err) = shell.run(&[
        "report",
        "-b",
        "rt.toml",
        "--force",
        "-o",
        "share/briefing.notes.ana-maria.toml",
        "--format",
        "md",
    ]);
    assert!(status == 2 && err.contains("made from this"), "{err}");
}

#[test]
fn messages_name_the_link_that_was_typed() {
    let shell = linked();
    fs::write(shell.path("share/briefing.toml"), "schema = 1\n").unwrap();
    let (_, out, _) = shell.run(&["check", "rt.toml"]);
    assert!(out.contains("rt.toml") && !out.contains("share"), "{out}");
    fs::remove_file(shell.path("share/briefing.toml")).unwrap();
    for arguments in [
        &["note", "x", "-b", "rt.toml"][..],
        &["find", "x", "-b", "rt.toml"],
    ] {
        let (status, _, err) = shell.run(arguments);
        assert!(status == 2 && err.contains("rt.toml"), "{err}");
    }
}

/// Older versions wrote notes beside the link.
#[test]
fn notes_beside_the_link_get_a_warning_with_the_next_step() {
    let shell = linked();
    shell.run(&["note", "ML: tolls", "-b", "rt.toml"]);
    let real = shell.path("share/briefing.notes.ana-maria.toml");
    let old = shell.path("rt.notes.bo.toml");
    let text = fs::read_to_string(&real).unwrap();
    fs::write(
        &old,
        text.replace("ana-maria", "bo")
            .replace("id = \"", "id = \"x"),
    )
    .unwrap();
    let (_, out, err) = shell.run(&["notes", "-b", "rt.toml"]);
    assert_eq!(out.lines().count(), 1);
    assert!(err.contains("rt.notes.bo.toml is not read: "), "{err}");
    let (_, target) = err.trim_end().rsplit_once(" move it to ").unwrap();
    fs::rename(old, target).unwrap();
    let (_, out, err) = shell.run(&["notes", "-b", "rt.toml"]);
    assert_eq!((out.lines().count(), err.as_str()), (2, ""));
}
