//! What is shown in place of a briefing that cannot be read.

use ratatui::buffer::Buffer;

use crate::app::{App, Area};

use super::{Theme, pane};

pub(super) fn draw(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let title = "This briefing cannot be opened yet; mend the file, and it appears here";
    let mut painter = pane(buffer, theme, area, title, true);
    let (lines, top) = app.problems();
    let rows = painter.size().1;
    for (row, line) in lines.iter().skip(top).take(rows).enumerate() {
        let style = if line.starts_with("error") {
            theme.heading
        } else {
            theme.text
        };
        painter.put(0, row, line, style);
    }
}
