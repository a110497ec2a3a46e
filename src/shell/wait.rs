//! The wait at the end of the program.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How long the end waits for the disk: an overloaded one takes seconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long the end waits in a hurry: when the window is closed or the system ends the program, it
/// has about a second in all. A disk of normal speed is done by then.
const HURRY: Duration = Duration::from_millis(250);

/// The interval at which a wait checks whether it has to hurry.
const GLANCE: Duration = Duration::from_millis(10);

/// The error for a disk that did not answer in time.
pub(super) const NO_ANSWER: &str = "the disk does not answer";

/// A wait with a deadline, which is brought forward when there is a reason to hurry.
pub(super) struct Wait<F> {
    end: Instant,
    hurries: F,
    is_hurried: bool,
}

impl<F: FnMut() -> bool> Wait<F> {
    /// Starts a wait; `hurries` is asked again and again whether to hurry.
    pub(super) fn new(hurries: F) -> Self {
        Self {
            end: Instant::now() + PATIENCE,
            hurries,
            is_hurried: false,
        }
    }

    /// Returns whether the wait had to hurry.
    pub(super) const fn is_hurried(&self) -> bool {
        self.is_hurried
    }

    /// Waits for an answer until the deadline.
    ///
    /// # Errors
    /// As [`Receiver::recv_timeout`].
    pub(super) fn wait_for<T>(&mut self, answers: &Receiver<T>) -> Result<T, RecvTimeoutError> {
        loop {
            if !self.is_hurried && (self.hurries)() {
                self.is_hurried = true;
                self.end = self.end.min(Instant::now() + HURRY);
            }
            let left = self.end.saturating_duration_since(Instant::now());
            let slice = if self.is_hurried {
                left
            } else {
                left.min(GLANCE)
            };
            match answers.recv_timeout(slice) {
                Err(RecvTimeoutError::Timeout) if left > slice => (),
                answer => return answer,
            }
        }
    }
}
