//! Undo for notes and floor: one key, one step.

use crate::model::{Floor, Record};

use super::floor::{clock, speaker_name};
use super::{App, Effect};

impl App {
    /// Saves revisions and a changed floor as one step of undo.
    pub(super) fn commit(&mut self, records: Vec<Record>, floor: Option<Floor>) -> Vec<Effect> {
        let floor = floor.filter(|next| *next != self.floor);
        let floor = floor.map(|next| (std::mem::replace(&mut self.floor, next.clone()), next));
        if records.is_empty() && floor.is_none() {
            return Vec::new();
        }
        let keeps = floor.is_some();
        let records = self.notebook.write(records, floor);
        self.send(records, keeps)
    }

    /// Sends revisions to the disk, and keeps the session if the floor has changed. The session
    /// comes first: after a kill it has the unsaved revisions, and no longer their draft.
    pub(super) fn send(&mut self, records: Vec<Record>, keeps: bool) -> Vec<Effect> {
        self.announced = None;
        if !records.is_empty() {
            self.indexed.outdate();
            "saving…".clone_into(&mut self.status);
        }
        let keeps = keeps || !records.is_empty();
        let keeps = keeps.then(|| Effect::Keep(self.session()));
        let saves = records.into_iter().map(Effect::Save);
        keeps.into_iter().chain(saves).collect()
    }

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let changes = self.notebook.changes();
        if let Some((_, draft)) = self.dropped.pop_if(|(before, _)| *before >= changes) {
            self.open_bar(self.capture_of(draft));
            return Vec::new();
        }
        let step = self.notebook.undo();
        self.turn_back(step, "undo")
    }

    /// Returns what undo would do now.
    pub(super) fn undo_in_words(&self) -> String {
        if self.has_dropped_draft() {
            return "undo: open the deleted draft again".to_owned();
        }
        let Some((records, floor)) = self.notebook.next_undo() else {
            return "undo".to_owned();
        };
        let mut said: Vec<String> = floor.map(Self::floor_in_words).into_iter().collect();
        for (before, after) in records {
            let Some(note) = after.note() else { continue };
            let number = self.notebook.notes().number(&note.id).unwrap_or_default();
            said.push(match before {
                None => format!("delete #{number}"),
                Some(_) if after.is_deleted() => format!("restore #{number}"),
                Some(_) => format!("change #{number} back"),
            });
        }
        format!("undo: {}", said.join(", "))
    }

    /// Returns the name of the speaker who has the floor.
    pub(super) fn speaker_now(&self) -> Option<&str> {
        let speaking = self.floor.speaking.as_ref()?;
        Some(speaker_name(&speaking.speaker))
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        let step = self.notebook.redo();
        self.turn_back(step, "redo")
    }

    fn turn_back(&mut self, step: Option<(Vec<Record>, Option<Floor>)>, what: &str) -> Vec<Effect> {
        let Some((records, floor)) = step else {
            return Vec::new();
        };
        if records.is_empty() && floor.is_none() {
            self.status = format!("cannot {what}: someone else has changed it since");
            return Vec::new();
        }
        let keeps = floor.is_some();
        let numbers = records.iter().filter_map(|record| {
            let number = self.notebook.notes().number(&record.note()?.id)?;
            Some(format!("#{number}"))
        });
        let mut said: Vec<String> = numbers.collect();
        if let Some(floor) = floor {
            self.floor = floor;
        }
        let effects = self.send(records, keeps);
        if keeps {
            said.insert(0, Self::floor_in_words(&self.floor));
        }
        self.announce(format!("{what}ne: {}", said.join(", ")));
        effects
    }

    /// Sets the status now, and again once the disk has the step.
    pub(super) fn announce(&mut self, said: String) {
        self.announced = Some(said.clone()).filter(|_| self.is_saving());
        self.status = said;
    }

    /// Returns the speaker, the limit and the queue as a sentence.
    fn floor_in_words(floor: &Floor) -> String {
        let holder = floor.speaking.as_ref();
        let holder = holder.map_or("no one", |speaking| speaker_name(&speaking.speaker));
        let waiting = floor.queue.iter().map(speaker_name);
        let waiting = waiting.collect::<Vec<_>>().join(", ");
        let limit = match floor.limit {
            0 => "no limit".to_owned(),
            limit => format!("limit {} per turn", clock(limit.into())),
        };
        if waiting.is_empty() {
            format!("{holder} has the floor, {limit}")
        } else {
            format!("{holder} has the floor, {limit}, queue: {waiting}")
        }
    }
}
