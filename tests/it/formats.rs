//! Tests reports of a made-up session of two hours, and of hostile notes.

mod escaped;
mod gaps;
mod golden;
mod html;
mod laws;
mod markdown;
mod opened;
mod template;

use std::path::{Path, PathBuf};

use roundtable::gazetteer::Gazetteer;
use roundtable::model::{Briefing, Notes};
use roundtable::report::{Face, Format, Language, Options, Report, Sources};
use roundtable::store::{load_briefing, read_notes};

/// A briefing and its notes.
struct Session {
    briefing: Briefing,
    notes: Notes,
}

impl Session {
    /// Reads the notes of two hours on the paper that ships with the program.
    fn of_two_hours() -> Self {
        let briefing = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefing.toml");
        Self::read(&briefing, &fixture("session"))
    }

    /// Reads a briefing and notes full of text that a format could read as markup.
    fn hostile() -> Self {
        let briefing = fixture("hostile");
        Self::read(&briefing, &briefing)
    }

    fn read(briefing: &Path, notes: &Path) -> Self {
        let gathered = read_notes(notes);
        assert!(gathered.damage.is_empty(), "{:?}", gathered.damage);
        let briefing = load_briefing(briefing).briefing.unwrap();
        let notes = gathered.notes;
        Self { briefing, notes }
    }

    fn report(&self, language: Language) -> Report {
        Report::new(Sources {
            briefing: &self.briefing,
            notes: &self.notes,
            gazetteer: &Gazetteer::new(self.briefing.aliases()),
            drafts: 0,
            speaking: None,
            language,
        })
    }
}

fn fixture(name: &str) -> PathBuf {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    fixtures.join(name).join("briefing.toml")
}

const CLEAN: Options = Options {
    face: Face::Clean,
    is_working: false,
    is_final: false,
    language: Language::English,
};

const ANNEX: Options = Options {
    face: Face::Annex,
    ..CLEAN
};

fn written(report: &Report, options: Options, format: Format) -> String {
    String::from_utf8(report.written(options, format).unwrap()).unwrap()
}
