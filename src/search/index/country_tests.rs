//! Tests of countries under all their names, and of filters.

use super::tests::{entries, found, highlighted, texts};
use super::*;
use crate::messages::{QueryMistake, Who};
use crate::model::{Anchor, Author, NoteKind, Paper, Partnership};
use crate::search::Scope;

/// Indexes a bilateral example of Mali and France, a national one of Canada, and a context of three
/// names.
fn three_entries() -> Index {
    Index::new(&paper_of_three_entries())
}

fn paper_of_three_entries() -> Briefing {
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
    Briefing::new(paper, Vec::new(), entries).unwrap()
}

#[test]
fn finds_a_country_under_every_name() {
    let index = three_entries();
    for name in ["Cabo Verde", "cap-vert", "Cape Verdeans", "cabo ver"] {
        assert_eq!(found(&index, name), [0], "{name}");
    }
    assert_eq!(found(&index, "CEDEAO"), [2]);
    assert_eq!(found(&index, "canadá"), [5]);
    assert_eq!(
        highlighted(&index, "cabo verde", "Ferries of Cape Verde"),
        ["Cape Verde"]
    );
    assert_eq!(highlighted(&index, "malí", "Malian crews"), ["Mali"]);
}

#[test]
fn ranks_the_typed_name_before_other_names() {
    let index = texts(&["Swaziland was small", "Eswatini is small"]);
    assert_eq!(found(&index, "eswatini"), [1, 0]);
    assert_eq!(found(&index, "swaziland"), [0, 1]);
}

/// Both have the code AU.
#[test]
fn tells_australia_from_the_african_union() {
    let index = texts(&["Australian nurses", "members of the AU"]);
    assert_eq!(found(&index, "australia"), [0]);
    assert_eq!(found(&index, "african union"), [1]);
    assert_eq!(found(&index, "country:AU"), [0]);
}

#[test]
fn finds_no_country_in_the_name_of_something_else() {
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
fn reads_small_words_as_countries_only_in_capitals() {
    let index = texts(&["American workers", "let us go"]);
    assert_eq!(found(&index, "US"), [1, 0]);
    assert_eq!(found(&index, "us"), [1]);
    assert_eq!(found(&index, "usa"), [0]);
}

#[test]
fn filters_by_country_grouping_and_partnership() {
    let index = three_entries();
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
fn explains_a_filter_with_an_unknown_value() {
    let index = texts(&["a country of atlantis", "else"]);
    let none_of = |key: &str, value: &str, names: Vec<&'static str>| QueryMistake::NoneOf {
        key: key.to_owned(),
        value: value.to_owned(),
        names,
    };
    let similar = |key: &str| QueryMistake::SimilarName {
        key: key.to_owned(),
        value: "frnace".to_owned(),
        nearest: Who::country(CountryCode::new("FR").unwrap(), "France"),
    };
    let places = Kind::ALL.into_iter().map(Kind::table);
    let places = places.chain(["notes", "paper"]).collect();
    let partnerships = Partnership::ALL.map(Partnership::name).to_vec();
    let value = str::to_owned;
    for (typed, mistake) in [
        (
            "country:atlantis",
            QueryMistake::NoCountry {
                value: value("atlantis"),
            },
        ),
        ("country:frnace", similar("country")),
        ("in:exampels", none_of("in", "exampels", places)),
        (
            "partnership:bilatral",
            none_of("partnership", "bilatral", partnerships),
        ),
        (
            "grouping:nobody",
            QueryMistake::UnknownGrouping {
                value: value("nobody"),
            },
        ),
        (
            "speaker:nobody-known",
            QueryMistake::UnknownSpeaker {
                value: value("nobody-known"),
            },
        ),
        ("speaker:frnace", similar("speaker")),
        (
            "question:1",
            QueryMistake::QuestionBeyond { number: 1, last: 0 },
        ),
    ] {
        assert_eq!(index.find(&Query::new(typed), 1).mistakes, [mistake]);
        assert_eq!(found(&index, typed), [0; 0], "{typed}");
        assert_eq!(found(&index, &format!("atlantis {typed}")), [0; 0]);
    }
    // An unfinished filter and an unknown key are not mistakes.
    for typed in ["country:", "grouping:", "source:atlantis"] {
        let mistakes = index.find(&Query::new(typed), 1).mistakes;
        assert!(mistakes.is_empty(), "{mistakes:?}");
    }
    assert_eq!(found(&index, "source:atlantis"), [0]);
}

#[test]
fn reads_the_number_of_a_question_as_a_filter() {
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
    let index = Index::new(&briefing).with_notes(&all, &briefing);
    let total = |query: Query| index.find(&query, 10).total;
    assert_eq!(total(Query::new("q2")), 1);
    assert_eq!(total(Query::new("quota q2")), 1);
    assert_eq!(total(Query::new("q1")), 0);
    assert_eq!(total(Query::new("\"q2\"")), 3, "a word in quotes");
    assert_eq!(total(Query::new("q3")), 1, "there is no third question");
    assert_eq!(total(Query::new("q2").within(Scope::Paper)), 1);
    let beyond = index.find(&Query::new("question:q9"), 1).mistakes;
    let expected = QueryMistake::QuestionBeyond { number: 9, last: 2 };
    assert_eq!(beyond, [expected]);
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
        settles: Vec::new(),
        author: Author::default(),
    }
}

#[test]
fn relates_notes_to_speaker_mentions_and_linked_practice() {
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
    let index = three_entries().with_notes(&all, &paper_of_three_entries());
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
    let expected = QueryMistake::NoneOf {
        key: "kind".to_owned(),
        value: "dream".to_owned(),
        names: NoteKind::ALL.map(NoteKind::name).to_vec(),
    };
    assert_eq!(mistakes, [expected]);
}
