//! The capture bar and the notes pane.

use insta::assert_snapshot;
use roundtable::app::Event;

use crate::world::{PAPER, World};

#[test]
fn a_saved_note_is_reported_as_saved() {
    let mut world = World::new(120, 24);
    assert_snapshot!("bar", world.press("geaferries work").screen());
    assert_snapshot!("saved", world.press("<Enter>").screen());
    let file = world.notes_file();
    assert!(
        file.contains("ferries work") && file.contains("entry = \"ferry\""),
        "{file}"
    );
}

#[test]
fn a_draft_survives_escape_and_a_restart() {
    let mut world = World::new(80, 24);
    world.press("ihalf a sentence<Esc>");
    assert!(world.shows("draft kept"));
    let mut world = world.restart();
    assert!(world.press("i").shows("half a sentence"));
    world.press(" more<Enter>");
    assert!(world.notes_file().contains("half a sentence more"));
}

#[test]
fn undo_restores_a_deleted_draft() {
    let mut world = World::new(80, 24);
    world.press("ihalf a sentence<Ctrl-c>");
    assert!(!world.press("i").shows("half a sentence"));
    assert!(world.press("<Esc>u<Enter>").shows("half a sentence"));
}

#[test]
fn notes_are_edited_deleted_and_restored() {
    let mut world = World::new(120, 24);
    world.press("ione<Enter>itwo<Enter>gnk");
    assert!(world.press("e and a half<Enter>").shows("one and a half"));
    assert!(!world.press("gnd<Enter>").shows("one and a half"));
    assert!(world.shows("deleted #1"), "{}", world.screen());
    assert!(world.press("u<Enter>").shows("one and a half"));
    assert!(!world.press("u<Enter>").shows("and a half"));
    assert!(world.press("<Ctrl-r>").shows("one and a half"));
}

#[test]
fn enter_on_a_note_shows_its_paragraph() {
    let mut world = World::new(80, 24);
    world.press("geJasecond<Enter>gcgn<Enter>");
    assert!(
        world.row_with("It was built").contains('▌'),
        "{}",
        world.screen()
    );
}

#[test]
fn a_long_note_wraps_grows_and_takes_new_lines() {
    let mut world = World::new(60, 15);
    world.press("ithe delegation of a river country proposes to pool the tolls of all bridges");
    assert_snapshot!(world.press("<Ctrl-j>and ferries").screen());
}

#[test]
fn a_paste_is_text_and_no_keys() {
    let mut world = World::new(80, 24);
    world
        .press("i")
        .happens(Event::Paste("q\nj\u{1b}[2J".to_owned()));
    assert!(world.press("<Enter>").notes_file().contains("q\nj"));
    assert!(world.shows("saved #1"));
}

#[test]
fn typing_over_a_list_does_not_lose_the_draft() {
    let mut world = World::new(80, 24);
    world.press("ikeep me<Esc>?<Esc>/x<Esc>fy<Esc>i");
    assert!(world.shows("keep me"));
}

#[test]
fn a_refused_note_is_never_called_saved() {
    let mut world = World::new(120, 24);
    std::fs::create_dir(world.path("briefing.notes.ana.toml")).unwrap();
    world.press("iprecious<Enter>");
    assert!(
        world.shows("NOT SAVED") && !world.shows("saved #1"),
        "{}",
        world.screen()
    );
    assert!(
        world.press("q").shows("quit; a note is NOT SAVED"),
        "{}",
        world.screen()
    );
    let mut world = world.restart();
    world.wait_until(|world| world.shows("NOT SAVED") && world.shows("precious"));
}

#[test]
fn a_note_only_in_the_file_or_only_in_the_journal_gets_a_message() {
    let no_folder = |state: &std::path::Path| drop(std::fs::File::create(state).unwrap());
    let mut world = World::journaled((120, 24), no_folder);
    world.press("iprecious<Enter>");
    world.wait_until(|world| world.shows("saved #1 10:"));
    world.wait_until(|world| world.shows("; beside the briefing only: "));
    assert!(world.shows("cannot be written"), "{}", world.screen());
    assert!(world.notes_file().contains("precious"));
    // Neither has it.
    std::fs::remove_file(world.path("briefing.notes.ana.toml")).unwrap();
    std::fs::create_dir(world.path("briefing.notes.ana.toml")).unwrap();
    world
        .press("itwice<Enter>")
        .wait_until(|world| world.shows("NOT SAVED: "));

    let with_folder = |state: &std::path::Path| std::fs::create_dir(state).unwrap();
    let mut world = World::journaled((120, 24), with_folder);
    std::fs::create_dir(world.path("briefing.notes.ana.toml")).unwrap();
    world.press("iprecious<Enter>");
    let told = "saved on this machine only: ";
    assert!(world.shows(told), "{}", world.screen());
    std::fs::remove_dir(world.path("briefing.notes.ana.toml")).unwrap();
    world.wait_until(|world| !world.shows(told) && world.shows("saved #1"));
    assert!(world.notes_file().contains("precious"));
}

#[test]
fn an_edit_of_a_note_that_has_vanished_is_saved_as_a_new_one() {
    let mut world = World::new(120, 24);
    world.press("ione<Enter>gne and more");
    std::fs::remove_file(world.path("briefing.notes.ana.toml")).unwrap();
    world.wait_until(|world| !world.shows("Notes 1"));
    world.press("<Enter>");
    assert!(
        world.notes_file().contains("one and more"),
        "{}",
        world.screen()
    );
}

#[test]
fn a_draft_stays_with_its_paragraph() {
    let mut world = World::new(80, 24);
    world.press("geaabout the ferry<Esc>gca");
    assert!(
        !world.shows("about the ferry") && world.shows("Note on ¶2"),
        "{}",
        world.screen()
    );
    world.press("about the bridge<Esc>gea");
    assert!(
        world.shows("about the ferry") && world.shows("Note on ¶6"),
        "{}",
        world.screen()
    );
    assert!(
        world.press("<Esc>gci").shows("about the ferry"),
        "i takes the newest"
    );
}

#[test]
fn a_deleted_draft_can_be_restored_after_a_restart() {
    let mut world = World::new(80, 24);
    world.press("iprecious<Ctrl-c>");
    let mut world = world.restart();
    assert!(!world.press("i").shows("precious"));
    assert!(world.press("<Esc>u<Enter>").shows("precious"));
}

#[test]
fn undo_reverts_the_last_change() {
    let mut world = World::new(120, 24);
    world.press("ione<Enter>idropped<Ctrl-c>gnd<Enter>");
    assert!(
        world.press("u<Enter>").shows("undone: #1; saved"),
        "{}",
        world.screen()
    );
    assert!(
        world.press("u<Enter>").shows("dropped"),
        "{}",
        world.screen()
    );
}

#[test]
fn a_refused_note_is_saved_unchanged_by_the_next_start() {
    let mut world = World::new(120, 24);
    let file = world.path("briefing.notes.ana.toml");
    std::fs::create_dir(&file).unwrap();
    world.press("sIOM<Enter>ione +quote<Enter><Esc>gne and more<Enter>te<Enter>q");
    assert!(
        world.shows("quit; a note is NOT SAVED"),
        "{}",
        world.screen()
    );
    std::fs::remove_dir(&file).unwrap();
    let mut world = world.restart();
    world.wait_until(|world| world.notes_file().contains("[[floor]]"));
    world.press("j");
    assert!(!world.shows("NOT SAVED"), "{}", world.screen());
    let file = world.notes_file();
    for line in [
        "kind = \"quote\"",
        "speaker = \"IOM\"",
        "rev = 2",
        "one and more",
    ] {
        assert!(file.contains(line), "{line} in {file}");
    }
}

#[test]
fn a_deleted_match_is_skipped() {
    let mut world = World::new(120, 24);
    world.press("ialpha<Enter>iquagga<Enter>/quagga<Enter>d<Enter>");
    assert!(
        world.shows("alpha") && world.shows("deleted #2"),
        "{}",
        world.screen()
    );
    assert!(world.press("nn").shows("no matches"), "{}", world.screen());
}

#[test]
fn the_saved_message_stays_while_the_next_note_is_typed() {
    let mut world = World::new(80, 24);
    assert!(
        world.press("ione<Enter>i").shows("saved #1"),
        "{}",
        world.screen()
    );
}

#[test]
fn a_note_longer_than_the_pane_scrolls_to_its_end() {
    let mut world = World::new(60, 12);
    let words: Vec<_> = (1..=60).map(|nth| format!("word{nth:02} and")).collect();
    world.press("i").happens(Event::Paste(words.join(" ")));
    world.press("<Enter>gn");
    assert!(
        world.shows("word01") && !world.shows("word60"),
        "{}",
        world.screen()
    );
    assert!(
        world.press("jjjjjjjjjjjj").shows("word60"),
        "{}",
        world.screen()
    );
    assert!(
        world.press("kkkkkkkkkkkk").shows("word01"),
        "{}",
        world.screen()
    );
}

#[test]
fn a_missing_editor_gets_a_message_with_a_fix() {
    let mut world = World::new(120, 24);
    world.press("ione<Enter>gnE");
    assert!(
        world.shows("no editor is set; start with EDITOR=nano"),
        "{}",
        world.screen()
    );
}

/// Four notes, by Mali twice, in the notes pane.
fn with_notes() -> World {
    let mut world = World::new(120, 24);
    world.press("iMLI: wants a ferry +proposal q1<Enter>iFR: has a bridge q1<Enter>");
    world.press("iMLI: thanks all<Enter>iferries for all<Enter>gn");
    world
}

#[test]
fn each_key_filters_the_notes() {
    let mut world = with_notes();
    world.press("vspeaker:ML");
    assert!(
        world.shows("Notes 2/4 speaker:ML") && !world.shows("has a bridge"),
        "{}",
        world.screen()
    );
    insta::assert_snapshot!("filter", world.press(" ferr").screen());
    assert!(world.press("<Backspace>zz").shows("No note matches."));
    assert!(world.press("<Esc>").shows("has a bridge"));
    world.press("vkind:proposal q1<Enter>e");
    assert!(world.shows("Edit note #1"), "{}", world.screen());
}

#[test]
fn up_and_down_select_a_note_while_the_filter_is_typed() {
    for (keys, selected) in [("<Up><Up>", "#1"), ("<Up><Up><Down>", "#3")] {
        let mut world = with_notes();
        world.press("vspeaker:ML").press(keys).press("<Enter>e");
        let title = format!("Edit note {selected}");
        assert!(world.shows(&title), "{keys}: {}", world.screen());
    }
}

#[test]
fn a_filter_stays_while_notes_are_added_until_esc() {
    let mut world = with_notes();
    world.press("vspeaker:mali<Enter>iML: once more<Enter>iBR: not this<Enter>");
    assert!(
        world.shows("Notes 3/6 speaker:mali")
            && world.shows("once more")
            && !world.shows("not this"),
        "{}",
        world.screen()
    );
    assert!(
        world.press("d<Enter>").shows("Notes 2/5"),
        "{}",
        world.screen()
    );
    assert!(world.press("<Esc>").shows("Notes 5 "), "{}", world.screen());
}

#[test]
fn an_invalid_filter_is_reported_in_its_bar() {
    let mut world = with_notes();
    world.press("vspeaker:nobody-known");
    assert!(
        world.shows("speaker:nobody-known is unknown; give"),
        "{}",
        world.screen()
    );
    assert!(world.press("<Backspace><Ctrl-u><Enter>").shows("Notes 4 "));
}

#[test]
fn going_to_a_hidden_note_shows_it() {
    let mut world = with_notes();
    world.press("vspeaker:mali<Enter>/bridge<Tab><Tab><Enter>");
    assert!(
        world.shows("has a bridge") && world.shows("Notes 4 "),
        "{}",
        world.screen()
    );
}

#[test]
fn keys_in_one_batch_draw_the_same_screen() {
    // The screen in memory forgets to clear what stood below the right half of a wide character.
    let paper = PAPER.replace("黄河", "Huang He");
    for keys in [
        "JJithe ferry carried people",
        "JJithe ferry carried people<Tab>",
        "geJirivers and boats that carry none because the water is low<Ctrl-j>more<Esc>",
        "ibridge<Esc>Ji<Ctrl-u>rivers in Mali",
    ] {
        for (columns, rows) in [(80, 24), (60, 20)] {
            let world = || World::on(&paper, columns, rows);
            let at_once = world().press_at_once(keys).screen();
            assert_eq!(world().press(keys).screen(), at_once, "{keys}");
        }
    }
}
