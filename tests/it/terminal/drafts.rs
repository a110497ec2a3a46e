//! A draft is called kept only when it is in a file.

use std::fs::{self, File};

use super::Pty;

const REASON: &str = "drafts are not kept: a file is in the place of the state folder";

/// Starts the program with a file in the place of the state folder.
fn without_state_folder() -> Pty {
    Pty::open_with(|folder| {
        fs::create_dir_all(folder.join("home/.local")).unwrap();
        File::create(folder.join("home/.local/state")).unwrap();
    })
}

#[test]
fn a_draft_is_not_called_kept_while_it_cannot_be_written() {
    let mut pty = without_state_folder();
    pty.wait_for(REASON);
    pty.press("iprecious");
    pty.wait_for("precious");
    pty.wait_for(REASON);
    pty.press("\u{1b}");
    pty.wait_for("draft NOT kept; press i");
    assert!(!pty.screen_text().contains("draft kept"));
    fs::remove_file(pty.path("home/.local/state")).unwrap();
    assert!(pty.read_until(|pty| !pty.screen_text().contains("drafts are not kept")));
    let mut pty = pty.killed();
    pty.press("i");
    pty.wait_for("precious");
    pty.press("\u{1b}");
    pty.wait_for("draft kept; press i to continue it");
}

#[test]
fn text_that_could_not_be_written_is_printed_at_the_end() {
    let mut pty = without_state_folder();
    pty.press("iprecious\u{1b}");
    pty.wait_for("draft NOT kept");
    pty.press("q");
    pty.wait_for("quit; the draft is NOT kept");
    pty.press("\r");
    assert!(!pty.wait_for_end());
    let screen = pty.screen_text();
    assert!(
        screen.contains("NOT SAVED") && screen.contains("precious"),
        "{screen}"
    );
}
