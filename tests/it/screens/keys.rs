//! Keys that cannot act say why, and are not offered.

use crate::world::World;

#[test]
fn a_key_that_cannot_act_says_why_in_one_line() {
    let mut world = World::new(120, 24);
    for (keys, why) in [
        ("u", "nothing to undo"),
        ("<Ctrl-r>", "nothing to redo"),
        ("n", "no matches; press / to search"),
        ("'a", "no bookmarks yet; press mx to set one"),
        ("<Ctrl-o>", "nothing to jump back to"),
        ("gne", "no notes yet; press i to write one"),
        ("H", "no notes yet; press i to write one"),
    ] {
        world.press(keys);
        assert!(world.shows(why), "{keys}:\n{}", world.screen());
    }
}

#[test]
fn an_unbound_key_says_so_and_names_the_key_of_the_help() {
    let mut world = World::new(120, 24);
    world.press("B");
    assert!(
        world.shows("B does nothing here; ? shows the keys"),
        "{}",
        world.screen()
    );
    // Where text is typed, characters are text.
    world.press("jiB");
    assert!(!world.shows("does nothing here"), "{}", world.screen());
    world.press("<Ctrl-x>");
    assert!(world.shows("Ctrl-x does nothing here"));
}

#[test]
fn footer_help_and_palette_offer_only_what_can_act() {
    let mut world = World::new(120, 50);
    world.press("gn");
    assert!(!world.shows("e edit"), "{}", world.screen());
    world.press("?undo");
    assert!(!world.shows("undo the last change"), "{}", world.screen());
    world.press("<Esc>:redo");
    assert!(!world.shows("redo the change"), "{}", world.screen());
    world.press("<Esc>ione<Enter>gn");
    assert!(world.shows("e edit"), "{}", world.screen());
    world.press("?undo");
    assert!(world.shows("undo the last change"), "{}", world.screen());
}
