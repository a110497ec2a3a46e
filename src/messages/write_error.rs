//! The errors of writing a report.

use super::samples::samples;

/// The reason why a report cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// A template exceeds its budget.
    TemplateNeverEnds {
        /// The line of the template, if it is known.
        line: Option<usize>,
    },
    /// A template has a mistake.
    Template {
        /// The line of the template, if it is known.
        line: Option<usize>,
        /// The message of the template engine.
        reason: String,
    },
    /// The crate that writes the format fails.
    Format {
        /// The message of the crate.
        reason: String,
    },
}

samples!(WriteError: "an error of a report" {
    TemplateNeverEnds { line: None } { line: Some(7) },
    Template { line: None, reason: "syntax error".to_owned() }
        { line: Some(7), reason: "unexpected end of block".to_owned() },
    Format { reason: "invalid archive".to_owned() },
});

impl WriteError {
    /// Makes a [`Self::Format`] with the message of another crate's error.
    #[expect(clippy::needless_pass_by_value, reason = "map_err passes it by value")]
    pub fn of(error: impl ToString) -> Self {
        Self::Format {
            reason: error.to_string(),
        }
    }
}
