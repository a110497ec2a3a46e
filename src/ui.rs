//! Draws the state as a frame.
//!
//! Rules, in order: drawing changes nothing; text is cleaned on its way to a cell, whatever its
//! source; nothing is told by a colour alone, but also by a sign, a place or an attribute.

mod bar;
mod card;
mod contents;
mod countries;
mod dossier;
mod finder;
mod history;
mod list;
mod notes;
mod paint;
mod problems;
mod reader;
mod report;
mod snippet;
mod theme;

pub use theme::{DARK, LIGHT, PLAIN, Theme};

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Borders, Widget};

use crate::app::{App, Area, Mode, Pane, Screen};

use paint::{Painter, rect};

/// Draws the whole screen.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame<'_>) {
    let screen = app.screen();
    let buffer = frame.buffer_mut();
    bar::title(app, theme, buffer, screen.title);
    panes(app, theme, buffer, &screen);
    let cursor = match app.mode() {
        Mode::Panes => {
            bar::footer(app, theme, buffer, screen.bar);
            None
        }
        Mode::Find(find) => {
            bar::footer(app, theme, buffer, screen.bar);
            Some(finder::draw(app, find, theme, buffer))
        }
        Mode::Capture(capture) => {
            if let Some(open) = &capture.over {
                dossier::draw(app, open, theme, buffer);
            }
            Some(bar::capture(app, capture, theme, buffer, screen.bar))
        }
        Mode::NotesFilter => Some(bar::notes_filter(app, theme, buffer, screen.bar)),
        Mode::Countries(list) => {
            bar::footer(app, theme, buffer, screen.bar);
            Some(countries::draw(app, list, theme, buffer))
        }
        Mode::Dossier(open) => {
            bar::footer(app, theme, buffer, screen.bar);
            dossier::draw(app, open, theme, buffer);
            None
        }
        Mode::History(open) => {
            bar::footer(app, theme, buffer, screen.bar);
            history::draw(app, open, theme, buffer);
            None
        }
        Mode::Report(preview) => {
            bar::footer(app, theme, buffer, screen.bar);
            report::draw(app, preview, theme, buffer);
            None
        }
        Mode::List(picker) => {
            bar::footer(app, theme, buffer, screen.bar);
            Some(list::draw(app, picker, theme, buffer))
        }
    };
    if let Some(cursor) = cursor.filter(|cursor| rect(screen.whole).contains(*cursor)) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws the panes, or the mistakes of a briefing that cannot be read.
fn panes(app: &App, theme: &Theme, buffer: &mut Buffer, screen: &Screen) {
    if app.briefing().is_some() {
        if let Some(area) = screen.contents {
            contents::draw(app, theme, buffer, area);
        }
        if let Some(area) = screen.reader {
            reader::draw(app, theme, buffer, area);
        }
        if let Some(area) = screen.notes {
            notes::draw(app, theme, buffer, area);
        }
    } else {
        let Area { width, height, .. } = screen.whole;
        let rows = height.saturating_sub(screen.title.height + screen.bar.height);
        problems::draw(
            app,
            theme,
            buffer,
            Area {
                x: 0,
                y: screen.title.height,
                width,
                height: rows,
            },
        );
    }
}

/// Draws the border and title of a pane, and returns a painter for the inside.
fn pane<'a>(
    buffer: &'a mut Buffer,
    theme: &Theme,
    area: Area,
    title: &str,
    in_focus: bool,
) -> Painter<'a> {
    frame_of(buffer, theme, rect(area), in_focus);
    let room = area.width.saturating_sub(4);
    let style = if in_focus { theme.focus } else { theme.title };
    let (sign, room) = if in_focus {
        ("▶ ", room.saturating_sub(2))
    } else {
        ("", room)
    };
    let title = format!(
        " {sign}{} ",
        crate::text::truncate(title, usize::from(room.saturating_sub(2)))
    );
    Painter::new(
        buffer,
        Area {
            x: area.x + 1,
            height: 1.min(area.height),
            width: room + 2,
            ..area
        },
    )
    .put(0, 0, &title, style);
    Painter::new(buffer, area.inner())
}

fn frame_of(buffer: &mut Buffer, theme: &Theme, area: Rect, in_focus: bool) {
    let style = if in_focus {
        theme.focus_border
    } else {
        theme.border
    };
    let kind = if in_focus {
        BorderType::Double
    } else {
        BorderType::Plain
    };
    Block::new()
        .borders(Borders::ALL)
        .border_type(kind)
        .border_style(style)
        .render(area, buffer);
}

/// Returns whether a pane has the focus and no overlay is open.
fn in_focus(app: &App, pane: Pane) -> bool {
    app.focus() == pane && matches!(app.mode(), Mode::Panes)
}
