//! The output formats of a report.

use super::data::Report;
use super::escape::Escaping;
use super::options::Options;
use super::write_error::WriteError;
use super::{csv, docx, json, template};

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

    /// Returns the name on the command line, the file name extension, and the description.
    const fn about(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Markdown => ("md", "md", "Markdown"),
            Self::Docx => ("docx", "docx", "DOCX, for a word processor"),
            Self::Html => ("html", "html", "HTML, one page to read or print"),
            Self::Json => ("json", "json", "JSON: the whole model"),
            Self::Csv => ("csv", "csv", "CSV: all notes as a table"),
            Self::FloorCsv => ("floor-csv", "csv", "CSV: the log of the floor"),
        }
    }

    /// Returns the name on the command line.
    pub const fn name(self) -> &'static str {
        self.about().0
    }

    /// Returns the file name extension, without a dot.
    pub const fn ending(self) -> &'static str {
        self.about().1
    }

    /// Returns the description for lists of formats.
    pub const fn words(self) -> &'static str {
        self.about().2
    }

    /// Returns the built-in template; `None` for formats that are not written by one.
    pub const fn template(self) -> Option<&'static str> {
        match self {
            Self::Markdown => Some(template::MARKDOWN),
            Self::Html => Some(template::HTML),
            _ => None,
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
