use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::model::{Kind, NewEntry, Paper, Practice, Prose};
use crate::text::{part, words};

/// Makes a briefing of entries with these ids and paragraphs.
fn briefing(entries: &[(&str, Vec<String>)]) -> Briefing {
    let entries = entries.iter().filter(|(_, texts)| !texts.is_empty());
    let entries = entries.map(|(id, texts)| NewEntry {
        id: EntryId::new(id).unwrap(),
        kind: Kind::Context,
        heading: format!("On {id}"),
        at: String::new(),
        practice: Practice::default(),
        see: Vec::new(),
        prose: texts.iter().map(|text| prose(text)).collect(),
    });
    Briefing::new(Paper::default(), Vec::new(), entries.collect()).unwrap()
}

fn prose(text: &str) -> Prose {
    Prose {
        text: text.to_owned(),
        spans: Vec::new(),
    }
}

fn one_entry(texts: &[&str]) -> Briefing {
    briefing(&[("wells", texts.iter().copied().map(str::to_owned).collect())])
}

fn anchor(entry: &str, quote: &str) -> Anchor {
    Anchor {
        entry: EntryId::new(entry).unwrap(),
        quote: quote.to_owned(),
    }
}

const DUG: &str = "A well is dug by hand and a pump is bought.";
const SAND: &str = "Sand comes from the coast and pipes from Mali.";
const SUMMER: &str = "A well is dug by hand in summer, when the ground is dry.";
/// A quote of eight words, as in earlier versions.
const OLD: &str = "Sand comes from the coast and pipes from";

#[test]
fn finds_an_edited_paragraph_by_most_of_its_words() {
    for mended in [
        "Gravel comes from the coast and pipes from Mali.",
        "SAND comes, from the coast; and pipes from Mali!",
        "In summer all sand comes from the coast and the pipes from Mali.",
        "The coast of the north has much to sell: sand comes from there, the coast, and pipes from Niger.",
        "From the coast and pipes from Mali.",
        "Sand comes from the coast.\n- pipes from Mali",
    ] {
        let briefing = one_entry(&[DUG, SUMMER, mended, "More."]);
        let placed = briefing.placed(&anchor("wells", OLD));
        assert_eq!(placed, Placed::Paragraph(2), "{mended}");
    }
}

#[test]
fn half_of_the_words_are_not_a_match() {
    for other in [
        "Pipes come from Mali, and sand from the coast.",
        "Boats go to the coast and back from there.",
        "Sand is not dug here.",
    ] {
        let placed = one_entry(&[DUG, SUMMER, other]).placed(&anchor("wells", OLD));
        assert_eq!(placed, Placed::NotFound, "{other}");
    }
}

/// Common words are in every long paragraph, in any order, but far from each other.
#[test]
fn words_scattered_over_a_long_paragraph_are_not_a_match() {
    let long = ["the", "of", "in", "a", "to", "is", "by", "and"]
        .map(|word| format!("{word} one two three four five six seven eight nine ten"))
        .join(" ");
    let placed = one_entry(&[&long]).placed(&anchor("wells", "the of in a to is by and"));
    assert_eq!(placed, Placed::NotFound);
}

#[test]
fn finds_a_moved_paragraph_and_a_renamed_entry() {
    let moved = briefing(&[
        ("wells", vec![DUG.to_owned()]),
        ("pumps", vec![SUMMER.to_owned(), SAND.to_owned()]),
    ]);
    let renamed = briefing(&[("well", vec![DUG.to_owned(), SAND.to_owned()])]);
    let quotes = [OLD, SAND, "Gravel comes from the coast and pipes from Mali"];
    for quote in quotes.map(|quote| anchor("wells", quote)) {
        assert_eq!(moved.placed(&quote), Placed::Paragraph(2), "{quote:?}");
        assert_eq!(renamed.placed(&quote), Placed::Paragraph(1), "{quote:?}");
    }
}

#[test]
fn of_identical_paragraphs_only_one_in_its_entry_is_found() {
    let twice = |one: &str, other: &str| {
        briefing(&[
            ("dams", vec![DUG.to_owned(), SAND.to_owned()]),
            (one, vec![DUG.to_owned(), SAND.to_owned()]),
            (other, vec![DUG.to_owned(), SUMMER.to_owned()]),
        ])
    };
    let own = anchor("wells", SAND);
    assert_eq!(twice("wells", "pumps").placed(&own), Placed::Paragraph(3));
    assert_eq!(twice("pumps", "wells").placed(&own), Placed::NotFound);
    assert_eq!(twice("pumps", "pipes").placed(&own), Placed::NotFound);
    let both = one_entry(&[DUG, SAND, SAND]);
    assert_eq!(both.placed(&own), Placed::NotFound);
    // Both begin with it, and only one has nothing else.
    let longer = format!("{SAND} Both are dear.");
    for texts in [[SAND, &longer], [&longer, SAND]] {
        let at = texts.iter().position(|text| *text == SAND).unwrap();
        let briefing = one_entry(&texts);
        assert_eq!(briefing.placed(&own), Placed::Paragraph(at));
        let longer = Anchor::to(&briefing, 1 - at).unwrap();
        assert_eq!(briefing.placed(&longer), Placed::Paragraph(1 - at));
    }
}

#[test]
fn the_best_match_must_be_clearly_ahead() {
    let quote = "The Government of the Republic of Korea has agreed to pay";
    let alike = quote.replace("Korea", "Moldova");
    let far = quote.replace("Republic of Korea has agreed", "far islands did not agree");
    let both = one_entry(&[&alike, &quote.replace("Korea", "Malta")]);
    assert_eq!(both.placed(&anchor("wells", quote)), Placed::NotFound);
    let best = one_entry(&[&far, &alike]);
    assert_eq!(best.placed(&anchor("wells", quote)), Placed::Paragraph(1));
    let exact = one_entry(&[&alike, &quote.to_uppercase()]);
    assert_eq!(exact.placed(&anchor("wells", quote)), Placed::Paragraph(1));
}

#[test]
fn one_or_two_words_match_only_a_whole_text() {
    let briefing = one_entry(&["Mali has agreed.", "Partners:\n- Mali", "Malian crews"]);
    for (quote, placed) in [
        ("Mali", Placed::NotFound),
        ("Mali has", Placed::NotFound),
        ("Mali has agreed", Placed::Paragraph(0)),
        ("Partners:", Placed::Paragraph(1)),
        ("crews", Placed::NotFound),
        ("—", Placed::NotFound),
    ] {
        assert_eq!(briefing.placed(&anchor("wells", quote)), placed, "{quote}");
    }
}

#[test]
fn an_anchor_without_a_quote_is_about_the_entry() {
    let both = briefing(&[
        ("dams", vec![DUG.to_owned()]),
        ("wells", vec![SAND.to_owned()]),
    ]);
    let whole = anchor("wells", "");
    assert_eq!(both.placed(&whole), Placed::Entry(1));
    let gone = anchor("pumps", "");
    assert_eq!(both.placed(&gone), Placed::NotFound);
    assert_eq!(gone.sought(), "pumps");
}

#[test]
fn characters_are_words_in_scripts_without_spaces() {
    let before = "国际移徙与发展问题高级别对话的后续行动和执行情况,包括移徙者的人权";
    let after = before.replace("高级别对话", "全球论坛");
    let texts = [
        &*after,
        "移徙者的人权和发展问题是另一个段落的主题,与上文无关",
    ];
    let briefing = one_entry(&texts);
    let quote = Anchor::to(&one_entry(&[before]), 0).unwrap();
    assert_eq!(briefing.placed(&quote), Placed::Paragraph(0));
}

#[test]
fn a_quote_is_as_short_as_possible() {
    let numbered = |from, to| (from..to).map(|n| format!("word{n}")).collect::<Vec<_>>();
    let long = numbered(0, 500).join(" ");
    let other = [numbered(0, 40), numbered(900, 990)].concat().join(" ");
    let count = |texts: &[&str]| words(&Anchor::to(&one_entry(texts), 0).unwrap().quote).len();
    assert_eq!(count(&[&long]), 24);
    assert_eq!(
        count(&[&long, &other]),
        41,
        "the first word that tells them apart"
    );
    assert_eq!(count(&[&long, &long]), 64);
    let huge = "word ".repeat(300_000);
    assert_eq!(count(&[&huge]), 24);
    assert_eq!(Anchor::to(&one_entry(&[SAND]), 0).unwrap().quote, SAND);
    assert_eq!(Anchor::to(&one_entry(&[SAND]), 1), None);
}

/// Draws a paragraph whose words are in no other paragraph, except a few that are in all.
fn paragraph(nth: usize) -> impl Strategy<Value = Vec<String>> {
    vec(any::<Index>(), 3..60).prop_map(move |drawn| {
        let word = |(at, drawn): (usize, Index)| {
            let common = ["the", "of", "and", "in"].get(drawn.index(16));
            common.map_or_else(|| format!("w{nth}x{at}"), |word| (*word).to_owned())
        };
        drawn.into_iter().enumerate().map(word).collect()
    })
}

/// Returns whether another text has most of the words, in any order.
fn shares_most(quote: &str, other: &str) -> bool {
    let mut left: Vec<_> = other.split(' ').collect();
    let mut has = |word: &&str| {
        let at = left.iter().position(|other| other == word);
        at.map(|at| left.swap_remove(at)).is_some()
    };
    let count = quote.split(' ').count();
    quote.split(' ').filter(|word| has(word)).count() * 2 > count
}

/// Keeps at least half of the words, in order; replaces others or inserts between them.
fn edited(before: &[String], draws: &[(u8, Index)]) -> Vec<String> {
    let mut left = before.len() / 2;
    let mut after = Vec::new();
    for (nth, word) in before.iter().enumerate() {
        let (what, other) = draws[nth % draws.len()];
        let other = format!("new{}", other.index(20));
        match what % 6 {
            0 if left > 0 => left -= 1,
            1 if left > 0 => {
                left -= 1;
                after.push(other);
            }
            2 => after.extend([other, word.clone()]),
            _ => after.push(word.clone()),
        }
    }
    after
}

proptest! {
    #[test]
    fn a_new_anchor_leads_to_its_paragraph(
        texts in (0..9_usize).prop_flat_map(|count| {
            (0..count).map(paragraph).collect::<Vec<_>>()
        }),
    ) {
        let texts: Vec<_> = texts.iter().map(|words| words.join(" ")).collect();
        let briefing = briefing(&[("wells", texts)]);
        for at in 0..briefing.paragraphs().len() {
            let anchor = Anchor::to(&briefing, at).unwrap();
            prop_assert_eq!(briefing.placed(&anchor), Placed::Paragraph(at));
        }
    }

    /// After any edit, a note finds its own paragraph or none, whether it has a quote of this
    /// version or the eight words of older versions.
    #[test]
    fn after_an_edit_a_note_has_its_paragraph_or_none(
        texts in (1..9_usize).prop_flat_map(|count| {
            (0..count).map(paragraph).collect::<Vec<_>>()
        }),
        noted in any::<Index>(),
        draws in vec((any::<u8>(), any::<Index>()), 60),
        (is_moved, is_renamed, is_deleted) in any::<(bool, bool, bool)>(),
        order in any::<Index>(),
    ) {
        let noted = noted.index(texts.len());
        let all: Vec<_> = texts.iter().map(|words| words.join(" ")).collect();
        let half = all.len().div_ceil(2);
        let before = briefing(&[("one", all[..half].to_vec()), ("two", all[half..].to_vec())]);
        let new = Anchor::to(&before, noted).unwrap();
        let old = Anchor {
            quote: texts[noted].iter().take(8).cloned().collect::<Vec<_>>().join(" "),
            ..new.clone()
        };
        let after = edited(&texts[noted], &draws).join(" ");
        let mut rest = all.clone();
        rest.remove(noted);
        let is_its_own = |anchor: &&Anchor| {
            !rest.iter().any(|other| shares_most(&anchor.quote, other))
        };
        let anchors: Vec<_> = [&new, &old].into_iter().filter(is_its_own).collect();
        let at = if is_moved { order.index(rest.len() + 1) } else { noted };
        if !is_deleted {
            rest.insert(at, after.clone());
        }
        let half = half.min(rest.len());
        let ids = if is_renamed { ["one", "three"] } else { ["one", "two"] };
        let then = briefing(&[(ids[0], rest[..half].to_vec()), (ids[1], rest[half..].to_vec())]);
        for anchor in anchors {
            match then.placed(anchor) {
                Placed::Paragraph(found) => {
                    prop_assert!(!is_deleted);
                    prop_assert_eq!(then.paragraphs()[found].text(), after.as_str());
                }
                Placed::NotFound => prop_assert!(is_deleted || after != all[noted]),
                Placed::Entry(_) => prop_assert!(false, "no entry was asked for"),
            }
        }
    }

    /// At most a quarter of the words are lost and none are inserted, so the paragraph must be
    /// found.
    #[test]
    fn a_paragraph_that_keeps_most_of_its_words_is_found(
        texts in (2..9_usize).prop_flat_map(|count| {
            (0..count).map(paragraph).collect::<Vec<_>>()
        }),
        noted in any::<Index>(),
        (lost, is_replaced) in (any::<Index>(), any::<bool>()),
    ) {
        let noted = noted.index(texts.len());
        let all: Vec<_> = texts.iter().map(|words| words.join(" ")).collect();
        let before = briefing(&[("one", all.clone())]);
        let anchor = Anchor::to(&before, noted).unwrap();
        let mut after = texts[noted].clone();
        let count = after.len().min(24) / 4;
        let from = lost.index(after.len() - count + 1);
        let new: Vec<_> = (0..count * usize::from(is_replaced)).map(|n| format!("new{n}")).collect();
        after.splice(from..from + count, new);
        let mut then = all.clone();
        then[noted] = after.join(" ");
        for id in ["one", "two"] {
            let then = briefing(&[(id, then.clone())]);
            prop_assert_eq!(then.placed(&anchor), Placed::Paragraph(noted));
        }
    }

    #[test]
    fn any_anchor_is_resolved_without_a_panic(
        texts in vec(any::<String>(), 0..6),
        (entry, quote) in (any::<bool>(), any::<String>()),
        cut in any::<Index>(),
    ) {
        let briefing = briefing(&[("wells", texts.clone())]);
        let beginning = texts.first().cloned().unwrap_or_default();
        let end = beginning.floor_char_boundary(cut.index(beginning.len() + 1));
        for quote in [&quote, part(&beginning, 0..end)] {
            let anchor = anchor(if entry { "wells" } else { "pumps" }, quote);
            if let Placed::Paragraph(at) = briefing.placed(&anchor) {
                prop_assert!(at < texts.len());
            }
        }
        for at in 0..texts.len() {
            prop_assert!(Anchor::to(&briefing, at).is_some());
        }
    }
}
