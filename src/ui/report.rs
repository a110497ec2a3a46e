//! The preview of the report, and the list of its gaps.

use std::borrow::Cow;

use ratatui::buffer::Buffer;

use crate::app::{App, Preview};
use crate::messages::ReportTitle;
use crate::report::Face;
use crate::text::truncate;

use super::language::language;
use super::paint::clear;
use super::{Theme, pane};

pub(super) fn draw(app: &App, preview: &Preview, theme: &Theme, buffer: &mut Buffer) {
    let (text, missing) = preview.areas(app.desk().viewport());
    for area in [text, missing] {
        clear(buffer, area);
    }
    let lines = preview.length();
    let title = said(
        app,
        match preview.place.options.face {
            Face::Clean => ReportTitle::Clean { lines },
            Face::Annex => ReportTitle::WithAnnex { lines },
            Face::Brief => ReportTitle::Brief { lines },
        },
    );
    let mut painter = pane(buffer, theme, text, &title, true);
    for (row, (line, indent, is_heading)) in (0..painter.size().1).zip(preview.from_top()) {
        let style = if is_heading {
            theme.heading
        } else {
            theme.text
        };
        painter.put(1 + indent, row, line, style);
    }
    let title = said(
        app,
        ReportTitle::Missing {
            count: preview.missing.len(),
        },
    );
    let mut painter = pane(buffer, theme, missing, &title, false);
    let (columns, rows) = painter.size();
    let shown = preview
        .missing
        .iter()
        .enumerate()
        .skip(preview.place.gap.top)
        .take(rows);
    for (row, (nth, gap)) in shown.enumerate() {
        let number = gap.number.map(|number| format!("#{number} "));
        let about = gap.about.as_ref().map(|text| format!(": {text}"));
        let line = format!(
            "{}{}{}",
            number.unwrap_or_default(),
            gap.message.words(language()),
            about.unwrap_or_default()
        );
        painter.put(
            2,
            row,
            &truncate(&line, columns.saturating_sub(2)),
            theme.text,
        );
        if nth == preview.place.gap.selected {
            painter.select_row(row, theme);
        }
    }
}

fn said(app: &App, title: ReportTitle) -> Cow<'static, str> {
    title.words(language(), &|of| app.key_name(of))
}
