//! A text field: the find bar, the filter of a list, the capture bar.
//!
//! Rules, in order: undo restores any text that a key deletes; the cursor is between graphemes;
//! lines break where the reader would break them, so that drawing and moving agree.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{clean, graphemes, lines, part, width};

/// A change of a text field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Typed<'a> {
    /// A character.
    Character(char),
    /// Pasted text.
    Paste(&'a str),
    /// A movement or deletion.
    Motion(Motion),
}

/// A movement of the cursor or a deletion.
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
    /// To the start of the line.
    Home,
    /// To the end of the line.
    End,
    /// Deletes the character before the cursor.
    Backspace,
    /// Deletes the character after the cursor.
    Delete,
    /// Deletes the word before the cursor.
    DeleteWord,
    /// Deletes from the start of the line to the cursor.
    DeleteLine,
    /// Undoes the last change.
    Undo,
    /// Redoes the change that was undone.
    Redo,
}

/// The most steps that can be undone: a page of typing word by word, in bounded memory.
const MOST_UNDO: usize = 400;

/// A change of the text. The text itself is not kept: it may be a megabyte.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    /// The start of the change, in bytes of the text.
    at: usize,
    removed: String,
    inserted: String,
    /// The cursor before the change.
    cursor: usize,
}

/// A text field with its cursor and undo steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    cursor: usize,
    past: Vec<Change>,
    future: Vec<Change>,
    /// Whether the next typed character joins the same undo step.
    in_word: bool,
}

impl Field {
    /// Creates a field that holds `text`, with the cursor after it.
    pub fn new(text: &str) -> Self {
        let text = clean(text).into_owned();
        Self {
            cursor: text.len(),
            text,
            ..Self::default()
        }
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the position of the cursor, in bytes of the text.
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// Moves the cursor to this byte, or to the nearest grapheme boundary before it.
    pub fn set_cursor(&mut self, at: usize) {
        let ends = std::iter::once(self.text().len());
        let stands = graphemes(self.text()).map(|(start, ..)| start).chain(ends);
        let nearest = stands.take_while(|stand| *stand <= at).last();
        self.cursor = nearest.unwrap_or_default();
    }

    /// Inserts a typed character.
    pub fn insert(&mut self, typed: char) {
        let goes_on = self.in_word && !typed.is_whitespace();
        self.put(typed.encode_utf8(&mut [0; 4]), goes_on);
        self.in_word = !typed.is_whitespace();
    }

    /// Cleans a text and inserts it, as one undo step.
    pub fn paste(&mut self, text: &str) {
        self.put(&clean(text), false);
        self.in_word = false;
    }

    /// Replaces the whole text, cleaned; one undo step.
    pub fn replace(&mut self, text: &str) {
        self.change(0..self.text.len(), &clean(text));
        self.in_word = false;
    }

    fn put(&mut self, text: &str, goes_on: bool) {
        let last = self.past.last_mut().filter(|_| goes_on);
        match last.filter(|last| last.at + last.inserted.len() == self.cursor) {
            Some(last) => {
                last.inserted.push_str(text);
                self.future.clear();
                self.text.insert_str(self.cursor, text);
                self.cursor += text.len();
            }
            None => self.change(self.cursor..self.cursor, text),
        }
    }

    /// Replaces a range and puts the cursor after it; one undo step.
    fn change(&mut self, range: Range<usize>, text: &str) {
        if self.past.len() == MOST_UNDO {
            self.past.remove(0);
        }
        self.past.push(Change {
            at: range.start,
            removed: part(&self.text, range.clone()).to_owned(),
            inserted: text.to_owned(),
            cursor: self.cursor,
        });
        self.future.clear();
        self.cursor = range.start + text.len();
        self.text.replace_range(range, text);
    }

    /// Applies a change; `columns` is the width of the field in cells.
    pub(in crate::app) fn take(&mut self, typed: Typed<'_>, columns: usize) {
        match typed {
            Typed::Character(character) => self.insert(character),
            Typed::Paste(text) => self.paste(text),
            Typed::Motion(motion) => self.apply(motion, columns),
        }
    }

    /// Applies a change to a field of one line: line ends become spaces. Returns `false` for a
    /// Backspace in the empty field, which closes most fields.
    pub(in crate::app) fn take_line(&mut self, typed: Typed<'_>) -> bool {
        if typed == Typed::Motion(Motion::Backspace) && self.text.is_empty() {
            return false;
        }
        match typed {
            Typed::Paste(text) => self.paste(&text.replace(['\r', '\n'], " ")),
            Typed::Character(_) | Typed::Motion(_) => self.take(typed, usize::MAX),
        }
        true
    }

    /// Moves or deletes; `columns` is the width of the field in cells.
    pub fn apply(&mut self, motion: Motion, columns: usize) {
        self.in_word = false;
        let cursor = self.cursor;
        match motion {
            Motion::Left => self.cursor = self.before(),
            Motion::Right => self.cursor = self.after(),
            Motion::WordLeft => self.cursor = self.word_before(),
            Motion::WordRight => self.cursor = self.word_behind(),
            Motion::Up => self.cursor = self.vertical(columns, -1),
            Motion::Down => self.cursor = self.vertical(columns, 1),
            Motion::Home => self.cursor = self.line_start(),
            Motion::End => self.cursor = self.line_end(),
            Motion::Backspace => self.delete(self.before()..cursor),
            Motion::Delete => self.delete(cursor..self.after()),
            Motion::DeleteWord => self.delete(self.word_before()..cursor),
            Motion::DeleteLine => self.delete(self.line_start()..cursor),
            Motion::Undo => self.undo(),
            Motion::Redo => self.redo(),
        }
    }

    fn delete(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.change(range, "");
        }
    }

    fn undo(&mut self) {
        let Some(change) = self.past.pop() else {
            return;
        };
        let there = change.at..change.at + change.inserted.len();
        self.text.replace_range(there, &change.removed);
        self.cursor = change.cursor;
        self.future.push(change);
    }

    fn redo(&mut self) {
        let Some(change) = self.future.pop() else {
            return;
        };
        let there = change.at..change.at + change.removed.len();
        self.text.replace_range(there, &change.inserted);
        self.cursor = change.at + change.inserted.len();
        self.past.push(change);
    }

    fn left(&self) -> &str {
        part(self.text(), 0..self.cursor)
    }

    fn right(&self) -> &str {
        part(self.text(), self.cursor..self.text().len())
    }

    fn before(&self) -> usize {
        graphemes(self.left()).next_back().map_or(0, |(at, ..)| at)
    }

    fn after(&self) -> usize {
        self.cursor
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
            |(at, word)| self.cursor + at + word.len(),
        )
    }

    fn line_start(&self) -> usize {
        self.left().rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.right()
            .find('\n')
            .map_or_else(|| self.text().len(), |at| self.cursor + at)
    }

    /// Returns the byte ranges of the lines at a width of `columns` cells; never empty.
    pub fn lines(&self, columns: usize) -> Vec<Range<usize>> {
        lines(self.text(), columns.max(2)).collect()
    }

    /// Returns the number of lines, at most `most`.
    pub fn rows(&self, columns: usize, most: usize) -> usize {
        lines(self.text(), columns.max(2)).take(most).count()
    }

    /// Returns the line and cell of the cursor in `lines`, the result of [`Self::lines`].
    pub fn cursor_in(&self, lines: &[Range<usize>]) -> (usize, usize) {
        let line = lines
            .partition_point(|line| line.start <= self.cursor)
            .saturating_sub(1);
        let start = lines.get(line).map_or(0, |line| line.start);
        (line, width(part(self.text(), start..self.cursor)))
    }

    fn vertical(&self, columns: usize, by: isize) -> usize {
        let lines = self.lines(columns);
        let (line, cell) = self.cursor_in(&lines);
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

#[cfg(test)]
mod tests;
