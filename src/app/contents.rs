//! The contents pane: kinds, and below an open kind its entries.

use std::collections::BTreeSet;

use crate::model::{Briefing, Entry, Kind};

/// A line of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Branch {
    /// A kind.
    Kind(Kind),
    /// The entry of that index.
    Entry(usize),
}

/// What is open and selected in the tree.
#[derive(Clone, Debug)]
pub struct Contents {
    /// The selected line.
    pub selected: Branch,
    /// The index of the first line shown.
    pub top: usize,
    open: BTreeSet<Kind>,
    /// What was selected, and how many lines there were, when it was last scrolled into view.
    kept: Option<(Branch, usize)>,
    /// The kind that stands open only because its entry is being read.
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
    /// The lines of the tree; kinds without entries are left out.
    pub fn branches(&self, briefing: &Briefing) -> Vec<Branch> {
        let mut branches = Vec::new();
        for kind in Kind::ALL {
            let entries = briefing.of_kind(kind);
            if !entries.is_empty() {
                branches.push(Branch::Kind(kind));
                if self.is_open(kind) {
                    branches.extend(entries.map(Branch::Entry));
                }
            }
        }
        branches
    }

    /// Whether the entries of a kind are shown.
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

    /// Selects the entry that is being read, and opens its kind for as long.
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

    /// Moves the selection by so many lines, down when positive.
    pub fn step(&mut self, briefing: &Briefing, by: isize) {
        let branches = self.branches(briefing);
        let at = self.position(&branches).saturating_add_signed(by);
        if let Some(branch) = branches.get(at.min(branches.len().saturating_sub(1))) {
            self.selected = *branch;
        }
    }

    /// Scrolls by so many lines, down when positive; the selection stays where it is.
    pub const fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by);
    }

    /// The index of the selected line.
    pub fn position(&self, branches: &[Branch]) -> usize {
        branches
            .iter()
            .position(|branch| *branch == self.selected)
            .unwrap_or_default()
    }

    /// Scrolls so that the selected line is among the `height` lines shown, with some around it.
    pub fn keep_visible(&mut self, briefing: &Briefing, height: usize) {
        /// So many lines of context stand above and below, where there is room.
        const AROUND: usize = 3;
        let branches = self.branches(briefing);
        let height = height.max(1);
        let lowest = branches.len().saturating_sub(height);
        if self.kept.replace((self.selected, height)) == Some((self.selected, height)) {
            self.top = self.top.min(lowest);
            return;
        }
        let at = self.position(&branches);
        let around = AROUND.min(height.saturating_sub(1) / 2);
        let highest = (at + around + 1).saturating_sub(height);
        self.top = self
            .top
            .clamp(highest, at.saturating_sub(around).max(highest))
            .min(lowest);
    }
}
