//! The formats of the report, and the names of its files.

use crate::app::lists::{Choice, Item, Picker, Purpose};
use crate::app::words::language;
use crate::messages::ListRemark;
use crate::report::{Face, Format, Options};

/// Returns the list of formats.
pub(in crate::app) fn formats(options: Options) -> Picker {
    let items = Format::ALL.map(|format| {
        let file = file_name(options, format);
        let tail = if options.is_final {
            ListRemark::FinalReport { file }
        } else {
            ListRemark::DraftReport { file }
        };
        Item {
            lead: format.name().to_owned(),
            label: format.label().words(language()).full.to_owned(),
            also: "",
            tail: tail.words(language()).into_owned(),
            choice: Choice::Format(format),
        }
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
