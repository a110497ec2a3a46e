//! The floor, guiding questions, and the capture grammar.

use insta::assert_snapshot;

use crate::world::World;

const PAPER: &str = include_str!("../../fixtures/countries.toml");

fn world(columns: u16, rows: u16) -> World {
    World::on(PAPER, columns, rows)
}

/// What the notes file holds.
fn written(world: &World) -> String {
    world.notes_file()
}

#[test]
fn a_note_has_a_speaker_a_question_and_a_paragraph() {
    let mut world = world(120, 30);
    world.press("iMLI: wants pooled recruitment +commitment q1 p3");
    assert_snapshot!(world.screen());
    world.press("<Enter>");
    let file = written(&world);
    for line in [
        "kind = \"commitment\"",
        "speaker = \"ML\"",
        "question = \"q1\"",
        "entry = \"west\"",
        "wants pooled recruitment\"\"\"",
    ] {
        assert!(file.contains(line), "{line} in\n{file}");
    }
    assert!(
        world.shows("#1 10:") && world.shows("Mali Q1 ¶3 commit…"),
        "{}",
        world.screen()
    );
}

#[test]
fn the_floor_stamps_notes_shows_the_dossier_and_keeps_its_log() {
    let mut world = world(100, 30);
    world.press("smali<Enter>");
    assert!(world.shows("▶ Mali") && world.shows("floor Mali 0:00/3:00"));
    world.press("iwants ferries");
    assert!(world.shows("▶ Mali") && world.shows("Note · Mali"));
    // A minute goes by with each key.
    world.press("<Enter><Esc>");
    assert!(world.shows("OVER"), "{}", world.screen());
    world.press("te<Enter>");
    assert!(!world.shows("floor Mali"), "{}", world.screen());
    let file = written(&world);
    assert!(file.contains("speaker = \"ML\""), "{file}");
    assert!(
        file.contains("[[floor]]") && file.contains("\nto = "),
        "{file}"
    );
    world.press("sm");
    assert!(world.row_with("Mali (ML)").contains("1 turn"));
    assert!(world.row_with("Gambia").contains("silent"));
}

#[test]
fn a_turn_is_undone_and_the_floor_survives_a_restart() {
    let mut world = world(100, 24);
    world.press("smali<Enter><Esc>te<Enter>");
    assert!(
        world
            .press("u<Enter>")
            .shows("undone: Mali has the floor, limit 3:00 per turn; saved"),
        "{}",
        world.screen()
    );
    assert!(
        world
            .press("<Ctrl-r>")
            .shows("redone: no one has the floor, limit 3:00 per turn; saved")
    );
    world.press("tw<Enter>sen<Enter>sbrazil<Enter><Esc>Q<Enter>");
    let mut world = world.restart();
    assert!(world.shows("floor Brazil") && world.shows("next Senegal"));
    assert!(world.shows("Q1"), "{}", world.screen());
    world.press("tn<Enter>");
    assert!(world.shows("floor Senegal"), "{}", world.screen());
}

#[test]
fn correcting_a_speaker_corrects_the_floor_and_its_notes() {
    let mut world = world(100, 24);
    world.press("smali<Enter>ione<Enter><Esc>ssenegal<Alt-Enter>");
    assert!(world.shows("floor Senegal"), "{}", world.screen());
    assert!(world.shows("Senegal") && written(&world).contains("speaker = \"SN\""));
    assert!(!world.shows("10:04 Mali"), "{}", world.screen());
}

/// The step changes nothing but a turn that has ended: no note, and not the floor.
#[test]
fn an_undone_correction_names_the_speaker_of_the_turn() {
    let mut world = world(100, 24);
    world.press("smali<Enter><Esc>te<Enter>ssenegal<Alt-Enter>");
    assert!(
        world.shows("corrected: Senegal, not Mali; 0 notes updated; saved"),
        "{}",
        world.screen()
    );
    assert!(
        world
            .press("u<Enter>")
            .shows("undone: the turn of Mali; saved 10:"),
        "{}",
        world.screen()
    );
}

#[test]
fn any_name_may_have_the_floor_and_a_mark_needs_no_text() {
    let mut world = world(100, 24);
    world.press("sUnion of Ferries<Enter>");
    assert!(world.shows("floor Union of Ferries"), "{}", world.screen());
    world.press("xp<Enter>");
    let file = written(&world);
    assert!(file.contains("kind = \"proposal\""), "{file}");
    assert!(file.contains("speaker = \"Union of Ferries\"") && file.contains("entry = \"basin\""));
    assert!(world.shows("*1"), "{}", world.screen());
}

#[test]
fn tab_links_the_note_to_a_similar_paragraph() {
    let mut world = world(100, 24);
    world.press("iferries cross in the dry season");
    assert!(
        world.row_with("¶2").contains("Most ferries cross"),
        "{}",
        world.screen()
    );
    world.press("<Tab>");
    assert!(world.shows("Note on ¶2"), "{}", world.screen());
    world.press("<Enter>");
    assert!(
        written(&world).contains("quote = \"Most ferries cross"),
        "{}",
        written(&world)
    );
}

#[test]
fn unknown_signs_are_marked_and_stay_in_the_text() {
    let mut world = world(100, 24);
    world.press("iProposal: more boats +dream q9");
    assert!(world.shows("q9?"), "{}", world.screen());
    world.press("<Enter>");
    assert!(written(&world).contains("Proposal: more boats +dream q9\"\"\""));
}

#[test]
fn dots_continue_the_note_before() {
    let mut world = world(100, 24);
    world.press("ione<Enter>i... two<Enter>");
    assert!(
        written(&world).contains("one\ntwo\"\"\""),
        "{}",
        written(&world)
    );
    assert!(world.shows("Notes 1"));
}

#[test]
fn a_question_shows_counts_of_its_notes() {
    let mut world = world(100, 24);
    world.press("Q<Enter>iML: a ferry +practice<Enter>ino more<Enter>Q");
    assert!(
        world
            .row_with("› Q1")
            .contains("2 notes · 1 delegation · 1 practice")
    );
}

#[test]
fn the_limit_and_the_clock_are_set_by_one_key_each() {
    let mut world = world(100, 24);
    world.press("smali<Enter><Esc>tl<Enter>");
    assert!(world.shows("/5:00"), "{}", world.screen());
    world.press("tr<Enter>");
    assert!(world.shows("floor Mali 0:00/5:00"), "{}", world.screen());
}

#[test]
fn notes_are_sorted_by_time_question_speaker_or_paragraph() {
    let mut world = world(120, 30);
    world.press("iSN: late q1 p4<Enter>iML: early p2<Enter>gn");
    let first = |world: &World| {
        let screen = world.screen();
        screen.find("late") < screen.find("early")
    };
    assert!(first(&world));
    assert!(first(world.press("o")) && world.shows("Notes 2 by question"));
    assert!(!first(world.press("o")) && world.shows("by speaker"));
    assert!(!first(world.press("o")) && world.shows("by paragraph"));
    assert!(first(world.press("o")));
}

/// Whoever has the floor keeps the time they have taken, and so does the log.
#[test]
fn setting_the_clock_keeps_the_length_of_a_turn() {
    for jump in [120, -300] {
        let mut world = world(100, 30);
        // A minute goes by with each key.
        world.press("smali<Enter><Esc>").set_clock(jump).press("jj");
        assert!(world.shows("floor Mali 3:00/3:00"), "{}", world.screen());
        world.press("tr<Enter>").set_clock(jump).press("j");
        assert!(world.shows("floor Mali 1:00/3:00"), "{}", world.screen());
        world.press("te<Enter>");
        let file = written(&world);
        let (_, turn) = file.split_once("[[floor]]").unwrap();
        assert!(turn.contains("from = 2010-11-09T10:08:13-06:00"), "{turn}");
        assert!(turn.contains("to = 2010-11-09T10:18:13-06:00"), "{turn}");
        world.press("sfrance<Enter><Esc>").set_clock(jump);
        assert!(world.shows("floor France 1:00/3:00"), "{}", world.screen());
    }
}

#[test]
fn a_turn_continues_across_a_restart() {
    let mut world = world(100, 30);
    world.press("smali<Enter><Esc>j");
    assert!(world.shows("floor Mali 2:00/3:00"), "{}", world.screen());
    // The machine was off for five minutes.
    world.set_clock(5);
    let mut world = world.restart();
    world.press("j");
    let row = world.row_with("floor Mali");
    assert!(row.contains("floor Mali 8:00/3:00 OVER"), "{row}");
}
