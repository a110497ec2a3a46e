//! Ranking: candidates are found through the postings of their words, and the best of them are read
//! and scored.

use super::expand::Expansion;
use super::inverted_index::InvertedIndex;
use super::plan::{Occur, QueryPlan, WeightedWord};
use super::postings::ratio;
use super::score::{Scorer, TextScore};

/// The number of postings after which no further word is followed: enough for the common words of a
/// hundred thousand paragraphs, and a limit for longer papers.
const MOST_POSTINGS: usize = 200_000;
/// The number of candidates that are read.
const MOST_READ: usize = 200;
/// The number of candidates that are read if only reading decides whether a text is a hit.
const MOST_READ_STRICTLY: usize = 20_000;

/// The base score of a word that a text contains for certain, or by a guess: more than all weights.
const CERTAIN: f32 = 1000.0;
const GUESSED: f32 = 500.0;
/// The bit that marks texts that contain a word themselves, or come first under a heading that
/// does.
const OWN: u32 = 1 << 30;

/// The ranking of a segment.
#[derive(Default)]
pub(super) struct Ranked {
    /// The scores of the best texts, in no order.
    pub scores: Vec<TextScore>,
    /// The number of texts with all words and no guesses, including texts that were not read.
    pub certain: usize,
}

/// The tally of a text from its postings: a bit for each word, and a first score.
#[derive(Clone, Copy, Default)]
struct Tally {
    words: u32,
    score: f32,
}

/// Ranks the texts of a segment.
pub(super) fn rank(
    segment: &InvertedIndex,
    plan: &QueryPlan<'_>,
    (expansions, allowed): (&[Expansion], Option<&[bool]>),
    most: usize,
) -> Ranked {
    if segment.texts.is_empty() {
        return Ranked::default();
    }
    let mut tallies = Tallies {
        segment,
        allowed,
        all: vec![Tally::default(); segment.texts.len()],
        postings: 0,
    };
    let mut wanted: Vec<_> = plan.words.iter().zip(expansions).enumerate().collect();
    wanted.retain(|(_, (word, _))| word.is_asked());
    // Rarest first, since the commonest words may not all be followed.
    wanted.sort_by_key(|(_, (_, found))| postings(segment, found));
    let mut followed = 0;
    for (nth, (word, found)) in wanted {
        if tallies.postings < MOST_POSTINGS {
            tallies.follow(nth, word, found);
            followed += 1;
        }
    }
    let strict = plan
        .words
        .iter()
        .any(|word| matches!(word.occur, Occur::Must | Occur::MustNot));
    let read = if strict {
        MOST_READ_STRICTLY
    } else {
        MOST_READ.max(most)
    };
    let (certain, texts) = tallies.best(followed, read);
    let mut reader = Scorer::new(segment, plan, expansions);
    let scores: Vec<_> = texts
        .into_iter()
        .filter_map(|at| reader.score(at))
        .collect();
    let whole = scores
        .iter()
        .filter(|score| score.is_whole() && !score.excluded);
    let certain = if strict { whole.count() } else { certain };
    Ranked { scores, certain }
}

/// Returns the number of postings of an expansion.
fn postings(segment: &InvertedIndex, found: &Expansion) -> usize {
    let words = found.words.iter();
    let texts = words.map(|(word, _)| segment.texts_with(*word).len());
    texts.sum::<usize>() + found.run_texts.len()
}

struct Tallies<'a> {
    segment: &'a InvertedIndex,
    /// Whether each text may be a hit; `None` if all may.
    allowed: Option<&'a [bool]>,
    all: Vec<Tally>,
    postings: usize,
}

impl Tallies<'_> {
    /// Counts a word for all texts that contain it or whose heading contains it.
    fn follow(&mut self, nth: usize, word: &WeightedWord, found: &Expansion) {
        let bit = 1 << nth;
        for (at, class) in &found.words {
            if self.postings > MOST_POSTINGS {
                return;
            }
            let base = if class.is_guess() { GUESSED } else { CERTAIN };
            let worth = word.idf * class.weight(word.exact_texts);
            for entry in self.segment.headings_with(*at) {
                let Some(entry) = self.segment.entries.get(entry.holder() as usize) else {
                    continue;
                };
                self.postings += entry.texts.len();
                for (at, own) in entry
                    .texts
                    .clone()
                    .zip([OWN].into_iter().chain(std::iter::repeat(0)))
                {
                    self.count(at, bit | own, bit, base + worth);
                }
            }
            let texts = self.segment.texts_with(*at);
            self.postings += texts.len();
            for posting in texts {
                let worth = base + worth * posting.impact();
                self.count(posting.holder(), bit | OWN, bit, worth);
            }
        }
        for at in &found.run_texts {
            self.count(*at, bit | OWN, bit, GUESSED);
        }
    }

    fn count(&mut self, at: u32, sets: u32, bit: u32, worth: f32) {
        if let Some(tally) = self.all.get_mut(at as usize) {
            if tally.words & bit == 0 {
                tally.score += worth;
            }
            tally.words |= sets;
        }
    }

    /// Returns how many texts contain all `followed` words for certain, and the `most` best texts.
    fn best(&self, followed: usize, most: usize) -> (usize, Vec<u32>) {
        let mut best: Vec<(u32, u32)> = Vec::with_capacity(2 * most.min(self.all.len()));
        let whole = CERTAIN * ratio(followed);
        let (mut certain, mut bar) = (0, 0);
        for (at, tally) in (0u32..).zip(&self.all) {
            if tally.words & OWN == 0 || !self.is_allowed(at) {
                continue;
            }
            certain += usize::from(tally.score >= whole);
            // The bits of positive floats sort like the floats.
            let key = tally.score.to_bits();
            if key >= bar {
                best.push((key, at));
            }
            if best.len() >= 2 * most {
                keep_best(&mut best, most);
                bar = best.last().map_or(0, |(key, _)| *key);
            }
        }
        keep_best(&mut best, most);
        (certain, best.into_iter().map(|(_, at)| at).collect())
    }

    fn is_allowed(&self, at: u32) -> bool {
        let allowed = |allowed: &[bool]| allowed.get(at as usize).copied();
        self.allowed
            .is_none_or(|all| allowed(all).unwrap_or_default())
    }
}

/// Keeps the best texts, with the worst of them last.
fn keep_best(texts: &mut Vec<(u32, u32)>, most: usize) {
    let order = |text: &(u32, u32)| (std::cmp::Reverse(text.0), text.1);
    if texts.len() > most && most > 0 {
        texts.select_nth_unstable_by_key(most - 1, order);
        texts.truncate(most);
    }
}
