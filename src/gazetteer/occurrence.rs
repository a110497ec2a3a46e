//! An occurrence of a form in a text, and the words around it.

use crate::text::{Word, part};

/// An occurrence of a form in a text.
pub(super) struct Occurrence<'a> {
    /// The text.
    pub text: &'a str,
    /// The words of the text.
    pub words: &'a [Word],
    /// The index of the form's first word.
    pub at: usize,
    /// The number of words in the form.
    pub length: usize,
}

impl Occurrence<'_> {
    /// Returns the form as written here.
    pub(super) fn written(&self) -> &str {
        let first = self.words.get(self.at);
        let last = self.words.get(self.at + self.length - 1);
        let range = first.zip(last);
        range.map_or("", |(first, last)| {
            part(self.text, first.range.start..last.range.end)
        })
    }

    pub(super) fn folded(&self) -> String {
        let words = self.words.iter().skip(self.at).take(self.length);
        words
            .map(|word| word.folded.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Returns a word near the form: −1 means the word before it, 1 the word after it.
    pub(super) fn near(&self, by: isize) -> Option<&Word> {
        let from = if by < 0 {
            self.at
        } else {
            self.at + self.length - 1
        };
        self.words.get(from.checked_add_signed(by)?)
    }

    pub(super) fn near_is(&self, by: isize, any_of: &[&str]) -> bool {
        self.near(by)
            .is_some_and(|word| any_of.contains(&word.folded.as_str()))
    }

    /// Returns the text between the form and the word before it.
    pub(super) fn gap_before(&self) -> &str {
        let end = self.near(-1).map_or(0, |word| word.range.end);
        let start = self.words.get(self.at).map_or(end, |word| word.range.start);
        part(self.text, end..start)
    }

    /// Returns the text between the form and the word after it.
    pub(super) fn gap_after(&self) -> &str {
        let last = self.words.get(self.at + self.length - 1);
        let start = last.map_or(self.text.len(), |word| word.range.end);
        let end = self
            .near(1)
            .map_or(self.text.len(), |word| word.range.start);
        part(self.text, start..end)
    }

    pub(super) fn starts_with_capital(&self, word: &Word) -> bool {
        let first = part(self.text, word.range.clone()).chars().next();
        // Scripts without capitals write names like words.
        first.is_some_and(|first| !first.is_lowercase())
    }

    pub(super) fn has_capital(&self) -> bool {
        let mut words = self.words.iter().skip(self.at).take(self.length);
        words.any(|word| self.starts_with_capital(word))
    }

    pub(super) fn is_capitalized(&self) -> bool {
        let first = self.words.get(self.at);
        first.is_some_and(|word| self.starts_with_capital(word))
    }
}
