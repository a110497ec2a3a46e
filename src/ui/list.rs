//! The overlay of a list: entries, keys, commands, speakers, formats, questions.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::widgets::{Clear, Widget};

use crate::app::{Action, App, Item, Motion, Picker, Purpose};
use crate::search::LabelHit;
use crate::text::{graphemes, pad, part, truncate, width};

use super::paint::{Marks, Painter, rect};
use super::{Theme, pane};

/// The widest column for keys, in cells: `Ctrl-o Backspace Alt-Left` is long, and labels need room.
const WIDEST_LEAD: usize = 24;
pub(super) fn draw(app: &App, picker: &Picker, theme: &Theme, buffer: &mut Buffer) -> Position {
    let (area, lines) = Picker::areas(app.desk().viewport());
    Clear.render(rect(area).intersection(buffer.area), buffer);
    let title = title(app, picker);
    let mut painter = pane(buffer, theme, area, &title, true);
    let (columns, _) = painter.size();
    let count = format!(" {} of {}", picker.hits.len(), picker.items.len());
    painter.put(0, 0, "> ", theme.key);
    let room = columns.saturating_sub(3 + width(&count));
    let cursor = painter.put_field((2, 0), &picker.field, room, theme.text);
    painter.put_right(0, &count, theme.faint);
    painter.put(0, 1, &"─".repeat(columns), theme.border);
    let mut painter = Painter::new(buffer, lines);
    if picker.hits.is_empty() {
        let delete = app.key_for(Action::Edit(Motion::Backspace));
        let nothing = format!("nothing found; {delete} deletes a letter");
        painter.put(2, 0, &nothing, theme.faint);
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
            painter.put(0, row, "›", theme.sign);
            painter.style_row(row, theme.selected);
        }
    }
    cursor
}

/// Returns the purpose of the list, with the keys that are its own.
fn title(app: &App, picker: &Picker) -> String {
    let key = |action| app.key_for(action);
    match picker.purpose {
        Purpose::GoTo => "Go to".to_owned(),
        Purpose::Help => format!("Keys here: type to search, {} runs it", key(Action::Accept)),
        Purpose::Palette => format!("Commands: type to search, {} runs it", key(Action::Accept)),
        Purpose::Floor => {
            let since = key(Action::SinceTurnBegan);
            if picker.since_turn_began {
                format!("Who has the floor, since the turn began? {since}: from now")
            } else {
                format!("Who has the floor, from now? {since}: since the turn began")
            }
        }
        Purpose::FloorLog => format!("Floor log: {} corrects the speaker", key(Action::Accept)),
        Purpose::Correction => "Who was the speaker?".to_owned(),
        Purpose::Queue => "Who waits for the floor?".to_owned(),
        Purpose::Format => "Write the report as".to_owned(),
        Purpose::Question => {
            let since = key(Action::SinceTurnBegan);
            if picker.since_turn_began {
                format!("Which question, since the turn began? {since}: from now")
            } else {
                format!("Which question, from now? {since}: since the turn began")
            }
        }
    }
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
