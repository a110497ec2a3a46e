//! The state hands over the report as data.

use jiff::ZonedDateTime;

use crate::app::{
    App, DeskEffect, DeskEvent, DeskId, Effect, Event, FileRequest, Key, Moment, Overlay, Reading,
    ReportFile,
};
use crate::messages::ReportMessage;
use crate::model::{Briefing, NoteId, Paper, Session};
use crate::report::{Face, Format};

fn moment() -> Moment {
    Moment {
        now: ZonedDateTime::now(),
        since_boot: std::time::Duration::ZERO,
        fresh_id: NoteId::new("n").unwrap(),
    }
}

/// Returns the effects of the last of these keys.
fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = Key::sequence(keys).unwrap().into_iter();
    let effects = keys.map(|key| app.update(&moment(), Event::Key(key)));
    effects.last().unwrap()
}

/// The file thread gets the report as data and renders it.
#[test]
fn a_report_leaves_the_state_unrendered() {
    let mut app = App::new((80, 24), Session::default());
    let briefing = Briefing::new(Paper::default(), Vec::new(), Vec::new()).unwrap();
    let reading = Reading {
        briefing: Some(briefing),
        problems: String::new(),
    };
    app.update(
        &moment(),
        Event::Desk(DeskId::default(), DeskEvent::Briefing(Box::new(reading))),
    );
    press(&mut app, "inew ferry +commitment<Enter>Rldw");
    let effects = press(&mut app, "docx<Enter>");
    let [Effect::Desk(_, DeskEffect::Files(FileRequest::Write(file)))] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    let ReportFile {
        suffix,
        report,
        options,
        format,
    } = &**file;
    assert_eq!(
        (suffix.as_str(), *format),
        ("report-annex.docx", Format::Docx)
    );
    assert_eq!(options.face, Face::Annex);
    assert!(options.is_final);
    assert_eq!(report.commitments[0].what, "new ferry");
    assert_eq!(app.status().said, [ReportMessage::Writing.into()]);
    assert!(matches!(app.overlay(), Some(Overlay::Report(_))));
}
