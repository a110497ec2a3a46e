//! The formats that a report is sent on in.

use thiserror::Error;

use super::{Options, Report, csv, docx, json};

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The whole model.
    Json,
    /// A document for a word processor.
    Docx,
    /// The notes as a table.
    Csv,
    /// The log of the floor as a table.
    FloorCsv,
}

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

impl Format {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Json, Self::Docx, Self::Csv, Self::FloorCsv];

    /// The word for it on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Docx => "docx",
            Self::Csv => "csv",
            Self::FloorCsv => "floor-csv",
        }
    }

    /// What it is, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Json => "JSON: the whole model",
            Self::Docx => "Word: a document with its styles",
            Self::Csv => "CSV: all notes as a table",
            Self::FloorCsv => "CSV: the log of the floor",
        }
    }

    /// Whether a terminal can show it.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Docx)
    }

    /// The ending of a file in it.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Docx => "docx",
            Self::Csv | Self::FloorCsv => "csv",
        }
    }
}

impl Report {
    /// The report in a format.
    ///
    /// # Errors
    /// When a crate that writes the format fails.
    pub fn written(&self, options: Options, format: Format) -> Result<Vec<u8>, WriteError> {
        match format {
            Format::Json => json::write(self, options),
            Format::Docx => docx::write(self, options),
            Format::Csv => csv::notes(self),
            Format::FloorCsv => csv::floor(self),
        }
    }
}
