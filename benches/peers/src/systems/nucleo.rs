//! A scan with `nucleo-matcher`; after another letter, only of the paragraphs that matched before.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};

use crate::corpus::Corpus;

use super::{System, best};

/// The paragraphs in the matcher's encoding, and those that matched last.
pub(super) struct Nucleo {
    texts: Vec<Utf32String>,
    matcher: Matcher,
    typed: String,
    matched: Vec<usize>,
}

impl Nucleo {
    pub(super) fn new(corpus: &Corpus) -> Self {
        Self {
            texts: corpus.texts().map(Utf32String::from).collect(),
            matcher: Matcher::new(Config::DEFAULT),
            typed: String::new(),
            matched: Vec::new(),
        }
    }
}

impl System for Nucleo {
    fn name(&self) -> String {
        "nucleo-matcher, 1 thread".to_owned()
    }

    fn find(&mut self, typed: &str, most: usize) -> Vec<usize> {
        if self.typed.is_empty() || !typed.starts_with(&self.typed) {
            self.matched = (0..self.texts.len()).collect();
        }
        typed.clone_into(&mut self.typed);
        let pattern = Pattern::new(
            typed,
            CaseMatching::Ignore,
            Normalization::Smart,
            AtomKind::Fuzzy,
        );
        let mut scored = Vec::new();
        for index in &self.matched {
            let score = pattern.score(self.texts[*index].slice(..), &mut self.matcher);
            scored.extend(score.map(|score| (score, *index)));
        }
        self.matched.clear();
        self.matched.extend(scored.iter().map(|(_, index)| *index));
        best(scored, most)
    }
}
