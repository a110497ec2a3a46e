//! Tests notes after the paper was edited: each is on its paragraph, or the program says in the
//! same words everywhere that the paragraph was not found.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;

use roundtable::app::MouseDoes;
use serde_json::{Value, json};

use crate::commands::Shell;
use crate::world::World;

const BEFORE: &str = r#"schema = 1

[paper]
title = "Wells and pumps"
session = "RT 7"
event = "Forum on water"
language = "en"

[[context]]
id = "wells"
heading = "Wells"
at = "§1"
text = """
A well is dug by hand and a pump is bought.

Sand comes from the coast and pipes from Mali.

A well is dug by hand in summer, when the ground is dry.
"""

[[context]]
id = "pumps"
heading = "Pumps"
at = "§2"
text = """
Other words entirely are in this paragraph.
"""

[[examples]]
id = "dam"
title = "Mali: the dam"
countries = ["ML"]
at = "§3"
text = "The dam holds water for two dry years."

[[questions]]
id = "q1"
at = "§4"
text = "Who pays for the pump?"
"#;

/// Returns the paper with a new paragraph at the beginning, one edited, one rewritten, and two
/// renamed entries.
fn after() -> String {
    BEFORE
        .replace(
            "A well is dug by hand and",
            "Water is dear.\n\nA well is dug by hand and",
        )
        .replace("Sand comes", "Gravel comes")
        .replace(SUMMER, "Nobody knows how deep one has to go.")
        .replace("\"pumps\"", "\"pump\"")
        .replace("\"dam\"", "\"great-dam\"")
}

const SUMMER: &str = "A well is dug by hand in summer, when the ground is dry.";
const LOST: &str =
    "paragraph not found: “A well is dug by hand in summer, when the ground is dry.”";

/// Notes by another program: on a whole entry, and on one that no longer exists.
const BY_HAND: &str = r#"[notes]
schema = 1
author = "bo"

[[note]]
id = "whole"
at = 2010-11-10T12:00:00-06:00
question = "q1"
entry = "wells"
text = "on Mali and all wells"

[[note]]
id = "gone"
at = 2010-11-10T12:01:00-06:00
question = "q1"
entry = "pumps"
text = "on Mali and all pumps"

[[note]]
id = "old"
at = 2010-11-10T12:02:00-06:00
question = "q1"
entry = "wells"
quote = "Sand comes from the coast and pipes from"
text = "on Mali, in the eight words of older versions"
"#;

/// Makes notes on all paragraphs, and adds those of the other program.
fn noted(size: (u16, u16)) -> World {
    let mut world = World::on(BEFORE, size.0, size.1);
    for paragraph in 1..=5 {
        let text = format!("iIOM: words on Mali {paragraph} q1 p{paragraph}<Enter>");
        world.press(&text);
    }
    fs::write(world.path("briefing.notes.bo.toml"), BY_HAND).unwrap();
    world.wait_until(|world| world.shows("Notes 8"));
    world
}

/// Returns a shell with the same files.
fn shell_on(world: &World) -> Shell {
    let shell = Shell::new();
    for name in [
        "briefing.toml",
        "briefing.notes.ana.toml",
        "briefing.notes.bo.toml",
    ] {
        fs::copy(world.path(name), shell.path(name)).unwrap();
    }
    shell
}

fn reread(world: &mut World) {
    world.rewrite(&after());
    world.wait_until(|world| world.shows("Water is dear"));
}

fn json_of(shell: &Shell, arguments: &[&str]) -> Value {
    let (_, out, err) = shell.run(arguments);
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}{err}"))
}

/// The number of the paragraph and whether it was not found, by the number of the note.
type Places = BTreeMap<u64, (u64, bool)>;

fn places<'v>(notes: impl IntoIterator<Item = &'v Value>, number: &str) -> Places {
    let place = |note: &Value| {
        let place = if note["cites"].is_object() {
            &note["cites"]
        } else {
            note
        };
        let paragraph = place["paragraph"].as_u64().unwrap_or_default();
        let is_lost = place["paragraph_not_found"].as_bool().unwrap();
        (note[number].as_u64().unwrap(), (paragraph, is_lost))
    };
    notes.into_iter().map(place).collect()
}

/// Returns the places after the edit: the same paragraphs, a whole entry, or not found.
fn expected() -> Places {
    let places = [2, 3, 0, 5, 6, 0, 0, 3].into_iter();
    let is_lost = |number| [3, 7].contains(&number);
    (1..)
        .zip(places)
        .map(|(number, at)| (number, (at, is_lost(number))))
        .collect()
}

#[test]
fn all_json_outputs_agree_on_every_note_after_an_edit() {
    let mut world = noted((150, 60));
    reread(&mut world);
    let shell = shell_on(&world);
    let listed = json_of(&shell, &["notes", "--json"]);
    let listed = listed["notes"].as_array().unwrap();
    assert_eq!(places(listed, "number"), expected());
    assert_eq!(listed[2]["quote"], SUMMER);
    assert_eq!(
        (&listed[5]["paragraph"], &listed[5]["entry"]),
        (&json!(null), &json!("wells"))
    );
    let report = json_of(&shell, &["report", "--format", "json", "--annex"]);
    assert_eq!(
        places(report["record"].as_array().unwrap(), "note"),
        expected()
    );
    let points = report["themes"][0]["discussion"]["points"]
        .as_array()
        .unwrap();
    assert_eq!(places(points, "note"), expected());
    let gone = report["gaps"].as_array().unwrap().iter();
    let gone = gone
        .filter(|gap| gap["gap"] == "paragraph_gone")
        .map(|gap| &gap["note"]);
    assert_eq!(gone.collect::<Vec<_>>(), [3, 7]);
    let dossier = json_of(&shell, &["country", "mali", "--json"]);
    assert_eq!(
        places(dossier["notes"].as_array().unwrap(), "number"),
        expected()
    );
    let found = json_of(&shell, &["find", "--json", "mali", "in:notes"]);
    let by_id: BTreeMap<_, _> = listed
        .iter()
        .map(|note| (note["id"].as_str(), note))
        .collect();
    let hits = found["hits"].as_array().unwrap();
    assert_eq!(hits.len(), listed.len());
    for hit in hits {
        let note = by_id[&hit["id"].as_str()];
        for key in ["paragraph", "paragraph_not_found"] {
            assert_eq!(hit[key], note[key], "{hit}");
        }
    }
}

#[test]
fn the_screen_and_the_shell_show_the_same_places() {
    let mut world = noted((150, 60));
    reread(&mut world);
    let shell = shell_on(&world);
    let (_, out, err) = shell.run(&["notes"]);
    let rows: Vec<_> = out.lines().collect();
    let (_, csv, _) = shell.run(&["report", "--format", "csv"]);
    let table: Vec<_> = csv.lines().skip(1).collect();
    for (number, (paragraph, is_lost)) in expected() {
        let at = usize::try_from(number).unwrap() - 1;
        let head = world.row_with(&format!("#{number} "));
        let outputs = [rows[at], &head];
        let numbered = match paragraph {
            0 => "¶".to_owned(),
            paragraph => format!("¶{paragraph} "),
        };
        for face in outputs {
            assert_eq!(face.contains(&numbered), paragraph > 0, "{face}");
        }
        let cell = table[at].split(',').nth(6).unwrap();
        assert_eq!(cell.parse().unwrap_or(0), paragraph, "{}", table[at]);
        for face in [rows[at], table[at]] {
            assert_eq!(face.contains("paragraph not found: “"), is_lost, "{face}");
        }
    }
    assert!(
        rows[2].contains(LOST) && table[2].contains(LOST),
        "{out}{csv}{err}"
    );
    assert!(rows[5].contains("all of “Wells”"), "{out}");
    assert!(rows[6].contains("paragraph not found: “pumps”"), "{out}");
    for lost in [
        "paragraph not found: “A well",
        "paragraph not found: “pumps”",
    ] {
        assert!(world.shows(lost), "{}", world.screen());
    }
}

#[test]
fn reports_say_not_found_in_their_language_and_format() {
    let mut world = noted((120, 40));
    reread(&mut world);
    let shell = shell_on(&world);
    for (language, said) in [
        ("en", "paragraph not found: “A well"),
        ("fr", "paragraphe introuvable: «\u{a0}A well"),
        ("es", "párrafo no encontrado: “A well"),
        ("pt", "parágrafo não encontrado: “A well"),
    ] {
        for format in ["md", "html", "csv"] {
            let (_, out, err) = shell.run(&["report", "--lang", language, "--format", format]);
            assert!(out.contains(said), "{format}: {out}{err}");
            assert!(err.contains("paragraph not found: #3, #7"), "{err}");
        }
        let name = format!("{language}.docx");
        shell.run(&["report", "--lang", language, "-o", &name]);
        let mut archive = zip::ZipArchive::new(File::open(shell.path(&name)).unwrap()).unwrap();
        let mut footnotes = String::new();
        let mut part = archive.by_name("word/footnotes.xml").unwrap();
        part.read_to_string(&mut footnotes).unwrap();
        assert!(footnotes.contains(said), "{footnotes}");
    }
}

#[test]
fn a_note_without_its_paragraph_is_not_a_link_and_says_so() {
    let mut world = noted((120, 40));
    reread(&mut world);
    world.press("gngg");
    world.press("jj<Enter>");
    assert!(
        world.shows("#3: paragraph not found: “A well"),
        "{}",
        world.screen()
    );
    assert!(world.shows("▌   1 Water is dear"), "{}", world.screen());
    world
        .press("H")
        .wait_until(|world| world.shows("version 1 by ana"));
    assert!(
        world
            .row_with("version 1 by ana")
            .contains("paragraph not found: “A well")
    );
    world.press("<Esc>e");
    let bar = world.row_with("Edit note #3");
    assert!(
        bar.contains("paragraph not found: “A well is dug") && !bar.contains('¶'),
        "{bar}"
    );
    world.press("<Esc>/words mali 3");
    let hit = world.row_with("note #3");
    assert!(
        hit.contains("paragraph not found: “A well") && !hit.contains('¶'),
        "{hit}"
    );
    let hit = world.row_with("note #2");
    assert!(hit.contains("¶3"), "{hit}");
    world.press("<Esc>cmali<Enter>G");
    let row = world.row_with("note #3");
    assert!(row.contains("paragraph not found: “A"), "{row}");
    world.press("<Esc>R");
    assert!(
        world.shows("paragraph not found: “A well"),
        "{}",
        world.screen()
    );
    // A note on a whole entry shows the entry, and no paragraph number.
    world.press("<Esc>gngg5j");
    assert!(
        world.row_with("#6 12:00").contains("all of “Wells”"),
        "{}",
        world.screen()
    );
    world.press("<Enter>");
    assert!(world.shows("Water is dear"), "{}", world.screen());
}

#[test]
fn editing_a_note_without_its_paragraph_keeps_its_anchor() {
    let mut world = noted((120, 40));
    reread(&mut world);
    world.press("gnggjje, and more<Enter>");
    let blocks = world.notes_file();
    let block = blocks.rsplit("[[note]]").next().unwrap();
    assert!(
        block.contains("rev = 2") && block.contains("and more"),
        "{block}"
    );
    assert!(block.contains("entry = \"wells\""), "{block}");
    assert!(block.contains(&format!("quote = \"{SUMMER}\"")), "{block}");
    // An older quote is kept, too.
    world.press("gnG");
    world.press("e, and more<Enter>");
    let old = "quote = \"Sand comes from the coast and pipes from\"";
    let last = world.notes_file();
    assert!(
        last.rsplit("[[note]]").next().unwrap().contains(old),
        "{last}"
    );
    // Only the user changes it.
    world.press("gnggjje p1<Enter>");
    let last = world.notes_file();
    let last = last.rsplit("[[note]]").next().unwrap();
    assert!(last.contains("quote = \"Water is dear.\""), "{last}");
}

#[test]
fn a_note_returns_to_its_paragraph_when_it_is_restored() {
    let mut world = noted((120, 40));
    reread(&mut world);
    world = world.restart();
    world.wait_until(|world| world.shows("paragraph not found"));
    world
        .rewrite(BEFORE)
        .wait_until(|world| !world.shows("Water is dear"));
    world.press("gngg");
    assert!(world.row_with("#3 ").contains("¶3"), "{}", world.screen());
    let pumps = world.row_with("#7 ");
    assert!(pumps.contains("all of “Pumps”"), "{pumps}");
}

/// The mouse and the wheel know the height of such a note, in rows.
#[test]
fn a_click_hits_the_note_below() {
    let mut world = noted((120, 40));
    reread(&mut world);
    world.press("gngg");
    let screen = world.screen();
    let row = screen
        .lines()
        .position(|line| line.contains("#4 "))
        .unwrap();
    let row = u16::try_from(row).unwrap();
    world.mouse(MouseDoes::Click, 110, row);
    assert!(world.row_with("#4 ").contains("▌") || world.row_with("words on Mali 4").contains("▌"));
}
