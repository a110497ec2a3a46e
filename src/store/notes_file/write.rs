//! Writes the header and the blocks of a notes file.
//!
//! A block that is cut at any byte must not read as a complete one, so an unescaped quotation mark
//! is never next to another one or to the end of a text.

use jiff::ZonedDateTime;
use jiff::tz::{Offset, TimeZone};

use super::content::MARKERS;
use crate::model::{Author, Digest, EntryId, Note, Record, Turn};
use crate::text::is_unsafe;

/// Returns the start of a notes file.
pub(crate) fn header(author: &Author, device: &str) -> String {
    named_header(author, None, device)
}

/// Returns the start of a notes file, with the author's name as reports print it.
pub(crate) fn named_header(author: &Author, name: Option<&str>, device: &str) -> String {
    let author = on_one_line(author.as_str());
    let name = name.map(|name| format!("name = \"{}\"\n", on_one_line(name)));
    let name = name.unwrap_or_default();
    let device = on_one_line(device);
    format!("[notes]\nschema = 1\nauthor = \"{author}\"\n{name}device = \"{device}\"\n")
}

/// Returns one revision of a record as a block, from the blank line before it to its last line end.
pub(crate) fn block(record: &Record) -> String {
    match record {
        Record::Note(note) => note_block(note),
        Record::Turn(turn) => turn_block(turn),
    }
}

fn turn_block(turn: &Turn) -> String {
    format!(
        "\n[[floor]]\nid = \"{}\"\nrev = {}\nspeaker = \"{}\"\nfrom = {}\n{}{}to = {}\n",
        turn.id.as_str(),
        turn.rev,
        on_one_line(&turn.speaker.0),
        to_the_second(&turn.from),
        deleted(turn.deleted),
        settles(&turn.settles),
        to_the_second(&turn.to),
    )
}

const fn deleted(deleted: bool) -> &'static str {
    if deleted { "deleted = true\n" } else { "" }
}

fn settles(digests: &[Digest]) -> String {
    let digests: Vec<_> = digests.iter().map(|one| format!("\"{one}\"")).collect();
    match digests.as_slice() {
        [] => String::new(),
        digests => format!("settles = [{}]\n", digests.join(", ")),
    }
}

fn note_block(note: &Note) -> String {
    let head = format!(
        "\n[[note]]\nid = \"{}\"\nrev = {}\nat = {}\nkind = \"{}\"\n",
        note.id.as_str(),
        note.rev,
        to_the_second(&note.at),
        note.kind.name(),
    );
    let anchor = note.anchor.as_ref();
    let quote = anchor.map(|anchor| anchor.quote.as_str());
    let optional = [
        ("speaker", note.speaker.as_ref().map(|s| s.0.as_str())),
        ("question", note.question.as_ref().map(EntryId::as_str)),
        ("entry", anchor.map(|anchor| anchor.entry.as_str())),
        ("quote", quote.filter(|quote| !quote.is_empty())),
    ];
    let optional = optional
        .into_iter()
        .filter_map(|(key, value)| Some(format!("{key} = \"{}\"\n", on_one_line(value?))));
    let text = format!("text = \"\"\"\n{}\"\"\"\n", on_many_lines(&note.text));
    head + &optional.collect::<String>() + deleted(note.deleted) + &settles(&note.settles) + &text
}

/// Formats a TOML offset date-time. TOML has offsets in whole minutes only, and years from 0 to
/// 9999.
fn to_the_second(at: &ZonedDateTime) -> String {
    let minutes = at.offset().seconds() / 60;
    let offset = Offset::from_seconds(minutes * 60).unwrap_or(Offset::UTC);
    let at = at.with_time_zone(TimeZone::fixed(offset));
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Escapes the inside of a basic string.
fn on_one_line(text: &str) -> String {
    text.chars().fold(String::new(), |mut written, c| {
        match c {
            '"' => written.push_str("\\\""),
            '\n' => written.push_str("\\n"),
            c => push(&mut written, c),
        }
        written
    })
}

/// Escapes the inside of a multi-line basic string.
fn on_many_lines(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut is_first = true;
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let next = rest.chars().nth(1);
        match c {
            '\n' => written.push('\n'),
            '"' if matches!(next, None | Some('"')) => written.push_str("\\\""),
            // Many editors strip white space at the end of a line.
            ' ' if next == Some('\n') => written.push_str(&code(c)),
            c if is_first && looks_like_a_boundary(rest) => written.push_str(&code(c)),
            '"' => written.push('"'),
            c => push(&mut written, c),
        }
        is_first = c == '\n';
    }
    written
}

/// Returns whether a line could be taken for the start of a table or for a conflict marker.
fn looks_like_a_boundary(line: &str) -> bool {
    line.starts_with('[') || MARKERS.iter().any(|marker| line.starts_with(marker))
}

fn push(written: &mut String, c: char) {
    match c {
        '\\' => written.push_str("\\\\"),
        '\t' => written.push_str("\\t"),
        '\r' => written.push_str("\\r"),
        c if is_unsafe(c) => written.push_str(&code(c)),
        c => written.push(c),
    }
}

fn code(c: char) -> String {
    match u32::from(c) {
        code @ ..=0xFFFF => format!("\\u{code:04X}"),
        code => format!("\\U{code:08X}"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::offset;

    use super::*;
    use crate::model::{Anchor, NoteId, NoteKind, Speaker};

    fn note(text: &str) -> Note {
        let zone = TimeZone::fixed(offset(-6));
        Note {
            id: NoteId::new("01KB").unwrap(),
            rev: 1,
            at: date(2010, 11, 9)
                .at(10, 2, 13, 500)
                .to_zoned_datetime(zone)
                .unwrap(),
            kind: NoteKind::Proposal,
            speaker: None,
            question: None,
            anchor: None,
            text: text.to_owned(),
            deleted: false,
            settles: Vec::new(),
            author: Author::from_folded("anna"),
        }
    }

    #[test]
    fn a_written_file_is_readable() {
        let mut full = note("wants \"pooled\" recruitment\nand more");
        full.speaker = Some(Speaker("ML".to_owned()));
        full.question = EntryId::new("q2");
        full.anchor = Some(Anchor {
            entry: EntryId::new("border").unwrap(),
            quote: "In \"West\" Africa".to_owned(),
        });
        let gone = Note {
            rev: 2,
            deleted: true,
            ..note("")
        };
        let file = header(&full.author, "7f3a") + &note_block(&full) + &note_block(&gone);
        let expected = r#"[notes]
schema = 1
author = "anna"
device = "7f3a"

[[note]]
id = "01KB"
rev = 1
at = 2010-11-09T10:02:13-06:00
kind = "proposal"
speaker = "ML"
question = "q2"
entry = "border"
quote = "In \"West\" Africa"
text = """
wants "pooled" recruitment
and more"""

[[note]]
id = "01KB"
rev = 2
at = 2010-11-09T10:02:13-06:00
kind = "proposal"
deleted = true
text = """
"""
"#;
        assert_eq!(file, expected);
    }

    #[test]
    fn the_header_has_the_name_as_reports_print_it() {
        let author = Author::from_folded("aicha dembele");
        let file = named_header(&author, Some("Aïcha \"A\" Dembélé"), "7f3a1b2c");
        let expected = r#"[notes]
schema = 1
author = "aicha-dembele"
name = "Aïcha \"A\" Dembélé"
device = "7f3a1b2c"
"#;
        assert_eq!(file, expected);
        let read = super::super::parse(file.as_bytes(), "");
        assert_eq!(read.name.as_deref(), Some("Aïcha \"A\" Dembélé"));
        assert_eq!((read.author, read.damage), (author, Vec::new()));
    }

    #[test]
    fn writes_only_escapes_of_toml_1_0() {
        assert_eq!(
            on_many_lines("\0\u{1b}\u{7f}\u{85}\\"),
            "\\u0000\\u001B\\u007F\\u0085\\\\"
        );
        assert_eq!(
            on_many_lines("\u{202e}\u{e0001}\t\r\n"),
            "\\u202E\\U000E0001\\t\\r\n"
        );
        assert_eq!(on_one_line("a\nb\"\"\""), "a\\nb\\\"\\\"\\\"");
    }

    #[test]
    fn quotation_marks_never_touch() {
        assert_eq!(on_many_lines("\"\"\" \"a\" \""), "\\\"\\\"\" \"a\" \\\"");
    }

    #[test]
    fn no_line_of_a_text_looks_like_a_boundary() {
        assert_eq!(on_many_lines("[[note]]\n[a]"), "\\u005B[note]]\n\\u005Ba]");
        assert_eq!(
            on_many_lines("<<<<<<< a\n=======\n>>>>>>>\n|||||||\n==="),
            "\\u003C<<<<<< a\n\\u003D======\n\\u003E>>>>>>\n\\u007C||||||\n===",
        );
        assert_eq!(on_many_lines("a \n b "), "a\\u0020\n b ");
    }

    #[test]
    fn writes_offsets_in_whole_minutes() {
        let zone = TimeZone::fixed(Offset::from_seconds(-(5 * 3600 + 59)).unwrap());
        let at = date(1900, 1, 1)
            .at(0, 0, 0, 0)
            .to_zoned_datetime(zone)
            .unwrap();
        assert_eq!(to_the_second(&at), "1900-01-01T00:00:59-05:00");
    }
}
