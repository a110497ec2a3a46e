//! The open paper: its text, the place in it, and the views jumped from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::app::layout::ListCursor;
use crate::model::{Briefing, Entry, Kind, View};

use super::contents::{Branch, Contents};
use super::document::{Block, Document, Page, details};
use super::reader::Reader;

/// The columns and rows of the reader's text.
type Room = (usize, usize);

/// The largest number of jumps that can be undone.
const MOST_JUMPS: usize = 100;

/// The text of the paper, the place in it, and the jumps.
#[derive(Default)]
pub(in crate::app) struct OpenPaper {
    /// The briefing; `None` if it has mistakes.
    pub(in crate::app) briefing: Option<Arc<Briefing>>,
    /// The mistakes and warnings of its file, by line.
    pub(in crate::app) problems: Vec<String>,
    /// The first mistake shown.
    pub(in crate::app) problems_at: ListCursor,
    /// The blocks of the page.
    pub(in crate::app) document: Document,
    /// The room that the page is laid out for.
    pub(in crate::app) laid: Room,
    /// The position on the page.
    pub(in crate::app) reader: Reader,
    /// The tree of entries.
    pub(in crate::app) contents: Contents,
    /// The views before the jumps, newest last.
    pub(in crate::app) back: Vec<View>,
    /// The views that were jumped back from, newest last.
    pub(in crate::app) forward: Vec<View>,
    /// The bookmarks by letter.
    pub(in crate::app) marks: BTreeMap<char, View>,
    /// The view after the last move by the user. A resize does not change it, so that the place is
    /// not lost when the screen is narrower for a while.
    pub(in crate::app) seen: Option<View>,
}

impl OpenPaper {
    /// Replaces the briefing. The reader is at its start until [`Self::restore_seen`] is called.
    pub(in crate::app) fn replace(&mut self, briefing: Briefing) {
        self.document = Document::new(&briefing, &BTreeSet::new());
        self.reader = Reader {
            selected: 1,
            ..Reader::default()
        };
        self.briefing = Some(Arc::new(briefing));
    }

    /// Goes back to the view after the last move.
    pub(in crate::app) fn restore_seen(&mut self) {
        if let Some(view) = self.seen.clone() {
            self.with_reader(|reader, page| reader.restore(page, &view));
        }
        self.follow();
    }

    /// Returns the laid out page; `None` without a briefing.
    pub(in crate::app) fn page(&self) -> Option<Page<'_>> {
        let (briefing, (width, height)) = (self.briefing.as_ref()?, self.laid);
        Some(Page {
            briefing,
            document: &self.document,
            width,
            height,
        })
    }

    /// Returns the current view.
    pub(in crate::app) fn view(&self) -> Option<View> {
        self.reader.view(&self.page()?)
    }

    /// Changes the position on the page.
    pub(in crate::app) fn with_reader(&mut self, change: impl FnOnce(&mut Reader, &Page<'_>)) {
        let Some(briefing) = self.briefing.as_ref() else {
            return;
        };
        let (width, height) = self.laid;
        let page = Page {
            briefing,
            document: &self.document,
            width,
            height,
        };
        if !page.document.is_empty() {
            change(&mut self.reader, &page);
        }
    }

    /// Lays the page out for this room, keeping the view.
    pub(in crate::app) fn lay_out(&mut self, room: Room) {
        if room == self.laid {
            return;
        }
        let view = self.seen.clone().or_else(|| self.view());
        self.laid = room;
        if let Some(view) = view {
            self.with_reader(|reader, page| reader.restore(page, &view));
        }
    }

    /// Selects in the tree the entry that is being read.
    pub(in crate::app) fn follow(&mut self) {
        let entry = self.entry_here();
        if let Some((briefing, entry)) = self.briefing.as_ref().zip(entry) {
            self.contents.follow(briefing, entry);
        }
    }

    /// Returns the index of the entry that contains the selection.
    pub(in crate::app) fn entry_here(&self) -> Option<usize> {
        self.reader.entry(&self.page()?)
    }

    /// Returns the index of the selected paragraph.
    pub(in crate::app) fn paragraph_here(&self) -> Option<usize> {
        self.document.block(self.reader.selected)?.paragraph()
    }

    /// Shows the entry selected in the tree.
    pub(in crate::app) fn show_selected(&mut self) {
        if let Branch::Entry(entry) = self.contents.selected {
            self.with_reader(|reader, page| reader.show_entry(page, entry));
        }
    }

    /// Shows the next (1) or previous (−1) entry, and returns it.
    pub(in crate::app) fn next_entry(&mut self, by: isize) -> Option<usize> {
        let here = self.entry_here().unwrap_or_default();
        let count = self.briefing.as_ref()?.entries().len();
        let entry = here.checked_add_signed(by).filter(|at| *at < count)?;
        self.with_reader(|reader, page| reader.show_entry(page, entry));
        Some(entry)
    }

    /// Scrolls the mistakes by a number of lines.
    pub(in crate::app) fn scroll_problems(&mut self, by: isize) {
        let count = self.problems.len();
        self.problems_at.step(by, count);
        self.problems_at.keep_visible(1);
    }

    /// Remembers the current view before a jump.
    pub(in crate::app) fn remember(&mut self) {
        let Some(view) = self.view() else { return };
        self.forward.clear();
        if self.back.last() != Some(&view) {
            self.back.push(view);
        }
        if self.back.len() > MOST_JUMPS {
            self.back.remove(0);
        }
    }

    /// Returns whether links to other entries are right below the selection.
    pub(in crate::app) fn leads_on(&self) -> bool {
        let below = self.document.block(self.reader.selected + 1);
        matches!(below, Some(Block::See { .. }))
    }

    /// Returns the paragraph that anchors the footnote of this paragraph.
    pub(in crate::app) fn anchor_of_footnote(&self, paragraph: usize) -> Option<usize> {
        let briefing = self.briefing.as_deref()?;
        let is_footnote = |entry: &&Entry| entry.kind() == Kind::Footnote;
        let entry = briefing.entry_of(paragraph).filter(is_footnote)?;
        let mut paragraphs = briefing.paragraphs().iter();
        paragraphs.position(|paragraph| paragraph.footnotes().any(|id| id == entry.id()))
    }

    /// Opens the footnotes and links of a paragraph, or closes them and selects the paragraph;
    /// `false` if it has none.
    pub(in crate::app) fn toggle_details(&mut self, paragraph: usize) -> bool {
        let Some(briefing) = self.briefing.clone() else {
            return true;
        };
        if details(&briefing, paragraph).is_empty() {
            return false;
        }
        let opens = !self.reader.open.remove(&paragraph);
        let top = self.view();
        if opens {
            self.reader.open.insert(paragraph);
        }
        self.document = Document::new(&briefing, &self.reader.open);
        let block = self.document.paragraph(paragraph);
        self.with_reader(|reader, page| {
            if let Some(view) = top {
                reader.restore(page, &view);
            }
            reader.select(page, if opens { block + 1 } else { block });
        });
        true
    }
}
