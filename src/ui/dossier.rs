//! The overlay with the dossier of a country.

use std::borrow::Cow;

use ratatui::buffer::Buffer;

use crate::app::{
    App, Area, DOSSIER_INDENT, Dossier, DossierItem, DossierLine, Subject, country_in_message,
};
use crate::messages::{DossierMessage, PlaceInList};
use crate::text::{truncate, width};

use super::language::language;
use super::paint::{Marks, Painter, clear};
use super::snippet::snippet;
use super::{Theme, pane};

pub(super) fn draw(app: &App, dossier: &Dossier, theme: &Theme, buffer: &mut Buffer) {
    let (whole, lines) = Dossier::areas(app.desk().viewport());
    clear(buffer, whole);
    portrait(app, dossier, theme, buffer, whole);
    let mut painter = Painter::new(buffer, lines);
    let columns = painter.size().0;
    if dossier.sections.is_empty() {
        painter.put(2, 1, &nothing(app, dossier), theme.text);
    }
    let Some(briefing) = app.desk().briefing() else {
        return;
    };
    let notes = app.desk().notebook().notes();
    let subject = |found: &DossierItem| Subject::of(&found.target, briefing, notes);
    let all = dossier.lines(briefing, notes, columns);
    for (row, line) in (0..painter.size().1).zip(all.iter().skip(dossier.cursor.top)) {
        match line {
            DossierLine::Gap => (),
            DossierLine::Title(title, count) => {
                let column = painter.put(1, row, title.words(language()), theme.kind);
                painter.put(column + 1, row, &count.to_string(), theme.faint);
            }
            DossierLine::Head(nth, found) => {
                if let Some(subject) = subject(found) {
                    head(subject, found, theme, (&mut painter, row));
                }
                if *nth == dossier.cursor.selected {
                    painter.select_row(row, theme);
                }
            }
            DossierLine::Snippet(found) => {
                let text = subject(found).map_or("", Subject::text);
                snippet((text, &found.lit), theme, &mut painter, row);
            }
            DossierLine::Text(found, range) => {
                let text = subject(found).map_or("", Subject::text);
                let lit = found.lit.iter();
                let marks: Vec<_> = lit.map(|lit| (lit.clone(), theme.lit)).collect();
                let marks = Marks(&marks, theme.text);
                painter.put_marked((DOSSIER_INDENT, row), text, range.clone(), &marks);
                painter.put(0, row, "▌", theme.sign);
            }
        }
    }
}

/// Draws the border with the name, and the head: code, region, role, counts, groupings.
fn portrait(app: &App, dossier: &Dossier, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let (position, count) = dossier.place;
    let title = DossierMessage::Title {
        country: country_in_message(dossier.code),
        place: (position > 0).then(|| PlaceInList {
            position,
            count,
            order: app.desk().country_order().label(),
        }),
    };
    let mut painter = pane(buffer, theme, area, &title.words(language()), true);
    let columns = painter.size().0;
    let first = crate::app::portrait(dossier.code, app.desk(), language());
    let second = crate::app::memberships(dossier.code, app.desk());
    let second = second.map(|member| member.words(language()));
    let second = second.unwrap_or_default();
    let column = painter.put(1, 0, &first, theme.strong);
    let room = columns.saturating_sub(column + 2);
    let standing = crate::app::standing_of(app.desk(), dossier.code);
    let standing = standing.words(language());
    painter.put_right(0, &format!("{} ", truncate(&standing, room)), theme.strong);
    painter.put(
        1,
        1,
        &truncate(&second, columns.saturating_sub(2)),
        theme.faint,
    );
    painter.put(0, 2, &"─".repeat(columns), theme.border);
}

fn nothing(app: &App, dossier: &Dossier) -> Cow<'static, str> {
    let message = if app.desk().is_without_index() {
        DossierMessage::NotRead
    } else {
        DossierMessage::Nothing {
            country: country_in_message(dossier.code),
            standing: crate::app::standing_of(app.desk(), dossier.code),
        }
    };
    message.words(language())
}

/// Draws place and heading at the left, a remark at the right. Where room is short, the place is
/// shortened first, then the remark.
fn head(
    subject: Subject<'_>,
    found: &DossierItem,
    theme: &Theme,
    (painter, row): (&mut Painter<'_>, usize),
) {
    /// Cells of a heading that are enough to recognise it.
    const HEADING: usize = 16;
    let room = painter.size().0.saturating_sub(6);
    let mut place = subject.place().words(language());
    let title = subject.title(language());
    let remark = found.remark.as_ref();
    let remark = remark.map(|remark| remark.words(language()));
    let remark = remark.unwrap_or_default();
    let heading = width(&title).min(HEADING);
    if width(&place) + heading + width(&remark) > room {
        let beginning: Vec<_> = place.split(' ').take(2).collect();
        place = beginning.join(" ").into();
    }
    let left = room.saturating_sub(width(&place) + heading);
    let says = truncate(&remark, left);
    let column = painter.put(2, row, &place, theme.faint);
    let left = room.saturating_sub(width(&place) + width(&says));
    let heading = truncate(&title, left);
    painter.put(column + 2, row, &heading, theme.strong);
    let column = (painter.size().0).saturating_sub(width(&says) + 1);
    painter.put(column, row, &says, theme.link);
}
