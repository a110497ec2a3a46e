//! The notes on the screen: what is saved, what is on its way, what is selected, what can be
//! undone.
//!
//! Rules, in order: nothing is called saved before the disk has it; what is on its way is shown
//! and counted as such; undo never rewrites, it writes one more revision.

mod list;

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use super::Refusal;
use crate::model::{Author, Floor, Note, NoteId, Notes, Record};

/// So many steps can be undone: a session of hours does not eat the memory.
const MOST_STEPS: usize = 1000;

/// What one key has changed.
#[derive(Clone, Debug)]
struct Step {
    /// What each record was, `None` where it was new, and what it became.
    records: Vec<(Option<Record>, Record)>,
    /// The floor before and after.
    floor: Option<(Floor, Floor)>,
}

/// A revision that the disk has not confirmed.
#[derive(Clone, Debug)]
pub struct Pending {
    /// The revision.
    pub record: Record,
    /// Why it could not be saved, if that was tried.
    pub refused: Option<Refusal>,
}

impl Pending {
    /// Whether the journal of this machine has it: it needs no draft to come back.
    pub fn is_on_this_machine(&self) -> bool {
        self.refused
            .as_ref()
            .is_some_and(|refusal| refusal.on_this_machine)
    }
}

/// The notes of the briefing, as this program knows them.
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    /// Whose notes are written here.
    pub author: Author,
    saved: Notes,
    pending: Vec<Pending>,
    /// Saved and pending together: what is shown, and shared with whoever indexes it.
    shown: Arc<Notes>,
    /// The notes shown, in the order of the pane.
    list: Vec<NoteId>,
    /// The only notes that are shown, where the pane is narrowed.
    matching: Option<BTreeSet<NoteId>>,
    done: VecDeque<Step>,
    /// How many steps are too old to be undone.
    forgotten: usize,
    undone: Vec<Step>,
    /// The selected note.
    pub selected: Option<NoteId>,
    /// The index of the first note shown.
    pub top: usize,
    /// The note whose text is scrolled, and by how many lines.
    scrolled: Option<(NoteId, usize)>,
    /// What is damaged in the notes files, in words.
    pub damage: Vec<String>,
    /// Whether the files were read at all.
    pub is_read: bool,
}

impl Notebook {
    /// All notes, saved or on their way.
    pub const fn notes(&self) -> &Arc<Notes> {
        &self.shown
    }

    /// The revisions that the disk has not confirmed.
    pub fn pending(&self) -> &[Pending] {
        &self.pending
    }

    /// The revision of a note that waits for the disk.
    pub fn pending_of(&self, id: &NoteId) -> Option<&Pending> {
        self.pending
            .iter()
            .find(|pending| pending.record.id() == id)
    }

    /// Takes in what the files hold.
    pub fn read(&mut self, notes: Notes, damage: Vec<String>) {
        self.saved = notes;
        self.damage = damage;
        self.is_read = true;
        self.refresh();
    }

    /// Takes revisions to be saved, and remembers how to undo them, and the floor before and after.
    pub fn write(&mut self, after: Vec<Record>, floor: Option<(Floor, Floor)>) -> Vec<Record> {
        let before = |after: Record| (self.shown.record(after.id()), after);
        let after = after.into_iter().map(|one| self.shown.settled_by(one));
        let records: Vec<_> = after.map(before).collect();
        let sent = records.iter().map(|(_, after)| after.clone()).collect();
        self.undone.clear();
        self.done.push_back(Step { records, floor });
        if self.done.len() > MOST_STEPS {
            self.done.pop_front();
            self.forgotten += 1;
        }
        self.send(sent)
    }

    /// The next revision of a note, with the newest content that `change` makes of it.
    pub fn revise(&self, id: &NoteId, change: impl FnOnce(&mut Note)) -> Option<Note> {
        let mut note = self.shown.get(id)?.clone();
        change(&mut note);
        note.rev = note.rev.saturating_add(1);
        Some(note)
    }

    /// The revisions, and the floor, that take the last step back; `None` where there is nothing
    /// to undo.
    pub fn undo(&mut self) -> Option<(Vec<Record>, Option<Floor>)> {
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

    /// The same for the step that was undone last.
    pub fn redo(&mut self) -> Option<(Vec<Record>, Option<Floor>)> {
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

    /// Whether a record is there with that content, in whatever revision: nobody else has changed it.
    fn is_shown(&self, content: &Record, is_deleted: bool) -> bool {
        let plain = |record: &Record| record.clone().by(&self.author).revised(0, is_deleted);
        let known = self.shown.record(content.id());
        known
            .is_none_or(|known| known.is_deleted() == is_deleted && plain(&known) == plain(content))
    }

    fn restored(&self, content: Record, is_deleted: bool) -> Record {
        // What has vanished from the files is written anew.
        let known = self.shown.record(content.id());
        let rev = known.map_or(0, |known| known.rev()).max(content.rev());
        let revised = content.revised(rev.saturating_add(1), is_deleted);
        self.shown.settled_by(revised)
    }

    /// Takes revisions to be saved that are no step of their own.
    pub fn send(&mut self, records: Vec<Record>) -> Vec<Record> {
        // Whoever wrote the revision before: this one is ours.
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

    /// The disk has a revision.
    pub fn confirm(&mut self, record: Record) {
        // Two revisions can have one number; who writes them may not have been known at first.
        let is_it = |pending: &Pending| pending.record.clone().by(record.author()) == record;
        self.pending.retain(|pending| !is_it(pending));
        let id = record.id().clone();
        self.saved.extend([record.clone()]);
        // Mostly it is shown already: what is shared is copied only to be changed.
        if self.shown.record(&id).as_ref() != Some(&record) {
            Arc::make_mut(&mut self.shown).extend([record]);
            self.relist(&id);
        }
    }

    /// The disk has refused the revisions of a record.
    pub fn refuse(&mut self, id: &NoteId, refusal: &Refusal) {
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

    /// The notes from the first on that is on the screen.
    pub fn from_top(&self) -> impl Iterator<Item = &Note> {
        let notes = self.list.iter().skip(self.top);
        notes.filter_map(|id| self.shown.get(id))
    }

    /// Moves the selection by so many notes; it stays in the list.
    pub fn step(&mut self, by: isize) {
        let last = self.list.len().saturating_sub(1);
        let at = self.position().unwrap_or(last);
        let next = at.saturating_add_signed(by).min(last);
        self.selected = self.list.get(next).cloned();
    }

    /// How many lines of the selected note's text are scrolled away.
    pub fn line(&self) -> usize {
        let own = self
            .scrolled
            .as_ref()
            .filter(|(id, _)| Some(id) == self.selected.as_ref());
        own.map_or(0, |(_, line)| *line)
    }

    /// Scrolls the text of the selected note while some of its lines are `hidden`, and then moves
    /// the selection.
    pub fn scroll(&mut self, by: isize, hidden: usize) {
        let line = self.line();
        let next = line.saturating_add_signed(by).min(hidden);
        match self.selected.clone().filter(|_| next != line) {
            Some(id) => self.scrolled = Some((id, next)),
            None => self.step(by),
        }
    }

    /// The place of the selected note in the list: mostly one of the last.
    pub fn position(&self) -> Option<usize> {
        self.list
            .iter()
            .rposition(|id| Some(id) == self.selected.as_ref())
    }

    /// Number and note of the selected one.
    pub fn selection(&self) -> Option<(usize, &Note)> {
        let id = self.list.get(self.position()?)?;
        Some((self.shown.number(id)?, self.shown.get(id)?))
    }

    /// Scrolls so that the selected note is shown as a whole, if it fits; `rows` says how many
    /// rows a note takes with its other versions, and is asked about the notes shown only.
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

    /// How many changes were made and not undone.
    pub fn changes(&self) -> usize {
        self.forgotten + self.done.len()
    }

    /// Whether the files hold this very revision.
    pub fn has_saved(&self, record: &Record) -> bool {
        self.saved.has(record)
    }

    /// The newest revision of a note or turn that the files hold.
    pub fn saved(&self, id: &NoteId) -> Option<Record> {
        self.saved.record(id)
    }
}

#[cfg(test)]
mod tests;
