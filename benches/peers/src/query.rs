//! Queries as people type them.

use std::collections::HashMap;

use fastrand::Rng;
use roundtable::text::words;

use crate::corpus::{Corpus, is_telling};
use crate::synthetic_words::slip;

/// The number of paragraphs that are read to learn which words are common.
const SAMPLE: usize = 2000;
/// The number of words that count as very common.
const COMMON: usize = 50;
/// The share of a word that is left while it is being typed, as a fraction.
const CUT: (usize, usize) = (3, 5);
/// The fewest letters that are left.
const LEAST_LETTERS: usize = 3;

/// A query, and the paragraph that its words come from.
pub struct KnownItem {
    /// The index of the paragraph.
    pub paragraph: usize,
    /// The query with whole words.
    pub clean: String,
    /// The query with its last word cut.
    pub cut: String,
    /// The query with a typing error in one word.
    pub slip: String,
}

/// Makes queries of one to four words. Of ten words, six tell what a text is about, two are any
/// words of a text, and two are very common.
pub fn typed(corpus: &Corpus, queries: usize, seed: u64) -> Vec<String> {
    let mut random = Rng::with_seed(seed ^ 2);
    let common = common_words(corpus, &mut random);
    let query = |_| {
        let all = own_words(corpus, &mut random).1;
        let telling: Vec<_> = all.iter().filter(|word| is_telling(word)).collect();
        let length = random.usize(1..=4);
        let picked = (0..length).filter_map(|_| match random.u32(0..10) {
            0..6 => random.choice(telling.iter().copied()),
            6..8 => random.choice(&all),
            _ => random.choice(&common),
        });
        picked.cloned().collect::<Vec<_>>().join(" ")
    };
    (0..queries).map(query).collect()
}

/// Makes queries of two or three telling words of one paragraph.
pub fn known(corpus: &Corpus, queries: usize, seed: u64) -> Vec<KnownItem> {
    let mut random = Rng::with_seed(seed ^ 3);
    let mut known = Vec::with_capacity(queries);
    while known.len() < queries {
        let (paragraph, mut telling) = own_words(corpus, &mut random);
        telling.retain(|word| is_telling(word));
        telling.sort();
        telling.dedup();
        let length = random.usize(2..=3);
        if telling.len() < length {
            continue;
        }
        random.shuffle(&mut telling);
        telling.truncate(length);
        let mut cut = telling.clone();
        cut.iter_mut().next_back().into_iter().for_each(cut_short);
        let mut slipped = telling.clone();
        let which = random.usize(0..length);
        slipped[which] = slip(&slipped[which], &mut random);
        known.push(KnownItem {
            paragraph,
            clean: telling.join(" "),
            cut: cut.join(" "),
            slip: slipped.join(" "),
        });
    }
    known
}

fn cut_short(word: &mut String) {
    let letters = word.chars().count();
    let rest = (letters * CUT.0).div_ceil(CUT.1).max(LEAST_LETTERS);
    *word = word.chars().take(rest).collect();
}

/// Returns a random paragraph and its words.
fn own_words(corpus: &Corpus, random: &mut Rng) -> (usize, Vec<String>) {
    let paragraphs = corpus.briefing.paragraphs();
    let paragraph = random.usize(0..paragraphs.len());
    let own = words(paragraphs[paragraph].text()).into_iter();
    (paragraph, own.map(|word| word.folded).collect())
}

fn common_words(corpus: &Corpus, random: &mut Rng) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for _ in 0..SAMPLE {
        for word in own_words(corpus, random).1 {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut common: Vec<_> = counts.into_iter().collect();
    common.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    common.truncate(COMMON);
    common.into_iter().map(|(word, _)| word).collect()
}
