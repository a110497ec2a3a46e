//! Events of a desk, sent by its threads.

use std::sync::mpsc::Sender;

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

    /// Sends an event; `false` once the program has ended.
    pub fn send(&self, event: DeskEvent) -> bool {
        self.events.send(Event::Desk(self.desk, event)).is_ok()
    }

    /// Returns the sender of all events.
    pub(super) fn events(&self) -> Sender<Event> {
        self.events.clone()
    }
}
