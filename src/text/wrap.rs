//! Breaking a line of text into lines of the screen.

use std::iter::Peekable;
use std::ops::Range;

use unicode_linebreak::linebreaks;

use super::{Graphemes, graphemes, part};

/// Returns the byte ranges of the lines that `line` is broken into, at most `width` cells each;
/// every line but the first is `hang` cells shorter, for text that hangs below a bullet.
///
/// Lines break where Unicode allows it (UAX #14) and, where a word is longer than a line, between
/// graphemes. White space at the end of a line belongs to no range; all else belongs to exactly
/// one. An empty line makes one empty range. Only a grapheme that is wider than `width` sticks out.
///
/// Nothing is laid out before it is asked for.
pub fn wrap(line: &str, width: usize, hang: usize) -> impl Iterator<Item = Range<usize>> {
    Wrapped {
        line,
        width,
        hang,
        opportunities: linebreaks(line).map(|(at, _)| at).peekable(),
        graphemes: graphemes(line),
        held: None,
        may_break: None,
        start: 0,
        used: 0,
        is_first: true,
        is_done: false,
    }
}

/// A line of a text on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrappedLine {
    /// The range of the text, in bytes.
    pub range: Range<usize>,
    /// The indentation in cells: none for the first line, the hang for the others.
    pub indent: usize,
    /// The range of the line of the text that it belongs to, in bytes.
    pub of: Range<usize>,
}

/// Wraps each line of a text at `width` cells, as [`wrap`] does; `hang` takes the range of a line
/// of the text, and returns the indentation of all but its first screen line.
pub fn hanging_lines(
    text: &str,
    width: usize,
    mut hang: impl FnMut(Range<usize>) -> usize,
) -> impl Iterator<Item = WrappedLine> {
    let mut start = 0;
    text.split('\n').flat_map(move |line| {
        let of = start..start + line.len();
        start = of.end + 1;
        let hang = hang(of.clone());
        let ranges = wrap(line, width, hang).enumerate();
        ranges.map(move |(nth, range)| WrappedLine {
            range: of.start + range.start..of.start + range.end,
            indent: if nth == 0 { 0 } else { hang },
            of: of.clone(),
        })
    })
}

/// Returns the byte ranges of the screen lines of a text at `width` cells; each line of the text is
/// broken as by [`wrap`].
pub fn lines(text: &str, width: usize) -> impl Iterator<Item = Range<usize>> {
    hanging_lines(text, width, |_| 0).map(|line| line.range)
}

/// The screen lines of one line of text. See [`wrap`].
struct Wrapped<'a, O: Iterator<Item = usize>> {
    line: &'a str,
    width: usize,
    hang: usize,
    /// The places where Unicode allows a break.
    opportunities: Peekable<O>,
    graphemes: Graphemes<'a>,
    /// The grapheme that did not fit on the line before: its byte offset, text and width in cells.
    held: Option<(usize, &'a str, usize)>,
    /// The last place where the line may break, and the cells before it.
    may_break: Option<(usize, usize)>,
    /// The place where the current line begins.
    start: usize,
    /// The number of cells of the current line used so far.
    used: usize,
    is_first: bool,
    is_done: bool,
}

impl<O: Iterator<Item = usize>> Iterator for Wrapped<'_, O> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(next) = self.held.take().or_else(|| self.graphemes.next()) {
            let (at, grapheme, cells) = next;
            while self.opportunities.next_if(|place| *place <= at).is_some() {
                self.may_break = (at > self.start).then_some((at, self.used));
            }
            let hang = if self.is_first { 0 } else { self.hang };
            let is_over = self.used + cells > self.width.saturating_sub(hang);
            // It is looked at once more on the next line: the word that moves there may be too long
            // for that one as well.
            if is_over && at > self.start && !grapheme.chars().all(char::is_whitespace) {
                let (end, before) = self.may_break.take().unwrap_or((at, self.used));
                let line = trimmed(self.line, self.start..end);
                (self.start, self.used) = (end, self.used - before);
                (self.held, self.is_first) = (Some(next), false);
                return Some(line);
            }
            self.used += cells;
        }
        let is_last = !std::mem::replace(&mut self.is_done, true);
        is_last.then(|| trimmed(self.line, self.start..self.line.len()))
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.start + part(text, range.clone()).trim_end().len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{clean_line, width};
    use super::*;

    fn shown(line: &str, width: usize, hang: usize) -> Vec<&str> {
        wrap(line, width, hang)
            .map(|range| part(line, range))
            .collect()
    }

    #[test]
    fn words_stay_whole() {
        let line = "Partnerships for more regular and protected migration";
        let lines = [
            "Partnerships for",
            "more regular and",
            "protected",
            "migration",
        ];
        assert_eq!(shown(line, 16, 0), lines);
    }

    #[test]
    fn words_longer_than_a_line_are_cut_between_graphemes() {
        assert_eq!(shown("日本語日本語", 5, 0), ["日本", "語日", "本語"]);
        assert_eq!(
            shown("ne\u{301}e\u{301}e\u{301}", 2, 0),
            ["ne\u{301}", "e\u{301}e\u{301}"]
        );
    }

    #[test]
    fn following_lines_hang() {
        assert_eq!(shown("• one two three", 9, 2), ["• one two", "three"]);
        assert_eq!(shown("• one twothree", 9, 2), ["• one", "twothre", "e"]);
    }

    #[test]
    fn an_empty_line_is_a_line() {
        assert_eq!(shown("", 10, 0), [""]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_long(
            line in "[a-c日é\u{301}👩 \u{200d}–/-]{0,60}", columns in 2usize..30, hang in 0usize..3,
        ) {
            check(&line, columns, hang)?;
        }

        #[test]
        fn the_same_holds_for_any_text(line in any::<String>(), columns in 2usize..30) {
            check(&clean_line(&line), columns, 0)?;
        }
    }

    fn check(line: &str, columns: usize, hang: usize) -> Result<(), TestCaseError> {
        let mut end = 0;
        for range in wrap(line, columns, hang.min(columns - 2)) {
            let between = part(line, end..range.start);
            prop_assert!(between.chars().all(char::is_whitespace), "lost {between:?}");
            let shown = part(line, range.clone());
            let widest = graphemes(shown)
                .map(|(.., cells)| cells)
                .max()
                .unwrap_or_default();
            prop_assert!(
                width(shown) <= columns.max(widest),
                "{shown:?} in {columns}"
            );
            end = range.end;
        }
        prop_assert!(part(line, end..line.len()).chars().all(char::is_whitespace));
        Ok(())
    }
}
