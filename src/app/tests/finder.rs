//! The finder while the paper changes.

use jiff::ZonedDateTime;

use crate::app::{
    App, DeskEffect, DeskEvent, DeskId, Effect, Event, Key, Moment, Overlay, Reading,
};
use crate::model::{Briefing, EntryId, Kind, NewEntry, NoteId, Paper, Practice, Prose, Session};
use crate::search::Index;

fn briefing(text: &str) -> Event {
    let entry = NewEntry {
        id: EntryId::new("e").unwrap(),
        kind: Kind::Context,
        heading: String::new(),
        at: String::new(),
        practice: Practice::default(),
        see: Vec::new(),
        prose: vec![Prose {
            text: text.to_owned(),
            spans: Vec::new(),
        }],
    };
    let briefing = Briefing::new(Paper::default(), Vec::new(), vec![entry]).unwrap();
    Event::Desk(
        DeskId::default(),
        DeskEvent::Briefing(Box::new(Reading {
            briefing: Some(briefing),
            problems: String::new(),
        })),
    )
}

fn hits(app: &App) -> usize {
    match app.overlay() {
        Some(Overlay::Find(find)) => find.finding.found.hits.len(),
        _ => panic!("the finder is not open"),
    }
}

/// Old hits would point at paragraphs of the old paper.
#[test]
fn an_open_finder_forgets_what_it_found_in_another_paper() {
    let moment = Moment {
        now: ZonedDateTime::now(),
        since_boot: std::time::Duration::ZERO,
        fresh_id: NoteId::new("n").unwrap(),
    };
    let mut app = App::new((80, 24), Session::default());
    let index = |app: &mut App, effects: Vec<Effect>| {
        for effect in effects {
            if let Effect::Desk(_, DeskEffect::Index(texts)) = effect {
                let index = Index::new(&texts.briefing);
                app.update(
                    &moment,
                    Event::Desk(DeskId::default(), DeskEvent::Indexed(index, texts.number)),
                );
            }
        }
    };
    let effects = app.update(&moment, briefing("to Mali"));
    index(&mut app, effects);
    for key in Key::sequence("/mali").unwrap() {
        app.update(&moment, Event::Key(key));
    }
    assert_eq!(hits(&app), 1);
    let effects = app.update(&moment, briefing("Mali no more, and Mali again"));
    assert_eq!(hits(&app), 0);
    index(&mut app, effects);
    assert_eq!(hits(&app), 1);
}
