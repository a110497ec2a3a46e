//! The first row and the last: title, footer, find bar, capture bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::{App, Area, Capture, paragraph_of};
use crate::model::Briefing;
use crate::text::{part, truncate, width};

use super::Theme;
use super::paint::Painter;

/// The session and its title.
pub(super) fn title(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let mut painter = Painter::new(buffer, area);
    let paper = app.briefing().map(Briefing::paper);
    let (session, title) = paper.map_or(("roundtable", ""), |paper| (&paper.session, &paper.title));
    let columns = painter.size().0;
    let warning = if app.has_problems() && app.briefing().is_some() {
        " the file has mistakes: roundtable check "
    } else {
        ""
    };
    let column = painter.put(1, 0, session, theme.heading);
    let room = columns.saturating_sub(column + 2 + width(warning));
    painter.put(column + 1, 0, &truncate(title, room), theme.strong);
    painter.put_right(0, warning, theme.alert);
}

/// The keys that matter here at the left, what happened last at the right.
pub(super) fn footer(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    keys_and_status(app, theme, &mut Painter::new(buffer, area), 0);
}

fn keys_and_status(app: &App, theme: &Theme, painter: &mut Painter<'_>, row: usize) {
    /// Room for the first key, which tells how to go on whatever else is said.
    const FIRST_KEY: usize = 12;
    let columns = painter.size().0;
    let (mut status, alert) = app.status();
    if !app.pressed().is_empty() {
        status.clear();
    }
    let status = truncate(&status, columns.saturating_sub(FIRST_KEY)).into_owned();
    let room = columns.saturating_sub(if status.is_empty() {
        0
    } else {
        width(&status) + 1
    });
    let mut column = 1;
    for (keys, label) in app.hints(room) {
        column = painter.put(column, row, &keys, theme.key);
        column = painter.put(column + 1, row, label, theme.faint) + 3;
    }
    if !status.is_empty() {
        let style = if alert { theme.alert } else { theme.strong };
        painter.put_right(row, &format!("{status} "), style);
    }
}

/// What a note is about, its text, and the keys.
pub(super) fn capture(
    app: &App,
    capture: &Capture,
    theme: &Theme,
    buffer: &mut Buffer,
    area: Area,
) -> Position {
    let mut painter = Painter::new(buffer, area);
    let (columns, rows) = painter.size();
    painter.put(0, 0, &"─".repeat(columns), theme.focus_border);
    painter.put(1, 0, &format!(" {} ", about(app, capture)), theme.focus);
    let room = app.capture_columns();
    let lines = capture.field.lines(room);
    let (line, cell) = capture.field.cursor_at(room);
    let height = rows.saturating_sub(2).max(1);
    let top = (line + 1).saturating_sub(height);
    for (row, range) in lines.iter().skip(top).take(height).enumerate() {
        painter.put(
            1,
            row + 1,
            part(capture.field.text(), range.clone()),
            theme.text,
        );
    }
    let cursor = painter.position(1 + cell, 1 + line - top);
    if rows > 2 {
        keys_and_status(app, theme, &mut painter, rows - 1);
    }
    cursor
}

fn about(app: &App, capture: &Capture) -> String {
    let what = match &capture.edits {
        Some(id) => {
            let number = app.notebook().notes().number(id).unwrap_or_default();
            format!("Edit note #{number}")
        }
        None => "Note".to_owned(),
    };
    let Some((anchor, briefing)) = capture.anchor.as_ref().zip(app.briefing()) else {
        return what;
    };
    let Some(paragraph) = paragraph_of(briefing, anchor) else {
        return what;
    };
    let heading = briefing
        .entry_of(paragraph)
        .map_or("", |entry| entry.heading());
    format!("{what} on ¶{} {heading}", paragraph + 1)
}
