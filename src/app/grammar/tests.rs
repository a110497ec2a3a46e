//! What is read out of a note, and that nothing is lost of it.

use proptest::prelude::*;

use super::*;
use crate::model::{NewEntry, Paper, Practice, Prose};

fn briefing() -> Briefing {
    let entry = |kind, id: &str, texts: &[&str]| NewEntry {
        id: EntryId::new(id).unwrap(),
        kind,
        heading: String::new(),
        at: String::new(),
        practice: Practice::default(),
        see: Vec::new(),
        prose: texts
            .iter()
            .map(|text| Prose {
                text: (*text).to_owned(),
                spans: Vec::new(),
            })
            .collect(),
    };
    let entries = vec![
        entry(
            Kind::Context,
            "c",
            &["Mali", "Niger and Nigeria", "Mauritius"],
        ),
        entry(Kind::Question, "first", &["Which?"]),
        entry(Kind::Question, "second", &["What?"]),
    ];
    Briefing::new(Paper::default(), Vec::new(), entries).unwrap()
}

fn read(typed: &str) -> Captured {
    let briefing = briefing();
    let index = Index::new(&briefing);
    let known = Known {
        briefing: &briefing,
        index: &index,
        speakers: &[Speaker("Civil society".to_owned())],
    };
    Captured::new(typed, known)
}

fn speaker_in(typed: &str) -> (Option<String>, String) {
    let captured = read(typed);
    (captured.speaker.map(|speaker| speaker.0), captured.text)
}

#[test]
fn all_of_the_grammar_is_read_in_one_line() {
    let captured = read("MLI: wants pooled recruitment +commitment q2 p3");
    assert_eq!(captured.speaker, Some(Speaker("ML".to_owned())));
    assert_eq!(captured.kind, Some(NoteKind::Commitment));
    assert_eq!(captured.question, EntryId::new("second"));
    assert_eq!(captured.paragraph, Some(2));
    assert_eq!(captured.text, "wants pooled recruitment");
    assert!(captured.unknown.is_empty() && !captured.continues);
}

#[test]
fn a_speaker_is_a_name_a_code_a_grouping_or_somebody_who_has_spoken() {
    for (typed, speaker) in [
        ("ml: x", "ML"),
        ("NO: x", "NO"),
        ("Côte d'Ivoire: x", "CI"),
        ("Malí: x", "ML"),
        ("EU: x", "EU"),
        ("civil society: x", "Civil society"),
        ("civil: x", "Civil society"),
        ("maur: x", "MU"),
        ("\"IOM\": x", "IOM"),
        ("“Union of Ferries”: x", "Union of Ferries"),
    ] {
        assert_eq!(
            speaker_in(typed),
            (Some(speaker.to_owned()), "x".to_owned()),
            "{typed}"
        );
    }
}

#[test]
fn what_is_no_speaker_is_text() {
    for typed in [
        "Proposal: x",
        "10:30 coffee",
        "https://example.org",
        "nig: x",
        "no colon",
        ": x",
        "\"\": x",
        "no: we do not",
        "To: all",
        "us: two",
        "are: x",
        "Mali\nand more: x",
    ] {
        assert_eq!(speaker_in(typed), (None, typed.to_owned()), "{typed}");
    }
}

#[test]
fn kinds_are_known_by_their_beginnings_and_signs_stand_anywhere() {
    assert_eq!(read("+prac a ferry").kind, Some(NoteKind::Practice));
    assert_eq!(read("a ferry +pro q1").text, "a ferry");
    assert_eq!(read("a ferry +pro").kind, Some(NoteKind::Proposal));
    assert_eq!(read("+agree").text, "");
    assert_eq!(read("q1 two\nlines p1").text, "two\nlines");
}

#[test]
fn what_is_unknown_is_marked_and_stays() {
    for (typed, unknown) in [
        ("a ferry +dream", "+dream"),
        ("a ferry q9", "q9"),
        ("p99 a ferry", "p99"),
    ] {
        let captured = read(typed);
        assert_eq!(
            (captured.text.as_str(), captured.unknown),
            (typed, vec![unknown.to_owned()])
        );
    }
    assert!(read("c++ +1 p.4 q").unknown.is_empty());
}

#[test]
fn signs_between_words_and_second_ones_are_words() {
    for typed in [
        "asked +not to be named",
        "fell in Q1 and rose in q2 2010",
        "see p3 of the handout",
        "G77 +C",
    ] {
        assert_eq!(read(typed).text, typed);
    }
    assert_eq!(read("a ferry q1 q2").text, "a ferry q1");
}

#[test]
fn dots_go_on_with_the_note_before() {
    let captured = read("... and France agrees");
    assert!(captured.continues);
    assert_eq!(captured.text, "and France agrees");
    assert!(read("…MLI: x").continues);
}

proptest! {
    /// What was typed is signs and text, and the text is not changed otherwise.
    #[test]
    fn no_word_is_dropped(typed in "[a-z+:qp0-9 .\"]{0,40}") {
        let captured = read(&typed);
        let kept: Vec<_> = captured.text.split_whitespace().collect();
        let mut all = typed.split_whitespace();
        for word in kept {
            prop_assert!(all.any(|one| one == word || one.ends_with(word)), "{typed:?}");
        }
        let signs = usize::from(captured.kind.is_some())
            + usize::from(captured.question.is_some())
            + usize::from(captured.paragraph.is_some());
        if signs == 0 && captured.speaker.is_none() && !captured.continues {
            prop_assert_eq!(captured.text.as_str(), typed.trim());
        }
    }
}
