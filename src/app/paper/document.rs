//! The briefing as one long page: blocks, and their lines at a width.
//!
//! Rules, in order: a block is laid out only when it is needed, so that a page costs the same in a
//! paper of any length, and once per width, so that a key costs the same in a paragraph of any
//! length; a line is a range of a text, so that highlights and drawing agree; nothing here knows a
//! colour.

mod page;

pub use page::Page;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use page::Laid;

use crate::model::{Briefing, Entry, EntryId, Mark, Span};
use crate::text::part;

/// A piece of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// The heading of the entry with this index, with its place and facts.
    Heading(usize),
    /// The paragraph with this index.
    Paragraph(usize),
    /// A paragraph of a footnote, open below the paragraph that anchors it.
    Footnote {
        /// The index of the paragraph that anchors it.
        anchor: usize,
        /// The index of the footnote's own paragraph.
        paragraph: usize,
    },
    /// The address of a link, open below its paragraph.
    Address {
        /// The index of the paragraph that holds the link.
        anchor: usize,
        /// The index of the link among the spans of that paragraph.
        span: usize,
    },
    /// A link from a question to an entry that helps answer it.
    See {
        /// The index of the question's last paragraph.
        anchor: usize,
        /// The index of the entry.
        entry: usize,
        /// Whether it is the last link of the question.
        last: bool,
    },
}

impl Block {
    /// Returns the paragraph that the block is or belongs to; `None` for a heading.
    pub const fn paragraph(self) -> Option<usize> {
        match self {
            Self::Heading(_) => None,
            Self::Paragraph(paragraph) => Some(paragraph),
            Self::Footnote { anchor, .. }
            | Self::Address { anchor, .. }
            | Self::See { anchor, .. } => Some(anchor),
        }
    }
}

/// The role of a line in its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The heading of a kind, over its first entry.
    Kind,
    /// The heading of an entry.
    Heading,
    /// Place and facts of an entry.
    Facts,
    /// Text.
    Text,
    /// An empty line.
    Gap,
}

/// A line of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The role.
    pub role: Role,
    /// The range of the block's text for that role, in bytes.
    pub range: Range<usize>,
    /// The indentation in cells.
    pub indent: usize,
}

impl Line {
    const GAP: Self = Self {
        role: Role::Gap,
        range: 0..0,
        indent: 0,
    };
}

/// The blocks of a briefing, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Document {
    blocks: Vec<Block>,
    headings: Vec<usize>,
    paragraphs: Vec<usize>,
    laid: RefCell<Laid>,
}

impl Document {
    /// Builds the blocks; `open` holds the paragraphs whose footnotes and links are shown.
    pub fn new(briefing: &Briefing, open: &BTreeSet<usize>) -> Self {
        let mut document = Self::default();
        for (index, entry) in briefing.entries().iter().enumerate() {
            document.headings.push(document.blocks.len());
            document.blocks.push(Block::Heading(index));
            for paragraph in entry.paragraphs() {
                document.paragraphs.push(document.blocks.len());
                document.blocks.push(Block::Paragraph(paragraph));
                if open.contains(&paragraph) {
                    document.blocks.extend(details(briefing, paragraph));
                }
            }
            let anchor = entry.paragraphs().end.saturating_sub(1);
            let last = entry.see().len().saturating_sub(1);
            document
                .blocks
                .extend(
                    entry
                        .see()
                        .iter()
                        .enumerate()
                        .map(|(nth, target)| Block::See {
                            anchor,
                            entry: *target,
                            last: nth == last,
                        }),
                );
        }
        document
    }

    /// Returns the number of blocks.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Returns whether there are no blocks.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Returns the block with this index.
    pub fn block(&self, index: usize) -> Option<Block> {
        self.blocks.get(index).copied()
    }

    /// Returns the index of the heading block of an entry.
    pub fn heading(&self, entry: usize) -> usize {
        self.headings.get(entry).copied().unwrap_or_default()
    }

    /// Returns the index of the block of a paragraph.
    pub fn paragraph(&self, paragraph: usize) -> usize {
        self.paragraphs.get(paragraph).copied().unwrap_or_default()
    }
}

/// Returns the details of a paragraph: its footnotes and the addresses of its links.
pub(super) fn details(briefing: &Briefing, paragraph: usize) -> Vec<Block> {
    let Some(anchor) = briefing.paragraphs().get(paragraph) else {
        return Vec::new();
    };
    let spans = anchor.spans().iter().enumerate();
    let blocks = spans.flat_map(|(span, Span { range, mark })| match mark {
        Mark::Footnote(id) => footnote(briefing, id)
            .map(|note| Block::Footnote {
                anchor: paragraph,
                paragraph: note,
            })
            .collect(),
        Mark::Link(address) if part(anchor.text(), range.clone()) != address => {
            vec![Block::Address {
                anchor: paragraph,
                span,
            }]
        }
        Mark::Link(_) | Mark::Emphasis | Mark::Strong | Mark::Bullet => Vec::new(),
    });
    blocks.collect()
}

fn footnote(briefing: &Briefing, id: &EntryId) -> Range<usize> {
    let entry = briefing
        .index_of(id)
        .and_then(|index| briefing.entries().get(index));
    entry.map(Entry::paragraphs).unwrap_or_default()
}
