//! The words of quotes and paragraphs, folded for comparison.

use crate::text::{fold, part, words};

/// The most words quoted or compared: one for each bit of a `u64`.
pub(super) const LONGEST: usize = 64;
/// The most bytes of a text that are read for a quote; enough for that many words.
pub(super) const BYTES: usize = 4096;
/// Quotes with fewer words match only a paragraph or first line that has nothing else.
pub(super) const SHORTEST: usize = 3;

/// A word, folded for comparison.
pub(super) struct FoldedWord {
    pub(super) folded: String,
    /// The end, in bytes of the text.
    pub(super) end: usize,
}

/// Returns the words within the first [`BYTES`] of a text; a word cut by that end is left out.
pub(super) fn tokens(text: &str) -> Vec<FoldedWord> {
    let beginning = part(text, 0..text.floor_char_boundary(BYTES));
    let mut tokens = split(beginning);
    // The last word may be cut.
    if beginning.len() < text.len() {
        tokens.pop();
    }
    tokens
}

/// Returns the words of a text; in a script without spaces, each character is a word.
pub(super) fn split(text: &str) -> Vec<FoldedWord> {
    let mut tokens = Vec::new();
    for word in words(text) {
        if !word.folded.contains(is_unspaced) {
            tokens.push(FoldedWord {
                folded: word.folded,
                end: word.range.end,
            });
            continue;
        }
        let start = word.range.start;
        let chars = part(text, word.range)
            .char_indices()
            .map(|(at, c)| FoldedWord {
                folded: fold(c.encode_utf8(&mut [0; 4])),
                end: start + at + c.len_utf8(),
            });
        tokens.extend(chars.filter(|token| !token.folded.is_empty()));
    }
    tokens
}

/// Returns whether a character's script has no spaces between words: Thai, Lao, Burmese, Khmer,
/// kana and the ideographs.
pub(super) const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}
