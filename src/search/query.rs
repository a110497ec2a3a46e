//! The query and its syntax.
//!
//! Rules, in order: no text is an error, and an unknown sign is an ordinary word; a sign means what
//! it means in other search tools; of a very long query, only the beginning is read.

use std::ops::Range;

use crate::text::{part, words};

use super::filter::{Filters, Scope};
use super::words::{MatchMode, QueryWord, is_thousands};

/// The most words that are read: a pasted page must not freeze the screen.
pub(super) const MOST_WORDS: usize = 24;
/// The quotation mark for the value of a filter.
const QUOTATION: char = '"';
/// The most characters that are read.
const LONGEST: usize = 1000;

/// A query: its words, its filters and where to look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<QueryWord>,
    filters: Filters,
    scope: Scope,
}

impl Query {
    /// Reads a query as typed, at most 1,000 characters and 24 words of it. No text is an error.
    pub fn new(typed: &str) -> Self {
        let cut = typed.char_indices().nth(LONGEST);
        let typed = part(typed, 0..cut.map_or(typed.len(), |(at, _)| at));
        let mut query = Self::default();
        let mut phrases = 0;
        let (mut at, mut end_of_asked) = (0, 0);
        while let Some((chunk, end)) = next_chunk(typed, at) {
            query.add(&chunk, &mut phrases);
            at = end;
            if chunk.sign != Sign::Without {
                end_of_asked = end;
            }
        }
        // Excluded words after the last word do not tell whether that word is finished.
        let asked = part(typed, 0..end_of_asked);
        let after = part(typed, end_of_asked..typed.len());
        let grows = after.is_empty() || after.starts_with(" -");
        let mut words = query.words.iter_mut().rev();
        if let Some(last) = words.find(|word| word.mode != MatchMode::Exclude) {
            last.growing = grows && asked.ends_with(char::is_alphanumeric);
        }
        query
    }

    /// Returns the query limited to a scope.
    #[must_use]
    pub const fn within(mut self, scope: Scope) -> Self {
        self.scope = scope;
        self
    }

    /// Returns the query with `q2` turned from a word into a filter, for numbers from 1 to `count`.
    /// When only the paper is searched, it stays a word: paragraphs have no guiding question.
    pub(super) fn on_questions(&self, count: usize) -> Self {
        let mut query = self.clone();
        if self.scope != Scope::Paper {
            let filters = &mut query.filters;
            query.words.retain(|word| match question(word) {
                Some(number) if (1..=count).contains(&number) => {
                    filters.on_question(number);
                    false
                }
                _ => true,
            });
        }
        query
    }

    /// Returns whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        !self.asks_for_words() && self.filters.is_empty()
    }

    /// Returns whether there is a word to look for, and not only filters.
    pub(super) fn asks_for_words(&self) -> bool {
        let is_asked = |word: &QueryWord| word.mode != MatchMode::Exclude;
        self.words.iter().any(is_asked)
    }

    /// Returns the words, in the order typed.
    pub(super) fn words(&self) -> &[QueryWord] {
        &self.words
    }

    /// Returns whether the query asks for a definition: "what is …".
    pub(super) fn defines(&self) -> bool {
        let word = |nth: usize| self.words.get(nth).map(|word| word.folded.as_str());
        matches!(
            (word(0), word(1)),
            (Some("what"), Some("is" | "are" | "does")) | (Some("define" | "definition"), _)
        )
    }

    /// Returns the filters and the scope.
    pub(super) const fn filters(&self) -> (&Filters, Scope) {
        (&self.filters, self.scope)
    }

    /// Returns a query for other words, read as typed, in the same scope.
    pub(super) fn instead(&self, words: &str) -> Self {
        Self::new(words).within(self.scope)
    }

    fn add(&mut self, chunk: &Chunk<'_>, phrases: &mut u8) {
        let mode = match chunk.sign {
            Sign::None => {
                let filter = chunk.text.split_once(':');
                let value = |value: &str| value.trim_matches(QUOTATION).to_owned();
                let is_filter =
                    filter.is_some_and(|(key, text)| self.filters.add(key, &value(text)));
                if is_filter {
                    return;
                }
                MatchMode::Loose
            }
            Sign::Quote if words(chunk.text).len() > 1 => {
                *phrases = phrases.saturating_add(1);
                MatchMode::Phrase(*phrases)
            }
            Sign::Quote | Sign::Exactly => MatchMode::Exact,
            Sign::Beginning => MatchMode::AtStart,
            Sign::Without => MatchMode::Exclude,
        };
        for (typed, folded, parts) in units(chunk.text, mode) {
            let known = |word: &QueryWord| word.folded == folded && word.mode == mode;
            let in_phrase = matches!(mode, MatchMode::Phrase(_));
            if self.words.len() < MOST_WORDS && (in_phrase || !self.words.iter().any(known)) {
                self.push_number(QueryWord {
                    typed,
                    folded,
                    parts,
                    mode,
                    growing: false,
                    named: Vec::new(),
                });
            }
        }
    }

    /// Adds a word, or joins it to the previous one if together they are a number typed with a
    /// space.
    fn push_number(&mut self, word: QueryWord) {
        if let Some(last) = self.words.last_mut()
            && (last.mode, word.mode) == (MatchMode::Loose, MatchMode::Loose)
            && is_thousands(&last.folded, &word.folded)
        {
            let first = std::mem::take(&mut last.folded);
            last.folded = format!("{first}{}", word.folded);
            last.typed = format!("{} {}", last.typed, word.typed);
            if last.parts.is_empty() {
                last.parts.push(first);
            }
            last.parts.push(word.folded);
        } else {
            self.words.push(word);
        }
    }
}

/// Returns the number in `q2`; `Q2` stays a word, since it is also a quarter of a year.
fn question(word: &QueryWord) -> Option<usize> {
    let number = word.typed.strip_prefix('q')?;
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && word.mode == MatchMode::Loose)
        .then(|| number.parse().ok())
        .flatten()
}

/// Splits a chunk into words. Returns each as typed and as compared, with its parts if it is a
/// compound.
fn units(text: &str, mode: MatchMode) -> Vec<(String, String, Vec<String>)> {
    let found = words(text);
    let typed = |range: Range<usize>| part(text, range).to_owned();
    let joined = mode != MatchMode::Exclude && !matches!(mode, MatchMode::Phrase(_));
    if let [first, .., last] = found.as_slice()
        && joined
    {
        let parts: Vec<_> = found.iter().map(|word| word.folded.clone()).collect();
        let range = first.range.start..last.range.end;
        return vec![(typed(range), parts.concat(), parts)];
    }
    let units = found.into_iter();
    units
        .map(|word| (typed(word.range), word.folded, Vec::new()))
        .collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    None,
    Quote,
    Exactly,
    Beginning,
    Without,
}

struct Chunk<'a> {
    sign: Sign,
    text: &'a str,
}

/// Returns the first chunk that begins at or after a byte offset, and the offset of its end.
fn next_chunk(typed: &str, from: usize) -> Option<(Chunk<'_>, usize)> {
    let rest = typed.get(from..)?;
    let start = from + rest.find(|c: char| !c.is_whitespace())?;
    let rest = typed.get(start..)?;
    if let Some((text, length)) = quoted(rest) {
        let sign = Sign::Quote;
        return Some((Chunk { sign, text }, start + length));
    }
    let length = length_of_word(rest);
    let text = part(rest, 0..length);
    let sign = match text.chars().next() {
        Some('\'' | '’') => Sign::Exactly,
        Some('^') => Sign::Beginning,
        Some('-') => Sign::Without,
        _ => Sign::None,
    };
    let bare = text.strip_prefix(['\'', '’', '^', '-']).unwrap_or(text);
    let is_word = bare.starts_with(char::is_alphanumeric);
    let sign = if is_word { sign } else { Sign::None };
    let text = if sign == Sign::None { text } else { bare };
    Some((Chunk { sign, text }, start + length))
}

/// Returns the length in bytes of the first word; `grouping:"west africa"` is one word.
fn length_of_word(text: &str) -> usize {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let opens = part(text, 0..end).find(":\"").map(|at| at + 2);
    let closes = opens.and_then(|open| Some(open + text.get(open..)?.find('"')? + 1));
    closes.unwrap_or(end)
}

/// Returns the quoted text at the beginning, and its length in bytes including the quotes; `None`
/// without a closing quote.
fn quoted(text: &str) -> Option<(&str, usize)> {
    const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('«', '»'), ('„', '“')];
    let (open, close) = QUOTES.iter().find(|(open, _)| text.starts_with(*open))?;
    let inside = text.get(open.len_utf8()..)?;
    let end = inside.find(*close)?;
    let length = open.len_utf8() + end + close.len_utf8();
    Some((part(inside, 0..end), length))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(typed: &str) -> Vec<(String, MatchMode)> {
        let query = Query::new(typed);
        let words = query.words().iter();
        words.map(|word| (word.folded.clone(), word.mode)).collect()
    }

    fn word(folded: &str, mode: MatchMode) -> (String, MatchMode) {
        (folded.to_owned(), mode)
    }

    #[test]
    fn reads_signs() {
        let read_all = read("'mali -ghana ^about \"regional partnerships\" École");
        let [exactly, without, beginning, one, two, plain] = read_all.try_into().unwrap();
        assert_eq!(exactly, word("mali", MatchMode::Exact));
        assert_eq!(without, word("ghana", MatchMode::Exclude));
        assert_eq!(beginning, word("about", MatchMode::AtStart));
        assert_eq!(one, word("regional", MatchMode::Phrase(1)));
        assert_eq!(two, word("partnerships", MatchMode::Phrase(1)));
        assert_eq!(plain, word("ecole", MatchMode::Loose));
    }

    #[test]
    fn reads_a_stray_sign_as_text() {
        assert_eq!(read("\"mali"), [word("mali", MatchMode::Loose)]);
        assert_eq!(read("mali - \" ' ^ -- at:"), read("mali at"));
        assert_eq!(read("mali in:"), read("mali"));
        assert!(Query::new("-mali").is_empty());
    }

    #[test]
    fn keeps_the_parts_of_compounds_and_numbers() {
        let query = Query::new("Africa-EU 41 816");
        let [compound, figure] = query.words() else {
            panic!("{query:?}");
        };
        assert_eq!(compound.folded, "africaeu");
        assert_eq!(compound.parts, ["africa", "eu"]);
        assert_eq!(
            (figure.folded.as_str(), figure.typed.as_str()),
            ("41816", "41 816")
        );
        assert!(figure.growing && !compound.growing);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn reads_any_text(typed in "[a-c0-9\"'^:in“”«» \u{301}é-]{0,40}|.{0,60}") {
            let query = Query::new(&typed);
            prop_assert!(query.words().len() <= MOST_WORDS);
            for word in query.words() {
                prop_assert!(!word.folded.is_empty());
                prop_assert!(typed.contains(&word.typed) || word.parts.len() > 1);
            }
        }
    }
}
