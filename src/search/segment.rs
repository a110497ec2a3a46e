//! Texts taken apart into words: who holds which, and in which order.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::Kind;

use super::tokens::tokens;
use super::vocabulary::{Vocabulary, number};

/// Marks a token that was made of several words and takes no place of its own.
pub(super) const MADE: u32 = 1 << 31;

/// A text to be indexed: an entry, or a note.
pub(super) struct Source<'a> {
    /// The term, heading or title over the texts; may be empty.
    pub heading: &'a str,
    /// The kind of the entry; `None` for a note.
    pub kind: Option<Kind>,
    /// The texts under it.
    pub texts: Vec<&'a str>,
}

/// A text that can be found: a paragraph, or a note.
pub(super) struct Text {
    /// Its tokens.
    pub tokens: Range<u32>,
    /// What stands over it, in [`Segment::tops`].
    pub top: u32,
    /// How many words it has.
    pub words: u16,
}

/// What stands over texts.
pub(super) struct Top {
    /// The tokens of the heading.
    pub tokens: Range<u32>,
    /// The texts under it, in [`Segment::texts`].
    pub texts: Range<u32>,
    /// The kind of the entry; `None` for a note.
    pub kind: Option<Kind>,
}

/// Texts, taken apart.
///
/// The words that were found for a query are looked up in the postings, never in the texts; the
/// tokens, which give order and distance, are read of the best texts only.
#[derive(Default)]
pub(super) struct Segment {
    /// The distinct words.
    pub vocabulary: Vocabulary,
    /// All tokens, by text and heading: places in the vocabulary.
    tokens: Vec<u32>,
    /// The texts.
    pub texts: Vec<Text>,
    /// The headings, one for each source.
    pub tops: Vec<Top>,
    /// For each word the texts that hold it.
    in_texts: Postings,
    /// For each word the headings that hold it.
    in_tops: Postings,
    /// Words of an average text.
    pub average: f32,
}

/// For each word of a vocabulary the numbers of what holds it, in order.
#[derive(Default)]
struct Postings {
    ends: Vec<u32>,
    numbers: Vec<u32>,
}

impl Postings {
    /// From the tokens of all holders, in order of their numbers.
    fn new<'a>(words: usize, holders: impl Iterator<Item = (u32, &'a [u32])> + Clone) -> Self {
        let mut seen_in = vec![u32::MAX; words];
        let mut counts = vec![0u32; words];
        each_once(&mut seen_in, holders.clone(), |word, _| {
            if let Some(count) = counts.get_mut(word) {
                *count += 1;
            }
        });
        let mut end = 0;
        let ends: Vec<u32> = counts
            .iter()
            .map(|count| {
                end += count;
                end
            })
            .collect();
        let mut next: Vec<u32> = ends.iter().zip(&counts).map(|(end, n)| end - n).collect();
        let mut numbers = vec![0; end as usize];
        seen_in.fill(u32::MAX);
        each_once(&mut seen_in, holders, |word, holder| {
            let Some(at) = next.get_mut(word) else { return };
            if let Some(number) = numbers.get_mut(*at as usize) {
                *number = holder;
            }
            *at += 1;
        });
        Self { ends, numbers }
    }

    fn of(&self, word: u32) -> &[u32] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let at = word as usize;
        let start = at.checked_sub(1).map_or(0, end);
        self.numbers.get(start..end(at)).unwrap_or_default()
    }
}

/// Calls for each word of each holder once.
fn each_once<'a>(
    seen_in: &mut [u32],
    holders: impl Iterator<Item = (u32, &'a [u32])>,
    mut call: impl FnMut(usize, u32),
) {
    for (holder, tokens) in holders {
        for token in tokens {
            let word = (token & !MADE) as usize;
            if let Some(seen) = seen_in.get_mut(word).filter(|seen| **seen != holder) {
                *seen = holder;
                call(word, holder);
            }
        }
    }
}

/// Gives each distinct word a number in the order in which they come.
#[derive(Default)]
struct Interner {
    numbers: HashMap<String, u32>,
    tokens: Vec<u32>,
}

impl Interner {
    /// Takes a text in; returns its tokens and how many of them take a place.
    fn take(&mut self, text: &str) -> (Range<u32>, u16) {
        let start = number(self.tokens.len());
        let mut places = 0u16;
        for token in tokens(text) {
            let next = number(self.numbers.len());
            let word = *self.numbers.entry(token.folded).or_insert(next);
            let mark = if token.made { MADE } else { 0 };
            places = places.saturating_add(u16::from(!token.made));
            self.tokens.push(word | mark);
        }
        (start..number(self.tokens.len()), places)
    }

    /// The words in order of their letters, and the tokens renumbered so.
    fn finish(self) -> (Vocabulary, Vec<u32>) {
        let mut words: Vec<(String, u32)> = self.numbers.into_iter().collect();
        words.sort_unstable();
        let mut places = vec![0; words.len()];
        for (place, (_, number)) in (0..).zip(&words) {
            if let Some(slot) = places.get_mut(*number as usize) {
                *slot = place;
            }
        }
        let vocabulary = Vocabulary::new(words.iter().map(|(word, _)| word.as_str()));
        let mut tokens = self.tokens;
        for token in &mut tokens {
            let place = places.get((*token & !MADE) as usize).copied();
            *token = place.unwrap_or_default() | (*token & MADE);
        }
        tokens.shrink_to_fit();
        (vocabulary, tokens)
    }
}

impl Segment {
    /// Takes texts apart.
    pub(super) fn new<'a>(sources: impl Iterator<Item = Source<'a>>) -> Self {
        let mut interner = Interner::default();
        let (mut texts, mut tops) = (Vec::new(), Vec::new());
        for source in sources {
            let (tokens, _) = interner.take(source.heading);
            let first = number(texts.len());
            for text in source.texts {
                let (tokens, words) = interner.take(text);
                texts.push(Text {
                    tokens,
                    top: number(tops.len()),
                    words,
                });
            }
            tops.push(Top {
                tokens,
                texts: first..number(texts.len()),
                kind: source.kind,
            });
        }
        let (vocabulary, tokens) = interner.finish();
        let words: f32 = texts.iter().map(|text| f32::from(text.words)).sum();
        let mut segment = Self {
            average: (words / ratio(texts.len()).max(1.0)).max(1.0),
            vocabulary,
            tokens,
            texts,
            tops,
            ..Self::default()
        };
        let count = segment.vocabulary.len();
        let in_texts = (0..).zip(
            segment
                .texts
                .iter()
                .map(|text| segment.tokens(&text.tokens)),
        );
        let in_tops = (0..).zip(segment.tops.iter().map(|top| segment.tokens(&top.tokens)));
        let (in_texts, in_tops) = (
            Postings::new(count, in_texts),
            Postings::new(count, in_tops),
        );
        segment.in_texts = in_texts;
        segment.in_tops = in_tops;
        segment
    }

    /// Tokens: places in the vocabulary, some marked as [`MADE`].
    pub(super) fn tokens(&self, range: &Range<u32>) -> &[u32] {
        let range = range.start as usize..range.end as usize;
        self.tokens.get(range).unwrap_or_default()
    }

    /// The texts that hold a word.
    pub(super) fn texts_with(&self, word: u32) -> &[u32] {
        self.in_texts.of(word)
    }

    /// The headings that hold a word.
    pub(super) fn tops_with(&self, word: u32) -> &[u32] {
        self.in_tops.of(word)
    }

    /// A text and what stands over it.
    pub(super) fn text(&self, at: u32) -> Option<(&Text, &Top)> {
        let text = self.texts.get(at as usize)?;
        Some((text, self.tops.get(text.top as usize)?))
    }
}

/// A count as a number that can be divided; beyond sixteen million it is rounded.
#[expect(clippy::cast_precision_loss, reason = "weights need no more digits")]
pub(super) const fn ratio(count: usize) -> f32 {
    count as f32
}
