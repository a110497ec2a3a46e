//! Reads a notes file, damaged or not.
//!
//! A file that is valid TOML is read as TOML, since a person may have written it in ways that this
//! program does not. Any other is read block by block, and the sides of a conflict one by one.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::content::{Damage, NotesFile, author_in};
use super::lines::{NumberedLine, Sides, blocks, count_records, joined, numbered, sides, starts};
use super::wire::{WireHeader, WireNote, WireTurn};
use crate::model::{Author, Record};
use crate::text::fold;

/// The most damage listed for a file. A file with more is not a notes file, and a list of every
/// line would only use up memory.
const MOST_DAMAGE: usize = 1000;

/// Reads the intact records of a notes file; the author in its name replaces a missing header.
pub(crate) fn parse(bytes: &[u8], name: &str) -> NotesFile {
    let lines = numbered(bytes);
    let mut found = whole(&lines).unwrap_or_else(|| all_sides(&sides(&lines)));
    let (_, header) = found.header.take().unwrap_or_default();
    let is_blank = |line: &NumberedLine<'_>| line.bytes.trim_ascii().is_empty();
    if header.author.is_none() && !lines.iter().all(is_blank) {
        found.add_damage(
            1,
            "no [notes] table with an author; the author in the file's name is used",
        );
    }
    let author = match header.author {
        Some(author) => Author::from_folded(&fold(&author)),
        None => author_in(name),
    };
    // A stable sort: of the sides of a conflict, ours comes first. Shared parts are there twice.
    found.records.sort_by_key(|(line, _)| *line);
    found.records.dedup();
    let records = found.records.into_iter();
    let records = records.map(|(_, record)| record.by(&author)).collect();
    found.damage.sort();
    found.damage.dedup();
    let damage = found.damage.into_iter().map(|(line, reason)| Damage {
        line: Some(line),
        ..Damage::of_file(name, &reason)
    });
    NotesFile {
        author,
        name: header.name,
        device: header.device,
        records,
        damage: damage.collect(),
    }
}

/// The content of some lines.
#[derive(Default)]
struct ParsedLines {
    header: Option<(usize, WireHeader)>,
    /// The records, each with the line on which it starts.
    records: Vec<(usize, Record)>,
    damage: Vec<(usize, String)>,
    /// The number of records, including damaged ones.
    count: usize,
}

impl ParsedLines {
    fn add_damage(&mut self, line: usize, reason: impl Into<String>) {
        match self.damage.len() {
            ..MOST_DAMAGE => self.damage.push((line, reason.into())),
            MOST_DAMAGE => self
                .damage
                .push((line, "too much damage to list from here on".into())),
            _ => (),
        }
    }

    /// Adds the content of other lines.
    fn absorb(&mut self, other: Self) {
        self.records.extend(other.records);
        for (line, reason) in other.damage {
            self.add_damage(line, reason);
        }
        match (&self.header, other.header) {
            (None, header) => self.header = header,
            (Some((_, first)), Some((line, second))) if *first != second => {
                self.add_damage(
                    line,
                    "a second [notes] table differs; the first one is used",
                );
            }
            _ => (),
        }
    }
}

/// Reads the lines as one valid document.
///
/// A text without its end can swallow the blocks after it up to their first quotation marks, and
/// the whole may still be valid TOML. The number of blocks is compared so that no note is lost in
/// this way.
fn whole(lines: &[NumberedLine<'_>]) -> Option<ParsedLines> {
    let found = document(lines).ok()?;
    (count_records(lines) <= found.count).then_some(found)
}

fn all_sides(sides: &Sides<'_>) -> ParsedLines {
    let mut found = one_side(&sides.ours);
    if sides.conflicts.is_empty() {
        return found;
    }
    found.absorb(one_side(&sides.theirs));
    // Damage in the base is not listed: both sides have replaced that part.
    found.absorb(ParsedLines {
        damage: Vec::new(),
        ..one_side(&sides.base)
    });
    for line in &sides.conflicts {
        found.add_damage(*line, "an unresolved merge conflict; all sides are read");
    }
    found
}

fn one_side(lines: &[NumberedLine<'_>]) -> ParsedLines {
    whole(lines).unwrap_or_else(|| {
        blocks(lines).fold(ParsedLines::default(), |mut found, block| {
            found.absorb(salvaged(block));
            found
        })
    })
}

/// Returns the content of one block: all of it, or the part before its invalid lines, if that part
/// is complete.
fn salvaged(block: &[NumberedLine<'_>]) -> ParsedLines {
    let broken = match document(block) {
        Ok(found) => return found,
        Err(broken) => broken,
    };
    let at_mistake = block.partition_point(|line| line.number < broken.line);
    // A text without an end is reported at the end of the block, and begins on the last line with
    // opening quotation marks.
    let at_text = block.iter().rposition(|line| opens_text(line.bytes));
    let mut before = [Some(at_mistake), at_text].into_iter().flatten();
    if let Some(mut found) = before.find_map(|end| whole_before(block, end)) {
        found.add_damage(broken.line, format!("skipped from here: {}", broken.reason));
        return found;
    }
    let mut found = ParsedLines::default();
    let first = block.first().map_or(broken.line, |line| line.number);
    found.add_damage(
        first,
        format!("skipped a damaged or incomplete block: {}", broken.reason),
    );
    found
}

/// Returns the content of the lines before an index, if they are complete.
fn whole_before(block: &[NumberedLine<'_>], end: usize) -> Option<ParsedLines> {
    let kept = document(block.get(..end)?).ok()?;
    let is_whole = kept.damage.is_empty() && (kept.header.is_some() || !kept.records.is_empty());
    is_whole.then_some(kept)
}

/// Returns whether a line has the quotation marks of a multi-line text.
fn opens_text(line: &[u8]) -> bool {
    let mut windows = line.windows(3);
    windows.any(|three| three == b"\"\"\"" || three == b"'''")
}

/// The mistake that makes some lines invalid.
struct Broken {
    line: usize,
    reason: String,
}

fn document(lines: &[NumberedLine<'_>]) -> Result<ParsedLines, Broken> {
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
    let mut found = ParsedLines::default();
    for (key, value) in table.into_inner() {
        let line = line_at(value.span().start);
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("notes", _) => add_header(&mut found, value, line),
            ("note", DeValue::Array(notes)) => {
                for note in notes {
                    add_note(&mut found, note.clone(), &text, line_at(note.span().start));
                }
            }
            // A likely mistake: [note] for [[note]].
            ("note", _) => add_note(&mut found, value, &text, line),
            ("floor", DeValue::Array(turns)) => {
                for turn in turns {
                    add_turn(&mut found, turn.clone(), line_at(turn.span().start));
                }
            }
            ("floor", _) => add_turn(&mut found, value, line),
            _ => (),
        }
    }
    Ok(found)
}

fn add_header(found: &mut ParsedLines, value: Spanned<DeValue<'_>>, line: usize) {
    match WireHeader::deserialize(ValueDeserializer::from(value)) {
        Ok(header) => found.header = Some((line, header)),
        Err(error) => found.add_damage(line, format!("the [notes] table: {}", error.message())),
    }
}

fn add_note(found: &mut ParsedLines, value: Spanned<DeValue<'_>>, text: &str, line: usize) {
    found.count += 1;
    let words = value.get_ref().get("text");
    // The rest of `text = """` if it was cut: three marks are always written.
    if words.is_some_and(|words| text.get(words.span()) == Some("\"\"")) {
        found.add_damage(line, "skipped an incomplete note: its text may be cut");
        return;
    }
    let wire = WireNote::deserialize(ValueDeserializer::from(value));
    match wire
        .map_err(|error| error.message().to_owned())
        .and_then(WireNote::into_note)
    {
        Ok((note, left_out)) => {
            found.records.push((line, Record::Note(note)));
            for reason in left_out {
                found.add_damage(line, reason);
            }
        }
        Err(reason) => found.add_damage(
            line,
            format!("skipped a damaged or incomplete note: {reason}"),
        ),
    }
}

fn add_turn(found: &mut ParsedLines, value: Spanned<DeValue<'_>>, line: usize) {
    found.count += 1;
    let wire = WireTurn::deserialize(ValueDeserializer::from(value));
    match wire
        .map_err(|error| error.message().to_owned())
        .and_then(WireTurn::into_turn)
    {
        Ok(turn) => found.records.push((line, Record::Turn(turn))),
        Err(reason) => found.add_damage(
            line,
            format!("skipped a damaged or incomplete turn: {reason}"),
        ),
    }
}

#[cfg(test)]
mod tests;
