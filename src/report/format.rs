//! The formats that a report is sent on in.

use super::data::Report;
use super::escape::Escaping;
use super::options::Options;
use super::write_error::WriteError;
use super::{csv, docx, json, template};

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// A document for a word processor.
    Docx,
    /// One page of HTML that needs nothing beside it.
    Html,
    /// The whole model.
    Json,
    /// The notes as a table.
    Csv,
    /// The log of the floor as a table.
    FloorCsv,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Markdown,
        Self::Docx,
        Self::Html,
        Self::Json,
        Self::Csv,
        Self::FloorCsv,
    ];

    /// The word for it on the command line, the ending of its files, and what it is, in words.
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

    /// The word for it on the command line.
    pub const fn name(self) -> &'static str {
        self.about().0
    }

    /// The ending of a file in it.
    pub const fn ending(self) -> &'static str {
        self.about().1
    }

    /// What it is, in words.
    pub const fn words(self) -> &'static str {
        self.about().2
    }

    /// The template that it is made by, for those that are.
    pub const fn template(self) -> Option<&'static str> {
        match self {
            Self::Markdown => Some(template::MARKDOWN),
            Self::Html => Some(template::HTML),
            _ => None,
        }
    }

    /// Whether a terminal can show it.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Docx)
    }
}

impl Report {
    /// The report in a format.
    ///
    /// # Errors
    /// When a crate that writes the format fails.
    pub fn written(&self, options: Options, format: Format) -> Result<Vec<u8>, WriteError> {
        let filled = |template, escaping| template::filled(self, options, template, escaping);
        match format {
            Format::Markdown => filled(template::MARKDOWN, Escaping::Markdown).map(Vec::from),
            Format::Docx => docx::write(self, options),
            Format::Html => filled(template::HTML, Escaping::Html).map(Vec::from),
            Format::Json => json::write(self, options),
            Format::Csv => csv::notes(self),
            Format::FloorCsv => csv::floor(self),
        }
    }

    /// The report as people read it on a terminal: the Markdown, without the signs that keep words
    /// from being markup.
    ///
    /// # Errors
    /// When the crate that fills the template fails.
    pub fn preview(&self, options: Options) -> Result<String, WriteError> {
        template::filled(self, options, template::MARKDOWN, Escaping::Text)
    }
}
