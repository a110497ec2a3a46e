//! Drafts and notes in the session file.

use jiff::ZonedDateTime;

use crate::app::{App, DeskEffect, Effect, Event, FileRequest, Key, Moment};
use crate::model::{NoteId, Session};

/// If the program is killed between the two effects, the session holds the note and no draft of it.
#[test]
fn the_session_is_kept_before_a_note_is_saved() {
    let mut app = App::new((80, 24), Session::default());
    let mut nth = 0;
    let mut press = |keys: &str| {
        let keys = Key::sequence(keys).unwrap().into_iter();
        let effects = keys.map(|key| {
            nth += 1;
            let moment = Moment {
                now: ZonedDateTime::now(),
                since_boot: std::time::Duration::ZERO,
                fresh_id: NoteId::new(&format!("n{nth}")).unwrap(),
            };
            app.update(&moment, Event::Key(key))
        });
        effects.last().unwrap()
    };
    let [Effect::Desk(_, DeskEffect::Keep(typed))] = &press("ione")[..] else {
        panic!("a draft is kept at each key");
    };
    let id = typed.drafts[0].id.clone();
    assert!(typed.pending.is_empty() && id.is_some());
    let [
        Effect::Desk(_, DeskEffect::Keep(session)),
        Effect::Desk(_, DeskEffect::Files(FileRequest::Save(record))),
    ] = &press("<Enter>")[..]
    else {
        panic!("the session comes first");
    };
    assert_eq!(session.pending, std::slice::from_ref(&**record));
    assert!(session.drafts.is_empty());
    assert_eq!(Some(record.id()), id.as_ref());
}
