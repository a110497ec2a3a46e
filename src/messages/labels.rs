//! Labels: names of things, each in a short and a full form.

use super::samples::samples;

/// The words of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// The shortest usual form, for a narrow screen.
    pub short: &'static str,
    /// The form that explains itself.
    pub full: &'static str,
}

/// The output format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatLabel {
    /// Markdown.
    Markdown,
    /// A Word document.
    Docx,
    /// One HTML page.
    Html,
    /// The whole report as JSON.
    Json,
    /// All notes as a table.
    Csv,
    /// The floor log as a table.
    FloorCsv,
}

samples!(FormatLabel: "the list of formats" {
    Markdown {},
    Docx {},
    Html {},
    Json {},
    Csv {},
    FloorCsv {},
});
