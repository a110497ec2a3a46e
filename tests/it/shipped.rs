//! The briefing that ships with the program.

use std::collections::BTreeMap;
use std::path::Path;

use roundtable::model::{
    Anchor, Briefing, Kind, NewEntry, Paper, Paragraph, Placed, Practice, Prose,
};
use roundtable::search::{Index, Query, Target};
use roundtable::store::load_briefing;

fn briefing() -> Briefing {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefing.toml");
    let loaded = load_briefing(&path);
    assert!(
        loaded.problems.is_none(),
        "{}",
        loaded.problems.unwrap().text
    );
    loaded.briefing.unwrap()
}

#[test]
fn it_has_the_parts_of_the_paper() {
    let briefing = briefing();
    let count = |kind| briefing.of_kind(kind).len();
    assert_eq!(count(Kind::Objective), 2);
    assert_eq!(count(Kind::Concept), 5);
    assert!(count(Kind::Context) >= 14);
    assert!(count(Kind::Example) >= 34);
    assert_eq!(count(Kind::Question), 3);
    assert_eq!(count(Kind::Footnote), 12);
}

#[test]
fn every_footnote_is_anchored_and_every_question_has_answers() {
    let briefing = briefing();
    let mut anchors = BTreeMap::new();
    for id in briefing
        .paragraphs()
        .iter()
        .flat_map(roundtable::model::Paragraph::footnotes)
    {
        *anchors.entry(id.as_str().to_owned()).or_insert(0) += 1;
    }
    let footnotes = briefing
        .of_kind(Kind::Footnote)
        .map(|at| &briefing.entries()[at]);
    for footnote in footnotes {
        assert!(
            anchors.contains_key(footnote.id().as_str()),
            "{} is not anchored",
            footnote.id()
        );
    }
    for question in briefing
        .of_kind(Kind::Question)
        .map(|at| &briefing.entries()[at])
    {
        assert!(
            question.see().len() >= 5,
            "{} refers to too few entries",
            question.id()
        );
    }
}

#[test]
fn every_example_has_a_place_and_a_partnership() {
    let briefing = briefing();
    for example in briefing
        .of_kind(Kind::Example)
        .map(|at| &briefing.entries()[at])
    {
        assert!(!example.at().is_empty(), "{} has no place", example.id());
        assert!(
            example.practice().partnership.is_some(),
            "{} has no partnership",
            example.id()
        );
    }
}

/// Facts that a delegate looks up during a statement.
#[test]
fn facts_of_the_paper_are_found() {
    let briefing = briefing();
    let index = Index::new(&briefing);
    for (typed, wanted) in [
        ("mali emigrants", "4 million"),
        ("regularization bolivians", "16,881"),
        ("birthright", "52 countries"),
        ("yelimané", "4 million euros"),
        ("guatemala belize", "Chiapas"),
        ("mode 4", "self-employed"),
        ("instch", "focal points"),
        ("how much does the identity card cost", "USD 60"),
        ("labor market italy", "entry quota"),
        ("accra database", "Labour Department"),
    ] {
        let found = index.find(&Query::new(typed), 3);
        let entries = found.hits.iter().filter_map(|hit| match &hit.target {
            Target::Paragraph(at) => briefing.entry_of(*at),
            Target::Note(_) => None,
        });
        let texts = entries.flat_map(|entry| &briefing.paragraphs()[entry.paragraphs()]);
        let texts = texts.map(Paragraph::text);
        let texts = texts.collect::<Vec<_>>().join("\n");
        assert!(
            texts.contains(wanted),
            "{typed:?} does not lead to {wanted:?}:\n{texts}"
        );
    }
}

/// Returns the paper with the text of one paragraph replaced, or without that paragraph.
fn edited(paper: &Briefing, edited: usize, text: Option<&str>) -> Briefing {
    let prose = |at: usize, paragraph: &Paragraph| {
        let text = if at == edited {
            text?
        } else {
            paragraph.text()
        };
        Some(Prose {
            text: text.to_owned(),
            spans: Vec::new(),
        })
    };
    let entries = paper.entries().iter().map(|entry| NewEntry {
        id: entry.id().clone(),
        kind: entry.kind(),
        heading: entry.heading().to_owned(),
        at: entry.at().to_owned(),
        practice: Practice::default(),
        see: Vec::new(),
        prose: {
            let paragraphs = entry
                .paragraphs()
                .zip(&paper.paragraphs()[entry.paragraphs()]);
            paragraphs.filter_map(|(at, one)| prose(at, one)).collect()
        },
    });
    let entries = entries.filter(|entry| !entry.prose.is_empty()).collect();
    Briefing::new(Paper::default(), Vec::new(), entries).unwrap()
}

/// Many paragraphs of such a paper begin alike.
#[test]
fn a_note_follows_its_paragraph_and_hardly_ever_another() {
    let paper = briefing();
    let mut taken_for_another = Vec::new();
    for at in 0..paper.paragraphs().len() {
        let anchor = Anchor::to(&paper, at).unwrap();
        assert_eq!(paper.placed(&anchor), Placed::Paragraph(at));
        let text = paper.paragraphs()[at].text();
        let without = edited(&paper, at, None);
        taken_for_another.extend(without.placed(&anchor).paragraph().map(|_| at + 1));
        let is_short = text.split(' ').count() < 8;
        let longer = format!("Moreover, as was said before, {text}");
        let text = if is_short { text } else { &longer };
        let edited = edited(&paper, at, Some(&text.to_uppercase()));
        assert_eq!(edited.placed(&anchor), Placed::Paragraph(at), "{text}");
    }
    // "Cape Verde and Portugal have …" and "Senegal and Spain have …" continue alike, and one title
    // is also the beginning of a sentence elsewhere.
    assert_eq!(taken_for_another, [164, 165, 206]);
}
