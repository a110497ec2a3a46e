//! Tests templates of users.

use roundtable::messages::{Language, ReportPhrase, WriteError};
use roundtable::report::{Escaping, Options, Report, filled};

use super::{CLEAN, Session};

fn mistake(template: &str) -> WriteError {
    filled(&Report::default(), CLEAN, template, Escaping::Text).unwrap_err()
}

#[test]
fn a_template_uses_the_names_of_the_report() {
    let report = Session::of_two_hours().report(Language::English);
    let template = "{{ words.report }}: {{ header.session }}\n\
        {% for commitment in commitments %}\n\
        {{ loop.index }}. {{ commitment.who or \"?\" }}: {{ commitment.by_when }}\n\
        {% endfor %}\n";
    let text = filled(&report, CLEAN, template, Escaping::Text).unwrap();
    insta::assert_snapshot!(text, @r"
    Report of the session: RT 1.1
    1. Canada: by March 2011
    2. ECOWAS: before the end of 2011
    3. IOM: within 12 months
    4. Germany: by the end of 2012
    5. ?: 
    ");
}

#[test]
fn filters_write_phrases_in_the_language_of_the_report() {
    let template =
        "{{ 2 | question }}, {{ 1 | delegations }}, {{ 'x' | quoted }}, {{ 'y' | not_found }}";
    let options = Options {
        language: Language::Portuguese,
        ..CLEAN
    };
    let text = filled(&Report::default(), options, template, Escaping::Text).unwrap();
    let phrases = [
        ReportPhrase::Question(2),
        ReportPhrase::Delegations(1),
        ReportPhrase::Quoted("x"),
        ReportPhrase::NotFound("y"),
    ];
    let phrases = phrases.map(|it| it.words(Language::Portuguese));
    assert_eq!(text, phrases.join(", "));
}

#[test]
fn an_error_names_its_line() {
    let mistakes = [
        "a\n{% if %}",
        "a\nb\n{{ heder.title }}",
        "{{ header.titel }}",
        "{{ header | shout }}",
    ];
    insta::assert_snapshot!(mistakes.map(|it| mistake(it).to_string()).join("\n"), @r"
    the report cannot be written: template, line 2: unexpected end of block
    the report cannot be written: template, line 3: `heder` is undefined
    the report cannot be written: template, line 1: `header.titel` is undefined
    the report cannot be written: template, line 1: filter shout is unknown
    ");
}

#[test]
fn the_example_in_the_documentation_works() {
    let document = include_str!("../../../docs/REPORT.md");
    let (_, example) = document.split_once("```jinja\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let report = Session::of_two_hours().report(Language::English);
    let text = filled(&report, CLEAN, example, Escaping::Markdown).unwrap();
    assert!(text.starts_with("# Partnerships for more regular and protected migration\n\n## "));
    assert!(
        text.contains("\n- Border residents need simple documents at low cost.\n"),
        "{text}"
    );
}

#[test]
fn a_template_reaches_no_other_file() {
    for template in [
        "{% include \"/etc/passwd\" %}",
        "{% extends \"/etc/passwd\" %}",
        "{% import \"/etc/passwd\" as other %}",
    ] {
        assert!(
            mistake(template).to_string().contains("unknown statement"),
            "{template}"
        );
    }
}

#[test]
fn a_template_that_never_ends_is_stopped() {
    let loops = "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}";
    let doubles = format!("{{% set x = 'x' %}}{}", "{% set x = x ~ x %}".repeat(64));
    for template in [loops, &doubles, "{{ 'x' * 90000000 }}"] {
        let expected = WriteError::TemplateNeverEnds { line: Some(1) };
        assert_eq!(mistake(template), expected);
    }
}
