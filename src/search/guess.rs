//! Guesses words from letters in order: within one word, or across the beginnings of neighbouring
//! words, such as `dipmis` for diplomatic missions.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::expand::{Expansion, MatchClass};
use super::inverted_index::InvertedIndex;
use super::stop_words::is_stop;
use super::vocabulary::Vocabulary;
use super::words::{DERIVED, MatchMode, QueryWord};

/// The most guesses that are kept.
const MOST_GUESSES: usize = 8;
/// The fewest letters to guess from: fewer would occur in order in nearly every word.
const SHORTEST_LETTERS: usize = 3;
/// The most texts that are searched for runs of words.
const MOST_TEXTS: usize = 500;
/// The most letters that a run may be typed with, which bounds the search.
const MOST_LETTERS: usize = 16;
/// The most words of a run, stop words included.
const MOST_WORDS: usize = 6;

/// Guesses words that have the letters in order, and runs of neighbouring words whose beginnings
/// were typed as one. Only for a word without a better match.
pub(super) fn guess(segment: &InvertedIndex, wanted: &QueryWord) -> Expansion {
    let typed = wanted.folded.as_str();
    let letters: Vec<char> = typed.chars().collect();
    let numeric = typed.contains(|c: char| c.is_numeric());
    if wanted.mode != MatchMode::Loose || letters.len() < SHORTEST_LETTERS || numeric {
        return Expansion::default();
    }
    let matcher = SkimMatcherV2::default().respect_case();
    let vocabulary = &segment.vocabulary;
    let mut words = Vec::new();
    for at in first_letter(vocabulary, &letters) {
        let word = vocabulary.word(at);
        if is_dense(&letters, word)
            && let Some(score) = matcher.fuzzy_match(word, typed)
        {
            words.push((score, at));
        }
    }
    let (runs, run_texts) = run_together(segment, &letters, &matcher);
    let best = best(words);
    Expansion {
        words: best
            .into_iter()
            .map(|at| (at, MatchClass::Letters))
            .collect(),
        runs,
        run_texts,
    }
}

fn first_letter(vocabulary: &Vocabulary, letters: &[char]) -> Range<u32> {
    let first = letters.first().map(char::to_string);
    vocabulary.beginning_with(&first.unwrap_or_default())
}

/// Returns the best candidate and those that score at least nine tenths as much, but at most
/// `MOST_GUESSES`.
fn best<T: Ord>(mut scored: Vec<(i64, T)>) -> Vec<T> {
    scored.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.cmp(other)));
    let limit = scored.first().map_or(0, |(score, _)| score * 9 / 10);
    let good = scored.into_iter().take_while(|(score, _)| *score >= limit);
    good.take(MOST_GUESSES).map(|(_, what)| what).collect()
}

/// Returns whether the letters occur in order in the word, begin with its first letter and make up
/// at least a third of it: a looser match may be an accident.
fn is_dense(letters: &[char], word: &str) -> bool {
    let mut wanted = letters.iter();
    let mut next = wanted.next();
    let mut first = true;
    for letter in word.chars() {
        if next == Some(&letter) {
            next = wanted.next();
        } else if first {
            return false;
        }
        first = false;
    }
    next.is_none() && 3 * letters.len() >= word.chars().count()
}

/// Returns the runs of neighbouring words that fit the letters best, and the texts that contain
/// them, in ascending order.
fn run_together(
    segment: &InvertedIndex,
    letters: &[char],
    matcher: &SkimMatcherV2,
) -> (Vec<Vec<u32>>, Vec<u32>) {
    if letters.len() > MOST_LETTERS {
        return (Vec::new(), Vec::new());
    }
    let parts = RunFinder::new(segment, letters);
    let mut found = Vec::new();
    let mut plain = Vec::new();
    for (at, text) in (0..).zip(&segment.texts).take(MOST_TEXTS) {
        let heading = segment.entries.get(text.entry as usize);
        let heading = heading.filter(|entry| entry.texts.start == at);
        let stretches = [heading.map(|entry| &entry.tokens), Some(&text.tokens)];
        for stretch in stretches.into_iter().flatten() {
            let tokens = segment.tokens(stretch).iter().copied();
            plain.clear();
            plain.extend(tokens.filter(|token| token & DERIVED == 0));
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

/// A search for runs: the letters, and for each of them the words that begin with it.
struct RunFinder<'a> {
    segment: &'a InvertedIndex,
    letters: &'a [char],
    words: Vec<Range<u32>>,
}

impl<'a> RunFinder<'a> {
    fn new(segment: &'a InvertedIndex, letters: &'a [char]) -> Self {
        let rests = (0..letters.len()).filter_map(|from| letters.get(from..));
        Self {
            segment,
            letters,
            words: rests
                .map(|rest| first_letter(&segment.vocabulary, rest))
                .collect(),
        }
    }

    /// Counts how many letters, starting at `from`, occur in the word in the same order; 0 if the
    /// word does not begin with the first of them.
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

    /// Returns the run of at least two words that begins at `start` and uses all letters.
    fn run(&self, plain: &[u32], start: usize) -> Option<Vec<u32>> {
        let first = *plain.get(start)?;
        if !self.words.first()?.contains(&first) {
            return None;
        }
        let end = self.goes_on(plain, (start, 0), MOST_WORDS)?;
        let run = plain.get(start..end)?;
        (run.len() > 1).then(|| run.to_vec())
    }

    /// Returns the end of a run that has used the letters before `from` and continues at `at` with
    /// at most `words` more words.
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
