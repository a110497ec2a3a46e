//! Rules that hold across the features.

mod cards;
mod drafts;
mod finder;
mod floor;
mod keeping;
mod near;
mod report;

use std::cell::Cell;
use std::time::Duration;

use jiff::{ToSpan, ZonedDateTime};

use super::{App, DeskEffect, DeskEvent, DeskId, Effect, Event, FileRequest, Key, Moment, Reading};
use crate::model::{Briefing, EntryId, Kind, NewEntry, NoteId, Paper, Practice, Prose, Record};
use crate::search::Index;

thread_local! {
    static NTH: Cell<i64> = const { Cell::new(0) };
}

/// Returns a moment a minute after the last one, with a new id.
fn moment() -> Moment {
    let nth = NTH.get() + 1;
    NTH.set(nth);
    let start: ZonedDateTime = "2010-11-09T10:02:13-06:00[-06:00]".parse().unwrap();
    Moment {
        now: start.checked_add(nth.minutes()).unwrap(),
        since_boot: Duration::from_secs(60 * nth.unsigned_abs()),
        fresh_id: NoteId::new(&format!("n{nth}")).unwrap(),
    }
}

/// Presses keys, and returns all effects.
fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = Key::sequence(keys).unwrap().into_iter();
    let effects = keys.flat_map(|key| app.update(&moment(), Event::Key(key)));
    effects.collect()
}

fn of_desk(app: &mut App, event: DeskEvent) -> Vec<Effect> {
    app.update(&moment(), Event::Desk(DeskId::default(), event))
}

/// Returns the revisions that are to be saved.
fn saves(effects: Vec<Effect>) -> Vec<Record> {
    let records = effects.into_iter().filter_map(|effect| match effect {
        Effect::Desk(_, DeskEffect::Files(FileRequest::Save(record))) => Some(*record),
        _ => None,
    });
    records.collect()
}

/// Opens a paper of one entry with these paragraphs, and indexes it.
fn open(app: &mut App, texts: &[&str]) {
    let prose = |text: &&str| Prose {
        text: (*text).to_owned(),
        spans: Vec::new(),
    };
    let entry = NewEntry {
        id: EntryId::new("e").unwrap(),
        kind: Kind::Context,
        heading: String::new(),
        at: String::new(),
        practice: Practice::default(),
        see: Vec::new(),
        prose: texts.iter().map(prose).collect(),
    };
    let briefing = Briefing::new(Paper::default(), Vec::new(), vec![entry]).unwrap();
    let reading = Reading {
        briefing: Some(briefing),
        problems: String::new(),
    };
    for effect in app.update(
        &moment(),
        Event::Desk(DeskId::default(), DeskEvent::Briefing(Box::new(reading))),
    ) {
        if let Effect::Desk(_, DeskEffect::Index(texts)) = effect {
            let index = Index::new(&texts.briefing);
            app.update(
                &moment(),
                Event::Desk(DeskId::default(), DeskEvent::Indexed(index, texts.number)),
            );
        }
    }
}
