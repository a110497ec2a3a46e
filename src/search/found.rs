//! What was found.

use std::ops::Range;

use crate::model::NoteId;
use crate::text::words;

use super::query::{fit, letters};

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The paragraph of that index, for its own words or those of the heading over it.
    Paragraph(usize),
    /// A note.
    Note(NoteId),
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What.
    pub target: Target,
    /// How well it answers: only to be compared with that of other hits for the same query.
    pub score: f32,
    /// The words of the query that it lacks, as typed.
    pub missing: Vec<String>,
}

/// What a query found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The best of it, best first.
    pub hits: Vec<Hit>,
    /// How many hits there are in all.
    pub total: usize,
    /// What lights up in the texts.
    pub lit: Lit,
    /// Queries that would find something, where this one finds nothing; the nearest first.
    pub did_you_mean: Vec<String>,
}

/// What lights up.
#[derive(Clone, Debug, Default)]
pub struct Lit {
    pub(super) words: Vec<String>,
}

impl Lit {
    /// The ranges (bytes) of a text that answer the query, in order, on character boundaries.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let lit = words(text).into_iter().filter_map(|word| {
            let wanted = self
                .words
                .iter()
                .filter(|wanted| fit(wanted, &word.folded).is_some());
            wanted
                .max_by_key(|wanted| wanted.len())
                .map(|wanted| letters(text, &word, wanted))
        });
        lit.collect()
    }
}
