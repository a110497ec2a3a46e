//! Splits a notes file into numbered lines, the sides of a conflict, and blocks.
//!
//! Lines keep their numbers, so that damage can be found in the file.

use super::content::MARKERS;

/// A line of a file, without its line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberedLine<'a> {
    /// The number in the file, from 1.
    pub(super) number: usize,
    /// The content.
    pub(super) bytes: &'a [u8],
}

/// Splits a file into lines. A file that ends with a line end has an empty last line.
pub(super) fn numbered(bytes: &[u8]) -> Vec<NumberedLine<'_>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    let lines = lines.map(|(index, bytes)| NumberedLine {
        number: index + 1,
        // We escape ours: an unescaped one is from a program that converted the line ends.
        bytes: bytes.strip_suffix(b"\r").unwrap_or(bytes),
    });
    lines.collect()
}

/// Joins the lines again.
pub(super) fn joined(lines: &[NumberedLine<'_>]) -> Vec<u8> {
    let lines: Vec<_> = lines.iter().map(|line| line.bytes).collect();
    lines.join(&b'\n')
}

/// Returns the offset of each line in the joined lines, in bytes.
pub(super) fn starts(lines: &[NumberedLine<'_>]) -> Vec<usize> {
    let mut end = 0;
    let starts = lines.iter().map(|line| {
        let start = end;
        end += line.bytes.len() + 1;
        start
    });
    starts.collect()
}

/// Counts the lines that start the block of a note or turn.
pub(super) fn count_records(lines: &[NumberedLine<'_>]) -> usize {
    let starts = lines.iter().filter(|line| {
        let heads = [&b"[[note]]"[..], b"[[floor]]"];
        heads.iter().any(|head| line.bytes.starts_with(head))
    });
    starts.count()
}

/// Splits the lines of a file into blocks; each line that starts a table begins one.
pub(super) fn blocks<'a, 'l>(
    lines: &'l [NumberedLine<'a>],
) -> impl Iterator<Item = &'l [NumberedLine<'a>]> {
    lines.chunk_by(|_, next| !next.bytes.starts_with(b"["))
}

/// The versions in the conflicts of a file, each as a whole file.
///
/// Every line that is not a marker is in at least one of the three.
#[derive(Debug, Default)]
pub(super) struct Sides<'a> {
    /// Our version.
    pub(super) ours: Vec<NumberedLine<'a>>,
    /// The version that was merged.
    pub(super) theirs: Vec<NumberedLine<'a>>,
    /// The common ancestor, as far as it is in the conflicts.
    pub(super) base: Vec<NumberedLine<'a>>,
    /// The lines on which a conflict starts, or that have a stray marker.
    pub(super) conflicts: Vec<usize>,
}

/// Splits a file at its conflicts.
pub(super) fn sides<'a>(lines: &[NumberedLine<'a>]) -> Sides<'a> {
    let mut sides = Sides::default();
    let mut side = None;
    for line in lines {
        let marker = marker(line.bytes);
        if marker == Some("<<<<<<<") || (marker.is_some() && side.is_none()) {
            sides.conflicts.push(line.number);
        }
        match (marker, side) {
            (Some(">>>>>>>"), _) => side = None,
            (Some(_), _) => side = marker,
            (None, Some("<<<<<<<")) => sides.ours.push(*line),
            (None, Some("|||||||")) => sides.base.push(*line),
            (None, Some(_)) => sides.theirs.push(*line),
            (None, None) => {
                sides.ours.push(*line);
                sides.base.push(*line);
                sides.theirs.push(*line);
            }
        }
    }
    sides
}

/// Returns which of [`MARKERS`] a line starts with.
fn marker(line: &[u8]) -> Option<&'static str> {
    MARKERS.into_iter().find(|marker| {
        let rest = line.strip_prefix(marker.as_bytes());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(b" "))
    })
}
