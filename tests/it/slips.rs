//! Slips of the hand: no sequence of characters alone changes the record, ends a turn, or ends the
//! program while there is something to lose. Checked on the state itself, at every key.

use std::path::Path;
use std::time::Duration;

use jiff::{ToSpan, ZonedDateTime};
use proptest::prelude::*;
use roundtable::app::{
    App, Code, DeskEffect, DeskEvent, DeskId, Effect, Event, FileRequest, Keeping, Key, Moment,
    Reading,
};
use roundtable::model::{Author, Briefing, NoteId, Notes, Session};
use roundtable::search::Index;
use roundtable::store::load_briefing;

/// The keys that lead to each focus, overlay and card.
const PLACES: [&str; 31] = [
    "",
    "<Tab>",
    "<Tab><Tab>",
    "gn",
    "/",
    "/mali<Enter>",
    "f",
    ":",
    "?",
    "c",
    "cmali<Enter>",
    "gnH",
    "R",
    "Rw",
    "s",
    "Q",
    "tw<Enter>",
    "tt<Enter>",
    "i",
    "a",
    "gne",
    "gnv",
    "t",
    "te",
    "x",
    "xp",
    "gnd",
    "u",
    "q",
    "g",
    "z",
];

/// Sentences that a person may type without noticing that the bar is not open.
const SENTENCES: [&str; 12] = [
    "Thank you, Chair. We support the quick return of delegates to the text on questions.",
    "Mali: we have two examples of mixed teams, and we will send the text tomorrow!",
    "dd uu xx tt qq xp xc te tn tw tr SS WW TT MM ZZ dq uq",
    "Ms Dupont (France) underlined that temporary workers need equal treatment; quite right.",
    "Merci, Monsieur le Président. Nous proposons d’ajouter un texte sur la durée des séjours.",
    "La délégation tunisienne évoque l’expérience de deux pays; question n° 2, à suivre.",
    "Gracias, señor Presidente. Quiero destacar dos ejemplos que ya existen en la región.",
    "¿Quién tiene la palabra? El delegado de Uruguay explica el texto: muy útil.",
    "Obrigado, senhor Presidente. Queremos propor uma alteração ao texto sobre educação.",
    "A delegação do Uruguai deixa três exemplos; não há questões em discussão.",
    "quit quite quiet exit undo delete save end turn next speaker",
    "1 2 3 41 g41 g7 ¶41 §3.3 m' 'm ma 'a '' :: // ?? ,,",
];

struct Slip {
    app: App,
    nth: i64,
}

impl Slip {
    /// Starts on the paper of the tests, with notes to edit, delete and undo.
    fn new(briefing: Option<&Briefing>, has_turn: bool) -> Self {
        let app = App::new((100, 30), Session::default());
        let mut slip = Self { app, nth: 0 };
        slip.of_desk(DeskEvent::Notes(Notes::default(), Vec::new()));
        slip.of_desk(DeskEvent::Author(Author::from_folded("ana")));
        slip.of_desk(DeskEvent::Keeping(Keeping::Works, 0));
        let reading = Reading {
            briefing: briefing.cloned(),
            problems: "error: it is broken".to_owned(),
        };
        slip.of_desk(DeskEvent::Briefing(Box::new(reading)));
        slip.press("iML: wants ferries +proposal q1<Enter>iSN: agrees p2<Enter>");
        if has_turn {
            slip.press("smali<Enter><Esc>tw<Enter>sen<Enter>");
        }
        slip.press("tw<Enter>france<Enter>");
        slip
    }

    fn of_desk(&mut self, event: DeskEvent) -> Vec<Effect> {
        self.happens(Event::Desk(DeskId::default(), event))
    }

    /// Handles an event as the shell does, with a disk that never fails; returns what was asked.
    fn happens(&mut self, event: Event) -> Vec<Effect> {
        self.nth += 1;
        let start: ZonedDateTime = "2010-11-09T10:02:13-06:00[-06:00]".parse().unwrap();
        let moment = Moment {
            now: start.checked_add(self.nth.minutes()).unwrap(),
            since_boot: Duration::from_secs(60 * self.nth.unsigned_abs()),
            fresh_id: NoteId::new(&format!("note-{:04}", self.nth)).unwrap(),
        };
        let effects = self.app.update(&moment, event);
        let mut all = effects.clone();
        for effect in effects {
            let Effect::Desk(_, effect) = effect else {
                continue;
            };
            let answer = match effect {
                DeskEffect::Files(FileRequest::Save(record)) => DeskEvent::Saved(*record),
                DeskEffect::Files(FileRequest::History(id)) => DeskEvent::History(id, Vec::new()),
                DeskEffect::Index(texts) => {
                    DeskEvent::Indexed(Index::new(&texts.briefing), texts.number)
                }
                DeskEffect::KeepDraft(_) => DeskEvent::Keeping(Keeping::Works, 1),
                DeskEffect::Files(FileRequest::Write(_))
                | DeskEffect::Keep(_)
                | DeskEffect::Edit(_) => continue,
            };
            all.extend(self.of_desk(answer));
        }
        all
    }

    fn press(&mut self, keys: &str) -> Vec<Effect> {
        let keys = Key::sequence(keys).unwrap().into_iter();
        keys.flat_map(|key| self.happens(Event::Key(key))).collect()
    }

    /// Types characters, and returns the first that changed something.
    fn types(&mut self, text: &str) -> Result<(), String> {
        let before = (
            self.app.desk().floor().clone(),
            self.app.desk().question_number(),
        );
        for (at, typed) in text.char_indices() {
            let effects = self.happens(Event::Key(Key::plain(Code::Char(typed))));
            for effect in &effects {
                match effect {
                    Effect::Desk(_, DeskEffect::Files(FileRequest::Save(record))) => {
                        return Err(format!("{at} {typed:?} saved {record:?}"));
                    }
                    Effect::Desk(_, DeskEffect::Files(FileRequest::Write(file))) => {
                        return Err(format!("{at} {typed:?} wrote {}", file.suffix));
                    }
                    Effect::Suspend => return Err(format!("{at} {typed:?} suspended")),
                    Effect::Quit if self.app.desk().floor().speaking.is_some() => {
                        return Err(format!("{at} {typed:?} quit during a turn"));
                    }
                    // There was nothing to lose.
                    Effect::Quit => return Ok(()),
                    _ => (),
                }
            }
            if (self.app.desk().floor(), self.app.desk().question_number()) != (&before.0, before.1)
            {
                return Err(format!("{at} {typed:?} changed the floor or the question"));
            }
        }
        Ok(())
    }
}

fn paper() -> Briefing {
    let path = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/countries.toml"
    ));
    load_briefing(path).briefing.unwrap()
}

/// The places are what they say, so that the tests below test them.
#[test]
fn enter_does_what_characters_do_not() {
    let paper = paper();
    let is_save = |effect: &Effect| {
        matches!(
            effect,
            Effect::Desk(_, DeskEffect::Files(FileRequest::Save(_)))
        )
    };
    for keys in ["xp<Enter>", "gnd<Enter>", "u<Enter>", "gnxm<Enter>"] {
        let mut slip = Slip::new(Some(&paper), false);
        if keys.starts_with('u') {
            slip.press("ione more<Enter>");
        }
        assert!(slip.press(keys).iter().any(is_save), "{keys}");
    }
    let mut slip = Slip::new(Some(&paper), true);
    assert!(slip.press("te<Enter>").iter().any(is_save));
    assert!(slip.app.desk().floor().speaking.is_none());
    let mut slip = Slip::new(Some(&paper), true);
    assert!(!slip.press("qq").contains(&Effect::Quit));
    assert!(slip.press("q<Enter>").contains(&Effect::Quit));
}

#[test]
fn sentences_change_nothing_wherever_they_are_typed() {
    let paper = paper();
    for (nth, place) in PLACES.into_iter().enumerate() {
        // Each sentence at every sixth place, and each place with two sentences.
        for (at, sentence) in SENTENCES.into_iter().enumerate() {
            if at % 6 == nth % 6 {
                let mut slip = Slip::new(Some(&paper), at < 6);
                slip.press(place);
                let typed = slip.types(sentence);
                assert_eq!(typed, Ok(()), "{place:?} {sentence}");
            }
        }
    }
}

#[test]
fn sentences_change_nothing_while_the_briefing_has_mistakes() {
    for has_turn in [false, true] {
        let mut slip = Slip::new(None, has_turn);
        for sentence in SENTENCES {
            assert_eq!(slip.types(sentence), Ok(()), "{has_turn} {sentence}");
            slip.press("<Esc><Esc>");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn characters_change_nothing_wherever_they_are_typed(
        place in prop::sample::select(&PLACES[..]),
        has_turn: bool,
        text in "[ -~éàçãñßœ¶§«»¿’]{0,40}",
    ) {
        let mut slip = Slip::new(Some(&paper()), has_turn);
        slip.press(place);
        prop_assert_eq!(slip.types(&text), Ok(()));
    }
}
