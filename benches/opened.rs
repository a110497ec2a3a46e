//! An open briefing with its index, for the benchmarks.

use std::time::Duration;

use jiff::ZonedDateTime;
use roundtable::app::{App, DeskEffect, DeskEvent, DeskId, Effect, Event, Moment, Reading};
use roundtable::model::{Briefing, NoteId, Notes, Session};
use roundtable::search::Index;

/// Returns the present moment.
pub(crate) fn moment() -> Moment {
    Moment {
        now: ZonedDateTime::now(),
        since_boot: Duration::ZERO,
        fresh_id: NoteId::new("bench").unwrap(),
    }
}

/// Opens a briefing without notes on a screen of this many columns and rows.
pub(crate) fn opened(size: (u16, u16), briefing: Briefing) -> App {
    let mut app = App::new(size, Session::default());
    let reading = Reading {
        briefing: Some(briefing),
        problems: String::new(),
    };
    let to_desk = |event| Event::Desk(DeskId::default(), event);
    let notes = DeskEvent::Notes(Notes::default(), Vec::new());
    app.update(&moment(), to_desk(notes));
    let read = DeskEvent::Briefing(Box::new(reading));
    for effect in app.update(&moment(), to_desk(read)) {
        if let Effect::Desk(_, DeskEffect::Index(texts)) = effect {
            let index = Index::new(&texts.briefing);
            app.update(&moment(), to_desk(DeskEvent::Indexed(index, texts.number)));
        }
    }
    app
}
