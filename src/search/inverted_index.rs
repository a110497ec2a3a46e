//! Texts taken apart into words: who holds which, and in which order.

use std::collections::HashMap;
use std::ops::Range;

use crate::gazetteer::Mention;
use crate::model::{Kind, Partnership};

use super::country_tokens::with_names;
use super::postings::{B, K1, Posting, Postings, ratio};
use super::tokens::tokens;
use super::vocabulary::{Vocabulary, number};
use super::words::DERIVED;

/// A text, and what it names.
pub(super) type TextWithMentions<'a> = (&'a str, &'a [Mention]);

/// A text to be indexed: an entry, or a note.
pub(super) struct SourceEntry<'a> {
    /// The term, heading or title over the texts; may be empty.
    pub heading: TextWithMentions<'a>,
    /// The kind of the entry; `None` for a note.
    pub kind: Option<Kind>,
    /// The partnership of an example.
    pub partnership: Option<Partnership>,
    /// The texts under it.
    pub texts: Vec<TextWithMentions<'a>>,
}

/// A text that can be found: a paragraph, or a note.
pub(super) struct IndexedText {
    /// Its tokens.
    pub tokens: Range<u32>,
    /// What stands over it, in [`InvertedIndex::entries`].
    pub entry: u32,
    /// How many words it has.
    pub words: u16,
}

/// What stands over texts.
pub(super) struct IndexedEntry {
    /// The tokens of the heading.
    pub tokens: Range<u32>,
    /// The texts under it, in [`InvertedIndex::texts`].
    pub texts: Range<u32>,
    /// The kind of the entry; `None` for a note.
    pub kind: Option<Kind>,
    /// The partnership of an example.
    pub partnership: Option<Partnership>,
}

/// Texts, taken apart.
///
/// The words that were found for a query are looked up in the postings, never in the texts; the
/// tokens, which give order and distance, are read of the best texts only.
#[derive(Default)]
pub(super) struct InvertedIndex {
    /// The distinct words.
    pub vocabulary: Vocabulary,
    /// All tokens, by text and heading: places in the vocabulary.
    tokens: Vec<u32>,
    /// The texts.
    pub texts: Vec<IndexedText>,
    /// The headings, one for each source.
    pub entries: Vec<IndexedEntry>,
    /// For each word the texts that hold it.
    in_texts: Postings,
    /// For each word the headings that hold it.
    in_headings: Postings,
    /// Words of an average text.
    average: f32,
}

/// Gives each distinct word a number in the order in which they come.
#[derive(Default)]
struct Interner {
    numbers: HashMap<String, u32>,
    tokens: Vec<u32>,
}

impl Interner {
    /// Takes a text in; returns its tokens and how many of them take a place.
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
            let place = places.get((*token & !DERIVED) as usize).copied();
            *token = place.unwrap_or_default() | (*token & DERIVED);
        }
        tokens.shrink_to_fit();
        (vocabulary, tokens)
    }
}

impl InvertedIndex {
    /// Takes texts apart.
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

    /// Tokens: places in the vocabulary, some marked as [`DERIVED`].
    pub(super) fn tokens(&self, range: &Range<u32>) -> &[u32] {
        let range = range.start as usize..range.end as usize;
        self.tokens.get(range).unwrap_or_default()
    }

    /// The texts that hold a word.
    pub(super) fn texts_with(&self, word: u32) -> &[Posting] {
        self.in_texts.of(word)
    }

    /// The headings that hold a word.
    pub(super) fn headings_with(&self, word: u32) -> &[Posting] {
        self.in_headings.of(word)
    }

    /// How much the length of a text dampens what it repeats, as in BM25.
    pub(super) fn damping(&self, text: &IndexedText) -> f32 {
        K1 * (1.0 - B + B * f32::from(text.words) / self.average)
    }

    /// A text and what stands over it.
    pub(super) fn text(&self, at: u32) -> Option<(&IndexedText, &IndexedEntry)> {
        let text = self.texts.get(at as usize)?;
        Some((text, self.entries.get(text.entry as usize)?))
    }
}
