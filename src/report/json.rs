//! Writes the whole report as JSON.

use serde::Serialize;

use super::data::Report;
use super::options::Options;
use crate::messages::WriteError;
use crate::text::escape_json;

/// The version of the JSON: increased when a key changes its meaning or is removed.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct JsonReport<'a> {
    schema: u32,
    options: Options,
    #[serde(flatten)]
    report: &'a Report,
}

pub(super) fn write(report: &Report, options: Options) -> Result<Vec<u8>, WriteError> {
    let document = JsonReport {
        schema: SCHEMA,
        options,
        report,
    };
    let json = serde_json::to_string_pretty(&document).map_err(WriteError::of)?;
    Ok((escape_json(&json) + "\n").into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::is_unsafe;

    #[test]
    fn escapes_control_characters_without_loss() {
        let text = "a\u{1b}[0m \u{9b}2J \u{7f}\u{202e}b\u{e0041}\né";
        let mut report = Report::default();
        report.header.title = text.to_owned();
        let json = String::from_utf8(write(&report, Options::default()).unwrap()).unwrap();
        assert!(!json.contains(|c| c != '\n' && is_unsafe(c)), "{json}");
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read["header"]["title"], text);
    }
}
