//! Kills the program at any moment, and checks that no note reported as saved is lost.
//!
//! `ROUNDTABLE_TRIALS=500 cargo test --release --test it kill -- --nocapture` runs more trials,
//! prints how many notes were reported as saved and how much of a draft was lost, and checks the
//! limits.

use std::collections::BTreeSet;
use std::env;
use std::time::{Duration, Instant};

use crate::terminal::Pty;

/// The number of trials that run in a few seconds.
const TRIALS: u64 = 10;

const SENTENCE: &str = "Mali wants pooled recruitment";

fn trials() -> Option<u64> {
    let trials = env::var("ROUNDTABLE_TRIALS").ok();
    trials.map(|trials| trials.parse().unwrap())
}

/// Pseudorandom numbers, the same in every run.
struct Chance(u64);

impl Chance {
    const fn below(&mut self, bound: u64) -> u64 {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

#[test]
fn no_acknowledged_note_is_lost_to_a_kill() {
    let trials = trials().unwrap_or(TRIALS);
    let mut pty = Pty::open();
    let mut chance = Chance(1);
    // Notes are numbered in order, so the highest number reported as saved tells how many must be
    // there.
    let (mut acknowledged, mut trials_with) = (0, 0);
    for trial in 0..trials {
        let there = ids(&pty).len();
        for note in 0..3 {
            pty.press(&format!("inote{trial}x{note}.\r"));
        }
        // Mostly some notes are reported as saved by then, and another is being saved.
        if chance.below(5) > 0 {
            pty.read_until(|pty| pty.saved() > Some(there));
        }
        let moment = Duration::from_micros(chance.below(30_000));
        pty.read_for(moment, |_| false);
        let saved = pty.saved().unwrap_or_default();
        pty = pty.killed();
        // Pending notes of the last run have a number too, and are saved a moment later.
        let are_there = pty.read_until_on_disk(|pty| ids(pty).len() >= saved);
        assert!(are_there, "trial {trial}: one of {saved} is lost");
        // Wherever the kill came: what is saved is no draft.
        let is_saved = |pty: &Pty, text: &str| pty.notes().contains(&format!("\n{text}\"\"\""));
        let is_free = pty.read_until_on_disk(|pty| {
            let draft = pty.draft();
            draft.is_none_or(|draft| !is_saved(pty, &draft.text))
        });
        assert!(is_free, "trial {trial}: a saved note is offered again");
        trials_with += usize::from(saved > there);
        acknowledged = acknowledged.max(saved);
    }
    println!(
        "{trials} kills, {trials_with} of them after a note was acknowledged: \
         {acknowledged} notes acknowledged, 0 lost, 0 failed starts"
    );
}

/// Returns the ids of the notes in the file, and checks that each is there once.
fn ids(pty: &Pty) -> BTreeSet<String> {
    let notes = pty.notes();
    let lines: Vec<_> = notes
        .lines()
        .filter(|line| line.starts_with("id = "))
        .collect();
    let ids: BTreeSet<_> = lines.iter().map(ToString::to_string).collect();
    assert_eq!(ids.len(), lines.len(), "a note is there twice");
    ids
}

/// The typed text and the cursor are restored after a kill, once they are written.
#[test]
fn a_draft_survives_a_kill() {
    let mut pty = Pty::open();
    pty.press(&format!("i{SENTENCE}"));
    pty.wait_for(SENTENCE);
    pty.press("\u{1b}[D\u{1b}[D");
    let at = SENTENCE.len() - 2;
    pty.wait_until(|pty| pty.draft().is_some_and(|draft| draft.cursor == at));
    pty = pty.killed();
    pty.press("iX");
    pty.wait_for("Mali wants pooled recruitmeXnt");
}

/// Measures how much typing a kill loses: a figure with a limit, so it needs a long run.
#[test]
fn a_kill_loses_only_a_moment_of_typing() {
    let Some(trials) = trials() else { return };
    let mut lost: Vec<_> = (0..trials)
        .map(|trial| lost_of_typing(Chance(trial)))
        .collect();
    lost.sort();
    let at = |percent: usize| lost[(lost.len() * percent / 100).min(lost.len() - 1)];
    let (half, most, worst) = (at(50), at(99), at(100));
    println!("{trials} kills: {half:?} of typing lost at p50, {most:?} at p99, {worst:?} at worst");
    assert!(most <= Duration::from_millis(50));
    assert!(worst <= Duration::from_millis(200));
}

/// Types as a person does, with 30 to 150 ms between keys, and kills the program; returns the age
/// of the oldest lost letter.
fn lost_of_typing(mut chance: Chance) -> Duration {
    let mut pty = Pty::open();
    pty.press("i");
    let end = Instant::now() + Duration::from_millis(100 + chance.below(900));
    let mut pressed = Vec::new();
    for letter in SENTENCE.chars() {
        let pause = Duration::from_millis(30 + chance.below(120));
        let left = end.saturating_duration_since(Instant::now());
        pty.read_for(pause.min(left), |_| false);
        if pause > left {
            break;
        }
        pty.press(&letter.to_string());
        pressed.push(Instant::now());
    }
    pty.kill();
    let killed = Instant::now();
    let kept = pty.draft().map_or(0, |draft| draft.text.len());
    pty = pty.open_again();
    pty.press("i");
    pty.wait_for(SENTENCE.get(..kept).unwrap());
    let oldest = pressed.get(kept);
    oldest.map_or(Duration::ZERO, |pressed| killed - *pressed)
}
