//! Drafts are called kept only once they are.

use crate::app::desk::ASKED;
use crate::app::{App, Keeping};
use crate::model::Session;

fn app() -> App {
    App::new((80, 24), Session::default())
}

fn put_aside(app: &mut App) {
    app.status = app.desk.drafts.kept.ask("i");
}

#[test]
fn a_draft_is_called_kept_after_the_last_answer() {
    let mut app = app();
    put_aside(&mut app);
    put_aside(&mut app);
    app.take_keeping(Keeping::Works, 0);
    app.take_keeping(Keeping::Works, 1);
    assert_eq!(app.status, ASKED);
    app.take_keeping(Keeping::Works, 1);
    assert_eq!(app.status, "draft kept; press i to continue it");
}

#[test]
fn a_newer_message_is_replaced_only_by_bad_news() {
    let mut app = app();
    for (keeping, says) in [
        (Keeping::Works, "saved #1"),
        (
            Keeping::Fails("no space".to_owned()),
            "draft NOT kept; press i, then Enter to save it as a note",
        ),
    ] {
        put_aside(&mut app);
        "saved #1".clone_into(&mut app.status);
        app.take_keeping(keeping, 1);
        assert_eq!(app.status, says);
    }
}

#[test]
fn the_reason_is_shown_until_drafts_are_kept_again() {
    let mut app = app();
    assert_eq!(app.desk().drafts_not_kept(), None);
    app.take_keeping(Keeping::Fails("no space".to_owned()), 0);
    assert_eq!(app.desk().drafts_not_kept(), Some("no space"));
    assert_eq!(app.status, "");
    app.take_keeping(Keeping::Works, 0);
    assert_eq!(app.desk().drafts_not_kept(), None);
}

#[test]
fn a_run_that_keeps_nothing_says_so_at_once_and_does_not_warn() {
    let mut app = app();
    app.take_keeping(Keeping::Off, 0);
    put_aside(&mut app);
    assert!(app.status().1 && !app.desk().is_keeping());
    assert_eq!(app.desk().drafts_not_kept(), None);
}
