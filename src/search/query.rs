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

/// Nobody types more words; a page that is pasted must not stop the screen.
const MOST_WORDS: usize = 24;
/// So many characters of a query are read.
const LONGEST: usize = 1000;

/// The folded words that somebody typed: all of them must occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
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
        Self { words: distinct }
    }

    /// Whether it has no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The folded words, as typed.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// The ranges (bytes) of the words in `text` that answer the query, in order: a whole word
    /// where it is one, else the letters that were typed where folding keeps their number.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let lit = |word: Word| {
            let wanted = self
                .words
                .iter()
                .filter(|wanted| fit(wanted, &word.folded).is_some());
            wanted
                .max_by_key(|wanted| wanted.len())
                .map(|wanted| letters(text, &word, wanted))
        };
        if self.is_empty() {
            Vec::new()
        } else {
            words(text).into_iter().filter_map(lit).collect()
        }
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
fn letters(text: &str, word: &Word, wanted: &str) -> Range<usize> {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lit<'a>(typed: &str, text: &'a str) -> Vec<&'a str> {
        let ranges = Query::new(typed).ranges(text).into_iter();
        ranges.map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn typed_letters_are_lit_whatever_their_case_and_accents() {
        assert_eq!(lit("sao", "in São Paulo"), ["São"]);
        assert_eq!(
            lit("MALI", "Mali, Malian and Somalia"),
            ["Mali", "Mali", "mali"]
        );
        assert_eq!(lit("strasse", "Straße"), ["Straße"]);
        assert_eq!(lit("41816", "41,816 migrants"), ["41,816"]);
    }

    #[test]
    fn nothing_typed_lights_nothing() {
        assert!(lit(" – ", "Mali – France").is_empty());
    }

    proptest! {
        #[test]
        fn ranges_lie_on_character_boundaries(typed in ".{0,8}", text in ".{0,60}") {
            for range in Query::new(&typed).ranges(&text) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
