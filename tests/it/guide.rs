//! The documents for users: their keys are bound, their commands run, and their examples are true.
//!
//! A comment `<!-- try: KEYS => TEXT -->` in a document is an example: after these keys, in the
//! notation of `--keys`, a row of the screen has this text.

use std::fs;
use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use roundtable::app::{KeyMap, Step, WARNING};
use roundtable::model::NoteKind;

use crate::commands::Shell;
use crate::world::World;

const PAPER: &str = include_str!("../../briefing.toml");
const GUIDE: &str = include_str!("../../docs/GUIDE.md");
const README: &str = include_str!("../../README.md");

/// The texts in code marks that are neither keys nor commands, and in no example.
const OTHER_WORDS: [&str; 22] = [
    "$EDITOR",
    "$USER",
    "$VISUAL",
    "--author",
    "--author ana",
    "--json",
    "--yes",
    "NO_COLOR",
    "[keys]",
    "briefing.notes.ana.toml",
    "briefing.toml",
    "check",
    "code --wait",
    "drafts are not kept",
    "paragraph not found",
    "report --final",
    "tests/fixtures/small.toml",
    "user.name",
    "~/.config/roundtable/config.toml",
    "~/.local/state/roundtable/",
    "LICENSES/MIT-data-tables.txt",
    "LICENSES/Unicode-3.0.txt",
];

/// An example of a document.
struct Example {
    keys: String,
    shows: String,
}

/// The parts of a document that a test can check.
#[derive(Default)]
struct Parts {
    /// The texts in code marks, in their order.
    spans: Vec<String>,
    examples: Vec<Example>,
    /// The code blocks, each with its language.
    blocks: Vec<(String, String)>,
}

fn parts(document: &str) -> Parts {
    let mut parts = Parts::default();
    let mut block = None;
    for event in Parser::new_ext(document, Options::ENABLE_TABLES) {
        match event {
            Event::Code(span) => {
                parts.spans.push(span.into_string());
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                block = Some((language.into_string(), String::new()));
            }
            Event::Text(text) => {
                if let Some((_, content)) = &mut block {
                    content.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => parts.blocks.extend(block.take()),
            Event::Html(html) | Event::InlineHtml(html) => {
                let comment = html.trim().strip_prefix("<!-- try: ");
                if let Some(comment) = comment.and_then(|rest| rest.strip_suffix(" -->")) {
                    parts.examples.push(example(comment));
                }
            }
            _ => {}
        }
    }
    parts
}

fn example(comment: &str) -> Example {
    let (keys, shows) = comment
        .split_once("=> ")
        .unwrap_or_else(|| panic!("no => in {comment}"));
    Example {
        keys: keys.strip_suffix(' ').unwrap_or(keys).to_owned(),
        shows: shows.to_owned(),
    }
}

/// Returns the command lines of a document, without their comments.
fn commands(parts: &Parts) -> Vec<String> {
    let shell = parts.blocks.iter().filter(|(language, _)| language == "sh");
    let lines = shell.flat_map(|(_, block)| block.lines());
    let lines = lines.map(|line| line.split(" #").next().unwrap().trim().to_owned());
    let all = lines.chain(parts.spans.iter().cloned());
    all.filter(|line| is_command(line)).collect()
}

fn is_command(text: &str) -> bool {
    text == "roundtable" || text.starts_with("roundtable ")
}

/// Returns whether these keys, in the notation of docs/KEYS.md, are a binding or begin one.
fn is_bound(keys: &str) -> bool {
    let map = KeyMap::default();
    let steps = Step::sequence(keys);
    map.rows().iter().any(|row| {
        let begins = |steps: &Vec<Step>| row.keys.iter().any(|keys| keys.starts_with(steps));
        row.keys_listed().iter().any(|listed| listed == keys) || steps.as_ref().is_some_and(begins)
    })
}

/// Returns the code marks of a document that are not known.
fn unknown(document: &str) -> Vec<String> {
    let parts = parts(document);
    let is_tried = |span: &str| {
        let mut examples = parts.examples.iter();
        examples.any(|it| it.keys.contains(span) || it.shows.contains(span))
    };
    let spans = parts.spans.iter().filter(|span| {
        let is_other = OTHER_WORDS.contains(&span.as_str()) || is_command(span);
        !is_other && !is_bound(span) && !is_tried(span)
    });
    spans.cloned().collect()
}

#[test]
fn every_key_in_the_guide_is_bound() {
    assert_eq!(unknown(GUIDE), Vec::<String>::new());
}

#[test]
fn every_key_in_the_readme_is_bound() {
    assert_eq!(unknown(README), Vec::<String>::new());
}

#[test]
fn a_key_that_is_not_bound_is_seen() {
    for keys in ["B", "t z Enter", "gz", "Ctrl-q", "roundtables"] {
        assert_eq!(unknown(&format!("Press `{keys}`.")), [keys]);
    }
    for keys in [
        "t",
        "t e",
        "t e Enter",
        "gn",
        "mx",
        "g number Enter",
        "Ctrl-d",
    ] {
        assert_eq!(unknown(&format!("Press `{keys}`.")), Vec::<String>::new());
    }
}

/// Checks the examples of a document, each in a program of its own.
fn assert_examples(document: &str, at_least: usize) {
    let examples = parts(document).examples;
    assert!(examples.len() >= at_least, "{}", examples.len());
    let mut wrong = Vec::new();
    for Example { keys, shows } in &examples {
        let mut world = World::on(PAPER, 110, 40);
        world.press(keys);
        // A report is written on a thread of its own, which always ends.
        world.wait_until(|world| !world.shows("writing…"));
        if !world.shows(shows) {
            wrong.push(format!("{keys} => {shows}\n{}", world.screen()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_examples_of_the_guide_are_true() {
    assert_examples(GUIDE, 70);
}

#[test]
fn the_examples_of_the_readme_are_true() {
    assert_examples(README, 5);
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the documents of the project, each with its path and its text.
fn documents() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["", "docs/"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{folder}{}", entry.file_name().to_str().unwrap());
            if entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "md")
            {
                found.push((name, fs::read_to_string(entry.path()).unwrap()));
            }
        }
    }
    assert!(found.len() > 9, "{found:?}");
    found
}

/// Returns a folder with the paper that comes with the program, and the files that documents name.
fn folder() -> Shell {
    let shell = Shell::new();
    fs::write(shell.path("briefing.toml"), PAPER).unwrap();
    fs::create_dir_all(shell.path("tests/fixtures")).unwrap();
    let small = "tests/fixtures/small.toml";
    fs::copy(root().join(small), shell.path(small)).unwrap();
    shell
}

#[test]
fn every_command_of_guide_and_readme_runs() {
    for document in [GUIDE, README] {
        let shell = folder();
        let commands = commands(&parts(document));
        assert!(!commands.is_empty());
        for line in commands {
            let words = shlex::split(&line).unwrap();
            let words: Vec<_> = words.iter().skip(1).map(String::as_str).collect();
            let (status, _, err) = shell.run(&words);
            assert_eq!(status, 0, "{line}\n{err}");
        }
    }
}

#[test]
fn every_command_in_the_documents_is_understood() {
    let shell = folder();
    for (name, document) in documents() {
        for line in commands(&parts(&document)) {
            let line = line.split(" >").next().unwrap();
            let mut words = shlex::split(line).unwrap();
            let end = words.iter().position(|word| word == "--");
            words.insert(end.unwrap_or(words.len()), "--help".to_owned());
            let words: Vec<_> = words.iter().skip(1).map(String::as_str).collect();
            let (status, _, err) = shell.run(&words);
            assert_eq!(status, 0, "{name}: {line}\n{err}");
        }
    }
}

#[test]
fn every_key_in_the_documents_is_bound() {
    for (name, document) in documents() {
        for span in parts(&document).spans {
            // A sign of a note, and an arm of a match.
            let is_other = [":", "_"].contains(&span.as_str());
            let is_key = !is_other && Step::sequence(&span).is_some();
            assert!(!is_key || is_bound(&span), "{name}: {span}");
        }
    }
}

#[test]
fn every_source_file_in_the_documents_exists() {
    let folders = ["src/", "tests/", "benches/", "docs/", "fuzz/", "LICENSES/"];
    for (name, document) in documents() {
        let spans = parts(&document).spans.into_iter();
        for path in spans.filter(|span| folders.iter().any(|folder| span.starts_with(folder))) {
            assert!(root().join(&path).exists(), "{name}: {path}");
        }
    }
}

#[test]
fn the_settings_and_the_paper_in_the_guide_have_no_mistakes() {
    let parts = parts(GUIDE);
    let blocks = parts
        .blocks
        .iter()
        .filter(|(language, _)| language == "toml");
    let blocks: Vec<_> = blocks.map(|(_, block)| block).collect();
    let [paper, settings] = blocks.as_slice() else {
        panic!("{blocks:?}")
    };
    let shell = folder();
    fs::write(shell.path("briefing.toml"), paper).unwrap();
    let (status, out, err) = shell.run(&["check"]);
    assert_eq!((status, err.as_str()), (0, ""), "{out}");
    let config = shell.path("home/.config/roundtable");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("config.toml"), settings).unwrap();
    let (status, out, err) = shell.run(&["keys"]);
    assert_eq!((status, err.as_str()), (0, ""));
    let changed = out.lines().filter(|line| line.ends_with("· changed"));
    let changed: Vec<_> = changed
        .map(|line| line.split("  ").next().unwrap())
        .collect();
    assert_eq!(changed, ["/ F3", "Ctrl-s", "/ F3"], "{out}");
}

#[test]
fn the_readme_leads_to_every_document() {
    for name in [
        "docs/GUIDE.md",
        "docs/KEYS.md",
        "docs/TEAM.md",
        "docs/REPORT.md",
        "docs/SEARCH.md",
        "docs/COUNTRIES.md",
        "docs/ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CHANGELOG.md",
    ] {
        assert!(README.contains(&format!("]({name})")), "{name}");
    }
}

#[test]
fn the_documents_name_the_oldest_rust_that_works() {
    let oldest = format!("{} or newer", env!("CARGO_PKG_RUST_VERSION"));
    for document in [README, include_str!("../../CONTRIBUTING.md")] {
        assert!(document.contains(&oldest), "{oldest}");
    }
}

#[test]
fn the_guide_names_every_kind_of_note_and_the_time_of_the_warning() {
    let (_, kinds) = GUIDE.split_once("The kinds are").unwrap();
    let (kinds, _) = kinds.split_once("\n\n").unwrap();
    for kind in NoteKind::ALL.iter().filter(|kind| **kind != NoteKind::Note) {
        assert!(kinds.contains(kind.name()), "{kind:?}");
    }
    let warning = format!("warns {WARNING} seconds before");
    assert!(GUIDE.contains(&warning), "{warning}");
}

#[test]
fn the_links_of_the_documents_lead_to_files() {
    for (name, document) in documents() {
        let path = root().join(&name);
        for event in Parser::new(&document) {
            if let Event::Start(Tag::Link { dest_url, .. }) = event {
                let target = dest_url.split('#').next().unwrap();
                let is_file = !target.contains("://") && !target.is_empty();
                let file = path.parent().unwrap().join(target);
                assert!(!is_file || file.exists(), "{name}: {target}");
            }
        }
    }
}
