//! The words that the files of search share: of a query, of a text, of the vocabulary.

use std::ops::Range;

use crate::gazetteer::Named;

/// What may stand for a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum MatchMode {
    /// Whatever the word may match.
    #[default]
    Loose,
    /// The word itself: `'word`.
    Exact,
    /// A text that begins so: `^word`.
    AtStart,
    /// Part of a phrase, of that number: `"one two"`.
    Phrase(u8),
    /// Texts without the word: `-word`.
    Exclude,
}

/// A word that somebody typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QueryWord {
    /// As it was typed.
    pub typed: String,
    /// As it is compared.
    pub folded: String,
    /// What it was joined from, where the text may have them apart: `Africa-EU`.
    pub parts: Vec<String>,
    /// What may stand for it.
    pub mode: MatchMode,
    /// Whether it may still grow: the last word, with nothing behind it.
    pub growing: bool,
    /// The countries and groupings that it names, alone or with its neighbours.
    pub named: Vec<Named>,
}

/// A word of a text, or something made of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// The word as it is compared.
    pub folded: String,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// Whether it takes a place of its own, or was made of words that have theirs.
    pub derived: bool,
}

/// Marks a token that was made of several words and takes no place of its own.
pub(super) const DERIVED: u32 = 1 << 31;

/// Initials stand in the vocabulary behind this sign, so that no word is taken for them.
pub(super) const INITIALS: char = '\u{1}';
/// Whether what stands in the vocabulary is no word, but initials or a country.
pub(super) fn is_derived(word: &str) -> bool {
    word.starts_with([INITIALS, NAME])
}

/// What stands for a country or grouping in the vocabulary begins with this sign, so that no word is
/// taken for it.
pub(super) const NAME: char = '\u{2}';
/// Whether two runs of digits are one number with a separator.
pub(super) fn is_thousands(first: &str, second: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    digits(first) && digits(second) && second.len() == 3 && first.len() <= 6
}
