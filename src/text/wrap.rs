//! Breaking a line of text into lines of the screen.

use std::ops::Range;

use unicode_linebreak::linebreaks;

use super::{graphemes, part};

/// The byte ranges of the lines that `line` makes, at most `width` cells each; every line but the
/// first is `hang` cells shorter, for text that hangs below a bullet.
///
/// Lines break where Unicode allows it (UAX #14) and, where a word is longer than a line, between
/// graphemes. White space at the end of a line belongs to no range; all else belongs to exactly
/// one. An empty line makes one empty range. Only a grapheme that is wider than `width` sticks out.
pub fn wrap(line: &str, width: usize, hang: usize) -> Vec<Range<usize>> {
    let mut opportunities = linebreaks(line).map(|(at, _)| at).peekable();
    let mut lines = Vec::new();
    let (mut start, mut used, mut may_break) = (0, 0, None);
    for (at, grapheme, cells) in graphemes(line) {
        while opportunities
            .next_if(|opportunity| *opportunity <= at)
            .is_some()
        {
            may_break = (at > start).then_some((at, used));
        }
        let blank = grapheme.chars().all(char::is_whitespace);
        let is_over = |lines: &[_], used| {
            let room = if lines.is_empty() {
                width
            } else {
                width.saturating_sub(hang)
            };
            used + cells > room && !blank
        };
        // Twice where the word that moves to a new line is too long for that one as well.
        while is_over(&lines, used) && at > start {
            let (end, before) = may_break.take().unwrap_or((at, used));
            lines.push(trimmed(line, start..end));
            (start, used) = (end, used - before);
        }
        used += cells;
    }
    lines.push(trimmed(line, start..line.len()));
    lines
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
            .into_iter()
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
        let lines = wrap(line, columns, hang.min(columns - 2));
        let mut end = 0;
        for range in &lines {
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
