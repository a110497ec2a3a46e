//! Drafts are called kept only once they are.

use crate::app::{App, Keeping};
use crate::messages::{DraftMessage, KeepingFault, StatusMessage};
use crate::model::Session;

fn app() -> App {
    App::new((80, 24), Session::default())
}

fn put_aside(app: &mut App) {
    let said = app.desk.drafts.kept.ask(false);
    app.say(said);
}

const KEPT: StatusMessage = StatusMessage::Draft(DraftMessage::Kept { is_edit: false });
const NOT_KEPT: StatusMessage = StatusMessage::Draft(DraftMessage::NotKept { is_edit: false });

#[test]
fn a_draft_is_called_kept_after_the_last_answer() {
    let mut app = app();
    put_aside(&mut app);
    put_aside(&mut app);
    app.take_keeping(Keeping::Works, 0);
    app.take_keeping(Keeping::Works, 1);
    assert_eq!(app.status().said, [DraftMessage::Keeping.into()]);
    app.take_keeping(Keeping::Works, 1);
    assert_eq!(app.status().said, [KEPT]);
}

#[test]
fn a_newer_message_is_replaced_only_by_bad_news() {
    let newer = || StatusMessage::reason("no file locks here");
    let mut app = app();
    for (keeping, says) in [
        (Keeping::Works, newer()),
        (Keeping::Fails(KeepingFault::NoSpace), NOT_KEPT),
    ] {
        put_aside(&mut app);
        app.status = vec![newer()];
        app.take_keeping(keeping, 1);
        assert_eq!(app.status().said, [says]);
    }
}

/// Otherwise "keeping the draft…" would stay for as long as the notice does.
#[test]
fn a_draft_is_called_kept_beside_a_notice() {
    let notice = || StatusMessage::reason("no file locks here");
    let mut app = app();
    put_aside(&mut app);
    app.status.push(notice());
    app.take_keeping(Keeping::Works, 1);
    assert_eq!(app.status().said, [KEPT, notice()]);
}

#[test]
fn the_reason_is_shown_until_drafts_are_kept_again() {
    let mut app = app();
    assert_eq!(app.desk().drafts_not_kept(), None);
    app.take_keeping(Keeping::Fails(KeepingFault::NoSpace), 0);
    assert_eq!(app.desk().drafts_not_kept(), Some(&KeepingFault::NoSpace));
    assert_eq!(app.status().said, [] as [StatusMessage; 0]);
    app.take_keeping(Keeping::Works, 0);
    assert_eq!(app.desk().drafts_not_kept(), None);
}

#[test]
fn a_run_that_keeps_nothing_says_so_at_once_and_does_not_warn() {
    let mut app = app();
    app.take_keeping(Keeping::Off, 0);
    put_aside(&mut app);
    assert_eq!(app.status().said, [NOT_KEPT]);
    assert!(app.status().is_warning() && !app.desk().is_keeping());
    assert_eq!(app.desk().drafts_not_kept(), None);
}
