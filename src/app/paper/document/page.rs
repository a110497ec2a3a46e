//! A page: the lines of a briefing's blocks at a width.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::{Block, Document, Line, Role};
use crate::app::words::{country_in_message, language};
use crate::messages::{KindLabel, ReaderMessage};
use crate::model::{Briefing, Entry, Kind, Mark, Paragraph, Span};
use crate::text::{WrappedLine, hanging_lines, part, width};

/// Lines longer than this many cells are hard to read, however wide the screen.
const LONGEST_LINE: usize = 92;
/// The indentation of an open footnote, in cells.
const FOOTNOTE_INDENT: usize = 2;

/// The blocks laid out most recently. They belong to one document and one width, so they are never
/// out of date.
#[derive(Clone, Debug, Default)]
pub(super) struct Laid {
    /// The width in cells.
    width: usize,
    blocks: HashMap<Block, Rc<[Line]>>,
}

impl Laid {
    /// The most blocks that are kept: more than any screen shows, and few enough to bound the
    /// memory used while scrolling through a long paper.
    const MOST: usize = 500;
}

/// A page: a briefing, its blocks, and their space on the screen.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// Its blocks.
    pub document: &'a Document,
    /// The width in cells.
    pub width: usize,
    /// Rows.
    pub height: usize,
}

impl<'a> Page<'a> {
    /// Returns the number of cells left of the text: the selection bar, a star for notes, the
    /// paragraph's number and a space.
    pub fn margin(&self) -> usize {
        let digits = self.briefing.paragraphs().len().to_string().len();
        (digits + 1).max(4) + 2
    }

    /// Returns the text of a block that contains its lines of this role.
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
            Role::Kind => Cow::Borrowed(KindLabel::Heading(entry.kind()).words(language())),
            Role::Facts => facts(self.briefing, index, entry),
            _ => Cow::Borrowed(entry.heading()),
        }
    }

    /// Returns the marked ranges of a block's text, in bytes.
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

    /// Returns the lines of a block.
    pub fn lines(&self, block: Block) -> Rc<[Line]> {
        let mut laid = self.document.laid.borrow_mut();
        if laid.width != self.width || laid.blocks.len() >= Laid::MOST {
            *laid = Laid::default();
            laid.width = self.width;
        }
        let lines = laid.blocks.entry(block);
        Rc::clone(lines.or_insert_with(|| self.lay_out(block).into()))
    }

    fn lay_out(&self, block: Block) -> Vec<Line> {
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

/// Wraps each line of `text`; lines after a bullet are indented to its text. The spans are sorted
/// by their start.
fn wrapped(text: &str, spans: &[Span], role: Role, room: usize) -> Vec<Line> {
    let hang = |of: Range<usize>| {
        let first = spans.partition_point(|span| span.range.start < of.start);
        let here = spans.iter().skip(first);
        let mut here = here.take_while(|span| span.range.start == of.start);
        let bullet = here.find(|span| span.mark == Mark::Bullet);
        let hang = bullet.map_or(0, |bullet| width(part(text, bullet.range.clone())));
        if hang + 2 > room { 0 } else { hang }
    };
    let lines = hanging_lines(text, room, hang);
    let lines = lines.map(|WrappedLine { range, indent, .. }| Line {
        role,
        range,
        indent,
    });
    lines.collect()
}

/// Returns the countries, partnership, period and place of an entry, and the questions it helps
/// answer.
fn facts(briefing: &Briefing, index: usize, entry: &Entry) -> Cow<'static, str> {
    let practice = entry.practice();
    let countries = practice.countries.iter().copied();
    let questions = briefing.of_kind(Kind::Question);
    let questions = briefing.entries().get(questions).unwrap_or_default();
    let answers = (1..).zip(questions);
    let answers = answers.filter(|(_, question)| question.see().contains(&index));
    let facts = ReaderMessage::Facts {
        countries: countries.map(country_in_message).collect(),
        partnership: practice.partnership,
        period: practice.period.clone(),
        at: entry.at().to_owned(),
        answers: answers.map(|(number, _)| number).collect(),
    };
    facts.words(language())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::{EntryId, NewEntry, Paper, Practice, Prose};

    fn briefing(text: &str, spans: Vec<Span>) -> Briefing {
        let entry = NewEntry {
            id: EntryId::new("e").unwrap(),
            kind: Kind::Context,
            heading: "Heading".to_owned(),
            at: String::new(),
            practice: Practice::default(),
            see: Vec::new(),
            prose: vec![Prose {
                text: text.to_owned(),
                spans,
            }],
        };
        Briefing::new(Paper::default(), Vec::new(), vec![entry]).unwrap()
    }

    #[test]
    fn a_block_is_laid_out_once_for_a_width() {
        let briefing = briefing("one two three four", Vec::new());
        let document = Document::new(&briefing, &BTreeSet::new());
        let page = |width| Page {
            briefing: &briefing,
            document: &document,
            width,
            height: 10,
        };
        let block = Block::Paragraph(0);
        let wide = page(80).lines(block);
        assert!(Rc::ptr_eq(&wide, &page(80).lines(block)));
        let narrow = page(15).lines(block);
        assert!(Rc::ptr_eq(&narrow, &page(15).lines(block)));
        assert!(narrow.len() > wide.len());
        assert_eq!(page(80).lines(block), wide);
    }

    #[test]
    fn no_more_blocks_are_kept_than_a_screen_may_show() {
        let briefing = briefing("one", Vec::new());
        let document = Document::new(&briefing, &BTreeSet::new());
        let page = Page {
            briefing: &briefing,
            document: &document,
            width: 80,
            height: 10,
        };
        for nth in 0..3 * Laid::MOST {
            page.lines(Block::Paragraph(nth));
            assert!(document.laid.borrow().blocks.len() <= Laid::MOST);
        }
    }

    #[test]
    fn what_follows_a_bullet_hangs_in_each_item_of_a_list() {
        let spans = [0, 15].map(|start| Span {
            range: start..start + 4,
            mark: Mark::Bullet,
        });
        let emphasis = Span {
            range: 15..20,
            mark: Mark::Emphasis,
        };
        let spans = [&spans[..1], &[emphasis], &spans[1..]].concat();
        let lines = wrapped("• é one two\n• é three four", &spans, Role::Text, 9);
        let indents: Vec<_> = lines.iter().map(|line| line.indent).collect();
        assert_eq!(indents.iter().filter(|indent| **indent > 0).count(), 2);
    }
}
