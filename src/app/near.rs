//! Suggestions for the capture bar: paragraphs similar to the typed text.

use crate::search::{Query, Scope, Target};
use crate::text::part;

use super::{App, Mode};

/// The number of suggestions.
const MOST_NEAR: usize = 3;
/// Fewer characters match everything.
const SHORTEST: usize = 3;
/// The number of last characters that are compared.
const LAST_TYPED: usize = 120;

impl App {
    /// Updates the suggestions if the text has changed. As slow as a search, so called once per
    /// frame however many keys come in between. Returns whether it searched.
    pub(super) fn find_near(&mut self) -> bool {
        let Mode::Capture(capture) = &self.mode else {
            return false;
        };
        let words = last_words(&capture.captured.text);
        let index = self.desk.indexed.number();
        let (known, known_index) = &capture.near_to;
        if *known == words && *known_index == index {
            return false;
        }
        let near = self.near(&words);
        if let Mode::Capture(capture) = &mut self.mode {
            (capture.near, capture.near_to) = (near, (words, index));
        }
        true
    }

    /// Returns the paragraphs most similar to these words.
    fn near(&self, words: &str) -> Vec<usize> {
        if words.is_empty() {
            return Vec::new();
        }
        let query = Query::new(words).within(Scope::Paper);
        let hits = self
            .desk
            .indexed
            .index
            .find(&query, MOST_NEAR)
            .hits
            .into_iter();
        let paragraphs = hits.filter_map(|hit| match hit.target {
            Target::Paragraph(paragraph) => Some(paragraph),
            Target::Note(_) => None,
        });
        paragraphs.collect()
    }
}

/// Returns the last words of a text as a query, with finder syntax as plain words. Empty if there
/// are too few letters.
fn last_words(text: &str) -> String {
    let first = text.char_indices().rev().nth(LAST_TYPED);
    let from = first.map_or(0, |(at, _)| at);
    let last = part(text, from..text.len()).trim();
    if last.chars().count() < SHORTEST {
        return String::new();
    }
    last.replace(|c: char| !c.is_alphanumeric() && c != '\'', " ")
}

#[cfg(test)]
mod tests;
