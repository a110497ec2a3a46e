//! A mistake found in a file, with its place and its remedy.

use std::ops::Range;

/// The severity of a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file can still be used.
    Warning,
    /// The file cannot be used until this is corrected.
    Error,
}

/// One mistake in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The severity.
    pub severity: Severity,
    /// The place, in bytes of the file; `None` if it concerns the whole file.
    pub place: Option<Range<usize>>,
    /// The value expected and the value found.
    pub message: String,
    /// The remedy.
    pub cure: Option<String>,
}

impl Diagnostic {
    /// Makes an error at a place in the file.
    pub fn error(place: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            place: Some(place),
            message: message.into(),
            cure: None,
        }
    }

    /// Makes a warning at a place in the file.
    pub fn warning(place: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(place, message)
        }
    }

    /// Makes an error about the whole file.
    pub fn of_file(message: impl Into<String>) -> Self {
        Self {
            place: None,
            ..Self::error(0..0, message)
        }
    }

    /// Adds the remedy.
    #[must_use]
    pub fn with_cure(mut self, cure: impl Into<String>) -> Self {
        self.cure = Some(cure.into());
        self
    }
}
