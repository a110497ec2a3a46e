//! Tests files that claim too much: another's name, another's note, a revision number meant to win
//! for ever.

use std::fs;

use roundtable::store::read_notes;

use super::{Seat, folder};
use crate::world::World;

const FIRST: &str = "briefing.notes.ana.toml";

/// A file of Bo's claims the highest possible revision of Ana's note.
#[test]
fn the_highest_revision_number_does_not_win_for_ever() {
    let hostile = |text: &str| {
        format!(
            "[notes]\nauthor = \"bo\"\n[[note]]\nid = \"note-0001\"\nrev = 4294967295\n\
             at = 2010-11-09T10:02:13Z\ntext = \"\"\"\n{text}\"\"\"\n"
        )
    };
    let mut world = World::new(120, 24);
    let keys = "imine<Enter><Esc>";
    world.press(keys);
    let file = world.notes_file();
    let id = file.split("id = \"").nth(1).unwrap();
    let id = id.split('"').next().unwrap().to_owned();
    let planted = hostile("of Bo for ever").replace("note-0001", &id);
    fs::write(world.path("briefing.notes.bo.toml"), planted).unwrap();
    world.wait_until(|world| world.shows("of Bo for ever"));
    assert!(world.shows("by bo, in"), "{}", world.screen());
    world.press("gn").press("e<Ctrl-u>mine again<Enter><Esc>");
    let seen = |world: &World| {
        let gathered = read_notes(&world.path("briefing.toml"));
        let notes = gathered.notes.iter();
        let texts = notes.map(|(_, note)| note.text.clone()).collect::<Vec<_>>();
        assert!(gathered.damage.is_empty());
        (
            texts,
            gathered
                .notes
                .iter()
                .all(|(_, note)| gathered.notes.also(&note.id).is_empty()),
        )
    };
    assert_eq!(seen(&world), (vec!["mine again".to_owned()], true));
    let mut world = world.restart();
    world.wait_until(|world| world.shows("mine again"));
    assert!(!world.shows("for ever"));
    world.press("gnd<Enter>");
    assert_eq!(seen(&world).0, Vec::<String>::new());
    world.press("u<Enter>");
    assert_eq!(seen(&world).0, ["mine again"]);
}

/// A note in another's name, or a revision of another's note, is shown with its file.
#[test]
fn notes_in_anothers_name_are_shown_with_their_file() {
    let all = tempfile::tempdir().unwrap();
    folder(&all.path().join("desk"));
    let ana = Seat::new(all.path(), "desk", "ana", "a");
    ana.note("of Ana");
    let file = ana.text(FIRST);
    let id = file.split("id = \"").nth(1).unwrap();
    let id = id.split('"').next().unwrap();
    let claims = "[notes]\nauthor = \"ana\"\n[[note]]\nid = \"claimed\"\nat = 2010-11-09T10:02:14Z\n\
                  text = \"\"\"\nin the name of Ana\"\"\"\n";
    let edits = format!(
        "[notes]\nauthor = \"bo\"\n[[note]]\nid = \"{id}\"\nrev = 2\nat = 2010-11-09T10:02:13Z\n\
         text = \"\"\"\nother words\"\"\"\n"
    );
    fs::write(ana.path("briefing.notes.mallory.toml"), claims).unwrap();
    fs::write(ana.path("briefing.notes.bo.toml"), edits).unwrap();
    let output = ana.command(&["notes", "--author", "ana"]).output().unwrap();
    let listed = String::from_utf8(output.stdout).unwrap();
    let [claimed, edited] = [
        "(ana, in briefing.notes.mallory.toml) in the name of Ana",
        "(bo, in briefing.notes.bo.toml) other words",
    ];
    assert!(
        listed.contains(claimed) && listed.contains(edited),
        "{listed}"
    );
    let (json, _) = ana.listed();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let files = json["notes"].as_array().unwrap().iter();
    let files: Vec<_> = files.map(|note| note["file"].as_str().unwrap()).collect();
    assert_eq!(
        files,
        ["briefing.notes.bo.toml", "briefing.notes.mallory.toml"]
    );
    // Nothing is lost by it: the note is Ana's again after the next edit, and the file is hers.
    fs::remove_file(ana.path("briefing.notes.bo.toml")).unwrap();
    let output = ana.command(&["notes", "--author", "ana"]).output().unwrap();
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .ends_with(" of Ana\n")
    );
}
