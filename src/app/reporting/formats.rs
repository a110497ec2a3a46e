//! The formats of the report, and the names of its files.

use crate::app::lists::{Choice, Item, Picker, Purpose};
use crate::report::{Face, Format, Options};

/// Returns the list of formats.
pub(in crate::app) fn formats(options: Options) -> Picker {
    let draft = if options.is_final { "final" } else { "DRAFT" };
    let items = Format::ALL.map(|format| Item {
        lead: format.name().to_owned(),
        label: format.words().to_owned(),
        also: "",
        tail: format!("{} · {draft}", file_name(options, format)),
        choice: Choice::Format(format),
    });
    Picker::new(Purpose::Format, items.to_vec())
}

/// Returns the end of the file name, after the name of the briefing.
pub(super) fn file_name(options: Options, format: Format) -> String {
    let face = match options.face {
        // Tables have all columns, whatever the version.
        _ if matches!(format, Format::Csv | Format::FloorCsv) => "",
        Face::Clean => "",
        Face::Annex => "-annex",
        Face::Brief => "-brief",
    };
    let floor = if format == Format::FloorCsv {
        "-floor"
    } else {
        ""
    };
    format!("report{face}{floor}.{}", format.ending())
}
