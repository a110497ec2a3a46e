//! Tests what holds for every report, on the session of two hours.

use std::collections::BTreeSet;

use roundtable::gazetteer::{countries, name_in};
use roundtable::messages::{Language, ReportLabel};
use roundtable::model::{Anchor, Paragraph};
use roundtable::report::{Format, Options, Wording};

use super::markdown::{Section, plain, sections};
use super::{ANNEX, CLEAN, Session, html, written};

#[test]
fn clean_report_names_speakers_only_in_practices_commitments_and_their_list() {
    let session = Session::of_two_hours();
    for language in Language::ALL {
        let report = session.report(language);
        let may_name_speakers = [
            &*report.header.title,
            ReportLabel::PracticesCited.words(language),
            ReportLabel::Practices.words(language),
            ReportLabel::Commitments.words(language),
            ReportLabel::Speakers.words(language),
        ];
        let text = written(&report, Options { language, ..CLEAN }, Format::Markdown);
        let sections = sections(&text).into_iter();
        let others: Vec<Section> = sections
            .filter(|section| !may_name_speakers.contains(&section.heading.trim()))
            .collect();
        assert!(others.len() > 15, "too few sections to mean anything");
        for Section { heading, text } in others {
            for speaker in &report.speakers {
                assert!(!text.contains(&speaker.name), "{heading}: {}", speaker.name);
            }
        }
    }
}

#[test]
fn clean_report_has_no_counts_and_no_numbers_of_notes() {
    let report = Session::of_two_hours().report(Language::English);
    let working = Options {
        is_working: true,
        ..CLEAN
    };
    let clean = written(&report, CLEAN, Format::Markdown);
    let working = written(&report, working, Format::Markdown);
    for sign in ["#12)", "delegation)", "delegations)"] {
        assert!(working.contains(sign), "{sign}");
        assert!(!clean.contains(sign), "{sign}");
    }
}

#[test]
fn annex_has_the_text_of_every_note() {
    let session = Session::of_two_hours();
    let report = session.report(Language::English);
    let texts = [
        plain(&written(&report, ANNEX, Format::Markdown)),
        html::plain(&written(&report, ANNEX, Format::Html)),
    ];
    for (number, note) in session.notes.iter() {
        for text in &texts {
            assert!(text.contains(&note.text), "#{number}: {}", note.text);
        }
    }
}

#[test]
fn annex_begins_with_the_clean_report() {
    let report = Session::of_two_hours().report(Language::English);
    let clean = written(&report, CLEAN, Format::Markdown);
    let annex = written(&report, ANNEX, Format::Markdown);
    assert!(annex.len() > clean.len() && annex.starts_with(&clean));
}

#[test]
fn every_word_comes_from_notes_paper_or_fixed_words() {
    let session = Session::of_two_hours();
    for language in Language::ALL {
        let options = Options {
            is_working: true,
            language,
            ..ANNEX
        };
        let text = written(&session.report(language), options, Format::Markdown);
        let mut rest = plain(&text);
        for known in known(&session, language) {
            rest = rest.replace(&known, " ");
        }
        let invented: Vec<_> = rest
            .lines()
            .filter(|line| line.contains(char::is_alphabetic))
            .collect();
        assert!(invented.is_empty(), "{language:?}: {invented:#?}");
    }
}

/// Returns all texts that a report may contain, longest first.
fn known(session: &Session, language: Language) -> Vec<String> {
    let mut known = BTreeSet::new();
    for (_, note) in session.notes.iter() {
        known.extend(note.text.lines().map(str::to_owned));
        known.extend(note.speaker.as_ref().map(|speaker| speaker.0.clone()));
        known.insert(note.author.to_string());
        let anchor = note.anchor.as_ref();
        known.extend(anchor.map(Anchor::sought));
    }
    known.insert(session.report(language).header.day);
    for commitment in session.report(language).commitments {
        assert!(commitment.what.contains(&commitment.by_when));
        known.insert(commitment.by_when);
    }
    let briefing = &session.briefing;
    let paper = briefing.paper();
    let of_paper = [
        &paper.event,
        &paper.roundtable,
        &paper.session,
        &paper.title,
    ];
    known.extend(of_paper.into_iter().chain([&paper.source]).cloned());
    for entry in briefing.entries() {
        let practice = entry.practice();
        let texts = [entry.heading(), entry.at(), &practice.period];
        known.extend(texts.map(str::to_owned));
    }
    let paragraphs = briefing.paragraphs().iter();
    known.extend(paragraphs.map(Paragraph::text).map(str::to_owned));
    let codes = countries().iter().map(|country| country.code);
    known.extend(
        codes
            .filter_map(|code| name_in(code, language.code()))
            .map(str::to_owned),
    );
    let words = serde_json::to_value(Wording(language)).unwrap();
    known.extend(strings(&words));
    let mut known: Vec<_> = known.into_iter().filter(|it| !it.is_empty()).collect();
    known.sort_by_key(|text| std::cmp::Reverse(text.len()));
    known
}

fn strings(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Object(map) => map.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn html_page_is_well_formed_and_loads_nothing() {
    let report = Session::of_two_hours().report(Language::French);
    let options = Options {
        language: Language::French,
        ..ANNEX
    };
    let page = written(&report, options, Format::Html);
    let tags = html::tags(&page);
    html::assert_well_formed(&tags);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"));
    let ids = html::values(&tags, "id");
    assert_eq!(
        ids.iter().collect::<BTreeSet<_>>().len(),
        ids.len(),
        "{ids:?}"
    );
    let links = html::values(&tags, "href");
    assert!(links.len() > 8, "{links:?}");
    let targets = links.iter().map(|link| link.strip_prefix('#').unwrap());
    for target in targets.chain(html::values(&tags, "aria-labelledby")) {
        assert!(ids.contains(&target), "{target}");
    }
    for tag in &tags {
        let is_cell = tag.starts_with("th ") || tag == "th";
        assert!(!is_cell || tag.contains("scope="), "<{tag}>");
        let loads = ["script", "link", "img", "iframe", "object"];
        assert!(!loads.iter().any(|name| tag.starts_with(name)), "<{tag}>");
        assert!(!tag.contains(" src="), "<{tag}>");
    }
    assert!(!page.contains("url(") && !page.contains("@import"));
}
