//! `roundtable country`: its output for people and for programs.

use std::fs;

use insta::assert_snapshot;
use roundtable::messages::{CommandError, CommandMessage, CountryStanding, Who};
use roundtable::model::CountryCode;
use serde_json::{Value, json};

use crate::commands::Shell;
use crate::says;

const PAPER: &str = include_str!("../fixtures/countries.toml");

fn shell() -> Shell {
    let shell = Shell::new();
    fs::write(shell.path("briefing.toml"), PAPER).unwrap();
    shell
}

/// Returns the exit status and the JSON object that is printed.
fn dossier(shell: &Shell, name: &[&str]) -> (i32, Value) {
    let (status, out, _) = shell.run(&[&["country", "--json"], name].concat());
    (status, serde_json::from_str(&out).unwrap())
}

#[test]
fn prints_the_dossier_with_examples_first() {
    let (status, out, err) = shell().run(&["country", "mali"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_snapshot!(out);
}

#[test]
fn finds_a_country_by_every_name() {
    let shell = shell();
    for name in [
        &["ML"][..],
        &["malí"],
        &["Malians"],
        &["republic", "of", "Mali"],
    ] {
        let (status, found) = dossier(&shell, name);
        assert_eq!(
            (status, &found["country"]["code"]),
            (0, &json!("ML")),
            "{name:?}"
        );
    }
    let (_, found) = dossier(&shell, &["land", "of", "the", "long", "river"]);
    assert_eq!(found["country"]["code"], "GM");
}

#[test]
fn prints_json_with_the_ranges_of_names() {
    let (_, found) = dossier(&shell(), &["mali"]);
    assert_eq!(found["examples"], json!(["ferry"]));
    let direct = found["direct"].as_array().unwrap();
    let places: Vec<_> = direct.iter().map(|one| &one["paragraph"]).collect();
    assert_eq!(places, [2, 5]);
    assert_eq!(
        direct[0]["in_heading"],
        json!([{ "range": [0, 4], "form": "Mali" }])
    );
    assert_eq!(
        direct[1]["mentions"],
        json!([{ "range": [11, 18], "form": "Malians" }])
    );
    let via = found["via"].as_array().unwrap();
    let groupings: Vec<_> = via.iter().map(|one| &one["grouping"]).collect();
    assert_eq!(groupings, ["ECOWAS", "AU"]);
    assert_eq!(found["perhaps"][0]["mentions"][0]["form"], "Bamako");
    let member_of = found["country"]["member_of"].as_array().unwrap();
    assert!(member_of.contains(&json!("ECOWAS")), "{member_of:?}");
}

#[test]
fn counts_a_footnote_for_the_paragraph_that_anchors_it() {
    let (status, found) = dossier(&shell(), &["cabo", "verde"]);
    assert_eq!(status, 0);
    assert_eq!(found["direct"][0]["paragraph"], 1);
    assert_eq!(found["direct"][0]["in_footnotes"], json!(["1"]));
    let (_, out, _) = shell().run(&["country", "cabo", "verde"]);
    assert!(out.contains("(in footnote 1)"), "{out}");
}

#[test]
fn says_that_a_country_is_not_in_the_paper() {
    let shell = shell();
    let (status, out, err) = shell.run(&["country", "iceland"]);
    assert_eq!((status, out.as_str()), (1, ""));
    let not_in_paper = |code: &str, name: &str, instead: Option<CountryStanding>| {
        says::warning(&CommandMessage::NotInPaper {
            country: Who::country(CountryCode::new(code).unwrap(), name),
            instead,
        })
    };
    assert_eq!(err, not_in_paper("IS", "Iceland", None));
    let (status, out, err) = shell.run(&["country", "ghana"]);
    assert_eq!(status, 1);
    assert!(out.contains("ECOWAS lets people"), "{out}");
    let groupings = ["ECOWAS", "AU"].map(str::to_owned).to_vec();
    let member = CountryStanding::OnlyMember { groupings };
    assert_eq!(err, not_in_paper("GH", "Ghana", Some(member)));
}

#[test]
fn explains_an_unknown_or_ambiguous_name() {
    let shell = shell();
    let (status, _, err) = shell.run(&["country", "frnace"]);
    let refusal = says::error(&CommandError::UnknownCountry {
        typed: "frnace".to_owned(),
        nearest: CountryCode::new("FR").map(|code| Who::country(code, "France")),
    });
    assert_eq!((status, err), (2, refusal));
    let (status, _, err) = shell.run(&["country", "Congolese"]);
    assert_eq!(status, 2);
    assert!(err.contains("(CD)") && err.contains("(CG)"), "{err}");
    let (status, _, err) = shell.run(&["country", "\u{1b}[31mqqqq"]);
    assert_eq!(status, 2);
    assert!(!err.contains('\u{1b}'), "{err}");
}

#[test]
fn lists_all_countries_with_counts() {
    let (status, out, _) = shell().run(&["country"]);
    assert_eq!(status, 0);
    assert_snapshot!(out);
    let (_, found) = dossier(&shell(), &[]);
    assert_eq!(found["countries"][0]["name"], "Brazil");
    assert_eq!(found["countries"][0]["role"], "co-chair");
    assert_eq!(found["countries"][0]["paragraphs"], 1);
}

#[test]
fn includes_notes_by_and_on_the_country() {
    let shell = shell();
    shell.run(&["note", "the Malians agree"]);
    shell.run(&["note", "nobody else does"]);
    let (_, found) = dossier(&shell, &["mali"]);
    let notes = found["notes"].as_array().unwrap();
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0]["text"], "the Malians agree");
}

#[test]
fn finds_bilateral_examples_of_west_africa_by_filters() {
    let shell = shell();
    let ask = |words: &[&str]| {
        let (status, out, _) = shell.run(&[&["find"], words].concat());
        (status, out)
    };
    let (status, out) = ask(&["partnership:bilateral", "grouping:\"west africa\""]);
    assert_eq!(status, 0);
    assert!(out.contains("A ferry of two banks"), "{out}");
    assert!(!out.contains("A law on bridges"), "{out}");
    let (status, _) = ask(&["partnership:regional"]);
    assert_eq!(status, 1);
}
