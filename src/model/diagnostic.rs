//! A mistake found in a file, with its place and its cure.

use std::ops::Range;

/// How bad a mistake is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file can be used all the same.
    Warning,
    /// The file cannot be used until this is mended.
    Error,
}

/// One mistake of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Where it stands, in bytes of the file; `None` when it is about the file as a whole.
    pub place: Option<Range<usize>>,
    /// What was expected and what was found.
    pub message: String,
    /// What to do about it.
    pub cure: Option<String>,
}

impl Diagnostic {
    /// A mistake at a place of the file.
    pub fn error(place: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            place: Some(place),
            message: message.into(),
            cure: None,
        }
    }

    /// Something odd at a place of the file that does no harm.
    pub fn warning(place: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(place, message)
        }
    }

    /// A mistake of the file as a whole.
    pub fn of_file(message: impl Into<String>) -> Self {
        Self {
            place: None,
            ..Self::error(0..0, message)
        }
    }

    /// The same mistake with its cure.
    #[must_use]
    pub fn with_cure(mut self, cure: impl Into<String>) -> Self {
        self.cure = Some(cure.into());
        self
    }
}
