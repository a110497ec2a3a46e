//! A notes file as numbered lines, parted into the sides of a conflict and into blocks.
//!
//! Numbers stay with the lines, so that damage is found again in the file as it stands.

use super::MARKERS;

/// A line of a file, without its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Its number in the file, from 1.
    pub(super) number: usize,
    /// What stands in it.
    pub(super) bytes: &'a [u8],
}

/// The lines of a file. A file that ends in a line end has an empty last line.
pub(super) fn numbered(bytes: &[u8]) -> Vec<Line<'_>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let lines = bytes.split(|byte| *byte == b'\n').enumerate();
    let lines = lines.map(|(index, bytes)| Line {
        number: index + 1,
        // Ours are escaped: a bare one is from a program that turned the line ends.
        bytes: bytes.strip_suffix(b"\r").unwrap_or(bytes),
    });
    lines.collect()
}

/// The lines put together again.
pub(super) fn joined(lines: &[Line<'_>]) -> Vec<u8> {
    let lines: Vec<_> = lines.iter().map(|line| line.bytes).collect();
    lines.join(&b'\n')
}

/// Where each line starts in the joined lines.
pub(super) fn starts(lines: &[Line<'_>]) -> Vec<usize> {
    let mut end = 0;
    let starts = lines.iter().map(|line| {
        let start = end;
        end += line.bytes.len() + 1;
        start
    });
    starts.collect()
}

/// How many lines start a block of a note or turn.
pub(super) fn count_records(lines: &[Line<'_>]) -> usize {
    let starts = lines.iter().filter(|line| {
        let heads = [&b"[[note]]"[..], b"[[floor]]"];
        heads.iter().any(|head| line.bytes.starts_with(head))
    });
    starts.count()
}

/// The lines parted before each line that starts a table.
pub(super) fn blocks<'a, 'l>(lines: &'l [Line<'a>]) -> impl Iterator<Item = &'l [Line<'a>]> {
    lines.chunk_by(|_, next| !next.bytes.starts_with(b"["))
}

/// What the versions say that meet in the conflicts of a file, each as a whole file.
///
/// Every line that is no marker stands in at least one of the three.
#[derive(Debug, Default)]
pub(super) struct Sides<'a> {
    /// The version of this copy.
    pub(super) ours: Vec<Line<'a>>,
    /// The version that was merged in.
    pub(super) theirs: Vec<Line<'a>>,
    /// The version that both come from, as far as the conflicts tell.
    pub(super) base: Vec<Line<'a>>,
    /// The lines on which a conflict starts, or a marker stands that belongs to none.
    pub(super) conflicts: Vec<usize>,
}

/// Takes the conflicts of a file apart.
pub(super) fn sides<'a>(lines: &[Line<'a>]) -> Sides<'a> {
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

/// Which of [`MARKERS`] a line is, if it is one.
fn marker(line: &[u8]) -> Option<&'static str> {
    MARKERS.into_iter().find(|marker| {
        let rest = line.strip_prefix(marker.as_bytes());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(b" "))
    })
}
