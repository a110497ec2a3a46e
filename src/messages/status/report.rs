//! Messages about the report.

use crate::messages::WriteError;
use crate::messages::samples::samples;

/// A message about the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportMessage {
    /// The place of a gap is shown instead of the report.
    ReturnToIt,
    /// The report has no gap to go to.
    NothingMissing,
    /// The file is being written.
    Writing,
    /// The file is written.
    Written {
        /// The file.
        file: String,
    },
    /// The file could not be written.
    NotWritten {
        /// The reason.
        why: String,
    },
    /// The program runs with `--print`, which writes no files.
    PrintWritesNothing,
    /// The report could not be made in the format of the file.
    Failed {
        /// The error.
        error: WriteError,
    },
}

samples!(ReportMessage: "the status line, about the report" {
    ReturnToIt {},
    NothingMissing {},
    Writing {},
    Written { file: "briefing.report-clean.docx".to_owned() },
    NotWritten { why: "no space".to_owned() },
    PrintWritesNothing {},
    Failed { error: WriteError::TemplateNeverEnds { line: None } },
});
