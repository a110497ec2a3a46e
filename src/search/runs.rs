//! Neighbouring words whose beginnings were run together: `dipmis` for diplomatic missions.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::expand::{best, first_letter};
use super::query::is_stop;
use super::segment::{MADE, Segment};
use super::vocabulary::Vocabulary;

/// So many texts are looked through.
const MOST_TEXTS: usize = 4000;
/// So many letters are told apart.
const MOST_LETTERS: usize = 16;
/// So many words are run together, small ones between them not counted.
const MOST_WORDS: usize = 6;

/// The runs of neighbouring words that the letters are best taken for, and the texts that hold
/// them, in order.
pub(super) fn run_together(
    segment: &Segment,
    letters: &[char],
    matcher: &SkimMatcherV2,
) -> (Vec<Vec<u32>>, Vec<u32>) {
    let parts = Parts::new(&segment.vocabulary, letters);
    if letters.len() > MOST_LETTERS || parts.reaches.len() == 1 {
        return (Vec::new(), Vec::new());
    }
    let mut found = Vec::new();
    for (at, text) in (0..).zip(&segment.texts).take(MOST_TEXTS) {
        let heading = segment.tops.get(text.top as usize);
        let heading = heading.filter(|top| top.texts.start == at);
        let stretches = [heading.map(|top| &top.tokens), Some(&text.tokens)];
        for stretch in stretches.into_iter().flatten() {
            let plain = segment.tokens(stretch).iter().copied();
            let plain: Vec<u32> = plain.filter(|token| token & MADE == 0).collect();
            let runs = (0..plain.len()).filter_map(|start| parts.run(segment, &plain, start));
            found.extend(runs.map(|run| (run, at)));
        }
    }
    let typed: String = letters.iter().collect();
    let mut runs: Vec<_> = found.iter().map(|(run, _)| run.clone()).collect();
    runs.sort_unstable();
    runs.dedup();
    let scored = runs.into_iter().filter_map(|run| {
        let words = run.iter().map(|at| segment.vocabulary.word(*at));
        let spelled = words.collect::<Vec<_>>().join(" ");
        Some((matcher.fuzzy_match(&spelled, &typed)?, run))
    });
    let runs = best(scored.collect());
    found.retain(|(run, _)| runs.contains(run));
    let mut texts: Vec<u32> = found.into_iter().map(|(_, at)| at).collect();
    texts.dedup();
    (runs, texts)
}

/// How far each word leads through the letters.
struct Parts {
    letters: usize,
    /// For each word of the vocabulary its number in `reaches`.
    of: Vec<u32>,
    /// From each letter on, how many of the letters stand in order in the word, the first at its
    /// beginning. The first of these reaches nowhere.
    reaches: Vec<[u8; MOST_LETTERS]>,
}

impl Parts {
    fn new(vocabulary: &Vocabulary, letters: &[char]) -> Self {
        let mut parts = Self {
            letters: letters.len(),
            of: vec![0; vocabulary.len()],
            reaches: vec![[0; MOST_LETTERS]],
        };
        for from in 0..letters.len().min(MOST_LETTERS) {
            let rest = letters.get(from..).unwrap_or_default();
            for at in first_letter(vocabulary, rest) {
                parts.add(at, from, in_order(rest, vocabulary.word(at)));
            }
        }
        parts
    }

    fn add(&mut self, word: u32, from: usize, reach: u8) {
        let Some(number) = self.of.get_mut(word as usize) else {
            return;
        };
        if *number == 0 {
            *number = super::vocabulary::number(self.reaches.len());
            self.reaches.push([0; MOST_LETTERS]);
        }
        let reaches = self.reaches.get_mut(*number as usize);
        if let Some(slot) = reaches.and_then(|reaches| reaches.get_mut(from)) {
            *slot = reach;
        }
    }

    fn reach(&self, word: u32, from: usize) -> usize {
        let number = self.of.get(word as usize).copied().unwrap_or_default();
        let reaches = self.reaches.get(number as usize);
        let reach = reaches.and_then(|reaches| reaches.get(from));
        reach.map_or(0, |reach| usize::from(*reach))
    }

    /// The words from `start` on that the letters were taken from, two of them or more.
    fn run(&self, segment: &Segment, plain: &[u32], start: usize) -> Option<Vec<u32>> {
        let first = *plain.get(start)?;
        let end = self.goes_on(segment, plain, (start, 0), MOST_WORDS)?;
        let run = plain.get(start..end)?;
        (run.len() > 1 && self.reach(first, 0) > 0).then(|| run.to_vec())
    }

    /// Where the run ends that uses up the letters from `from` on, the word at `at` next.
    fn goes_on(
        &self,
        segment: &Segment,
        plain: &[u32],
        (at, from): (usize, usize),
        words: usize,
    ) -> Option<usize> {
        if from == self.letters {
            return Some(at);
        }
        let word = *plain.get(at)?;
        let words = words.checked_sub(1)?;
        let reach = self.reach(word, from);
        let taken = (1..=reach).rev().find_map(|used| {
            let next = (at + 1, from + used);
            self.goes_on(segment, plain, next, words)
        });
        let skips = || from > 0 && is_stop(segment.vocabulary.word(word));
        taken.or_else(|| {
            let next = (at + 1, from);
            skips().then(|| self.goes_on(segment, plain, next, words))?
        })
    }
}

/// How many of the letters stand in order in the word, the first at its beginning.
fn in_order(letters: &[char], word: &str) -> u8 {
    let mut rest = word.chars();
    let mut wanted = letters.iter().take(MOST_LETTERS);
    let begins = letters.first() == word.chars().next().as_ref();
    let found = wanted
        .by_ref()
        .take_while(|letter| rest.any(|other| other == **letter));
    if begins {
        u8::try_from(found.count()).unwrap_or_default()
    } else {
        0
    }
}
