//! Reading: contents, jumps, footnotes, marks, copying.

use insta::assert_snapshot;

use crate::world::World;

#[test]
fn the_paper_from_top_to_end() {
    assert_snapshot!(World::new(80, 60).press("z").screen());
}

#[test]
fn contents_show_kinds_and_entries_and_the_reader_follows() {
    let mut world = World::new(80, 24);
    assert_snapshot!(world.press("<Tab><Tab>jjj<Enter>j").screen());
}

#[test]
fn footnotes_open_in_place_and_return() {
    let mut world = World::new(80, 24);
    assert_snapshot!(world.press("gc<Enter><Ctrl-l>").screen());
    world.press("<Enter>");
    assert!(
        !world.shows("A bank is the land"),
        "closed again:\n{}",
        world.screen()
    );
    assert!(world.row_with("A bridge joins").contains('▌'));
    world.press("gf<Enter>");
    assert!(
        world.row_with("A bridge joins").contains('▌'),
        "{}",
        world.screen()
    );
}

#[test]
fn the_address_of_a_link_is_shown_on_demand() {
    let mut world = World::new(80, 24);
    assert!(!world.press("gxJ").shows("https://example.org/map"));
    assert!(world.press("<Enter>").shows("https://example.org/map"));
}

#[test]
fn a_question_links_to_entries_that_help_answer_it() {
    let mut world = World::new(80, 24);
    world.press("gqJJ<Enter>");
    assert!(
        world.shows("Examples › Brazil – France"),
        "{}",
        world.screen()
    );
    world.press("<Backspace>");
    assert!(world.shows("Questions › Question 1"), "{}", world.screen());
    world.press("<Alt-Right>");
    assert!(
        world.shows("Examples › Brazil – France"),
        "{}",
        world.screen()
    );
}

#[test]
fn marks_return_to_their_place() {
    let mut world = World::new(80, 24);
    world.press("gemagc'a");
    assert!(world.shows("Examples › Mali"), "{}", world.screen());
    assert!(world.press("'b").shows("no bookmark b; press mb to set it"));
}

#[test]
fn a_kind_without_entries_is_named_in_a_sentence_of_its_own() {
    let paper = "schema = 1\n[paper]\ntitle = 'P'\n[[questions]]\nid = 'q'\ntext = 'Why?'\n";
    let mut world = World::on(paper, 80, 24);
    assert!(world.press("ge").shows("the paper has no examples"));
    assert!(world.press("gx").shows("the paper has no context "));
}

#[test]
fn a_few_letters_go_to_any_entry() {
    let mut world = World::new(80, 24);
    assert_snapshot!(world.press("foyap").screen());
    assert!(world.press("<Enter>").shows("Examples › Brazil – France"));
}

#[test]
fn a_paragraph_is_copied_with_its_citation() {
    let mut world = World::new(80, 24);
    let copied = world.press("gey").copied().unwrap().to_owned();
    let wanted = "The ferry carried 41,816 people in its first year.\n\
                  (Rivers and bridges, RT 9.1, Forum of the Rivers, §4 a, ¶6)";
    assert_eq!(copied, wanted);
}
