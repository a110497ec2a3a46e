//! The overlay with the list of countries.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::{App, Countries, CountryLine, Listed};
use crate::messages::CountriesMessage;
use crate::text::{truncate, width};

use super::language::language;
use super::paint::{Painter, clear};
use super::{Theme, pane};

pub(super) fn draw(app: &App, list: &Countries, theme: &Theme, buffer: &mut Buffer) -> Position {
    let (area, lines) = Countries::areas(app.desk().viewport());
    clear(buffer, area);
    let typed = !list.field.text().trim().is_empty();
    let title = said(
        app,
        &if typed {
            CountriesMessage::OfTheWorld
        } else {
            CountriesMessage::OfThePaper {
                order: app.desk().country_order().label(),
            }
        },
    );
    let mut painter = pane(buffer, theme, area, &title, true);
    let (columns, _) = painter.size();
    let count = format!(" {}", list.count());
    painter.put(0, 0, "> ", theme.key);
    let room = columns.saturating_sub(3 + width(&count));
    let cursor = painter.put_field((2, 0), &list.field, room, theme.text);
    if !typed {
        let hint = said(app, &CountriesMessage::Hint);
        painter.put(3, 0, &truncate(&hint, room.saturating_sub(1)), theme.faint);
    }
    painter.put_right(0, &count, theme.faint);
    painter.put(0, 1, &"─".repeat(columns), theme.border);
    let mut painter = Painter::new(buffer, lines);
    let rows = painter.size().1;
    if list.lines.is_empty() {
        painter.put(2, 0, &nothing(app, typed), theme.faint);
    }
    let shown = list.lines.iter().enumerate().skip(list.cursor.top);
    for (row, (nth, line)) in (0..rows).zip(shown) {
        match line {
            CountryLine::Heading(heading) => {
                painter.put(1, row, heading.words(language()), theme.kind);
            }
            CountryLine::Country(listed) => country(&mut painter, theme, row, listed),
        }
        if nth == list.cursor.selected {
            painter.select_row(row, theme);
        }
    }
    cursor
}

fn said(app: &App, message: &CountriesMessage) -> Cow<'static, str> {
    message.words(language(), &|of| app.key_name(of))
}

fn nothing(app: &App, typed: bool) -> Cow<'static, str> {
    said(
        app,
        &if app.desk().is_without_index() {
            CountriesMessage::NotRead
        } else if typed {
            CountriesMessage::NoSuchName
        } else {
            CountriesMessage::NoneNamed
        },
    )
}

/// Draws name and role at the left, counts at the right; the counts are cut where room is short.
fn country(painter: &mut Painter<'_>, theme: &Theme, row: usize, listed: &Listed) {
    let columns = painter.size().0;
    let mut column = painter.put(3, row, listed.name, theme.text);
    let role = listed.role.map_or("", |role| role.words(language()));
    for (text, style) in [(listed.also.as_str(), theme.link), (role, theme.strong)] {
        if !text.is_empty() {
            column = painter.put(column + 1, row, &format!("({text})"), style);
        }
    }
    let room = columns.saturating_sub(column + 2);
    let standing = listed.standing.words(language());
    painter.put_right(row, &truncate(&standing, room), theme.faint);
}
