//! Draws the state as a frame.
//!
//! Rules, in order: drawing changes nothing; text is cleaned on its way to a cell, whatever its
//! source; nothing is told by a colour alone, but also by a sign, a place or an attribute.

mod bar;
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
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Borders, Widget};

use crate::app::{App, Area, Bar, Overlay, Pane, Screen};

use paint::{Painter, rect};

/// Draws the whole screen.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame<'_>) {
    let screen = app.screen();
    let buffer = frame.buffer_mut();
    bar::title(app, theme, buffer, screen.title);
    panes(app, theme, buffer, &screen);
    let in_overlay = app
        .overlay()
        .and_then(|overlay| draw_overlay(app, overlay, theme, buffer));
    let cursor = match app.bar() {
        Some(Bar::Capture(capture)) => Some(bar::capture(app, capture, theme, buffer, screen.bar)),
        Some(Bar::NotesFilter) => Some(bar::notes_filter(app, theme, buffer, screen.bar)),
        None => {
            bar::footer(app, theme, buffer, screen.bar);
            in_overlay
        }
    };
    if let Some(cursor) = cursor.filter(|cursor| rect(screen.whole).contains(*cursor)) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws an overlay; returns the cursor of its text field.
fn draw_overlay(
    app: &App,
    overlay: &Overlay,
    theme: &Theme,
    buffer: &mut Buffer,
) -> Option<Position> {
    match overlay {
        Overlay::Find(find) => Some(finder::draw(app, find, theme, buffer)),
        Overlay::List(picker) => Some(list::draw(app, picker, theme, buffer)),
        Overlay::Countries(list) => Some(countries::draw(app, list, theme, buffer)),
        Overlay::Dossier(dossier) => {
            dossier::draw(app, dossier, theme, buffer);
            None
        }
        Overlay::History(history) => {
            history::draw(app, history, theme, buffer);
            None
        }
        Overlay::Report(preview) => {
            report::draw(app, preview, theme, buffer);
            None
        }
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
    app.focus() == pane && app.overlay().is_none() && app.bar().is_none()
}
