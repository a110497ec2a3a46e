//! The overlay of a list: entries, keys, commands, speakers, formats, questions.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::{App, Item, Picker, Purpose};
use crate::messages::ListMessage;
use crate::search::LabelHit;
use crate::text::{graphemes, pad, part, truncate, width};

use super::language::language;
use super::paint::{Marks, Painter, clear};
use super::{Theme, pane};

/// The widest column for keys, in cells: `Ctrl-o Backspace Alt-Left` is long, and labels need room.
const WIDEST_LEAD: usize = 24;

pub(super) fn draw(app: &App, picker: &Picker, theme: &Theme, buffer: &mut Buffer) -> Position {
    let (area, lines) = Picker::areas(app.desk().viewport());
    clear(buffer, area);
    let title = said(app, title(picker));
    let mut painter = pane(buffer, theme, area, &title, true);
    let (columns, _) = painter.size();
    let count = ListMessage::Count {
        shown: picker.hits.len(),
        all: picker.items.len(),
    };
    let count = format!(" {}", said(app, count));
    painter.put(0, 0, "> ", theme.key);
    let room = columns.saturating_sub(3 + width(&count));
    let cursor = painter.put_field((2, 0), &picker.field, room, theme.text);
    painter.put_right(0, &count, theme.faint);
    painter.put(0, 1, &"─".repeat(columns), theme.border);
    let mut painter = Painter::new(buffer, lines);
    if picker.hits.is_empty() {
        painter.put(2, 0, &said(app, ListMessage::NothingFound), theme.faint);
    }
    let widest = picker
        .items
        .iter()
        .map(|item| width(&item.lead))
        .max()
        .unwrap_or_default();
    let lead = widest.min(WIDEST_LEAD).min(columns / 3);
    let label = if lead == 0 { 2 } else { lead + 4 };
    let shown = picker
        .hits
        .iter()
        .enumerate()
        .skip(picker.cursor.top)
        .take(painter.size().1);
    for (row, (nth, hit)) in shown.enumerate() {
        let Some(item) = picker.items.get(hit.index) else {
            continue;
        };
        painter.put(2, row, &pad(&item.lead, lead), theme.key);
        line(&mut painter, theme, row, label, (item, hit));
        if nth == picker.cursor.selected {
            painter.select_row(row, theme);
        }
    }
    cursor
}

/// Returns the title of the list.
const fn title(picker: &Picker) -> ListMessage {
    match picker.purpose {
        Purpose::GoTo => ListMessage::GoTo,
        Purpose::Help => ListMessage::KeysHere,
        Purpose::Palette => ListMessage::Commands,
        Purpose::Floor => ListMessage::WhoHasFloor {
            is_since: picker.since_turn_began,
        },
        Purpose::FloorLog => ListMessage::FloorLog,
        Purpose::Correction => ListMessage::WhoSpoke,
        Purpose::Queue => ListMessage::WhoWaits,
        Purpose::Format => ListMessage::WriteReportAs,
        Purpose::Question => ListMessage::WhichQuestion {
            is_since: picker.since_turn_began,
        },
    }
}

fn said(app: &App, message: ListMessage) -> Cow<'static, str> {
    message.words(language(), &|of| app.key_name(of))
}

fn line(
    painter: &mut Painter<'_>,
    theme: &Theme,
    row: usize,
    column: usize,
    (item, hit): (&Item, &LabelHit),
) {
    let room = painter
        .size()
        .0
        .saturating_sub(column + width(&item.tail) + 2);
    let label = truncate(&item.label, room);
    let lit = hit.lit.iter().map(|at| {
        let grapheme = graphemes(part(&item.label, *at..item.label.len())).next();
        (
            *at..*at + grapheme.map_or(0, |(_, grapheme, _)| grapheme.len()),
            theme.link,
        )
    });
    // The `…` of a cut label is not a matched letter.
    let end = label.trim_end_matches('…').len();
    let lit: Vec<_> = lit.filter(|(range, _)| range.end <= end).collect();
    painter.put_marked(
        (column, row),
        &label,
        0..label.len(),
        &Marks(&lit, theme.text),
    );
    painter.put_right(row, &item.tail, theme.faint);
}
