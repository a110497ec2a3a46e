//! `tantivy` in memory: one segment, BM25; cut or misspelt words are widened to words that they may
//! mean.
//!
//! The paragraphs are indexed without their headings, which would only mislead it in the known-item
//! test.

use tantivy::collector::TopDocs;
use tantivy::columnar::Column;
use tantivy::query::{
    BooleanQuery, BoostQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query, TermQuery,
};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{Index, IndexWriter, Searcher, Term, doc};

use crate::corpus::Corpus;

use super::System;

/// The memory for building the index, in bytes.
const BUILD_BYTES: usize = 400_000_000;
/// The weight of a word that was not typed.
const WIDENED: f32 = 0.5;
/// The most words that one word is widened to if each is scored: the most frequent ones.
const MOST_WIDENED: usize = 100;
/// The fewest letters of a word that may be misspelt.
const SHORTEST_SLIP: usize = 3;

/// The words of a query that a paragraph must contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// All words.
    And,
    /// At least one word.
    Or,
}

/// The words that a word of a query is widened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Widening {
    /// Only the word itself.
    Whole,
    /// For the last word: words that begin with it.
    Cut,
    /// Words with one edit.
    Slip,
    /// Both of these.
    Any,
}

/// The scores of words that were not typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scoring {
    /// All alike, as in `FuzzyTermQuery`.
    Constant,
    /// A BM25 score for each.
    Bm25,
}

/// A way to build queries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The words that must match.
    pub operator: Operator,
    /// The widening of each word.
    pub widening: Widening,
    /// The scores of widened words.
    pub scoring: Scoring,
}

impl Setup {
    /// The setups for a query that is being typed.
    pub const WHILE_TYPING: [Self; 4] = [
        Self::new(Operator::Or, Widening::Any, Scoring::Constant),
        Self::new(Operator::And, Widening::Any, Scoring::Constant),
        Self::new(Operator::Or, Widening::Any, Scoring::Bm25),
        Self::new(Operator::And, Widening::Any, Scoring::Bm25),
    ];

    /// Makes a setup.
    pub const fn new(operator: Operator, widening: Widening, scoring: Scoring) -> Self {
        Self {
            operator,
            widening,
            scoring,
        }
    }
}

/// An index and the setup of its queries.
#[derive(Clone)]
pub struct Tantivy {
    searcher: Searcher,
    body: Field,
    numbers: Vec<Column<u64>>,
    setup: Setup,
}

impl Tantivy {
    /// Indexes the paragraphs.
    pub fn new(corpus: &Corpus) -> Self {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("default")
            .set_index_option(IndexRecordOption::WithFreqs);
        let options = TextOptions::default().set_indexing_options(indexing);
        let body = schema.add_text_field("body", options);
        let number = schema.add_u64_field("number", FAST);
        let index = Index::create_in_ram(schema.build());
        let mut writer: IndexWriter = index.writer_with_num_threads(1, BUILD_BYTES).unwrap();
        for (at, text) in (0_u64..).zip(corpus.texts()) {
            writer
                .add_document(doc!(body => text, number => at))
                .unwrap();
        }
        writer.commit().unwrap();
        let segments = index.searchable_segment_ids().unwrap();
        if segments.len() > 1 {
            writer.merge(&segments).wait().unwrap();
        }
        writer.garbage_collect_files().wait().unwrap();
        writer.wait_merging_threads().unwrap();
        let searcher = index.reader().unwrap().searcher();
        let readers = searcher.segment_readers().iter();
        let numbers = readers.map(|reader| reader.fast_fields().u64("number").unwrap());
        Self {
            numbers: numbers.collect(),
            searcher,
            body,
            setup: Setup::WHILE_TYPING[0],
        }
    }

    /// Returns the same index with another setup.
    #[must_use]
    pub fn with(&self, setup: Setup) -> Self {
        Self {
            setup,
            ..self.clone()
        }
    }

    fn query(&self, typed: &str) -> BooleanQuery {
        let lowercase = typed.to_lowercase();
        let words: Vec<_> = lowercase
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let occur = match self.setup.operator {
            Operator::And => Occur::Must,
            Operator::Or => Occur::Should,
        };
        let last = words.len().saturating_sub(1);
        let words = words.iter().enumerate();
        let clauses = words.map(|(at, word)| (occur, self.word(word, at == last)));
        BooleanQuery::new(clauses.collect())
    }

    fn word(&self, word: &str, is_last: bool) -> Box<dyn Query> {
        let widening = self.setup.widening;
        let mut queries = vec![self.exact(Term::from_field_text(self.body, word))];
        if is_last && matches!(widening, Widening::Cut | Widening::Any) {
            queries.extend(self.longer(word));
        }
        let may_slip = word.chars().count() >= SHORTEST_SLIP;
        if may_slip && matches!(widening, Widening::Slip | Widening::Any) {
            queries.extend(self.nearby(word));
        }
        Box::new(DisjunctionMaxQuery::new(queries))
    }

    fn exact(&self, term: Term) -> Box<dyn Query> {
        debug_assert_eq!(term.field(), self.body);
        Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
    }

    /// Returns queries for the words that begin with a word.
    fn longer(&self, word: &str) -> Vec<Box<dyn Query>> {
        if self.setup.scoring == Scoring::Constant {
            // No edits allowed: the same as a `RegexQuery`, which costs twice as much to set up.
            let term = Term::from_field_text(self.body, word);
            return vec![widened(FuzzyTermQuery::new_prefix(term, 0, true))];
        }
        let mut found = Vec::new();
        for reader in self.searcher.segment_readers() {
            let index = reader.inverted_index(self.body).unwrap();
            let range = index.terms().range().ge(word.as_bytes());
            let mut terms = range.into_stream().unwrap();
            while terms.advance() && terms.key().starts_with(word.as_bytes()) {
                found.push((terms.value().doc_freq, terms.key().to_vec()));
            }
        }
        self.scored(found)
    }

    /// Returns queries for the words one edit away from a word.
    fn nearby(&self, word: &str) -> Vec<Box<dyn Query>> {
        let query = FuzzyTermQuery::new(Term::from_field_text(self.body, word), 1, true);
        if self.setup.scoring == Scoring::Constant {
            return vec![widened(query)];
        }
        let mut found = Vec::new();
        for reader in self.searcher.segment_readers() {
            let index = reader.inverted_index(self.body).unwrap();
            let search = index.terms().search(query.automaton().unwrap());
            let mut terms = search.into_stream().unwrap();
            while terms.advance() {
                found.push((terms.value().doc_freq, terms.key().to_vec()));
            }
        }
        self.scored(found)
    }

    /// Returns queries for the most frequent of these words, each with its own score.
    fn scored(&self, mut found: Vec<(u32, Vec<u8>)>) -> Vec<Box<dyn Query>> {
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.truncate(MOST_WIDENED);
        let queries = found.into_iter().map(|(_, bytes)| {
            let word = String::from_utf8_lossy(&bytes);
            let query = self.exact(Term::from_field_text(self.body, &word));
            Box::new(BoostQuery::new(query, WIDENED)) as Box<dyn Query>
        });
        queries.collect()
    }
}

fn widened(query: impl Query) -> Box<dyn Query> {
    Box::new(BoostQuery::new(Box::new(query), WIDENED))
}

impl System for Tantivy {
    fn name(&self) -> String {
        let operator = match self.setup.operator {
            Operator::And => "AND",
            Operator::Or => "OR",
        };
        let widening = match self.setup.widening {
            Widening::Whole => "whole words",
            Widening::Cut => "prefix",
            Widening::Slip => "fuzzy",
            Widening::Any => "fuzzy + prefix",
        };
        let scoring = match self.setup.scoring {
            Scoring::Constant => "",
            Scoring::Bm25 => ", each scored",
        };
        format!("tantivy {operator}, {widening}{scoring}")
    }

    fn find(&mut self, typed: &str, most: usize) -> Vec<usize> {
        let top = TopDocs::with_limit(most).order_by_score();
        let hits = self.searcher.search(&self.query(typed), &top).unwrap();
        let numbers = hits.into_iter().filter_map(|(_, address)| {
            let column = self.numbers.get(address.segment_ord as usize)?;
            usize::try_from(column.first(address.doc_id)?).ok()
        });
        numbers.collect()
    }
}
