//! The mentions in the shipped paper, compared with those that a reader marked by hand.
//!
//! A line of `tests/fixtures/mentions.tsv` has a place (¶ or the id of an entry with a heading) and
//! the countries and groupings named there, with a question mark for perhaps.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use roundtable::gazetteer::{Gazetteer, Named};
use roundtable::store::load_briefing;

const CHECKED: &str = include_str!("../fixtures/mentions.tsv");

#[test]
fn finds_the_same_mentions_as_a_reader() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefing.toml");
    let briefing = load_briefing(&path).briefing.unwrap();
    let gazetteer = Gazetteer::new(briefing.aliases());
    let mut found = String::new();
    let mut add = |place: &str, text: &str| {
        let named: BTreeSet<String> = gazetteer
            .mentions(text)
            .iter()
            .map(|mention| {
                let name = match mention.named {
                    Named::Country(code) => code.to_string(),
                    Named::Grouping(id) => id.get().short.to_owned(),
                };
                name + if mention.is_certain { "" } else { "?" }
            })
            .collect();
        // A certain mention hides a doubtful one.
        let surely =
            |name: &&String| !named.contains(name.trim_end_matches('?')) || !name.ends_with('?');
        let named: Vec<_> = named.iter().filter(surely).cloned().collect();
        if !named.is_empty() {
            let named = named.join(" ");
            writeln!(found, "{place}\t{named}").unwrap();
        }
    };
    for entry in briefing.entries() {
        if entry.kind().has_heading() {
            add(entry.id().as_str(), entry.heading());
        }
        for paragraph in &briefing.paragraphs()[entry.paragraphs()] {
            add(&format!("¶{}", paragraph.number()), paragraph.text());
        }
    }
    let checked: BTreeSet<&str> = CHECKED
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let found: BTreeSet<&str> = found.lines().collect();
    let missing: Vec<_> = checked.difference(&found).collect();
    let too_many: Vec<_> = found.difference(&checked).collect();
    assert!(
        missing.is_empty() && too_many.is_empty(),
        "checked, not found: {missing:#?}\nfound, not checked: {too_many:#?}"
    );
}
