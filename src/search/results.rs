//! The results of a query.

use crate::messages::QueryMistake;
use crate::model::NoteId;

use super::highlight::Highlights;

/// A text that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The paragraph with this index, found by its own words or by those of its heading.
    Paragraph(usize),
    /// A note.
    Note(NoteId),
}

/// One hit.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The text that was found.
    pub target: Target,
    /// The score, comparable only among hits of the same query.
    pub score: f32,
    /// The words of the query that the text lacks, as typed.
    pub missing: Vec<String>,
}

/// The results of a query.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The best hits, best first.
    pub hits: Vec<Hit>,
    /// The number of all hits; an estimate if there are hundreds of thousands of paragraphs.
    pub total: usize,
    /// The words to highlight in the texts.
    pub lit: Highlights,
    /// The filters with an unknown value, such as `country:atlantis`. If there are any, there are
    /// no hits.
    pub mistakes: Vec<QueryMistake>,
    /// The nearest queries that have hits, nearest first, if this one has none.
    pub did_you_mean: Vec<String>,
}
