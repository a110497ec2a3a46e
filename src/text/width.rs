//! The width of a text in terminal cells.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the byte offset, text and cells (0, 1 or 2, rarely more) of each grapheme.
pub const fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes { text, at: 0 }
}

/// The graphemes of a text, from both ends. See [`graphemes`].
///
/// Segmenting by the tables of Unicode costs more than all else that laying out a text does, and
/// most characters need no table: one below U+0300 with another such character after it is a
/// grapheme of its own.
#[derive(Clone, Debug)]
pub struct Graphemes<'a> {
    /// The rest of the text.
    text: &'a str,
    /// The byte offset of the rest.
    at: usize,
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = (usize, &'a str, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let mut chars = self.text.chars();
        let first = chars.next()?;
        let stands_alone = is_plain(first) && chars.next().is_none_or(|next| next < COMBINING);
        let (length, cells) = if stands_alone {
            (first.len_utf8(), 1)
        } else {
            let grapheme = self.text.graphemes(true).next()?;
            (grapheme.len(), grapheme.width())
        };
        let (grapheme, rest) = self.text.split_at_checked(length)?;
        let at = self.at;
        (self.text, self.at) = (rest, at + length);
        Some((at, grapheme, cells))
    }
}

impl DoubleEndedIterator for Graphemes<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let mut chars = self.text.chars();
        let last = chars.next_back()?;
        let stands_alone = is_plain(last) && chars.next_back().is_none_or(|it| it < COMBINING);
        let (length, cells) = if stands_alone {
            (last.len_utf8(), 1)
        } else {
            let grapheme = self.text.graphemes(true).next_back()?;
            (grapheme.len(), grapheme.width())
        };
        let (rest, grapheme) = self.text.split_at_checked(self.text.len() - length)?;
        self.text = rest;
        Some((self.at + rest.len(), grapheme, cells))
    }
}

/// The first character that can join the one before it in a grapheme.
const COMBINING: char = '\u{300}';

/// Returns whether a character takes one cell, and joins no other below [`COMBINING`]: all of Latin
/// but control characters and the soft hyphen.
const fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..COMBINING)
}

/// Returns the width of a line in cells.
pub fn width(line: &str) -> usize {
    if line.is_ascii() {
        line.len()
    } else {
        graphemes(line).map(|(.., cells)| cells).sum()
    }
}

/// Returns whether a line is wider than `cells`.
pub fn is_wider(line: &str, cells: usize) -> bool {
    if line.is_ascii() {
        return line.len() > cells;
    }
    let mut used = 0;
    graphemes(line).any(|(.., more)| {
        used += more;
        used > cells
    })
}

/// Cuts a line to at most `cells` cells; the last one is `…` if something was cut.
pub fn truncate(line: &str, cells: usize) -> Cow<'_, str> {
    if !is_wider(line, cells) {
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

/// Returns a beginning of a text that fills at least `cells` cells, or the whole text, so that the
/// cost of work on it does not grow with the text.
pub fn beginning(text: &str, cells: usize) -> &str {
    /// The bytes allowed for each cell: it rarely holds more than a letter with some accents.
    const BYTES: usize = 16;
    let end = text.floor_char_boundary(cells.saturating_mul(BYTES));
    text.get(..end).unwrap_or(text)
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
    use proptest::prelude::*;

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

    #[test]
    fn every_character_that_is_called_plain_takes_one_cell() {
        let all = ('\0'..COMBINING).filter(|c| is_plain(*c));
        for c in all {
            assert_eq!(c.to_string().width(), 1, "{c:?}");
        }
    }

    #[test]
    fn whether_a_line_is_wider_is_what_its_width_says() {
        for line in ["Mali", "日本語", "e\u{301}e\u{301}", ""] {
            for cells in 0..8 {
                assert_eq!(is_wider(line, cells), width(line) > cells, "{line} {cells}");
            }
        }
    }

    /// Letters, accents that combine, joiners, flags, Hangul, Indic conjuncts, and anything.
    fn texts() -> impl Strategy<Value = String> {
        let mixed = "[a-cé\u{ad}\r\n\t\u{301}\u{fe0f}\u{200d}👩©🇲🇱\u{1100}\u{1161}\u{915}\u{94d}\u{600}日 -]{0,40}";
        prop_oneof![mixed, any::<String>()]
    }

    proptest! {
        #[test]
        fn graphemes_are_those_of_unicode_from_both_ends(text in texts(), turns in any::<u64>()) {
            let expected: Vec<_> = text
                .grapheme_indices(true)
                .map(|(at, grapheme)| (at, grapheme, grapheme.width()))
                .collect();
            let found: Vec<_> = graphemes(&text).collect();
            prop_assert_eq!(&found, &expected);
            let mut back: Vec<_> = graphemes(&text).rev().collect();
            back.reverse();
            prop_assert_eq!(&back, &expected);
            let (mut left, mut right) = (Vec::new(), Vec::new());
            let mut both = graphemes(&text);
            for turn in (0..64).cycle() {
                let from_left = turns >> turn & 1 == 0;
                let next = if from_left { both.next() } else { both.next_back() };
                let Some(next) = next else { break };
                if from_left { left.push(next) } else { right.push(next) }
            }
            right.reverse();
            prop_assert_eq!([left, right].concat(), expected);
        }
    }
}
