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
mod language;
mod list;
mod notes;
mod paint;
mod pane;
mod problems;
mod reader;
mod report;
mod snippet;
mod theme;

pub use theme::{DARK, LIGHT, PLAIN, Theme};

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::{App, Area, Bar, Overlay, Screen};

use paint::rect;
use pane::{in_focus, pane};

/// Draws the whole screen.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame<'_>) {
    let screen = app.desk().screen();
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
    if app.desk().briefing().is_some() {
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
