//! No message names a key by itself: it asks the key table, which the configuration can change.

use std::fs;
use std::path::{Path, PathBuf};

/// The names of keys that no text has as an ordinary word.
const NAMES: [&str; 10] = [
    "Enter",
    "Esc",
    "Tab",
    "Shift-Tab",
    "Backspace",
    "PgUp",
    "PgDn",
    "Space",
    "Alt-Enter",
    "F1",
];

/// The files that are about keys: what they are called, and how they are bound.
const ABOUT_KEYS: [&str; 3] = [
    "src/app/input/key.rs",
    "src/app/input/keymap",
    "src/messages/english/bindings.rs",
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Returns the string literals of a file outside comments and tests, each with its line.
fn literals(source: &str) -> Vec<(usize, String)> {
    let code = source.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    for (at, line) in code.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        let line = line.replace("\\\"", "'").replace("'\"'", "");
        let inside = line.split('"').skip(1).step_by(2);
        found.extend(inside.map(|literal| (at + 1, literal.to_owned())));
    }
    found
}

/// Returns whether a text names a key, such as `press s` or `Enter goes there`.
fn names_a_key(literal: &str) -> bool {
    let words: Vec<_> = literal
        .split(|c: char| c.is_whitespace() || ";:,.()".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    let is_alone = words.len() == 1;
    let has_name = words.iter().any(|word| {
        let is_chord = ["Ctrl-", "Alt-"].iter().any(|held| word.starts_with(held));
        NAMES.contains(word) || is_chord
    });
    let mut pairs = words.iter().zip(words.iter().skip(1));
    let is_pressed = pairs.any(|(verb, key)| {
        let is_verb = ["press", "Press", "hit"].contains(verb);
        is_verb && (key.chars().count() == 1 || key.starts_with('\''))
    });
    is_pressed || has_name && !is_alone
}

#[test]
fn no_message_names_a_key_by_itself() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut broken = Vec::new();
    for room in ["src/app", "src/ui", "src/cli", "src/shell", "src/messages"] {
        let mut found = Vec::new();
        files(&root.join(room), &mut found);
        for file in found {
            let path = file.strip_prefix(root).unwrap();
            let is_test = path.components().any(|part| part.as_os_str() == "tests");
            let is_test = is_test || path.ends_with("tests.rs");
            if is_test || ABOUT_KEYS.iter().any(|about| path.starts_with(about)) {
                continue;
            }
            let source = fs::read_to_string(&file).unwrap();
            for (line, literal) in literals(&source) {
                if names_a_key(&literal) {
                    broken.push(format!("{}:{line}: {literal}", path.display()));
                }
            }
        }
    }
    assert!(
        broken.is_empty(),
        "ask `App::key_for` for these keys:\n{}",
        broken.join("\n")
    );
}

#[test]
fn a_key_in_a_message_is_seen() {
    for named in [
        "no one has the floor; press s to give it",
        "{count} missing: Enter goes there",
        "Any name; Alt-Enter corrects it",
        "mark {letter} set; press '{letter} to return here",
        "nothing found; Backspace deletes a letter",
    ] {
        assert!(names_a_key(named), "{named}");
    }
    for unnamed in [
        "no one has the floor; press {give} to give it",
        "press {key}, then {save} to save it as a note",
        "press the key itself",
        "Space",
    ] {
        assert!(!names_a_key(unnamed), "{unnamed}");
    }
}
