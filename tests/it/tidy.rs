//! The rules of the house: which room may import which, which crates it may name, how long a file
//! may be; inside a room, see [`inside`].

mod sentences;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

mod inside;
mod locks;
mod source;

/// The most lines of a file: it can still be read in one go.
const MAX_LINES: usize = 400;

/// Files that may be longer, each with the reason: one exhaustive table, which would be harder to
/// read in parts.
const LONG_FILES: &[(&str, &str)] = &[];

/// A room, the rooms it may import, and the crates it may name besides `std`.
type Rule = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

/// The rooms, bottom first: a room may import only rooms above its own line.
const ROOMS: &[Rule] = &[
    (
        "text",
        &[],
        &[
            "unicode_linebreak",
            "unicode_normalization",
            "unicode_segmentation",
            "unicode_width",
        ],
    ),
    ("model", &["text"], &["jiff", "thiserror", "uuid"]),
    ("messages", &["text", "model"], &["jiff"]),
    ("gazetteer", &["text", "model"], &["jiff", "strsim"]),
    (
        "search",
        &["text", "model", "messages", "gazetteer"],
        &["fuzzy_matcher", "strsim"],
    ),
    (
        "report",
        &["text", "model", "messages", "gazetteer"],
        &["csv", "jiff", "minijinja", "serde", "serde_json", "zip"],
    ),
    (
        "store",
        &["text", "model", "messages", "gazetteer"],
        &[
            "annotate_snippets",
            "etcetera",
            "jiff",
            "pulldown_cmark",
            "rustix",
            "serde",
            "strsim",
            "tempfile",
            "thiserror",
            "toml",
            "uuid",
        ],
    ),
    (
        "app",
        &["text", "model", "messages", "gazetteer", "search", "report"],
        &["jiff", "unicode_segmentation"],
    ),
    (
        "ui",
        &[
            "text",
            "model",
            "messages",
            "gazetteer",
            "search",
            "report",
            "app",
        ],
        &["ratatui"],
    ),
    (
        "shell",
        &[
            "text", "model", "messages", "search", "report", "store", "app", "ui",
        ],
        &[
            "crossterm",
            "jiff",
            "ratatui",
            "rustix",
            "shlex",
            "signal_hook",
            // In its tests.
            "tempfile",
            "uuid",
        ],
    ),
    (
        "cli",
        &[
            "text",
            "model",
            "messages",
            "gazetteer",
            "search",
            "report",
            "store",
            "app",
            "ui",
            "shell",
        ],
        &["anyhow", "clap", "ratatui", "serde_json", "unicode_width"],
    ),
];

#[test]
fn rooms_only_import_downwards() {
    let allowed: BTreeMap<_, _> = ROOMS.iter().map(|(room, may, _)| (*room, *may)).collect();
    let mut broken = Vec::new();
    for Source {
        room, path, code, ..
    } in sources()
    {
        let Some(may) = allowed.get(room.as_str()) else {
            broken.push(format!("{path}: the room `{room}` is not in ROOMS"));
            continue;
        };
        for target in crate_roots(&code) {
            if target != room && !may.contains(&target.as_str()) {
                broken.push(format!("{path}: `{room}` must not import `{target}`"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// A rule can only permit imports of rooms listed above it, so a cycle cannot be written.
#[test]
fn rooms_are_listed_bottom_up() {
    for (at, (room, may, _)) in ROOMS.iter().enumerate() {
        for target in *may {
            let stands_above = ROOMS.iter().take(at).any(|(above, ..)| above == target);
            assert!(
                stands_above,
                "`{room}` permits `{target}`, which is not above it"
            );
        }
    }
}

#[test]
fn rooms_name_only_their_own_crates() {
    let all: BTreeSet<_> = ROOMS
        .iter()
        .flat_map(|(_, _, crates)| *crates)
        .copied()
        .collect();
    let mut broken = Vec::new();
    for Source {
        room, path, code, ..
    } in sources()
    {
        let rule = ROOMS.iter().find(|(name, ..)| *name == room);
        let may = rule.map_or(&[][..], |(_, _, crates)| *crates);
        let foreign = all.iter().filter(|name| !may.contains(name));
        let named = foreign.filter(|name| names_crate(&code, name));
        broken.extend(named.map(|name| format!("{path}: `{room}` must not name `{name}`")));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Only the `sys` modules name an operating system, so that another system means another file.
#[test]
fn only_the_seam_names_the_system() {
    const SEAMS: [&str; 2] = ["store/sys/", "shell/sys/"];
    let mut broken = Vec::new();
    for Source { path, code, .. } in sources() {
        let is_outside = !SEAMS.iter().any(|seam| path.starts_with(seam));
        let systems = ["std::os::", "rustix::"].into_iter();
        let named = systems.filter(|name| is_outside && code.contains(name));
        broken.extend(named.map(|name| format!("{path}: `{name}` belongs in {SEAMS:?}")));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Every dependency that the program is built with belongs to a room.
#[test]
fn every_crate_has_a_room() {
    let manifest = read(&root().join("Cargo.toml"));
    let section = manifest.split("[dependencies]").nth(1).unwrap();
    let section = section.split("\n[").next().unwrap();
    let all: BTreeSet<_> = ROOMS
        .iter()
        .flat_map(|(_, _, crates)| *crates)
        .copied()
        .collect();
    for line in section.lines().filter_map(|line| line.split_once(" = ")) {
        let name = line.0.trim().replace('-', "_");
        assert!(
            all.contains(name.as_str()),
            "no room names the crate `{name}`"
        );
    }
}

#[test]
fn files_stay_readable() {
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches", "examples", "fuzz"] {
        walk(&root().join(folder), &mut files);
    }
    let long = files.into_iter().filter_map(|path| {
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        (read(&path).lines().count() > MAX_LINES).then_some(name)
    });
    let long: BTreeSet<_> = long.collect();
    let may_be: BTreeSet<_> = LONG_FILES
        .iter()
        .map(|(path, _)| (*path).to_owned())
        .collect();
    assert_eq!(long, may_be, "longer than {MAX_LINES} lines; LONG_FILES");
}

/// The table in `docs/ARCHITECTURE.md` has every room, bottom first.
#[test]
fn the_architecture_document_shows_every_room() {
    let document = read(&root().join("docs/ARCHITECTURE.md"));
    let (table, _) = document.split_once("## Inside `app`").unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let shown: Vec<_> = rows.filter_map(|row| row.split('`').next()).collect();
    let rooms: Vec<_> = ROOMS.iter().map(|(room, ..)| *room).collect();
    assert_eq!(shown, rooms);
}

struct Source {
    room: String,
    path: String,
    text: String,
    /// The text without comments.
    code: String,
}

/// Returns every file under `src/` except the two roots, without comments.
fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut files = Vec::new();
    walk(&src, &mut files);
    let sources = files.into_iter().filter_map(|path| {
        let inside = path.strip_prefix(&src).unwrap();
        let first = inside
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_str()
            .unwrap();
        let room = first.trim_end_matches(".rs").to_owned();
        let text = read(&path);
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code = code.collect::<Vec<_>>().join("\n");
        let path = inside.display().to_string();
        (!["lib", "main"].contains(&room.as_str())).then_some(Source {
            room,
            path,
            text,
            code,
        })
    });
    sources.collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            // Skips the build folders of the packages in subfolders.
            if !path.ends_with("target") {
                walk(&path, files);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Returns whether a path begins with `name::`.
fn names_crate(code: &str, name: &str) -> bool {
    let path = format!("{name}::");
    code.match_indices(&path).any(|(at, _)| {
        let before = code.get(..at).unwrap_or_default();
        let goes_on = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
        !before.ends_with(goes_on)
    })
}

/// Returns the first path segment after each `crate::`, including groups.
fn crate_roots(code: &str) -> Vec<String> {
    code.split("crate::").skip(1).flat_map(heads).collect()
}

fn heads(rest: &str) -> Vec<String> {
    let word = |text: &str| {
        let letters = text
            .trim()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_');
        letters.collect::<String>()
    };
    let Some(group) = rest.strip_prefix('{') else {
        return vec![word(rest)];
    };
    let (mut depth, mut found, mut start) = (0, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' | ',' if depth == 0 => {
                found.push(word(group.get(start..at).unwrap_or_default()));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => (),
        }
    }
    found.retain(|name| !name.is_empty());
    found
}
