//! What a note keeps and what it lets go: drafts, edits, continuations, completion, steps of undo.

use std::fs;

use roundtable::model::{Record, Session};
use roundtable::store::read_notes;

use crate::world::World;

const PAPER: &str = include_str!("../../fixtures/countries.toml");

fn world() -> World {
    World::on(PAPER, 100, 24)
}

#[test]
fn a_name_typed_in_full_is_that_name() {
    for (typed, floor) in [
        ("IOM", "floor IOM"),
        ("UN", "floor UN"),
        ("DE", "floor Germany"),
        ("Niger", "floor Niger "),
        ("Inde", "floor India"),
        ("sengal", "floor Senegal"),
        ("mal", "floor Mali"),
        ("\"Mali\"", "floor Mali"),
        ("civil society", "floor Civil society"),
        ("ecowas", "floor ECOWAS"),
    ] {
        let mut world = world();
        world.press(&format!("s{}<Enter><Esc>", typed.replace(' ', "<Space>")));
        assert!(world.shows(floor), "{typed}: {}", world.screen());
    }
    let mut world = world();
    world.press("smal");
    assert!(world.row_with("as typed").contains("mal"));
}

#[test]
fn an_edited_note_is_shown_as_it_would_be_typed() {
    let mut world = world();
    world.press("iML: wants ferries +commitment q1 p3<Enter>gne");
    assert!(
        world.shows(" ML: +commitment q1 wants ferries"),
        "{}",
        world.screen()
    );
    assert!(world.shows("Edit note #1 on ¶3"), "{}", world.screen());
    world.press("<Enter>");
    assert!(world.shows("no changes to save"), "{}", world.screen());
    assert!(!world.notes_file().contains("rev = 2"));
    // Everything but the words is taken away.
    world.press("e<Ctrl-u>wants<Space>ferries<Tab>");
    while world.shows("Edit note #1 on") {
        world.press("<Tab>");
    }
    world.press("<Enter>");
    let file = world.notes_file();
    let (_, second) = file.split_once("rev = 2").unwrap();
    assert!(second.contains("kind = \"note\""), "{second}");
    for gone in ["speaker", "question", "entry"] {
        assert!(!second.contains(gone), "{gone} in {second}");
    }
}

#[test]
fn a_draft_keeps_its_speaker() {
    let mut world = world();
    world.press("smali<Enter>iwants ferries<Esc><Esc>ssenegal<Enter><Esc>");
    let mut world = world.restart();
    assert!(world.shows("floor Senegal"));
    world.press("i");
    assert!(world.shows("Note · Senegal"), "{}", world.screen());
    assert!(world.shows("draft of Mali kept; press Up to continue it"));
    world.press("<Up>");
    assert!(world.shows("Note · Mali"), "{}", world.screen());
    assert!(world.shows("wants ferries"), "{}", world.screen());
    world.press("<Enter>");
    assert!(world.notes_file().contains("speaker = \"ML\""));
}

#[test]
fn up_continues_a_draft_only_in_an_empty_bar() {
    let mut world = world();
    world.press("ione<Esc>smali<Enter>itwo<Up>");
    assert!(
        world.shows("two") && world.shows("Note · Mali"),
        "{}",
        world.screen()
    );
    world.press("<Enter>i<Up> more<Enter>");
    assert!(
        world.notes_file().contains("one more"),
        "{}",
        world.screen()
    );
    world.press("i<Up>");
    assert!(world.shows("Note · Mali"), "{}", world.screen());
}

#[test]
fn dots_without_a_note_before_stay_in_the_text() {
    let mut world = world();
    world.press("i... and more");
    assert!(world.shows("no note to continue"), "{}", world.screen());
    world.press("<Ctrl-c>iML: one<Enter>i... ML: and more");
    assert!(!world.shows("no note to continue"), "{}", world.screen());
}

#[test]
fn a_colon_means_no_speaker() {
    let mut world = world();
    world.press("smali<Enter>i:<Space>my own thought");
    assert!(!world.shows("Note · Mali"), "{}", world.screen());
    world.press("<Enter>");
    assert!(
        !world.notes_file().contains("speaker"),
        "{}",
        world.notes_file()
    );
}

#[test]
fn dots_continue_our_note_while_the_speaker_is_the_same() {
    let mut world = world();
    world.press("smali<Enter>ione<Enter>i...<Space>two +proposal q1");
    assert!(world.shows("Note #1 continued"), "{}", world.screen());
    world.press("<Enter>");
    let file = world.notes_file();
    let (_, second) = file.split_once("rev = 2").unwrap();
    assert!(second.contains("one\ntwo\"\"\""), "{second}");
    assert!(second.contains("kind = \"proposal\"") && second.contains("question = \"q1\""));
    // Somebody else says something else.
    world.press("i...<Space>SN: three<Enter>");
    assert!(world.notes_file().contains("speaker = \"SN\""));
    assert!(
        world.notes_file().contains("text = \"\"\"\n... "),
        "{}",
        world.notes_file()
    );
    world.press("i...four<Enter>");
    assert!(world.notes_file().contains("...four\"\"\""));
}

#[test]
fn dots_do_not_continue_notes_of_others() {
    let world = world();
    let file = world.path("briefing.notes.bruno.b.toml");
    std::fs::write(
        file,
        "[notes]\nschema = 1\nauthor = \"bruno\"\ndevice = \"b\"\n\n[[note]]\nid = \"b1\"\nrev = 1\n\
         at = 2010-11-09T09:00:00-06:00\nkind = \"note\"\ntext = \"\"\"\nof another\"\"\"\n",
    )
    .unwrap();
    let mut world = world.restart();
    assert!(world.shows("of another"), "{}", world.screen());
    world.press("i...<Space>mine<Enter>");
    assert!(
        world.notes_file().contains("... mine"),
        "{}",
        world.notes_file()
    );
}

#[test]
fn each_key_of_the_floor_is_one_step_of_undo() {
    let mut world = world();
    world.press("smali<Enter>ione<Enter><Esc>ssenegal<Enter><Esc>");
    assert!(world.shows("floor Senegal"));
    world.press("u<Enter>");
    assert!(
        world.shows("floor Mali") && world.shows("one"),
        "{}",
        world.screen()
    );
    world.press("<Ctrl-r>");
    assert!(world.shows("floor Senegal"), "{}", world.screen());
    world.press("tw<Enter>gambia<Enter>u<Enter>");
    assert!(!world.shows("next Gambia"), "{}", world.screen());
    world.press("tl<Enter>u<Enter>");
    assert!(world.shows("/3:00"), "{}", world.screen());
    world.press("ssenegal<Enter>");
    assert!(world.shows("already"), "{}", world.screen());
}

#[test]
fn a_speaker_is_corrected_in_the_log_and_undone_in_one_step() {
    let mut world = world();
    world.press("smali<Enter>ione<Enter>itwo<Enter><Esc>te<Enter>");
    world.press("tt<Enter>");
    assert!(
        world.row_with("› 10:").contains("Mali"),
        "{}",
        world.screen()
    );
    world.press("<Enter>senegal<Enter>");
    assert!(world.shows("2 notes"), "{}", world.screen());
    assert_eq!(world.notes_file().matches("speaker = \"SN\"").count(), 3);
    world.press("u<Enter>");
    assert_eq!(world.notes_file().matches("speaker = \"ML\"").count(), 6);
    // Without anybody on the floor, it is the last who had it.
    world.press("ssenegal<Alt-Enter>");
    assert_eq!(world.notes_file().matches("speaker = \"SN\"").count(), 6);
}

#[test]
fn restarting_the_clock_keeps_the_whole_turn_in_the_log() {
    let mut world = world();
    world.press("smali<Enter><Esc>tr<Enter>jte<Enter>");
    let file = world.notes_file();
    let times: Vec<_> = file
        .lines()
        .filter(|line| line.contains("to = ") || line.contains("from = "))
        .collect();
    let minute = |line: &str| {
        let (_, time) = line.split_once("T10:").unwrap();
        time.split(':').next().unwrap().parse::<u32>().unwrap()
    };
    assert!(minute(times[1]) - minute(times[0]) >= 3, "{times:?}");
}

#[test]
fn tab_completes_a_name_or_kind() {
    let mut world = world();
    world.press("iSene");
    assert!(world.shows("Tab: Senegal speaks"), "{}", world.screen());
    world.press("<Tab>wants +comm");
    assert!(world.shows("Tab: commitment"), "{}", world.screen());
    world.press("<Tab>q1<Enter>");
    let file = world.notes_file();
    assert!(
        file.contains("speaker = \"SN\"") && file.contains("kind = \"commitment\""),
        "{file}"
    );
    assert!(file.contains("wants\"\"\""), "{file}");
}

#[test]
fn a_narrow_title_keeps_the_clock() {
    for columns in [40, 60, 80] {
        let mut world = World::on(PAPER, columns, 15);
        world.press("tw<Enter>senegal<Enter>Q<Enter>smali<Enter><Esc>jjjj");
        assert!(
            world.row_with("OVER").contains("Mali"),
            "{}",
            world.screen()
        );
        assert!(world.row_with("OVER").contains("Q1"), "{}", world.screen());
    }
}

#[test]
fn a_grouping_is_not_confused_with_a_country() {
    let mut world = world();
    world.press("iAfrican Union: agrees<Enter>");
    assert!(world.shows("African Union"), "{}", world.screen());
    assert!(world.notes_file().contains("speaker = \"African Union\""));
    world.press("safrican union<Enter>");
    assert!(world.shows("floor African Union"), "{}", world.screen());
}

#[test]
fn a_speaker_who_is_also_queued_does_not_block_the_queue() {
    let mut world = world();
    world.press("smali<Enter><Esc>tw<Enter>mali<Enter>tw<Enter>senegal<Enter>tn<Enter><Esc>");
    assert!(world.shows("floor Senegal"), "{}", world.screen());
    // The list of those who wait mends nothing.
    world.press("wgambia<Alt-Enter><Esc>");
    assert!(world.shows("floor Senegal"), "{}", world.screen());
}

#[test]
fn a_completion_is_undone_like_anything_typed() {
    let mut world = world();
    world.press("iSene<Tab>");
    assert!(world.shows(" SN: "), "{}", world.screen());
    world.press("<Ctrl-z>");
    assert!(world.shows(" Sene"), "{}", world.screen());
}

#[test]
fn dots_do_not_continue_after_a_turn_has_ended() {
    let mut world = world();
    world.press("smali<Enter>ione<Enter><Esc>te<Enter>i...<Space>two<Enter>");
    assert!(world.shows("Notes 2"), "{}", world.screen());
}

#[test]
fn correcting_a_speaker_corrects_drafts() {
    let mut world = world();
    world.press("smali<Enter><Esc>ihalf<Esc>ione<Ctrl-u>two<Esc>");
    world.press("ssenegal<Alt-Enter>i");
    assert!(world.shows("Note · Senegal"), "{}", world.screen());
}

#[test]
fn undo_keeps_changes_of_others() {
    let mut world = world();
    world.press("ione<Enter>");
    let file = world.notes_file();
    let (_, block) = file.split_once("\n[[note]]").unwrap();
    let edited = block
        .replace("rev = 1", "rev = 2")
        .replace("one\"\"\"", "one, and more\"\"\"");
    let other =
        format!("[notes]\nschema = 1\nauthor = \"bruno\"\ndevice = \"b\"\n\n[[note]]{edited}");
    std::fs::write(world.path("briefing.notes.bruno.toml"), other).unwrap();
    world.wait_until(|world| world.shows("one, and more"));
    world.press("u<Enter>");
    assert!(world.shows("cannot undo"), "{}", world.screen());
    assert!(world.shows("one, and more"), "{}", world.screen());
}

/// Killed after the note was written and before the program knew: nothing is offered twice.
#[test]
fn a_draft_that_was_saved_is_not_offered_after_a_kill() {
    for typed in [
        "Mali: wants +proposal ferries q1",
        "p3 plain words",
        "... dots",
    ] {
        let mut world = world();
        world.press(&format!("i{typed}"));
        let before = world.session();
        assert_eq!(before.drafts.len(), 1);
        world.press("<Enter>");
        let mut world = world.restart_with(&before);
        world.wait_until(|world| world.session().drafts.is_empty());
        assert!(!world.shows("draft"), "{typed}: {}", world.screen());
        world.press("i");
        assert!(!world.shows("ferries") || world.shows("─ Note ─"));
        assert_eq!(world.notes_file().matches("[[note]]").count(), 1);
    }
}

#[test]
fn an_edit_that_was_saved_is_not_offered_after_a_kill() {
    let mut world = world();
    world.press("iMali: wants ferries<Enter>gne<Ctrl-u>FR: wants bridges +proposal q1");
    let before = world.session();
    assert_eq!(before.drafts.len(), 1);
    world.press("<Enter>");
    assert!(world.notes_file().contains("rev = 2"));
    let mut world = world.restart_with(&before);
    world.wait_until(|world| world.session().drafts.is_empty());
    assert!(!world.shows("draft"), "{}", world.screen());
}

/// Words that were typed and are in no note stay a draft, whatever is saved under its name.
#[test]
fn a_draft_that_differs_from_its_note_is_offered_after_a_kill() {
    let mut world = world();
    world.press("iMali: wants ferries");
    let saved = world.session();
    world.press("<Enter>gneand bridges");
    let edit = world.session();
    let mut other = saved.clone();
    other.drafts[0].text.push_str(" and boats");
    other.drafts.extend(edit.drafts);
    let mut world = world.restart_with(&other);
    world.press("i");
    assert!(world.shows("wants ferries and boats"), "{}", world.screen());
    world.press("<Ctrl-c>gne");
    assert!(
        world.shows("wants ferriesand bridges"),
        "{}",
        world.screen()
    );
}

/// The other order: killed before the note was written, when the session had it as on its way.
#[test]
fn a_note_pending_at_a_kill_is_saved_once_by_the_next_start() {
    for keys in ["ione<Enter>", "ione<Enter>gne and more<Enter>"] {
        for is_written in [true, false] {
            let mut world = world();
            world.press(keys);
            let notes = read_notes(&world.path("briefing.toml")).notes;
            let newest = notes.iter().map(|(_, note)| Record::from(note.clone()));
            let session = Session {
                pending: newest.collect(),
                ..Session::default()
            };
            let file = world.notes_file();
            let (before, block) = file.rsplit_once("[[note]]").unwrap();
            if !is_written {
                fs::write(world.path("briefing.notes.ana.toml"), before).unwrap();
            }
            let mut world = world.restart_with(&session);
            world.wait_until(|world| world.notes_file().contains(block));
            // What the start had to save is saved before this.
            world.press("ilast<Enter>");
            let blocks = |file: &str| file.matches("[[note]]").count();
            assert_eq!(blocks(&world.notes_file()), blocks(&file) + 1);
        }
    }
}
