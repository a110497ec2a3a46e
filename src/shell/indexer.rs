//! Indexing in its own thread: a long paper takes longer than a frame, and neither typing nor
//! saving may wait for it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::alarm::Alarm;
use super::desk_sender::DeskSender;
use crate::app::{DeskEvent, Texts};
use crate::model::Briefing;
use crate::search::Index;

/// The thread that indexes.
pub struct Indexer {
    texts: Sender<Texts>,
}

impl Indexer {
    /// Starts the thread, which sends each index as [`DeskEvent::Indexed`].
    pub fn start(events: DeskSender) -> Self {
        let (texts, inbox) = channel();
        thread::spawn(move || {
            let alarm = Alarm(events.events());
            work(&inbox, &events);
            drop(alarm);
        });
        Self { texts }
    }

    /// Hands over texts without waiting. They replace earlier texts whose indexing has not begun.
    pub fn give(&self, texts: Texts) {
        // Sending fails only if the thread panicked, which ends the program.
        drop(self.texts.send(texts));
    }
}

fn work(inbox: &Receiver<Texts>, events: &DeskSender) {
    let mut paper: Option<(Arc<Briefing>, Index)> = None;
    while let Ok(first) = inbox.recv() {
        let Texts {
            briefing,
            notes,
            number,
        } = inbox.try_iter().last().unwrap_or(first);
        // The paper's index is reused: the paper rarely changes, notes often do.
        let known = paper.filter(|(known, _)| Arc::ptr_eq(known, &briefing));
        let (briefing, index) = known.unwrap_or_else(|| {
            let index = Index::new(&briefing);
            (briefing, index)
        });
        let with_notes = index.with_notes(&notes, &briefing);
        paper = Some((briefing, index));
        if !events.send(DeskEvent::Indexed(with_notes, number)) {
            return;
        }
    }
}
