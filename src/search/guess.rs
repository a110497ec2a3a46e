//! Neighbouring words whose beginnings were run together: `dipmis` for diplomatic missions.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::expand::{Expansion, MatchClass};
use super::inverted_index::InvertedIndex;
use super::stop_words::is_stop;
use super::vocabulary::Vocabulary;
use super::words::{DERIVED, MatchMode, QueryWord};

/// So many guesses by letters in order are followed.
const MOST_GUESSES: usize = 8;
/// Fewer letters in order stand in every word.
const SHORTEST_LETTERS: usize = 3;
/// So many texts are looked through.
const MOST_TEXTS: usize = 500;
/// So many letters are told apart.
const MOST_LETTERS: usize = 16;
/// So many words are run together, small ones between them counted.
const MOST_WORDS: usize = 6;

/// The words that have the letters in order, and neighbours whose beginnings were run together:
/// for a word that nothing better answers.
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

/// The best scored, and those that are nearly as good.
fn best<T: Ord>(mut scored: Vec<(i64, T)>) -> Vec<T> {
    scored.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.cmp(other)));
    let limit = scored.first().map_or(0, |(score, _)| score * 9 / 10);
    let good = scored.into_iter().take_while(|(score, _)| *score >= limit);
    good.take(MOST_GUESSES).map(|(_, what)| what).collect()
}

/// Whether the letters stand in order in the word, the first at its beginning, and make up enough
/// of it to be told from chance.
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

/// The runs of neighbouring words that the letters are best taken for, and the texts that hold
/// them, in order.
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

/// The letters, and from each of them on the words that begin with it.
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
