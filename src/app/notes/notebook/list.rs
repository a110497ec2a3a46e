//! The notes in the pane, and their order.

use std::collections::BTreeSet;

use super::Notebook;
use crate::model::{Note, NoteId};

impl Notebook {
    /// Rebuilds the list; new notes are last until the list is sorted.
    pub(super) fn list_anew(&mut self) {
        let there = self.shown.iter().map(|(_, note)| &note.id);
        let there: BTreeSet<&NoteId> = there.filter(|id| self.matches(id)).collect();
        let at = self.position();
        self.list.retain(|id| there.contains(id));
        let known: BTreeSet<&NoteId> = self.list.iter().collect();
        let new = self.shown.iter().map(|(_, note)| &note.id);
        let new = new.filter(|id| there.contains(id) && !known.contains(id));
        let new: Vec<_> = new.cloned().collect();
        self.list.extend(new);
        self.select_near(at);
    }

    /// Updates the list after a change of one record.
    pub(super) fn relist(&mut self, id: &NoteId) {
        let note = self.shown.get(id);
        let is_shown = note.is_some_and(|note| !note.deleted) && self.matches(id);
        let at = self.list.iter().rposition(|one| one == id);
        let selected = self.position();
        match (is_shown, at) {
            (true, None) => self.list.push(id.clone()),
            (false, Some(at)) => drop(self.list.remove(at)),
            _ => (),
        }
        self.select_near(selected);
    }

    /// Selects the note now at the position of the selected one if that is gone, or else the last.
    fn select_near(&mut self, at: Option<usize>) {
        if self.position().is_none() {
            let next = at.and_then(|at| self.list.get(at));
            self.selected = next.or_else(|| self.list.last()).cloned();
        }
    }

    /// Sorts the notes by a rank; equal ranks stay in the order of writing.
    pub fn arrange<R: Ord>(&mut self, rank: impl Fn(&Note) -> R) {
        let at = self.position();
        let notes = self.shown.iter();
        let mut ranked: Vec<_> = notes
            .filter(|(_, note)| self.matches(&note.id))
            .map(|(_, note)| (rank(note), note.id.clone()))
            .collect();
        // The sort is stable: equal ranks stay in order of time.
        ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
        self.list = ranked.into_iter().map(|(_, id)| id).collect();
        self.select_near(at);
    }

    /// Restricts the list to these notes from the next sort on; `None` for all.
    pub fn narrow(&mut self, matching: Option<BTreeSet<NoteId>>) {
        self.matching = matching;
    }

    fn matches(&self, id: &NoteId) -> bool {
        let matching = self.matching.as_ref();
        matching.is_none_or(|matching| matching.contains(id))
    }

    /// Returns whether a note is listed in the pane.
    pub fn lists(&self, id: &NoteId) -> bool {
        self.list.contains(id)
    }

    /// Returns the number of notes in the pane.
    pub const fn listed(&self) -> usize {
        self.list.len()
    }
}
