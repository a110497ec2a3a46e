//! The inverted index of the paper, or of the notes: which texts contain a word, and in which
//! order.

use std::collections::HashMap;
use std::ops::Range;

use crate::gazetteer::Mention;
use crate::model::{Kind, Partnership};

use super::country_tokens::with_names;
use super::postings::{B, K1, Posting, Postings, ratio};
use super::tokens::tokens;
use super::vocabulary::{Vocabulary, number};
use super::words::DERIVED;

/// A text and its mentions.
pub(super) type TextWithMentions<'a> = (&'a str, &'a [Mention]);

/// An entry or a note to be indexed.
pub(super) struct SourceEntry<'a> {
    /// The term, heading or title of the entry; may be empty.
    pub heading: TextWithMentions<'a>,
    /// The kind of the entry; `None` for a note.
    pub kind: Option<Kind>,
    /// The partnership of an example.
    pub partnership: Option<Partnership>,
    /// The paragraphs of the entry, or the one text of the note.
    pub texts: Vec<TextWithMentions<'a>>,
}

/// A text that can be a hit: a paragraph or a note.
pub(super) struct IndexedText {
    /// The range of its tokens in the index.
    pub tokens: Range<u32>,
    /// The index of its entry in [`InvertedIndex::entries`].
    pub entry: u32,
    /// The number of its words.
    pub words: u16,
}

/// An entry with its heading and paragraphs, or a note, which has no heading.
pub(super) struct IndexedEntry {
    /// The range of the heading's tokens in the index.
    pub tokens: Range<u32>,
    /// The range of its texts in [`InvertedIndex::texts`].
    pub texts: Range<u32>,
    /// The kind of the entry; `None` for a note.
    pub kind: Option<Kind>,
    /// The partnership of an example.
    pub partnership: Option<Partnership>,
}

/// The inverted index of a set of texts.
///
/// Words of a query are looked up in the postings. The tokens, which give order and distance, are
/// read for the best texts only.
#[derive(Default)]
pub(super) struct InvertedIndex {
    /// The distinct words.
    pub vocabulary: Vocabulary,
    /// The tokens of all headings and texts: indexes into the vocabulary, some marked as
    /// [`DERIVED`].
    tokens: Vec<u32>,
    /// The paragraphs or notes, in order.
    pub texts: Vec<IndexedText>,
    /// The entries, one for each source.
    pub entries: Vec<IndexedEntry>,
    /// The texts that contain each word.
    in_texts: Postings,
    /// The entries whose heading contains each word.
    in_headings: Postings,
    /// The mean number of words in a text.
    average: f32,
}

/// A numbering of distinct words by first occurrence.
#[derive(Default)]
struct Interner {
    numbers: HashMap<String, u32>,
    tokens: Vec<u32>,
}

impl Interner {
    /// Adds a text; returns the range of its tokens, and how many of them are words.
    fn add(&mut self, (text, mentions): TextWithMentions<'_>) -> (Range<u32>, u16) {
        let start = number(self.tokens.len());
        let mut places = 0u16;
        for token in with_names(tokens(text), mentions) {
            let next = number(self.numbers.len());
            let word = *self.numbers.entry(token.folded).or_insert(next);
            let mark = if token.derived { DERIVED } else { 0 };
            places = places.saturating_add(u16::from(!token.derived));
            self.tokens.push(word | mark);
        }
        (start..number(self.tokens.len()), places)
    }

    /// Returns the sorted vocabulary, and the tokens renumbered to match.
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
            let place = places.get((*token & !DERIVED) as usize).copied();
            *token = place.unwrap_or_default() | (*token & DERIVED);
        }
        tokens.shrink_to_fit();
        (vocabulary, tokens)
    }
}

impl InvertedIndex {
    /// Indexes entries or notes.
    pub(super) fn new<'a>(sources: impl Iterator<Item = SourceEntry<'a>>) -> Self {
        let mut interner = Interner::default();
        let (mut texts, mut entries) = (Vec::new(), Vec::new());
        for source in sources {
            let (tokens, _) = interner.add(source.heading);
            let first = number(texts.len());
            for text in source.texts {
                let (tokens, words) = interner.add(text);
                texts.push(IndexedText {
                    tokens,
                    entry: number(entries.len()),
                    words,
                });
            }
            entries.push(IndexedEntry {
                tokens,
                texts: first..number(texts.len()),
                kind: source.kind,
                partnership: source.partnership,
            });
        }
        texts.shrink_to_fit();
        entries.shrink_to_fit();
        let (vocabulary, tokens) = interner.finish();
        let words: f32 = texts.iter().map(|text| f32::from(text.words)).sum();
        let mut segment = Self {
            average: (words / ratio(texts.len()).max(1.0)).max(1.0),
            vocabulary,
            tokens,
            texts,
            entries,
            ..Self::default()
        };
        let count = segment.vocabulary.len();
        let in_texts = (0..).zip(
            segment
                .texts
                .iter()
                .map(|text| segment.tokens(&text.tokens)),
        );
        let in_headings = (0..).zip(
            segment
                .entries
                .iter()
                .map(|entry| segment.tokens(&entry.tokens)),
        );
        let (mut in_texts, in_headings) = (
            Postings::new(count, in_texts),
            Postings::new(count, in_headings),
        );
        let dampings = segment.texts.iter().map(|text| segment.damping(text));
        let dampings: Vec<f32> = dampings.collect();
        for posting in &mut in_texts.all {
            if let Some(damping) = dampings.get(posting.holder() as usize) {
                posting.weigh(*damping);
            }
        }
        segment.in_texts = in_texts;
        segment.in_headings = in_headings;
        segment
    }

    /// Returns the tokens of a range.
    pub(super) fn tokens(&self, range: &Range<u32>) -> &[u32] {
        let range = range.start as usize..range.end as usize;
        self.tokens.get(range).unwrap_or_default()
    }

    /// Returns the postings of a word in texts.
    pub(super) fn texts_with(&self, word: u32) -> &[Posting] {
        self.in_texts.of(word)
    }

    /// Returns the postings of a word in headings.
    pub(super) fn headings_with(&self, word: u32) -> &[Posting] {
        self.in_headings.of(word)
    }

    /// Returns BM25's damping for the length of a text.
    pub(super) fn damping(&self, text: &IndexedText) -> f32 {
        K1 * (1.0 - B + B * f32::from(text.words) / self.average)
    }

    /// Returns a text and its entry.
    pub(super) fn text(&self, at: u32) -> Option<(&IndexedText, &IndexedEntry)> {
        let text = self.texts.get(at as usize)?;
        Some((text, self.entries.get(text.entry as usize)?))
    }
}
