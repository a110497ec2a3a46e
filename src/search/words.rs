//! The types for words of a query, of a text and of the vocabulary, shared by the files of the
//! search.

use std::ops::Range;

use crate::gazetteer::Named;

/// The way in which a word of a query has to match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum MatchMode {
    /// Any match of [`MatchClass`](super::expand::MatchClass) counts.
    #[default]
    Loose,
    /// Only the word itself: `'word`.
    Exact,
    /// The text has to begin with the word: `^word`.
    AtStart,
    /// A part of the phrase with this number: `"one two"`.
    Phrase(u8),
    /// The text must not contain the word: `-word`.
    Exclude,
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryWord {
    /// The word as typed.
    pub typed: String,
    /// The word as it is compared: see [`fold`](crate::text::fold).
    pub folded: String,
    /// The parts of a compound such as `Africa-EU`, for texts that write them apart; else empty.
    pub parts: Vec<String>,
    /// The way in which it has to match.
    pub mode: MatchMode,
    /// Whether it may be unfinished: it is the last word and nothing follows it.
    pub growing: bool,
    /// The countries and groupings that it names, alone or with its neighbours.
    pub named: Vec<Named>,
}

/// A word of a text, or a word derived from several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// The word as it is compared.
    pub folded: String,
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
    /// Whether it was derived from other words, and so has no position of its own.
    pub derived: bool,
}

/// The bit that marks a derived token in a list of token numbers.
pub(super) const DERIVED: u32 = 1 << 31;

/// The character before initials in the vocabulary, so that no word equals them.
pub(super) const INITIALS: char = '\u{1}';
/// Returns whether an item of the vocabulary is derived: initials, or a country or grouping.
pub(super) fn is_derived(word: &str) -> bool {
    word.starts_with([INITIALS, NAME])
}

/// The character before a country or grouping in the vocabulary, so that no word equals one.
pub(super) const NAME: char = '\u{2}';
/// Returns whether two runs of digits are one number with a separator, as in 41 816.
pub(super) fn is_thousands(first: &str, second: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    digits(first) && digits(second) && second.len() == 3 && first.len() <= 6
}
