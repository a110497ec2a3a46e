//! A text field: the find bar, the filter of a list, the capture bar.
//!
//! Rules, in order: no key loses text that undo does not bring back; the cursor stands between
//! graphemes; lines break where the reader would break them, so that drawing and moving agree.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{clean, graphemes, part, width, wrap};

/// A way to move the cursor or to delete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One character left.
    Left,
    /// One character right.
    Right,
    /// One word left.
    WordLeft,
    /// One word right.
    WordRight,
    /// One line of the screen up.
    Up,
    /// One line of the screen down.
    Down,
    /// To the beginning of the line.
    Home,
    /// To the end of the line.
    End,
    /// Deletes the character before the cursor.
    Backspace,
    /// Deletes the character behind the cursor.
    Delete,
    /// Deletes the word before the cursor.
    DeleteWord,
    /// Deletes from the beginning of the line to the cursor.
    DeleteLine,
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
}

impl Motion {
    /// What it does, for the help.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Left => "one character left",
            Self::Right => "one character right",
            Self::WordLeft => "one word left",
            Self::WordRight => "one word right",
            Self::Up => "one line up in the note",
            Self::Down => "one line down in the note",
            Self::Home => "to the beginning of the line",
            Self::End => "to the end of the line",
            Self::Backspace => "delete the character before the cursor",
            Self::Delete => "delete the character behind the cursor",
            Self::DeleteWord => "delete the word before the cursor",
            Self::DeleteLine => "delete back to the beginning of the line",
            Self::Undo => "undo typing",
            Self::Redo => "redo typing",
        }
    }
}

/// So many steps can be undone: a page of typing word by word, and bounded memory.
const MOST_UNDO: usize = 400;

/// Text and cursor at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Snapshot {
    text: String,
    cursor: usize,
}

/// Text that somebody is typing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    now: Snapshot,
    past: Vec<Snapshot>,
    future: Vec<Snapshot>,
    /// Whether the next typed character belongs to the same undo step.
    in_word: bool,
}

impl Field {
    /// A field that holds `text`, with the cursor behind it.
    pub fn new(text: &str) -> Self {
        let text = clean(text).into_owned();
        Self {
            now: Snapshot {
                cursor: text.len(),
                text,
            },
            ..Self::default()
        }
    }

    /// What stands in it.
    pub fn text(&self) -> &str {
        &self.now.text
    }

    /// Where the cursor is, in bytes of the text.
    pub const fn cursor(&self) -> usize {
        self.now.cursor
    }

    /// Puts the cursor at that byte, or at the nearest place before it where it can stand.
    pub fn set_cursor(&mut self, at: usize) {
        let ends = std::iter::once(self.text().len());
        let stands = graphemes(self.text()).map(|(start, ..)| start).chain(ends);
        let nearest = stands.take_while(|stand| *stand <= at).last();
        self.now.cursor = nearest.unwrap_or_default();
    }

    /// Types a character.
    pub fn insert(&mut self, typed: char) {
        let goes_on = self.in_word && !typed.is_whitespace();
        self.put(typed.encode_utf8(&mut [0; 4]), goes_on);
        self.in_word = !typed.is_whitespace();
    }

    /// Puts in text from elsewhere, cleaned; one step for undo.
    pub fn paste(&mut self, text: &str) {
        self.put(&clean(text), false);
        self.in_word = false;
    }

    /// Puts other text in the place of all that stands in it, cleaned; one step for undo.
    pub fn replace(&mut self, text: &str) {
        let now = Self::new(text).now;
        self.remember();
        self.now = now;
        self.in_word = false;
    }

    fn put(&mut self, text: &str, goes_on: bool) {
        if !goes_on {
            self.remember();
        }
        self.future.clear();
        self.now.text.insert_str(self.now.cursor, text);
        self.now.cursor += text.len();
    }

    fn remember(&mut self) {
        if self.past.len() == MOST_UNDO {
            self.past.remove(0);
        }
        self.past.push(self.now.clone());
        self.future.clear();
    }

    /// Moves or deletes; `columns` is the width in cells at which the text is shown.
    pub fn apply(&mut self, motion: Motion, columns: usize) {
        self.in_word = false;
        let cursor = self.now.cursor;
        match motion {
            Motion::Left => self.now.cursor = self.before(),
            Motion::Right => self.now.cursor = self.behind(),
            Motion::WordLeft => self.now.cursor = self.word_before(),
            Motion::WordRight => self.now.cursor = self.word_behind(),
            Motion::Up => self.now.cursor = self.vertical(columns, -1),
            Motion::Down => self.now.cursor = self.vertical(columns, 1),
            Motion::Home => self.now.cursor = self.line_start(),
            Motion::End => self.now.cursor = self.line_end(),
            Motion::Backspace => self.delete(self.before()..cursor),
            Motion::Delete => self.delete(cursor..self.behind()),
            Motion::DeleteWord => self.delete(self.word_before()..cursor),
            Motion::DeleteLine => self.delete(self.line_start()..cursor),
            Motion::Undo => travel(&mut self.past, &mut self.now, &mut self.future),
            Motion::Redo => travel(&mut self.future, &mut self.now, &mut self.past),
        }
    }

    fn delete(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        self.remember();
        self.now.cursor = range.start;
        self.now.text.replace_range(range, "");
    }

    fn left(&self) -> &str {
        part(self.text(), 0..self.now.cursor)
    }

    fn right(&self) -> &str {
        part(self.text(), self.now.cursor..self.text().len())
    }

    fn before(&self) -> usize {
        graphemes(self.left()).next_back().map_or(0, |(at, ..)| at)
    }

    fn behind(&self) -> usize {
        self.now.cursor
            + graphemes(self.right())
                .next()
                .map_or(0, |(_, grapheme, _)| grapheme.len())
    }

    fn word_before(&self) -> usize {
        self.left()
            .unicode_word_indices()
            .next_back()
            .map_or(0, |(at, _)| at)
    }

    fn word_behind(&self) -> usize {
        let word = self.right().unicode_word_indices().next();
        word.map_or_else(
            || self.text().len(),
            |(at, word)| self.now.cursor + at + word.len(),
        )
    }

    fn line_start(&self) -> usize {
        self.left().rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.right()
            .find('\n')
            .map_or_else(|| self.text().len(), |at| self.now.cursor + at)
    }

    /// The byte ranges of the lines as shown at a width of `columns` cells; never empty.
    pub fn lines(&self, columns: usize) -> Vec<Range<usize>> {
        let mut start = 0;
        let mut lines = Vec::new();
        for line in self.text().split('\n') {
            let shown = wrap(line, columns.max(2), 0);
            lines.extend(
                shown
                    .into_iter()
                    .map(|range| start + range.start..start + range.end),
            );
            start += line.len() + 1;
        }
        lines
    }

    /// Line and cell of the cursor as shown at a width of `columns` cells.
    pub fn cursor_at(&self, columns: usize) -> (usize, usize) {
        let lines = self.lines(columns);
        let line = lines
            .partition_point(|line| line.start <= self.now.cursor)
            .saturating_sub(1);
        let start = lines.get(line).map_or(0, |line| line.start);
        (line, width(part(self.text(), start..self.now.cursor)))
    }

    fn vertical(&self, columns: usize, by: isize) -> usize {
        let (line, cell) = self.cursor_at(columns);
        let lines = self.lines(columns);
        let Some(target) = line.checked_add_signed(by).and_then(|line| lines.get(line)) else {
            return if by < 0 { 0 } else { self.text().len() };
        };
        let mut used = 0;
        let fitting = graphemes(part(self.text(), target.clone())).take_while(|(.., cells)| {
            used += cells;
            used <= cell
        });
        target.start
            + fitting
                .last()
                .map_or(0, |(at, grapheme, _)| at + grapheme.len())
    }
}

fn travel(from: &mut Vec<Snapshot>, now: &mut Snapshot, to: &mut Vec<Snapshot>) {
    if let Some(moment) = from.pop() {
        to.push(std::mem::replace(now, moment));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(text: &str) -> Field {
        let mut field = Field::default();
        text.chars().for_each(|c| field.insert(c));
        field
    }

    #[test]
    fn backspace_takes_a_whole_grapheme() {
        let mut field = typed("ne\u{301}👩\u{200d}👧");
        field.apply(Motion::Backspace, 80);
        assert_eq!(field.text(), "ne\u{301}");
        field.apply(Motion::Backspace, 80);
        assert_eq!(field.text(), "n");
    }

    #[test]
    fn undo_goes_word_by_word() {
        let mut field = typed("one two");
        field.apply(Motion::Undo, 80);
        assert_eq!(field.text(), "one ");
        field.apply(Motion::Undo, 80);
        field.apply(Motion::Undo, 80);
        assert_eq!(field.text(), "");
        field.apply(Motion::Redo, 80);
        assert_eq!(field.text(), "one");
    }

    #[test]
    fn up_and_down_follow_the_lines_on_the_screen() {
        let mut field = typed("one two three\nfour");
        assert_eq!(field.cursor_at(8), (2, 4));
        field.apply(Motion::Up, 8);
        assert_eq!(field.cursor_at(8), (1, 4));
        field.apply(Motion::Up, 8);
        assert_eq!(field.cursor(), 4);
        field.apply(Motion::Up, 8);
        assert_eq!(field.cursor(), 0);
    }

    #[test]
    fn words_are_deleted_whole() {
        let mut field = typed("pooled recruitment ");
        field.apply(Motion::DeleteWord, 80);
        assert_eq!(field.text(), "pooled ");
        field.apply(Motion::Undo, 80);
        assert_eq!(field.text(), "pooled recruitment ");
    }

    #[test]
    fn a_paste_is_cleaned() {
        let mut field = Field::default();
        field.paste("a\u{1b}[2J\r\nb");
        assert_eq!(field.text(), "a[2J\nb");
    }

    fn motions() -> impl Strategy<Value = Motion> {
        use Motion::*;
        let all = [
            Left, Right, WordLeft, WordRight, Up, Down, Home, End, Backspace, Delete, DeleteWord,
            DeleteLine, Undo, Redo,
        ];
        prop::sample::select(all.to_vec())
    }

    proptest! {
        #[test]
        fn the_cursor_stands_between_characters_under_any_keys(
            text in ".{0,20}", motions in prop::collection::vec(motions(), 0..30), columns in 0usize..9,
        ) {
            let mut field = typed(&text);
            for motion in motions {
                field.apply(motion, columns);
                prop_assert!(field.text().is_char_boundary(field.cursor()));
            }
        }

        #[test]
        fn undo_brings_all_text_back(motions in prop::collection::vec(motions(), 0..20)) {
            let mut field = typed("Mali: proposes a pool\nof recruiters");
            let full = field.text().to_owned();
            let deletes = motions.into_iter().filter(|m| !matches!(m, Motion::Undo | Motion::Redo));
            deletes.for_each(|motion| field.apply(motion, 12));
            let mut seen = field.text() == full;
            for _ in 0..40 {
                field.apply(Motion::Undo, 12);
                seen |= field.text() == full;
            }
            prop_assert!(seen);
        }
    }
}
