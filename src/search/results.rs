//! What a query found.

use crate::model::NoteId;

use super::highlight::Highlights;

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
    /// How many hits there are in all; in hundreds of thousands of paragraphs an estimate.
    pub total: usize,
    /// What lights up in the texts.
    pub lit: Highlights,
    /// What looks like a filter and is none, such as `country:atlantis`, in words, with a cure:
    /// nothing is found then.
    pub mistakes: Vec<String>,
    /// Queries that would find something, where this one finds nothing; the nearest first.
    pub did_you_mean: Vec<String>,
}
