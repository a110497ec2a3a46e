//! Parsing of notes, without loss of words.

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
fn reads_the_whole_grammar_in_one_line() {
    let captured = read("MLI: wants pooled recruitment +commitment q2 p3");
    assert_eq!(captured.speaker, Some(Speaker("ML".to_owned())));
    assert_eq!(captured.kind, Some(NoteKind::Commitment));
    assert_eq!(captured.question, EntryId::new("second"));
    assert_eq!(captured.paragraph, Some(2));
    assert_eq!(captured.text, "wants pooled recruitment");
    assert!(captured.unknown.is_empty() && !captured.continues);
}

#[test]
fn knows_usual_speakers_other_than_countries() {
    for (typed, speaker) in [
        ("NGO: x", Some("NGO")),
        ("co-chair: x", Some("Co-chair")),
        ("Civil Society: x", Some("Civil society")),
        ("WHO: x", Some("WHO")),
        ("Who: x", None),
        ("Proposal: x", None),
    ] {
        let (known, text) = speaker_in(typed);
        assert_eq!(known.as_deref(), speaker, "{typed}");
        assert_eq!(text, if speaker.is_some() { "x" } else { typed });
    }
}

#[test]
fn reads_names_codes_groupings_and_earlier_speakers() {
    for (typed, speaker) in [
        ("ml: x", "ML"),
        ("NO: x", "NO"),
        ("Côte d'Ivoire: x", "CI"),
        ("Malí: x", "ML"),
        ("EU: x", "EU"),
        ("civil society: x", "Civil society"),
        ("civil: x", "Civil society"),
        ("African Union: x", "African Union"),
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
fn an_unknown_speaker_is_text() {
    for typed in [
        "Proposal: x",
        "10:30 coffee",
        "https://example.org",
        "nig: x",
        "no colon",
        ":x",
        "\"\": x",
        "French: x",
        "Paris: x",
        "cf: x",
        "fr: x",
        "maur: x",
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
fn reads_kinds_by_prefix_and_signs_in_any_order() {
    assert_eq!(read("+prac a ferry").kind, Some(NoteKind::Practice));
    assert_eq!(read("a ferry +pro q1").text, "a ferry");
    assert_eq!(read("a ferry +pro").kind, Some(NoteKind::Proposal));
    assert_eq!(read("+agree").text, "");
    assert_eq!(read("q1 two\nlines p1").text, "two\nlines");
}

#[test]
fn unknown_signs_are_marked_and_stay() {
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
fn signs_between_words_and_repeated_signs_are_words() {
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
fn dots_continue_the_note_before() {
    let captured = read("... and France agrees");
    assert!(captured.continues);
    assert_eq!(captured.text, "and France agrees");
    assert!(read("… MLI: x").continues);
    assert!(!read("…and nothing else").continues);
}

#[test]
fn a_colon_means_no_speaker_and_a_backslash_escapes_signs() {
    let captured = read(": my own thought");
    assert!(captured.has_no_speaker && captured.speaker.is_none());
    assert_eq!(captured.text, "my own thought");
    for (typed, text) in [
        ("\\Mali: x", "Mali: x"),
        ("\\... x", "... x"),
        ("\\: x", ": x"),
        ("\\q1 x \\+practice", "q1 x +practice"),
        ("ML: \\q1", "q1"),
        ("\\\\q1", "\\q1"),
        ("\\\\server\\share", "\\\\server\\share"),
        ("\\alpha q1 \\beta", "\\alpha q1 \\beta"),
    ] {
        assert_eq!(read(typed).text, text, "{typed}");
    }
}

proptest! {
    /// Every word remains: in the text in order, or in a parsed field.
    #[test]
    fn no_word_is_dropped(
        words in prop::collection::vec(
            "[a-c]{1,2}|\\\\?\\+(prac|agree|x)|\\\\?[qp][0-9]|ML:|Mali:|\\.\\.\\.|:|\\\\", 0..7,
        ),
    ) {
        let captured = read(&words.join(" "));
        let mut kept: Vec<_> = captured.text.split_whitespace().collect();
        let signs = [
            captured.kind.is_some(),
            captured.question.is_some(),
            captured.paragraph.is_some(),
            captured.speaker.is_some(),
            captured.has_no_speaker,
            captured.continues,
        ];
        let signs = signs.into_iter().filter(|is_there| *is_there).count();
        prop_assert_eq!(kept.len() + signs, words.len(), "{:?} of {:?}", &captured, &words);
        for word in words.iter().rev() {
            kept.pop_if(|last| *last == word || word.strip_prefix('\\') == Some(*last));
        }
        prop_assert!(kept.is_empty(), "{:?} of {:?}", &captured, &words);
    }

    /// A written note is read back as it is.
    #[test]
    fn a_written_note_is_read_back(
        words in prop::collection::vec(
            "[a-c]{1,2}|\\\\{0,2}\\+(prac|x)|\\\\{0,2}[qp][0-9]|\\\\?Mali:|\\\\?\\.\\.\\.|\\\\?:|\\\\",
            0..6,
        ),
        speaker in prop::option::of("ML|EU|IOM|Civil society|New: one|de"),
        kind in prop::sample::select(&NoteKind::ALL[..]),
        question in prop::option::of("first|second|c"),
    ) {
        let briefing = briefing();
        let index = Index::new(&briefing);
        let known = Known { briefing: &briefing, index: &index, speakers: &[] };
        let note = Note {
            id: crate::model::NoteId::new("n").unwrap(),
            rev: 1,
            at: "2010-11-08T10:00:00+00:00[UTC]".parse().unwrap(),
            kind,
            speaker: speaker.map(Speaker),
            question: question.as_deref().and_then(EntryId::new),
            anchor: None,
            text: words.join(" "),
            deleted: false,
            settles: Vec::new(),
            author: crate::model::Author::default(),
        };
        let typed = written(&note, known);
        let captured = Captured::new(&typed, known);
        prop_assert_eq!(&captured.text, &note.text, "{}", &typed);
        prop_assert_eq!(captured.kind.unwrap_or_default(), note.kind, "{}", &typed);
        let says = |speaker: &Speaker| !speaker.0.contains(':');
        prop_assert_eq!(captured.speaker, note.speaker.filter(says), "{}", &typed);
        let is_one = |id: &EntryId| id.as_str() != "c";
        prop_assert_eq!(captured.question, note.question.filter(is_one), "{}", &typed);
        prop_assert!(!captured.continues && !captured.has_no_speaker, "{}", &typed);
    }
}
