//! The output formats of a report.

use super::data::Report;
use super::escape::Escaping;
use super::options::Options;
use super::{csv, docx, json, template};
use crate::messages::{FormatLabel, WriteError};

/// An output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown, from a template.
    Markdown,
    /// A Word document (ECMA-376).
    Docx,
    /// One HTML page, from a template, that loads no other file.
    Html,
    /// The whole [`Report`] as JSON.
    Json,
    /// All notes as a table.
    Csv,
    /// The floor log as a table.
    FloorCsv,
}

impl Format {
    /// All formats, in the order of lists and help.
    pub const ALL: [Self; 6] = [
        Self::Markdown,
        Self::Docx,
        Self::Html,
        Self::Json,
        Self::Csv,
        Self::FloorCsv,
    ];

    /// Returns the name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::FloorCsv => "floor-csv",
        }
    }

    /// Returns the file name extension, without a dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv | Self::FloorCsv => "csv",
            Self::Markdown | Self::Docx | Self::Html | Self::Json => self.name(),
        }
    }

    /// Returns the label for lists of formats.
    pub const fn label(self) -> FormatLabel {
        match self {
            Self::Markdown => FormatLabel::Markdown,
            Self::Docx => FormatLabel::Docx,
            Self::Html => FormatLabel::Html,
            Self::Json => FormatLabel::Json,
            Self::Csv => FormatLabel::Csv,
            Self::FloorCsv => FormatLabel::FloorCsv,
        }
    }

    /// Returns the built-in template; `None` for formats that do not use one.
    pub const fn template(self) -> Option<&'static str> {
        match self {
            Self::Markdown => Some(template::MARKDOWN),
            Self::Html => Some(template::HTML),
            Self::Docx | Self::Json | Self::Csv | Self::FloorCsv => None,
        }
    }

    /// Returns whether the output is text, and not binary.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Docx)
    }
}

impl Report {
    /// Writes the report in a format. The same report and options give the same bytes.
    ///
    /// # Errors
    /// The crate that writes the format fails.
    pub fn written(&self, options: Options, format: Format) -> Result<Vec<u8>, WriteError> {
        let filled = |template, escaping| template::filled(self, options, template, escaping);
        match format {
            Format::Markdown => filled(template::MARKDOWN, Escaping::Markdown).map(Vec::from),
            Format::Docx => docx::write(self, options),
            Format::Html => filled(template::HTML, Escaping::Html).map(Vec::from),
            Format::Json => json::write(self, options),
            Format::Csv => csv::notes(self, options.language),
            Format::FloorCsv => csv::floor(self),
        }
    }

    /// Writes the report for reading on a terminal: the Markdown without its escapes.
    ///
    /// # Errors
    /// The crate that fills the template fails.
    pub fn preview(&self, options: Options) -> Result<String, WriteError> {
        template::filled(self, options, template::MARKDOWN, Escaping::Text)
    }
}
