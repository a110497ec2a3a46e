//! Ends other than by the program's keys: it ends at once, and everything typed is kept.

use std::env;
use std::sync::mpsc::channel;

use portable_pty::CommandBuilder;
use roundtable::shell::{Gate, Terminal};

use super::{Does, PROGRAM, Pty};

const DRAFT: &str = "half a sentence";

/// Starts the program with a draft in the bar.
fn with_draft() -> Pty {
    let mut pty = Pty::open();
    pty.press(&format!("i{DRAFT}"));
    pty.wait_for(DRAFT);
    pty
}

fn assert_kept(pty: Pty) {
    let mut pty = pty.open_again();
    pty.press("i");
    pty.wait_for(DRAFT);
}

#[test]
fn a_request_to_end_keeps_the_draft_and_restores_the_terminal() {
    let mut pty = with_draft();
    pty.signal("TERM");
    assert!(pty.wait_for_end());
    pty.assert_restored();
    assert_kept(pty);
}

#[test]
fn a_hang_up_ends_the_program_and_keeps_the_draft() {
    let mut pty = with_draft();
    pty.close();
    pty.wait_until_gone();
    assert_kept(pty);
}

/// A terminal that does not control the session sends no signal.
#[test]
fn a_terminal_that_vanishes_without_a_signal_ends_the_program() {
    let folder = Pty::folder();
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["--author", "ana"]);
    command.set_controlling_tty(false);
    let mut pty = Pty::start(folder, command);
    pty.wait_for("? help");
    pty.press(&format!("i{DRAFT}"));
    pty.wait_for(DRAFT);
    pty.close();
    pty.wait_until_gone();
    assert_kept(pty);
}

/// Starts the program, and types a draft after the terminal is stuck.
fn while_stuck(then: impl FnOnce(&mut Pty)) {
    let mut pty = Pty::open();
    pty.client.set(Does::Waits);
    // Far more than the system buffers for a terminal; one redraw has some kilobytes.
    for _ in 0..100 {
        pty.press("\u{c}");
    }
    pty.press(&format!("i{DRAFT}"));
    pty.wait_until(|pty| pty.draft().is_some_and(|draft| draft.text == DRAFT));
    then(&mut pty);
    pty.wait_until_gone();
    assert_kept(pty);
}

#[test]
fn a_stuck_terminal_blocks_neither_the_draft_nor_the_end() {
    for signal in ["TERM", "HUP"] {
        while_stuck(|pty| pty.signal(signal));
    }
}

#[test]
fn a_stuck_terminal_that_is_closed_ends_the_program() {
    while_stuck(Pty::close);
}

#[test]
fn a_terminal_that_was_stuck_shows_the_newest_state() {
    let mut pty = Pty::open();
    pty.client.set(Does::Waits);
    for _ in 0..100 {
        pty.press("\u{c}");
    }
    pty.press(&format!("i{DRAFT}"));
    pty.wait_until(|pty| pty.draft().is_some_and(|draft| draft.text == DRAFT));
    pty.client.set(Does::Reads);
    pty.wait_for(DRAFT);
    pty.press("\u{1b}");
    pty.wait_for("draft kept");
    pty.press("q");
    assert!(pty.wait_for_end());
    pty.assert_restored();
}

/// Runs this test again in a terminal, where it takes the terminal and panics.
#[test]
fn a_panic_restores_the_terminal_and_prints_its_message() {
    const PANICS: &str = "ROUNDTABLE_TEST_PANICS";
    if env::var_os(PANICS).is_some() {
        let (events, _) = channel();
        let _terminal = Terminal::take(Gate::default(), events).unwrap();
        panic!("on purpose");
    }
    let mut command = CommandBuilder::new("/usr/bin/env");
    command.arg(format!("{PANICS}=yes"));
    command.arg(env::current_exe().unwrap());
    let name = "terminal::ends::a_panic_restores_the_terminal_and_prints_its_message";
    command.args([name, "--exact", "--nocapture"]);
    let mut pty = Pty::start(tempfile::tempdir().unwrap(), command);
    assert!(!pty.wait_for_end());
    pty.assert_restored();
    let raw = String::from_utf8_lossy(&pty.raw);
    assert!(
        raw.rfind("on purpose") > raw.find("?1049l"),
        "it speaks on the screen it gave back"
    );
}
