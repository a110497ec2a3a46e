//! The first row and the last: title, footer, find bar, capture bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::{App, Area, Capture, WARNING, clock, paragraph_of, speaker_name};
use crate::model::{Briefing, Kind};
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
    let (said, is_over) = floor(app);
    let said = if warning.is_empty() {
        said
    } else {
        warning.to_owned()
    };
    let room = columns.saturating_sub(column + 2 + width(&said));
    painter.put(column + 1, 0, &truncate(title, room), theme.strong);
    let style = if is_over || !warning.is_empty() {
        theme.alert
    } else {
        theme.key
    };
    painter.put_right(0, &said, style);
}

/// The question that is discussed, who has the floor and for how long, and whether that is too long.
fn floor(app: &App) -> (String, bool) {
    let question = app.question_number();
    let question = question.map(|number| format!("Q{}", number + 1));
    let limit = i64::from(app.floor().limit);
    let speaking = app.floor().speaking.as_ref();
    let seconds = app.seconds().unwrap_or_default();
    let is_over = speaking.is_some() && limit > 0 && seconds > limit;
    let speaking = speaking.map(|speaking| {
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
        let name = truncate(speaker_name(&speaking.speaker), 24).into_owned();
        format!("floor {name} {}{limit}{sign}", clock(seconds))
    });
    let waiting = app.floor().queue.first();
    let waiting = waiting.map(|next| format!("next {}", speaker_name(next)));
    let all = [question, speaking, waiting].into_iter().flatten();
    let said = all.collect::<Vec<_>>().join("  ");
    if said.is_empty() {
        (said, false)
    } else {
        (format!(" {said} "), is_over)
    }
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
    let near = usize::from(app.near_rows(capture));
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

/// The paragraphs near to what is typed, the one that the note is tied to with a sign.
fn near_to(app: &App, capture: &Capture, theme: &Theme, (painter, row): (&mut Painter<'_>, usize)) {
    let Some(briefing) = app.briefing() else {
        return;
    };
    let tied = app.anchor_of(capture);
    let tied = tied.and_then(|anchor| paragraph_of(briefing, &anchor));
    let rows = usize::from(app.near_rows(capture));
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
        let line = format!("{sign} ¶{} {heading}: {text}", paragraph + 1);
        let room = painter.size().0.saturating_sub(2);
        let line = line.replace('\n', " ");
        painter.put(1, row, &truncate(&line, room), style);
    }
}

/// What the note will be: new or which, by whom, what, on which question and paragraph; and what
/// was not understood.
fn about(app: &App, capture: &Capture) -> String {
    let captured = &capture.captured;
    let notes = app.notebook().notes();
    let what = match &capture.edits {
        Some(id) => format!("Edit note #{}", notes.number(id).unwrap_or_default()),
        None if captured.continues => format!("Note #{} goes on", notes.numbered()),
        None => "Note".to_owned(),
    };
    let speaker = app.speaker_of(capture);
    let speaker = speaker.map(|speaker| speaker_name(&speaker).to_owned());
    let kind = captured.kind.map(|kind| kind.name().to_owned());
    let briefing = app.briefing();
    let question = match &captured.question {
        Some(id) => briefing.and_then(|briefing| {
            let first = briefing.of_kind(Kind::Question).start;
            Some(briefing.index_of(id)? - first)
        }),
        None => app.question_number().filter(|_| capture.edits.is_none()),
    };
    let question = question.map(|number| format!("Q{}", number + 1));
    let paragraph = app.anchor_of(capture).and_then(|anchor| {
        let paragraph = paragraph_of(briefing?, &anchor)?;
        let heading = briefing?.entry_of(paragraph)?.heading();
        Some(format!("on ¶{} {heading}", paragraph + 1))
    });
    let unknown = captured.unknown.iter().map(|sign| format!("{sign}?"));
    let chips = [speaker, kind, question].into_iter().flatten();
    let chips = chips.chain(unknown).map(|chip| format!(" · {chip}"));
    let chips = chips.collect::<String>();
    match paragraph {
        Some(paragraph) => format!("{what} {paragraph}{chips}"),
        None => format!("{what}{chips}"),
    }
}
