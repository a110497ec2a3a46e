//! The query plan: the words of a query with their matches and weights.

use crate::gazetteer::Gazetteer;

use super::country_tokens::identify;
use super::expand::{Expansion, MatchClass, expand};
use super::guess::guess;
use super::inverted_index::InvertedIndex;
use super::postings::ratio;
use super::query::{MOST_WORDS, Query};
use super::stop_words::is_stop;
use super::words::{MatchMode, QueryWord};

/// Whether a text has to contain a word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Occur {
    /// The text should contain the word.
    Should,
    /// The text may lack the word, which is a stop word.
    Optional,
    /// The text must contain the word.
    Must,
    /// The text must not contain the word.
    MustNot,
}

/// A word of a query with its weight.
#[derive(Clone, Debug)]
pub(super) struct WeightedWord {
    /// The word.
    pub wanted: QueryWord,
    /// Whether a text has to contain the word.
    pub occur: Occur,
    /// The inverse document frequency: the rarer the word, the higher.
    pub idf: f32,
    /// The number of texts that contain the word itself.
    pub exact_texts: f32,
}

impl WeightedWord {
    /// Returns whether a text without the word counts as incomplete.
    pub(super) const fn is_asked(&self) -> bool {
        matches!(self.occur, Occur::Should | Occur::Must)
    }
}

/// A query with the matches of its words in each segment: paper and notes.
pub(super) struct QueryPlan<'a> {
    /// The query.
    pub query: &'a Query,
    /// The words of the query, weighted.
    pub words: Vec<WeightedWord>,
    /// The matches: for each segment, for each word.
    pub expansions: Vec<Vec<Expansion>>,
}

impl<'a> QueryPlan<'a> {
    /// Looks the words up in the vocabularies of the segments, with guesses if `guesses` is true.
    pub(super) fn new(
        query: &'a Query,
        gazetteer: &Gazetteer,
        segments: &[&InvertedIndex],
        guesses: bool,
    ) -> Self {
        let mut typed = query.words().to_vec();
        identify(&mut typed, gazetteer);
        let words: Vec<QueryWord> = typed
            .iter()
            .flat_map(|word| resolve(word, segments))
            // Compounds that are split add words.
            .take(MOST_WORDS)
            .collect();
        let mut expansions = vec![Vec::new(); segments.len()];
        for word in &words {
            let mut found: Vec<_> = segments
                .iter()
                .map(|at| expand(at, word, guesses))
                .collect();
            if guesses && found.iter().all(Expansion::is_empty) && !is_stop(&word.folded) {
                found = segments.iter().map(|at| guess(at, word)).collect();
            }
            for (all, found) in expansions.iter_mut().zip(found) {
                all.push(found);
            }
        }
        let all_stop_words = words
            .iter()
            .all(|word| word.mode != MatchMode::Loose || is_stop(&word.folded));
        let weighed = words.into_iter().enumerate().map(|(nth, wanted)| {
            let found = segments.iter().zip(&expansions);
            let found = found.filter_map(|(at, all)| Some((*at, all.get(nth)?)));
            let (idf, exact_texts) = frequencies(found);
            WeightedWord {
                occur: occur(&wanted, all_stop_words),
                idf,
                exact_texts,
                wanted,
            }
        });
        Self {
            query,
            words: weighed.collect(),
            expansions,
        }
    }
}

fn occur(wanted: &QueryWord, all_stop_words: bool) -> Occur {
    match wanted.mode {
        MatchMode::Exclude => Occur::MustNot,
        MatchMode::Phrase(_) | MatchMode::AtStart | MatchMode::Exact => Occur::Must,
        MatchMode::Loose
            if is_stop(&wanted.folded) && wanted.named.is_empty() && !all_stop_words =>
        {
            Occur::Optional
        }
        MatchMode::Loose => Occur::Should,
    }
}

/// Returns a compound if the texts contain it as one word, else its parts.
fn resolve(wanted: &QueryWord, segments: &[&InvertedIndex]) -> Vec<QueryWord> {
    let known = |segment: &&InvertedIndex| {
        let vocabulary = &segment.vocabulary;
        let begun = || wanted.growing && !vocabulary.beginning_with(&wanted.folded).is_empty();
        !vocabulary.forms(&wanted.folded).is_empty() || begun()
    };
    if wanted.parts.len() < 2 || segments.iter().any(known) {
        return vec![wanted.clone()];
    }
    let last = wanted.parts.len() - 1;
    let parts = wanted
        .parts
        .iter()
        .enumerate()
        .map(|(nth, part)| QueryWord {
            typed: part.clone(),
            folded: part.clone(),
            parts: Vec::new(),
            mode: wanted.mode,
            growing: wanted.growing && nth == last,
            named: wanted.named.clone(),
        });
    parts.collect()
}

/// Returns the inverse document frequency of a word, and how many texts contain the word itself.
/// The frequency is that of the word itself if it occurs, else that of its matches.
fn frequencies<'a>(found: impl Iterator<Item = (&'a InvertedIndex, &'a Expansion)>) -> (f32, f32) {
    let (mut texts, mut itself, mut others, mut exactly, mut named) = (0, 0, 0, 0, 0);
    for (segment, expansion) in found {
        texts += segment.texts.len();
        others += expansion.run_texts.len();
        for (word, class) in &expansion.words {
            let held = segment.texts_with(*word).len() + segment.headings_with(*word).len();
            if *class <= MatchClass::Spelled {
                exactly += held;
            }
            if *class == MatchClass::Name {
                // A text with the name also has the country's token, and counts once.
                named = named.max(held);
            } else if *class <= MatchClass::Initials {
                itself += held;
            } else {
                others += held;
            }
        }
    }
    let itself = itself.max(named);
    let held = if itself > 0 { itself } else { others };
    let held = ratio(held.min(texts));
    let idf = (1.0 + (ratio(texts) - held + 0.5) / (held + 0.5)).ln();
    (idf, ratio(exactly))
}
