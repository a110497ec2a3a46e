//! The width of a text in terminal cells.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the byte offset, text and cells (0, 1 or 2, rarely more) of each grapheme.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str, usize)> {
    text.grapheme_indices(true)
        .map(|(at, grapheme)| (at, grapheme, grapheme.width()))
}

/// Returns the width of a line in cells.
pub fn width(line: &str) -> usize {
    if line.is_ascii() {
        line.len()
    } else {
        graphemes(line).map(|(.., cells)| cells).sum()
    }
}

/// Cuts a line to at most `cells` cells; the last one is `…` if something was cut.
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

/// Returns the byte offset after the first `cells` cells of a line, or after the grapheme that
/// crosses them.
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

/// Cuts a line, or fills it with spaces, to exactly `cells` cells.
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
    fn measures_wide_and_combining_characters() {
        assert_eq!(width("e\u{301}é"), 2);
        assert_eq!(width("日本"), 4);
        assert_eq!(width("👩\u{200d}👧"), 2);
    }

    #[test]
    fn never_cuts_a_wide_character() {
        assert_eq!(truncate("日本語", 6), "日本語");
        assert_eq!(truncate("日本語", 5), "日本…");
        assert_eq!(truncate("日本語", 4), "日…");
        assert_eq!(truncate("日本語", 1), "…");
        assert_eq!(truncate("日本語", 0), "");
    }

    #[test]
    fn fills_the_cell_before_a_wide_character() {
        assert_eq!(pad("日本語", 4), "日… ");
        assert_eq!(pad("Mali", 6), "Mali  ");
    }
}
