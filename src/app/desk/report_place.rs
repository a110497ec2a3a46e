//! Where the report was left.

use crate::app::layout::ListCursor;
use crate::report::Options;

/// The version of the report, and the place in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReportPlace {
    /// The options of the report.
    pub options: Options,
    /// The selected gap.
    pub gap: ListCursor,
    /// The index of the first line shown.
    pub top: usize,
}
