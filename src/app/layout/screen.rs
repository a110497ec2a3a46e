//! The areas of the panes: the same for drawing, scrolling and the mouse.

/// A pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The tree of kinds and entries.
    Contents,
    /// The text.
    #[default]
    Reader,
    /// The notes.
    Notes,
}

/// A rectangle of the screen, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Returns the area inside a border of one cell.
    #[must_use]
    pub const fn inner(self) -> Self {
        Self {
            x: self.x.saturating_add(1),
            y: self.y.saturating_add(1),
            width: self.width.saturating_sub(2),
            height: self.height.saturating_sub(2),
        }
    }

    /// Returns the area without its first `rows` rows.
    #[must_use]
    pub const fn below(self, rows: u16) -> Self {
        Self {
            y: self.y.saturating_add(rows),
            height: self.height.saturating_sub(rows),
            ..self
        }
    }

    /// Returns whether the area contains a cell.
    pub const fn contains(self, column: u16, row: u16) -> bool {
        let within = column >= self.x && row >= self.y;
        within && column - self.x < self.width && row - self.y < self.height
    }
}

/// The size of the screen, and the rows of the bar at its bottom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    /// Columns.
    pub columns: u16,
    /// Rows, including those of the bar.
    pub rows: u16,
    /// The rows of the bar: footer, filter or capture bar.
    pub bar: u16,
}

impl Viewport {
    /// The rows above the lines of a list: the text field and the rule below it.
    const LIST_HEAD: u16 = 2;

    /// Returns the area of an overlay that hides all panes.
    pub fn overlay(self) -> Area {
        Area {
            x: 0,
            y: 1.min(self.rows),
            width: self.columns,
            height: self.rows.saturating_sub(1 + self.bar),
        }
    }

    /// Returns the area of a list over the panes, and that of its lines, inside its border and
    /// below its field.
    pub fn list(self) -> (Area, Area) {
        let width = self.columns.min(90);
        let whole = Area {
            x: (self.columns - width) / 2,
            y: 1.min(self.rows),
            width,
            height: self.rows.saturating_sub(2),
        };
        (whole, whole.inner().below(Self::LIST_HEAD))
    }
}

/// The width in columns from which there are three panes.
const THREE_PANES: u16 = 100;
/// The width in columns from which there are two panes.
const TWO_PANES: u16 = 70;

/// The areas of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// The whole screen.
    pub whole: Area,
    /// The title line.
    pub title: Area,
    /// The contents pane with its border.
    pub contents: Option<Area>,
    /// The reader pane with its border.
    pub reader: Option<Area>,
    /// The notes pane with its border.
    pub notes: Option<Area>,
    /// The bar: footer, filter or capture bar.
    pub bar: Area,
}

impl Screen {
    /// Divides the screen among the panes and the bar.
    pub fn new(viewport: Viewport, focus: Pane, zoom: bool) -> Self {
        let Viewport { columns, rows, bar } = viewport;
        let whole = Area {
            x: 0,
            y: 0,
            width: columns,
            height: rows,
        };
        let bar = bar.min(rows);
        let title = u16::from(rows > bar + 3);
        let body = rows - bar - title;
        let area = |x, width| {
            Some(Area {
                x,
                y: title,
                width,
                height: body,
            })
        };
        let mut screen = Self {
            whole,
            title: Area {
                height: title,
                ..whole
            },
            bar: Area {
                y: rows - bar,
                height: bar,
                ..whole
            },
            ..Self::default()
        };
        let side = (columns / 4).clamp(24, 34);
        if zoom || columns < TWO_PANES {
            let only = area(0, columns);
            match focus {
                Pane::Contents => screen.contents = only,
                Pane::Reader => screen.reader = only,
                Pane::Notes => screen.notes = only,
            }
        } else if columns < THREE_PANES && focus == Pane::Notes {
            screen.reader = area(0, columns - side - 4);
            screen.notes = area(columns - side - 4, side + 4);
        } else {
            let notes = if columns < THREE_PANES { 0 } else { side };
            screen.contents = area(0, side);
            screen.reader = area(side, columns - side - notes);
            screen.notes = (notes > 0)
                .then_some(area(columns - notes, notes))
                .flatten();
        }
        screen
    }

    /// Returns the pane at a cell.
    pub fn pane_at(&self, column: u16, row: u16) -> Option<(Pane, Area)> {
        let panes = [
            (Pane::Contents, self.contents),
            (Pane::Reader, self.reader),
            (Pane::Notes, self.notes),
        ];
        let shown = panes
            .into_iter()
            .filter_map(|(pane, area)| Some((pane, area?)));
        shown
            .into_iter()
            .find(|(_, area)| area.contains(column, row))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(columns: u16, focus: Pane, zoom: bool) -> [bool; 3] {
        let (rows, bar) = (24, 1);
        let screen = Screen::new(Viewport { columns, rows, bar }, focus, zoom);
        [screen.contents, screen.reader, screen.notes].map(|area| area.is_some())
    }

    #[test]
    fn the_width_decides_how_many_panes_there_are() {
        assert_eq!(shown(100, Pane::Reader, false), [true, true, true]);
        assert_eq!(shown(80, Pane::Reader, false), [true, true, false]);
        assert_eq!(shown(80, Pane::Notes, false), [false, true, true]);
        assert_eq!(shown(69, Pane::Contents, false), [true, false, false]);
        assert_eq!(shown(120, Pane::Notes, true), [false, false, true]);
    }

    proptest! {
        #[test]
        fn all_areas_are_on_the_screen(columns in 0u16..300, rows in 0u16..100, bar in 0u16..9) {
            for focus in [Pane::Contents, Pane::Reader, Pane::Notes] {
                let screen = Screen::new(Viewport { columns, rows, bar }, focus, false);
                let areas = [screen.contents, screen.reader, screen.notes, Some(screen.bar)];
                for area in areas.into_iter().flatten() {
                    prop_assert!(area.x + area.width <= columns && area.y + area.height <= rows);
                }
            }
        }
    }
}
