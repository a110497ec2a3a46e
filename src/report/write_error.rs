//! The error of writing a report.

use thiserror::Error;

/// The reason why a report cannot be written.
#[derive(Debug, Error)]
#[error("the report cannot be written: {0}")]
pub struct WriteError(pub(super) String);

impl WriteError {
    /// Keeps the message of another crate's error.
    #[expect(clippy::needless_pass_by_value, reason = "map_err passes it by value")]
    pub(super) fn of(error: impl ToString) -> Self {
        Self(error.to_string())
    }
}
