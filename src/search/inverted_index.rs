//! Texts taken apart into words: who holds which, and in which order.

use std::collections::HashMap;
use std::ops::Range;

use crate::gazetteer::Mention;
use crate::model::{Kind, Partnership};

use super::country_tokens::with_names;
use super::tokens::tokens;
use super::vocabulary::{Vocabulary, number};

/// Marks a token that was made of several words and takes no place of its own.
pub(super) const MADE: u32 = 1 << 31;

/// A text, and what it names.
pub(super) type ReadText<'a> = (&'a str, &'a [Mention]);

/// A text to be indexed: an entry, or a note.
pub(super) struct Source<'a> {
    /// The term, heading or title over the texts; may be empty.
    pub heading: ReadText<'a>,
    /// The kind of the entry; `None` for a note.
    pub kind: Option<Kind>,
    /// The partnership of an example.
    pub partnership: Option<Partnership>,
    /// The texts under it.
    pub texts: Vec<ReadText<'a>>,
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
    /// The partnership of an example.
    pub partnership: Option<Partnership>,
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
    average: f32,
}

/// A text or heading that holds a word, and how much it makes of it.
///
/// The upper four bits are the impact, the others the number: two hundred million texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting(u32);

const IMPACT_BITS: u32 = 28;
const IMPACTS: u32 = 16;

impl Posting {
    /// The number of the text or heading.
    pub(super) const fn holder(self) -> u32 {
        self.0 & ((1 << IMPACT_BITS) - 1)
    }

    /// How much the text makes of the word: [`repeated`], in sixteen steps.
    pub(super) fn impact(self) -> f32 {
        let step = ratio((self.0 >> IMPACT_BITS) as usize) + 0.5;
        step * (K1 + 1.0) / ratio(IMPACTS as usize)
    }

    /// Takes the number of times a word is repeated, kept in the upper bits, for its impact.
    fn weigh(&mut self, damping: f32) {
        let times = ratio((self.0 >> IMPACT_BITS) as usize) + 1.0;
        let share = repeated(times, damping) / (K1 + 1.0);
        let step =
            (1..IMPACTS).filter(|step| share * ratio(IMPACTS as usize) >= ratio(*step as usize));
        let step = u32::try_from(step.count()).unwrap_or_default();
        self.0 = self.holder() | (step << IMPACT_BITS);
    }
}

/// Saturation of a word that is repeated, as in BM25.
const K1: f32 = 1.2;
/// How much a long text has to repeat a word, as in BM25.
const B: f32 = 0.75;

/// What a word that stands there so many times is worth, as in BM25; below K1 + 1.
pub(super) fn repeated(times: f32, damping: f32) -> f32 {
    times * (K1 + 1.0) / (times + damping)
}

/// For each word of a vocabulary what holds it, in order.
#[derive(Default)]
struct Postings {
    ends: Vec<u32>,
    all: Vec<Posting>,
}

impl Postings {
    /// From the tokens of all holders, in order of their numbers; the impact of each posting is how
    /// often the word is repeated.
    fn new<'a>(words: usize, holders: impl Iterator<Item = (u32, &'a [u32])> + Clone) -> Self {
        let mut seen_in = vec![u32::MAX; words];
        let mut counts = vec![0u32; words];
        each(&mut seen_in, holders.clone(), |word, _, is_first| {
            if let Some(count) = counts.get_mut(word).filter(|_| is_first) {
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
        let mut all = vec![Posting(0); end as usize];
        seen_in.fill(u32::MAX);
        each(&mut seen_in, holders, |word, holder, is_first| {
            let Some(next) = next.get_mut(word) else {
                return;
            };
            if is_first {
                if let Some(posting) = all.get_mut(*next as usize) {
                    *posting = Posting(holder);
                }
                *next += 1;
            } else if let Some(posting) = all.get_mut((*next - 1) as usize)
                && posting.0 >> IMPACT_BITS < IMPACTS - 1
            {
                posting.0 += 1 << IMPACT_BITS;
            }
        });
        Self { ends, all }
    }

    fn of(&self, word: u32) -> &[Posting] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let at = word as usize;
        let start = at.checked_sub(1).map_or(0, end);
        self.all.get(start..end(at)).unwrap_or_default()
    }
}

/// Calls for each token with its word, its holder, and whether the holder has the word there for
/// the first time.
fn each<'a>(
    seen_in: &mut [u32],
    holders: impl Iterator<Item = (u32, &'a [u32])>,
    mut call: impl FnMut(usize, u32, bool),
) {
    for (holder, tokens) in holders {
        for token in tokens {
            let word = (token & !MADE) as usize;
            if let Some(seen) = seen_in.get_mut(word) {
                call(word, holder, *seen != holder);
                *seen = holder;
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
    fn take(&mut self, (text, mentions): ReadText<'_>) -> (Range<u32>, u16) {
        let start = number(self.tokens.len());
        let mut places = 0u16;
        for token in with_names(tokens(text), mentions) {
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
                partnership: source.partnership,
            });
        }
        texts.shrink_to_fit();
        tops.shrink_to_fit();
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
        let (mut in_texts, in_tops) = (
            Postings::new(count, in_texts),
            Postings::new(count, in_tops),
        );
        let dampings = segment.texts.iter().map(|text| segment.damping(text));
        let dampings: Vec<f32> = dampings.collect();
        for posting in &mut in_texts.all {
            if let Some(damping) = dampings.get(posting.holder() as usize) {
                posting.weigh(*damping);
            }
        }
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
    pub(super) fn texts_with(&self, word: u32) -> &[Posting] {
        self.in_texts.of(word)
    }

    /// The headings that hold a word.
    pub(super) fn tops_with(&self, word: u32) -> &[Posting] {
        self.in_tops.of(word)
    }

    /// How much the length of a text dampens what it repeats, as in BM25.
    pub(super) fn damping(&self, text: &Text) -> f32 {
        K1 * (1.0 - B + B * f32::from(text.words) / self.average)
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
