//! The messages of the finder.

use super::samples::samples;

/// An example of a search, shown while nothing is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinderExample {
    /// Words in any order.
    Words,
    /// A phrase.
    Phrase,
    /// Texts that lack a given word.
    Without,
    /// Words in one kind of text.
    In,
    /// Texts that name a country.
    Country,
    /// Texts that name a grouping.
    Grouping,
    /// The examples of a partnership.
    Partnership,
    /// A word exactly as it is typed.
    Exact,
    /// A word at the beginning of a paragraph or heading.
    Beginning,
}

/// The words of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExampleWords {
    /// The search as it is typed.
    pub typed: &'static str,
    /// The description of what it finds.
    pub finds: &'static str,
}

impl FinderExample {
    /// All examples, in the order in which the screen shows them.
    pub const ALL: [Self; 9] = [
        Self::Words,
        Self::Phrase,
        Self::Without,
        Self::In,
        Self::Country,
        Self::Grouping,
        Self::Partnership,
        Self::Exact,
        Self::Beginning,
    ];
}

samples!(FinderExample: "an example in the empty finder" {
    Words {},
    Phrase {},
    Without {},
    In {},
    Country {},
    Grouping {},
    Partnership {},
    Exact {},
    Beginning {},
});

/// The title, counts, hints and empty states of the finder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FinderMessage {
    /// The title of a search in paper and notes.
    FindEverywhere,
    /// The title of a search in the paper.
    FindInPaper,
    /// The title of a search in the notes.
    FindInNotes,
    /// Shown instead of a count: there is no index yet.
    Indexing,
    /// Shown instead of a count: nothing was found.
    Nothing,
    /// All hits have all words.
    Hits {
        /// The number of hits.
        count: usize,
    },
    /// There are more hits than shown.
    SomeHits {
        /// The number of hits shown.
        shown: usize,
        /// The number of all hits.
        total: usize,
    },
    /// All hits lack some of the words.
    PartialHits {
        /// The number of hits.
        count: usize,
    },
    /// Some hits lack some of the words.
    WholeAndPartialHits {
        /// The number of hits with all words.
        whole: usize,
        /// The number of hits that lack some of the words.
        partial: usize,
    },
    /// The heading of earlier searches.
    EarlierSearches,
    /// There is no index yet.
    NotIndexed,
    /// Nothing was found in the paper or the notes.
    NothingAnywhere,
    /// Nothing was found in the paper.
    NothingInPaper,
    /// Nothing was found in the notes.
    NothingInNotes,
    /// A similar search that finds something.
    DidYouMean {
        /// The search.
        query: String,
    },
    /// Another similar search.
    OrDidYouMean {
        /// The search.
        query: String,
    },
    /// The label before the words that a hit lacks.
    Without,
}

samples!(FinderMessage: "the finder" {
    FindEverywhere {},
    FindInPaper {},
    FindInNotes {},
    Indexing {},
    Nothing {},
    Hits { count: 1 } { count: 12 },
    SomeHits { shown: 100, total: 131 },
    PartialHits { count: 3 },
    WholeAndPartialHits { whole: 1, partial: 2 } { whole: 3, partial: 1 },
    EarlierSearches {},
    NotIndexed {},
    NothingAnywhere {},
    NothingInPaper {},
    NothingInNotes {},
    DidYouMean { query: "ferry".to_owned() },
    OrDidYouMean { query: "fury".to_owned() },
    Without {},
});
