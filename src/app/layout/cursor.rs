//! The selection of a list, and its scrolling.

use std::ops::Range;

/// The selected line of a list and the first line shown, both from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListCursor {
    /// The selected line.
    pub selected: usize,
    /// The first line shown.
    pub top: usize,
}

impl ListCursor {
    /// Moves the selection by a number of lines, within a list of `count` lines.
    pub fn step(&mut self, by: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }

    /// Scrolls as little as possible to show the selected line among `height` lines.
    pub fn keep_visible(&mut self, height: usize) {
        self.reveal(self.selected..self.selected + 1, height);
    }

    /// Scrolls as little as possible to show these lines among `height` lines; if they do not all
    /// fit, any part of them may be shown.
    pub fn reveal(&mut self, lines: Range<usize>, height: usize) {
        let lowest = lines.end.saturating_sub(height.max(1));
        let (first, last) = (lowest.min(lines.start), lowest.max(lines.start));
        self.top = self.top.clamp(first, last);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_selection_stays_in_the_list_and_on_the_screen(
            counts in prop::collection::vec((0usize..30, -20isize..20), 1..20), height in 0usize..12,
        ) {
            let mut cursor = ListCursor::default();
            for (count, by) in counts {
                cursor.step(by, count);
                cursor.keep_visible(height);
                prop_assert!(cursor.selected < count.max(1));
                let shown = cursor.top..cursor.top + height.max(1);
                prop_assert!(shown.contains(&cursor.selected));
            }
        }

        #[test]
        fn a_range_is_shown_if_it_fits_and_scrolled_through_otherwise(
            top in 0usize..40, start in 0usize..30, length in 1usize..12, height in 1usize..12,
        ) {
            let mut cursor = ListCursor { selected: start, top };
            cursor.reveal(start..start + length, height);
            let shown = cursor.top..cursor.top + height;
            let seen = (start..start + length).filter(|line| shown.contains(line)).count();
            prop_assert_eq!(seen, length.min(height));
            let before = cursor;
            cursor.reveal(start..start + length, height);
            prop_assert_eq!(cursor, before, "it scrolls no further than needed");
        }
    }
}
