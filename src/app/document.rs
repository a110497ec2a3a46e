//! The briefing as one long page: blocks, and the lines they make at a width.
//!
//! Rules, in order: a block is laid out only when it is needed, so that a page costs the same in
//! a paper of any length; a line is a range of a text, so that what is lit and what is drawn
//! agree; nothing here knows a colour.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::gazetteer;
use crate::model::{Briefing, Entry, EntryId, Kind, Mark, Paragraph, Span};
use crate::text::{part, width, wrap};

/// Lines longer than this many cells are hard to read, however wide the screen.
const LONGEST_LINE: usize = 92;
/// How many cells a footnote that is open in place stands to the right of its paragraph.
const FOOTNOTE_INDENT: usize = 2;

/// A piece of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// The heading of the entry of that index, with its place and facts.
    Heading(usize),
    /// The paragraph of that index.
    Paragraph(usize),
    /// A footnote's paragraph, open in place below the paragraph that anchors it.
    Footnote {
        /// The index of the paragraph that anchors it.
        anchor: usize,
        /// The index of the footnote's own paragraph.
        paragraph: usize,
    },
    /// The address of a link, open in place below its paragraph.
    Address {
        /// The index of the paragraph that holds the link.
        anchor: usize,
        /// The index of the link among the spans of that paragraph.
        span: usize,
    },
    /// A way from a question to an entry that helps answer it.
    See {
        /// The index of the question's last paragraph.
        anchor: usize,
        /// The index of the entry.
        entry: usize,
        /// Whether it is the last of the question.
        last: bool,
    },
}

impl Block {
    /// The paragraph that it is, or that it belongs to; headings have none.
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

/// What a line of a block is.
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
    /// What it is.
    pub role: Role,
    /// Which bytes of the block's text of that role it shows.
    pub range: Range<usize>,
    /// How many cells it stands to the right.
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
}

impl Document {
    /// Lines up the blocks; `open` holds the paragraphs whose footnotes and links stand open.
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

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The block of that index.
    pub fn block(&self, index: usize) -> Option<Block> {
        self.blocks.get(index).copied()
    }

    /// The index of the heading block of an entry.
    pub fn heading(&self, entry: usize) -> usize {
        self.headings.get(entry).copied().unwrap_or_default()
    }

    /// The index of the block of a paragraph.
    pub fn paragraph(&self, paragraph: usize) -> usize {
        self.paragraphs.get(paragraph).copied().unwrap_or_default()
    }
}

/// What opens below a paragraph: its footnotes, and the addresses of its links.
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
        _ => Vec::new(),
    });
    blocks.collect()
}

fn footnote(briefing: &Briefing, id: &EntryId) -> Range<usize> {
    let entry = briefing
        .index_of(id)
        .and_then(|index| briefing.entries().get(index));
    entry.map(Entry::paragraphs).unwrap_or_default()
}

/// A page: a briefing, its blocks, and the room they have.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// Its blocks.
    pub document: &'a Document,
    /// Cells in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
}

impl<'a> Page<'a> {
    /// The cells left of the text: a sign, a star where there are notes, the paragraph's number and
    /// a space.
    pub fn margin(&self) -> usize {
        let digits = self.briefing.paragraphs().len().to_string().len();
        (digits + 1).max(4) + 2
    }

    /// The text of a block that lines of that role are ranges of.
    pub fn text(&self, block: Block, role: Role) -> Cow<'a, str> {
        let paragraph = |index| {
            self.briefing
                .paragraphs()
                .get(index)
                .map_or("", Paragraph::text)
        };
        match (block, role) {
            (_, Role::Gap) => Cow::Borrowed(""),
            (Block::Heading(entry), role) => self.entry_text(entry, role),
            (Block::Paragraph(paragraph_index), _) => Cow::Borrowed(paragraph(paragraph_index)),
            (
                Block::Footnote {
                    paragraph: index, ..
                },
                _,
            ) => Cow::Borrowed(paragraph(index)),
            (Block::Address { .. }, _) => match self.spans(block) {
                [
                    Span {
                        mark: Mark::Link(address),
                        ..
                    },
                ] => Cow::Borrowed(address.as_str()),
                _ => Cow::Borrowed(""),
            },
            (Block::See { entry, .. }, _) => self
                .briefing
                .entries()
                .get(entry)
                .map_or_else(Cow::default, |entry| {
                    Cow::Owned(format!("{} · {}", entry.heading(), entry.at()))
                }),
        }
    }

    fn entry_text(&self, index: usize, role: Role) -> Cow<'a, str> {
        let Some(entry) = self.briefing.entries().get(index) else {
            return Cow::default();
        };
        match role {
            Role::Kind => Cow::Borrowed(entry.kind().heading()),
            Role::Facts => Cow::Owned(facts(self.briefing, index, entry)),
            _ => Cow::Borrowed(entry.heading()),
        }
    }

    /// The marked ranges of a block's text.
    pub fn spans(&self, block: Block) -> &'a [Span] {
        let of = |index| {
            self.briefing
                .paragraphs()
                .get(index)
                .map_or(&[][..], Paragraph::spans)
        };
        match block {
            Block::Paragraph(index)
            | Block::Footnote {
                paragraph: index, ..
            } => of(index),
            Block::Address { anchor, span } => of(anchor).get(span..=span).unwrap_or_default(),
            Block::Heading(_) | Block::See { .. } => &[],
        }
    }

    /// The lines of a block.
    pub fn lines(&self, block: Block) -> Vec<Line> {
        let room = self
            .width
            .saturating_sub(self.margin())
            .clamp(2, LONGEST_LINE);
        let mut lines = Vec::new();
        match block {
            Block::Heading(entry) => {
                let roles = [Role::Kind, Role::Heading, Role::Facts];
                let first = self.briefing.entries().get(entry).map(Entry::kind);
                let first = first.is_some_and(|kind| self.briefing.of_kind(kind).start == entry);
                for role in roles.into_iter().skip(usize::from(!first)) {
                    let text = self.text(block, role);
                    if !text.is_empty() {
                        let room = (self.width.saturating_sub(1)).clamp(2, LONGEST_LINE);
                        lines.extend(wrapped(&text, &[], role, room));
                    }
                    if role == Role::Kind {
                        lines.push(Line::GAP);
                    }
                }
                lines.push(Line::GAP);
            }
            Block::Paragraph(_) => {
                lines = wrapped(
                    &self.text(block, Role::Text),
                    self.spans(block),
                    Role::Text,
                    room,
                );
                lines.push(Line::GAP);
            }
            Block::Footnote { .. } | Block::Address { .. } => {
                let spans = if matches!(block, Block::Footnote { .. }) {
                    self.spans(block)
                } else {
                    &[]
                };
                let room = room.saturating_sub(FOOTNOTE_INDENT).max(2);
                lines = wrapped(&self.text(block, Role::Text), spans, Role::Text, room);
                for line in &mut lines {
                    line.indent += FOOTNOTE_INDENT;
                }
                lines.push(Line::GAP);
            }
            Block::See { last, .. } => {
                lines = wrapped(&self.text(block, Role::Text), &[], Role::Text, room);
                lines.extend(last.then_some(Line::GAP));
            }
        }
        lines
    }
}

/// Wraps each line of `text`; what follows a bullet hangs below the text behind it.
fn wrapped(text: &str, spans: &[Span], role: Role, room: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let bullet = spans
            .iter()
            .find(|s| s.mark == Mark::Bullet && s.range.start == start);
        let hang = bullet.map_or(0, |bullet| width(part(text, bullet.range.clone())));
        let hang = if hang + 2 > room { 0 } else { hang };
        let ranges = wrap(line, room, hang).into_iter().enumerate();
        lines.extend(ranges.map(|(nth, range)| Line {
            role,
            range: start + range.start..start + range.end,
            indent: if nth == 0 { 0 } else { hang },
        }));
        start += line.len() + 1;
    }
    lines
}

/// Countries, partnership, period and place of an entry, and the questions it helps answer.
fn facts(briefing: &Briefing, index: usize, entry: &Entry) -> String {
    let practice = entry.practice();
    let names = practice
        .countries
        .iter()
        .map(|code| gazetteer::name(*code).unwrap_or("?"));
    let questions = briefing
        .of_kind(Kind::Question)
        .filter_map(|q| briefing.entries().get(q));
    let answers = questions.filter(|question| question.see().contains(&index));
    let answers = answers.map(|question| question.heading().replace("Question ", "Q"));
    let answers = answers.collect::<Vec<_>>().join(", ");
    let facts = [
        names.collect::<Vec<_>>().join(", "),
        practice
            .partnership
            .map_or_else(String::new, |p| p.name().to_owned()),
        practice.period.clone(),
        entry.at().to_owned(),
        if answers.is_empty() {
            answers
        } else {
            format!("for {answers}")
        },
    ];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty());
    facts.collect::<Vec<_>>().join(" · ")
}
