//! Panes by width, resizing, broken files, hostile text.

use insta::assert_snapshot;
use proptest::prelude::*;
use roundtable::app::MouseDoes;

use crate::world::{PAPER, World};

#[test]
fn three_panes_on_a_wide_screen() {
    assert_snapshot!(World::new(120, 30).screen());
}

#[test]
fn two_panes_on_a_common_screen() {
    assert_snapshot!(World::new(80, 24).screen());
}

#[test]
fn one_pane_on_a_narrow_screen() {
    assert_snapshot!(World::new(60, 15).screen());
}

#[test]
fn it_works_at_40_by_12() {
    assert_snapshot!(World::new(40, 12).press("ge").screen());
}

#[test]
fn every_size_keeps_the_position() {
    let mut world = World::new(80, 24);
    let before = world.press("geJ").screen();
    for (columns, rows) in [(1, 1), (2, 3), (39, 2), (200, 60), (5, 50), (80, 24)] {
        world.resize(columns, rows);
    }
    assert_eq!(world.screen(), before);
}

#[test]
fn a_restart_restores_the_position() {
    let mut world = World::new(80, 24);
    let before = world.press("geJ").screen();
    assert_eq!(world.restart().screen(), before);
}

#[test]
fn a_broken_briefing_lists_its_mistakes_and_opens_when_fixed() {
    let mut world = World::on(&PAPER.replace("\"ML\"", "\"Mal\""), 80, 24);
    assert!(
        world.shows("error: unknown country code \"Mal\""),
        "{}",
        world.screen()
    );
    assert!(
        world.shows("help: did you mean \"ML\" (Mali)?"),
        "{}",
        world.screen()
    );
    world.rewrite(PAPER);
    // What the file thread has to say first may come first.
    world.wait_until(|world| world.shows("Rivers and bridges"));
}

/// The session begins whatever state the file is in.
#[test]
fn notes_and_floor_work_without_a_readable_briefing() {
    let broken = PAPER.replace("\"ML\"", "\"Mal\"");
    let mut world = World::on(&broken, 100, 24);
    world.press("i");
    assert!(world.shows("unknown country code"), "{}", world.screen());
    world.press("FR: wants a bridge q1 +proposal");
    assert!(world.shows("─ Note · France · proposal · q1? ─"));
    assert!(world.shows("unknown country code"), "{}", world.screen());
    world.press("<Enter>");
    assert!(world.shows("saved #1"), "{}", world.screen());
    world.press("sgermany<Enter>");
    assert!(world.shows("floor Germany"), "{}", world.screen());
    world.press("ia second one<Enter>ia third one<Enter>u<Enter>");
    let mut world = world.restart();
    world.press("ihalf a note");
    world.rewrite(PAPER);
    world.wait_until(|world| world.shows("Rivers and bridges") && world.shows("Notes 2"));
    assert!(world.shows("half a note"), "{}", world.screen());
    world.press("<Esc>gn");
    for shown in ["France propo", "wants a bridge q1", "a second one"] {
        assert!(world.shows(shown), "{shown}: {}", world.screen());
    }
    assert!(!world.shows("a third one"), "{}", world.screen());
    let file = world.notes_file();
    assert!(file.contains("speaker = \"FR\"") && file.contains("speaker = \"DE\""));
}

#[test]
fn a_briefing_that_breaks_while_it_is_read_stays_on_the_screen() {
    let mut world = World::new(80, 24);
    world.press("ge").rewrite("nonsense");
    assert!(world.shows("the ferry of 2008"));
    assert!(
        world.shows("the file has mistakes; run roundtable check"),
        "{}",
        world.screen()
    );
}

#[test]
fn escape_sequences_from_files_never_reach_the_terminal() {
    let hostile = "\\u001b[31m\\u202eevil\\u0007";
    let briefing = PAPER
        .replace("Mali: the ferry", hostile)
        .replace("at dawn", hostile);
    let screen = World::on(&briefing, 120, 60).press("gx").screen();
    assert!(screen.contains("evil"), "{screen}");
    assert!(!screen.contains(['\u{1b}', '\u{202e}', '\u{7}']));
}

#[test]
fn help_lists_the_keys_of_the_context_and_is_searchable() {
    let mut world = World::new(80, 24);
    assert_snapshot!("help", world.press("?").screen());
    assert_snapshot!("help_searched", world.press("footn").screen());
    assert!(world.press("<Down><Enter>").shows("Footnotes › Footnote 1"));
}

#[test]
fn a_pending_key_shows_its_continuations() {
    let mut world = World::new(120, 30);
    world.press("g");
    assert!(
        world.shows("o      objectives") && world.shows("e      examples"),
        "{}",
        world.screen()
    );
}

#[test]
fn a_click_selects_and_the_wheel_scrolls_what_is_under_it() {
    let mut world = World::new(120, 14);
    world.press("ge").mouse(MouseDoes::Click, 5, 4);
    assert!(
        world.row_with("Context").contains("▾"),
        "{}",
        world.screen()
    );
    let before = world.screen();
    world.mouse(MouseDoes::WheelUp, 60, 5);
    assert_ne!(world.screen(), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_keys_and_no_size_crash_it(
        keys in "([jkhlJKgGenfz'mxyYu:?/ai]|<Esc>|<Enter>|<Tab>|<Space>|<Ctrl-d>|<Ctrl-o>|<Up>|<PgDn>){0,40}",
        columns in 1u16..140,
        rows in 1u16..45,
    ) {
        let mut world = World::new(80, 24);
        world.press("ihello<Enter>").resize(columns, rows).press(&keys);
        world.resize(120, 40).press("<Esc><Esc><Esc>");
        let shown = world.screen();
        prop_assert_eq!(shown.matches('▶').count(), 1, "{}", shown);
        let selected = shown.contains(['▌', '›']) || !world.reversed().is_empty();
        prop_assert!(selected || shown.contains("No notes yet"), "nothing is selected:\n{}", shown);
    }
}
