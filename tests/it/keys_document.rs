//! docs/KEYS.md is the key table, written for people: `ROUNDTABLE_WRITE_DOCS=1 cargo test --test it
//! keys_document` writes it.

use std::fmt::Write as _;
use std::fs;

use roundtable::app::{Context, KeyMap};
use roundtable::messages::{HelpGroup, InterfaceLanguage, NoteSign};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/KEYS.md");

const LANGUAGE: InterfaceLanguage = InterfaceLanguage::English;

/// The parts of the screen of some contexts.
fn places(contexts: &[Context]) -> String {
    let places = Context::places(contexts).into_iter();
    let names: Vec<_> = places.map(|place| place.words(LANGUAGE)).collect();
    names.join(", ")
}

fn document() -> String {
    let mut text = String::from(
        "# Keys\n\n\
         <!-- Written by a test from the key table: see tests/it/keys_document.rs. -->\n\n\
         None of these needs AltGr on a US, French, German or Brazilian keyboard. `?` in the program lists\n\
         the keys that work where you are, and `roundtable keys` lists all keys with your changes.\n\n\
         Typing characters alone never changes a note, ends a turn, or quits while you could lose\n\
         something. Where `Enter` comes after other keys, those keys open a card, and only `Enter` acts.\n\n\
         To use other keys, write them under `[keys]` in `config.toml`, with the name of the action:\n\
         `save-note = \"Ctrl-s\"`, or a list of keys. They replace the keys below.\n",
    );
    let map = KeyMap::default();
    for group in HelpGroup::ALL {
        write!(text, "\n## {}\n\n", group.words(LANGUAGE).full).unwrap();
        if group == HelpGroup::Sign {
            text.push_str("| sign | means |\n|---|---|\n");
            for sign in NoteSign::ALL {
                let words = sign.words(LANGUAGE);
                writeln!(text, "| `{}` | {} |", words.typed, words.means).unwrap();
            }
            continue;
        }
        text.push_str("| keys | what they do | where | name |\n|---|---|---|---|\n");
        for row in map.rows().iter().filter(|row| row.action.group() == group) {
            let keys = row
                .keys_listed()
                .into_iter()
                .map(|keys| format!("`{keys}`"));
            let keys = keys.collect::<Vec<_>>().join(", ");
            let name = row.action.name();
            for (help, contexts) in row.by_help() {
                let (help, places) = (help.words(LANGUAGE).full, places(&contexts));
                writeln!(text, "| {keys} | {help} | {places} | `{name}` |").unwrap();
            }
        }
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
