//! The paragraphs near to what stands in the capture bar.

use crate::search::{Query, Scope, Target};
use crate::text::part;

use super::{App, Mode};

/// So many paragraphs near to what is typed are shown.
const MOST_NEAR: usize = 3;
/// Fewer characters are near to everything.
const SHORTEST: usize = 3;
/// So many of the last characters tell what somebody is typing about.
const LAST_TYPED: usize = 120;

impl App {
    /// Finds the paragraphs nearest to what stands in the bar, unless that is done. It takes as long
    /// as a search: once a frame, however many keys come between two. Returns whether it was done.
    pub(super) fn find_near(&mut self) -> bool {
        let Mode::Capture(capture) = &self.mode else {
            return false;
        };
        let words = last_words(&capture.captured.text);
        let index = self.indexed.number();
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

    /// The paragraphs nearest to some words.
    fn near(&self, words: &str) -> Vec<usize> {
        if words.is_empty() {
            return Vec::new();
        }
        let query = Query::new(words).within(Scope::Paper);
        let hits = self.indexed.index.find(&query, MOST_NEAR).hits.into_iter();
        let paragraphs = hits.filter_map(|hit| match hit.target {
            Target::Paragraph(paragraph) => Some(paragraph),
            Target::Note(_) => None,
        });
        paragraphs.collect()
    }
}

/// The last words of a text, as they are looked for: signs of the finder are words here. Empty
/// where there are too few letters.
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
