//! Messages about the paper and the place in it.

use crate::messages::samples::samples;
use crate::model::Kind;

/// A message about the paper and the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperMessage {
    /// The changed briefing has mistakes, so the one before is shown.
    LastGood {
        /// The first mistake.
        mistake: String,
    },
    /// The paper has no entry of a kind.
    NoEntries {
        /// The kind.
        kind: Kind,
    },
    /// There is no jump to undo.
    NothingBack,
    /// There is no jump to repeat.
    NothingForward,
    /// A bookmark was set.
    BookmarkSet {
        /// Its letter.
        letter: char,
    },
    /// There is no bookmark of a letter.
    NoBookmark {
        /// The letter.
        letter: char,
    },
    /// Bookmarks cannot be set and opened from a list of commands.
    BookmarkNeedsLetter,
    /// A link is selected, and the paragraph has more of them.
    OpenLink,
    /// The paragraph has nothing to open.
    NoLinks,
    /// The paper names no country near the selected paragraph.
    NoCountryHere,
    /// There is no search whose matches could be shown.
    NoMatches,
    /// A match is selected.
    Match {
        /// Its number, from 1.
        number: usize,
        /// The number of all matches.
        count: usize,
        /// The words of the search that it does not have.
        missing: Vec<String>,
    },
}

samples!(PaperMessage: "the status line, about the paper" {
    LastGood { mistake: "briefing.toml:3: this example has no id".to_owned() },
    NoEntries { kind: Kind::Objective } { kind: Kind::Concept } { kind: Kind::Context }
        { kind: Kind::Example } { kind: Kind::Question } { kind: Kind::Footnote },
    NothingBack {},
    NothingForward {},
    BookmarkSet { letter: 'a' },
    NoBookmark { letter: 'a' },
    BookmarkNeedsLetter {},
    OpenLink {},
    NoLinks {},
    NoCountryHere {},
    NoMatches {},
    Match { number: 2, count: 7, missing: Vec::new() }
        { number: 2, count: 7, missing: vec!["visa".to_owned(), "quota".to_owned()] },
});
