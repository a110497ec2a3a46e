//! What a query asks of a text, and how much each of its words tells.

use crate::gazetteer::Gazetteer;

use super::country_tokens::identify;
use super::expand::{Class, Expansion, expand};
use super::guess::guess;
use super::inverted_index::Segment;
use super::postings::ratio;
use super::query::{MOST_WORDS, Query};
use super::stop_words::is_stop;
use super::terms::{Asks, Wanted};

/// What a text has to do with a word of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Duty {
    /// It should hold it.
    Should,
    /// It may as well lack it: the word tells nothing.
    May,
    /// It must hold it.
    Must,
    /// It must not hold it.
    MustNot,
}

/// A word of a query, weighed.
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    /// The word.
    pub wanted: Wanted,
    /// What a text has to do with it.
    pub duty: Duty,
    /// How much it tells: the rarer, the more (inverse document frequency).
    pub tells: f32,
    /// How many texts hold the word itself.
    pub texts: f32,
}

impl Weighed {
    /// Whether a text that lacks it lacks something.
    pub(super) const fn is_asked(&self) -> bool {
        matches!(self.duty, Duty::Should | Duty::Must)
    }
}

/// The words of a query with what they may stand for in each segment.
pub(super) struct Plan<'a> {
    /// The query.
    pub query: &'a Query,
    /// Its words.
    pub words: Vec<Weighed>,
    /// For each segment, for each word, what it may stand for.
    pub expansions: Vec<Vec<Expansion>>,
}

impl<'a> Plan<'a> {
    /// Looks the words up in the vocabularies of the segments; guesses where `guesses` says so.
    pub(super) fn new(
        query: &'a Query,
        gazetteer: &Gazetteer,
        segments: &[&Segment],
        guesses: bool,
    ) -> Self {
        let mut typed = query.words().to_vec();
        identify(&mut typed, gazetteer);
        let words: Vec<Wanted> = typed
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
        let tells_all = words
            .iter()
            .all(|word| word.asks != Asks::Like || is_stop(&word.folded));
        let weighed = words.into_iter().enumerate().map(|(nth, wanted)| {
            let found = segments.iter().zip(&expansions);
            let found = found.filter_map(|(at, all)| Some((*at, all.get(nth)?)));
            let (tells, texts) = tells(found);
            Weighed {
                duty: duty(&wanted, tells_all),
                tells,
                texts,
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

fn duty(wanted: &Wanted, tells_all: bool) -> Duty {
    match wanted.asks {
        Asks::Without => Duty::MustNot,
        Asks::Phrase(_) | Asks::Beginning | Asks::Exactly => Duty::Must,
        Asks::Like if is_stop(&wanted.folded) && wanted.named.is_empty() && !tells_all => Duty::May,
        Asks::Like => Duty::Should,
    }
}

/// A compound where the texts know it as one word, else its parts.
fn resolve(wanted: &Wanted, segments: &[&Segment]) -> Vec<Wanted> {
    let known = |segment: &&Segment| {
        let vocabulary = &segment.vocabulary;
        let begun = || wanted.growing && !vocabulary.beginning_with(&wanted.folded).is_empty();
        !vocabulary.forms(&wanted.folded).is_empty() || begun()
    };
    if wanted.parts.len() < 2 || segments.iter().any(known) {
        return vec![wanted.clone()];
    }
    let last = wanted.parts.len() - 1;
    let parts = wanted.parts.iter().enumerate().map(|(nth, part)| Wanted {
        typed: part.clone(),
        folded: part.clone(),
        parts: Vec::new(),
        asks: wanted.asks,
        growing: wanted.growing && nth == last,
        named: wanted.named.clone(),
    });
    parts.collect()
}

/// The inverse frequency of a word among the texts: of the word itself where it occurs, else of
/// what stands for it; and how many hold it exactly.
fn tells<'a>(found: impl Iterator<Item = (&'a Segment, &'a Expansion)>) -> (f32, f32) {
    let (mut texts, mut itself, mut others, mut exactly, mut named) = (0, 0, 0, 0, 0);
    for (segment, expansion) in found {
        texts += segment.texts.len();
        others += expansion.run_texts.len();
        for (word, class) in &expansion.words {
            let held = segment.texts_with(*word).len() + segment.tops_with(*word).len();
            if *class <= Class::Spelled {
                exactly += held;
            }
            if *class == Class::Name {
                // Texts that hold a name hold the country as well: they count once.
                named = named.max(held);
            } else if *class <= Class::Initials {
                itself += held;
            } else {
                others += held;
            }
        }
    }
    let itself = itself.max(named);
    let held = if itself > 0 { itself } else { others };
    let held = ratio(held.min(texts));
    let tells = (1.0 + (ratio(texts) - held + 0.5) / (held + 0.5)).ln();
    (tells, ratio(exactly))
}
