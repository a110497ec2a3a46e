//! The find bar.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn what_is_typed_is_found_and_lit_at_each_key() {
    let mut world = World::new(80, 24);
    assert_snapshot!(world.press("/mali").screen());
    assert_eq!(world.reversed(), ["Mali", "mali"]);
}

#[test]
fn whole_words_come_first_and_n_walks_on() {
    let mut world = World::new(80, 24);
    world.press("/mali<Enter>");
    let selected = |world: &World| world.row_with("▌");
    assert!(
        selected(&world).contains("Rivers in Mali"),
        "{}",
        world.screen()
    );
    assert!(world.press("n").shows("2 of 3"));
    world.press("n");
    assert!(
        selected(&world).contains("Malian ferries"),
        "{}",
        world.screen()
    );
    world.press("n");
    assert!(
        selected(&world).contains("Rivers in Mali"),
        "{}",
        world.screen()
    );
    world.press("N");
    assert!(
        selected(&world).contains("Malian ferries"),
        "{}",
        world.screen()
    );
}

#[test]
fn case_and_accents_do_not_matter() {
    let mut world = World::new(80, 24);
    world.press("/SAO FRANC");
    assert_eq!(world.reversed(), ["São", "Franc"]);
}

#[test]
fn nothing_found_is_said_plainly_and_changes_nothing() {
    let mut world = World::new(80, 24);
    let before = world.press("ge").screen();
    assert!(world.press("/mongolia").shows("nothing in the paper"));
    assert_eq!(world.press("<Esc>").screen(), before);
}

#[test]
fn escape_returns_to_where_you_were() {
    let mut world = World::new(80, 24);
    let before = world.press("gq").screen();
    assert_ne!(world.press("/dawn").screen(), before);
    assert_eq!(world.press("<Esc>").screen(), before);
}

#[test]
fn notes_are_found_as_well() {
    let mut world = World::new(120, 24);
    world.press("iuganda asks about tolls<Enter>/ugan");
    assert!(world.shows("1 in notes"), "{}", world.screen());
    assert_eq!(world.reversed().last().map(String::as_str), Some("ugan"));
}
