//! The overlay of the finder: the field, the hits, and a preview of the selected hit.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Modifier, Style};

use crate::app::{App, Area, Find, FindAreas, Subject};
use crate::messages::{ExampleWords, FinderExample, FinderMessage, KeyName};
use crate::model::{Briefing, Paragraph};
use crate::search::{Hit, Scope};
use crate::text::{beginning, clean, lines, truncate, width};

use super::language::language;
use super::paint::{Marks, Painter, clear};
use super::snippet::snippet;
use super::{Theme, pane};

pub(super) fn draw(app: &App, find: &Find, theme: &Theme, buffer: &mut Buffer) -> Position {
    let areas = Find::areas(app.desk().viewport());
    clear(buffer, areas.whole);
    let mut painter = pane(buffer, theme, areas.whole, &title(app, find), true);
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

fn title(app: &App, find: &Find) -> Cow<'static, str> {
    said(
        app,
        &match find.scope {
            Scope::All => FinderMessage::FindEverywhere,
            Scope::Paper => FinderMessage::FindInPaper,
            Scope::Notes => FinderMessage::FindInNotes,
        },
    )
}

fn said(app: &App, message: &FinderMessage) -> Cow<'static, str> {
    message.words(language(), &|of| app.key_name(of))
}

fn count(app: &App, find: &Find) -> Cow<'static, str> {
    let found = &find.finding.found;
    let shown = found.hits.len();
    let whole = found.hits.iter().filter(|hit| hit.missing.is_empty());
    let whole = whole.count();
    said(
        app,
        &match shown {
            _ if find.finding.query.is_empty() => return "".into(),
            0 if app.desk().is_without_index() => FinderMessage::Indexing,
            0 => FinderMessage::Nothing,
            _ if shown < found.total => FinderMessage::SomeHits {
                shown,
                total: found.total,
            },
            _ if whole == shown => FinderMessage::Hits { count: shown },
            _ if whole == 0 => FinderMessage::PartialHits { count: shown },
            _ => FinderMessage::WholeAndPartialHits {
                whole,
                partial: shown - whole,
            },
        },
    )
}

/// Draws examples of searches, and earlier searches.
fn teach(app: &App, theme: &Theme, painter: &mut Painter<'_>) {
    let mut row = 0;
    for example in FinderExample::ALL {
        let ExampleWords { typed, finds } = example.words(language());
        let column = painter.put(2, row, typed, theme.key);
        let column = column.max(23) + 2;
        let room = painter.size().0.saturating_sub(column + 1);
        painter.put(column, row, &truncate(finds, room), theme.faint);
        row += 1;
    }
    if !app.desk().searches().is_empty() {
        let words =
            FinderMessage::EarlierSearches.words(language(), &|key| as_arrow(app.key_name(key)));
        painter.put(2, row + 1, &words, theme.faint);
    }
    for (row, search) in (row + 2..).zip(app.desk().searches()) {
        painter.put(4, row, search, theme.text);
    }
}

/// Returns the up key as `↑`, as it is on the keyboard, and any other key as it is.
fn as_arrow(key: KeyName) -> KeyName {
    match key.0.as_str() {
        "Up" => KeyName("↑".to_owned()),
        _ => key,
    }
}

fn suggest(app: &App, find: &Find, theme: &Theme, painter: &mut Painter<'_>) {
    if app.desk().is_without_index() {
        painter.put(2, 0, &said(app, &FinderMessage::NotIndexed), theme.faint);
        return;
    }
    for (row, mistake) in find.finding.found.mistakes.iter().enumerate() {
        let room = painter.size().0.saturating_sub(3);
        let words = mistake.words(language());
        painter.put(2, row, &truncate(&words, room), theme.alert);
    }
    if !find.finding.found.mistakes.is_empty() {
        return;
    }
    let nothing = match find.scope {
        Scope::All => FinderMessage::NothingAnywhere,
        Scope::Paper => FinderMessage::NothingInPaper,
        Scope::Notes => FinderMessage::NothingInNotes,
    };
    painter.put(2, 0, &said(app, &nothing), theme.text);
    for (row, meant) in (2..).zip(&find.finding.found.did_you_mean) {
        let query = meant.clone();
        let words = said(
            app,
            &if row == 2 {
                FinderMessage::DidYouMean { query }
            } else {
                FinderMessage::OrDidYouMean { query }
            },
        );
        let at = words.rfind(meant.as_str()).unwrap_or_default();
        let marks = [(at..at + meant.len(), theme.strong)];
        let marks = Marks(&marks, theme.faint);
        painter.put_marked((2, row), &words, 0..words.len(), &marks);
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
        head(app, (subject, hit), theme, &mut painter, row);
        if rows > 1 {
            let lit = find.finding.found.lit.first_ranges(subject.text());
            snippet((subject.text(), &lit), theme, &mut painter, row + 1);
        }
        if nth == find.finding.cursor.selected {
            painter.select_row(row, theme);
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

fn head(
    app: &App,
    (subject, hit): (Subject<'_>, &Hit),
    theme: &Theme,
    painter: &mut Painter<'_>,
    row: usize,
) {
    let place = subject.place().words(language());
    let column = painter.put(2, row, &place, theme.faint);
    let room = painter.size().0.saturating_sub(column + 3);
    let title = subject.title(language());
    let heading = truncate(&title, room);
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
    let without = said(app, &FinderMessage::Without);
    let needed = 1 + width(&without) + words + 1;
    column = column.min(painter.size().0.saturating_sub(needed));
    column = painter.put(column, row, &format!("  {without}"), theme.alert);
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
    let place = subject.place().words(language());
    let heading = subject.title(language());
    let lit = |text: &str| -> Vec<(Range<usize>, Style)> {
        let ranges = find.finding.found.lit.ranges(text);
        ranges.into_iter().map(|range| (range, theme.lit)).collect()
    };
    let mut row = 0;
    let head = [
        (heading.as_ref(), theme.heading),
        (place.as_ref(), theme.faint),
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
