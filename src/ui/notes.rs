//! The notes pane.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::app::{Action, App, Area, NoteText, NoteWords, NotesOrder, Pane, note_texts};
use crate::model::Note;
use crate::text::{truncate, width};

use super::paint::{Marks, Painter};
use super::{Theme, in_focus, pane};

pub(super) fn draw(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let notebook = app.desk().notebook();
    let draft = if app.desk().has_draft() {
        " · draft"
    } else {
        ""
    };
    let damaged = if notebook.damage.is_empty() {
        ""
    } else {
        " · some damaged"
    };
    let order = match app.desk().notes_order() {
        NotesOrder::Time => String::new(),
        order => format!(" {}", order.name()),
    };
    let all = notebook.notes().len();
    let count = match app.desk().notes_filter() {
        Some(filter) => format!("{}/{all} {}", notebook.listed(), filter.field.text()),
        None => all.to_string(),
    };
    let title = format!("Notes {count}{order}{draft}{damaged}");
    let focused = in_focus(app, Pane::Notes);
    let mut painter = pane(buffer, theme, area, &title, focused);
    if notebook.notes().is_empty() {
        painter.put(0, 0, "No notes yet.", theme.faint);
        let (new, here) = (app.key_for(Action::NewNote), app.key_for(Action::NoteHere));
        painter.put(0, 1, &format!("{new} writes one,"), theme.faint);
        let on_paragraph = format!("{here} one on the paragraph.");
        painter.put(0, 2, &on_paragraph, theme.faint);
        return;
    }
    if notebook.listed() == 0 {
        painter.put(0, 0, "No note matches.", theme.faint);
        let clear = app.key_for(Action::ClearMatches);
        painter.put(0, 1, &format!("{clear} shows all."), theme.faint);
    }
    let (columns, height) = painter.size();
    let mut row = 0;
    for note in notebook.from_top() {
        if row >= height {
            break;
        }
        let selected = notebook.selected.as_ref() == Some(&note.id);
        let of = (note, &**notebook.notes());
        let texts = note_texts(of, app.desk().briefing(), selected, columns);
        head(app, note, theme, &mut painter, row);
        let skip = if selected { notebook.line() } else { 0 };
        let lines = 1 + body(app, (&texts, skip), theme, &mut painter, row + 1);
        if selected {
            for row in row..(row + lines).min(height) {
                painter.put(0, row, "▌", theme.sign);
            }
            if focused {
                painter.style_row(row, theme.selected);
            }
        }
        row += lines;
    }
}

/// Draws number, time, versions, speaker, question, paragraph and kind, and whether the note is
/// saved.
fn head(app: &App, note: &Note, theme: &Theme, painter: &mut Painter<'_>, row: usize) {
    let time = note.at.strftime("%H:%M").to_string();
    // "paragraph not found" is drawn below, where there is room for the quote.
    let NoteWords {
        speaker,
        kind,
        question,
        place,
    } = NoteWords::of(note, app.desk().briefing());
    let kind = kind.map(str::to_owned);
    let versions = match app.desk().notebook().notes().also(&note.id) {
        [] => None,
        also => Some(format!("{} versions", also.len() + 1)),
    };
    let number = app.desk().notebook().notes().number(&note.id);
    let number = number.map(|number| format!("#{number}"));
    let line = [number, Some(time), versions, speaker, question, place, kind];
    let line = line.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let pending = app.desk().notebook().pending_of(&note.id);
    let (said, style) = match pending.map(|pending| &pending.refused) {
        Some(Some(refusal)) if refusal.on_this_machine => (" on this machine only", theme.alert),
        Some(Some(_)) => (" NOT SAVED", theme.alert),
        Some(None) => (" saving…", theme.faint),
        None => ("", theme.faint),
    };
    let room = painter.size().0.saturating_sub(1 + width(said));
    let column = painter.put(1, row, &truncate(&line, room), theme.faint);
    painter.put(column, row, said, style);
}

/// Draws the texts from row `first` on, without their first `skip` lines, with `…` where one is
/// cut; returns the number of rows of the whole texts.
fn body(
    app: &App,
    (texts, skip): (&[NoteText], usize),
    theme: &Theme,
    painter: &mut Painter<'_>,
    first: usize,
) -> usize {
    let (columns, height) = painter.size();
    let columns = columns.saturating_sub(1);
    let count = texts.iter().map(|text| text.lines.len()).sum::<usize>();
    let mut nth = 0;
    for text in texts {
        let lit = app.lit().map(|lit| lit.ranges(&text.text));
        let lit = lit.unwrap_or_default().into_iter();
        let lit: Vec<(_, Style)> = lit.map(|range| (range, theme.lit)).collect();
        let marks = Marks(&lit, theme.text);
        for (line, range) in (1..).zip(&text.lines) {
            nth += 1;
            let row = first + nth - 1;
            let Some(row) = row
                .checked_sub(skip)
                .filter(|row| (first..height).contains(row))
            else {
                continue;
            };
            let end = painter.put_marked((1, row), &text.text, range.clone(), &marks);
            let is_cut = text.goes_on && line == text.lines.len();
            if is_cut || (row + 1 == height && nth < count) {
                painter.put(end.min(columns), row, "…", theme.faint);
            }
        }
    }
    count
}
