//! What a query asks of a text, and how much each of its words tells.

use crate::gazetteer::Gazetteer;

use super::country_tokens::identify;
use super::expand::{Expansion, MatchClass, expand};
use super::guess::guess;
use super::inverted_index::InvertedIndex;
use super::postings::ratio;
use super::query::{MOST_WORDS, Query};
use super::stop_words::is_stop;
use super::words::{MatchMode, QueryWord};

/// What a text has to do with a word of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Occur {
    /// It should hold it.
    Should,
    /// It may as well lack it: the word tells nothing.
    Optional,
    /// It must hold it.
    Must,
    /// It must not hold it.
    MustNot,
}

/// A word of a query, weighed.
#[derive(Clone, Debug)]
pub(super) struct WeightedWord {
    /// The word.
    pub wanted: QueryWord,
    /// What a text has to do with it.
    pub occur: Occur,
    /// How much it tells: the rarer, the more (inverse document frequency).
    pub idf: f32,
    /// How many texts hold the word itself.
    pub exact_texts: f32,
}

impl WeightedWord {
    /// Whether a text that lacks it lacks something.
    pub(super) const fn is_asked(&self) -> bool {
        matches!(self.occur, Occur::Should | Occur::Must)
    }
}

/// The words of a query with what they may stand for in each segment.
pub(super) struct QueryPlan<'a> {
    /// The query.
    pub query: &'a Query,
    /// Its words.
    pub words: Vec<WeightedWord>,
    /// For each segment, for each word, what it may stand for.
    pub expansions: Vec<Vec<Expansion>>,
}

impl<'a> QueryPlan<'a> {
    /// Looks the words up in the vocabularies of the segments; guesses where `guesses` says so.
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
            // Compounds that are taken apart make more of them.
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

/// A compound where the texts know it as one word, else its parts.
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

/// The inverse frequency of a word among the texts: of the word itself where it occurs, else of
/// what stands for it; and how many hold it exactly.
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
                // Texts that hold a name hold the country as well: they count once.
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
