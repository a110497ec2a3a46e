//! What somebody looks for.

use std::ops::Range;

use crate::text::{Word, part, words};

/// How well a word of a text answers a word of the query, best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The query's word stands somewhere inside.
    Part,
    /// The word begins with the query's word.
    Prefix,
    /// They are the same, once folded.
    Whole,
}

/// Where to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// In paper and notes.
    #[default]
    All,
    /// In the paper.
    Paper,
    /// In the notes.
    Notes,
}

/// Nobody types more words; a page that is pasted must not stop the screen.
const MOST_WORDS: usize = 24;
/// So many characters of a query are read.
const LONGEST: usize = 1000;

/// The folded words that somebody typed: all of them must occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
    pub(super) scope: Scope,
}

impl Query {
    /// Reads a query as typed; words beyond two dozen, and words typed twice, are left out.
    pub fn new(typed: &str) -> Self {
        let mut distinct: Vec<String> = Vec::new();
        let beginning = typed
            .char_indices()
            .nth(LONGEST)
            .map_or(typed.len(), |(at, _)| at);
        for word in words(part(typed, 0..beginning)) {
            if distinct.len() < MOST_WORDS && !distinct.contains(&word.folded) {
                distinct.push(word.folded);
            }
        }
        Self {
            words: distinct,
            scope: Scope::default(),
        }
    }

    /// Whether it has no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The folded words, as typed.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// The same, looked for in some places only.
    #[must_use]
    pub fn within(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }
}

/// How well `found` answers `wanted`, both folded.
pub(super) fn fit(wanted: &str, found: &str) -> Option<Fit> {
    match found.find(wanted)? {
        0 if found.len() == wanted.len() => Some(Fit::Whole),
        0 => Some(Fit::Prefix),
        _ => Some(Fit::Part),
    }
}

/// The letters of `word` that `wanted` matches; the whole word where folding changed its length.
pub(super) fn letters(text: &str, word: &Word, wanted: &str) -> Range<usize> {
    let original = text.get(word.range.clone()).unwrap_or_default();
    let same_letters = original.chars().count() == word.folded.chars().count();
    let Some(at) = word.folded.find(wanted).filter(|_| same_letters) else {
        return word.range.clone();
    };
    let before = word.folded.get(..at).unwrap_or_default().chars().count();
    let byte = |nth| {
        original
            .char_indices()
            .nth(nth)
            .map_or(original.len(), |(byte, _)| byte)
    };
    let start = word.range.start;
    start + byte(before)..start + byte(before + wanted.chars().count())
}
