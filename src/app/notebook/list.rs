//! Which notes the pane has, and in which order.

use std::collections::BTreeSet;

use super::Notebook;
use crate::model::{Note, NoteId};

impl Notebook {
    /// Lists what is shown: what is new stands last until it is arranged.
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

    /// The same after one record has changed.
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

    /// Selects the note that has come to the place of one that is gone, or the last.
    fn select_near(&mut self, at: Option<usize>) {
        if self.position().is_none() {
            let next = at.and_then(|at| self.list.get(at));
            self.selected = next.or_else(|| self.list.last()).cloned();
        }
    }

    /// Puts the notes in the order of a rank; alike, in the order in which they were written.
    pub fn arrange<R: Ord>(&mut self, rank: impl Fn(&Note) -> R) {
        let at = self.position();
        let notes = self.shown.iter();
        let mut ranked: Vec<_> = notes
            .filter(|(_, note)| self.matches(&note.id))
            .map(|(_, note)| (rank(note), note.id.clone()))
            .collect();
        // Stable: what is alike stays in the order of time.
        ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
        self.list = ranked.into_iter().map(|(_, id)| id).collect();
        self.select_near(at);
    }

    /// Shows these notes only, from when they are arranged next; or all.
    pub fn narrow(&mut self, matching: Option<BTreeSet<NoteId>>) {
        self.matching = matching;
    }

    fn matches(&self, id: &NoteId) -> bool {
        let matching = self.matching.as_ref();
        matching.is_none_or(|matching| matching.contains(id))
    }

    /// Whether the pane has a note.
    pub fn lists(&self, id: &NoteId) -> bool {
        self.list.contains(id)
    }

    /// How many notes the pane has.
    pub const fn listed(&self) -> usize {
        self.list.len()
    }
}
