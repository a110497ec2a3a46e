//! Saving: the only way to change notes and floor, so that each change can be undone.

use crate::messages::{SavingMessage, StatusMessage};
use crate::model::{Floor, Record};

use super::Desk;
use crate::app::event::{DeskEffect, Effect, FileRequest};
use crate::app::outcome::{Keep, Outcome, Said};

impl Desk {
    /// Saves revisions and a changed floor as one step of undo.
    pub(in crate::app) fn commit(&mut self, records: Vec<Record>, floor: Option<Floor>) -> Outcome {
        let now = &mut self.proceedings.floor;
        let floor = floor.filter(|next| *next != *now);
        let floor = floor.map(|next| (std::mem::replace(now, next.clone()), next));
        if records.is_empty() && floor.is_none() {
            return Outcome::none();
        }
        let keeps = floor.is_some();
        let records = self.notebook.write(records, floor);
        self.send(records, keeps)
    }

    /// Saves one revision as one step of undo.
    pub(in crate::app) fn write(&mut self, record: impl Into<Record>) -> Outcome {
        self.commit(vec![record.into()], None)
    }

    /// Sends revisions to the disk. Keeps the session if there are any, or if `keeps` is set. The
    /// session is written first: if the program is then killed, the session has the unsaved
    /// revisions and no longer their draft.
    pub(in crate::app) fn send(&mut self, records: Vec<Record>, keeps: bool) -> Outcome {
        self.announced = None;
        let saves = !records.is_empty();
        if saves {
            self.indexed.outdate();
        }
        let keep = if keeps || saves {
            Keep::Session
        } else {
            Keep::No
        };
        let said = if saves {
            Said::Message(SavingMessage::Saving.into())
        } else {
            Said::Nothing
        };
        Outcome {
            effects: saves_of(self, records),
            keep,
            said,
            ..Outcome::none()
        }
    }

    /// Sets the status of an outcome now, and repeats it once the disk has confirmed the change.
    pub(in crate::app) fn announce(
        &mut self,
        outcome: Outcome,
        said: impl Into<StatusMessage>,
    ) -> Outcome {
        let said = said.into();
        self.announced = Some(said.clone()).filter(|_| self.notebook.is_saving());
        outcome.saying(said)
    }
}

fn saves_of(desk: &Desk, records: Vec<Record>) -> Vec<Effect> {
    let save = |record| DeskEffect::Files(FileRequest::Save(Box::new(record)));
    let effects = records.into_iter().map(save);
    effects.map(|effect| desk.effect(effect)).collect()
}
