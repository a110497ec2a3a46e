//! The overlay with the dossier of a country.

use ratatui::buffer::Buffer;
use ratatui::widgets::{Clear, Widget};

use crate::app::{App, Area, DOSSIER_INDENT, Dossier, DossierItem, DossierLine, Subject};
use crate::gazetteer::name;
use crate::text::{truncate, width};

use super::paint::{Marks, Painter, rect};
use super::snippet::snippet;
use super::{Theme, pane};

pub(super) fn draw(app: &App, dossier: &Dossier, theme: &Theme, buffer: &mut Buffer) {
    let (whole, lines) = Dossier::areas(app.desk().viewport());
    Clear.render(rect(whole).intersection(buffer.area), buffer);
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
                let column = painter.put(1, row, title, theme.kind);
                painter.put(column + 1, row, &count.to_string(), theme.faint);
            }
            DossierLine::Head(nth, found) => {
                if let Some(subject) = subject(found) {
                    head(subject, found, theme, (&mut painter, row));
                }
                if *nth == dossier.cursor.selected {
                    painter.put(0, row, "›", theme.sign);
                    painter.style_row(row, theme.selected);
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
    let (place, of) = dossier.place;
    let place = match place {
        0 => String::new(),
        place => format!(", {place} of {of} {}", app.desk().country_order().name()),
    };
    let name = name(dossier.code).unwrap_or("?");
    let mut painter = pane(buffer, theme, area, &format!("{name}{place}"), true);
    let columns = painter.size().0;
    let [first, second] = crate::app::portrait(dossier.code, app.desk());
    let column = painter.put(1, 0, &first, theme.strong);
    let room = columns.saturating_sub(column + 2);
    let standing = crate::app::standing_of(app.desk(), dossier.code);
    painter.put_right(0, &format!("{} ", truncate(&standing, room)), theme.strong);
    painter.put(
        1,
        1,
        &truncate(&second, columns.saturating_sub(2)),
        theme.faint,
    );
    painter.put(0, 2, &"─".repeat(columns), theme.border);
}

fn nothing(app: &App, dossier: &Dossier) -> String {
    if app.desk().is_without_index() {
        return "the paper is being read".to_owned();
    }
    let name = name(dossier.code).unwrap_or("?");
    format!(
        "{name}: {}",
        crate::app::standing_of(app.desk(), dossier.code)
    )
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
    let mut place = subject.place();
    let title = subject.heading();
    let heading = width(&title).min(HEADING);
    if width(&place) + heading + width(&found.says) > room {
        place = place.split(' ').take(2).collect::<Vec<_>>().join(" ");
    }
    let left = room.saturating_sub(width(&place) + heading);
    let says = truncate(&found.says, left);
    let column = painter.put(2, row, &place, theme.faint);
    let left = room.saturating_sub(width(&place) + width(&says));
    let heading = truncate(&title, left);
    painter.put(column + 2, row, &heading, theme.strong);
    let column = (painter.size().0).saturating_sub(width(&says) + 1);
    painter.put(column, row, &says, theme.link);
}
