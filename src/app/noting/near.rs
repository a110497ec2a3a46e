//! Suggestions for the capture bar: paragraphs similar to the typed text.

use crate::search::{Query, Scope, Target};
use crate::text::part;

use super::capture::Capture;
use crate::app::desk::Desk;
use crate::app::outcome::Outcome;
use crate::messages::NoteMessage;
use crate::model::Anchor;

/// The largest number of suggestions.
const MOST_NEAR: usize = 3;
/// The fewest characters that are searched for: fewer would match almost everything.
const SHORTEST: usize = 3;
/// The number of characters at the end of the text that are compared.
const LAST_TYPED: usize = 120;

impl Capture {
    /// Updates the suggestions if the text has changed. This is as slow as a search, so it is done
    /// once per frame, however many keys are pressed in between. Returns whether it searched.
    pub(in crate::app) fn find_near(&mut self, desk: &Desk) -> bool {
        let words = last_words(&self.captured.text);
        let index = desk.indexed.number();
        let (known, known_index) = &self.near_to;
        if *known == words && *known_index == index {
            return false;
        }
        self.near = near(desk, &words);
        self.near_to = (words, index);
        true
    }

    /// Completes the word before the cursor, otherwise changes the linked paragraph.
    pub(in crate::app) fn complete_or_link(&mut self, desk: &Desk) -> Outcome {
        let Some(completion) = self.completion.take() else {
            return self.link_next(desk);
        };
        completion.complete(&mut self.field);
        self.read(desk);
        Outcome::none()
    }

    /// Links the note to the next suggested paragraph; after the last one, to no paragraph, and
    /// then to the one that the bar was opened with.
    fn link_next(&mut self, desk: &Desk) -> Outcome {
        self.find_near(desk);
        let Some(briefing) = desk.briefing() else {
            return Outcome::none();
        };
        let given = &self.given.anchor;
        let is_given = |link: &Anchor| {
            let given = given.as_ref();
            given.is_some_and(|given| given.is_alike(link, briefing))
        };
        let near = self.near.iter();
        let near = near.filter_map(|paragraph| Anchor::to(briefing, *paragraph));
        // The first link is kept as it is, even if a new one would quote the paragraph differently.
        let near = near.map(|link| {
            if is_given(&link) {
                given.clone()
            } else {
                Some(link)
            }
        });
        let mut links: Vec<Option<Anchor>> = near.collect();
        if !links.contains(given) {
            links.insert(0, given.clone());
        }
        if !links.contains(&None) {
            links.push(None);
        }
        if links.len() == 1 {
            return Outcome::say(NoteMessage::NoSimilarParagraph);
        }
        let is_now = |link: &Option<Anchor>| match (link, &self.linked) {
            (Some(link), Some(now)) => link.is_alike(now, briefing),
            (link, now) => link == now,
        };
        let at = links.iter().position(is_now);
        let next = at.map_or(0, |at| (at + 1) % links.len());
        self.linked = links.swap_remove(next);
        Outcome::none()
    }
}

/// Returns the paragraphs most similar to these words.
fn near(desk: &Desk, words: &str) -> Vec<usize> {
    if words.is_empty() {
        return Vec::new();
    }
    let query = Query::new(words).within(Scope::Paper);
    let hits = desk.index().find(&query, MOST_NEAR).hits.into_iter();
    let paragraphs = hits.filter_map(|hit| match hit.target {
        Target::Paragraph(paragraph) => Some(paragraph),
        Target::Note(_) => None,
    });
    paragraphs.collect()
}

/// Returns the last words of a text as a query, with finder syntax as plain words. Empty if there
/// are too few characters.
fn last_words(text: &str) -> String {
    let first = text.char_indices().rev().nth(LAST_TYPED);
    let from = first.map_or(0, |(at, _)| at);
    let last = part(text, from..text.len()).trim();
    if last.chars().count() < SHORTEST {
        return String::new();
    }
    last.replace(|c: char| !c.is_alphanumeric() && c != '\'', " ")
}
