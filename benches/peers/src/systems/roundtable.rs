//! The search of the program itself.

use roundtable::search::{Index, Query, Target};

use crate::corpus::Corpus;

use super::System;

/// The program's index.
pub(super) struct Roundtable(Index);

impl Roundtable {
    pub(super) fn new(corpus: &Corpus) -> Self {
        Self(Index::new(&corpus.briefing))
    }
}

impl System for Roundtable {
    fn name(&self) -> String {
        "roundtable".to_owned()
    }

    fn find(&mut self, typed: &str, most: usize) -> Vec<usize> {
        let found = self.0.find(&Query::new(typed), most);
        let targets = found.hits.into_iter().map(|hit| hit.target);
        let paragraphs = targets.filter_map(|target| match target {
            Target::Paragraph(index) => Some(index),
            Target::Note(_) => None,
        });
        paragraphs.collect()
    }
}
