use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use proptest::prelude::{ProptestConfig, any};
use proptest::{prop_assert_eq, proptest};
use roxmltree::{Document, Node};
use zip::ZipArchive;

use crate::messages::Language;
use crate::report::data::{
    Citation, Commitment, Header, Point, Points, PracticeRow, QuestionSection, RecordRow, Report,
    SpeakerRow,
};
use crate::report::options::{Face, Options};
use crate::text::clean;

mod text;
mod validity;

/// Returns the parts of a document by name.
fn parts(report: &Report, options: Options) -> BTreeMap<String, String> {
    let bytes = super::write(report, options).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let part = |name: String| {
        let mut text = String::new();
        let mut file = archive.by_name(&name).unwrap();
        file.read_to_string(&mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(part).collect()
}

/// Returns the value of an attribute in any namespace.
fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let mut attributes = node.attributes();
    attributes.find(|it| it.name() == name).map(|it| it.value())
}

fn all<'a>(document: &'a Document<'a>, name: &str) -> Vec<Node<'a, 'a>> {
    let nodes = document.descendants();
    nodes
        .filter(|node| node.tag_name().name() == name)
        .collect()
}

/// Renders a paragraph as text: its style in brackets, its words, `|` for a break, `[^n]` for a
/// footnote.
fn paragraph(node: Node<'_, '_>) -> String {
    let mut line = String::new();
    for inner in node.descendants() {
        match inner.tag_name().name() {
            "pStyle" => line = format!("[{}] ", value(inner, "val").unwrap()),
            "pageBreakBefore" => line.push_str("<page> "),
            "t" => line.push_str(inner.text().unwrap_or_default()),
            "br" => line.push('|'),
            "tab" => line.push('\t'),
            "footnoteReference" => {
                let id = value(inner, "id").unwrap();
                line.extend(["[^", id, "]"]);
            }
            _ => (),
        }
    }
    line
}

/// Renders a document as text: one line for each paragraph and table row, then the footnotes.
fn outline(report: &Report, options: Options) -> String {
    let parts = parts(report, options);
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    let mut lines = Vec::new();
    for node in all(&document, "body")[0].children() {
        match node.tag_name().name() {
            "p" => lines.push(paragraph(node)),
            "tbl" => {
                let rows = node.descendants().filter(|it| it.tag_name().name() == "tr");
                for row in rows {
                    let cells = row.descendants().filter(|it| it.tag_name().name() == "p");
                    lines.push(cells.map(paragraph).collect::<Vec<_>>().join(" ¦ "));
                }
            }
            _ => (),
        }
    }
    let footnotes = Document::parse(&parts["word/footnotes.xml"]).unwrap();
    for note in all(&footnotes, "footnote").into_iter().skip(2) {
        let text = paragraph(note);
        lines.push(format!("[^{}] {text}", value(note, "id").unwrap()));
    }
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n")
}

fn cites(paragraph: usize, at: &str, heading: &str) -> Citation {
    Citation {
        paragraph,
        at: at.to_owned(),
        heading: heading.to_owned(),
        ..Citation::default()
    }
}

fn point(note: usize, text: &str) -> Point {
    Point {
        note,
        text: text.to_owned(),
        ..Point::default()
    }
}

fn points(delegations: usize, points: Vec<Point>) -> Points {
    Points {
        points,
        delegations,
    }
}

fn record_row(note: usize, speaker: &str, kind: &'static str, text: &str) -> RecordRow {
    RecordRow {
        note,
        time: format!("10:0{note}"),
        speaker: speaker.to_owned(),
        kind,
        question: 1,
        text: text.to_owned(),
        ..RecordRow::default()
    }
}

fn header() -> Header {
    Header {
        event: "Global Forum".to_owned(),
        session: "RT 1.1".to_owned(),
        title: "Partnerships & migration".to_owned(),
        day: "9 November 2010".to_owned(),
        co_chairs: vec!["Brazil".to_owned(), "France".to_owned()],
        rapporteurs: vec!["rapporteur".to_owned()],
        paper: "www.example.org".to_owned(),
        ..Header::default()
    }
}

fn question_sections() -> Vec<QuestionSection> {
    let region = cites(12, "§3.3", "Border and regional migration");
    let discussed = Point {
        cites: Some(region),
        ..point(1, "Free movement is law, not yet life.\nBorders stay slow.")
    };
    let quoted = Point {
        is_quote: true,
        ..point(5, "We count people, not files.")
    };
    let practice = PracticeRow {
        countries: vec!["Mali".to_owned()],
        text: "a help desk at the border".to_owned(),
        is_new: true,
        note: 2,
        ..PracticeRow::default()
    };
    let first = QuestionSection {
        number: 1,
        question: "How can partners share data?".to_owned(),
        delegations: 2,
        discussion: points(1, vec![discussed, quoted]),
        proposals: points(2, vec![point(3, "one register for the region")]),
        practices: vec![practice],
        ..QuestionSection::default()
    };
    let second = QuestionSection {
        number: 2,
        question: "Who pays?".to_owned(),
        ..QuestionSection::default()
    };
    let other = QuestionSection {
        agreement: points(0, vec![point(6, "to meet again")]),
        ..QuestionSection::default()
    };
    vec![first, second, other]
}

fn practices() -> Vec<PracticeRow> {
    let of_paper = PracticeRow {
        countries: vec!["Brazil".to_owned()],
        text: "Regularization programme".to_owned(),
        period: "2008–2009".to_owned(),
        cites: Some(cites(31, "§4 c", "Regularization programme")),
        ..PracticeRow::default()
    };
    let new = question_sections().remove(0).practices.remove(0);
    vec![of_paper, new]
}

/// Returns a small report with something in each part.
fn session() -> Report {
    let commitment = Commitment {
        who: "Mali".to_owned(),
        what: "opens a second desk by 2012".to_owned(),
        by_when: "by 2012".to_owned(),
        note: 4,
        cites: None,
    };
    let delegation = |name: &str, turns, seconds| SpeakerRow {
        name: name.to_owned(),
        turns,
        seconds,
    };
    let quote = record_row(5, "Ghana", "quote", "We count people, not files.");
    let mark = RecordRow {
        cites: Some(cites(12, "", "")),
        question: 0,
        ..record_row(7, "", "note", "")
    };
    Report {
        header: header(),
        key_messages: vec![point(8, "Rights travel with people.")],
        objectives: vec!["To learn from what works.".to_owned()],
        themes: question_sections(),
        practices: practices(),
        commitments: vec![commitment],
        next_steps: vec![point(9, "the chairs send a paper round")],
        open_questions: vec![point(10, "what of returns?")],
        speakers: vec![delegation("Mali", 2, 185), delegation("Ghana", 1, 60)],
        record: vec![
            record_row(1, "Mali", "position", "wants open borders"),
            quote,
            mark,
        ],
        ..Report::default()
    }
}
