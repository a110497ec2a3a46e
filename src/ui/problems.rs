//! The mistakes of a briefing that cannot be read, shown in place of the panes.

use ratatui::buffer::Buffer;

use crate::app::{App, Area};
use crate::messages::PaneMessage;
use crate::text::{part, wrap};

use super::language::language;
use super::{Theme, pane};

pub(super) fn draw(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let title = PaneMessage::Mistakes.words(language());
    let mut painter = pane(buffer, theme, area, &title, true);
    let (lines, top) = app.desk().problems();
    let (columns, rows) = painter.size();
    let shown = lines.iter().skip(top).flat_map(|line| {
        let style = if line.starts_with("error") {
            theme.heading
        } else {
            theme.text
        };
        wrap(line, columns, 0).map(move |range| (part(line, range), style))
    });
    for (row, (line, style)) in shown.take(rows).enumerate() {
        painter.put(0, row, line, style);
    }
}
