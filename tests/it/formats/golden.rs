//! Compares each format of the session of two hours with a golden file.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use insta::assert_snapshot;
use roundtable::model::Notes;
use roundtable::report::{Face, Format, Language, Options, Report};
use zip::ZipArchive;

use super::{ANNEX, CLEAN, Session, written};

#[test]
fn markdown() {
    let report = Session::of_two_hours().report(Language::English);
    let brief = Options {
        face: Face::Brief,
        is_final: true,
        ..CLEAN
    };
    let working = Options {
        is_working: true,
        ..ANNEX
    };
    assert_snapshot!("clean.md", written(&report, CLEAN, Format::Markdown));
    assert_snapshot!("annex.md", written(&report, ANNEX, Format::Markdown));
    assert_snapshot!("brief.md", written(&report, brief, Format::Markdown));
    assert_snapshot!("working.md", written(&report, working, Format::Markdown));
}

#[test]
fn html() {
    let report = Session::of_two_hours().report(Language::English);
    assert_snapshot!("clean.html", written(&report, CLEAN, Format::Html));
    assert_snapshot!("annex.html", written(&report, ANNEX, Format::Html));
}

#[test]
fn docx() {
    let report = Session::of_two_hours().report(Language::English);
    assert_snapshot!("annex.docx", document(&report, ANNEX));
}

/// Returns main part and footnotes of a document, with each paragraph and row on its own line.
fn document(report: &Report, options: Options) -> String {
    let bytes = report.written(options, Format::Docx).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = String::new();
    for name in ["word/document.xml", "word/footnotes.xml"] {
        let mut part = archive.by_name(name).unwrap();
        part.read_to_string(&mut parts).unwrap();
        parts.push('\n');
    }
    for start in ["<w:p>", "<w:tbl>", "<w:tr>", "<w:footnote "] {
        parts = parts.replace(start, &format!("\n{start}"));
    }
    parts
}

#[test]
fn data() {
    let report = Session::of_two_hours().report(Language::English);
    assert_snapshot!("json", written(&report, ANNEX, Format::Json));
    for (name, format) in [("csv", Format::Csv), ("floor-csv", Format::FloorCsv)] {
        let table = written(&report, ANNEX, format);
        assert_eq!(
            table,
            written(&report, CLEAN, format),
            "all tables have everything"
        );
        assert_snapshot!(name, table);
    }
}

#[test]
fn languages() {
    let session = Session::of_two_hours();
    for language in [Language::French, Language::Spanish, Language::Portuguese] {
        let options = Options { language, ..ANNEX };
        let report = session.report(language);
        let name = |ending| format!("annex.{}.{ending}", language.code());
        let text = |format| written(&report, options, format);
        assert_snapshot!(name("md"), text(Format::Markdown));
        assert_snapshot!(name("html"), text(Format::Html));
        assert_snapshot!(name("json"), text(Format::Json));
        assert_snapshot!(name("csv"), text(Format::Csv));
        assert_snapshot!(name("docx"), document(&report, options));
    }
}

#[test]
fn session_without_notes() {
    let mut session = Session::of_two_hours();
    session.notes = Notes::default();
    let report = session.report(Language::English);
    for (name, format) in [
        ("nothing.md", Format::Markdown),
        ("nothing.html", Format::Html),
    ] {
        assert_snapshot!(name, written(&report, ANNEX, format));
    }
}

#[test]
fn every_key_of_the_json_is_documented() {
    let document = include_str!("../../../docs/REPORT.md");
    let report = Session::of_two_hours().report(Language::English);
    let json = written(&report, ANNEX, Format::Json);
    let keys: BTreeSet<_> = json
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix('"')?.split_once("\":"))
        .map(|(key, _)| key)
        .collect();
    assert!(keys.len() > 40, "{keys:?}");
    for key in keys {
        assert!(document.contains(&format!("`{key}`")), "{key}");
    }
}
