//! Writes notes and floor log as CSV for spreadsheets: RFC 4180, in UTF-8.
//!
//! A cell that a spreadsheet would read as a formula begins with an apostrophe.

use csv::{Terminator, WriterBuilder};

use super::data::{Citation, Report};
use crate::messages::{Language, WriteError};
use crate::text::clean;

pub(super) fn notes(report: &Report, language: Language) -> Result<Vec<u8>, WriteError> {
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
        let place = cites.map(|cites| cites.place(false, language));
        [
            said.note.to_string(),
            said.date.clone(),
            said.time.clone(),
            said.speaker.clone(),
            said.kind.to_owned(),
            numbered(said.question),
            of(|it| numbered(it.paragraph)),
            place.unwrap_or_default(),
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
    // Without a byte order mark, Excel reads the file in the code page of the machine.
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(head).map_err(WriteError::of)?;
    for row in rows {
        let cells = row.map(|cell| harmless(&cell));
        writer.write_record(&cells).map_err(WriteError::of)?;
    }
    writer.into_inner().map_err(WriteError::of)
}

/// Cleans a cell and keeps a spreadsheet from running it as a formula.
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
    use crate::report::data::RecordRow;

    #[test]
    fn quotes_cells_and_disarms_formulas() {
        let mut texts = vec!["one, \"two\"\nthree".to_owned()];
        let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
        texts.extend(signs.map(|sign| format!(" {sign}cmd|' /C calc'!A0\u{202e}")));
        let said = texts.iter().map(|text| RecordRow {
            text: text.clone(),
            ..RecordRow::default()
        });
        let report = Report {
            record: said.collect(),
            ..Report::default()
        };
        let written = notes(&report, Language::English).unwrap();
        let mut reader = csv::Reader::from_reader(written.as_slice());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        let cell = |row: &csv::StringRecord| row.get(9).unwrap().to_owned();
        let cells: Vec<_> = rows.iter().map(cell).collect();
        assert_eq!(cells[0], texts[0]);
        for (cell, sign) in cells[1..].iter().zip(signs) {
            assert_eq!(*cell, format!("' {sign}cmd|' /C calc'!A0"));
        }
    }
}
