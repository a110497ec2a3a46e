//! The notes pane.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::app::{App, Area, NoteText, NoteWords, NotesOrder, Pane, note_texts};
use crate::messages::{EmptyPane, FilteredNotes, NotesRemarks, PaneMessage};
use crate::model::Note;
use crate::text::{truncate, width};

use super::language::language;
use super::paint::{Marks, Painter};
use super::{Theme, in_focus, pane};

pub(super) fn draw(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let notebook = app.desk().notebook();
    let title = PaneMessage::Notes {
        all: notebook.notes().len(),
        filtered: app.desk().notes_filter().map(|filter| FilteredNotes {
            shown: notebook.listed(),
            filter: filter.field.text().to_owned(),
        }),
        order: match app.desk().notes_order() {
            NotesOrder::Time => None,
            order => Some(order.label()),
        },
        remarks: NotesRemarks {
            draft: app.desk().has_draft(),
            damage: !notebook.damage.is_empty(),
        },
    };
    let title = title.words(language());
    let focused = in_focus(app, Pane::Notes);
    let mut painter = pane(buffer, theme, area, &title, focused);
    if notebook.notes().is_empty() {
        return empty(app, EmptyPane::NoNotes, theme, &mut painter);
    }
    if notebook.listed() == 0 {
        empty(app, EmptyPane::NoMatch, theme, &mut painter);
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

fn empty(app: &App, pane: EmptyPane, theme: &Theme, painter: &mut Painter<'_>) {
    let lines = pane.lines(language(), &|of| app.key_name(of));
    for (row, line) in lines.iter().enumerate() {
        painter.put(0, row, line, theme.faint);
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
        also => {
            let count = also.len() + 1;
            Some(
                PaneMessage::Versions { count }
                    .words(language())
                    .into_owned(),
            )
        }
    };
    let number = app.desk().notebook().notes().number(&note.id);
    let number = number.map(|number| format!("#{number}"));
    let line = [number, Some(time), versions, speaker, question, place, kind];
    let line = line.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let pending = app.desk().notebook().pending_of(&note.id);
    let (said, style) = match pending.map(|pending| &pending.refused) {
        Some(Some(refusal)) if refusal.on_this_machine => {
            (Some(PaneMessage::OnThisMachineOnly), theme.alert)
        }
        Some(Some(_)) => (Some(PaneMessage::NotSaved), theme.alert),
        Some(None) => (Some(PaneMessage::Saving), theme.faint),
        None => (None, theme.faint),
    };
    let said = said.map(|message| format!(" {}", message.words(language())));
    let said = said.unwrap_or_default();
    let room = painter.size().0.saturating_sub(1 + width(&said));
    let column = painter.put(1, row, &truncate(&line, room), theme.faint);
    painter.put(column, row, &said, style);
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
