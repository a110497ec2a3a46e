//! Handlers for the briefing, the notes and the index once they are loaded.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::drafts::OldDrafts;
use super::{App, Document, Effect, Mode, Picker, Purpose, Reader, Reading};
use crate::model::{Author, Notes, Record};
use crate::search::Index;

impl App {
    pub(super) fn take_briefing(&mut self, reading: Reading) -> Vec<Effect> {
        self.problems = reading.problems.lines().map(str::to_owned).collect();
        self.problems_top = 0;
        let Some(briefing) = reading.briefing else {
            if self.briefing.is_some() {
                let first = self.problems.first().map_or("", String::as_str);
                self.status = format!("showing the last good version: {first}");
            }
            return Vec::new();
        };
        let view = self.seen.clone();
        self.document = Document::new(&briefing, &BTreeSet::new());
        self.reader = Reader {
            selected: 1,
            ..Reader::default()
        };
        self.indexed.forget();
        self.briefing = Some(Arc::new(briefing));
        self.finding = None;
        // The open finder shows paragraphs of the old paper.
        self.look_again();
        self.renew_countries();
        self.relayout();
        if let Some(view) = view {
            self.with_reader(|reader, page| reader.restore(page, &view));
        }
        self.reopen();
        // Its questions and paragraphs may have changed.
        self.read_capture();
        self.problems
            .last()
            .map_or("", String::as_str)
            .clone_into(&mut self.status);
        Vec::new()
    }

    /// Updates the open list and the tree to the new briefing.
    fn reopen(&mut self) {
        let entry = self.page().and_then(|page| self.reader.entry(&page));
        if let Some((briefing, entry)) = self.briefing.as_ref().zip(entry) {
            self.contents.follow(briefing, entry);
        }
        if let Mode::List(Picker {
            purpose: Purpose::GoTo,
            field,
            ..
        }) = &self.mode
        {
            let field = field.clone();
            self.open_go_to();
            if let Mode::List(picker) = &mut self.mode {
                picker.field = field;
                picker.filter();
            }
        }
    }

    /// Installs a new index and updates the open results.
    pub(super) fn take_index(&mut self, index: Index, number: u64) -> Vec<Effect> {
        self.indexed.take(index, number);
        self.look_again();
        if self.notes_filter.is_some() {
            self.filter_notes();
        }
        self.renew_countries();
        self.read_capture();
        // The index knows the names in the current paper, and is renewed after each note.
        self.renew_report();
        self.forget_saved_drafts()
    }

    pub(super) fn take_notes(&mut self, notes: Notes, damage: Vec<String>) -> Vec<Effect> {
        if let Some(first) = damage.first() {
            self.status.clone_from(first);
        }
        if !self.notebook.is_read && !self.drafts.is_empty() && self.status.is_empty() {
            self.status = self.draft_waits();
        }
        self.notebook.read(notes, damage);
        self.indexed.outdate();
        Vec::new()
    }

    /// Appends a notice to the status.
    pub(super) fn take_notice(&mut self, told: &str) -> Vec<Effect> {
        if !self.status.is_empty() {
            self.status.push_str("; ");
        }
        self.status.push_str(told);
        Vec::new()
    }

    /// Sets the author. Revisions that the last run could not save, or was killed before it knew,
    /// are tried again, unless the files or the journal have them. The
    /// revisions of another author stay in the session for a screen of that author.
    pub(super) fn take_author(&mut self, author: Author) -> Vec<Effect> {
        let is_ours =
            |record: &Record| *record.author() == author || *record.author() == Author::default();
        let untried = std::mem::take(&mut self.untried).into_iter();
        let (ours, of_others): (Vec<_>, Vec<_>) = untried.partition(is_ours);
        self.untried = of_others;
        self.notebook.author = author;
        let ours = ours.into_iter();
        let ours = ours.map(|record| record.by(&self.notebook.author));
        let ours = ours.filter(|record| !self.notebook.has_saved(record));
        let ours = ours.collect();
        let sent = self.notebook.send(ours);
        self.old_drafts = OldDrafts::WaitForNames;
        let kept = self.forget_saved_drafts();
        kept.into_iter().chain(self.send(sent, false)).collect()
    }
}
