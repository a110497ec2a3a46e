//! Puts text on cells.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::Theme;
use crate::app::{Area, Field};
use crate::text::{clean_line, part, skip, truncate, width};

/// Converts an area to a rectangle of the drawing library.
pub(super) const fn rect(area: Area) -> Rect {
    Rect {
        x: area.x,
        y: area.y,
        width: area.width,
        height: area.height,
    }
}

/// Clears the part of an area that is inside the buffer.
pub(super) fn clear(buffer: &mut Buffer, area: Area) {
    Clear.render(rect(area).intersection(buffer.area), buffer);
}

/// A painter that never draws outside its area.
pub(super) struct Painter<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
}

impl<'a> Painter<'a> {
    /// Creates a painter for the part of an area that is inside the buffer.
    pub(super) fn new(buffer: &'a mut Buffer, area: Area) -> Self {
        let area = rect(area).intersection(buffer.area);
        Self { buffer, area }
    }

    /// Returns the columns and rows.
    pub(super) fn size(&self) -> (usize, usize) {
        (usize::from(self.area.width), usize::from(self.area.height))
    }

    /// Puts text at a column and row of the area, as far as it fits; returns the next column.
    pub(super) fn put(&mut self, column: usize, row: usize, text: &str, style: Style) -> usize {
        let (columns, rows) = self.size();
        if row >= rows || column >= columns {
            return column;
        }
        let text = clean_line(text);
        let position = self.position(column, row);
        let (next, _) =
            self.buffer
                .set_stringn(position.x, position.y, &text, columns - column, style);
        usize::from(next.saturating_sub(self.area.x))
    }

    /// Puts the part of a one-line field around its cursor into `room` cells, and returns the cell
    /// of the cursor on the screen.
    pub(super) fn put_field(
        &mut self,
        (column, row): (usize, usize),
        field: &Field,
        room: usize,
        style: Style,
    ) -> Position {
        let (text, cursor) = (field.text(), field.cursor());
        let start = skip(text, width(part(text, 0..cursor)).saturating_sub(room));
        let shown = truncate(part(text, start..text.len()), room + 1);
        self.put(column, row, &shown, style);
        self.position(column + width(part(text, start..cursor)), row)
    }

    /// Puts text at the right end of a row.
    pub(super) fn put_right(&mut self, row: usize, text: &str, style: Style) {
        let column = self.size().0.saturating_sub(width(text));
        self.put(column, row, text, style);
    }

    /// Marks a row as the selected one, with a sign and a style.
    pub(super) fn select_row(&mut self, row: usize, theme: &Theme) {
        self.put(0, row, "›", theme.sign);
        self.style_row(row, theme.selected);
    }

    /// Adds a style to a whole row.
    pub(super) fn style_row(&mut self, row: usize, style: Style) {
        let Position { x, y } = self.position(0, row);
        let height = u16::from(row < self.size().1);
        self.buffer.set_style(
            Rect {
                x,
                y,
                width: self.area.width,
                height,
            },
            style,
        );
    }

    /// Adds a style to the cells of a row between two columns.
    pub(super) fn style_cells(&mut self, columns: Range<usize>, row: usize, style: Style) {
        let (width, height) = self.size();
        for column in columns.start..columns.end.min(width) {
            let position = self.position(column, row);
            if let Some(cell) = self.buffer.cell_mut(position).filter(|_| row < height) {
                cell.set_style(style);
            }
        }
    }

    /// Returns the cell of the screen at a column and row of the area.
    pub(super) fn position(&self, column: usize, row: usize) -> Position {
        let offset = |by: usize| u16::try_from(by).unwrap_or(u16::MAX);
        Position {
            x: self.area.x.saturating_add(offset(column)),
            y: self.area.y.saturating_add(offset(row)),
        }
    }

    /// Puts the bytes `range` of a text, with the styles of the marks; returns the next column.
    pub(super) fn put_marked(
        &mut self,
        (mut column, row): (usize, usize),
        text: &str,
        range: Range<usize>,
        marks: &Marks<'_>,
    ) -> usize {
        let edges = marks
            .0
            .iter()
            .flat_map(|(marked, _)| [marked.start, marked.end]);
        let mut cuts: Vec<_> = edges.filter(|at| range.contains(at)).collect();
        cuts.extend([range.start, range.end]);
        cuts.sort_unstable();
        cuts.dedup();
        for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
            let over = marks.0.iter().filter(|(marked, _)| marked.contains(start));
            let style = over.fold(marks.1, |style, (_, mark)| style.patch(*mark));
            column = self.put(column, row, part(text, *start..*end), style);
        }
        column
    }
}

/// Byte ranges of a text with their styles, later ones over earlier ones, and the style of the
/// rest.
pub(super) struct Marks<'a>(pub(super) &'a [(Range<usize>, Style)], pub(super) Style);
