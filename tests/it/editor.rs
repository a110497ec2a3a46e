//! The user's editor in a real terminal; a script plays the editor.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::terminal::Pty;

/// Starts the program with one note, in the notes pane; its editor is that script.
fn with_note(script: &str) -> Pty {
    let mut pty = Pty::open();
    fs::write(pty.path("the editor.sh"), script).unwrap();
    pty.press("ione\r");
    pty.wait_for("saved #1");
    pty.press("gn");
    pty.wait_for("▶ Notes 1");
    pty
}

/// Returns the sheets in the state folder.
fn sheets(pty: &Pty) -> Vec<PathBuf> {
    let state = fs::read_dir(pty.path("home/.local/state/roundtable")).unwrap();
    let all = state.map(|entry| entry.unwrap().path());
    let folders = all.filter(|path| path.extension().is_some_and(|end| end == "sheets"));
    let sheets = folders.flat_map(|folder| fs::read_dir(folder).unwrap());
    sheets.map(|sheet| sheet.unwrap().path()).collect()
}

/// Keys go to the editor while it runs, then to the program; Enter saves the edited text.
#[test]
fn the_selected_note_is_edited_outside() {
    let mut pty = with_note("cat \"$1\"; echo it asks; read answer; echo \"$answer\" > \"$1\"");
    pty.press("E");
    pty.wait_for("it asks");
    assert!(pty.screen_text().contains("one"), "the editor has the text");
    pty.assert_restored();
    pty.press("zebra q\r");
    pty.wait_for("back from the editor");
    assert!(pty.screen_text().contains("zebra q"));
    assert!(!pty.notes().contains("zebra q"), "nothing is saved unseen");
    pty.press(" and ours\r");
    pty.wait_for("saved #1");
    assert!(pty.notes().contains("zebra q and ours") && pty.notes().contains("rev = 2"));
    assert_eq!(sheets(&pty), [] as [PathBuf; 0]);
    pty.press("q");
    assert!(pty.wait_for_end());
    pty.assert_restored();
}

#[test]
fn the_text_in_the_bar_is_edited_outside_and_undo_restores_it() {
    let mut pty = with_note("echo and more >> \"$1\"");
    pty.press("ihalf");
    pty.wait_for("half");
    pty.press("\u{7}");
    pty.wait_for("and more");
    pty.press("\u{1a}");
    assert!(pty.read_until(|pty| !pty.screen_text().contains("and more")));
    assert!(pty.screen_text().contains("half"));
}

#[test]
fn an_editor_that_fails_or_saves_nothing_changes_nothing() {
    let mut pty = with_note("echo zebra > \"$1\"; exit 3");
    pty.press("E");
    pty.wait_for("ended with error 3");
    assert!(!pty.screen_text().contains("zebra"));
    for (script, says) in [
        ("true", "no changes made"),
        (": > \"$1\"", "returned no text"),
        ("rm \"$1\"", "has left no file"),
        (
            "rm \"$1\"; echo no > no; ln -s \"$PWD/no\" \"$1\"",
            "has left a link",
        ),
        ("rm \"$1\"; mkfifo \"$1\"", "has left a pipe or a device"),
        ("rm \"$1\"; ln -s /dev/zero \"$1\"", "has left a link"),
        (
            "rm \"$1\"; mkdir \"$1\"",
            "a folder from the editor; in the state folder: left-by-editor-1",
        ),
    ] {
        fs::write(pty.path("the editor.sh"), script).unwrap();
        pty.press("E");
        pty.wait_for(says);
    }
    pty.press("q");
    assert!(pty.wait_for_end());
    assert!(!pty.notes().contains("rev = 2"));
}

/// Too much for a note is none, and not lost.
#[test]
fn fifty_megabytes_from_an_editor_are_set_aside_and_the_note_is_as_it_was() {
    let mut pty = with_note("yes zebra | head -c 50000000 > \"$1\"");
    pty.press("E");
    pty.wait_for("over 4 MB from the editor; in the state folder: left-by-editor-1");
    pty.press("q");
    assert!(pty.wait_for_end());
    let aside = pty.path("home/.local/state/roundtable/left-by-editor-1/note.md");
    assert_eq!(fs::metadata(&aside).unwrap().len(), 50_000_000);
    assert!(!pty.notes().contains("rev = 2"));
    assert_eq!(sheets(&pty), [] as [PathBuf; 0]);
}

/// An editor that replaces the file by another one, as many do, is as good as one that writes it.
#[test]
fn a_file_that_an_editor_puts_in_place_of_the_sheet_is_taken() {
    let mut pty = with_note("echo zebra > \"$1.new\"; mv \"$1.new\" \"$1\"");
    pty.press("E");
    pty.wait_for("back from the editor");
    assert!(pty.screen_text().contains("zebra"));
}

/// Editors with a window of their own come back at once, and save when nobody waits any more.
#[test]
fn what_an_editor_saves_after_it_came_back_is_offered_by_the_next_start() {
    // What stays behind lets go of the terminal, whose end the test waits for.
    let mut pty = with_note(
        "trap '' HUP; (read _ < gate; echo zebra > \"$1\"; echo > done) </dev/null >/dev/null 2>&1 & exit 0",
    );
    let mut pipes = Command::new("mkfifo");
    pipes.args([pty.path("gate"), pty.path("done")]);
    assert!(pipes.status().unwrap().success());
    pty.press("E");
    pty.wait_for("no changes made");
    pty.press("q");
    assert!(pty.wait_for_end());
    fs::write(pty.path("gate"), "go\n").unwrap();
    fs::read(pty.path("done")).unwrap();
    let mut pty = pty.again();
    pty.press("gne");
    pty.wait_for("zebra");
}

/// Ctrl-c in the editor is meant for the editor, though the terminal sends it to the program too.
#[test]
fn an_interrupt_in_the_editor_does_not_end_the_program() {
    // A busy loop: a signal that came before a `wait` began would be missed by the shell.
    let mut pty =
        with_note("trap 'echo zebra > \"$1\"; exit 0' INT; echo it asks; while :; do :; done");
    pty.press("E");
    pty.wait_for("it asks");
    pty.press("\u{3}");
    pty.wait_for("back from the editor");
    assert!(pty.screen_text().contains("zebra"));
}

const SAVES_AND_STAYS: &str = "echo zebra > \"$1\"; echo it asks; read _";

#[test]
fn a_kill_while_the_editor_runs_loses_nothing_saved_in_it() {
    let mut pty = with_note(SAVES_AND_STAYS);
    pty.press("E");
    pty.wait_for("it asks");
    let mut pty = pty.killed();
    assert_eq!(sheets(&pty), [] as [PathBuf; 0]);
    pty.press("gne");
    pty.wait_for("zebra");
}

#[test]
fn a_request_to_end_while_the_editor_runs_ends_both_and_loses_nothing() {
    for signal in ["TERM", "HUP"] {
        let mut pty = with_note(SAVES_AND_STAYS);
        pty.press("E");
        pty.wait_for("it asks");
        pty.signal(signal);
        assert!(pty.wait_for_end());
        pty.assert_restored();
        let mut pty = pty.again();
        pty.press("gne");
        pty.wait_for("zebra");
    }
}
