//! Read access for the user interface.

use std::collections::BTreeSet;

use super::key::shown;
use super::{App, Area, Capture, Contents, KeyMap, Mode, Notebook, Pane, Reader, Row};
use crate::model::{Briefing, Floor};
use crate::search::Highlights;
use crate::text::{truncate, width};

impl App {
    /// Returns the highlights of the current search.
    pub const fn lit(&self) -> Option<&Highlights> {
        match (&self.mode, &self.finding) {
            (Mode::Find(find), _) => Some(&find.finding.found.lit),
            (_, Some(finding)) => Some(&finding.found.lit),
            _ => None,
        }
    }

    /// Returns the status and whether it is a warning; unsaved notes come first.
    pub fn status(&self) -> (String, bool) {
        let refused = self.notebook.pending().iter();
        let refused = refused.filter_map(|pending| pending.refused.as_ref());
        // The worst case is shown: a note that only this program has.
        match refused.min_by_key(|refusal| refusal.on_this_machine) {
            Some(refusal) if refusal.on_this_machine && !self.status.is_empty() => (
                format!("{} · saved on this machine only", self.status),
                true,
            ),
            Some(refusal) if refusal.on_this_machine => {
                let reason = &refusal.reason;
                (format!("saved on this machine only: {reason}"), true)
            }
            Some(refusal) => (format!("NOT SAVED: {}", refusal.reason), true),
            None => (self.status.clone(), self.is_draft_unkept()),
        }
    }

    /// Returns the rows of the bar: the footer, a card, or the capture bar with head and hints.
    pub(super) fn bar_rows(&self) -> u16 {
        if let Some(card) = &self.card {
            return card.height(self.size.0.into());
        }
        let Mode::Capture(capture) = &self.mode else {
            return 1;
        };
        let most = self.size.1 / 3;
        let lines = capture.field.rows(self.capture_columns(), most.into());
        let lines = u16::try_from(lines).unwrap_or(most).max(1);
        lines
            .saturating_add(2)
            .saturating_add(self.near_rows(capture))
    }

    /// Returns the rows of the suggested paragraphs: none on a low screen.
    pub fn near_rows(&self, capture: &Capture) -> u16 {
        /// The least rows of a screen with suggestions.
        const ENOUGH: u16 = 20;
        let rows = u16::try_from(capture.near.len()).unwrap_or(u16::MAX);
        if self.size.1 < ENOUGH { 0 } else { rows }
    }

    /// Returns the width of the capture bar's text, in cells.
    pub fn capture_columns(&self) -> usize {
        usize::from(self.size.0).saturating_sub(3).max(2)
    }

    /// Returns the area of an overlay that hides all panes.
    pub(crate) fn overlay_area(&self) -> Area {
        let (columns, rows) = self.size;
        Area {
            x: 0,
            y: 1.min(rows),
            width: columns,
            height: rows.saturating_sub(1 + self.bar_rows()),
        }
    }

    /// Returns the area of a list over the panes.
    pub fn list_area(&self) -> Area {
        let (columns, rows) = self.size;
        let width = columns.min(90);
        let height = rows.saturating_sub(2);
        Area {
            x: (columns - width) / 2,
            y: 1.min(rows),
            width,
            height,
        }
    }

    /// Returns the rows of the list: inside its border, below the text field.
    pub(super) fn list_rows(&self) -> usize {
        usize::from(self.list_area().inner().height.saturating_sub(2))
    }

    /// Returns the paragraphs with notes, by index.
    pub const fn noted(&self) -> &BTreeSet<usize> {
        &self.noted
    }

    /// Returns the current floor.
    pub const fn floor(&self) -> &Floor {
        &self.floor
    }

    /// Returns the briefing; `None` if it has mistakes.
    pub fn briefing(&self) -> Option<&Briefing> {
        self.briefing.as_deref()
    }

    /// Returns the mistakes of the briefing file by line, and the index of the first line shown.
    pub fn problems(&self) -> (&[String], usize) {
        (&self.problems, self.problems_top)
    }

    /// Returns whether the briefing file has mistakes or warnings.
    pub const fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Returns the tree of contents.
    pub const fn contents(&self) -> &Contents {
        &self.contents
    }

    /// Returns the position of the reader.
    pub const fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Returns the notes.
    pub const fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    /// Returns the open overlay or bar.
    pub const fn mode(&self) -> &Mode {
        &self.mode
    }

    /// Returns the pane in focus.
    pub const fn focus(&self) -> Pane {
        self.focus
    }

    /// Returns the keys in force.
    pub const fn keys(&self) -> &KeyMap {
        &self.keys
    }

    /// Returns whether a draft exists outside the bar.
    pub const fn has_draft(&self) -> bool {
        !self.drafts.is_empty()
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

    /// Returns whether there has been no index yet.
    pub const fn is_without_index(&self) -> bool {
        self.indexed.is_empty()
    }

    /// Returns whether a revision is neither confirmed nor refused by the disk.
    pub fn is_saving(&self) -> bool {
        self.notebook
            .pending()
            .iter()
            .any(|pending| pending.refused.is_none())
    }

    /// Returns the footer: the keys and labels that fit into `cells`.
    pub fn hints(&self, cells: usize) -> Vec<(String, &'static str)> {
        /// The cells between two hints.
        const GAP: usize = 3;
        let context = self.context();
        let mut left = cells.saturating_sub(1);
        let rows = self.keys.rows_in(context).filter(|row| row.in_footer);
        let rows = rows.filter(|row| self.enabled(row.action).is_ok());
        let first = |row: &Row| row.keys.first().map(|steps| shown(steps));
        let rows = rows.filter_map(|row| Some((first(row)?, row)));
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

    /// Shortens a text to one line of a list or status.
    pub(super) fn gist(text: &str) -> String {
        /// Enough cells to recognise a paragraph.
        const CELLS: usize = 60;
        truncate(&text.replace('\n', " "), CELLS).into_owned()
    }
}
