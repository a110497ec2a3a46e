//! A list over the panes.

use ratatui::buffer::Buffer;
use ratatui::widgets::{Clear, Widget};

use crate::app::{App, Picker, Purpose};
use crate::text::{graphemes, pad, part, truncate, width};

use super::paint::{Marks, rect};
use super::{Cursor, Theme, pane};

pub(super) fn draw(app: &App, picker: &Picker, theme: &Theme, buffer: &mut Buffer) -> Cursor {
    let area = app.list_area();
    Clear.render(rect(area).intersection(buffer.area), buffer);
    let title = match picker.purpose {
        Purpose::GoTo => "Go to",
        Purpose::Help => "Keys here: type to search, Enter does it",
        Purpose::Palette => "Commands: type to search, Enter does it",
    };
    let mut painter = pane(buffer, theme, area, title, true);
    let (columns, rows) = painter.size();
    painter.put(0, 0, "> ", theme.key);
    let text = picker.field.text();
    painter.put(2, 0, text, theme.text);
    painter.put_right(
        0,
        &format!(" {} of {}", picker.hits.len(), picker.items.len()),
        theme.faint,
    );
    painter.put(0, 1, &"─".repeat(columns), theme.border);
    if picker.hits.is_empty() {
        painter.put(
            2,
            2,
            "nothing like that; Backspace takes a letter back",
            theme.faint,
        );
    }
    /// Keys such as `Ctrl-o Backspace Alt-Left` are long; labels need room all the same.
    const WIDEST_LEAD: usize = 24;
    let lead = picker
        .items
        .iter()
        .map(|item| width(&item.lead))
        .max()
        .unwrap_or_default();
    let lead = lead.min(WIDEST_LEAD).min(columns / 3);
    let shown = picker
        .hits
        .iter()
        .enumerate()
        .skip(picker.top)
        .take(rows.saturating_sub(2));
    for (row, (nth, hit)) in (2..).zip(shown) {
        let Some(item) = picker.items.get(hit.index) else {
            continue;
        };
        let sign = if nth == picker.selected { "›" } else { " " };
        painter.put(0, row, sign, theme.sign);
        painter.put(2, row, &pad(&item.lead, lead), theme.key);
        let room = columns.saturating_sub(lead + width(&item.tail) + 6);
        let label = truncate(&item.label, room);
        let lit = hit.lit.iter().map(|at| {
            let grapheme = graphemes(part(&item.label, *at..item.label.len())).next();
            (
                *at..*at + grapheme.map_or(0, |(_, grapheme, _)| grapheme.len()),
                theme.link,
            )
        });
        let lit: Vec<_> = lit.collect();
        painter.put_marked(
            (lead + 4, row),
            &label,
            0..label.len(),
            &Marks(&lit, theme.text),
        );
        painter.put_right(row, &item.tail, theme.faint);
        if nth == picker.selected {
            painter.style_row(row, theme.selected);
        }
    }
    Some(painter.position(2 + width(part(text, 0..picker.field.cursor())), 0))
}
