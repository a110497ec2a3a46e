//! Notes and the log of the floor as tables for a spreadsheet: RFC 4180, in UTF-8.
//!
//! A cell that a spreadsheet would take for a formula has an apostrophe before it.

use csv::{Terminator, WriterBuilder};

use super::{Citation, Report, WriteError};
use crate::text::clean;

pub(super) fn notes(report: &Report) -> Result<Vec<u8>, WriteError> {
    let head = [
        "number",
        "date",
        "time",
        "speaker",
        "kind",
        "question",
        "paragraph",
        "place",
        "heading",
        "text",
        "author",
        "id",
    ];
    let rows = report.record.iter().map(|said| {
        let cites = said.cites.as_ref();
        let of = |part: fn(&Citation) -> String| cites.map_or_else(String::new, part);
        [
            said.note.to_string(),
            said.date.clone(),
            said.time.clone(),
            said.speaker.clone(),
            said.kind.to_owned(),
            numbered(said.question),
            of(|it| numbered(it.paragraph)),
            of(|it| it.at.clone()),
            of(|it| it.heading.clone()),
            said.text.clone(),
            said.author.clone(),
            said.id.clone(),
        ]
    });
    table(head, rows)
}

pub(super) fn floor(report: &Report) -> Result<Vec<u8>, WriteError> {
    let head = ["from", "to", "speaker", "seconds", "author"];
    let rows = report.floor.iter().map(|turn| {
        [
            turn.from.clone(),
            turn.to.clone(),
            turn.speaker.clone(),
            turn.seconds.to_string(),
            turn.author.clone(),
        ]
    });
    table(head, rows)
}

fn numbered(number: usize) -> String {
    Some(number)
        .filter(|number| *number > 0)
        .map_or_else(String::new, |number| number.to_string())
}

fn table<const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<Vec<u8>, WriteError> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(head).map_err(WriteError::of)?;
    for row in rows {
        let cells = row.map(|cell| harmless(&cell));
        writer.write_record(&cells).map_err(WriteError::of)?;
    }
    writer.into_inner().map_err(WriteError::of)
}

/// A cell that no spreadsheet runs.
fn harmless(cell: &str) -> String {
    let cell = clean(cell);
    let is_formula = cell
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula {
        format!("'{cell}")
    } else {
        cell.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Said;

    #[test]
    fn a_cell_is_quoted_and_never_a_formula() {
        let said = |text: &str| Said {
            note: 1,
            text: text.to_owned(),
            ..Said::default()
        };
        let report = Report {
            record: vec![
                said("one, \"two\"\nthree"),
                said(" =cmd|' /C calc'!A0\u{202e}"),
            ],
            ..Report::default()
        };
        let written = String::from_utf8(notes(&report).unwrap()).unwrap();
        assert!(written.contains("\"one, \"\"two\"\"\nthree\""), "{written}");
        assert!(written.contains(",' =cmd|' /C calc'!A0,"), "{written}");
        assert!(written.lines().all(|line| !line.contains("\u{202e}")));
    }
}
