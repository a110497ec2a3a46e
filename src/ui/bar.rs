//! The first and the last rows: title, footer, notes filter, capture bar.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::{App, Area, Capture, Field, NoteWords, WARNING, clock, who};
use crate::messages::{BarMessage, PlaceMessage, TitleMessage, Who};
use crate::model::{Briefing, Placed, Speaker};
use crate::text::{beginning, part, truncate, width};

use super::Theme;
use super::card;
use super::language::language;
use super::paint::Painter;

/// Draws the session and its title, or the warning that drafts are not kept. At the right are the
/// question and the floor, which are kept where room is short.
pub(super) fn title(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let mut painter = Painter::new(buffer, area);
    let paper = app.desk().briefing().map(Briefing::paper);
    let (session, title) = paper.map_or(("roundtable", ""), |paper| (&paper.session, &paper.title));
    let columns = painter.size().0;
    let has_mistakes = !app.desk().problems().0.is_empty() && app.desk().briefing().is_some();
    let (at_right, is_over) = if has_mistakes {
        (format!(" {} ", said(&TitleMessage::FileHasMistakes)), true)
    } else {
        floor(app, columns)
    };
    let room = columns.saturating_sub(width(&at_right) + 1);
    if let Some(reason) = app.desk().drafts_not_kept() {
        let reason = reason.words(language()).into_owned();
        let warning = format!(" {} ", said(&TitleMessage::DraftsNotKept { reason }));
        painter.put(0, 0, &truncate(&warning, room), theme.alert);
    } else {
        let column = painter.put(1, 0, &truncate(session, room), theme.heading);
        let room = columns.saturating_sub(column + 2 + width(&at_right));
        painter.put(column + 1, 0, &truncate(title, room), theme.strong);
    }
    painter.put_right(0, &at_right, if is_over { theme.alert } else { theme.key });
}

fn said(message: &TitleMessage) -> Cow<'static, str> {
    message.words(language())
}

/// Returns the current question, the speaker with the clock, and the next in the queue; also
/// whether the speaker is over the limit. Where room is short, the next speaker is left out first.
fn floor(app: &App, columns: usize) -> (String, bool) {
    /// The cells left free for the name of the session at the left of the row.
    const SESSION: usize = 8;
    let question = app.desk().question_number();
    let question = question.map(|number| format!("Q{}", number + 1));
    let (clock, is_over) = time(app);
    let speaking = app.desk().floor().speaking.as_ref();
    let waiting = app.desk().floor().queue.first();
    let form = |name: usize, next: usize| {
        let speaking = speaking.map(|speaking| {
            let speaker = shortened(&speaking.speaker, name);
            let clock = clock.clone();
            said(&if next > 0 {
                TitleMessage::HasFloor { speaker, clock }
            } else {
                TitleMessage::Speaker { speaker, clock }
            })
        });
        let waiting = waiting.filter(|_| next > 0);
        let waiting = waiting.map(|speaker| {
            let speaker = shortened(speaker, next);
            said(&TitleMessage::Next { speaker })
        });
        let question = question.as_deref().map(Cow::Borrowed);
        let all = [question, speaking, waiting].into_iter().flatten();
        let all = all.collect::<Vec<_>>().join("  ");
        if all.is_empty() {
            all
        } else {
            format!(" {all} ")
        }
    };
    // Cells for the names of the speaker and of the next, from the longest form to the shortest.
    let cells = [(24, 24), (24, 12), (16, 8), (16, 0), (10, 0)];
    let mut forms = cells.into_iter().map(|(name, next)| form(name, next));
    let fitting = forms.find(|form| width(form) + SESSION <= columns);
    (fitting.unwrap_or_else(|| form(6, 0)), is_over)
}

/// Names a speaker in at most this many cells.
fn shortened(speaker: &Speaker, cells: usize) -> Who {
    let who = who(speaker);
    Who {
        name: truncate(&who.name, cells).into_owned(),
        ..who
    }
}

/// Returns the time of the turn with a warning near the limit, and whether it is over the limit.
fn time(app: &App) -> (String, bool) {
    let limit = i64::from(app.desk().limit());
    let seconds = app.desk().seconds().unwrap_or_default();
    let is_over = app.desk().seconds().is_some() && limit > 0 && seconds > limit;
    let left = limit - seconds;
    let time = match limit {
        0 => clock(seconds),
        limit => format!("{}/{}", clock(seconds), clock(limit)),
    };
    let time = match left {
        _ if limit == 0 => time,
        ..0 => said(&TitleMessage::OverLimit { clock: time }).into_owned(),
        0..=WARNING => format!("{time} !"),
        _ => time,
    };
    (time, is_over)
}

/// Draws the open card; otherwise hints for keys at the left and the status at the right.
pub(super) fn footer(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    if let Some(card) = app.card() {
        card::draw(card, theme, buffer, area);
        return;
    }
    keys_and_status(app, theme, &mut Painter::new(buffer, area), 0);
}

fn keys_and_status(app: &App, theme: &Theme, painter: &mut Painter<'_>, row: usize) {
    /// Cells kept for the first hint, so that a long status never hides it.
    const FIRST_KEY: usize = 12;
    let columns = painter.size().0;
    let line = app.status();
    let status = line.words(language(), &|of| app.key_name(of));
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
    let words = |message: &BarMessage| message.words(language(), &|of| app.key_name(of));
    let label = format!("{} ", words(&BarMessage::Filter));
    let column = painter.put(1, 0, &label, theme.key);
    let keys = || words(&BarMessage::FilterKeys);
    let said = wrong.map_or_else(keys, |wrong| Cow::Borrowed(wrong));
    let typed = width(field.text()).min(columns / 2);
    let said = truncate(&said, columns.saturating_sub(column + typed + 4)).into_owned();
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
    let words = |message: BarMessage| {
        message
            .words(language(), &|of| app.key_name(of))
            .into_owned()
    };
    let goes_on = capture.goes_on_with(app.desk());
    let stamp = capture.stamp(app.desk());
    let briefing = app.desk().briefing();
    let mut said = NoteWords::of_stamp(&stamp, briefing);
    if said.speaker.is_none() {
        said.speaker = goes_on.and_then(|last| NoteWords::of(last, briefing).speaker);
    }
    let anchor = stamp.anchor.as_ref().zip(briefing);
    let placed = anchor.map(|(it, briefing)| (PlaceMessage::of(it, briefing), briefing.placed(it)));
    let (place, about) = match placed {
        Some((lost, Placed::NotFound)) => (None, Some(lost.words(language()).into_owned())),
        Some((place, Placed::Paragraph(at))) => {
            let entry = briefing.and_then(|briefing| briefing.entry_of(at));
            (Some(place), entry.map(|entry| entry.heading().to_owned()))
        }
        Some((place, Placed::Entry(_))) => (Some(place), None),
        None => (None, None),
    };
    let note = words(match (&capture.edits, goes_on) {
        (Some(id), _) => BarMessage::EditedNote {
            number: number(id),
            place,
        },
        (None, Some(last)) => BarMessage::ContinuedNote {
            number: number(&last.id),
            place,
        },
        (None, None) => BarMessage::NewNote { place },
    });
    let completion = capture.completion.as_ref();
    let completion = completion.map(|it| words(it.hint.clone()));
    let is_lost = captured.continues && capture.edits.is_none() && goes_on.is_none();
    let lost = is_lost.then(|| words(BarMessage::NothingToContinue));
    let unknown = captured.unknown.iter().cloned();
    let unknown = unknown.map(|sign| words(BarMessage::NotUnderstood { sign }));
    let unkept = app.desk().drafts_not_kept();
    let unkept = unkept.map(|_| words(BarMessage::DraftsNotKept));
    // The heading or quote comes last: it may be long, and is the least needed.
    let kind = said.kind.map(str::to_owned);
    let chips = [unkept, Some(note), said.speaker, kind, said.question];
    let chips = chips.into_iter().flatten().chain(lost).chain(unknown);
    let chips: Vec<_> = chips.chain(completion).chain(about).collect();
    chips.join(" · ")
}
