//! Tests of a briefing's mentions, direct and through groupings.

use super::*;
use crate::model::{Mark, NewEntry, Paper, Practice, Prose, Span};

fn code(code: &str) -> CountryCode {
    CountryCode::new(code).unwrap()
}

fn entry(kind: Kind, id: &str, heading: &str, texts: &[&str]) -> NewEntry {
    let prose = |text: &&str| Prose {
        text: (*text).to_owned(),
        spans: Vec::new(),
    };
    NewEntry {
        id: EntryId::new(id).unwrap(),
        kind,
        heading: heading.to_owned(),
        at: String::new(),
        practice: Practice::default(),
        see: Vec::new(),
        prose: texts.iter().map(prose).collect(),
    }
}

fn mentions(date: &str, mut entries: Vec<NewEntry>) -> Mentions {
    if let Some(example) = entries.iter_mut().find(|one| one.kind == Kind::Example) {
        example.practice.countries = vec![code("ML")];
    }
    let paper = Paper {
        date: date.parse().ok(),
        ..Paper::default()
    };
    Mentions::new(&Briefing::new(paper, Vec::new(), entries).unwrap())
}

fn paragraphs(namings: &[&Naming]) -> Vec<usize> {
    namings.iter().map(|naming| naming.paragraph).collect()
}

#[test]
fn lists_examples_direct_and_via_each_paragraph_once() {
    let texts = [
        "Malians and ECOWAS",
        "the African Union and ECOWAS",
        "perhaps Bamako",
    ];
    let mentions = mentions(
        "2010-11-08",
        vec![
            entry(Kind::Context, "c", "", &texts),
            entry(Kind::Example, "e", "A ferry", &["It is fast."]),
        ],
    );
    let dossier = mentions.on_country(code("ML"));
    assert_eq!(dossier.examples, [1]);
    assert_eq!(paragraphs(&dossier.direct), [0]);
    assert_eq!(paragraphs(&dossier.perhaps), [2]);
    let via = dossier.via.iter().map(|(id, naming)| {
        let at = naming.text.first().cloned();
        (id.get().short, naming.paragraph, at)
    });
    let expected = [("ECOWAS", 1, Some(22..28)), ("AU", 1, Some(4..17))];
    assert_eq!(via.collect::<Vec<_>>(), expected);
    assert_eq!(mentions.count(code("ML")), 1);
    assert_eq!(mentions.countries(), [code("ML")]);
}

#[test]
fn counts_headings_for_the_first_paragraph_and_footnotes_for_their_anchors() {
    let mut context = entry(Kind::Context, "c", "Mali's rivers", &["One.", "Two. [n]"]);
    context.prose[1].spans.push(Span {
        range: 5..8,
        mark: Mark::Footnote(EntryId::new("n").unwrap()),
    });
    let footnotes = [
        entry(Kind::Footnote, "n", "", &["A law of Mali."]),
        entry(Kind::Footnote, "o", "", &["Not anchored: Mali."]),
    ];
    let mentions = mentions("2010-11-08", [vec![context], footnotes.to_vec()].concat());
    let dossier = mentions.on_country(code("ML"));
    assert_eq!(paragraphs(&dossier.direct), [0, 1, 3]);
    let [heading, anchor, alone] = dossier.direct.as_slice() else {
        panic!("{dossier:?}");
    };
    let first = |ranges: &[Range<usize>]| ranges.first().cloned();
    assert_eq!(first(&heading.heading), Some(0..4));
    assert!(heading.text.is_empty());
    assert_eq!(anchor.footnotes, [2]);
    assert_eq!(first(&alone.text), Some(14..18));
}

#[test]
fn drops_doubtful_mentions_beside_certain_ones() {
    let texts = ["Bamako, and Mali again", "Mali and Bamako"];
    let mentions = mentions("2010-11-08", vec![entry(Kind::Context, "c", "", &texts)]);
    let namings = mentions.of(Named::Country(code("ML"))).iter();
    let ranges = namings.flat_map(|naming| naming.text.iter().cloned());
    assert_eq!(ranges.collect::<Vec<_>>(), vec![12..16, 0..4]);
    assert_eq!(mentions.in_paragraph(0), [code("ML")]);
}

#[test]
fn uses_memberships_of_the_date_of_the_paper() {
    let leads = |date: &str, text: &str, to: &str| {
        let mentions = mentions(date, vec![entry(Kind::Context, "c", "", &[text])]);
        mentions.groupings_of(code(to)).count() == 1
    };
    assert!(leads("2010-11-08", "ECOWAS", "ML"));
    assert!(!leads("2026-01-15", "ECOWAS", "ML"));
    assert!(leads("2010-11-08", "the European Union", "GB"));
    assert!(!leads("2010-11-08", "the European Union", "HR"));
    assert!(leads("2026-01-15", "the European Union", "HR"));
    assert!(!leads("2026-01-15", "the European Union", "GB"));
    assert!(!leads("no date", "ECOWAS", "ML") && leads("no date", "ECOWAS", "SN"));
}

/// The members of groupings on the date of the first paper.
#[test]
fn counts_the_members_of_november_2010() {
    let day = Some("2010-11-08".parse().unwrap());
    for (short, members) in [
        ("ECOWAS", 15),
        ("CA4", 4),
        ("MERCOSUR", 4),
        ("UNASUR", 12),
        ("EU", 27),
        ("ASEAN", 10),
        ("SADC", 15),
        ("CARICOM", 15),
        ("AU", 53),
        ("GCC", 6),
        ("ACP", 79),
        ("Maghreb", 5),
        ("Lusophone", 8),
        ("LDC", 49),
        ("G7", 7),
        ("G20", 19),
        ("OECD", 33),
        ("APEC", 21),
        ("Commonwealth", 54),
        ("OIC", 57),
        ("LAC", 33),
        ("Nordic", 5),
        ("Visegrad", 4),
    ] {
        let mut all = crate::gazetteer::groupings();
        let found = all.find(|(_, grouping)| grouping.short == short);
        let count = found.map(|(_, grouping)| grouping.members(day).len());
        assert_eq!(count, Some(members), "{short}");
    }
}
