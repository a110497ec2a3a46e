use proptest::prelude::*;

use super::*;

fn typed(text: &str) -> Field {
    let mut field = Field::default();
    text.chars().for_each(|c| field.insert(c));
    field
}

#[test]
fn backspace_deletes_a_whole_grapheme() {
    let mut field = typed("ne\u{301}👩\u{200d}👧");
    field.apply(Motion::Backspace, 80);
    assert_eq!(field.text(), "ne\u{301}");
    field.apply(Motion::Backspace, 80);
    assert_eq!(field.text(), "n");
}

#[test]
fn undo_goes_word_by_word() {
    let mut field = typed("one two");
    field.apply(Motion::Undo, 80);
    assert_eq!(field.text(), "one ");
    field.apply(Motion::Undo, 80);
    field.apply(Motion::Undo, 80);
    assert_eq!(field.text(), "");
    field.apply(Motion::Redo, 80);
    assert_eq!(field.text(), "one");
}

#[test]
fn up_and_down_follow_the_lines_on_the_screen() {
    let mut field = typed("one two three\nfour");
    let cursor = |field: &Field| field.cursor_in(&field.lines(8));
    assert_eq!(cursor(&field), (2, 4));
    field.apply(Motion::Up, 8);
    assert_eq!(cursor(&field), (1, 4));
    field.apply(Motion::Up, 8);
    assert_eq!(field.cursor(), 4);
    field.apply(Motion::Up, 8);
    assert_eq!(field.cursor(), 0);
}

#[test]
fn words_are_deleted_whole() {
    let mut field = typed("pooled recruitment ");
    field.apply(Motion::DeleteWord, 80);
    assert_eq!(field.text(), "pooled ");
    field.apply(Motion::Undo, 80);
    assert_eq!(field.text(), "pooled recruitment ");
}

#[test]
fn undo_and_redo_go_through_the_same_texts() {
    let mut field = typed("one two");
    field.apply(Motion::DeleteWord, 80);
    field.replace("other");
    field.apply(Motion::Home, 80);
    field.paste("an");
    let mut texts = vec![field.text().to_owned()];
    for _ in 0..6 {
        field.apply(Motion::Undo, 80);
        texts.push(field.text().to_owned());
    }
    assert_eq!(
        texts,
        ["another", "other", "one ", "one two", "one ", "one", ""]
    );
    for text in texts.iter().rev().skip(1) {
        field.apply(Motion::Redo, 80);
        assert_eq!(field.text(), text);
    }
}

/// A step costs the size of its change, not of the text.
#[test]
fn undo_steps_do_not_copy_the_text() {
    let mut field = Field::default();
    field.paste(&"word ".repeat(200_000));
    "and a few more words".chars().for_each(|c| field.insert(c));
    let held = |change: &Change| change.removed.len() + change.inserted.len();
    let held: usize = field.past.iter().map(held).sum();
    assert_eq!(held, field.text().len());
}

#[test]
fn rows_are_counted_up_to_a_limit() {
    let field = typed("one two three\nfour");
    assert_eq!(field.lines(8).len(), 3);
    assert_eq!([1, 2, 3, 9].map(|most| field.rows(8, most)), [1, 2, 3, 3]);
}

#[test]
fn a_paste_is_cleaned() {
    let mut field = Field::default();
    field.paste("a\u{1b}[2J\r\nb");
    assert_eq!(field.text(), "a[2J\nb");
}

fn motions() -> impl Strategy<Value = Motion> {
    use Motion::*;
    let all = [
        Left, Right, WordLeft, WordRight, Up, Down, Home, End, Backspace, Delete, DeleteWord,
        DeleteLine, Undo, Redo,
    ];
    prop::sample::select(all.to_vec())
}

proptest! {
    #[test]
    fn the_cursor_stays_between_characters(
        text in ".{0,20}", motions in prop::collection::vec(motions(), 0..30), columns in 0usize..9,
    ) {
        let mut field = typed(&text);
        for motion in motions {
            field.apply(motion, columns);
            prop_assert!(field.text().is_char_boundary(field.cursor()));
        }
    }

    #[test]
    fn undo_restores_all_text(motions in prop::collection::vec(motions(), 0..20)) {
        let mut field = typed("Mali: proposes a pool\nof recruiters");
        let full = field.text().to_owned();
        let deletes = motions.into_iter().filter(|m| !matches!(m, Motion::Undo | Motion::Redo));
        deletes.for_each(|motion| field.apply(motion, 12));
        let mut seen = field.text() == full;
        for _ in 0..40 {
            field.apply(Motion::Undo, 12);
            seen |= field.text() == full;
        }
        prop_assert!(seen);
    }
}
