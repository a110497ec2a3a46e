//! Finds the quoted words of an anchor in a briefing.
//!
//! Rules, in order: an anchor resolves to its own paragraph or to none, since a wrong guess is
//! worse than none; the entry that it names is searched first; words are compared folded, so that a
//! comma, a capital or an accent makes no difference. Each anchor is searched for once per
//! briefing.

mod folded_words;
mod passages;

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use folded_words::{BYTES, LONGEST, SHORTEST, is_unspaced, tokens};
use passages::{Passages, Sought};

use super::{Anchor, Briefing, Entry, Paragraph, Placed};
use crate::text::part;

/// The number of words in a quote, unless more are needed to tell paragraphs apart. About half of
/// the paragraphs of the shipped paper have that many. If each of its 207 paragraphs is deleted in
/// turn, 3 are confused with another that shares most of these words (`tests/it/shipped.rs`).
const QUOTED: usize = 24;

/// The cache of resolved anchors. It is ignored when briefings are compared, and a clone starts
/// empty.
#[derive(Debug, Default)]
pub(super) struct Placing {
    /// The indices of all paragraphs, sorted by text.
    by_text: OnceLock<Vec<usize>>,
    passages: OnceLock<Passages>,
    known: Mutex<HashMap<Anchor, Placed>>,
}

impl Clone for Placing {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Placing {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Placing {}

impl Placing {
    /// Resolves an anchor.
    pub(super) fn place(&self, anchor: &Anchor, briefing: &Briefing) -> Placed {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(placed) = known.get(anchor) {
            return *placed;
        }
        let placed = self.find(anchor, briefing);
        known.insert(anchor.clone(), placed);
        placed
    }

    /// Returns the beginning of a paragraph: enough words to tell it from all others, and some
    /// more, so that most of them survive an edit.
    pub(super) fn quote(&self, paragraph: usize, briefing: &Briefing) -> Option<String> {
        let text = text_of(briefing, paragraph);
        let by_text = self.by_text(briefing);
        let at = by_text
            .partition_point(|other| (text_of(briefing, *other), *other) < (text, paragraph));
        let neighbours = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
        let neighbours = neighbours.filter_map(|at| by_text.get(at));
        let shared = neighbours.map(|other| shared_bytes(text, text_of(briefing, *other)));
        let shared = shared.max().unwrap_or_default();
        let ends: Vec<usize> = tokens(text).into_iter().map(|token| token.end).collect();
        let needed = ends.partition_point(|end| *end <= shared) + 1;
        let count = needed.clamp(QUOTED, LONGEST);
        let end = match ends.get(count) {
            Some(_) => *ends.get(count - 1)?,
            // Of a very long paragraph, only the beginning is read.
            None if text.len() > BYTES => {
                let word = text.floor_char_boundary(BYTES);
                ends.last().copied().unwrap_or(word)
            }
            None => text.len(),
        };
        Some(part(text, 0..end).to_owned())
    }

    fn by_text(&self, briefing: &Briefing) -> &[usize] {
        self.by_text.get_or_init(|| {
            let mut all: Vec<usize> = (0..briefing.paragraphs().len()).collect();
            all.sort_by_key(|at| (text_of(briefing, *at), *at));
            all
        })
    }

    fn find(&self, anchor: &Anchor, briefing: &Briefing) -> Placed {
        let own = briefing.index_of(&anchor.entry);
        if anchor.quote.trim().is_empty() {
            return own.map_or(Placed::NotFound, Placed::Entry);
        }
        let own = own.and_then(|own| briefing.entries().get(own));
        let home = own.map_or(0..0, Entry::paragraphs);
        let quote = tokens(&anchor.quote);
        // Nearly always nothing has changed, and no text has to be split into words.
        let exact = self.beginning_with(&anchor.quote, quote.len(), briefing);
        let at_home = only(exact.iter().filter(|(at, _)| home.contains(at)));
        match (at_home, own) {
            (Only::One(at), _) => return Placed::Paragraph(at),
            (Only::Several, _) => return Placed::NotFound,
            (Only::None, None) => match only(exact.iter()) {
                Only::One(at) => return Placed::Paragraph(at),
                Only::Several => return Placed::NotFound,
                Only::None => (),
            },
            (Only::None, Some(_)) => (),
        }
        let passages = self
            .passages
            .get_or_init(|| Passages::new(briefing.paragraphs()));
        let sought = Sought::new(&quote, passages);
        let found = sought.find(passages, &home);
        found.map_or(Placed::NotFound, Placed::Paragraph)
    }

    /// Returns the paragraphs that begin with exactly this quote of `count` words, each with
    /// whether the quote is its whole text.
    fn beginning_with(&self, quote: &str, count: usize, briefing: &Briefing) -> Vec<(usize, bool)> {
        let by_text = self.by_text(briefing);
        let first = by_text.partition_point(|at| text_of(briefing, *at) < quote);
        let behind = by_text.get(first..).unwrap_or_default().iter();
        let behind = behind.map_while(|at| {
            let rest = text_of(briefing, *at).strip_prefix(quote)?;
            Some((*at, rest))
        });
        let fits = |(_, rest): &(usize, &str)| {
            let next = rest.chars().next();
            let is_whole_line = next.is_none_or(|next| next == '\n');
            let is_whole_word = next.is_none_or(|next| !next.is_alphanumeric())
                || next.is_some_and(is_unspaced)
                || !quote.ends_with(char::is_alphanumeric);
            is_whole_line || (is_whole_word && count >= SHORTEST)
        };
        let fitting = behind.filter(fits);
        fitting.map(|(at, rest)| (at, rest.is_empty())).collect()
    }
}

fn text_of(briefing: &Briefing, paragraph: usize) -> &str {
    let paragraph = briefing.paragraphs().get(paragraph);
    paragraph.map_or("", Paragraph::text)
}

/// Returns the length of the common prefix, in bytes.
fn shared_bytes(one: &str, other: &str) -> usize {
    let pairs = one.bytes().zip(other.bytes());
    pairs.take_while(|(one, other)| one == other).count()
}

/// The number of candidates for a quote.
enum Only {
    None,
    One(usize),
    Several,
}

/// Returns the only paragraph found, or the only one whose whole text is the quote.
fn only<'a>(found: impl Iterator<Item = &'a (usize, bool)>) -> Only {
    let found: Vec<_> = found.collect();
    let mut whole = found.iter().filter(|(_, is_whole)| *is_whole);
    match (whole.next(), whole.next(), found.as_slice()) {
        (_, _, []) => Only::None,
        (Some((at, _)), None, _) | (None, None, [(at, _)]) => Only::One(*at),
        _ => Only::Several,
    }
}
