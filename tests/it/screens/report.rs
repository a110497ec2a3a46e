//! The report on the screen: preview, what is missing, key messages, writing.

use crate::world::World;

const PAPER: &str = include_str!("../../fixtures/countries.toml");

fn world(columns: u16, rows: u16) -> World {
    let mut world = World::on(PAPER, columns, rows);
    world.press("iML: ferries cross at night q1 p2<Enter>");
    world.press("iSenegal takes part<Enter>");
    world.press("iopens a landing stage by 2012 +commitment q1<Enter>");
    world
}

#[test]
fn gaps_are_listed_beside_the_report_and_enter_goes_there() {
    let mut world = world(120, 30);
    world.press("R");
    assert!(world.shows("ferries cross at night"), "{}", world.screen());
    for missing in [
        "no key message",
        "#2 no guiding question",
        "#3 a commitment without a speaker",
    ] {
        assert!(world.shows(missing), "{missing}: {}", world.screen());
    }
    assert!(
        world.shows("#2 clean text names Senegal"),
        "{}",
        world.screen()
    );
    world.press("J<Enter>");
    assert!(
        world.row_with("▌").contains("Senegal") || world.shows("▌Senegal"),
        "{}",
        world.screen()
    );
    assert!(world.shows("press R to return"), "{}", world.screen());
    world.press("e +note<Home>q1 ML: <Enter>R");
    assert!(!world.shows("#2 no guiding question"), "{}", world.screen());
}

#[test]
fn the_preview_follows_the_version() {
    let mut world = world(120, 40);
    world.press("R");
    assert!(!world.shows("Annex"), "{}", world.screen());
    world.press("l");
    assert!(
        world.shows("with the attributed annex"),
        "{}",
        world.screen()
    );
    world.press("lh");
    assert!(
        world.shows("with the attributed annex"),
        "{}",
        world.screen()
    );
    world.press("<Esc>gnxm<Enter>");
    assert!(
        world.shows("key message made from #3; press e to edit it"),
        "{}",
        world.screen()
    );
    world.press("R");
    assert!(!world.shows("no key message"), "{}", world.screen());
    assert!(world.notes_file().contains("kind = \"message\""));
}

#[test]
fn one_key_makes_it_final_and_one_adds_numbers() {
    let mut world = world(120, 40);
    world.press("R");
    assert!(world.shows("**DRAFT**") && !world.shows("(#1)"));
    world.press("dn");
    assert!(
        !world.shows("DRAFT") && world.shows("(#1)"),
        "{}",
        world.screen()
    );
    world.press("w");
    assert!(world.shows("report.md · final"), "{}", world.screen());
    world.press("<Esc>dn");
    assert!(world.shows("**DRAFT**") && !world.shows("(#1)"));
}

#[test]
fn the_names_of_a_new_briefing_are_known_in_the_open_preview() {
    let mut world = World::on(PAPER, 120, 30);
    world.press("iferries of the Land of Two Rivers<Enter>R");
    assert!(!world.shows("names Iraq"), "{}", world.screen());
    let aliases = "[aliases]\n\"Land of Two Rivers\" = \"IQ\"";
    world.rewrite(&PAPER.replace("[aliases]", aliases));
    world.wait_until(|world| world.shows("names Iraq"));
}

#[test]
fn a_report_is_written_beside_the_briefing_without_overwriting() {
    let mut world = world(80, 24);
    world.press("Rw");
    assert!(world.shows("Write the report as"), "{}", world.screen());
    world.press("log<Enter>");
    world.wait_until(|world| world.shows("written: "));
    assert!(world.path("briefing.report-floor.csv").exists());
    world.press("wlog<Enter>");
    world.wait_until(|world| world.path("briefing.report-floor-2.csv").exists());
    world.press("<Esc>");
    assert!(!world.shows("missing:"), "{}", world.screen());
}

#[test]
fn the_report_fits_every_screen() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 15), (40, 12), (10, 3), (1, 1)] {
        let mut world = world(columns, rows);
        world.press("RGJJJJJKjkggll<Space>b");
        world.resize(80, 24);
        assert!(world.shows("Report"), "{}", world.screen());
    }
}
