//! The wait at the end of the program.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How long the end waits for the disk: an overloaded one takes seconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long it waits where the window is closed or the system ends the program, which want it gone
/// within a second. A disk that is not slow has everything by then.
const HURRY: Duration = Duration::from_millis(250);

/// How often a wait looks whether there is hurry.
const GLANCE: Duration = Duration::from_millis(10);

/// What is said of a disk that was waited for in vain.
pub(super) const NO_ANSWER: &str = "the disk does not answer";

/// A wait that has an end, and an earlier one once there is hurry.
pub(super) struct Wait<F> {
    end: Instant,
    hurries: F,
    is_hurried: bool,
}

impl<F: FnMut() -> bool> Wait<F> {
    /// A wait from now on; `hurries` says whether there is hurry.
    pub(super) fn new(hurries: F) -> Self {
        Self {
            end: Instant::now() + PATIENCE,
            hurries,
            is_hurried: false,
        }
    }

    /// Whether there was hurry.
    pub(super) const fn is_hurried(&self) -> bool {
        self.is_hurried
    }

    /// Waits for an answer until the end.
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
