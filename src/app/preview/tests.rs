use jiff::ZonedDateTime;

use super::super::{Event, Key, Reading};
use super::*;
use crate::model::{Briefing, Paper, Session};

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
    app.update(&moment(), Event::Briefing(Box::new(reading)));
    press(&mut app, "inew ferry +commitment<Enter>Rldw");
    let effects = press(&mut app, "docx<Enter>");
    let options = Options {
        face: Face::Annex,
        is_final: true,
        ..Options::default()
    };
    let file = ReportFile {
        suffix: "report-annex.docx".to_owned(),
        report: app.report(options).unwrap(),
        options,
        format: Format::Docx,
    };
    assert_eq!(file.report.commitments[0].what, "new ferry");
    assert_eq!(effects, [Effect::Files(FileRequest::Write(Box::new(file)))]);
    assert_eq!(app.status, "writing…");
}
