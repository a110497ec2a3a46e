//! Paragraphs as a reader sees them, with the markup turned into ranges.

use std::ops::Range;

use super::EntryId;

/// The markup of a range of a paragraph's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Emphasis, such as the title of a work.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// A link to this address.
    Link(String),
    /// A footnote anchor: the text of the range is `[id]`.
    Footnote(EntryId),
    /// The bullet or number of a list item with the spaces around it: continuation lines are
    /// indented to the text after it.
    Bullet,
}

/// A marked range of a paragraph's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Bytes of the paragraph's text, on character boundaries.
    pub range: Range<usize>,
    /// The markup.
    pub mark: Mark,
}

/// The text and marked ranges of a paragraph that has no number yet.
///
/// Each list item is on a line of its own, separated by `\n`, and begins with its [`Mark::Bullet`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The text without markup; `\n` is the only control character.
    pub text: String,
    /// The marked ranges, by their start; they may overlap (strong inside a link).
    pub spans: Vec<Span>,
}

/// A paragraph of an entry's text, separated from others by blank lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub(super) number: usize,
    pub(super) entry: usize,
    pub(super) prose: Prose,
}

impl Paragraph {
    /// Returns the number shown on the screen as ¶1, ¶2, …
    pub const fn number(&self) -> usize {
        self.number
    }

    /// Returns the index of the paragraph's entry in the briefing.
    pub const fn entry(&self) -> usize {
        self.entry
    }

    /// Returns the text without markup.
    pub fn text(&self) -> &str {
        &self.prose.text
    }

    /// Returns the marked ranges of the text, by their start.
    pub fn spans(&self) -> &[Span] {
        &self.prose.spans
    }

    /// Returns the ids of the footnotes anchored here, in order.
    pub fn footnotes(&self) -> impl Iterator<Item = &EntryId> {
        self.prose.spans.iter().filter_map(|span| match &span.mark {
            Mark::Footnote(id) => Some(id),
            Mark::Emphasis | Mark::Strong | Mark::Link(_) | Mark::Bullet => None,
        })
    }
}
