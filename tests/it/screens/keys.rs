//! Keys that cannot act say why, and are not offered.

use crate::world::World;

#[test]
fn a_key_that_cannot_act_says_why_in_one_line() {
    let mut world = World::new(120, 24);
    for (keys, why) in [
        ("u", "nothing to undo"),
        ("<Ctrl-r>", "nothing to redo"),
        ("n", "no matches; press / to search"),
        ("'", "no bookmarks yet; press mx to set one"),
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
    world.press("y");
    assert!(!world.shows("does nothing here"), "{}", world.screen());
}

#[test]
fn the_help_shows_no_line_that_has_only_the_letters_of_a_word() {
    let mut world = World::new(80, 24);
    world.press("?xylophone");
    assert!(world.shows("nothing found"), "{}", world.screen());
    world.press("<Ctrl-u>theme");
    assert!(world.shows("nothing found"), "{}", world.screen());
    world.press("<Ctrl-u>nxt");
    assert!(world.shows("next entry"), "{}", world.screen());
}

#[test]
fn the_help_leads_to_the_pane_where_an_action_acts() {
    let mut world = World::new(80, 24);
    world.press("ione<Enter><Esc>?delete");
    let row = world.row_with("›");
    assert!(
        row.contains("d Enter") && row.contains("notes"),
        "{}",
        world.screen()
    );
    world.press("<Enter>");
    assert!(world.shows("▶ Notes 1"), "{}", world.screen());
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

/// Every row of a card is shown, however narrow the screen.
#[test]
fn a_card_shows_all_its_rows_at_every_width() {
    let kinds = [
        "note",
        "position",
        "proposal",
        "practice",
        "commitment",
        "agreement",
        "disagreement",
        "question",
        "quote",
        "action",
        "message",
    ];
    for (columns, rows) in [(40, 12), (60, 15), (80, 24), (100, 30), (120, 40)] {
        let mut world = World::new(columns, rows);
        world.press("x");
        let screen = world.screen();
        let (_, card) = screen.split_once("Mark as").unwrap();
        for kind in kinds {
            assert!(card.contains(kind), "{kind} at {columns}x{rows}:\n{screen}");
        }
        // The selected row is marked by a sign, too.
        world.press("t");
        let card = world.screen();
        let (_, card) = card.split_once("Mark as").unwrap();
        assert!(card.contains("›t action"), "{card}");
        let reversed = world.reversed();
        assert!(reversed.iter().any(|lit| lit.trim_end() == "›t action"));
    }
}

#[test]
fn a_card_that_changes_something_acts_on_enter_alone() {
    let mut world = World::new(100, 24);
    world.press("ione<Enter>smali<Enter><Esc>");
    // A letter selects, another letter selects again, and a key that is not there closes it.
    world.press("xpq");
    assert!(world.shows("›q question"), "{}", world.screen());
    world.press("z");
    assert!(world.shows("closed; z is not on the card"));
    assert!(!world.shows("Mark as") && world.shows("Notes 1"));
    world.press("te<Esc>");
    assert!(world.shows("floor Mali"), "{}", world.screen());
    world.press("t<Down><Up>");
    assert!(world.shows("›e end: Mali"), "{}", world.screen());
    world.press("<Enter>");
    assert!(!world.shows("floor Mali"), "{}", world.screen());
    world.press("t");
    assert!(!world.shows("end: Mali"), "{}", world.screen());
    world.press("e");
    assert!(
        world.shows("no one has the floor; press s to give it"),
        "{}",
        world.screen()
    );
}

#[test]
fn delete_and_undo_say_first_what_they_do() {
    let mut world = World::new(100, 24);
    world.press("ione<Enter>smali<Enter><Esc>gnd");
    assert!(
        world.shows("delete the selected note: #1 one"),
        "{}",
        world.screen()
    );
    world.press("d");
    assert!(world.shows("Notes 1"));
    world.press("u");
    assert!(
        world.shows("undo: no one has the floor"),
        "{}",
        world.screen()
    );
    world.press("<Enter>u");
    assert!(world.shows("undo: delete #1"), "{}", world.screen());
    world.press("<Enter>");
    assert!(world.shows("Notes 0"));
}

#[test]
fn quitting_asks_while_a_turn_is_open() {
    let mut world = World::new(100, 24);
    world.press("smali<Enter><Esc>q");
    assert!(
        world.shows("quit; the turn of Mali stays open"),
        "{}",
        world.screen()
    );
    world.press("q<Ctrl-c>");
    assert!(world.shows("stays open"), "{}", world.screen());
    world.press("<Esc>");
    assert!(world.shows("? help"), "{}", world.screen());
}

#[test]
fn a_number_goes_to_its_paragraph() {
    let mut world = World::new(100, 40);
    world.press("g3");
    assert!(world.shows("›3"), "{}", world.screen());
    world.press("<Enter>");
    assert!(world.row_with("Rivers in Mali").contains('▌'));
    world.press("ggf3<Enter>");
    assert!(world.row_with("Rivers in Mali").contains('▌'));
    world.press("g99<Enter>");
    assert!(world.shows("no paragraph 99; the last is ¶"));
}

#[test]
fn left_and_right_fold_the_contents_before_they_leave_the_pane() {
    let mut world = World::new(100, 24);
    world.press("<Left>");
    assert!(world.shows("▶ Contents"), "{}", world.screen());
    world.press("<Left>");
    assert!(world.shows("▸ Objectives"), "{}", world.screen());
    world.press("<Right>");
    assert!(world.shows("▾ Objectives"), "{}", world.screen());
    world.press("<Right>");
    assert!(!world.shows("▶ Contents"), "{}", world.screen());
}

/// What was understood late is put right for the whole turn, in one step of undo.
#[test]
fn tab_makes_a_choice_hold_since_the_turn_began() {
    let mut world = World::new(120, 24);
    world.press("smali<Enter>ione<Enter><Esc>Q<Tab>");
    assert!(
        world.shows("since the turn began? Tab: from now"),
        "{}",
        world.screen()
    );
    world.press("<Enter>");
    assert!(world.shows("1 note updated"), "{}", world.screen());
    assert!(world.notes_file().contains("question = \"q1\""));
    world.press("ssenegal<Tab><Enter>");
    assert!(world.shows("floor Senegal"), "{}", world.screen());
    assert!(world.notes_file().contains("speaker = \"SN\""));
}

#[test]
fn a_list_over_a_dossier_returns_to_it() {
    let mut world = World::new(100, 24);
    world.press("cmali<Enter>tw<Enter>senegal<Enter>");
    assert!(world.shows("▶ Mali"), "{}", world.screen());
    world.press("Q<Esc>");
    assert!(world.shows("▶ Mali"), "{}", world.screen());
    // Without a turn there is nothing that a choice could hold since.
    world.press("Q<Tab>");
    assert!(
        world.shows("Which question from now on?"),
        "{}",
        world.screen()
    );
}

/// The words that people use are not always those of the help.
#[test]
fn help_finds_actions_by_the_words_people_use() {
    for (words, keys, line) in [
        ("speaker", "s", "give the floor to a speaker"),
        ("silent", "s", "give the floor to a speaker"),
        ("export", "R", "open the report"),
        ("save", "i", "write a note, or continue the draft"),
        ("delete", "d Enter", "delete the selected note"),
        ("search", "/", "search paper and notes"),
        ("zoom", "z", "show only this pane, or all panes"),
        ("exit", "q", "quit"),
        (
            "kind",
            "+commitment",
            "the kind; its first letters are enough",
        ),
        (
            "practice",
            "+commitment",
            "the kind; its first letters are enough",
        ),
    ] {
        let mut world = World::new(100, 40);
        world.press("ione<Enter>gn?").press(words);
        let row = world.row_with(line);
        assert!(row.contains(keys), "{words}: {row}");
    }
}

#[test]
fn help_is_grouped_and_ends_with_the_signs_of_notes() {
    let mut world = World::new(100, 120);
    world.press("?");
    let screen = world.screen();
    let groups = ["read", "find", "note", "floor", "report", "program", "sign"];
    let rows: Vec<_> = screen.lines().collect();
    let first = |group: &&str| {
        let end = format!(" {group}║");
        rows.iter().position(|row| row.contains(&end)).unwrap()
    };
    let last = |group: &&str| {
        let end = format!(" {group}║");
        rows.iter().rposition(|row| row.contains(&end)).unwrap()
    };
    for (one, next) in groups.iter().zip(groups.iter().skip(1)) {
        assert!(last(one) < first(next), "{one} {next}\n{screen}");
    }
    // A sign is only read.
    world.press("continues<Enter>");
    assert!(world.shows("continues your last note"));
}

#[test]
fn the_palette_and_go_to_have_the_same_commands_in_the_same_order() {
    let lines = |keys: &str, sign: &str| {
        let screen = World::new(100, 160).press(keys).screen();
        // The first two rows are those of the title and of the typed text.
        let found = screen.lines().skip(3);
        let found = found.filter(|line| line.contains(sign));
        let labels = found.filter_map(|line| {
            let (label, _) = line.rsplit_once(": ")?;
            let label = label.rsplit("  ").next()?;
            Some(label.trim().to_owned())
        });
        labels.collect::<Vec<_>>()
    };
    let palette = lines(":", ": ");
    let go_to = lines("f", "command  ");
    assert!(go_to.len() > 20, "{go_to:?}");
    assert_eq!(palette, go_to);
}
