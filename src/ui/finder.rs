//! The overlay of the finder: the field, the hits, and a preview of the selected hit.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Clear, Widget};

use crate::app::{App, Area, Find, FindAreas, Subject};
use crate::messages::InterfaceLanguage;
use crate::model::{Briefing, Paragraph};
use crate::search::{Hit, Scope};
use crate::text::{beginning, clean, lines, truncate, width};

use super::paint::{Marks, Painter, rect};
use super::snippet::snippet;
use super::{Theme, pane};

/// Examples of searches, shown while the field is empty.
const SIGNS: [(&str, &str); 9] = [
    ("mali emigrants", "words in any order"),
    ("\"free movement\"", "these words in a row"),
    ("partnership -canada", "without this word"),
    ("france in:examples", "in examples, questions, notes, …"),
    ("card country:mexico", "where a country is named"),
    ("grouping:ecowas", "or grouping:\"west africa\""),
    ("partnership:bilateral", "examples of this partnership"),
    ("'labour", "exactly this word"),
    ("^about", "words that begin so"),
];

pub(super) fn draw(app: &App, find: &Find, theme: &Theme, buffer: &mut Buffer) -> Position {
    let areas = Find::areas(app.desk().viewport());
    Clear.render(rect(areas.whole).intersection(buffer.area), buffer);
    let mut painter = pane(buffer, theme, areas.whole, title(find), true);
    let (columns, _) = painter.size();
    let count = count(app, find);
    painter.put(0, 0, "/ ", theme.key);
    let room = columns.saturating_sub(4 + width(&count));
    let cursor = painter.put_field((2, 0), &find.field, room, theme.text);
    let nothing = find.finding.found.hits.is_empty() && !find.finding.query.is_empty();
    painter.put_right(0, &count, if nothing { theme.alert } else { theme.strong });
    painter.put(0, 1, &"─".repeat(columns), theme.border);
    if find.finding.query.is_empty() {
        teach(app, theme, &mut Painter::new(buffer, areas.hits));
    } else if nothing {
        suggest(app, find, theme, &mut Painter::new(buffer, areas.hits));
    } else {
        hits(app, find, theme, (buffer, &areas));
    }
    if let Some(area) = areas.preview {
        preview(app, find, theme, (buffer, area));
    }
    cursor
}

const fn title(find: &Find) -> &'static str {
    match find.scope {
        Scope::All => "Find in paper and notes",
        Scope::Paper => "Find in the paper",
        Scope::Notes => "Find in the notes",
    }
}

fn count(app: &App, find: &Find) -> String {
    let found = &find.finding.found;
    let whole = found
        .hits
        .iter()
        .filter(|hit| hit.missing.is_empty())
        .count();
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    match found.hits.len() {
        _ if find.finding.query.is_empty() => String::new(),
        0 if app.desk().is_without_index() => "indexing…".to_owned(),
        0 => "nothing".to_owned(),
        shown if shown < found.total => format!("{shown} of {} hits", found.total),
        shown if whole == shown => format!("{shown} hit{}", plural(shown)),
        shown if whole == 0 => format!("{shown} without some words"),
        shown => format!("{whole} hit{}, {} lack words", plural(whole), shown - whole),
    }
}

/// Draws examples of searches, and earlier searches.
fn teach(app: &App, theme: &Theme, painter: &mut Painter<'_>) {
    let mut row = 0;
    for (typed, says) in SIGNS {
        let column = painter.put(2, row, typed, theme.key);
        let column = column.max(23) + 2;
        let room = painter.size().0.saturating_sub(column + 1);
        painter.put(column, row, &truncate(says, room), theme.faint);
        row += 1;
    }
    if !app.desk().searches().is_empty() {
        painter.put(2, row + 1, "↑ brings back:", theme.faint);
    }
    for (row, search) in (row + 2..).zip(app.desk().searches()) {
        painter.put(4, row, search, theme.text);
    }
}

fn suggest(app: &App, find: &Find, theme: &Theme, painter: &mut Painter<'_>) {
    if app.desk().is_without_index() {
        painter.put(2, 0, "the paper is being indexed", theme.faint);
        return;
    }
    for (row, mistake) in find.finding.found.mistakes.iter().enumerate() {
        let room = painter.size().0.saturating_sub(3);
        let words = mistake.words(InterfaceLanguage::English);
        painter.put(2, row, &truncate(&words, room), theme.alert);
    }
    if !find.finding.found.mistakes.is_empty() {
        return;
    }
    let place = match find.scope {
        Scope::All => "nothing in the paper or the notes",
        Scope::Paper => "nothing in the paper",
        Scope::Notes => "nothing in the notes",
    };
    painter.put(2, 0, place, theme.text);
    for (row, meant) in (2..).zip(&find.finding.found.did_you_mean) {
        let lead = if row == 2 {
            "Enter: did you mean "
        } else {
            "or "
        };
        let column = painter.put(2, row, lead, theme.faint);
        painter.put(column, row, &format!("“{meant}”"), theme.strong);
    }
}

fn hits(app: &App, find: &Find, theme: &Theme, (buffer, areas): (&mut Buffer, &FindAreas)) {
    let mut painter = Painter::new(buffer, areas.hits);
    let rows = usize::from(areas.rows.max(1));
    let shown = find
        .finding
        .found
        .hits
        .iter()
        .enumerate()
        .skip(find.finding.cursor.top);
    let (_, height) = painter.size();
    for (row, (nth, hit)) in (0..height).step_by(rows).zip(shown) {
        let Some(subject) = subject(app, hit) else {
            continue;
        };
        head(subject, hit, theme, &mut painter, row);
        if rows > 1 {
            let lit = find.finding.found.lit.first_ranges(subject.text());
            snippet((subject.text(), &lit), theme, &mut painter, row + 1);
        }
        if nth == find.finding.cursor.selected {
            painter.put(0, row, "›", theme.sign);
            painter.style_row(row, theme.selected);
        }
    }
}

fn subject<'a>(app: &'a App, hit: &Hit) -> Option<Subject<'a>> {
    Subject::of(
        &hit.target,
        app.desk().briefing()?,
        app.desk().notebook().notes(),
    )
}

fn head(subject: Subject<'_>, hit: &Hit, theme: &Theme, painter: &mut Painter<'_>, row: usize) {
    let column = painter.put(2, row, &subject.place(), theme.faint);
    let room = painter.size().0.saturating_sub(column + 3);
    let heading = subject.heading();
    let heading = truncate(&heading, room);
    let mut column = painter.put(column + 2, row, &heading, theme.strong);
    if hit.missing.is_empty() {
        return;
    }
    // The missing words stay visible, however long the heading.
    let words = hit
        .missing
        .iter()
        .map(|word| width(word) + 1)
        .sum::<usize>();
    let needed = width(" without:") + words + 1;
    column = column.min(painter.size().0.saturating_sub(needed));
    column = painter.put(column, row, "  without:", theme.alert);
    let struck = theme.text.add_modifier(Modifier::CROSSED_OUT);
    for word in &hit.missing {
        column = painter.put(column, row, " ", theme.text);
        column = painter.put(column, row, word, struck);
    }
}

/// Draws the selected hit in full, beside the list.
fn preview(app: &App, find: &Find, theme: &Theme, (buffer, area): (&mut Buffer, Area)) {
    let edge = Area {
        x: area.x.saturating_sub(1),
        width: 1,
        ..area
    };
    let mut edge = Painter::new(buffer, edge);
    for row in 0..usize::from(area.height) {
        edge.put(0, row, "│", theme.border);
    }
    let subject = find.finding.hit().and_then(|hit| subject(app, hit));
    let Some(subject) = subject else { return };
    let mut painter = Painter::new(buffer, area);
    let (columns, height) = painter.size();
    let (place, heading) = (subject.place(), subject.heading());
    let lit = |text: &str| -> Vec<(Range<usize>, Style)> {
        let ranges = find.finding.found.lit.ranges(text);
        ranges.into_iter().map(|range| (range, theme.lit)).collect()
    };
    let mut row = 0;
    let head = [
        (heading.as_ref(), theme.heading),
        (&place, theme.faint),
        ("", theme.text),
    ];
    let texts = following(app, subject).flat_map(|text| [(text, theme.text), ("", theme.text)]);
    for (text, style) in head.into_iter().chain(texts) {
        // Text below the edge need not be wrapped.
        if row >= height {
            break;
        }
        let text = clean(beginning(text, columns * (height - row)));
        let marks = lit(&text);
        let shown = lines(&text, columns.saturating_sub(2).max(2));
        for range in shown.take(height - row) {
            painter.put_marked((1, row), &text, range, &Marks(&marks, style));
            row += 1;
        }
    }
}

/// Returns the text of a hit, and of the paragraphs after it in its entry.
fn following<'a>(app: &'a App, subject: Subject<'a>) -> impl Iterator<Item = &'a str> {
    let after = match subject {
        Subject::Paragraph(entry, paragraph) => paragraph.number()..entry.paragraphs().end,
        Subject::Note(..) => 0..0,
    };
    let paragraphs = app
        .desk()
        .briefing()
        .map(Briefing::paragraphs)
        .unwrap_or_default();
    let after = paragraphs.get(after).unwrap_or_default().iter();
    std::iter::once(subject.text()).chain(after.map(Paragraph::text))
}
