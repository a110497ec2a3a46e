//! A card: what the keys pressed so far can lead to. All its rows are shown at every width.

use ratatui::buffer::Buffer;

use crate::app::{Area, Card};
use crate::text::{pad, truncate, width};

use super::Theme;
use super::paint::Painter;

/// Draws a card: its title, and its rows in columns. The selected row has a sign.
pub(super) fn draw(card: &Card, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let mut painter = Painter::new(buffer, area);
    let (columns, height) = painter.size();
    let grid = card.grid(columns);
    // Where the screen is too low for both, the rows come first.
    let head = usize::from(height > grid.rows);
    if head > 0 {
        painter.put(0, 0, &"─".repeat(columns), theme.focus_border);
        let room = columns.saturating_sub(4);
        let title = truncate(&title(card, room), room).into_owned();
        painter.put(1, 0, &format!(" {title} "), theme.focus);
    }
    let keys = card.rows.iter().map(|row| width(&row.key));
    let keys = keys.max().unwrap_or_default();
    for (nth, row) in card.rows.iter().enumerate() {
        let (column, line) = (nth / grid.rows.max(1), head + nth % grid.rows.max(1));
        let left = column * grid.width;
        let is_selected = card.selected == Some(nth);
        let (sign, style) = if is_selected {
            ("›", theme.strong)
        } else {
            (" ", theme.text)
        };
        painter.put(left, line, sign, theme.sign);
        let after = painter.put(left + 1, line, &pad(&row.key, keys), theme.key);
        let room = (left + grid.width).min(columns).saturating_sub(after + 1);
        let end = painter.put(after + 1, line, &truncate(&row.label, room), style);
        if is_selected {
            painter.style_cells(left..end + 1, line, theme.selected);
        }
    }
}

/// Returns the title with as many of its parts as fit; the last part, the way out, is always kept.
fn title(card: &Card, room: usize) -> String {
    const BETWEEN: &str = " · ";
    let Some((last, before)) = card.title.split_last() else {
        return String::new();
    };
    let mut left = room.saturating_sub(width(last));
    let fits = |part: &&String| {
        let needed = width(part) + width(BETWEEN);
        let fits = needed <= left;
        left = left.saturating_sub(if fits { needed } else { 0 });
        fits
    };
    let parts: Vec<&String> = before.iter().filter(fits).collect();
    let parts = parts.into_iter().chain([last]);
    parts.map(String::as_str).collect::<Vec<_>>().join(BETWEEN)
}
