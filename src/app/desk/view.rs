//! Read access for the user interface.

use std::collections::BTreeSet;

use super::{CountryOrder, Desk};
use crate::app::layout::{Pane, Viewport};
use crate::app::notes::{Notebook, NotesFilter, NotesOrder};
use crate::app::paper::{Contents, Page, Reader};
use crate::messages::KeepingFault;
use crate::model::Floor;

impl Desk {
    /// Returns the laid out page; `None` without a briefing.
    pub fn page(&self) -> Option<Page<'_>> {
        self.paper.page()
    }

    /// Returns the pane in focus.
    pub const fn focus(&self) -> Pane {
        self.focus
    }

    /// Returns the mistakes of the briefing file by line, and the index of the first line shown.
    pub fn problems(&self) -> (&[String], usize) {
        let paper = &self.paper;
        (&paper.problems, paper.problems_at.top)
    }

    /// Returns the tree of contents.
    pub const fn contents(&self) -> &Contents {
        &self.paper.contents
    }

    /// Returns the position of the reader.
    pub const fn reader(&self) -> &Reader {
        &self.paper.reader
    }

    /// Returns the notes.
    pub const fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    /// Returns the sort order of the notes.
    pub const fn notes_order(&self) -> NotesOrder {
        self.notes_pane.order
    }

    /// Returns the filter of the notes, if there is one.
    pub const fn notes_filter(&self) -> Option<&NotesFilter> {
        self.notes_pane.filter.as_ref()
    }

    /// Returns the paragraphs with notes, by index.
    pub const fn noted(&self) -> &BTreeSet<usize> {
        &self.noted
    }

    /// Returns the current floor.
    pub const fn floor(&self) -> &Floor {
        &self.proceedings.floor
    }

    /// Returns the speaking limit in seconds; 0 for no limit.
    pub fn limit(&self) -> u32 {
        self.proceedings.limit()
    }

    /// Returns the seconds on the clock of the current turn; `None` without a turn.
    pub fn seconds(&self) -> Option<i64> {
        self.proceedings.seconds()
    }

    /// Returns whether the screen changes every second.
    pub const fn has_clock(&self) -> bool {
        self.floor().speaking.is_some()
    }

    /// Returns the searches that led to a jump, newest first.
    pub fn searches(&self) -> &[String] {
        &self.searches
    }

    /// Returns the sort order of the countries.
    pub const fn country_order(&self) -> CountryOrder {
        self.country_order
    }

    /// Returns whether a draft exists outside the bar.
    pub const fn has_draft(&self) -> bool {
        !self.drafts.waiting.is_empty()
    }

    /// Returns why drafts are not kept although they should be.
    pub const fn drafts_not_kept(&self) -> Option<&KeepingFault> {
        self.drafts.kept.failure()
    }

    /// Returns whether the disk has yet to answer a request to keep a draft.
    pub const fn is_keeping(&self) -> bool {
        self.drafts.kept.is_waiting()
    }

    /// Returns whether the files were read at the start: the briefing or its mistakes, and the
    /// notes.
    pub const fn is_open(&self) -> bool {
        self.notebook.is_read
    }

    /// Returns whether texts are being indexed.
    pub const fn is_indexing(&self) -> bool {
        self.indexed.is_waiting()
    }

    /// Returns whether there is no index of the current paper yet.
    pub const fn is_without_index(&self) -> bool {
        self.indexed.is_empty()
    }

    /// Returns whether the disk has yet to confirm or refuse a revision.
    pub fn is_saving(&self) -> bool {
        self.notebook.is_saving()
    }

    /// Returns the size of the screen and of the bar.
    pub const fn viewport(&self) -> Viewport {
        self.viewport
    }
}
