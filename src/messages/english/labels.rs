//! The words of labels.

use crate::messages::{FormatLabel, Label};

/// Returns the English text of an output format.
pub(in crate::messages) const fn format(format: FormatLabel) -> Label {
    let (short, full) = match format {
        FormatLabel::Markdown => ("Markdown", "Markdown"),
        FormatLabel::Docx => ("DOCX", "DOCX, for a word processor"),
        FormatLabel::Html => ("HTML", "HTML, one page to read or print"),
        FormatLabel::Json => ("JSON", "JSON: the whole model"),
        FormatLabel::Csv => ("CSV", "CSV: all notes as a table"),
        FormatLabel::FloorCsv => ("floor CSV", "CSV: the log of the floor"),
    };
    Label { short, full }
}
