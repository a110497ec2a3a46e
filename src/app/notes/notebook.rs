//! The notes of the screen: saved and pending revisions, the selection, and undo.
//!
//! Rules, in order: nothing is called saved before the disk has it; pending revisions are shown and
//! counted as such; undo never rewrites, it adds a revision.

mod list;

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use super::super::event::SaveRefusal;
use crate::model::{Author, Floor, Note, NoteId, Notes, Record};

/// The largest number of steps that can be undone, so that memory stays bounded over hours.
const MOST_STEPS: usize = 1000;

/// A record before a change, `None` if it was new, and after it.
pub(in crate::app) type RecordChange = (Option<Record>, Record);

/// The changes made by one key press.
#[derive(Clone, Debug)]
struct UndoStep {
    records: Vec<RecordChange>,
    /// The floor before and after.
    floor: Option<(Floor, Floor)>,
}

/// The revisions and the floor that undo or redo a step.
pub(in crate::app) type UndoneStep = (Vec<Record>, Option<Floor>);

/// A revision that the disk has not confirmed.
#[derive(Clone, Debug)]
pub struct Pending {
    /// The revision.
    pub record: Record,
    /// The reason why it could not be saved; `None` if it was not refused.
    pub refused: Option<SaveRefusal>,
}

impl Pending {
    /// Returns whether the journal on this machine has the revision, so that it survives without a
    /// draft.
    pub fn is_on_this_machine(&self) -> bool {
        self.refused
            .as_ref()
            .is_some_and(|refusal| refusal.on_this_machine)
    }
}

/// The notes of the briefing, as far as this program knows them.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    /// The author of new notes.
    pub author: Author,
    saved: Notes,
    pending: Vec<Pending>,
    /// All notes, saved and pending: shared with the indexing thread.
    shown: Arc<Notes>,
    /// The notes shown, in the order of the pane.
    list: Vec<NoteId>,
    /// The notes that match the filter; `None` without a filter.
    matching: Option<BTreeSet<NoteId>>,
    done: VecDeque<UndoStep>,
    /// The number of steps too old to be undone.
    forgotten: usize,
    undone: Vec<UndoStep>,
    /// The selected note.
    pub selected: Option<NoteId>,
    /// The index of the first note shown.
    pub top: usize,
    /// The note whose text is scrolled, and by how many lines.
    scrolled: Option<(NoteId, usize)>,
    /// The damage in the notes files, for the user.
    pub damage: Vec<String>,
    /// Whether the files have been read.
    pub is_read: bool,
}

impl Notebook {
    /// Returns all notes, saved or pending.
    pub const fn notes(&self) -> &Arc<Notes> {
        &self.shown
    }

    /// Returns the revisions that the disk has not confirmed.
    pub fn pending(&self) -> &[Pending] {
        &self.pending
    }

    /// Returns the pending revision of a note.
    pub fn pending_of(&self, id: &NoteId) -> Option<&Pending> {
        self.pending
            .iter()
            .find(|pending| pending.record.id() == id)
    }

    /// Installs the notes read from the files.
    pub fn read(&mut self, notes: Notes, damage: Vec<String>) {
        self.saved = notes;
        self.damage = damage;
        self.is_read = true;
        self.refresh();
    }

    /// Adds revisions to save as one step of undo, with the floor before and after.
    pub fn write(&mut self, after: Vec<Record>, floor: Option<(Floor, Floor)>) -> Vec<Record> {
        let before = |after: Record| (self.shown.record(after.id()), after);
        let after = after.into_iter().map(|one| self.shown.settled_by(one));
        let records: Vec<_> = after.map(before).collect();
        let sent = records.iter().map(|(_, after)| after.clone()).collect();
        self.undone.clear();
        self.done.push_back(UndoStep { records, floor });
        if self.done.len() > MOST_STEPS {
            self.done.pop_front();
            self.forgotten += 1;
        }
        self.send(sent)
    }

    /// Returns the next revision of a note: its newest content, changed by `change`.
    pub fn revise(&self, id: &NoteId, change: impl FnOnce(&mut Note)) -> Option<Note> {
        let mut note = self.shown.get(id)?.clone();
        change(&mut note);
        note.rev = note.rev.saturating_add(1);
        Some(note)
    }

    /// Returns the revisions and the floor that undo the last step; `None` if there is nothing to
    /// undo.
    pub fn undo(&mut self) -> Option<UndoneStep> {
        let step = self.done.pop_back()?;
        let records = step.records.iter().rev();
        let untouched = records.filter(|(_, after)| self.is_shown(after, after.is_deleted()));
        let back = untouched.map(|(before, after)| {
            let is_deleted = before.as_ref().is_none_or(Record::is_deleted);
            self.restored(before.as_ref().unwrap_or(after).clone(), is_deleted)
        });
        let back = back.collect();
        let floor = step.floor.as_ref().map(|(before, _)| before.clone());
        self.undone.push(step);
        Some((self.send(back), floor))
    }

    /// Returns the revisions and the floor that redo the step undone last.
    pub fn redo(&mut self) -> Option<UndoneStep> {
        let step = self.undone.pop()?;
        let untouched = step.records.iter().filter(|(before, after)| match before {
            Some(before) => self.is_shown(before, before.is_deleted()),
            None => self.is_shown(after, true),
        });
        let again = untouched.map(|(_, after)| {
            let is_deleted = after.is_deleted();
            self.restored(after.clone(), is_deleted)
        });
        let again = again.collect();
        let floor = step.floor.as_ref().map(|(_, after)| after.clone());
        self.done.push_back(step);
        Some((self.send(again), floor))
    }

    /// Returns whether a record still has this content, whatever its revision number: then no one
    /// else has changed it.
    fn is_shown(&self, content: &Record, is_deleted: bool) -> bool {
        let plain = |record: &Record| record.clone().by(&self.author).revised(0, is_deleted);
        let known = self.shown.record(content.id());
        known
            .is_none_or(|known| known.is_deleted() == is_deleted && plain(&known) == plain(content))
    }

    fn restored(&self, content: Record, is_deleted: bool) -> Record {
        // A record missing from the files is written again.
        let known = self.shown.record(content.id());
        let rev = known.map_or(0, |known| known.rev()).max(content.rev());
        let revised = content.revised(rev.saturating_add(1), is_deleted);
        self.shown.settled_by(revised)
    }

    /// Adds revisions to save that are not a step of undo.
    pub fn send(&mut self, records: Vec<Record>) -> Vec<Record> {
        // The revision before may have another author: this one is ours.
        let records = records.into_iter();
        let records: Vec<_> = records.map(|one| one.by(&self.author)).collect();
        for record in &records {
            self.pending.push(Pending {
                record: record.clone(),
                refused: None,
            });
            Arc::make_mut(&mut self.shown).extend([record.clone()]);
            self.relist(record.id());
            if let Some(note) = record.note().filter(|note| !note.deleted) {
                self.selected = Some(note.id.clone());
            }
        }
        records
    }

    /// Confirms a saved revision.
    pub fn confirm(&mut self, record: Record) {
        // Two revisions can have the same number; the author may have been unknown at first.
        let is_it = |pending: &Pending| pending.record.clone().by(record.author()) == record;
        self.pending.retain(|pending| !is_it(pending));
        let id = record.id().clone();
        self.saved.extend([record.clone()]);
        // Usually it is shown already: shared notes are copied only for a change.
        if self.shown.record(&id).as_ref() != Some(&record) {
            Arc::make_mut(&mut self.shown).extend([record]);
            self.relist(&id);
        }
    }

    /// Marks the revisions of a record as refused by the disk.
    pub fn refuse(&mut self, id: &NoteId, refusal: &SaveRefusal) {
        let refused = self.pending.iter_mut();
        for pending in refused.filter(|pending| pending.record.id() == id) {
            pending.refused = Some(refusal.clone());
        }
    }

    fn refresh(&mut self) {
        self.shown = Arc::new(self.saved.clone());
        Arc::make_mut(&mut self.shown)
            .extend(self.pending.iter().map(|pending| pending.record.clone()));
        self.list_anew();
    }

    /// Returns the notes from the first shown one on.
    pub fn from_top(&self) -> impl Iterator<Item = &Note> {
        let notes = self.list.iter().skip(self.top);
        notes.filter_map(|id| self.shown.get(id))
    }

    /// Moves the selection by a number of notes, within the list.
    pub fn step(&mut self, by: isize) {
        let last = self.list.len().saturating_sub(1);
        let at = self.position().unwrap_or(last);
        let next = at.saturating_add_signed(by).min(last);
        self.selected = self.list.get(next).cloned();
    }

    /// Returns the number of lines by which the selected note's text is scrolled.
    pub fn line(&self) -> usize {
        let own = self
            .scrolled
            .as_ref()
            .filter(|(id, _)| Some(id) == self.selected.as_ref());
        own.map_or(0, |(_, line)| *line)
    }

    /// Scrolls the text of the selected note, of which `hidden` lines do not fit; at either end of
    /// the text, moves the selection instead.
    pub fn scroll(&mut self, by: isize, hidden: usize) {
        let line = self.line();
        let next = line.saturating_add_signed(by).min(hidden);
        match self.selected.clone().filter(|_| next != line) {
            Some(id) => self.scrolled = Some((id, next)),
            None => self.step(by),
        }
    }

    /// Returns the index of the selected note in the list; searched from the end, as it is usually
    /// one of the last.
    pub fn position(&self) -> Option<usize> {
        self.list
            .iter()
            .rposition(|id| Some(id) == self.selected.as_ref())
    }

    /// Returns the selected note with its number.
    pub fn selection(&self) -> Option<(usize, &Note)> {
        let id = self.list.get(self.position()?)?;
        Some((self.shown.number(id)?, self.shown.get(id)?))
    }

    /// Scrolls until the whole selected note is shown, if it fits; `rows` returns the number of
    /// rows of a note with its other versions, and is called only for notes near the selection.
    pub fn keep_visible(&mut self, height: usize, rows: impl Fn(&Note, &Notes) -> usize) {
        let at = self.position().unwrap_or_default();
        let mut used = 0;
        let shown = self.list.iter().take(at + 1).rev();
        let shown = shown.filter_map(|id| self.shown.get(id));
        let fitting = shown.take_while(|note| {
            used += rows(note, &self.shown);
            used <= height
        });
        let highest = (at + 1).saturating_sub(fitting.count().max(1));
        self.top = self.top.clamp(highest, at);
    }

    /// Returns whether a revision is neither confirmed nor refused by the disk.
    pub fn is_saving(&self) -> bool {
        let mut pending = self.pending.iter();
        pending.any(|pending| pending.refused.is_none())
    }

    /// Returns the step that would be undone next: each record that no one else has changed since,
    /// as it was before and after the step, and the floor before the step.
    pub(in crate::app) fn next_undo(&self) -> Option<(Vec<&RecordChange>, Option<&Floor>)> {
        let step = self.done.back()?;
        let floor = step.floor.as_ref().map(|(before, _)| before);
        let untouched = step.records.iter();
        let untouched = untouched.filter(|(_, after)| self.is_shown(after, after.is_deleted()));
        Some((untouched.collect(), floor))
    }

    /// Returns whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Returns whether there is a step to redo.
    pub const fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Returns the number of changes made and not undone.
    pub fn changes(&self) -> usize {
        self.forgotten + self.done.len()
    }

    /// Returns whether the files have exactly this revision.
    pub fn has_saved(&self, record: &Record) -> bool {
        self.saved.has(record)
    }

    /// Returns the newest revision of a note or turn in the files.
    pub fn saved(&self, id: &NoteId) -> Option<Record> {
        self.saved.record(id)
    }
}

#[cfg(test)]
mod tests;
