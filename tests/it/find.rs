//! `roundtable find`: its output for people and for programs.

use std::fs;

use insta::assert_snapshot;
use roundtable::messages::{CommandError, CommandMessage};
use serde_json::{Value, json};

use crate::commands::Shell;
use crate::says;
use crate::world::PAPER;

/// Three notes; the last is deleted.
const NOTES: &str = r#"[notes]
schema = 1
author = "ana"

[[note]]
id = "N1"
rev = 1
at = 2010-11-09T09:58:00-06:00
kind = "note"
text = "Lanterns for the quay"

[[note]]
id = "N2"
rev = 1
at = 2010-11-09T10:02:13-06:00
kind = "proposal"
entry = "ferry"
quote = "It was built by a cooperative."
text = """
pooled tolls
for all"""

[[note]]
id = "N3"
rev = 1
at = 2010-11-09T10:03:00-06:00
kind = "note"
deleted = true
text = "tolls, withdrawn"
"#;

fn shell_with_notes() -> Shell {
    let shell = Shell::new();
    fs::write(shell.path("briefing.notes.ana.toml"), NOTES).unwrap();
    shell
}

/// Returns the exit status and the JSON object that is printed.
fn found(shell: &Shell, arguments: &[&str]) -> (i32, Value) {
    let (status, out, _) = shell.run(&[&["find", "--json"], arguments].concat());
    (status, serde_json::from_str(&out).unwrap())
}

/// Returns the texts of a hit's matches.
fn spelled(hit: &Value) -> Vec<&str> {
    let text = hit["text"].as_str().unwrap();
    let matches = hit["matches"].as_array().unwrap().iter();
    let at = |range: &Value, side: usize| usize::try_from(range[side].as_u64().unwrap()).unwrap();
    let spelled = matches.map(|range| text.get(at(range, 0)..at(range, 1)).unwrap());
    spelled.collect()
}

#[test]
fn prints_hits_with_place_and_missing_words() {
    let shell = shell_with_notes();
    let (status, out, err) = shell.run(&["find", "ferry", "41,816"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_snapshot!(out, @"
    ¶6 example §4 a Mali: the ferry of 2008
        The ferry carried 41,816 people in its first year.
    ");
    let (status, out, err) = shell.run(&["find", "oyapock", "lantern"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_snapshot!(out, @"
    note #1 09:58
        Lanterns for the quay
        without: oyapock
    ¶8 example §4 b Brazil – France: the bridge over the Oyapock
        The bridge was agreed in 2001.[2]
        without: lantern
    ");
}

#[test]
fn finds_a_quoted_phrase() {
    let shell = Shell::new();
    let (status, json) = found(&shell, &["\"joins two banks\""]);
    assert_eq!((status, &json["query"]), (0, &json!("\"joins two banks\"")));
    assert_eq!(spelled(&json["hits"][0]), ["joins", "two", "banks"]);
    assert_eq!(found(&shell, &["\"banks two joins\""]).0, 1);
}

#[test]
fn prints_json_of_the_documented_shape() {
    let (status, mut json) = found(&Shell::new(), &["first", "year"]);
    assert_eq!(status, 0);
    assert_eq!(spelled(&json["hits"][0]), ["first", "year"]);
    let score = json["hits"][0]["score"].take().as_f64().unwrap();
    assert!(score > 0.0);
    let thousandths = score * 1000.0;
    assert!(
        (thousandths - thousandths.round()).abs() < 1e-6,
        "{score} has more than three decimals"
    );
    let expected = json!({
        "query": "first year",
        "total": 1,
        "hits": [{
            "source": "paper",
            "id": "ferry",
            "paragraph": 6,
            "kind": "example",
            "at": "§4 a",
            "heading": "Mali: the ferry of 2008",
            "text": "The ferry carried 41,816 people in its first year.",
            "matches": [[39, 44], [45, 49]],
            "score": null,
        }],
    });
    assert_eq!(json, expected);
}

#[test]
fn gives_matches_in_bytes_of_the_printed_text() {
    let (_, json) = found(&Shell::new(), &["sao", "francisco"]);
    assert_eq!(spelled(&json["hits"][0]), ["São", "Francisco"]);
}

#[test]
fn finds_notes_with_their_paragraph() {
    let shell = shell_with_notes();
    let (status, out, err) = shell.run(&["find", "tolls"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_snapshot!(out, @"
    note #2 10:02 ¶7 proposal
        pooled tolls for all
    ");
    let (_, mut json) = found(&shell, &["tolls"]);
    assert_eq!(spelled(&json["hits"][0]), ["tolls"]);
    assert!(json["hits"][0]["score"].take().is_number());
    let expected = json!({
        "source": "notes",
        "id": "N2",
        "paragraph": 7, "paragraph_not_found": false,
        "kind": "proposal",
        "at": "",
        "heading": "",
        "text": "pooled tolls\nfor all",
        "matches": [[7, 12]],
        "score": null,
    });
    assert_eq!(
        (&json["total"], &json["hits"]),
        (&1.into(), &json!([expected]))
    );
    let (_, json) = found(&shell, &["lanterns"]);
    assert_eq!(json["hits"][0]["paragraph"], Value::Null);
}

#[test]
fn reports_damaged_notes_and_searches_the_rest() {
    let shell = shell_with_notes();
    fs::write(shell.path("briefing.notes.bo.toml"), "[[note]]\nid = 7\n").unwrap();
    let (status, out, err) = shell.run(&["find", "tolls"]);
    assert_eq!((status, out.lines().count()), (0, 2));
    assert!(
        err.starts_with("roundtable: briefing.notes.bo.toml:"),
        "{err}"
    );
}

#[test]
fn suggests_the_nearest_word_if_nothing_is_found() {
    let shell = Shell::new();
    let (status, out, err) = shell.run(&["find", "xylophones"]);
    assert_eq!((status, out.as_str()), (1, ""));
    let no_hits = |words: &str, other: Option<&str>| {
        says::warning(&CommandMessage::NoHits {
            words: words.to_owned(),
            did_you_mean: other.map(str::to_owned),
        })
    };
    assert_eq!(err, no_hits("xylophones", None));
    let (status, out, err) = shell.run(&["find", "'cooporatives"]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert_eq!(err, no_hits("'cooporatives", Some("cooperative")));
    let (status, json) = found(&shell, &["xylophones"]);
    let expected = json!({"query": "xylophones", "total": 0, "hits": []});
    assert_eq!((status, json), (1, expected));
}

#[test]
fn cuts_at_the_limit_and_says_so() {
    let shell = Shell::new();
    let all = shell.run(&["find", "bridge"]).1;
    let count = all.lines().filter(|line| line.starts_with('¶')).count();
    assert!(count > 2 && !all.contains("--limit"), "{all}");
    let (status, out, _) = shell.run(&["find", "bridge", "--limit", "2"]);
    assert_eq!((status, out.lines().count()), (0, 5));
    let rest = says::line(&CommandMessage::SomeHits {
        shown: 2,
        total: count,
        can_show_more: true,
    });
    assert!(out.ends_with(&format!("\n{rest}")), "{out}");
    let (_, json) = found(&shell, &["bridge", "--limit", "2"]);
    assert_eq!(json["total"], count);
    assert_eq!(json["hits"].as_array().unwrap().len(), 2);
    for limit in ["0", "1001", "few"] {
        let (status, out, err) = shell.run(&["find", "bridge", "--limit", limit]);
        assert_eq!((status, out.as_str()), (2, ""));
        assert!(err.contains("--limit"), "{err}");
    }
}

/// If even the highest limit cuts, only a narrower query shows everything.
#[test]
fn asks_for_more_words_beyond_the_highest_limit() {
    let shell = Shell::new();
    let many = "Ferries cross.\n\n".repeat(1001);
    let paper = PAPER.replace("Malian ferries cross at dawn.\n", &many);
    fs::write(shell.path("briefing.toml"), paper).unwrap();
    let (status, out, _) = shell.run(&["find", "cross", "--limit", "1000"]);
    assert_eq!(status, 0);
    let rest = says::line(&CommandMessage::SomeHits {
        shown: 1000,
        total: 1001,
        can_show_more: false,
    });
    assert!(out.ends_with(&format!("\n{rest}")));
}

#[test]
fn takes_excluded_words_after_two_dashes() {
    let shell = Shell::new();
    let (status, out, _) = shell.run(&["find", "bridge", "--", "-oyapock"]);
    assert_eq!(status, 0);
    assert!(out.contains("¶") && !out.contains("Oyapock"), "{out}");
    let (status, _, err) = shell.run(&["find", "bridge", "-oyapock"]);
    assert_eq!(status, 2);
    assert!(err.contains("-- -o"), "{err}");
}

#[test]
fn refuses_an_empty_query() {
    let shell = Shell::new();
    for arguments in [
        &["find", ""][..],
        &["find", " ", "…"],
        &["find", "--", "-mali"],
    ] {
        let (status, out, err) = shell.run(arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert_eq!(err, says::error(&CommandError::NothingToFind));
    }
    assert_eq!(shell.run(&["find"]).0, 2);
}

#[test]
fn exits_2_without_a_usable_briefing() {
    let shell = Shell::new();
    let (status, out, err) = shell.run(&["find", "mali", "-b", "absent.toml"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("absent.toml"), "{err}");
    fs::write(shell.path("bad.toml"), PAPER.replace("\"ML\"", "\"Mal\"")).unwrap();
    let (status, out, err) = shell.run(&["find", "mali", "--briefing", "bad.toml", "--json"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("bad.toml:42:"), "{err}");
}

#[test]
fn prints_no_control_characters() {
    let shell = Shell::new();
    let paper = PAPER
        .replace("Rivers that join", "Rivers\\u001b[2J that\\u202e join")
        .replace("Malian ferries", "Malian\\u0007 ferries");
    fs::write(shell.path("briefing.toml"), paper).unwrap();
    shell.run(&["note", "\u{1b}[2J dawn\u{202e} of\nferries"]);
    let (status, out, _) = shell.run(&["find", "dawn", "ferries"]);
    assert_eq!(status, 0);
    assert!(out.contains("\n    [2J dawn of ferries\n"), "{out:?}");
    assert!(
        out.contains(" Rivers[2J that join\n    Malian ferries cross at dawn.\n"),
        "{out:?}"
    );
    let (status, _, err) = shell.run(&["find", "\u{1b}]xylophones\u{202e}"]);
    assert_eq!(status, 1);
    let unsafe_char = |c: char| c != '\n' && roundtable::text::is_unsafe(c);
    assert!(!out.contains(unsafe_char) && !err.contains(unsafe_char));
}
