//! The words about the report.

use std::borrow::Cow;

use super::write_error;
use crate::messages::{KeyOf, Keys, ReportMessage};

/// Returns the English text of a message.
pub(super) fn message(message: &ReportMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        ReportMessage::ReturnToIt => {
            let report = keys(KeyOf::Report);
            format!("press {report} to return to the report").into()
        }
        ReportMessage::NothingMissing => "nothing is missing from the report".into(),
        ReportMessage::Writing => "writing…".into(),
        ReportMessage::Written { file } => format!("written: {file}").into(),
        ReportMessage::NotWritten { why } => format!("NOT WRITTEN: {why}").into(),
        ReportMessage::PrintWritesNothing => "NOT WRITTEN: --print writes no files".into(),
        ReportMessage::Failed { error } => write_error(error),
    }
}
