//! How many cells a text takes.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Byte offset, text and cells (0, 1 or 2, rarely more) of each grapheme.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str, usize)> {
    text.grapheme_indices(true)
        .map(|(at, grapheme)| (at, grapheme, grapheme.width()))
}

/// The cells that a line takes.
pub fn width(line: &str) -> usize {
    if line.is_ascii() {
        line.len()
    } else {
        graphemes(line).map(|(.., cells)| cells).sum()
    }
}

/// The line cut to at most so many cells, with `…` as the last where something was cut.
pub fn truncate(line: &str, cells: usize) -> Cow<'_, str> {
    if width(line) <= cells {
        return Cow::Borrowed(line);
    }
    if cells == 0 {
        return Cow::Borrowed("");
    }
    let mut used = 0;
    let fitting = graphemes(line).take_while(|(_, _, more)| {
        used += more;
        used < cells
    });
    let mut cut: String = fitting.map(|(_, grapheme, _)| grapheme).collect();
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    Cow::Owned(cut)
}

/// The byte behind the first `cells` cells of a line, or behind the grapheme that crosses them.
pub fn skip(line: &str, cells: usize) -> usize {
    let mut used = 0;
    let skipped = graphemes(line).take_while(|(.., more)| {
        let skips = used < cells;
        used += more;
        skips
    });
    skipped
        .last()
        .map_or(0, |(at, grapheme, _)| at + grapheme.len())
}

/// The line cut or filled up with spaces to exactly so many cells.
pub fn pad(line: &str, cells: usize) -> String {
    let mut padded = truncate(line, cells).into_owned();
    let missing = cells.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_and_combining_characters_are_counted_as_shown() {
        assert_eq!(width("e\u{301}é"), 2);
        assert_eq!(width("日本"), 4);
        assert_eq!(width("👩\u{200d}👧"), 2);
    }

    #[test]
    fn truncation_never_splits_a_wide_character() {
        assert_eq!(truncate("日本語", 6), "日本語");
        assert_eq!(truncate("日本語", 5), "日本…");
        assert_eq!(truncate("日本語", 4), "日…");
        assert_eq!(truncate("日本語", 1), "…");
        assert_eq!(truncate("日本語", 0), "");
    }

    #[test]
    fn padding_fills_what_a_wide_character_leaves() {
        assert_eq!(pad("日本語", 4), "日… ");
        assert_eq!(pad("Mali", 6), "Mali  ");
    }
}
