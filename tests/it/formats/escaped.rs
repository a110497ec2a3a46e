//! Tests that hostile text stays text: all of it is shown, and it adds no markup to a report.

use std::mem::take;

use pulldown_cmark::Event;
use roundtable::report::{Format, Language, Options, Point, PracticeRow, Report};
use roundtable::text::{clean, is_unsafe};

use super::{ANNEX, Session, html, markdown, written};

const ALL: Options = Options {
    is_working: true,
    ..ANNEX
};

#[test]
fn hostile_text_adds_no_markdown() {
    let report = Session::hostile().report(Language::English);
    let text = written(&report, ALL, Format::Markdown);
    let harmless = written(&harmless(report.clone()), ALL, Format::Markdown);
    assert_eq!(structure(&text), structure(&harmless));
    let plain = markdown::plain(&text);
    for words in words_of(&report) {
        let lines: Vec<_> = words.lines().map(|line| line.trim_matches(' ')).collect();
        let words = lines.join("\n");
        assert!(plain.contains(words.trim()), "{words}\n\nnot in\n\n{plain}");
    }
    assert!(!text.contains(|c| c != '\n' && is_unsafe(c)));
}

#[test]
fn hostile_text_adds_no_html() {
    let report = Session::hostile().report(Language::English);
    let page = written(&report, ALL, Format::Html);
    let harmless = written(&harmless(report.clone()), ALL, Format::Html);
    assert_eq!(html::tags(&page), html::tags(&harmless));
    let plain = html::plain(&page);
    for words in words_of(&report) {
        assert!(plain.contains(&words), "{words}\n\nnot in\n\n{plain}");
    }
    assert!(!page.contains(|c| c != '\n' && is_unsafe(c)));
}

#[test]
fn hostile_text_adds_no_formula_to_a_table() {
    let report = Session::hostile().report(Language::English);
    for format in [Format::Csv, Format::FloorCsv] {
        let table = written(&report, ALL, format);
        let table = table.strip_prefix('\u{feff}').unwrap();
        assert!(!table.contains(|c| !matches!(c, '\n' | '\r') && is_unsafe(c)));
        let starts = |cell: &str| {
            table.contains(&format!(",{cell}")) || table.contains(&format!(",\"{cell}"))
        };
        for formula in ["=cmd", "=1+1", "+1", "-1", "@SUM"] {
            assert!(!starts(formula), "{formula} in\n{table}");
        }
    }
    let json = written(&report, ALL, Format::Json);
    assert!(!json.contains(|c| c != '\n' && is_unsafe(c)));
}

/// Returns the structure of a Markdown report: all events but text and line breaks.
fn structure(text: &str) -> Vec<Event<'_>> {
    let is_word = |event: &Event<'_>| match event {
        Event::InlineHtml(html) => **html == *"<br>",
        event => matches!(event, Event::Text(_) | Event::HardBreak),
    };
    let events = markdown::events(text).into_iter();
    events.filter(|event| !is_word(event)).collect()
}

/// Returns the text of every note, cleaned.
fn words_of(report: &Report) -> Vec<String> {
    let notes = report.record.iter().map(|said| &said.text);
    let messages = report.key_messages.iter().map(|point| &point.text);
    let words = notes.chain(messages);
    words.map(|words| clean(words).into_owned()).collect()
}

/// Replaces every text of a report: visible text by a letter, invisible text by a space; empty text
/// stays empty.
fn harmless(mut report: Report) -> Report {
    let header = &mut report.header;
    for text in [
        &mut header.event,
        &mut header.roundtable,
        &mut header.session,
        &mut header.title,
        &mut header.place,
        &mut header.paper,
    ] {
        replace(text);
    }
    report.objectives.iter_mut().for_each(replace);
    let lists = [
        &mut report.key_messages,
        &mut report.next_steps,
        &mut report.open_questions,
    ];
    lists.into_iter().flatten().for_each(replace_point);
    for theme in &mut report.themes {
        replace(&mut theme.question);
        let lists = [
            &mut theme.discussion,
            &mut theme.agreement,
            &mut theme.disagreement,
            &mut theme.proposals,
        ];
        let points = lists.into_iter().flat_map(|list| &mut list.points);
        points.for_each(replace_point);
        theme.practices.iter_mut().for_each(replace_practice);
    }
    report.practices.iter_mut().for_each(replace_practice);
    for commitment in &mut report.commitments {
        replace(&mut commitment.who);
        replace(&mut commitment.what);
        replace(&mut commitment.by_when);
    }
    for speaker in &mut report.speakers {
        replace(&mut speaker.name);
    }
    for said in &mut report.record {
        replace(&mut said.speaker);
        replace(&mut said.text);
        if let Some(cites) = &mut said.cites {
            replace(&mut cites.at);
            replace(&mut cites.heading);
        }
    }
    report
}

fn replace_point(point: &mut Point) {
    replace(&mut point.text);
}

fn replace_practice(practice: &mut PracticeRow) {
    practice.countries.iter_mut().for_each(replace);
    replace(&mut practice.text);
    replace(&mut practice.period);
    if let Some(cites) = &mut practice.cites {
        replace(&mut cites.at);
    }
}

fn replace(text: &mut String) {
    let before = take(text);
    if !before.is_empty() {
        let is_seen = !clean(&before).trim().is_empty();
        text.push_str(if is_seen { "x" } else { " " });
    }
}
