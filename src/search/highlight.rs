//! Highlighting: the ranges of a text that match a query.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use crate::gazetteer::{Gazetteer, Named};
use crate::text::part;

use super::expand::{Expansion, MatchClass};
use super::inverted_index::InvertedIndex;
use super::plan::{QueryPlan, WeightedWord};
use super::tokens::tokens;
use super::words::{MatchMode, Token};

/// The length in bytes up to which a text is searched as a whole; longer texts are searched in
/// stretches of this length.
const LONG: usize = 20_000;
/// How many bytes before and after the shown part are searched too, for phrases and names that
/// cross its edges.
const AROUND: usize = 400;
/// How far into a text, in bytes, its first match is searched for: the search must not take longer
/// than a frame.
const FARTHEST: usize = 1_000_000;

/// The words to highlight.
#[derive(Clone, Debug, Default)]
pub struct Highlights {
    /// The words of the texts, each with the indexes of the query words that it matches.
    words: HashMap<String, Vec<(usize, MatchClass)>>,
    /// The prefixes that were typed, each with the index of its query word.
    beginnings: Vec<(usize, String)>,
    /// The phrases and runs, each with the words that may stand at each of its positions.
    sequences: Vec<Vec<Vec<String>>>,
    /// The countries and groupings that were named, each with the index of its query word.
    named: Vec<(usize, Named)>,
    /// The gazetteer that finds mentions of countries and groupings in a text.
    gazetteer: Arc<Gazetteer>,
}

impl Highlights {
    /// Collects the matches of a plan, including guesses if `guesses` is true.
    pub(super) fn new(
        plan: &QueryPlan<'_>,
        segments: &[&InvertedIndex],
        gazetteer: &Arc<Gazetteer>,
        guesses: bool,
    ) -> Self {
        let mut lit = Self {
            gazetteer: Arc::clone(gazetteer),
            ..Self::default()
        };
        for (nth, word) in plan.words.iter().enumerate() {
            let in_phrase = matches!(word.wanted.mode, MatchMode::Phrase(_));
            if !word.is_asked() || in_phrase {
                continue;
            }
            let named = word.wanted.named.iter();
            lit.named.extend(named.map(|named| (nth, *named)));
            for (segment, all) in segments.iter().zip(&plan.expansions) {
                if let Some(found) = all.get(nth) {
                    lit.add(nth, word, (segment, found), guesses);
                }
            }
        }
        lit.add_phrases(plan, segments);
        lit
    }

    /// Highlights the names of countries and groupings.
    pub(super) fn of_names(named: &[Named], gazetteer: &Arc<Gazetteer>) -> Self {
        Self {
            named: named.iter().map(|named| (0, *named)).collect(),
            gazetteer: Arc::clone(gazetteer),
            ..Self::default()
        }
    }

    fn add(
        &mut self,
        nth: usize,
        word: &WeightedWord,
        (segment, found): (&InvertedIndex, &Expansion),
        guesses: bool,
    ) {
        for (at, class) in &found.words {
            if *class == MatchClass::Prefix {
                let beginning = (nth, word.wanted.folded.clone());
                if !self.beginnings.contains(&beginning) {
                    self.beginnings.push(beginning);
                }
            } else if guesses || !class.is_guess() {
                let spelled = segment.vocabulary.word(*at).to_owned();
                self.words.entry(spelled).or_default().push((nth, *class));
            }
        }
        let spelled = |at: &u32| vec![segment.vocabulary.word(*at).to_owned()];
        let runs = found.runs.iter();
        let runs = runs.map(|run| run.iter().map(spelled).collect());
        self.sequences.extend(runs);
    }

    fn add_phrases(&mut self, plan: &QueryPlan<'_>, segments: &[&InvertedIndex]) {
        let mut last = None;
        for (nth, word) in plan.words.iter().enumerate() {
            let MatchMode::Phrase(number) = word.wanted.mode else {
                continue;
            };
            let found = segments.iter().zip(&plan.expansions);
            let found = found.filter_map(|(segment, all)| Some((segment, all.get(nth)?)));
            let may_stand = found.flat_map(|(segment, found)| {
                let words = found.words.iter();
                words.map(|(at, _)| segment.vocabulary.word(*at).to_owned())
            });
            let may_stand: Vec<String> = may_stand.collect();
            match self.sequences.last_mut().filter(|_| last == Some(number)) {
                Some(sequence) => sequence.push(may_stand),
                None => self.sequences.push(vec![may_stand]),
            }
            last = Some(number);
        }
    }

    /// Returns the ranges to highlight, in bytes, in order, on character boundaries and without
    /// overlap. A range is a whole word, or for a prefix the letters that were typed.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let no_words = self.words.is_empty() && self.beginnings.is_empty();
        if no_words && self.sequences.is_empty() && self.named.is_empty() {
            return Vec::new();
        }
        let tokens = tokens(text);
        let mut answers: Vec<(usize, bool, Range<usize>)> = Vec::new();
        for token in &tokens {
            for (nth, class) in self.words.get(&token.folded).into_iter().flatten() {
                answers.push((*nth, class.is_guess(), token.range.clone()));
            }
            let begun = self.beginnings.iter().filter(|_| !token.derived);
            for (nth, typed) in begun.filter(|(_, typed)| token.folded.starts_with(typed)) {
                answers.push((*nth, false, letters(text, token, typed)));
            }
        }
        // A typed prefix is highlighted itself, not the whole name that it begins.
        let typed: HashSet<usize> = answers.iter().map(|(.., typed)| typed.start).collect();
        let names = self.names(text);
        let names = names.filter(|(.., range)| !typed.contains(&range.start));
        let names: Vec<_> = names.collect();
        answers.extend(names);
        // A guess is highlighted only if the query word has no better match in the text.
        let certain: HashSet<usize> = answers
            .iter()
            .filter(|(_, guess, _)| !guess)
            .map(|(nth, ..)| *nth)
            .collect();
        answers.retain(|(nth, guess, _)| !guess || !certain.contains(nth));
        let mut ranges: Vec<_> = answers.into_iter().map(|(.., range)| range).collect();
        self.light_sequences(&tokens, &mut ranges);
        apart(ranges)
    }

    /// Returns the ranges in and around the shown part of a text. In a long text, only that part is
    /// searched, so that the cost does not grow with the length.
    pub fn ranges_in(&self, text: &str, shown: Range<usize>) -> Vec<Range<usize>> {
        if text.len() <= LONG {
            return self.ranges(text);
        }
        let start = text.floor_char_boundary(shown.start.saturating_sub(AROUND));
        let end = text.ceil_char_boundary(shown.end.saturating_add(AROUND));
        // Neither end is in the middle of a word.
        let before = part(text, start..shown.start);
        let gap = if start == 0 {
            None
        } else {
            before.find(char::is_whitespace)
        };
        let start = start + gap.unwrap_or_default();
        let after = part(text, shown.end..end);
        let gap = after
            .rfind(char::is_whitespace)
            .filter(|_| end < text.len());
        let end = gap.map_or(end, |gap| shown.end + gap);
        let ranges = self.ranges(part(text, start..end)).into_iter();
        ranges
            .map(|range| start + range.start..start + range.end)
            .collect()
    }

    /// Returns the first ranges of a text, in order: all of them, or those in the first stretch of
    /// a long text that has any.
    pub fn first_ranges(&self, text: &str) -> Vec<Range<usize>> {
        let stretches = (0..text.len().min(FARTHEST)).step_by(LONG);
        let mut ranges = stretches.map(|start| {
            let start = text.floor_char_boundary(start);
            self.ranges_in(text, start..text.floor_char_boundary(start + LONG))
        });
        ranges.find(|ranges| !ranges.is_empty()).unwrap_or_default()
    }

    /// Returns the mentions of the countries and groupings that were named.
    fn names(&self, text: &str) -> impl Iterator<Item = (usize, bool, Range<usize>)> {
        let mentions = if self.named.is_empty() {
            Vec::new()
        } else {
            self.gazetteer.mentions(text)
        };
        let certain = mentions.into_iter().filter(|mention| mention.is_certain);
        certain.filter_map(|mention| {
            let mut named = self.named.iter();
            let (nth, _) = named.find(|(_, named)| *named == mention.named)?;
            Some((*nth, false, mention.range))
        })
    }

    fn light_sequences(&self, tokens: &[Token], ranges: &mut Vec<Range<usize>>) {
        let plain: Vec<&Token> = tokens.iter().filter(|token| !token.derived).collect();
        for sequence in self
            .sequences
            .iter()
            .filter(|sequence| !sequence.is_empty())
        {
            for window in plain.windows(sequence.len()) {
                let mut both = window.iter().zip(sequence);
                if both.all(|(token, words)| words.contains(&token.folded)) {
                    ranges.extend(window.iter().map(|token| token.range.clone()));
                }
            }
        }
    }
}

/// Sorts ranges and merges those that overlap.
fn apart(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match apart.last_mut().filter(|last| range.start < last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => apart.push(range),
        }
    }
    apart
}

/// Returns the range of the first letters of a word, as many as were typed; the range of the whole
/// word if folding changed its length.
fn letters(text: &str, token: &Token, typed: &str) -> Range<usize> {
    let original = part(text, token.range.clone());
    if original.chars().count() != token.folded.chars().count() {
        return token.range.clone();
    }
    let end = original.char_indices().nth(typed.chars().count());
    let start = token.range.start;
    start..end.map_or(token.range.end, |(at, _)| start + at)
}
