//! Finds the paragraph that has most of the words of a quote.
//!
//! The measure is how many of the quoted words are in a paragraph in the same order and close
//! together: the longest common subsequence within a window. It survives words added, removed and
//! replaced anywhere, including at the beginning. Without the window, a long paragraph would have
//! most of any quote, since half of all words are as common as "the".

use std::collections::HashMap;
use std::ops::Range;

use super::super::Paragraph;
use super::folded_words::{FoldedWord, LONGEST, SHORTEST, split};

/// The share of the quoted words that a paragraph of the named entry must exceed. At one half, a
/// paragraph that only begins in the same way would be taken for a deleted one.
const MOST: (usize, usize) = (3, 5);
/// The share for a paragraph of another entry, which more often has the words by coincidence.
const MOST_ELSEWHERE: (usize, usize) = (2, 3);
/// A quote with fewer words is a whole paragraph, whichever version of this program wrote it.
const WHOLE: usize = 8;
/// The best match must be ahead of the second by the number of quoted words divided by this.
const MARGIN: usize = 6;

/// The number of remainders of word numbers that the filter tells apart.
const ENDINGS: usize = 256;

/// The words of all paragraphs as numbers.
#[derive(Debug, Default)]
pub(super) struct Passages {
    numbers: HashMap<String, u32>,
    /// The words of each paragraph.
    texts: Vec<Vec<u32>>,
    /// The paragraphs that contain each word, in order.
    holders: Vec<Vec<usize>>,
}

impl Passages {
    pub(super) fn new(paragraphs: &[Paragraph]) -> Self {
        let mut passages = Self::default();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let words = split(paragraph.text()).into_iter();
            let numbers = words.filter_map(|word| passages.number(word.folded, at));
            let numbers = numbers.collect();
            passages.texts.push(numbers);
        }
        passages
    }

    /// Returns the number of a word, and records that the paragraph contains it.
    fn number(&mut self, word: String, paragraph: usize) -> Option<u32> {
        let next = u32::try_from(self.holders.len()).ok()?;
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.holders.push(Vec::new());
        }
        let holders = self.holders.get_mut(number as usize)?;
        if holders.last() != Some(&paragraph) {
            holders.push(paragraph);
        }
        Some(number)
    }

    fn holders(&self, word: Option<u32>) -> &[usize] {
        let holders = word.and_then(|word| self.holders.get(word as usize));
        holders.map_or(&[], Vec::as_slice)
    }
}

/// The quote to be found.
pub(super) struct Sought {
    /// The words; `None` for a word that no paragraph has.
    words: Vec<Option<u32>>,
    /// The positions of a word in the quote, as a bit set, by the number of the word.
    places: Vec<(u32, u64)>,
    /// For each remainder, whether a word of the quote has a number with it. This alone rejects
    /// most words of other texts.
    endings: [bool; ENDINGS],
    /// The number of words compared.
    count: usize,
}

/// The best match so far, and the second best.
#[derive(Default)]
struct Best {
    at: usize,
    score: usize,
    second: usize,
}

impl Best {
    fn add(&mut self, at: usize, score: usize) {
        if score > self.score {
            self.second = self.score;
            (self.at, self.score) = (at, score);
        } else {
            self.second = self.second.max(score);
        }
    }
}

impl Sought {
    pub(super) fn new(quote: &[FoldedWord], passages: &Passages) -> Self {
        let words = quote.iter();
        let words = words.map(|word| passages.numbers.get(&word.folded).copied());
        let words: Vec<Option<u32>> = words.collect();
        let mut places: Vec<(u32, u64)> = Vec::new();
        for (at, word) in words.iter().take(LONGEST).enumerate() {
            let Some(word) = *word else { continue };
            match places.iter_mut().find(|(known, _)| *known == word) {
                Some((_, bits)) => *bits |= 1 << at,
                None => places.push((word, 1 << at)),
            }
        }
        places.sort_unstable();
        let mut endings = [false; ENDINGS];
        for (word, _) in &places {
            if let Some(ending) = endings.get_mut(*word as usize % ENDINGS) {
                *ending = true;
            }
        }
        Self {
            count: words.len().min(LONGEST),
            words,
            places,
            endings,
        }
    }

    /// Returns the minimum number of words for a match: more than this share, and at least
    /// [`SHORTEST`].
    fn needed(&self, (part, of): (usize, usize)) -> usize {
        (self.count * part / of + 1).max(SHORTEST)
    }

    /// Returns the number of words below which a paragraph does not even count as second best.
    fn least(&self) -> usize {
        self.needed(MOST).saturating_sub(self.margin()).max(1)
    }

    /// Returns the lead over the second best that a match needs, in words.
    fn margin(&self) -> usize {
        self.count.div_ceil(MARGIN)
    }

    /// Returns the paragraph that clearly has most of the words. One in another entry must be
    /// clearly better than all in the named entry; on a tie, the named entry wins.
    pub(super) fn find(&self, passages: &Passages, home: &Range<usize>) -> Option<usize> {
        let (mut own, mut other) = (Best::default(), Best::default());
        for at in self.candidates(passages) {
            let best = if home.contains(&at) {
                &mut own
            } else {
                &mut other
            };
            let text = passages.texts.get(at).map_or(&[][..], Vec::as_slice);
            best.add(at, self.score(text));
        }
        let leads = |best: &Best, share, others: usize| {
            let least = best.second + self.margin();
            best.score >= self.needed(share).max(others).max(least)
        };
        if leads(&own, MOST, other.score) {
            return Some(own.at);
        }
        let is_elsewhere = leads(&other, MOST_ELSEWHERE, own.score + self.margin());
        is_elsewhere.then_some(other.at)
    }

    /// Returns the paragraphs to score: any that has enough of the words has one of the rarest.
    fn candidates(&self, passages: &Passages) -> Vec<usize> {
        let words = self.words.iter().take(self.count);
        let mut holders: Vec<_> = words.map(|word| passages.holders(*word)).collect();
        holders.sort_by_key(|holders| holders.len());
        holders.truncate((self.count + 1).saturating_sub(self.least()).max(1));
        let mut all: Vec<usize> = holders.concat();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Returns how many of the words a paragraph has in order; more than the total if it begins
    /// with all of them.
    fn score(&self, text: &[u32]) -> usize {
        let begins = text.len() >= self.words.len()
            && self
                .words
                .iter()
                .zip(text)
                .all(|(word, has)| *word == Some(*has));
        let is_whole = text.len() == self.words.len();
        if begins && (is_whole || self.count >= SHORTEST) {
            return self.count + self.margin() * if is_whole { 2 } else { 1 };
        }
        let is_too_long = self.count < WHOLE && text.len() > 2 * self.count;
        if is_too_long {
            return 0;
        }
        let bits: Vec<_> = text.iter().map(|word| self.bits(*word)).collect();
        let in_any_order = bits.iter().fold(0, |all, bits| all | bits).count_ones() as usize;
        if in_any_order < self.least() {
            return in_any_order;
        }
        self.in_order(&bits)
    }

    fn bits(&self, word: u32) -> u64 {
        if self.endings.get(word as usize % ENDINGS) != Some(&true) {
            return 0;
        }
        let at = self.places.binary_search_by_key(&word, |(word, _)| *word);
        let place = at.ok().and_then(|at| self.places.get(at));
        place.map_or(0, |(_, bits)| *bits)
    }

    /// Returns the most words in order within a window of twice the quote's length, so that as many
    /// other words may lie in between.
    fn in_order(&self, text: &[u64]) -> usize {
        let (window, step) = (2 * self.count, (self.count / 2).max(1));
        let starts = (0..text.len().saturating_sub(window) + step).step_by(step);
        let windows = starts.filter_map(|start| {
            let end = (start + window).min(text.len());
            text.get(start..end)
        });
        windows
            .map(|window| self.common(window))
            .max()
            .unwrap_or_default()
    }

    /// Returns the length of the longest common subsequence, bit-parallel as in H. Hyyrö,
    /// "Bit-parallel LCS-length computation revisited" (2004).
    fn common(&self, text: &[u64]) -> usize {
        let all = u64::MAX >> (LONGEST - self.count.clamp(1, LONGEST));
        let mut left = all;
        for bits in text {
            let used = left & bits;
            left = (left.wrapping_add(used) | (left - used)) & all;
        }
        self.count - (left.count_ones() as usize).min(self.count)
    }
}
