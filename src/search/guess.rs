//! Neighbouring words whose beginnings were run together: `dipmis` for diplomatic missions.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::expand::{best, first_letter};
use super::inverted_index::{MADE, Segment};
use super::stop_words::is_stop;

/// So many texts are looked through.
const MOST_TEXTS: usize = 500;
/// So many letters are told apart.
const MOST_LETTERS: usize = 16;
/// So many words are run together, small ones between them counted.
const MOST_WORDS: usize = 6;

/// The runs of neighbouring words that the letters are best taken for, and the texts that hold
/// them, in order.
pub(super) fn run_together(
    segment: &Segment,
    letters: &[char],
    matcher: &SkimMatcherV2,
) -> (Vec<Vec<u32>>, Vec<u32>) {
    if letters.len() > MOST_LETTERS {
        return (Vec::new(), Vec::new());
    }
    let parts = Parts::new(segment, letters);
    let mut found = Vec::new();
    let mut plain = Vec::new();
    for (at, text) in (0..).zip(&segment.texts).take(MOST_TEXTS) {
        let heading = segment.tops.get(text.top as usize);
        let heading = heading.filter(|top| top.texts.start == at);
        let stretches = [heading.map(|top| &top.tokens), Some(&text.tokens)];
        for stretch in stretches.into_iter().flatten() {
            let tokens = segment.tokens(stretch).iter().copied();
            plain.clear();
            plain.extend(tokens.filter(|token| token & MADE == 0));
            let runs = (0..plain.len()).filter_map(|start| parts.run(&plain, start));
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

/// The letters, and from each of them on the words that begin with it.
struct Parts<'a> {
    segment: &'a Segment,
    letters: &'a [char],
    words: Vec<Range<u32>>,
}

impl<'a> Parts<'a> {
    fn new(segment: &'a Segment, letters: &'a [char]) -> Self {
        let rests = (0..letters.len()).filter_map(|from| letters.get(from..));
        Self {
            segment,
            letters,
            words: rests
                .map(|rest| first_letter(&segment.vocabulary, rest))
                .collect(),
        }
    }

    /// How many of the letters from `from` on stand in order in the word, the first at its
    /// beginning.
    fn reach(&self, word: u32, from: usize) -> usize {
        let begins = self.words.get(from);
        if !begins.is_some_and(|words| words.contains(&word)) {
            return 0;
        }
        let mut rest = self.segment.vocabulary.word(word).chars();
        let wanted = self.letters.get(from..).unwrap_or_default().iter();
        let found = wanted.take_while(|letter| rest.any(|other| other == **letter));
        found.count()
    }

    /// The words from `start` on that the letters were taken from, two of them or more.
    fn run(&self, plain: &[u32], start: usize) -> Option<Vec<u32>> {
        let first = *plain.get(start)?;
        if !self.words.first()?.contains(&first) {
            return None;
        }
        let end = self.goes_on(plain, (start, 0), MOST_WORDS)?;
        let run = plain.get(start..end)?;
        (run.len() > 1).then(|| run.to_vec())
    }

    /// Where the run ends that uses up the letters from `from` on, the word at `at` next.
    fn goes_on(&self, plain: &[u32], (at, from): (usize, usize), words: usize) -> Option<usize> {
        if from == self.letters.len() {
            return Some(at);
        }
        let word = *plain.get(at)?;
        let words = words.checked_sub(1)?;
        let taken = (1..=self.reach(word, from)).rev().find_map(|used| {
            let next = (at + 1, from + used);
            self.goes_on(plain, next, words)
        });
        let skips = || from > 0 && is_stop(self.segment.vocabulary.word(word));
        taken.or_else(|| {
            let next = (at + 1, from);
            skips().then(|| self.goes_on(plain, next, words))?
        })
    }
}
