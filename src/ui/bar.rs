//! The first and the last rows: title, footer, notes filter, capture bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::{App, Area, Capture, Field, NoteWords, WARNING, clock, key_name, speaker_name};
use crate::model::{Briefing, Placed};
use crate::text::{beginning, part, truncate, width};

use super::paint::Painter;
use super::{LANGUAGE, Theme};

/// Draws the session and its title, or the warning that drafts are not kept. At the right are the
/// question and the floor, which are kept where room is short.
pub(super) fn title(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let mut painter = Painter::new(buffer, area);
    let paper = app.desk().briefing().map(Briefing::paper);
    let (session, title) = paper.map_or(("roundtable", ""), |paper| (&paper.session, &paper.title));
    let columns = painter.size().0;
    let has_mistakes = !app.desk().problems().0.is_empty() && app.desk().briefing().is_some();
    let (said, is_over) = if has_mistakes {
        (" the file has mistakes: roundtable check ".to_owned(), true)
    } else {
        floor(app, columns)
    };
    let room = columns.saturating_sub(width(&said) + 1);
    if let Some(reason) = app.desk().drafts_not_kept() {
        let reason = reason.words(LANGUAGE);
        let warning = format!(" drafts are not kept: {reason} ");
        painter.put(0, 0, &truncate(&warning, room), theme.alert);
    } else {
        let column = painter.put(1, 0, &truncate(session, room), theme.heading);
        let room = columns.saturating_sub(column + 2 + width(&said));
        painter.put(column + 1, 0, &truncate(title, room), theme.strong);
    }
    painter.put_right(0, &said, if is_over { theme.alert } else { theme.key });
}

/// Returns the current question, the speaker with the clock, and the next in the queue; also
/// whether the speaker is over the limit. Where room is short, the next speaker is left out first.
fn floor(app: &App, columns: usize) -> (String, bool) {
    /// Cells kept for the number of the session.
    const SESSION: usize = 8;
    let question = app.desk().question_number();
    let question = question.map(|number| format!("Q{}", number + 1));
    let (clock, is_over) = time(app);
    let speaking = app.desk().floor().speaking.as_ref();
    let waiting = app.desk().floor().queue.first();
    let said = |name: usize, next: usize| {
        let speaking = speaking.map(|speaking| {
            let word = if next > 0 { "floor " } else { "" };
            let name = truncate(speaker_name(&speaking.speaker), name);
            format!("{word}{name} {clock}")
        });
        let waiting = waiting.filter(|_| next > 0);
        let waiting = waiting.map(|one| format!("next {}", truncate(speaker_name(one), next)));
        let all = [question.clone(), speaking, waiting].into_iter().flatten();
        let all = all.collect::<Vec<_>>().join("  ");
        if all.is_empty() {
            all
        } else {
            format!(" {all} ")
        }
    };
    // Cells for the names of the speaker and of the next, from the longest form to the shortest.
    let forms =
        [(24, 24), (24, 12), (16, 8), (16, 0), (10, 0)].map(|(name, next)| said(name, next));
    let fits = |form: &&String| width(form) + SESSION <= columns;
    let form = forms.iter().find(fits).cloned();
    (form.unwrap_or_else(|| said(6, 0)), is_over)
}

/// Returns the time of the turn with a warning near the limit, and whether it is over the limit.
fn time(app: &App) -> (String, bool) {
    let limit = i64::from(app.desk().floor().limit);
    let seconds = app.desk().seconds().unwrap_or_default();
    let is_over = app.desk().seconds().is_some() && limit > 0 && seconds > limit;
    let sign = match limit - seconds {
        _ if limit == 0 => "",
        ..0 => " OVER",
        0..=WARNING => " !",
        _ => "",
    };
    let limit = match limit {
        0 => String::new(),
        limit => format!("/{}", clock(limit)),
    };
    (format!("{}{limit}{sign}", clock(seconds)), is_over)
}

/// Draws hints for keys at the left and the status at the right.
pub(super) fn footer(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    keys_and_status(app, theme, &mut Painter::new(buffer, area), 0);
}

fn keys_and_status(app: &App, theme: &Theme, painter: &mut Painter<'_>, row: usize) {
    /// Cells kept for the first hint, so that a long status never hides it.
    const FIRST_KEY: usize = 12;
    let columns = painter.size().0;
    let line = app.status();
    let status = if app.pressed().is_empty() {
        line.words(LANGUAGE, &key_name)
    } else {
        String::new()
    };
    let status = truncate(&status, columns.saturating_sub(FIRST_KEY)).into_owned();
    let room = columns.saturating_sub(if status.is_empty() {
        0
    } else {
        width(&status) + 3
    });
    let mut column = 1;
    for (keys, label) in app.hints(room) {
        column = painter.put(column, row, &keys, theme.key);
        column = painter.put(column + 1, row, label, theme.faint) + 3;
    }
    if !status.is_empty() {
        let style = if line.is_warning() {
            theme.alert
        } else {
            theme.strong
        };
        painter.put_right(row, &format!("{status} "), style);
    }
}

/// Draws the filter of the notes pane, with its first mistake or its keys; returns the cursor.
pub(super) fn notes_filter(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) -> Position {
    let mut painter = Painter::new(buffer, area);
    let filter = app.desk().notes_filter();
    let field = filter.map_or_else(Field::default, |filter| filter.field.clone());
    let wrong = filter.and_then(|filter| filter.mistakes.first());
    let columns = painter.size().0;
    let column = painter.put(1, 0, "filter ", theme.key);
    let said = wrong.map_or("Enter keeps it   Esc shows all", String::as_str);
    let typed = width(field.text()).min(columns / 2);
    let said = truncate(said, columns.saturating_sub(column + typed + 4)).into_owned();
    let style = if wrong.is_some() {
        theme.alert
    } else {
        theme.faint
    };
    painter.put_right(0, &format!("{said} "), style);
    let room = columns.saturating_sub(column + width(&said) + 2);
    painter.put_field((column, 0), &field, room, theme.text)
}

/// Draws the capture bar: how the note is understood, its text, near paragraphs and keys.
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
    let about = about(app, capture);
    let about = truncate(&about, columns.saturating_sub(4));
    painter.put(1, 0, &format!(" {about} "), theme.focus);
    let room = Capture::columns(app.desk().viewport());
    let lines = capture.field.lines(room);
    let (line, cell) = capture.field.cursor_in(&lines);
    let near = usize::from(capture.near_rows(app.desk().viewport()));
    let height = rows.saturating_sub(2 + near).max(1);
    let top = (line + 1).saturating_sub(height);
    for (row, range) in lines.iter().skip(top).take(height).enumerate() {
        painter.put(
            1,
            row + 1,
            part(capture.field.text(), range.clone()),
            theme.text,
        );
    }
    near_to(app, capture, theme, (&mut painter, height + 1));
    let cursor = painter.position(1 + cell, 1 + line - top);
    if rows > 2 {
        keys_and_status(app, theme, &mut painter, rows - 1);
    }
    cursor
}

/// Draws the paragraphs closest to the typed text; `›` marks the one that the note is linked to.
fn near_to(app: &App, capture: &Capture, theme: &Theme, (painter, row): (&mut Painter<'_>, usize)) {
    let Some(briefing) = app.desk().briefing() else {
        return;
    };
    let tied = capture.stamp(app.desk()).anchor;
    let tied = tied.and_then(|anchor| briefing.placed(&anchor).paragraph());
    let rows = usize::from(capture.near_rows(app.desk().viewport()));
    for (row, paragraph) in (row..).zip(capture.near.iter().take(rows)) {
        let entry = briefing.entry_of(*paragraph);
        let text = briefing.paragraphs().get(*paragraph);
        let (sign, style) = if tied == Some(*paragraph) {
            ("›", theme.strong)
        } else {
            (" ", theme.faint)
        };
        let heading = entry.map_or("", |entry| entry.heading());
        let text = text.map_or("", |text| text.text());
        let room = painter.size().0.saturating_sub(2);
        let text = beginning(text, room);
        let line = format!("{sign} ¶{} {heading}: {text}", paragraph + 1);
        let line = line.replace('\n', " ");
        painter.put(1, row, &truncate(&line, room), style);
    }
}

/// Describes the note as it is understood: new or edited, speaker, kind, question, paragraph, and
/// the signs that are not understood.
fn about(app: &App, capture: &Capture) -> String {
    let captured = &capture.captured;
    let notes = app.desk().notebook().notes();
    let number = |id| notes.number(id).unwrap_or_default();
    let goes_on = capture.goes_on_with(app.desk());
    let what = match (&capture.edits, goes_on) {
        (Some(id), _) => format!("Edit note #{}", number(id)),
        (None, Some(last)) => format!("Note #{} continued", number(&last.id)),
        (None, None) => "Note".to_owned(),
    };
    let stamp = capture.stamp(app.desk());
    let briefing = app.desk().briefing();
    let mut said = NoteWords::of_stamp(&stamp, briefing);
    if said.speaker.is_none() {
        said.speaker = goes_on.and_then(|last| NoteWords::of(last, briefing).speaker);
    }
    let anchor = stamp.anchor.as_ref().zip(briefing);
    let (what, about) = match anchor.map(|(it, briefing)| (it, briefing, briefing.placed(it))) {
        Some((anchor, briefing, Placed::Paragraph(at))) => {
            let heading = briefing
                .entry_of(at)
                .map(|entry| entry.heading().to_owned());
            (format!("{what} on {}", anchor.place_in(briefing)), heading)
        }
        Some((anchor, briefing, Placed::Entry(_))) => {
            (format!("{what} on {}", anchor.place_in(briefing)), None)
        }
        Some((anchor, _, Placed::NotFound)) => (what, Some(anchor.not_found())),
        None => (what, None),
    };
    let completion = capture.completion.as_ref();
    let completion = completion.map(|it| format!("Tab: {}", it.label));
    let is_lost = captured.continues && capture.edits.is_none() && goes_on.is_none();
    let lost = is_lost.then(|| "…? no note to continue".to_owned());
    let unknown = captured.unknown.iter().map(|sign| format!("{sign}?"));
    let unkept = app
        .desk()
        .drafts_not_kept()
        .map(|_| "drafts are not kept".to_owned());
    // The heading or quote comes last: it may be long, and is the least needed.
    let kind = said.kind.map(str::to_owned);
    let chips = [unkept, Some(what), said.speaker, kind, said.question];
    let chips = chips.into_iter().flatten().chain(lost).chain(unknown);
    let chips: Vec<_> = chips.chain(completion).chain(about).collect();
    chips.join(" · ")
}
