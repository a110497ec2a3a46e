//! A scan with `fuzzy-matcher`: the text typed, against every paragraph as a whole.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::corpus::Corpus;

use super::{System, best};

/// The paragraphs and the matcher.
pub(super) struct Fuzzy<'a> {
    texts: Vec<&'a str>,
    matcher: SkimMatcherV2,
}

impl<'a> Fuzzy<'a> {
    pub(super) fn new(corpus: &'a Corpus) -> Self {
        Self {
            texts: corpus.texts().collect(),
            matcher: SkimMatcherV2::default().ignore_case(),
        }
    }
}

impl System for Fuzzy<'_> {
    fn name(&self) -> String {
        "fuzzy-matcher scan".to_owned()
    }

    fn find(&mut self, typed: &str, most: usize) -> Vec<usize> {
        let texts = self.texts.iter().enumerate();
        let scored =
            texts.filter_map(|(index, text)| Some((self.matcher.fuzzy_match(text, typed)?, index)));
        best(scored.collect(), most)
    }
}
