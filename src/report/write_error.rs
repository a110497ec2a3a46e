//! The error of a report that cannot be written.

use thiserror::Error;

/// Why a report cannot be written.
#[derive(Debug, Error)]
#[error("the report cannot be written: {0}")]
pub struct WriteError(pub(super) String);

impl WriteError {
    /// What another crate says.
    #[expect(clippy::needless_pass_by_value, reason = "what map_err hands over")]
    pub(super) fn of(error: impl ToString) -> Self {
        Self(error.to_string())
    }
}
