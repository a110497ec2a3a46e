//! Writes to the terminal in its own thread: a stuck terminal blocks neither the loop, nor the
//! keeping of drafts, nor the end.
//!
//! Rules, in order: only that thread waits for the terminal without a limit; bytes are written in
//! the order they came, but a newer text for the clipboard replaces one that waits; a frame is
//! handed over as a whole, and never queues behind another.

use std::io::{self, ErrorKind, Write};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::alarm::Alarm;
use super::sys::Tty;
use crate::app::Event;

/// The interval at which a waiting write checks whether it was given up.
const GLANCE: Duration = Duration::from_millis(50);

/// How long the end waits for the terminal, at most twice: everything has to fit into a second.
const PATIENCE: Duration = Duration::from_millis(100);

/// CAN, which ends an escape sequence that an abandoned write left open.
const CANCEL: u8 = 0x18;

/// A handle to the writing thread.
#[derive(Clone)]
pub(super) struct TerminalWriter(Arc<Shared>);

struct Shared {
    tty: Tty,
    state: Mutex<PendingOutput>,
    changed: Condvar,
}

#[derive(Default)]
struct PendingOutput {
    doing: WriterState,
    /// Bytes for the clipboard, written first.
    clipboard: Vec<u8>,
    /// Bytes written after those for the clipboard.
    queue: Vec<u8>,
    /// Whether a frame was skipped.
    is_wanted: bool,
}

/// The state of the thread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum WriterState {
    /// It waits for bytes.
    #[default]
    Nothing,
    /// It writes.
    Writing,
    /// It was asked to give up its write.
    GivingUp,
    /// It has ended: the terminal is gone.
    Ended,
}

impl TerminalWriter {
    /// Starts the thread. It sends [`Event::Ready`] when a skipped frame can be drawn, and
    /// [`Event::Ended`] when the terminal is gone.
    pub(super) fn start(tty: Tty, events: Sender<Event>) -> Self {
        let shared = Arc::new(Shared {
            tty,
            state: Mutex::default(),
            changed: Condvar::new(),
        });
        let output = Self(Arc::clone(&shared));
        thread::spawn(move || {
            let alarm = Alarm(events.clone());
            if shared.work(&events).is_err() {
                shared.end();
                drop(events.send(Event::Ended));
            }
            drop(alarm);
        });
        output
    }

    /// Returns whether everything is written. If not, [`Event::Ready`] follows when it is.
    pub(super) fn is_free(&self) -> bool {
        let mut state = self.0.lock();
        let is_free = state.is_free();
        state.is_wanted = !is_free;
        is_free
    }

    /// Hands over bytes without waiting.
    pub(super) fn send(&self, bytes: &[u8]) {
        self.give(|state| state.queue.extend_from_slice(bytes));
    }

    /// Hands over the escape sequence of a copy without waiting.
    pub(super) fn copy(&self, bytes: Vec<u8>) {
        self.give(|state| state.clipboard = bytes);
    }

    fn give(&self, add: impl FnOnce(&mut PendingOutput)) {
        let mut state = self.0.lock();
        // An ended thread writes nothing more.
        if state.doing != WriterState::Ended {
            add(&mut state);
        }
        drop(state);
        self.0.changed.notify_all();
    }

    /// Waits until everything is written, for at most `patience`; returns whether it is.
    pub(super) fn settle(&self, patience: Duration) -> bool {
        let state = self.0.lock();
        let is_busy = |state: &mut PendingOutput| !state.is_free();
        let waited = self.0.changed.wait_timeout_while(state, patience, is_busy);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.is_free()
    }

    /// Writes the last bytes before another program has the terminal. If the terminal is stuck,
    /// drops all that waits and tries these bytes once more.
    pub(super) fn finish(&self, bytes: &[u8]) {
        self.send(bytes);
        if self.settle(PATIENCE) {
            return;
        }
        {
            let mut state = self.0.lock();
            if state.doing == WriterState::Writing {
                state.doing = WriterState::GivingUp;
            }
            state.clipboard.clear();
            state.queue.clear();
            state.queue.push(CANCEL);
            state.queue.extend_from_slice(bytes);
        }
        self.0.tty.discard_output();
        self.settle(PATIENCE);
    }
}

impl PendingOutput {
    fn is_free(&self) -> bool {
        let is_empty = self.clipboard.is_empty() && self.queue.is_empty();
        self.doing == WriterState::Ended || self.doing == WriterState::Nothing && is_empty
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, PendingOutput> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self, events: &Sender<Event>) -> io::Result<()> {
        loop {
            let bytes = self.next();
            self.write(&bytes)?;
            let mut state = self.lock();
            state.doing = WriterState::Nothing;
            if state.is_free() && std::mem::take(&mut state.is_wanted) {
                drop(events.send(Event::Ready));
            }
            drop(state);
            self.changed.notify_all();
        }
    }

    /// Waits for bytes to write.
    fn next(&self) -> Vec<u8> {
        let is_idle = |state: &mut PendingOutput| state.is_free();
        let state = self.changed.wait_while(self.lock(), is_idle);
        let mut state = state.unwrap_or_else(PoisonError::into_inner);
        state.doing = WriterState::Writing;
        let mut bytes = std::mem::take(&mut state.clipboard);
        bytes.append(&mut state.queue);
        bytes
    }

    /// Writes all bytes, unless the write is given up.
    fn write(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() && self.lock().doing == WriterState::Writing {
            match self.tty.write(bytes) {
                Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
                Err(error) if error.kind() == ErrorKind::Interrupted => (),
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    self.tty.wait_to_write(GLANCE)?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn end(&self) {
        self.lock().doing = WriterState::Ended;
        self.changed.notify_all();
    }
}

/// The bytes that the drawing library has produced and that are not sent yet.
#[derive(Clone, Debug, Default)]
pub struct Drawn(Arc<Mutex<Vec<u8>>>);

impl Drawn {
    fn lock(&self) -> MutexGuard<'_, Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the bytes out.
    pub(super) fn take(&self) -> Vec<u8> {
        std::mem::take(&mut self.lock())
    }
}

impl Write for Drawn {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.lock().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Does nothing: the library flushes after each part, and a frame is sent as a whole.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
