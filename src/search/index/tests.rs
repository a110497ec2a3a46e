use proptest::prelude::*;

use super::*;
use crate::model::{NewEntry, Paper, Practice, Prose};

/// Makes entries from kinds, headings and texts, with the ids e0, e1, …
pub(super) fn entries(entries: &[(Kind, &str, &[&str])]) -> Vec<NewEntry> {
    let prose = |text: &&str| Prose {
        text: (*text).to_owned(),
        spans: Vec::new(),
    };
    let entries = entries.iter().enumerate();
    let entries = entries.map(|(nth, (kind, heading, texts))| NewEntry {
        id: EntryId::new(&format!("e{nth}")).unwrap(),
        kind: *kind,
        heading: (*heading).to_owned(),
        at: String::new(),
        practice: Practice::default(),
        see: Vec::new(),
        prose: texts.iter().map(prose).collect(),
    });
    entries.collect()
}

fn briefing(all: &[(Kind, &str, &[&str])]) -> Briefing {
    Briefing::new(Paper::default(), Vec::new(), entries(all)).unwrap()
}

pub(super) fn texts(texts: &[&str]) -> Index {
    Index::new(&briefing(&[(Kind::Context, "", texts)]))
}

/// Returns the indexes of the paragraphs found, best first.
pub(super) fn found(index: &Index, typed: &str) -> Vec<usize> {
    let hits = index.find(&Query::new(typed), 100).hits.into_iter();
    hits.map(|hit| match hit.target {
        Target::Paragraph(at) => at,
        Target::Note(_) => usize::MAX,
    })
    .collect()
}

pub(super) fn highlighted<'a>(index: &Index, typed: &str, text: &'a str) -> Vec<&'a str> {
    let found = index.find(&Query::new(typed), 100);
    let ranges = found.lit.ranges(text).into_iter();
    ranges.map(|range| text.get(range).unwrap()).collect()
}

#[test]
fn finds_similar_words_nearest_first() {
    let index = texts(&["Malian workers", "to Mali", "in Somalia", "Malaysia"]);
    assert_eq!(found(&index, "mali"), [1, 0]);
    assert_eq!(found(&index, "MALI"), [1, 0]);
    let index = texts(&["labor programs", "organisation labour"]);
    assert_eq!(found(&index, "labour"), [1, 0]);
    assert_eq!(found(&index, "organization"), [1]);
    assert_eq!(found(&index, "programme"), [0]);
    let index = texts(&["41,816 people paid 53.7%", "co-operation with Yelimané"]);
    assert_eq!(found(&index, "41816"), [0]);
    assert_eq!(found(&index, "41 816"), [0]);
    assert_eq!(found(&index, "53,7"), [0]);
    assert_eq!(found(&index, "cooperation yelimane"), [1]);
}

#[test]
fn finds_a_name_by_its_initials() {
    let index = texts(&[
        "nothing",
        "the Global Forum on Migration and Development of 2010",
    ]);
    assert_eq!(found(&index, "gfmd"), [1]);
    let name = "the Global Forum on Migration and Development";
    assert_eq!(
        highlighted(&index, "gfmd", name),
        [name.strip_prefix("the ").unwrap()]
    );
}

#[test]
fn forgives_typing_errors_but_not_in_short_words() {
    let index = texts(&[
        "partnership with Brazil",
        "a woman from Nigeria",
        "in Niger",
    ]);
    assert_eq!(found(&index, "parntership"), [0]);
    assert_eq!(found(&index, "brasil"), [0]);
    assert!(found(&index, "oman").is_empty());
    assert_eq!(found(&index, "niger"), [2, 1]);
    assert_eq!(found(&index, "artnership"), [0]);
    assert!(found(&index, "1234").is_empty());
}

#[test]
fn guesses_by_letters_in_order() {
    let index = texts(&[
        "diplomatic missions",
        "institutional coherence",
        "mission statements",
    ]);
    assert_eq!(found(&index, "dipmis"), [0]);
    assert_eq!(found(&index, "instch"), [1]);
    assert_eq!(found(&index, "instutnl"), [1]);
    assert_eq!(
        highlighted(&index, "dipmis", "diplomatic missions"),
        ["diplomatic", "missions"]
    );
}

#[test]
fn ranks_all_words_first_and_reports_missing_ones() {
    let index = texts(&["migration law", "law", "a law on return migration"]);
    assert_eq!(found(&index, "law migration"), [0, 2]);
    let hits = index.find(&Query::new("law zebra"), 10).hits;
    assert_eq!(hits.len(), 3);
    assert_eq!(hits[0].missing, ["zebra"]);
}

#[test]
fn ignores_stop_words() {
    let index = texts(&[
        "the card costs sixty dollars",
        "how to do it",
        "cost of the others",
    ]);
    assert_eq!(found(&index, "how much does the card cost")[0], 0);
    assert_eq!(found(&index, "how")[0], 1);
}

#[test]
fn ranks_headings_and_definitions_before_text() {
    let briefing = briefing(&[
        (
            Kind::Concept,
            "Partnerships",
            &["An arrangement of parties."],
        ),
        (
            Kind::Context,
            "Europe",
            &["A partnership here, a partnership there."],
        ),
        (Kind::Example, "Mali: a partnership", &["first", "second"]),
    ]);
    let index = Index::new(&briefing);
    assert_eq!(found(&index, "what is a partnership")[0], 0);
    assert_eq!(found(&index, "mali"), [2]);
    assert_eq!(found(&index, "second mali"), [3]);
}

#[test]
fn narrows_the_search_by_signs() {
    let briefing = briefing(&[
        (
            Kind::Context,
            "",
            &[
                "regional partnerships in Mali",
                "partnerships, regional ones",
            ],
        ),
        (Kind::Example, "", &["Malian partnerships"]),
    ]);
    let index = Index::new(&briefing);
    assert_eq!(found(&index, "\"regional partnerships\""), [0]);
    assert_eq!(found(&index, "partnerships -regional"), [2]);
    assert_eq!(found(&index, "partnerships in:examples"), [2]);
    assert_eq!(found(&index, "'mali"), [0]);
    assert_eq!(found(&index, "^partner"), [1]);
    let phrase = "regional partnerships, regional";
    let both = ["regional", "partnerships"];
    assert_eq!(
        highlighted(&index, "\"regional partnerships\"", phrase),
        both
    );
}

/// An excluded word must not turn an unfinished word into a finished one.
#[test]
fn excluding_an_absent_word_changes_nothing() {
    let index = texts(&["states migrant", "state"]);
    let all = found(&index, "migrant estate");
    assert_eq!(found(&index, "migrant estate -mali"), all);
}

#[test]
fn suggests_a_near_word() {
    let index = texts(&["the observatory of migration"]);
    let found = index.find(&Query::new("obzzrvatry"), 10);
    assert!(found.hits.is_empty());
    assert_eq!(found.did_you_mean, ["observatory"]);
    assert!(
        index
            .find(&Query::new("qqqqqqqq"), 10)
            .did_you_mean
            .is_empty()
    );
}

#[test]
fn highlights_only_what_was_typed() {
    let index = texts(&["São Francisco", "Malian in Mali"]);
    assert_eq!(
        highlighted(&index, "sao fr", "in São Francisco"),
        ["São", "Fr"]
    );
    assert_eq!(
        highlighted(&index, "mali", "Malian, Mali and Somalia"),
        ["Mali", "Mali"]
    );
    assert!(highlighted(&index, " – ", "Mali – France").is_empty());
}

/// Words that share letters, forms or beginnings.
const WORDS: [&str; 12] = [
    "mali",
    "malian",
    "malls",
    "labour",
    "labor",
    "migrant",
    "migration",
    "co-operation",
    "41,816",
    "state",
    "states",
    "estate",
];

fn text() -> impl Strategy<Value = String> {
    let words = prop::collection::vec(prop::sample::select(&WORDS[..]), 1..6);
    words.prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn ranges_are_on_character_boundaries_and_never_overlap(
        texts in prop::collection::vec(text(), 1..4), typed in text(), other in ".{0,40}",
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let found = super::tests::texts(&texts).find(&Query::new(&typed), 10);
        for text in texts.into_iter().chain([other.as_str()]) {
            let mut end = 0;
            for range in found.lit.ranges(text) {
                prop_assert!(text.get(range.clone()).is_some_and(|lit| !lit.is_empty()));
                prop_assert!(range.start >= end);
                end = range.end;
            }
        }
    }

    #[test]
    fn excluding_a_word_never_adds_hits(
        texts in prop::collection::vec(text(), 1..6), typed in text(),
        without in prop::sample::select(&WORDS[..]),
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let index = super::tests::texts(&texts);
        let less = found(&index, &format!("{typed} -{without}"));
        let all = found(&index, &typed);
        prop_assert!(less.iter().all(|at| all.contains(at)), "{all:?} {less:?}");
    }

    #[test]
    fn scores_do_not_depend_on_the_order_of_texts(
        mut texts in prop::collection::vec(text(), 2..6), typed in text(),
    ) {
        texts.sort();
        texts.dedup();
        let forward: Vec<&str> = texts.iter().map(String::as_str).collect();
        let backward: Vec<&str> = forward.iter().rev().copied().collect();
        let scores = |texts: &[&str]| {
            let hits = super::tests::texts(texts).find(&Query::new(&typed), 100).hits;
            let mut scores: Vec<_> = hits
                .iter()
                .map(|hit| match &hit.target {
                    Target::Paragraph(at) => (texts[*at].to_owned(), hit.score.to_bits()),
                    Target::Note(_) => unreachable!(),
                })
                .collect();
            scores.sort();
            scores
        };
        prop_assert_eq!(scores(&forward), scores(&backward));
    }

    #[test]
    fn answers_any_query(typed in ".{0,80}|[a-z\"'^ -]{0,200}") {
        let index = texts(&["migration law", "41,816 people in São Paulo"]);
        index.find(&Query::new(&typed), 10);
    }
}

/// In a long text, only the shown part is searched, and it is highlighted as in a search of the
/// whole text.
#[test]
fn in_a_long_text_what_is_shown_lights_up_as_in_the_whole() {
    let filler = "Delegates spoke of many other things for hours. ".repeat(2000);
    let text = format!("{filler}É labour mobility in Mali, and \"free movement\" too. {filler}");
    let index = texts(&[&text]);
    for typed in [
        "labour",
        "mobil",
        "\"free movement\"",
        "country:mali labour",
    ] {
        let lit = index.find(&Query::new(typed), 10).lit;
        let all = lit.ranges(&text);
        assert!(!all.is_empty(), "{typed}");
        let first = all[0].clone();
        for shown in [first.clone(), first.start - 300..first.end + 300] {
            let within: Vec<_> = lit.ranges_in(&text, shown.clone());
            let expected: Vec<_> = all
                .iter()
                .filter(|range| range.start >= shown.start && range.end <= shown.end)
                .collect();
            let within: Vec<_> = within
                .iter()
                .filter(|range| range.start >= shown.start && range.end <= shown.end)
                .collect();
            assert_eq!(within, expected, "{typed} in {shown:?}");
        }
        assert_eq!(lit.first_ranges(&text).first(), all.first(), "{typed}");
    }
    let short = "labour in Mali";
    let lit = index.find(&Query::new("labour"), 10).lit;
    assert_eq!(lit.ranges_in(short, 11..12), lit.ranges(short));
}
