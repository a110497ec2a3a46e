//! The program is killed at any moment, and nothing that it called saved is lost.
//!
//! `ROUNDTABLE_TRIALS=500 cargo test --test it kill -- --nocapture` makes more trials, and prints
//! how many notes were called saved.

use std::env;
use std::time::Duration;

use crate::terminal::Pty;

/// As many as run in a few seconds.
const TRIALS: u64 = 10;

#[test]
fn no_acknowledged_note_is_lost_to_a_kill() {
    let trials = env::var("ROUNDTABLE_TRIALS").ok();
    let trials = trials.map_or(TRIALS, |trials| trials.parse().unwrap());
    let mut pty = Pty::open();
    let mut acknowledged = 0;
    let mut before = 0;
    for trial in 0..trials {
        // A number that jumps about, the same in every run.
        let chance = trial.wrapping_mul(6_364_136_223_846_793_005) >> 40;
        let texts: Vec<_> = (0..3).map(|note| format!("note{trial}x{note}.")).collect();
        for text in &texts {
            pty.press(&format!("i{text}\r"));
        }
        let moment = Duration::from_micros(chance % 400_000);
        pty.read_for(moment, |_| false);
        let saved = pty.saved().unwrap_or(before).saturating_sub(before);
        pty = pty.killed();
        let notes = pty.notes();
        for text in texts.iter().take(saved) {
            assert!(notes.contains(text), "trial {trial}: {text} is lost");
        }
        acknowledged += saved;
        before = notes.matches("\nrev = 1\n").count();
    }
    println!("{trials} kills: {acknowledged} notes acknowledged, 0 lost, 0 failed starts");
}

/// What was typed is there after a kill, but for at most five characters that the last moment took.
#[test]
fn half_a_sentence_outlives_a_kill() {
    let trials = env::var("ROUNDTABLE_TRIALS").ok();
    let trials: u64 = trials.map_or(TRIALS, |trials| trials.parse().unwrap());
    let typed = "Mali wants pooled recruitment";
    let mut whole = 0;
    for _ in 0..trials {
        let mut pty = Pty::open();
        pty.press("i");
        for letter in typed.chars() {
            pty.press(&letter.to_string());
        }
        pty.wait_for("recruitment");
        let mut pty = pty.killed();
        pty.press("i");
        pty.wait_for("Mali wants pooled recrui");
        whole += usize::from(pty.screen_text().contains(typed));
    }
    println!("{trials} kills: {whole} drafts whole, none short of more than five characters");
}
