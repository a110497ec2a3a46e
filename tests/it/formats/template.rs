//! Tests templates of users.

use roundtable::report::{Escaping, Language, Report, filled};

use super::{CLEAN, Session};

fn mistake(template: &str) -> String {
    let filled = filled(&Report::default(), CLEAN, template, Escaping::Text);
    filled.unwrap_err().to_string()
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
fn an_error_names_its_line() {
    let mistakes = [
        "a\n{% if %}",
        "a\nb\n{{ heder.title }}",
        "{{ header.titel }}",
        "{{ header | shout }}",
    ];
    insta::assert_snapshot!(mistakes.map(mistake).join("\n"), @r"
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
            mistake(template).contains("unknown statement"),
            "{template}"
        );
    }
}

#[test]
fn a_template_that_never_ends_is_stopped() {
    let loops = "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}";
    let doubles = format!("{{% set x = 'x' %}}{}", "{% set x = x ~ x %}".repeat(64));
    for template in [loops, &doubles, "{{ 'x' * 90000000 }}"] {
        assert_eq!(
            mistake(template),
            "the report cannot be written: template, line 1: it does not end, or writes far too much"
        );
    }
}
