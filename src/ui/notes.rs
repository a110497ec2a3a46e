//! The notes pane.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::app::{App, Area, Field, Pane, paragraph_of};
use crate::model::{Note, NoteKind};

use super::paint::{Marks, Painter};
use super::{Theme, in_focus, pane};

pub(super) fn draw(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let notebook = app.notebook();
    let draft = if app.has_draft() { " · draft" } else { "" };
    let title = format!("Notes {}{draft}", notebook.notes().len());
    let focused = in_focus(app, Pane::Notes);
    let mut painter = pane(buffer, theme, area, &title, focused);
    if notebook.notes().is_empty() {
        painter.put(0, 0, "No notes yet.", theme.faint);
        painter.put(0, 1, "i writes one,", theme.faint);
        painter.put(0, 2, "a one on the paragraph.", theme.faint);
        return;
    }
    let (columns, height) = painter.size();
    let rows = app.note_rows(columns);
    let mut row = 0;
    for ((_, note), lines) in notebook.notes().iter().zip(rows).skip(notebook.top) {
        if row >= height {
            break;
        }
        let selected = notebook.selected.as_ref() == Some(&note.id);
        head(app, note, theme, &mut painter, row);
        body(app, note, theme, &mut painter, row + 1, lines - 1);
        if selected {
            for row in row..row + lines {
                painter.put(0, row, "▌", theme.sign);
            }
            if focused {
                painter.style_row(row, theme.selected);
            }
        }
        row += lines;
    }
}

/// Time, paragraph, kind, and whether the disk has it.
fn head(app: &App, note: &Note, theme: &Theme, painter: &mut Painter<'_>, row: usize) {
    let mut line = note.at.strftime("%H:%M").to_string();
    let briefing = app.briefing();
    let anchor = note.anchor.as_ref();
    match anchor.map(|anchor| briefing.and_then(|briefing| paragraph_of(briefing, anchor))) {
        Some(Some(paragraph)) => line.push_str(&format!(" ¶{}", paragraph + 1)),
        Some(None) => line.push_str(" ¶ gone"),
        None => (),
    }
    if note.kind != NoteKind::Note {
        line.push_str(&format!(" {}", note.kind.name()));
    }
    let column = painter.put(1, row, &line, theme.faint);
    match app
        .notebook()
        .is_pending(&note.id)
        .map(|pending| &pending.refused)
    {
        Some(Some(_)) => painter.put(column + 1, row, "NOT SAVED", theme.alert),
        Some(None) => painter.put(column + 1, row, "saving…", theme.faint),
        None => column,
    };
}

fn body(
    app: &App,
    note: &Note,
    theme: &Theme,
    painter: &mut Painter<'_>,
    row: usize,
    lines: usize,
) {
    let field = Field::new(&note.text);
    let text = field.text();
    let lit = app
        .query()
        .map(|query| query.ranges(text))
        .unwrap_or_default();
    let lit: Vec<(_, Style)> = lit.into_iter().map(|range| (range, theme.lit)).collect();
    let all = field.lines(painter.size().0.saturating_sub(1));
    for (nth, range) in all.iter().take(lines).enumerate() {
        let marks = Marks(&lit, theme.text);
        let end = painter.put_marked((1, row + nth), text, range.clone(), &marks);
        if nth + 1 == lines && all.len() > lines {
            let last = painter.size().0.saturating_sub(1).min(end);
            painter.put(last, row + nth, "…", theme.faint);
        }
    }
}
