//! Messages about the paper and the place in it.

use crate::messages::samples::samples;
use crate::model::Kind;

/// A message about the paper and the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperMessage {
    /// The changed briefing has mistakes, so the last good version is shown.
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
    /// No bookmark is set under a letter.
    NoBookmark {
        /// The letter.
        letter: char,
    },
    /// There is no bookmark at all.
    NoBookmarks,
    /// The briefing has mistakes, so the action has nothing to act on.
    NotOpen,
    /// No paragraph has the typed number.
    NoSuchParagraph {
        /// The number.
        number: usize,
        /// The number of the last paragraph.
        last: usize,
    },
    /// No paragraph is selected.
    NoParagraphSelected,
    /// A link is selected, and the paragraph has others.
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
        /// The words of the search that the match lacks.
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
    NoBookmarks {},
    NotOpen {},
    NoSuchParagraph { number: 500, last: 207 },
    NoParagraphSelected {},
    OpenLink {},
    NoLinks {},
    NoCountryHere {},
    NoMatches {},
    Match { number: 2, count: 7, missing: Vec::new() }
        { number: 2, count: 7, missing: vec!["visa".to_owned(), "quota".to_owned()] },
});
