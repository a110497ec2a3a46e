//! The fuzz targets on some mutated fixtures, the same in each run.
//!
//! `ROUNDTABLE_FUZZ=1000000` makes the run long; `fuzz/README.md` describes the same with
//! libFuzzer.

use std::fs;
use std::io::{Write, stderr};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

#[path = "../../fuzz/src/targets.rs"]
#[expect(clippy::expect_used, reason = "a target reports a finding by a panic")]
mod targets;

use targets::{FuzzTarget, TARGETS};

/// The inputs for a quick target, unless the environment says otherwise; slow targets get fewer.
/// All together take a few seconds.
const SLICE: u64 = 2000;

/// The time after which an input hangs; the slowest known takes milliseconds.
const HANGS: Duration = Duration::from_mins(1);

/// The parts of files and queries, so that a mutation contains what the readers look for.
const TOKENS: &[&str] = &[
    "\n",
    "\r\n",
    " ",
    "\"",
    "\"\"\"",
    "'''",
    "\\",
    "\\u005B",
    "[",
    "]",
    "[[note]]\n",
    "[notes]\n",
    "[[floor]]\n",
    "[paper]\n",
    "[[examples]]\n",
    "id = \"a\"\n",
    "rev = 2\n",
    "deleted = true\n",
    "text = \"\"\"\n",
    "at = 2010-11-09T10:02:13-06:00\n",
    "9999-12-31",
    "-1",
    "0",
    "= ",
    "#",
    "{",
    "}",
    "<<<<<<< HEAD\n",
    "||||||| base\n",
    "=======\n",
    ">>>>>>> other\n",
    "country:",
    "kind:",
    "-",
    "^",
    "Côte d’Ivoire",
    "Mali",
    "mal",
    "EU",
    "Congo",
    "\u{301}",
    "\u{202e}",
    "\u{feff}",
    "\0",
    "İ",
    "ß",
    "ﬁ",
    "한국",
    "👩‍👩‍👧",
    "[^1]",
    "](https://a.b)",
    "q2",
    "p41",
    "+",
    "+commitment",
    "...",
    "MLI: ",
    "“IOM”: ",
];

#[test]
fn opens_or_rejects_briefings_of_any_bytes() {
    drive("briefing", &files(&["fixtures", "fixtures/invalid"]), 5);
}

#[test]
fn reads_notes_files_of_any_bytes() {
    drive("notes_file", &files(&["fixtures/notes"]), 4);
}

/// Fewer inputs, since each waits for the disk.
#[test]
fn adds_a_note_to_a_notes_file_of_any_bytes() {
    drive("notes_added", &files(&["fixtures/notes"]), 20);
}

#[test]
fn restores_a_journal_of_any_bytes() {
    drive("journal", &files(&["fixtures/notes"]), 20);
}

#[test]
fn reads_notes_of_any_bytes_without_loss() {
    drive("grammar", &lines(&["fixtures", "fixtures/notes"]), 4);
}

#[test]
fn answers_queries_of_any_bytes() {
    drive("query", &lines(&["fixtures", "fixtures/judged"]), 1);
}

#[test]
fn finds_mentions_in_texts_of_any_bytes() {
    drive("mentions", &lines(&["fixtures", "fixtures/notes"]), 8);
}

/// A target for libFuzzer exists for each of these.
#[test]
fn builds_every_target() {
    let mut built: Vec<_> = paths("../fuzz/fuzz_targets", "rs")
        .iter()
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    built.sort();
    let mut known: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
    known.sort_unstable();
    assert_eq!(built, known);
    let manifest = fs::read_to_string(root().join("../fuzz/Cargo.toml")).unwrap();
    for name in known {
        assert!(manifest.contains(&format!(
            "name = \"{name}\"\npath = \"fuzz_targets/{name}.rs\""
        )));
    }
}

/// Runs a target on mutated seeds, one of `share` inputs, and reports the input that fails.
fn drive(name: &str, seeds: &[Vec<u8>], share: u64) {
    assert!(!seeds.is_empty());
    let known = TARGETS.iter().find(|target| target.name == name);
    let &FuzzTarget { run, .. } = known.unwrap();
    let asked = std::env::var("ROUNDTABLE_FUZZ").ok();
    let count = asked.map_or(SLICE / share, |count| count.parse().unwrap());
    let (sender, ended) = channel();
    let mutated = |number| Mutator::new(number).mutated(seeds);
    thread::scope(|scope| {
        scope.spawn(move || {
            for number in 0..count {
                let input = mutated(number);
                let start = Instant::now();
                let outcome = catch_unwind(|| run(&input));
                sender.send((start.elapsed(), outcome.is_ok())).ok();
            }
        });
        let mut slowest = (Duration::ZERO, 0);
        for number in 0.. {
            let shown = || mutated(number).escape_ascii().to_string();
            match ended.recv_timeout(HANGS) {
                Ok((took, true)) => slowest = slowest.max((took, number)),
                Ok((_, false)) => panic!("{name} fails on input {number}: {}", shown()),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    // The thread cannot be stopped, and the scope would wait for it.
                    say(&format!("{name} hangs on input {number}: {}", shown()));
                    std::process::abort();
                }
            }
        }
        say(&format!("{name}: {count} inputs, slowest {slowest:?}"));
    });
}

/// Prints something for people that no test can check.
fn say(words: &str) {
    stderr().write_all(format!("{words}\n").as_bytes()).unwrap();
}

/// A mutator whose output depends only on its number.
struct Mutator(u64);

impl Mutator {
    const fn new(number: u64) -> Self {
        Self(number)
    }

    /// Draws the next number below a bound, as `SplitMix64` does (Steele, Lea, Flood 2014).
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let drawn = usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap();
        drawn % bound.max(1)
    }

    fn mutated(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(6) {
            self.mutate(&mut bytes, seeds);
        }
        bytes
    }

    fn mutate(&mut self, bytes: &mut Vec<u8>, seeds: &[Vec<u8>]) {
        let start = self.below(bytes.len() + 1);
        // Mostly a short range, sometimes up to the end.
        let longest = if self.below(4) == 0 { bytes.len() } else { 16 };
        let end = bytes.len().min(start + self.below(longest + 1));
        let byte = u8::try_from(self.below(256)).unwrap();
        match self.below(7) {
            0 => bytes.truncate(start),
            1 => drop(bytes.drain(start..end)),
            2 => bytes.extend_from_within(start..end),
            3 => bytes.insert(start, byte),
            4 if start < end => bytes[start] = byte,
            5 => {
                let other = &seeds[self.below(seeds.len())];
                let from = self.below(other.len() + 1);
                bytes.splice(start..end, other[from..].iter().copied());
            }
            _ => {
                let token = TOKENS[self.below(TOKENS.len())];
                bytes.splice(start..start, token.bytes());
            }
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// Returns the files of a folder with an extension, by name.
fn paths(folder: &str, extension: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(root().join(folder)).unwrap();
    let all = all.map(|file| file.unwrap().path());
    let mut wanted: Vec<_> = all
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    wanted.sort();
    wanted
}

fn files(folders: &[&str]) -> Vec<Vec<u8>> {
    let paths = folders.iter().flat_map(|folder| paths(folder, "toml"));
    paths.map(|path| fs::read(path).unwrap()).collect()
}

fn lines(folders: &[&str]) -> Vec<Vec<u8>> {
    let files = files(folders);
    let lines = files
        .iter()
        .flat_map(|file| file.split(|byte| *byte == b'\n'));
    lines.map(<[u8]>::to_vec).collect()
}
