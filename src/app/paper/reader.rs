//! The position of the reader on the page.
//!
//! Rules, in order: a paragraph is always selected and visible; a change of the width keeps the
//! position; the last line of the paper never scrolls above the last row of the screen.

use std::collections::BTreeSet;

use crate::model::{Briefing, Paragraph, View, ViewPlace};

use super::document::{Block, Line, Page, Role};

/// A line of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The index of the block.
    pub block: usize,
    /// The line of the block.
    pub line: usize,
}

/// The position on the page.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// The first line on the screen.
    pub top: Spot,
    /// The index of the selected block; never a heading.
    pub selected: usize,
    /// The paragraphs whose footnotes and links are open.
    pub open: BTreeSet<usize>,
}

impl Reader {
    /// Scrolls by a number of lines, down if positive; at either end the selection moves instead.
    pub fn scroll(&mut self, page: &Page<'_>, by: isize) {
        let before = (self.top, self.selected);
        self.top = if by < 0 {
            back(page, self.top, by.unsigned_abs())
        } else {
            forward(page, self.top, by.unsigned_abs()).min(last_top(page))
        };
        self.keep_selection_visible(page);
        if before == (self.top, self.selected) {
            self.step(page, by.signum());
        }
    }

    /// Goes to the start or the end of the paper.
    pub fn go_to_end(&mut self, page: &Page<'_>, first: bool) {
        let last = page.document.len().saturating_sub(1);
        (self.top, self.selected) = if first {
            (Spot::default(), 1.min(last))
        } else {
            (last_top(page), last)
        };
    }

    /// Selects the next (1) or previous (−1) paragraph, footnote or link to an entry.
    pub fn step(&mut self, page: &Page<'_>, by: isize) {
        let mut index = self.selected;
        while let Some(next) = index.checked_add_signed(by) {
            match page.document.block(next) {
                None => break,
                Some(Block::Heading(_)) => index = next,
                Some(_) => return self.select(page, next),
            }
        }
        if by < 0 {
            self.top = Spot::default();
        }
    }

    /// Selects a block and scrolls as little as possible to show it.
    pub fn select(&mut self, page: &Page<'_>, block: usize) {
        self.selected = block;
        let first = Spot {
            block: with_heading(page, block),
            line: 0,
        };
        if first < self.top {
            self.top = first;
            return;
        }
        let end = Spot {
            block,
            line: text_lines(page, block),
        };
        if forward(page, self.top, page.height) < end {
            self.top = back(page, end, page.height).min(Spot { block, line: 0 });
        }
    }

    /// Shows an entry from its heading on.
    pub fn show_entry(&mut self, page: &Page<'_>, entry: usize) {
        let heading = page.document.heading(entry);
        self.selected = (heading + 1).min(page.document.len().saturating_sub(1));
        self.top = Spot {
            block: heading,
            line: 0,
        }
        .min(last_top(page));
    }

    /// Selects a block; unless all of it is visible, scrolls it and its heading to the upper third.
    pub fn show(&mut self, page: &Page<'_>, block: usize) {
        let (first, end) = (
            Spot {
                block: with_heading(page, block),
                line: 0,
            },
            Spot {
                block,
                line: text_lines(page, block),
            },
        );
        self.selected = block;
        let visible = first >= self.top && end <= forward(page, self.top, page.height);
        if !visible {
            self.top = back(page, first, page.height / 3).min(last_top(page));
        }
    }

    /// Returns the index of the entry that contains the selection.
    pub fn entry(&self, page: &Page<'_>) -> Option<usize> {
        let paragraph = page.document.block(self.selected)?.paragraph()?;
        page.briefing
            .paragraphs()
            .get(paragraph)
            .map(Paragraph::entry)
    }

    /// Returns the current view.
    pub fn view(&self, page: &Page<'_>) -> Option<View> {
        let selected = place(
            page,
            Spot {
                block: self.selected,
                line: 0,
            },
        )?;
        Some(View {
            top: place(page, self.top)?,
            selected,
        })
    }

    /// Restores a view, as far as its text still exists.
    pub fn restore(&mut self, page: &Page<'_>, view: &View) {
        let Some(selected) = spot(page, &view.selected) else {
            return;
        };
        self.selected = selected.block;
        self.top = spot(page, &view.top)
            .unwrap_or(selected)
            .min(last_top(page));
        if !self
            .visible(page)
            .iter()
            .any(|(index, ..)| *index == self.selected)
        {
            self.select(page, self.selected);
        }
    }

    /// Returns the index of each visible block, its first visible line, and the number of its
    /// visible lines.
    pub fn visible(&self, page: &Page<'_>) -> Vec<(usize, usize, usize)> {
        let mut shown = Vec::new();
        let mut left = page.height;
        let mut skip = self.top.line;
        for index in self.top.block..page.document.len() {
            if left == 0 {
                break;
            }
            let lines = line_count(page, index).saturating_sub(skip).min(left);
            shown.push((index, skip, lines));
            left -= lines;
            skip = 0;
        }
        shown
    }

    fn keep_selection_visible(&mut self, page: &Page<'_>) {
        let selectable = self.visible(page).into_iter().filter(|(index, first, _)| {
            let is_heading = matches!(page.document.block(*index), Some(Block::Heading(_)) | None);
            !is_heading && *first < text_lines(page, *index)
        });
        let blocks: Vec<usize> = selectable.map(|(index, ..)| index).collect();
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
            return;
        };
        self.selected = self.selected.clamp(*first, *last);
        if !blocks.contains(&self.selected) {
            self.selected = *last;
        }
    }
}

/// Returns the index of the entry that contains a block.
pub(super) fn entry_of(briefing: &Briefing, block: Block) -> Option<usize> {
    match block {
        Block::Heading(entry) => Some(entry),
        block => briefing
            .paragraphs()
            .get(block.paragraph()?)
            .map(Paragraph::entry),
    }
}

fn line_count(page: &Page<'_>, index: usize) -> usize {
    page.document
        .block(index)
        .map_or(0, |block| page.lines(block).len())
}

/// Returns the number of lines of a block without the gap below it.
fn text_lines(page: &Page<'_>, index: usize) -> usize {
    let Some(block) = page.document.block(index) else {
        return 0;
    };
    let lines = page.lines(block);
    lines
        .iter()
        .rposition(|line| line.role != Role::Gap)
        .map_or(0, |last| last + 1)
}

/// Returns the heading right above a block, otherwise the block itself.
fn with_heading(page: &Page<'_>, block: usize) -> usize {
    let above = block.checked_sub(1);
    let is_heading = |index: &usize| matches!(page.document.block(*index), Some(Block::Heading(_)));
    above.filter(is_heading).unwrap_or(block)
}

fn forward(page: &Page<'_>, mut spot: Spot, mut by: usize) -> Spot {
    while by > 0 && spot.block < page.document.len() {
        let left = line_count(page, spot.block).saturating_sub(spot.line);
        if by < left {
            return Spot {
                line: spot.line + by,
                ..spot
            };
        }
        by -= left;
        spot = Spot {
            block: spot.block + 1,
            line: 0,
        };
    }
    spot
}

fn back(page: &Page<'_>, mut spot: Spot, mut by: usize) -> Spot {
    while by > spot.line {
        by -= spot.line;
        let Some(block) = spot.block.checked_sub(1) else {
            return Spot::default();
        };
        spot = Spot {
            block,
            line: line_count(page, block),
        };
    }
    Spot {
        line: spot.line - by,
        ..spot
    }
}

/// Returns the furthest line that can be first on the screen: the last line of the paper is then on
/// the last row.
fn last_top(page: &Page<'_>) -> Spot {
    let Some(block) = page.document.len().checked_sub(1) else {
        return Spot::default();
    };
    back(
        page,
        Spot {
            block,
            line: text_lines(page, block),
        },
        page.height,
    )
}

fn place(page: &Page<'_>, spot: Spot) -> Option<ViewPlace> {
    let block = page.document.block(spot.block)?;
    let index = entry_of(page.briefing, block)?;
    let entry = page.briefing.entries().get(index)?;
    let lines = page.lines(block);
    let paragraph = block
        .paragraph()
        .map(|paragraph| paragraph - entry.paragraphs().start);
    let below = block
        .paragraph()
        .map_or(0, |own| spot.block - page.document.paragraph(own));
    let offset = lines.get(spot.line).map_or(0, |line| line.range.start);
    Some(ViewPlace {
        entry: entry.id().clone(),
        paragraph,
        below,
        offset,
    })
}

fn spot(page: &Page<'_>, place: &ViewPlace) -> Option<Spot> {
    let index = page.briefing.index_of(&place.entry)?;
    let paragraphs = page.briefing.entries().get(index)?.paragraphs();
    let block = match place.paragraph {
        None => page.document.heading(index),
        Some(nth) => {
            let last = paragraphs.len().saturating_sub(1);
            let paragraph = paragraphs.start + nth.min(last);
            let own = page.document.paragraph(paragraph);
            let below = own + place.below;
            let is_there = page.document.block(below).and_then(Block::paragraph) == Some(paragraph);
            if is_there { below } else { own }
        }
    };
    let lines = page.lines(page.document.block(block)?);
    let reaches = |line: &Line| line.role != Role::Gap && line.range.start <= place.offset;
    let line = if place.offset == 0 {
        Some(0)
    } else {
        lines.iter().rposition(reaches)
    };
    Some(Spot {
        block,
        line: line.unwrap_or_default(),
    })
}
