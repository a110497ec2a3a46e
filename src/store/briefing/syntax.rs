//! Explains errors of syntax to people who have never heard of TOML.
//!
//! Rules, in order: one mistake per line, because the parser often reports more than one for the
//! same mistake; a mistake that only follows from another is left out; an unknown message of the
//! parser is shown as it is. The table fits the parser version in `Cargo.lock`. Its messages may
//! change with any version: the snapshots of `tests/fixtures/invalid` show when they do.

use std::ops::Range;

use toml::de::Error;

use super::quoting::{LineCounter, shortened};
use crate::model::{Diagnostic, Kind};
use crate::text::part;

/// The errors of syntax of a file.
#[derive(Default)]
pub(super) struct SyntaxErrors {
    /// The errors in the order of the file.
    pub(super) errors: Vec<Diagnostic>,
    /// The numbers of their lines, from 1, sorted. Other mistakes on these lines only follow from
    /// the errors.
    pub(super) lines: Vec<usize>,
    /// The file with spaces in place of the lines where the parser would stop reading. Byte offsets
    /// stay the same.
    pub(super) repaired: Option<String>,
    /// The byte offset of something that is never closed: the rest of the file cannot be trusted.
    pub(super) runaway: Option<usize>,
}

/// The beginning of a parser message, our message, and its cure.
const MEANINGS: [(&str, &str, &str); 17] = [
    (
        "invalid basic string, expected `\"`",
        "this text has no closing quote",
        "end it with \" on the same line, or begin and end it with \"\"\"",
    ),
    ("invalid basic string", NO_CONTROL, REMOVE_IT),
    (
        "invalid literal string",
        "this text has no closing quote",
        "end it with ' on the same line",
    ),
    (
        "invalid multi-line basic string, expected `\"`",
        "this text has no end",
        "end it with \"\"\"",
    ),
    (
        "invalid multi-line literal string, expected `'`",
        "this text has no end",
        "end it with '''",
    ),
    ("invalid multi-line", NO_CONTROL, REMOVE_IT),
    ("invalid comment character", NO_CONTROL, REMOVE_IT),
    (
        "missing escaped value",
        "after a backslash only a few letters are understood",
        "write \\\\ for a backslash",
    ),
    (
        "string values must be quoted",
        "this text has no quotes",
        "put it in quotes",
    ),
    (
        "unquoted keys cannot be empty",
        "expected a key",
        "write key = \"value\" or [table]",
    ),
    (
        "invalid unquoted key",
        "this key has letters that need quotes",
        "put it in quotes, or close the text before it with \"\"\"",
    ),
    (
        "key with no value",
        "expected = after the key",
        "write key = \"value\", or close the text before it with \"\"\"",
    ),
    (
        "unexpected key or value",
        "nothing may follow the value on its line",
        "take it out, or put all of it in one pair of quotes",
    ),
    (
        "unclosed array table",
        "this table has no closing brackets",
        "end it with ]]",
    ),
    (
        "unclosed table",
        "this table has no closing bracket",
        "end it with ]",
    ),
    (
        "unclosed array",
        "this list has no closing bracket",
        "end it with ]",
    ),
    (
        "missing comma",
        "expected a comma",
        "write a comma between the two",
    ),
];

const NO_EQUALS: &str = "expected = after the key";
const AFTER_VALUE: &str = "nothing may follow the value on its line";
const NO_CONTROL: &str = "there is a control character here";
const REMOVE_IT: &str = "take it out";

/// Explains the errors of the parser.
pub(super) fn explain(source: &str, errors: &[Error]) -> SyntaxErrors {
    let is_depth = |error: &&Error| error.message().contains("recur");
    if let Some(error) = errors.iter().find(is_depth) {
        let message = "tables or lists are nested too deeply";
        let place = error.span();
        let diagnostic = Diagnostic {
            place,
            ..Diagnostic::of_file(message)
        };
        let cure = "a briefing has lists in tables and nothing deeper";
        let start = error.span().map(|span| span.start);
        let line = start.map(|start| LineCounter::new(source).number(start));
        return SyntaxErrors {
            errors: vec![diagnostic.with_cure(cure)],
            lines: line.into_iter().collect(),
            runaway: Some(start.unwrap_or_default()),
            ..SyntaxErrors::default()
        };
    }
    let mut errors: Vec<&Error> = errors.iter().collect();
    errors.sort_by_key(|error| error.span().map(|span| span.start));
    let mut lines = LineCounter::new(source);
    let mut syntax = SyntaxErrors::default();
    let mut strays = Vec::new();
    let mut merged_until = 0;
    for error in errors {
        let place = error.span().unwrap_or_default();
        let line = lines.number(place.start);
        let is_stray = is_stray(error.message());
        // The lines of a text that is never closed are each an error: one of them is enough.
        let is_spilled = is_stray && strays.last().is_some_and(|last| last + 1 == line);
        if is_stray && !is_header(source, place.start) {
            strays.push(line);
        }
        let is_repeated = syntax.lines.last() == Some(&line);
        if is_spilled || is_repeated || place.start < merged_until {
            continue;
        }
        if is_runaway_list(source, error.message(), place.start) {
            let end = part(source, 0..place.start).trim_end().len();
            let diagnostic = Diagnostic::error(end..end, "this list has no closing bracket");
            syntax.errors.push(diagnostic.with_cure("end it with ]"));
            syntax.runaway = Some(end);
            break;
        }
        if error.message().starts_with("duplicate key") && is_header(source, place.start) {
            // The parser reports every key of the second table as a duplicate.
            merged_until = next_header(source, place.end);
        }
        syntax.errors.push(explained(source, error));
        syntax.lines.push(line);
    }
    syntax.repaired = (!strays.is_empty()).then(|| without(source, &strays));
    syntax
}

/// Replaces lines by spaces, so that all byte offsets stay the same. `lines` is sorted.
fn without(source: &str, lines: &[usize]) -> String {
    let mut repaired = String::with_capacity(source.len());
    for (index, line) in source.split_inclusive('\n').enumerate() {
        if lines.binary_search(&(index + 1)).is_ok() {
            let blank = |byte| if byte == b'\n' { '\n' } else { ' ' };
            repaired.extend(line.bytes().map(blank));
        } else {
            repaired.push_str(line);
        }
    }
    repaired
}

fn is_stray(message: &str) -> bool {
    let starts = ["key with no value", "unquoted keys", "invalid unquoted key"];
    starts.iter().any(|start| message.starts_with(start))
}

fn explained(source: &str, error: &Error) -> Diagnostic {
    let message = error.message();
    let mut place = error.span().unwrap_or_default();
    if message.starts_with("duplicate key") {
        return duplicate(source, place);
    }
    if let Some((message, cure)) = special(source, message, place.clone()) {
        return Diagnostic::error(place, message).with_cure(cure);
    }
    let meaning = MEANINGS
        .iter()
        .find(|(start, ..)| message.starts_with(start));
    let Some((_, message, cure)) = meaning else {
        return unknown(place, message);
    };
    // The parser reports a missing end at the end of the file: the opening quotes help more.
    if let Some(quotes) = cure
        .strip_prefix("end it with ")
        .filter(|end| end.len() == 3)
        && let Some(start) = part(source, 0..place.start).rfind(quotes)
    {
        place = start..start + quotes.len();
    }
    Diagnostic::error(place, *message).with_cure(*cure)
}

/// Returns message and cure where the text around an error says more than the parser.
fn special(
    source: &str,
    message: &str,
    place: Range<usize>,
) -> Option<(&'static str, &'static str)> {
    let line = line_at(source, place.start);
    let before = part(source, 0..place.start).trim_end_matches(' ');
    let from = part(source, place.start..source.len()).lines().next();
    let from = from.unwrap_or_default();
    let key = line.split_once('=').map(|(key, _)| key.trim());

    if message.starts_with("key with no value") || message.starts_with("invalid unquoted key") {
        return match from.chars().next() {
            Some(':') => Some((NO_EQUALS, "write = for :")),
            Some('"' | '\'') => Some((NO_EQUALS, "write = between the key and the text")),
            _ if message.starts_with("key") && key.is_some() => Some((
                NO_EQUALS,
                "put a key of several words in quotes: \"…\" = \"…\"",
            )),
            _ => None,
        };
    }
    if message.starts_with("unexpected key or value") {
        return match before.chars().next_back() {
            _ if is_header(source, place.start) => Some((
                "the brackets do not match",
                "write as many after the name as before it",
            )),
            Some('"') if before.ends_with("\"\"\"") => Some((
                AFTER_VALUE,
                "take it out, or close an earlier text with \"\"\"",
            )),
            Some('"') => Some((AFTER_VALUE, "write \\\" for a quote inside a text")),
            Some('\'') => Some((AFTER_VALUE, "put a text that has ' in it in double quotes")),
            _ => None,
        };
    }
    if before.ends_with('=') && (from.is_empty() || from.starts_with('#')) {
        return Some(("expected a value after =", "write key = \"…\""));
    }
    if message.starts_with("invalid date") || key == Some("date") {
        return Some((
            "this is no date",
            "write year, month and day, such as 2010-11-08",
        ));
    }
    let is_curly = from.starts_with(['“', '”', '„', '«', '‘', '’']);
    is_curly.then_some((
        "these quotes are not understood",
        "begin and end the text with straight quotes: \"",
    ))
}

/// Returns whether a list runs on into the next key or table: its closing bracket is missing.
fn is_runaway_list(source: &str, message: &str, at: usize) -> bool {
    if !message.starts_with("missing comma") {
        return false;
    }
    let line = line_at(source, at);
    let is_first = part(source, at..source.len()).starts_with(line.trim_start());
    let is_key = line.trim_start().starts_with(char::is_alphabetic) && line.contains('=');
    is_first && (is_key || is_header(source, at))
}

/// Returns a diagnostic for a message that is not in the table.
fn unknown(place: Range<usize>, message: &str) -> Diagnostic {
    /// The beginnings of messages about an invalid number, boolean or time.
    const VALUES: [&str; 9] = [
        "invalid",
        "unexpected leading",
        "unexpected sign",
        "`_`",
        "redundant",
        "integers",
        "radix",
        "missing value",
        "too few",
    ];
    if VALUES.iter().any(|start| message.starts_with(start)) {
        let cure = "put a text in quotes: \"…\"";
        return Diagnostic::error(place, "this value is not understood").with_cure(cure);
    }
    Diagnostic::error(place, message)
}

fn duplicate(source: &str, place: Range<usize>) -> Diagnostic {
    let name = shortened(part(source, place.clone()));
    if !is_header(source, place.start) {
        let message = format!("the key \"{name}\" is there twice");
        return Diagnostic::error(place, message).with_cure("keep one of the two");
    }
    let is_of_entries = Kind::ALL.into_iter().any(|kind| kind.table() == name);
    let cure = if is_of_entries {
        format!("write [[{name}]], with two brackets on each side, every time")
    } else {
        format!("put all that belongs to it below one [{name}]")
    };
    Diagnostic::error(place, format!("the table [{name}] is there twice")).with_cure(cure)
}

fn is_header(source: &str, at: usize) -> bool {
    line_at(source, at).trim_start().starts_with('[')
}

/// Returns the byte offset of the line end before the next header, or the end of the file.
pub(super) fn next_header(source: &str, at: usize) -> usize {
    let after = part(source, at..source.len()).find("\n[");
    after.map_or(source.len(), |further| at + further)
}

/// Returns the line at a byte offset.
fn line_at(source: &str, at: usize) -> &str {
    let start = part(source, 0..at).rfind('\n').map_or(0, |end| end + 1);
    part(source, start..source.len())
        .lines()
        .next()
        .unwrap_or_default()
}
