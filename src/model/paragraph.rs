//! Paragraphs: what a reader sees, with the markup turned into ranges.

use std::ops::Range;

use super::EntryId;

/// What a range of a paragraph is, beside being text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Emphasis, such as the title of a work.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// A link to that address.
    Link(String),
    /// The anchor of a footnote: the text of the range is `[id]`.
    Footnote(EntryId),
    /// The bullet or number of a list item with the spaces around it: following lines hang below
    /// the text behind it.
    Bullet,
}

/// A marked range of a paragraph's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Bytes of the paragraph's text, on character boundaries.
    pub range: Range<usize>,
    /// What it is.
    pub mark: Mark,
}

/// Text as shown, and what its ranges are: a paragraph before it has a number.
///
/// List items stand on lines of their own, separated by `\n`, each led by its [`Mark::Bullet`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The text as a reader sees it: no markup, no control characters but `\n`.
    pub text: String,
    /// Marked ranges, by their start; they may overlap (strong inside a link).
    pub spans: Vec<Span>,
}

/// A blank-line separated piece of an entry's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub(super) number: usize,
    pub(super) entry: usize,
    pub(super) prose: Prose,
}

impl Paragraph {
    /// The number that the screen shows as ¶1, ¶2, …
    pub const fn number(&self) -> usize {
        self.number
    }

    /// The index of its entry in the briefing.
    pub const fn entry(&self) -> usize {
        self.entry
    }

    /// The text as a reader sees it.
    pub fn text(&self) -> &str {
        &self.prose.text
    }

    /// Marked ranges of the text, by their start.
    pub fn spans(&self) -> &[Span] {
        &self.prose.spans
    }

    /// The footnotes anchored here, in order.
    pub fn footnotes(&self) -> impl Iterator<Item = &EntryId> {
        self.prose.spans.iter().filter_map(|span| match &span.mark {
            Mark::Footnote(id) => Some(id),
            _ => None,
        })
    }
}
