//! Events of a desk, sent by its threads.

use std::sync::mpsc::{SendError, Sender};

use crate::app::{DeskEvent, DeskId, Event};

/// Sends the events of one desk.
#[derive(Clone, Debug)]
pub struct DeskSender {
    desk: DeskId,
    events: Sender<Event>,
}

impl DeskSender {
    /// Creates the sender of a desk.
    pub const fn new(desk: DeskId, events: Sender<Event>) -> Self {
        Self { desk, events }
    }

    /// Sends an event.
    ///
    /// # Errors
    /// When the program has ended.
    pub fn send(&self, event: DeskEvent) -> Result<(), SendError<Event>> {
        self.events.send(Event::Desk(self.desk, event))
    }

    /// Returns the sender of all events.
    pub(super) fn events(&self) -> Sender<Event> {
        self.events.clone()
    }
}
