//! Countries under all their names, and the filters that know them.

use super::tests::{entries, found, lit, texts};
use super::*;
use crate::model::{Anchor, Author, NoteKind, Paper, Partnership};
use crate::search::Scope;

/// A bilateral example of Mali and France, a national one of Canada, and a context of three names.
fn desk() -> Index {
    let mut entries = entries(&[
        (
            Kind::Context,
            "Rivers",
            &[
                "Ferries of Cape Verde",
                "Malian crews",
                "an ECOWAS protocol",
            ],
        ),
        (
            Kind::Example,
            "A pact",
            &["It regulates entry.", "It is slow."],
        ),
        (Kind::Example, "A law", &["Canadian employers"]),
    ]);
    let code = |code| CountryCode::new(code).unwrap();
    entries[1].practice.partnership = Some(Partnership::Bilateral);
    entries[1].practice.countries = vec![code("ML"), code("FR")];
    entries[2].practice.partnership = Some(Partnership::National);
    let paper = Paper {
        date: "2010-11-08".parse().ok(),
        ..Paper::default()
    };
    Index::new(&Briefing::new(paper, Vec::new(), entries).unwrap())
}

#[test]
fn a_country_is_found_under_every_name() {
    let index = desk();
    for name in ["Cabo Verde", "cap-vert", "Cape Verdeans", "cabo ver"] {
        assert_eq!(found(&index, name), [0], "{name}");
    }
    assert_eq!(found(&index, "CEDEAO"), [2]);
    assert_eq!(found(&index, "canadá"), [5]);
    assert_eq!(
        lit(&index, "cabo verde", "Ferries of Cape Verde"),
        ["Cape Verde"]
    );
    assert_eq!(lit(&index, "malí", "Malian crews"), ["Mali"]);
}

#[test]
fn the_name_that_was_typed_comes_before_the_other_names() {
    let index = texts(&["Swaziland was small", "Eswatini is small"]);
    assert_eq!(found(&index, "eswatini"), [1, 0]);
    assert_eq!(found(&index, "swaziland"), [0, 1]);
}

/// Both are called AU.
#[test]
fn australia_is_not_the_african_union() {
    let index = texts(&["Australian nurses", "members of the AU"]);
    assert_eq!(found(&index, "australia"), [0]);
    assert_eq!(found(&index, "african union"), [1]);
    assert_eq!(found(&index, "country:AU"), [0]);
}

#[test]
fn what_names_something_else_stands_for_no_country() {
    let index = texts(&[
        "workers of the United States in a Latin town",
        "French nurses agree",
    ]);
    for typed in ["latin american", "paris agreement"] {
        let hits = index.find(&Query::new(typed), 10).hits;
        assert!(hits.iter().all(|hit| !hit.missing.is_empty()), "{typed}");
    }
}

#[test]
fn small_words_are_countries_in_capitals_only() {
    let index = texts(&["American workers", "let us go"]);
    assert_eq!(found(&index, "US"), [1, 0]);
    assert_eq!(found(&index, "us"), [1]);
    assert_eq!(found(&index, "usa"), [0]);
}

#[test]
fn filters_narrow_to_countries_groupings_and_partnerships() {
    let index = desk();
    assert_eq!(found(&index, "country:ML"), [1, 3]);
    assert_eq!(found(&index, "country:mali regulates"), [3]);
    assert_eq!(found(&index, "country:\"cabo verde\""), [0]);
    assert_eq!(found(&index, "grouping:ecowas"), [0, 1, 2, 3]);
    assert_eq!(found(&index, "grouping:\"West Africa\""), [0, 1, 2, 3]);
    assert_eq!(
        found(&index, "grouping:\"west africa\" partnership:bilateral"),
        [3]
    );
    assert_eq!(found(&index, "partnership:bi"), [3]);
    assert_eq!(found(&index, "partnership:national in:examples"), [5]);
    assert_eq!(found(&index, "partnership:national country:ML"), [0; 0]);
    assert_eq!(found(&index, "country:ML country:FR"), [3]);
    assert_eq!(found(&index, "country:ML country:CA"), [0; 0]);
    assert_eq!(found(&index, "in:examples in:context country:CA"), [5]);
    assert_eq!(found(&index, "slow country:ML"), [4]);
}

#[test]
fn a_filter_that_is_none_finds_nothing_and_says_why() {
    let index = texts(&["a country of atlantis", "else"]);
    for (typed, cure) in [
        ("country:atlantis", "country:atlantis is none; give a name"),
        ("country:frnace", "did you mean country:\"France\"?"),
        ("in:exampels", "there are objectives, concepts"),
        ("partnership:bilatral", "there are multi-stakeholder"),
        ("grouping:nobody", "such as ECOWAS"),
        ("speaker:nobody-known", "give a name that somebody has"),
        ("speaker:frnace", "did you mean speaker:\"France\"?"),
        ("question:1", "question:1 is none; the paper has none"),
    ] {
        let mistakes = index.find(&Query::new(typed), 1).mistakes;
        assert!(mistakes[0].contains(cure), "{mistakes:?}");
        assert_eq!(found(&index, typed), [0; 0], "{typed}");
        assert_eq!(found(&index, &format!("atlantis {typed}")), [0; 0]);
    }
    // What is only begun, or no key of ours, is no mistake.
    for typed in ["country:", "grouping:", "source:atlantis"] {
        let mistakes = index.find(&Query::new(typed), 1).mistakes;
        assert!(mistakes.is_empty(), "{mistakes:?}");
    }
    assert_eq!(found(&index, "source:atlantis"), [0]);
}

#[test]
fn a_bare_number_of_a_question_says_where_to_look_and_any_other_is_a_word() {
    let entries = entries(&[
        (Kind::Question, "First", &["q1 and q2 and q3"]),
        (Kind::Question, "Second", &["else"]),
    ]);
    let mut all = Notes::default();
    all.extend([("a", Some("e1")), ("b", None)].map(|(id, question)| Note {
        question: question.map(|id| EntryId::new(id).unwrap()),
        ..note(id, "a quota in q2")
    }));
    let briefing = Briefing::new(Paper::default(), Vec::new(), entries).unwrap();
    let index = Index::new(&briefing).with_notes(&all);
    let total = |query: Query| index.find(&query, 10).total;
    assert_eq!(total(Query::new("q2")), 1);
    assert_eq!(total(Query::new("quota q2")), 1);
    assert_eq!(total(Query::new("q1")), 0);
    assert_eq!(total(Query::new("\"q2\"")), 3, "in quotes it is a word");
    assert_eq!(total(Query::new("q3")), 1, "there is no third question");
    assert_eq!(total(Query::new("q2").within(Scope::Paper)), 1);
    let beyond = index.find(&Query::new("question:q9"), 1).mistakes;
    assert_eq!(beyond, ["question:9 is none; the last is question:2"]);
}

fn note(id: &str, text: &str) -> Note {
    Note {
        id: NoteId::new(id).unwrap(),
        rev: 1,
        at: "2010-11-09T10:02:13-06:00[-06:00]".parse().unwrap(),
        kind: NoteKind::Note,
        speaker: None,
        anchor: None,
        question: None,
        text: text.to_owned(),
        deleted: false,
        author: Author::default(),
    }
}

#[test]
fn notes_are_about_their_speaker_their_names_and_the_practice_they_are_tied_to() {
    let notes = [
        ("a", Some("ML"), "agrees", None),
        ("b", None, "asks the Malians", None),
        ("c", None, "a good pact", Some("e1")),
        ("d", Some("FR"), "listens", None),
        ("e", Some("Free Unions"), "listens", None),
        ("f", Some("AU"), "listens", None),
    ];
    let mut all = Notes::default();
    all.extend(notes.map(|(id, speaker, text, entry)| Note {
        speaker: speaker.map(|speaker| Speaker(speaker.to_owned())),
        anchor: entry.map(|entry| Anchor {
            entry: EntryId::new(entry).unwrap(),
            quote: String::new(),
        }),
        ..note(id, text)
    }));
    let index = desk().with_notes(&all);
    let mali = Named::Country(CountryCode::new("ML").unwrap());
    let ids: Vec<_> = index.notes_about(mali).map(NoteId::as_str).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    let found = index.find(&Query::new("country:ML in:notes"), 10);
    assert_eq!(found.total, 3);
    let found = index.find(&Query::new("country:FR in:notes listens"), 10);
    assert_eq!(found.total, 1);
    let count = |typed: &str| index.find(&Query::new(typed), 10).total;
    assert_eq!(count("speaker:mali"), 1);
    assert_eq!(count("speaker:ml kind:note"), 1);
    assert_eq!(count("speaker:ml kind:proposal"), 0);
    assert_eq!(count("kind:note in:notes agrees"), 1);
    assert_eq!(count("speaker:\"african union\""), 0, "AU is Australia");
    let mistakes = index.find(&Query::new("kind:dream"), 1).mistakes;
    assert!(
        mistakes[0].contains("there are note, position"),
        "{mistakes:?}"
    );
}
