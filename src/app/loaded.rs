//! Events other than keys: what was read, indexed, saved or refused.

use crate::messages::{DraftMessage, PaperMessage, StatusMessage};
use crate::model::{Author, Note, NoteId, Notes, Record};
use crate::search::Index;

use super::desk::OldDrafts;
use super::enabled::enabled;
use super::event::{DeskEvent, Effect, Event, Keeping, Moment, Reading, SaveRefusal};
use super::lists::{Purpose, go_to};
use super::noting::{confirm, forget_saved, take_edited};
use super::outcome::{Keep, Outcome};
use super::{App, Bar, Leaving, Overlay, find};

impl App {
    /// Handles an event.
    pub(super) fn take(&mut self, moment: &Moment, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => return self.press(moment, key),
            Event::Paste(text) => return self.paste(&text),
            Event::Mouse(does, column, row) => return self.mouse(does, column, row),
            Event::Resize(columns, rows) => {
                self.size = (columns, rows);
                self.give_room();
            }
            Event::Desk(id, event) if id == self.desk.id() => {
                return self.take_of_desk(moment, event);
            }
            // The event loop handles the others itself; a desk may be closed meanwhile.
            Event::Desk(..)
            | Event::Tick
            | Event::Ready
            | Event::Suspend
            | Event::Continued
            | Event::Ended => (),
        }
        Vec::new()
    }

    /// Handles an event of the desk.
    fn take_of_desk(&mut self, moment: &Moment, event: DeskEvent) -> Vec<Effect> {
        match event {
            DeskEvent::Briefing(reading) => self.take_briefing(*reading),
            DeskEvent::Author(author) => return self.take_author(author),
            DeskEvent::Notes(notes, damage) => self.take_notes(notes, damage),
            DeskEvent::Indexed(index, number) => return self.take_index(index, number),
            DeskEvent::Saved(record) => return self.take_saved(moment, record),
            DeskEvent::NotSaved(id, refusal) => self.take_refusal(&id, &refusal),
            DeskEvent::Edited(edited) => {
                if let Some(Bar::Capture(capture)) = &mut self.front.bar {
                    let outcome = take_edited(capture, edited, &self.desk);
                    return self.apply_bar(outcome);
                }
            }
            // Unjournaled is appended to "saved #n", which has just arrived.
            DeskEvent::Unjournaled(told) | DeskEvent::Notice(told) => {
                self.status.push(StatusMessage::reason(told));
            }
            DeskEvent::History(id, revisions) => self.take_history(&id, revisions),
            DeskEvent::Keeping(keeping, answered) => self.take_keeping(keeping, answered),
            DeskEvent::Written(said) => self.say(said),
        }
        Vec::new()
    }

    fn take_briefing(&mut self, reading: Reading) {
        let paper = &mut self.desk.paper;
        let before = paper.problems.last().map(StatusMessage::reason);
        paper.problems = reading.problems.lines().map(str::to_owned).collect();
        paper.problems_at = super::ListCursor::default();
        let Some(briefing) = reading.briefing else {
            if self.desk.briefing().is_some() {
                let first = self.desk.paper.problems.first();
                let mistake = first.cloned().unwrap_or_default();
                self.say(PaperMessage::LastGood { mistake });
            }
            return;
        };
        paper.replace(briefing);
        self.desk.indexed.forget();
        self.desk.finding = None;
        // The open overlays show paragraphs of the old paper.
        self.renew_overlays();
        self.desk.lay_out();
        self.desk.paper.restore_seen();
        self.renew_go_to();
        // Its questions and paragraphs may have changed.
        if let Some(bar) = &mut self.front.bar {
            bar.renew(&self.desk);
        }
        // What older problems said is over; notices stay.
        self.status.retain(|said| {
            matches!(said, StatusMessage::Reason { .. }) && Some(said) != before.as_ref()
        });
        let last = self.desk.paper.problems.last();
        self.status.extend(last.map(StatusMessage::reason));
    }

    fn renew_overlays(&mut self) {
        for overlay in &mut self.front.overlays {
            overlay.renew(&self.desk);
        }
    }

    /// Rebuilds the list of entries if it is open.
    fn renew_go_to(&mut self) {
        let overlay = self.front.overlays.last();
        if !matches!(overlay, Some(Overlay::List(list)) if list.purpose == Purpose::GoTo) {
            return;
        }
        let context = self.desk.context();
        let rows = self.keys.rows_in(context);
        let rows = rows.filter(|row| enabled(self, row.action).is_ok());
        let renewed = go_to(&self.desk, rows, context);
        if let Some(Overlay::List(picker)) = self.front.overlays.last_mut()
            && let Some(mut renewed) = renewed
        {
            renewed.field = picker.field.clone();
            renewed.filter();
            **picker = renewed;
        }
    }

    /// Installs a new index and updates the open results.
    fn take_index(&mut self, index: Index, number: u64) -> Vec<Effect> {
        self.desk.indexed.take(index, number);
        find::renew(&mut self.desk);
        if self.desk.notes_pane.filter.is_some() {
            self.desk.filter_notes();
        }
        self.renew_overlays();
        if let Some(bar) = &mut self.front.bar {
            bar.renew(&self.desk);
        }
        self.forget_saved_drafts()
    }

    /// Forgets the drafts that the last run had saved as notes before it was killed.
    fn forget_saved_drafts(&mut self) -> Vec<Effect> {
        let forgot = forget_saved(&mut self.desk);
        if self.desk.drafts.waiting.is_empty() {
            self.status.retain(|it| *it != DraftMessage::Waits.into());
        }
        let keep = if forgot { Keep::Session } else { Keep::No };
        self.apply(Outcome::none().keeping(keep))
    }

    fn take_notes(&mut self, notes: Notes, damage: Vec<String>) {
        if let Some(first) = damage.first() {
            self.status = vec![StatusMessage::reason(first)];
        }
        let is_start = !self.desk.notebook.is_read;
        if is_start && !self.desk.drafts.waiting.is_empty() && self.status.is_empty() {
            self.say(DraftMessage::Waits);
        }
        self.desk.notebook.read(notes, damage);
        self.desk.indexed.outdate();
    }

    /// Sets the author. Revisions that the last run could not save, or had not confirmed when it
    /// was killed, are tried again, unless the files or the journal have them. The revisions of
    /// another author stay in the session until that author opens the program.
    fn take_author(&mut self, author: Author) -> Vec<Effect> {
        let is_ours =
            |record: &Record| *record.author() == author || *record.author() == Author::default();
        let desk = &mut self.desk;
        let untried = std::mem::take(&mut desk.untried).into_iter();
        let (ours, of_others): (Vec<_>, Vec<_>) = untried.partition(is_ours);
        desk.untried = of_others;
        desk.notebook.author = author;
        let ours = ours.into_iter();
        let ours = ours.map(|record| record.by(&desk.notebook.author));
        let ours = ours.filter(|record| !desk.notebook.has_saved(record));
        let ours = ours.collect();
        let sent = desk.notebook.send(ours);
        desk.drafts.old = OldDrafts::WaitForNames;
        let mut effects = self.forget_saved_drafts();
        let outcome = self.desk.send(sent, false);
        effects.extend(self.apply(outcome));
        effects
    }

    fn take_saved(&mut self, moment: &Moment, record: Record) -> Vec<Effect> {
        self.status = confirm(&mut self.desk, moment, record);
        if self.leaving == Leaving::WhenSaved && !self.desk.notebook.is_saving() {
            self.leaving = Leaving::No;
            return self.quit();
        }
        Vec::new()
    }

    fn take_refusal(&mut self, id: &NoteId, refusal: &SaveRefusal) {
        self.desk.notebook.refuse(id, refusal);
        self.desk.announced = None;
        self.status.clear();
        self.leaving = Leaving::No;
    }

    fn take_history(&mut self, id: &NoteId, revisions: Vec<Note>) {
        if let Some(Overlay::History(history)) = self.front.overlays.last_mut()
            && history.id == *id
        {
            history.show(revisions, &self.desk);
        }
    }

    /// Handles an answer of the disk about drafts.
    pub(super) fn take_keeping(&mut self, keeping: Keeping, answered: usize) {
        let kept = &mut self.desk.drafts.kept;
        let is_last = kept.answer(keeping, answered);
        if !is_last {
            return;
        }
        let (says, has_failed) = (kept.says(), kept.failure().is_some());
        if has_failed {
            // A lost draft matters more than whatever the status says by now.
            self.say(says);
            return;
        }
        for said in &mut self.status {
            if *said == DraftMessage::Keeping.into() {
                *said = says.clone().into();
            }
        }
    }
}
