//! What each format makes of the session of two hours.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use roundtable::report::{Face, Format, Language, Options};

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
fn data() {
    let report = Session::of_two_hours().report(Language::English);
    assert_snapshot!("json", written(&report, ANNEX, Format::Json));
    for (name, format) in [("csv", Format::Csv), ("floor-csv", Format::FloorCsv)] {
        let table = written(&report, ANNEX, format);
        assert_eq!(table, written(&report, CLEAN, format), "a table has all");
        assert_snapshot!(name, table);
    }
}

#[test]
fn languages() {
    let session = Session::of_two_hours();
    for language in [Language::French, Language::Spanish, Language::Portuguese] {
        let options = Options { language, ..ANNEX };
        let report = session.report(language);
        let name = format!("annex.{}.md", language.code());
        assert_snapshot!(name, written(&report, options, Format::Markdown));
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
