//! Job control: stops and continues the program, by its key and from outside.

use std::fs;

use portable_pty::CommandBuilder;

use super::{PROGRAM, Pty, blank, send_signal};

/// Starts a shell with job control that runs the program, prints a line when it has stopped, sets
/// the terminal to line mode, and continues the program after Enter.
fn in_shell() -> Pty {
    let mut shell = CommandBuilder::new("/bin/sh");
    let program = format!("'{PROGRAM}' --author ana");
    shell.args([
        "-c",
        &format!("set -m; {program}; stty sane; echo it has stopped; read _; fg"),
    ]);
    let mut pty = Pty::start(Pty::folder(), shell);
    pty.wait_for("q quit");
    pty
}

/// Returns the child process of the shell.
fn program_of(pty: &Pty) -> u32 {
    let shell = pty.process();
    let processes = fs::read_dir("/proc").unwrap();
    let names = processes.filter_map(|entry| entry.unwrap().file_name().into_string().ok());
    let mut ids = names.filter_map(|name| name.parse().ok());
    let is_child = |id: &u32| {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
        after_name.split(' ').nth(1) == Some(&shell.to_string())
    };
    ids.find(is_child).unwrap()
}

fn is_stopped(process: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"));
    stat.unwrap().contains(") T ")
}

/// Continues on a terminal whose screen was lost: the whole screen is redrawn, and a key works
/// without Enter.
fn continue_and_quit(mut pty: Pty) {
    pty.wait_for("it has stopped");
    pty.screen = blank();
    pty.press("\r");
    pty.wait_for("q quit");
    pty.press("i");
    pty.wait_for("Esc");
    pty.press("\u{1b}");
    pty.wait_for("q quit");
    pty.press("q");
    assert!(pty.wait_for_end());
    pty.assert_restored();
}

#[test]
fn control_z_suspends_and_comes_back() {
    let mut pty = in_shell();
    pty.press("\u{1a}");
    pty.wait_for("it has stopped");
    pty.assert_restored();
    continue_and_quit(pty);
}

#[test]
fn a_stop_from_outside_restores_the_terminal_and_can_be_continued() {
    let mut pty = in_shell();
    send_signal("TSTP", program_of(&pty));
    pty.wait_for("it has stopped");
    pty.assert_restored();
    continue_and_quit(pty);
}

#[test]
fn a_sigstop_can_be_continued() {
    let pty = in_shell();
    send_signal("STOP", program_of(&pty));
    continue_and_quit(pty);
}

/// A program without a shell that could continue it is not stopped.
#[test]
fn without_a_shell_the_program_does_not_stop() {
    let mut pty = Pty::open();
    pty.signal("TSTP");
    let comes_back = pty.read_until(|pty| {
        let raw = String::from_utf8_lossy(&pty.raw);
        let after = raw.split_once("?1049l").map_or("", |(_, after)| after);
        let again = after.split_once("?1049h");
        again.is_some_and(|(_, again)| again.contains("help"))
    });
    assert!(comes_back, "{}", pty.screen_text());
    pty.press("q");
    assert!(pty.wait_for_end());
}

/// While the editor has the terminal, a stopped and continued program does not touch it.
#[test]
fn an_editor_keeps_the_terminal_when_the_program_is_stopped_and_continued() {
    for signal in ["TSTP", "STOP"] {
        let mut pty = in_shell();
        // The script waits for the test, not for a key: the shell reads a key first.
        let editor = "mkfifo gate; echo it waits; read _ < gate; echo it ends";
        fs::write(pty.path("the editor.sh"), editor).unwrap();
        pty.press("ione\r");
        pty.wait_for("saved #1");
        pty.press("gnE");
        pty.wait_for("it waits");
        let taken = pty.raw.len();
        let program = program_of(&pty);
        send_signal(signal, program);
        pty.wait_for("it has stopped");
        assert!(is_stopped(program));
        pty.press("\r");
        pty.wait_until(|_| !is_stopped(program));
        fs::write(pty.path("gate"), "\n").unwrap();
        pty.wait_for("no changes made");
        let raw = String::from_utf8_lossy(&pty.raw[taken..]).into_owned();
        let (in_editor, after) = raw.split_once("it ends").unwrap();
        assert!(!in_editor.contains("?1049h"), "{raw:?}");
        assert!(after.contains("?1049h"), "{raw:?}");
        pty.press("q");
        assert!(pty.wait_for_end());
    }
}
