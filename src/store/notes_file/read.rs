//! Reads a notes file back, whole or what is left of it.
//!
//! A file that is valid TOML is read as TOML, since a person may have written it in ways that this
//! program does not. Any other is read block by block, and the sides of a conflict one by one.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::lines::{Line, Sides, blocks, count_notes, joined, numbered, sides, starts};
use super::wire::{WireHeader, WireNote};
use super::{Damage, NotesFile, author_in};
use crate::model::{Author, Note};
use crate::text::fold;

/// The most damage that is listed of a file. A file with more is no notes file, and to list it line
/// by line would only eat the memory.
const MOST_DAMAGE: usize = 1000;

/// Reads what is left of a notes file; its name stands in for a header that is lost.
pub(crate) fn parse(bytes: &[u8], name: &str) -> NotesFile {
    let lines = numbered(bytes);
    let mut found = whole(&lines).unwrap_or_else(|| all_sides(&sides(&lines)));
    let (_, header) = found.header.take().unwrap_or_default();
    let is_blank = |line: &Line<'_>| line.bytes.trim_ascii().is_empty();
    if header.author.is_none() && !lines.iter().all(is_blank) {
        found.add_damage(
            1,
            "no [notes] table names the author: the name of the file does",
        );
    }
    let author = match header.author {
        Some(author) => Author::from_folded(&fold(&author)),
        None => author_in(name),
    };
    // Stable: of the sides of a conflict this copy's comes first. What they share is there twice.
    found.notes.sort_by_key(|(line, _)| *line);
    found.notes.dedup();
    let notes = found.notes.into_iter().map(|(_, note)| Note {
        author: author.clone(),
        ..note
    });
    let notes = notes.collect();
    found.damage.sort();
    found.damage.dedup();
    let damage = found.damage.into_iter().map(|(line, reason)| Damage {
        line: Some(line),
        ..Damage::of_file(name, &reason)
    });
    NotesFile {
        author,
        device: header.device,
        notes,
        damage: damage.collect(),
    }
}

/// What some lines gave up.
#[derive(Default)]
struct Found {
    header: Option<(usize, WireHeader)>,
    /// Each with the line on which it starts, as the damage.
    notes: Vec<(usize, Note)>,
    damage: Vec<(usize, String)>,
    /// How many notes there were, damaged ones included.
    count: usize,
}

impl Found {
    fn add_damage(&mut self, line: usize, reason: impl Into<String>) {
        match self.damage.len() {
            ..MOST_DAMAGE => self.damage.push((line, reason.into())),
            MOST_DAMAGE => self
                .damage
                .push((line, "from here on too much damage to list".into())),
            _ => (),
        }
    }

    /// Takes in what other lines gave up.
    fn absorb(&mut self, other: Self) {
        self.notes.extend(other.notes);
        for (line, reason) in other.damage {
            self.add_damage(line, reason);
        }
        match (&self.header, other.header) {
            (None, header) => self.header = header,
            (Some((_, first)), Some((line, second))) if *first != second => {
                self.add_damage(
                    line,
                    "a second [notes] table says otherwise: the first one holds",
                );
            }
            _ => (),
        }
    }
}

/// The lines as one valid document.
///
/// A text that lost its end can swallow the blocks after it up to their first quotation marks, and
/// the whole may still be valid TOML. No note is lost in that way: all that start must be found.
fn whole(lines: &[Line<'_>]) -> Option<Found> {
    let found = document(lines).ok()?;
    (count_notes(lines) <= found.count).then_some(found)
}

fn all_sides(sides: &Sides<'_>) -> Found {
    let mut found = one_side(&sides.ours);
    if sides.conflicts.is_empty() {
        return found;
    }
    found.absorb(one_side(&sides.theirs));
    // Damage is left out: both sides have replaced what stands there.
    found.absorb(Found {
        damage: Vec::new(),
        ..one_side(&sides.base)
    });
    for line in &sides.conflicts {
        found.add_damage(*line, "a conflict that a merge left: all sides are read");
    }
    found
}

fn one_side(lines: &[Line<'_>]) -> Found {
    whole(lines).unwrap_or_else(|| {
        blocks(lines).fold(Found::default(), |mut found, block| {
            found.absorb(salvaged(block));
            found
        })
    })
}

/// What one block gives up: all of it, or what stands before the first line that is no TOML, if
/// that is whole in itself.
fn salvaged(block: &[Line<'_>]) -> Found {
    let broken = match document(block) {
        Ok(found) => return found,
        Err(broken) => broken,
    };
    let before = block.partition_point(|line| line.number < broken.line);
    let before = document(block.get(..before).unwrap_or_default());
    let kept = before.unwrap_or_default();
    if kept.damage.is_empty() && (kept.header.is_some() || !kept.notes.is_empty()) {
        let mut found = kept;
        found.add_damage(
            broken.line,
            format!("passed over from here: {}", broken.reason),
        );
        return found;
    }
    let mut found = Found::default();
    let first = block.first().map_or(broken.line, |line| line.number);
    found.add_damage(
        first,
        format!("left out, a damaged or incomplete block: {}", broken.reason),
    );
    found
}

/// Why some lines are no document.
struct Broken {
    line: usize,
    reason: String,
}

fn document(lines: &[Line<'_>]) -> Result<Found, Broken> {
    let starts = starts(lines);
    let line_at = |at| {
        let following = starts.partition_point(|start| *start <= at);
        let line = lines.get(following.saturating_sub(1));
        line.map_or(1, |line| line.number)
    };
    let text = String::from_utf8(joined(lines)).map_err(|error| Broken {
        line: line_at(error.utf8_error().valid_up_to()),
        reason: "not UTF-8".to_owned(),
    })?;
    let table = DeTable::parse(&text).map_err(|error| Broken {
        line: line_at(error.span().map_or(0, |span| span.start)),
        reason: error.message().to_owned(),
    })?;
    let mut found = Found::default();
    for (key, value) in table.into_inner() {
        let line = line_at(value.span().start);
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("notes", _) => add_header(&mut found, value, line),
            ("note", DeValue::Array(notes)) => {
                for note in notes {
                    add_note(&mut found, note.clone(), &text, line_at(note.span().start));
                }
            }
            // A slip of the hand: [note] for [[note]].
            ("note", _) => add_note(&mut found, value, &text, line),
            _ => (),
        }
    }
    Ok(found)
}

fn add_header(found: &mut Found, value: Spanned<DeValue<'_>>, line: usize) {
    match WireHeader::deserialize(ValueDeserializer::from(value)) {
        Ok(header) => found.header = Some((line, header)),
        Err(error) => found.add_damage(line, format!("the [notes] table: {}", error.message())),
    }
}

fn add_note(found: &mut Found, value: Spanned<DeValue<'_>>, text: &str, line: usize) {
    found.count += 1;
    let words = value.get_ref().get("text");
    // What is left of `text = """` when it was cut: three marks are always written.
    if words.is_some_and(|words| text.get(words.span()) == Some("\"\"")) {
        found.add_damage(line, "left out, an incomplete note: its text may be cut");
        return;
    }
    let wire = WireNote::deserialize(ValueDeserializer::from(value));
    match wire
        .map_err(|error| error.message().to_owned())
        .and_then(WireNote::into_note)
    {
        Ok((note, left_out)) => {
            found.notes.push((line, note));
            for reason in left_out {
                found.add_damage(line, reason);
            }
        }
        Err(reason) => found.add_damage(
            line,
            format!("left out, a damaged or incomplete note: {reason}"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "paper.notes.anna.toml";

    /// Id, revision and text of each note, and line and reason of each damage.
    fn given_up(bytes: &[u8]) -> (Vec<String>, Vec<String>) {
        let file = parse(bytes, NAME);
        assert_eq!(file.author.as_str(), "anna");
        let notes = file.notes.iter();
        let notes = notes.map(|note| format!("{} {} {}", note.id.as_str(), note.rev, note.text));
        let damage = file.damage.iter().map(|damage| {
            let line = damage.line.unwrap_or_default();
            format!("{line} {}", damage.reason)
        });
        (notes.collect(), damage.collect())
    }

    #[test]
    fn a_torn_file_gives_up_what_is_whole() {
        let torn = include_bytes!("../../../tests/fixtures/notes/torn.toml");
        let (notes, damage) = given_up(torn);
        let whole = [
            "A 1 the first, whole",
            "C 1 # its text would mend the second\nx = 1 #",
            "F 1 the sixth, whole",
        ];
        assert_eq!(notes, whole);
        let places = [
            "14 left out, a damaged or incomplete block: invalid multi-line basic string, expected `\"`",
            "31 left out, an incomplete note: its text may be cut",
            "38 left out, a damaged or incomplete block: invalid date, expected `-` (MM-DD)",
            "51 left out, a damaged or incomplete block: invalid basic string, expected `\"`",
        ];
        assert_eq!(damage, places);
    }

    #[test]
    fn all_sides_of_a_conflict_are_given_up() {
        let conflict = include_bytes!("../../../tests/fixtures/notes/conflict.toml");
        let (notes, damage) = given_up(conflict);
        let both = [
            "A 1 Opening of the session",
            "D 1 asks for data",
            "B 1 wants pooled recruitment",
            "A 2 Opening of the session, late",
            "E 1 Coffee, at last",
            "E 1 Coffee, again",
            "E 1 Coffee",
        ];
        assert_eq!(notes, both);
        let places =
            [15, 46].map(|line| format!("{line} a conflict that a merge left: all sides are read"));
        assert_eq!(damage, places);
    }

    #[test]
    fn a_hostile_file_gives_up_what_is_whole() {
        let hostile = include_bytes!("../../../tests/fixtures/notes/hostile.toml");
        let (notes, damage) = given_up(hostile);
        let whole = [
            "A 1 \u{1b}[2J\u{7} \u{202e}escaped\u{202c}, so that all is kept \0\r",
            "E 1 a kind of a later version",
            "G 1 bare bidi: \u{202e}reversed\u{2066} and \u{2028} a line separator",
            "J 1 a question that is no id",
            "M 1 the last, whole",
        ];
        assert_eq!(notes, whole);
        let places = [
            "14 left out, a damaged or incomplete block: invalid multi-line basic string, expected `\\`, characters",
            "22 left out, a damaged or incomplete block: not UTF-8",
            "30 left out, a damaged or incomplete note: no usable id: \"../D\"",
            "38 unknown kind \"dream\", read as a note; known: note, position, proposal, practice, \
             commitment, agreement, disagreement, question, quote, action",
            "46 left out, a damaged or incomplete note: no date, time and offset: 2010-11-09T10:06:00",
            "62 left out, a damaged or incomplete block: duplicate key",
            "70 the note is kept without \"two words\", which is no id",
            "70 the note is kept without its quote, which has no entry",
            "80 left out, a damaged or incomplete note: invalid value: integer `-1`, expected u32",
            "101 passed over from here: key with no value, expected `=`",
        ];
        assert_eq!(damage, places);
    }

    #[test]
    fn what_a_person_wrote_is_read() {
        let file = r#"
note = [{ id = "A", at = 2010-11-09T10:02:13.5Z, text = "inline" }]
notes.author = "Anna"
[extra]
rows = [
[1, 2],
]
words = """
[Mali] and
[1] foot
"""
"#;
        let (notes, damage) = given_up(file.as_bytes());
        assert_eq!((notes, damage), (vec!["A 1 inline".to_owned()], vec![]));

        let file = r#"[note] # one slip, and keys in another order
text = """
[Mali] said
======= so"""
at = 2010-11-09 10:02:13+05:30
id = "A"
"#;
        let (notes, damage) = given_up(file.as_bytes());
        assert_eq!(notes, ["A 1 [Mali] said\n======= so"]);
        assert_eq!(
            damage,
            ["1 no [notes] table names the author: the name of the file does"]
        );
    }

    #[test]
    fn damage_without_end_is_listed_to_an_end() {
        let (notes, damage) = given_up("[\n".repeat(2000).as_bytes());
        assert_eq!((notes.len(), damage.len()), (0, MOST_DAMAGE + 1));
    }

    #[test]
    fn an_empty_file_is_no_damage() {
        assert_eq!(given_up(b""), (vec![], vec![]));
        assert_eq!(given_up(b"\xef\xbb\xbf\r\n"), (vec![], vec![]));
    }

    #[test]
    fn of_two_headers_the_first_holds() {
        let file = b"[notes]\nauthor = 'anna'\ndevice = '1'\n[notes]\nauthor = 'bob'\n";
        let (_, damage) = given_up(file);
        assert_eq!(
            damage,
            ["4 a second [notes] table says otherwise: the first one holds"]
        );
        assert_eq!(parse(file, NAME).device.as_deref(), Some("1"));
    }
}
