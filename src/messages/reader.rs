//! The reader pane.

use super::Who;
use super::samples::samples;
use crate::model::Partnership;

/// A line below the heading of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReaderMessage {
    /// The facts of the entry; those that it lacks are empty.
    Facts {
        /// The countries of an example.
        countries: Vec<Who>,
        /// Its partnership.
        partnership: Option<Partnership>,
        /// Its period; may be empty.
        period: String,
        /// The place in the paper; may be empty.
        at: String,
        /// The guiding questions that it helps answer, from 1.
        answers: Vec<usize>,
    },
}

samples!(ReaderMessage: "the line below the heading of an entry" {
    Facts {
        countries: vec![Who::sample()],
        partnership: Some(Partnership::National),
        period: "2008–2009".to_owned(),
        at: "§4 c".to_owned(),
        answers: vec![1, 3],
    } {
        countries: Vec::new(),
        partnership: None,
        period: String::new(),
        at: "§3.3".to_owned(),
        answers: Vec::new(),
    },
});
