//! The contents pane: the kinds, and the entries below an open kind.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::app::layout::ListCursor;
use crate::model::{Briefing, Entry, Kind};

/// A line of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Branch {
    /// A kind.
    Kind(Kind),
    /// The entry with this index.
    Entry(usize),
}

/// The open and selected lines of the tree.
#[derive(Clone, Debug)]
pub struct Contents {
    /// The selected line.
    pub selected: Branch,
    /// The index of the first line shown.
    pub top: usize,
    open: BTreeSet<Kind>,
    /// The selection and the number of lines when it was last scrolled into view.
    kept: Option<(Branch, usize)>,
    /// The kind that is open only while one of its entries is read.
    passing: Option<Kind>,
}

impl Default for Contents {
    fn default() -> Self {
        let selected = Branch::Kind(Kind::Objective);
        Self {
            selected,
            kept: None,
            top: 0,
            open: BTreeSet::new(),
            passing: None,
        }
    }
}

impl Contents {
    /// Returns the lines of the tree from this index on, without empty kinds.
    ///
    /// Skipping lines costs nothing, since a kind may have thousands of entries.
    pub fn branches(&self, briefing: &Briefing, from: usize) -> impl Iterator<Item = Branch> {
        let mut skip = from;
        self.kinds(briefing).flat_map(move |(kind, entries)| {
            let head = (skip == 0).then_some(Branch::Kind(kind));
            skip = skip.saturating_sub(1);
            let shown = (entries.start + skip).min(entries.end)..entries.end;
            skip -= entries.len() - shown.len();
            head.into_iter().chain(shown.map(Branch::Entry))
        })
    }

    /// Returns the number of lines.
    fn count(&self, briefing: &Briefing) -> usize {
        let kinds = self.kinds(briefing);
        kinds.map(|(_, entries)| 1 + entries.len()).sum()
    }

    /// Returns the kinds that have entries, each with the entries shown.
    fn kinds(&self, briefing: &Briefing) -> impl Iterator<Item = (Kind, Range<usize>)> {
        let kinds = Kind::ALL
            .into_iter()
            .map(|kind| (kind, briefing.of_kind(kind)));
        let kinds = kinds.filter(|(_, entries)| !entries.is_empty());
        kinds.map(|(kind, entries)| {
            let shown = if self.is_open(kind) {
                entries
            } else {
                entries.start..entries.start
            };
            (kind, shown)
        })
    }

    /// Returns whether the entries of a kind are shown.
    pub fn is_open(&self, kind: Kind) -> bool {
        self.open.contains(&kind)
    }

    /// Shows or hides the entries of a kind.
    pub fn toggle(&mut self, kind: Kind) {
        if !self.open.remove(&kind) {
            self.open.insert(kind);
        }
        self.passing = None;
    }

    /// Selects the entry being read, and opens its kind while it is read.
    pub fn follow(&mut self, briefing: &Briefing, entry: usize) {
        let Some(kind) = briefing.entries().get(entry).map(Entry::kind) else {
            return;
        };
        if self.passing != Some(kind) {
            if let Some(passed) = self.passing.take() {
                self.open.remove(&passed);
            }
            if self.open.insert(kind) {
                self.passing = Some(kind);
            }
        }
        self.selected = Branch::Entry(entry);
    }

    /// Moves the selection by a number of lines, down if positive.
    pub fn step(&mut self, briefing: &Briefing, by: isize) {
        let last = self.count(briefing).saturating_sub(1);
        let at = self.position(briefing).saturating_add_signed(by).min(last);
        let branch = self.branches(briefing, at).next();
        self.selected = branch.unwrap_or(self.selected);
    }

    /// Scrolls by a number of lines, down if positive, without moving the selection.
    pub const fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by);
    }

    /// Returns the index of the selected line.
    fn position(&self, briefing: &Briefing) -> usize {
        let mut before = 0;
        for (kind, entries) in self.kinds(briefing) {
            match self.selected {
                Branch::Kind(selected) if selected == kind => return before,
                Branch::Entry(selected) if entries.contains(&selected) => {
                    return before + 1 + selected - entries.start;
                }
                _ => before += 1 + entries.len(),
            }
        }
        0
    }

    /// Scrolls until the selected line is among the `height` lines shown, with some context.
    pub fn keep_visible(&mut self, briefing: &Briefing, height: usize) {
        /// Lines of context above and below, if there is room.
        const AROUND: usize = 3;
        let height = height.max(1);
        let lowest = self.count(briefing).saturating_sub(height);
        if self.kept.replace((self.selected, height)) == Some((self.selected, height)) {
            self.top = self.top.min(lowest);
            return;
        }
        let at = self.position(briefing);
        let around = AROUND.min(height.saturating_sub(1) / 2);
        let mut cursor = ListCursor {
            selected: at,
            top: self.top,
        };
        cursor.reveal(at.saturating_sub(around)..at + around + 1, height);
        self.top = cursor.top.min(lowest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EntryId, NewEntry, Paper, Practice, Prose};

    fn briefing() -> Briefing {
        let kinds = [Kind::Concept, Kind::Example, Kind::Question].into_iter();
        let entries = kinds.flat_map(|kind| (0..4).map(move |nth| (kind, nth)));
        let entries = entries.map(|(kind, nth)| NewEntry {
            id: EntryId::new(&format!("{}-{nth}", kind.singular())).unwrap(),
            kind,
            heading: String::new(),
            at: String::new(),
            practice: Practice::default(),
            see: Vec::new(),
            prose: vec![Prose::default()],
        });
        Briefing::new(Paper::default(), Vec::new(), entries.collect()).unwrap()
    }

    #[test]
    fn lines_are_the_same_from_any_start() {
        let briefing = briefing();
        let mut contents = Contents::default();
        contents.toggle(Kind::Concept);
        contents.toggle(Kind::Question);
        let all: Vec<_> = contents.branches(&briefing, 0).collect();
        assert_eq!((all.len(), contents.count(&briefing)), (11, 11));
        for from in 0..13 {
            let rest: Vec<_> = contents.branches(&briefing, from).collect();
            assert_eq!(rest, all[from.min(all.len())..]);
        }
        for (at, branch) in all.iter().enumerate() {
            contents.selected = *branch;
            assert_eq!(contents.position(&briefing), at);
        }
    }
}
