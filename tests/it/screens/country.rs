//! The country desk: the list of countries, and dossiers.

use insta::assert_snapshot;

use crate::world::World;

const PAPER: &str = include_str!("../../fixtures/countries.toml");

fn world(columns: u16, rows: u16) -> World {
    World::on(PAPER, columns, rows)
}

#[test]
fn three_keys_and_enter_show_everything_on_a_country() {
    let mut world = world(80, 24);
    assert_snapshot!(world.press("cma").screen());
    assert_snapshot!(world.press("<Enter>").screen());
}

#[test]
fn the_selected_item_shows_its_whole_text_and_enter_goes_there() {
    let mut world = world(80, 24);
    world.press("cml<Enter><Down>");
    assert!(world.row_with("›").contains("¶2"), "{}", world.screen());
    world.press("<Enter>");
    assert!(world.row_with("▌").contains('2'), "{}", world.screen());
    // n walks through the other places that name the country.
    world.press("n");
    assert!(world.row_with("▌").contains('3'), "{}", world.screen());
    world.press("<Backspace>");
    assert!(world.shows("A basin is shared land"), "{}", world.screen());
}

#[test]
fn escape_returns_to_where_you_were() {
    let mut world = world(80, 24);
    let before = world.press("gq").screen();
    world.press("cmali<Enter><Down>");
    assert_eq!(world.press("<Esc>").screen(), before);
    assert_eq!(world.press("cghana<Esc>").screen(), before);
}

#[test]
fn a_country_missing_from_the_paper_gets_a_message() {
    let mut world = world(80, 24);
    assert!(
        world
            .press("ciceland")
            .row_with("›")
            .contains("not in this paper")
    );
    assert!(world.press("<Enter>").shows("Iceland: not in this paper"));
    world.press("<Esc>cghana");
    let row = world.row_with("›");
    assert!(row.contains("only as a member of ECOWAS, AU"), "{row}");
    assert!(world.press("<Enter>").shows("ECOWAS lets people"));
}

#[test]
fn a_country_is_picked_by_name_code_people_and_foreign_name() {
    let mut world = world(80, 24);
    for (typed, name) in [
        ("sn", "Senegal"),
        ("ST", "São Tomé and Príncipe"),
        ("NO", "Norway"),
        ("AU", "Australia"),
        ("land of the l", "Gambia (Land of the Long River)"),
        ("ecowas", "Mali (ECOWAS)"),
        ("west africa", "Mali (Western Africa)"),
        ("sénégal", "Senegal"),
        ("bresil", "Brazil (Brésil)"),
        ("brazilian", "Brazil"),
        ("uk", "United Kingdom (UK)"),
        ("ivory", "Côte d'Ivoire (Ivory Coast)"),
        ("cote d", "Côte d'Ivoire"),
        ("frnace", "France"),
    ] {
        world.press(&format!("c{typed}"));
        let row = world.row_with("›");
        assert!(row.contains(name), "{typed}: {row}");
        world.press("<Esc>");
    }
}

#[test]
fn the_country_of_the_paragraph_is_selected_and_shift_c_opens_it() {
    let mut world = world(80, 24);
    world.press("ge<Down>");
    assert!(
        world.press("c").row_with("›").contains("Mali"),
        "{}",
        world.screen()
    );
    world.press("<Esc>");
    assert!(world.press("C").shows("▶ Mali"), "{}", world.screen());
    world.press("<Esc>gqC");
    assert!(
        world.shows("no country mentioned here"),
        "{}",
        world.screen()
    );
}

#[test]
fn next_and_previous_country_follow_the_order_of_the_list() {
    let mut world = world(80, 24);
    world.press("cmali<Enter>");
    assert!(world.shows("Mali, 5 of 6 by name"), "{}", world.screen());
    assert!(world.press("l").shows("Senegal, 6 of 6"));
    assert!(world.press("l").shows("Brazil, 1 of 6"));
    assert!(world.press("h").shows("Senegal, 6 of 6"));
    world.press("c<Tab><Enter>");
    assert!(world.shows("Mali, 1 of 6 by number"), "{}", world.screen());
}

#[test]
fn countries_are_listed_by_number_region_and_partnership() {
    let mut world = world(80, 24);
    assert_snapshot!(world.press("c").screen());
    world.press("<Tab>");
    assert!(world.row_with("›").contains("Mali"), "{}", world.screen());
    assert_snapshot!(world.press("<Tab>").screen());
    assert_snapshot!(world.press("<Tab>").screen());
    world.press("<Tab>");
    assert!(world.shows("by name"));
}

#[test]
fn a_dossier_shows_notes_as_soon_as_they_are_saved() {
    let mut world = world(80, 30);
    world.press("ithe Malians agree<Enter>cmali<Enter>G");
    assert!(
        world.row_with("›").contains("note #1"),
        "{}",
        world.screen()
    );
    world.press("<Enter>");
    assert!(!world.shows("▶ Mali"), "{}", world.screen());
}

#[test]
fn an_open_dossier_follows_the_paper() {
    let mut world = world(80, 24);
    world.press("ciceland<Enter>");
    world.rewrite(&PAPER.replace("It is slow.", "Iceland is slow."));
    world.wait_until(|world| world.shows("Iceland is slow."));
}

#[test]
fn the_mouse_selects_and_opens() {
    use roundtable::app::MouseDoes::{Click, WheelDown};
    let mut world = world(80, 24);
    world.press("c").mouse(WheelDown, 10, 10);
    assert!(world.row_with("›").contains("Gambia"), "{}", world.screen());
    world.mouse(Click, 10, 8);
    let mali = world.row_with("›");
    assert!(mali.contains("Mali"), "{mali}");
    assert!(world.mouse(Click, 10, 8).shows("▶ Mali"));
    world.mouse(Click, 10, 11);
    assert!(world.row_with("›").contains("¶2"), "{}", world.screen());
    world.mouse(Click, 10, 11);
    assert!(!world.shows("▶ Mali"), "{}", world.screen());
}

/// A click on the selected item closes the dossier, and not the bar over it.
#[test]
fn a_click_in_the_dossier_keeps_the_text_of_the_bar() {
    use roundtable::app::MouseDoes::Click;
    let mut world = world(80, 24);
    world.press("cmali<Enter>iwants ferries");
    assert!(world.shows("▶ Mali") && world.shows("wants ferries"));
    world.mouse(Click, 10, 6).mouse(Click, 10, 6);
    assert!(world.shows("wants ferries"), "{}", world.screen());
    world.press("<Enter>");
    assert!(world.shows("saved #1"), "{}", world.screen());
}

#[test]
fn an_item_that_is_taller_than_the_screen_is_scrolled() {
    let long = format!("A long way. {}The end is Mali.", "On and on. ".repeat(120));
    let paper = PAPER.replace("Most ferries cross in the dry season.", &long);
    let mut world = World::on(&paper, 80, 24);
    world.press("cmali<Enter><Down>");
    assert!(world.shows("A long way") && !world.shows("The end is Mali"));
    while !world.shows("The end is Mali") {
        world.press("<Down>");
        assert!(!world.shows("› ¶3"), "{}", world.screen());
    }
    world.press("<Down>");
    assert!(world.row_with("›").contains("¶3"), "{}", world.screen());
    world.press("<Up>");
    assert!(world.shows("The end is Mali"), "{}", world.screen());
    world.press("<PgUp>");
    assert!(world.row_with("›").contains("¶2"), "{}", world.screen());
}

#[test]
fn the_selection_survives_a_reload_of_the_paper() {
    let mut world = world(80, 24);
    world.press("cmali<Enter><Down><Down>");
    assert!(world.row_with("›").contains("¶3"), "{}", world.screen());
    world.rewrite(&PAPER.replace("Rivers without borders", "Rivers anew"));
    world.wait_until(|world| world.shows("Rivers anew") && world.shows("› ¶3"));
    world.press("<Esc>c<End><Up>");
    let selected = world.row_with("›");
    world.rewrite(&PAPER.replace("Rivers without borders", "Rivers again"));
    world.wait_until(|world| world.shows("Rivers again") && world.shows(&selected));
}

#[test]
fn n_steps_through_the_dossier_while_notes_are_saved() {
    let mut world = world(80, 30);
    world.press("cmali<Enter><Down><Enter>ia note on tolls<Enter>n");
    assert!(world.row_with("▌").contains('3'), "{}", world.screen());
    world.press("n");
    assert!(world.row_with("▌").contains('4'), "{}", world.screen());
}

#[test]
fn help_opens_over_the_dossier_and_notes_start_from_it() {
    let mut world = world(80, 24);
    world.press("cmali<Enter><Down>?");
    assert!(world.shows("next country"), "{}", world.screen());
    assert!(world.press("<Esc>").shows("▶ Mali"), "{}", world.screen());
    world.press("a");
    assert!(world.shows("Note on ¶2"), "{}", world.screen());
    world.press("Malian ferries are late<Enter>cmali<Enter>G<Enter><Backspace>");
    assert!(world.shows("A basin is shared land"), "{}", world.screen());
}

#[test]
fn tab_selects_the_next_country_after_typing() {
    let mut world = world(80, 24);
    world.press("cma<Tab>");
    assert!(world.shows("> ma") && !world.row_with("›").contains("Mali"));
}

#[test]
fn the_dossier_fits_every_screen() {
    for (columns, rows) in [(1, 1), (12, 4), (40, 12), (60, 15), (200, 50)] {
        let mut world = world(columns, rows);
        world.press("c<Down><Tab><Tab>mali<Enter><Down><Down>lh");
        let is_seen = columns < 40 || world.shows("›");
        assert!(is_seen, "{}", world.screen());
        world.press("G<Enter>");
    }
    let mut world = world(60, 15);
    assert_snapshot!(world.press("cmali<Enter>").screen());
}

#[test]
fn filters_list_examples_and_highlight_names() {
    let mut world = world(80, 24);
    world.press("/country:ml in:examples");
    assert!(world.shows("1 hit") && world.shows("A ferry of two banks"));
    assert_eq!(world.reversed().last().map(String::as_str), Some("Malians"));
}
