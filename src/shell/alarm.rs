//! The end of the program when one of its threads panics.

use std::sync::mpsc::Sender;
use std::thread;

use crate::app::Event;

/// A guard that ends the program when its thread panics.
pub(super) struct Alarm(pub(super) Sender<Event>);

impl Drop for Alarm {
    fn drop(&mut self) {
        if thread::panicking() {
            drop(self.0.send(Event::Ended));
        }
    }
}
