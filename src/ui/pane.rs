//! The border and title of a pane.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Borders, Widget};

use super::Theme;
use super::paint::{Painter, rect};
use crate::app::{App, Area, Pane};
use crate::text::truncate;

/// Draws the border and title of a pane, and returns a painter for the inside.
pub(super) fn pane<'a>(
    buffer: &'a mut Buffer,
    theme: &Theme,
    area: Area,
    title: &str,
    in_focus: bool,
) -> Painter<'a> {
    frame_of(buffer, theme, rect(area), in_focus);
    let room = area.width.saturating_sub(4);
    let style = if in_focus { theme.focus } else { theme.title };
    let (sign, room) = if in_focus {
        ("▶ ", room.saturating_sub(2))
    } else {
        ("", room)
    };
    let title = format!(
        " {sign}{} ",
        truncate(title, usize::from(room.saturating_sub(2)))
    );
    Painter::new(
        buffer,
        Area {
            x: area.x + 1,
            height: 1.min(area.height),
            width: room + 2,
            ..area
        },
    )
    .put(0, 0, &title, style);
    Painter::new(buffer, area.inner())
}

fn frame_of(buffer: &mut Buffer, theme: &Theme, area: Rect, in_focus: bool) {
    let style = if in_focus {
        theme.focus_border
    } else {
        theme.border
    };
    let kind = if in_focus {
        BorderType::Double
    } else {
        BorderType::Plain
    };
    Block::new()
        .borders(Borders::ALL)
        .border_type(kind)
        .border_style(style)
        .render(area, buffer);
}

/// Returns whether a pane has the focus and no overlay is open.
pub(super) fn in_focus(app: &App, pane: Pane) -> bool {
    app.desk().focus() == pane && app.overlay().is_none() && app.bar().is_none()
}
