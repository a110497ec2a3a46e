//! One line of a longer text, around a match.

use std::ops::Range;

use ratatui::style::Style;

use crate::text::{beginning, is_wider, part, skip, width};

use super::Theme;
use super::paint::{Marks, Painter};

/// Draws one line of the text around its first highlighted words.
pub(super) fn snippet(
    (text, lit): (&str, &[Range<usize>]),
    theme: &Theme,
    painter: &mut Painter<'_>,
    row: usize,
) {
    const INDENT: usize = 4;
    let room = painter.size().0.saturating_sub(INDENT + 1);
    let first = lit.first().map_or(0, |range| range.start);
    // Text farther away than a row's length cannot be shown, and is not measured.
    let around = beginning(text, room).len();
    let cut = text.floor_char_boundary(first.saturating_sub(around));
    let text = part(text, cut..text.floor_char_boundary(first + 2 * around));
    let moved = lit.iter().map(|range| {
        let at = |at: usize| at.saturating_sub(cut).min(text.len());
        at(range.start)..at(range.end)
    });
    let marks: Vec<(Range<usize>, Style)> = moved.map(|range| (range, theme.lit)).collect();
    let start = snippet_start(text, marks.first().map(|(range, _)| range), room);
    let line = text.replace('\n', " ");
    let lead = if cut + start > 0 { "…" } else { "" };
    let column = painter.put(INDENT, row, lead, theme.faint);
    let rest = part(&line, start..line.len());
    let room = (room + INDENT).saturating_sub(column);
    let goes_on = is_wider(rest, room);
    let end = if goes_on {
        start + skip(rest, room)
    } else {
        line.len()
    };
    let marks = Marks(&marks, theme.text);
    let column = painter.put_marked((column, row), &line, start..end, &marks);
    if goes_on {
        painter.put(column, row, "…", theme.faint);
    }
}

/// Returns the byte at which a line that shows the range begins: at a word, with some words before
/// the range.
fn snippet_start(text: &str, range: Option<&Range<usize>>, room: usize) -> usize {
    let Some(range) = range else { return 0 };
    if width(part(text, 0..range.end)) <= room {
        return 0;
    }
    let before = part(text, 0..range.start);
    let from = skip(before, width(before).saturating_sub(room / 3));
    let rest = part(text, from..range.start);
    let word = rest.find([' ', '\n']).map_or(0, |at| at + 1);
    from + word
}
