//! Sentences for people belong in the room `messages`, where each language has its words.

use std::collections::BTreeSet;

use roundtable::messages::table;

use super::{Source, sources};

/// The rooms without sentences, or parts of rooms such as `app/floor`.
const WITHOUT_SENTENCES: &[&str] = &["report", "search", "cli", "app", "ui"];

const SPEAKER: &str = "a speaker, as notes files have it";

/// Literals that may stay where they are: the file, how they begin, and why.
const EXCEPTIONS: [(&str, &str, &str); 9] = [
    (
        "search/stop_words.rs",
        "a about all",
        "words to look for, not to show",
    ),
    (
        "app/input/keymap/table.rs",
        "g NUMBER",
        "the notation of keys",
    ),
    ("app/notes/grammar.rs", "Civil society", SPEAKER),
    ("app/notes/grammar.rs", "Private sector", SPEAKER),
    ("app/notes/grammar.rs", "Trade unions", SPEAKER),
    ("app/notes/grammar.rs", "UN Women", SPEAKER),
    ("app/notes/grammar.rs", "World Bank", SPEAKER),
    ("cli/find.rs", "Quote a phrase twice", "help of clap"),
    ("cli/options.rs", "roundtable [OPTIONS]", "usage of clap"),
];

#[test]
fn sentences_are_in_the_room_of_messages() {
    let mut found = Vec::new();
    let mut unused: BTreeSet<_> = EXCEPTIONS.into_iter().collect();
    for Source { path, code, .. } in sources() {
        let is_without = WITHOUT_SENTENCES.iter().any(|part| path.starts_with(part));
        if !is_without || path.contains("/tests/") || path.ends_with("tests.rs") {
            continue;
        }
        let production = code.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for literal in literals(production) {
            let may_stay = unused.iter().copied().find(|(file, beginning, _)| {
                *file == path && literal.trim_start().starts_with(beginning)
            });
            match may_stay {
                Some(exception) => drop(unused.remove(&exception)),
                None if is_sentence(&literal) => {
                    found.push(format!("{path}: {literal:?}"));
                }
                None => (),
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(unused.is_empty(), "exceptions without a use: {unused:?}");
}

/// `messages::table` has every enum with samples.
#[test]
fn the_table_of_messages_is_complete() {
    let mut listed = BTreeSet::new();
    for row in table() {
        listed.insert(row.id.split("::").next().unwrap().to_owned());
    }
    let room = sources().into_iter().filter(|it| it.room == "messages");
    let room = room.filter(|it| it.path != "messages/samples.rs");
    let enums: BTreeSet<_> = room
        .flat_map(|it| {
            let lists = it.code.split("\nsamples!(").skip(1);
            let names = lists.filter_map(|list| list.split([':', '<']).next());
            names.map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(listed, enums);
}

#[test]
fn the_reader_of_literals_finds_sentences_only() {
    let code = r##"
        #[arg(help = "an attribute of clap")] // a "comment in quotes"
        #[error("an error of thiserror: {0}")]
        fn f<'a>(c: char) { /* a "block comment" */
            g('"', '\'', "no \"key\" message", r#"raw "words" too"#);
            g("%Y-%m-%d %H:%M", "<w:p w:val=\"x\"> <w:r/>", "{one} {other}", "first \
                 second", "key_messages", b"two words");
        }
    "##;
    let sentences: Vec<_> = literals(code)
        .into_iter()
        .filter(|it| is_sentence(it))
        .collect();
    let expected = [
        "an error of thiserror: {0}",
        "no \"key\" message",
        "raw \"words\" too",
        "first second",
        "two words",
    ];
    assert_eq!(sentences, expected);
}

/// Returns whether a literal has two words besides the names of its arguments. Formats of time, XML
/// and keys are no words.
fn is_sentence(literal: &str) -> bool {
    let mut depth = 0;
    let fixed = literal.chars().filter(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => (),
        }
        depth == 0 && *c != '}'
    });
    let fixed: String = fixed.collect();
    let words = fixed.split_whitespace().filter(|word| {
        let word = word.trim_matches(|c: char| ".,;:!?()…\"'“”‘’–-".contains(c));
        let is_letter = |c: char| c.is_alphabetic() || "-'’".contains(c);
        word.chars().count() > 1 && word.chars().all(is_letter)
    });
    words.count() > 1
}

/// Returns the string literals of Rust code, without those in comments and in attributes other than
/// `#[error(…)]`.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut brackets = 0;
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let after = rest.strip_prefix(c).unwrap();
        let is_attribute = rest.starts_with("#[") || rest.starts_with("#![");
        rest = if rest.starts_with("//") {
            past(after, "\n")
        } else if rest.starts_with("/*") {
            past(after, "*/")
        } else if is_attribute && !rest.starts_with("#[error(") {
            brackets = 1;
            past(after, "[")
        } else if let Some((text, after)) = raw(rest).or_else(|| quoted(rest)) {
            found.extend((brackets == 0).then_some(text));
            after
        } else if c == '\'' {
            past_character(after)
        } else {
            match c {
                '[' if brackets > 0 => brackets += 1,
                ']' if brackets > 0 => brackets -= 1,
                _ => (),
            }
            after
        };
    }
    found
}

fn past<'a>(rest: &'a str, end: &str) -> &'a str {
    rest.split_once(end).map_or("", |(_, after)| after)
}

/// Reads a literal such as `r#"…"#`.
fn raw(rest: &str) -> Option<(String, &str)> {
    let hashes = rest.strip_prefix('r')?;
    let body = hashes.trim_start_matches('#');
    let end = format!("\"{}", "#".repeat(hashes.len() - body.len()));
    let (text, after) = body.strip_prefix('"')?.split_once(&end)?;
    Some((text.to_owned(), after))
}

/// Reads a literal in quotes.
fn quoted(rest: &str) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut chars = rest.strip_prefix('"')?.chars();
    loop {
        match chars.next()? {
            '"' => return Some((text, chars.as_str())),
            '\\' => match chars.next()? {
                '\n' => chars = chars.as_str().trim_start().chars(),
                'n' => text.push('\n'),
                escaped => text.push(escaped),
            },
            c => text.push(c),
        }
    }
}

/// Skips the rest of a character literal; a lifetime has no second quote.
fn past_character(rest: &str) -> &str {
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some('\\'), Some(_)) => past(chars.as_str(), "'"),
        (Some(_), Some('\'')) => chars.as_str(),
        _ => rest,
    }
}
