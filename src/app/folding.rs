//! Folding the tree of contents with Left and Right, which otherwise move between the panes.

use super::contents::Branch;
use super::{App, Pane};
use crate::model::{Entry, Kind};

impl App {
    /// Opens the selected kind of the tree; moves to the next pane where there is nothing to open.
    pub(super) fn unfold(&mut self) {
        match self.contents.selected {
            Branch::Kind(kind) if self.focus == Pane::Contents && !self.contents.is_open(kind) => {
                self.contents.toggle(kind);
            }
            Branch::Kind(_) | Branch::Entry(_) => self.next_pane(1),
        }
    }

    /// Closes the selected kind of the tree, or that of the selected entry; moves to the previous
    /// pane where there is nothing to close.
    pub(super) fn fold(&mut self) {
        match self
            .kind_selected()
            .filter(|kind| self.contents.is_open(*kind))
        {
            Some(kind) if self.focus == Pane::Contents => {
                self.contents.toggle(kind);
                self.contents.selected = Branch::Kind(kind);
            }
            _ => self.next_pane(-1),
        }
    }

    fn kind_selected(&self) -> Option<Kind> {
        match self.contents.selected {
            Branch::Kind(kind) => Some(kind),
            Branch::Entry(entry) => {
                let entry = self.briefing()?.entries().get(entry);
                entry.map(Entry::kind)
            }
        }
    }
}
