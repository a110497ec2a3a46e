//! docs/KEYS.md is the key table, written for people: `ROUNDTABLE_WRITE_DOCS=1 cargo test --test it
//! keys_document` writes it.

use std::fmt::Write as _;
use std::fs;

use roundtable::app::{Context, Group, KeyMap, Row, SIGNS};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/KEYS.md");

/// Returns the places where a row applies; `panes` are all three.
fn places(row: &Row) -> String {
    let panes = [Context::Contents, Context::Reader, Context::Notes];
    let has_panes = panes.iter().all(|pane| row.contexts.contains(pane));
    let rest = row.contexts.iter();
    let rest = rest.filter(|context| !(has_panes && panes.contains(context)));
    let names = has_panes.then_some("panes").into_iter();
    let names = names.chain(rest.map(|context| context.name()));
    names.collect::<Vec<_>>().join(", ")
}

fn document() -> String {
    let mut text = String::from(
        "# Keys\n\n\
         <!-- Written by a test from the key table: see tests/it/keys_document.rs. -->\n\n\
         None of these needs AltGr on a US, French, German or Brazilian keyboard. `?` in the program lists\n\
         the keys that work where you are, and `roundtable keys` those in force on your machine.\n\n\
         No sequence of characters alone changes a note, ends a turn, or quits while there is something to\n\
         lose. Where `Enter` comes after other keys, those keys open a card, and only `Enter` acts.\n\n\
         To use other keys, write them under `[keys]` in `config.toml`, with the name of the action:\n\
         `save-note = \"Ctrl-s\"`, or a list of keys. They replace the keys below.\n",
    );
    let map = KeyMap::default();
    for group in Group::ALL {
        write!(text, "\n## {}\n\n", group.title()).unwrap();
        text.push_str("| keys | what they do | where | name |\n|---|---|---|---|\n");
        for row in map.rows() {
            let words = row.contexts.iter().map(|at| row.action.words(*at));
            let words: Vec<_> = words.collect();
            if words.first().is_none_or(|(_, _, of)| *of != group) {
                continue;
            }
            let mut helps: Vec<_> = words.iter().map(|(_, help, _)| *help).collect();
            helps.dedup();
            let keys = row
                .keys_listed()
                .into_iter()
                .map(|keys| format!("`{keys}`"));
            let keys = keys.collect::<Vec<_>>().join(", ");
            let help = helps.join("; or ");
            let (places, name) = (places(row), row.action.name());
            writeln!(text, "| {keys} | {help} | {places} | `{name}` |").unwrap();
        }
    }
    text.push_str("\n## Signs in a note\n\n| sign | means |\n|---|---|\n");
    for (sign, meaning) in SIGNS {
        writeln!(text, "| `{sign}` | {meaning} |").unwrap();
    }
    text
}

#[test]
fn the_document_of_keys_is_the_key_table() {
    let wanted = document();
    if std::env::var_os("ROUNDTABLE_WRITE_DOCS").is_some() {
        fs::write(PATH, &wanted).unwrap();
    }
    let written = fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        written == wanted,
        "docs/KEYS.md is out of date; write it with\n\
         ROUNDTABLE_WRITE_DOCS=1 cargo test --test it keys_document"
    );
}

#[test]
fn every_action_in_force_is_in_the_document() {
    let document = document();
    for row in KeyMap::default().rows() {
        let name = format!("`{}` |", row.action.name());
        assert!(document.contains(&name), "{name}");
    }
}
