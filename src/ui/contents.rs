//! The contents pane.

use ratatui::buffer::Buffer;

use crate::app::{App, Area, Branch, Pane};
use crate::messages::{KindLabel, PaneMessage};
use crate::model::{Briefing, Entry};
use crate::text::{pad, width};

use super::language::language;
use super::{Theme, in_focus, pane};

pub(super) fn draw(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let focused = in_focus(app, Pane::Contents);
    let mut painter = pane(
        buffer,
        theme,
        area,
        &PaneMessage::Contents.words(language()),
        focused,
    );
    let Some(briefing) = app.desk().briefing() else {
        return;
    };
    let (columns, rows) = painter.size();
    let contents = app.desk().contents();
    let shown = contents.branches(briefing, contents.top).take(rows);
    for (row, branch) in shown.enumerate() {
        let (line, style) = match branch {
            Branch::Kind(kind) => {
                let sign = if contents.is_open(kind) { "▾" } else { "▸" };
                let heading = KindLabel::Heading(kind).words(language());
                let count = briefing.of_kind(kind).len().to_string();
                let room = columns.saturating_sub(width(&count) + 1);
                (
                    format!("{} {count}", pad(&format!("{sign} {heading}"), room)),
                    theme.strong,
                )
            }
            Branch::Entry(index) => (format!("  {}", label(briefing, index)), theme.text),
        };
        painter.put(0, row, &crate::text::truncate(&line, columns), style);
        if branch == contents.selected {
            if matches!(branch, Branch::Entry(_)) {
                painter.put(0, row, "› ", theme.sign);
            }
            if focused {
                painter.style_row(row, theme.selected);
            }
        }
    }
}

/// Returns the line of an entry: its heading or, where its kind has none, a short name and its
/// text.
fn label(briefing: &Briefing, index: usize) -> String {
    let Some(entry) = briefing.entries().get(index) else {
        return String::new();
    };
    let first = briefing.paragraphs().get(entry.paragraphs().start);
    let text = first.map_or("", |paragraph| paragraph.text());
    if entry.kind().has_heading() {
        return entry.heading().to_owned();
    }
    format!("{} {text}", short_name(entry))
}

fn short_name(entry: &Entry) -> &str {
    entry.heading().rsplit(' ').next().unwrap_or_default()
}
