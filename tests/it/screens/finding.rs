//! The finder.

use insta::assert_snapshot;

use crate::world::{PAPER, World};

fn selected(world: &World) -> String {
    world.row_with("▌")
}

#[test]
fn each_key_searches_and_highlights() {
    let mut world = World::new(80, 24);
    assert_snapshot!(world.press("/mali").screen());
}

#[test]
fn a_wide_screen_shows_the_selected_hit_in_full() {
    let mut world = World::new(120, 30);
    assert_snapshot!(world.press("/mali<Down>").screen());
}

#[test]
fn the_best_hit_is_first_and_n_goes_to_the_next() {
    let mut world = World::new(80, 24);
    world.press("/mali<Enter>");
    // Its title says Mali.
    assert!(selected(&world).contains("The ferry carried"));
    assert!(world.press("n").shows("2 of 3"));
    assert!(selected(&world).contains("Rivers in Mali"));
    assert!(selected(world.press("n")).contains("Malian ferries"));
    assert!(selected(world.press("n")).contains("The ferry carried"));
    assert!(selected(world.press("N")).contains("Malian ferries"));
}

#[test]
fn case_and_accents_are_ignored_and_only_matches_are_highlighted() {
    let mut world = World::new(80, 24);
    world.press("/SAO FRANC<Enter>");
    assert_eq!(world.reversed(), ["São", "Franc"]);
    assert!(world.press("<Esc>").reversed().is_empty());
}

#[test]
fn typing_errors_are_forgiven() {
    let mut world = World::new(80, 24);
    world.press("/riwers<Enter>");
    assert!(
        world.reversed().contains(&"Rivers".to_owned()),
        "{}",
        world.screen()
    );
}

#[test]
fn a_search_without_hits_changes_nothing() {
    let mut world = World::new(80, 24);
    let before = world.press("ge").screen();
    assert!(
        world
            .press("/mongolia")
            .shows("nothing in the paper or the notes")
    );
    assert!(world.press("<Enter>").shows("nothing in the paper"));
    // Drawn anew: in memory, half of a wide character outlives the other.
    assert_eq!(world.press("<Esc><Ctrl-l>").screen(), before);
}

#[test]
fn enter_applies_the_suggestion() {
    let mut world = World::new(80, 24);
    world.press("/fzrrzes");
    assert!(world.shows("Enter: did you mean “ferries”"));
    assert!(
        world.press("<Enter>").shows("Malian ferries"),
        "{}",
        world.screen()
    );
}

#[test]
fn a_hit_shows_its_missing_words() {
    let mut world = World::new(80, 24);
    assert!(
        world.press("/ferries zebra").shows("without: zebra"),
        "{}",
        world.screen()
    );
    assert!(
        world.press("<Enter>").shows("without zebra"),
        "{}",
        world.screen()
    );
}

#[test]
fn escape_returns_to_where_you_were() {
    let mut world = World::new(80, 24);
    let before = world.press("gq").screen();
    assert_ne!(world.press("/dawn").screen(), before);
    assert_eq!(world.press("<Esc>").screen(), before);
}

#[test]
fn backspace_after_a_jump_leads_back() {
    let mut world = World::new(80, 24);
    world.press("gq");
    let before = selected(&world);
    assert_ne!(selected(world.press("/mali<Enter>")), before);
    assert_eq!(selected(world.press("<Backspace>")), before);
}

#[test]
fn notes_are_found_as_soon_as_they_are_saved() {
    let mut world = World::new(120, 24);
    world.press("iuganda asks about tolls<Enter>/ugan");
    assert!(world.shows("note #1"), "{}", world.screen());
    world.press("<Enter>");
    assert_eq!(world.reversed().last().map(String::as_str), Some("ugan"));
}

#[test]
fn tab_chooses_between_paper_and_notes() {
    let mut world = World::new(120, 24);
    world.press("imali asks about tolls<Enter>/mali");
    assert!(world.shows("4 hits"), "{}", world.screen());
    assert!(world.press("<Tab>").shows("3 hits") && world.shows("Find in the paper"));
    assert!(world.press("<Tab>").shows("1 hit") && world.shows("Find in the notes"));
    assert!(world.press("<Shift-Tab><Shift-Tab>").shows("4 hits"));
}

#[test]
fn earlier_searches_come_back_even_after_a_restart() {
    let mut world = World::new(80, 24);
    world.press("/mali<Enter>/rivers<Enter>");
    let mut world = world.restart();
    assert!(
        world.press("/").shows("↑ brings back earlier searches:"),
        "{}",
        world.screen()
    );
    assert!(world.press("<Up>").shows("/ rivers"), "{}", world.screen());
    assert!(world.press("<Up>").shows("/ mali"), "{}", world.screen());
    // Down walks the hits of what was brought back; behind the oldest is what was typed.
    assert!(world.press("<Down>").row_with("›").contains("¶3"));
    assert!(world.press("<Up>").shows("/ mali"));
    assert!(!world.press("<Up>").shows("/ mali"));
}

#[test]
fn a_click_selects_a_hit_and_a_second_one_goes_there() {
    use roundtable::app::MouseDoes::Click;
    let mut world = World::new(80, 24);
    world.press("/mali");
    world.mouse(Click, 10, 6);
    assert!(world.row_with("›").contains("¶"), "{}", world.screen());
    world.mouse(Click, 10, 6);
    assert!(world.shows("2 of 3"), "{}", world.screen());
}

#[test]
fn a_changed_paper_is_searched_again() {
    let mut world = World::new(80, 24);
    world.press("/walrus");
    assert!(world.shows("nothing"));
    world.rewrite(&PAPER.replace("ferries", "walrus"));
    world.wait_until(|world| world.shows("Malian walrus"));
}

#[test]
fn go_to_leads_to_entries_countries_and_commands() {
    let mut world = World::new(80, 24);
    world.press("foyap<Enter>");
    assert!(selected(&world).contains("The bridge was agreed"));
    world.press("ffrance");
    while !world.row_with("›").contains("country") {
        world.press("<Down>");
    }
    assert!(world.press("<Enter>").shows("▶ France"));
    world.press("<Esc>fonly this pane<Enter>");
    assert!(!world.shows("Contents"), "{}", world.screen());
}

#[test]
fn an_empty_scope_gets_a_message_and_suggestions_keep_it() {
    let mut world = World::new(80, 24);
    world.press("/ferries<Shift-Tab>");
    assert!(world.shows("nothing in the notes"), "{}", world.screen());
    assert!(!world.shows("did you mean"), "{}", world.screen());
    // Without the sign there is something.
    world.press("<Tab><Ctrl-u>ferries in:footnotes");
    assert!(world.shows("did you mean “ferries”"), "{}", world.screen());
}

#[test]
fn the_finder_fits_every_screen() {
    for (columns, rows) in [(40, 12), (60, 15), (20, 5), (1, 1)] {
        let mut world = World::new(columns, rows);
        world.press("/mali<Down><Up><Up><PgDn><Tab><Enter>");
    }
    assert_snapshot!(World::new(60, 15).press("/mali ferry zebra").screen());
}

#[test]
fn a_match_deep_in_a_long_paragraph_is_shown_in_its_row() {
    let long = "boats go by. ".repeat(4000);
    let long = format!("{long} One zeppelin came by. {long}");
    let mut world = World::on(&PAPER.replace("Malian ferries", &long), 80, 24);
    world.press("/zeppelin");
    assert!(
        world.row_with("…").contains("One zeppelin came by."),
        "{}",
        world.screen()
    );
    assert_eq!(world.reversed().last().unwrap(), "zeppelin");
    assert!(world.press("<Enter>").shows("1 of 1"));
}
