//! Read access for the user interface.

use std::collections::BTreeSet;

use super::country::{portrait, standing_of};
use super::desk::NOT_KEPT;
use super::{
    App, Bar, Capture, Contents, CountryOrder, Key, Leaving, Notebook, NotesFilter, NotesOrder,
    Overlay, Page, Pane, Reader, Row, Screen, Stamp, Viewport, continuations, rows_in,
};
use crate::model::{Briefing, CountryCode, Floor, Note};
use crate::search::Highlights;
use crate::text::width;

impl App {
    /// Returns the highlights of the current search.
    pub fn lit(&self) -> Option<&Highlights> {
        match (self.overlays.last(), &self.desk.finding) {
            (Some(Overlay::Find(find)), _) => Some(&find.finding.found.lit),
            (_, Some(finding)) => Some(&finding.found.lit),
            (_, None) => None,
        }
    }

    /// Returns the status and whether it is a warning; unsaved notes come first.
    pub fn status(&self) -> (String, bool) {
        let refused = self.desk.notebook.pending().iter();
        let refused = refused.filter_map(|pending| pending.refused.as_ref());
        let is_warned = self.leaving == Leaving::Warned;
        // The worst case is shown: a note that only this program has.
        match refused.min_by_key(|refusal| refusal.on_this_machine) {
            Some(refusal) if refusal.on_this_machine && is_warned => (
                "saved on this machine only; press q again to quit".to_owned(),
                true,
            ),
            Some(refusal) if refusal.on_this_machine && !self.status.is_empty() => (
                format!("{} · saved on this machine only", self.status),
                true,
            ),
            Some(refusal) if refusal.on_this_machine => {
                let reason = &refusal.reason;
                (format!("saved on this machine only: {reason}"), true)
            }
            Some(_) if is_warned => (
                "NOT SAVED; press q again to quit (the next start tries again)".to_owned(),
                true,
            ),
            Some(refusal) => (format!("NOT SAVED: {}", refusal.reason), true),
            None => (self.status.clone(), self.status.starts_with(NOT_KEPT)),
        }
    }

    /// Returns the size of the screen and of the bar.
    pub const fn viewport(&self) -> Viewport {
        self.desk.viewport
    }

    /// Returns the areas of panes and bar.
    pub fn screen(&self) -> Screen {
        self.desk.screen()
    }

    /// Returns the laid out page; `None` without a briefing.
    pub fn page(&self) -> Option<Page<'_>> {
        self.desk.paper.page()
    }

    /// Returns the overlay in front.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlays.last()
    }

    /// Returns the bar that takes text.
    pub const fn bar(&self) -> Option<&Bar> {
        self.bar.as_ref()
    }

    /// Returns the pane in focus.
    pub const fn focus(&self) -> Pane {
        self.desk.focus
    }

    /// Returns the briefing; `None` if it has mistakes.
    pub fn briefing(&self) -> Option<&Briefing> {
        self.desk.briefing()
    }

    /// Returns the mistakes of the briefing file by line, and the index of the first line shown.
    pub fn problems(&self) -> (&[String], usize) {
        let paper = &self.desk.paper;
        (&paper.problems, paper.problems_at.top)
    }

    /// Returns the tree of contents.
    pub const fn contents(&self) -> &Contents {
        &self.desk.paper.contents
    }

    /// Returns the position of the reader.
    pub const fn reader(&self) -> &Reader {
        &self.desk.paper.reader
    }

    /// Returns the notes.
    pub const fn notebook(&self) -> &Notebook {
        &self.desk.notebook
    }

    /// Returns the sort order of the notes.
    pub const fn notes_order(&self) -> NotesOrder {
        self.desk.notes_pane.order
    }

    /// Returns the filter of the notes, if there is one.
    pub const fn notes_filter(&self) -> Option<&NotesFilter> {
        self.desk.notes_pane.filter.as_ref()
    }

    /// Returns the paragraphs with notes, by index.
    pub const fn noted(&self) -> &BTreeSet<usize> {
        &self.desk.noted
    }

    /// Returns the current floor.
    pub const fn floor(&self) -> &Floor {
        &self.desk.proceedings.floor
    }

    /// Returns the seconds on the clock of the current turn; `None` without a turn.
    pub fn seconds(&self) -> Option<i64> {
        self.desk.proceedings.seconds()
    }

    /// Returns whether the screen changes every second.
    pub const fn has_clock(&self) -> bool {
        self.floor().speaking.is_some()
    }

    /// Returns the index of the current question among the guiding questions, from 0.
    pub fn question_number(&self) -> Option<usize> {
        self.desk.question_number()
    }

    /// Returns the searches that led to a jump, newest first.
    pub fn searches(&self) -> &[String] {
        &self.desk.searches
    }

    /// Returns the sort order of the countries.
    pub const fn country_order(&self) -> CountryOrder {
        self.desk.country_order
    }

    /// Returns the counts of a country in the paper.
    pub fn standing(&self, code: CountryCode) -> String {
        standing_of(&self.desk, code)
    }

    /// Returns one or two lines on a country: code, region, role in the session, memberships.
    pub fn portrait(&self, code: CountryCode) -> [String; 2] {
        portrait(code, &self.desk)
    }

    /// Returns the stamp of the note in the bar.
    pub fn stamp(&self, capture: &Capture) -> Stamp {
        capture.stamp(&self.desk)
    }

    /// Returns the note that the typed text continues.
    pub fn goes_on_with(&self, capture: &Capture) -> Option<&Note> {
        capture.goes_on_with(&self.desk)
    }

    /// Returns whether a draft exists outside the bar.
    pub const fn has_draft(&self) -> bool {
        !self.desk.drafts.waiting.is_empty()
    }

    /// Returns why drafts are not kept although they should be.
    pub const fn drafts_not_kept(&self) -> Option<&str> {
        self.desk.drafts.kept.failure()
    }

    /// Returns whether the disk has yet to answer whether a draft is kept.
    pub const fn is_keeping(&self) -> bool {
        self.desk.drafts.kept.is_waiting()
    }

    /// Returns whether the files were read at the start: the briefing or its mistakes, and the
    /// notes.
    pub const fn is_open(&self) -> bool {
        self.desk.notebook.is_read
    }

    /// Returns whether texts are being indexed.
    pub const fn is_indexing(&self) -> bool {
        self.desk.indexed.is_waiting()
    }

    /// Returns whether there has been no index yet.
    pub const fn is_without_index(&self) -> bool {
        self.desk.indexed.is_empty()
    }

    /// Returns whether a revision is neither confirmed nor refused by the disk.
    pub fn is_saving(&self) -> bool {
        self.desk.notebook.is_saving()
    }

    /// Returns the keys pressed so far of a longer binding.
    pub fn pressed(&self) -> &[Key] {
        &self.pressed
    }

    /// Returns the footer: the keys and labels that fit into `cells`.
    pub fn hints(&self, cells: usize) -> Vec<(String, &'static str)> {
        /// The cells between two hints.
        const GAP: usize = 3;
        let context = self.context();
        let mut left = cells.saturating_sub(1);
        let rows: Vec<_> = if self.pressed.is_empty() {
            let rows = rows_in(context).filter(|row| row.in_footer);
            let first = |row: &'static Row| row.keys.first().map(|keys| keys.replace(' ', ""));
            rows.filter_map(|row| Some((first(row)?, row))).collect()
        } else {
            continuations(context, &self.pressed)
        };
        let hints = rows
            .into_iter()
            .map(|(keys, row)| (keys, row.action.words(context).0));
        let fitting = hints.take_while(|(keys, label)| {
            let needed = width(keys) + 1 + width(label);
            let fits = needed <= left;
            left = left.saturating_sub(needed + GAP);
            fits
        });
        fitting.collect()
    }
}
