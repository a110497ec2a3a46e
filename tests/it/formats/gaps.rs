//! Tests the gaps and leaks of a report.

use roundtable::gazetteer::Gazetteer;
use roundtable::messages::{GapMessage, Language, Who};
use roundtable::model::{Author, CountryCode, Note, NoteKind, Notes, Speaker};
use roundtable::report::{Gap, Report, Sources};

use super::Session;

/// Returns number and message of each gap.
fn gaps(session: &Session, drafts: usize) -> Vec<(Option<usize>, GapMessage)> {
    let report = Report::new(Sources {
        briefing: &session.briefing,
        notes: &session.notes,
        gazetteer: &Gazetteer::new(session.briefing.aliases()),
        drafts,
        speaking: None,
        language: Language::English,
    });
    let gaps = report.gaps.iter();
    gaps.map(|gap| (gap.number(), gap.message())).collect()
}

#[test]
fn gaps_of_a_note_have_its_number() {
    let session = Session::of_two_hours();
    assert_eq!(
        gaps(&session, 0),
        [
            (Some(25), GapMessage::NoteWithoutSpeaker),
            (Some(46), GapMessage::NoteWithoutSpeaker),
            (Some(62), GapMessage::NoteWithoutQuestion),
            (Some(63), GapMessage::CommitmentWithoutSpeaker),
            (Some(63), GapMessage::CommitmentWithoutDeadline),
            (Some(64), GapMessage::ParagraphNotFound { quote: None }),
        ]
    );
}

#[test]
fn a_session_without_notes_has_the_gaps_of_the_whole() {
    let mut session = Session::of_two_hours();
    session.notes = Notes::default();
    assert_eq!(
        gaps(&session, 2),
        [
            (None, GapMessage::NoKeyMessage),
            (None, GapMessage::QuestionWithoutNotes { question: 1 }),
            (None, GapMessage::QuestionWithoutNotes { question: 2 }),
            (None, GapMessage::QuestionWithoutNotes { question: 3 }),
            (None, GapMessage::Drafts { count: 2 }),
        ]
    );
}

#[test]
fn a_note_with_concurrent_edits_is_a_gap() {
    let mut session = Session::of_two_hours();
    let (_, note) = session.notes.iter().next().unwrap();
    let mut other = note.clone();
    other.author = Author::from_folded("ana");
    other.text.push_str(", and more");
    session.notes.extend([other]);
    let expected = (Some(1), GapMessage::SeveralVersions);
    assert_eq!(gaps(&session, 0).first(), Some(&expected));
}

/// Countries may be named in commitments and practices only.
#[test]
fn a_country_in_clean_text_is_a_leak() {
    for (kind, is_leak) in [
        (NoteKind::Note, true),
        (NoteKind::Agreement, true),
        (NoteKind::Proposal, true),
        (NoteKind::Action, true),
        (NoteKind::Question, true),
        (NoteKind::Message, true),
        (NoteKind::Practice, false),
        (NoteKind::Commitment, false),
    ] {
        let session = with_one_note(|note| {
            note.kind = kind;
            note.text = "Malians and Malian firms, in Mali".to_owned();
        });
        let report = session.report(Language::English);
        let countries = report.leaks.iter().map(|leak| leak.name.name.as_str());
        let countries: Vec<_> = countries.collect();
        assert!(countries.iter().all(|it| *it == "Mali"), "{countries:?}");
        assert_eq!(!countries.is_empty(), is_leak, "{kind:?}");
    }
}

/// Returns the session with its first note only, changed by `change`.
fn with_one_note(change: impl FnOnce(&mut Note)) -> Session {
    let mut session = Session::of_two_hours();
    let (_, note) = session.notes.iter().next().unwrap();
    let mut note = note.clone();
    change(&mut note);
    session.notes = Notes::default();
    session.notes.extend([note]);
    session
}

#[test]
fn unknown_signs_and_notes_without_text_are_gaps() {
    let unknown = with_one_note(|note| note.text = "wants ferries +foo".to_owned());
    assert!(gaps(&unknown, 0).contains(&perhaps_sign("+foo")));
    let beyond = with_one_note(|note| note.text = "q9 wants ferries".to_owned());
    assert!(gaps(&beyond, 0).contains(&perhaps_sign("q9")));
    let mark = with_one_note(|note| {
        note.text.clear();
        note.kind = NoteKind::Agreement;
    });
    let without_text = (Some(1), GapMessage::WithoutText);
    assert!(gaps(&mark, 0).contains(&without_text));
    assert!(!gaps(&unknown, 0).contains(&without_text));
}

fn perhaps_sign(sign: &str) -> (Option<usize>, GapMessage) {
    let sign = sign.to_owned();
    (Some(1), GapMessage::PerhapsSign { sign })
}

#[test]
fn an_open_turn_is_a_gap_with_its_speaker() {
    let session = Session::of_two_hours();
    let speaker = Speaker("MA".to_owned());
    let report = Report::new(Sources {
        briefing: &session.briefing,
        notes: &session.notes,
        gazetteer: &Gazetteer::new(session.briefing.aliases()),
        drafts: 0,
        speaking: Some(&speaker),
        language: Language::French,
    });
    let speaker = Who::country(CountryCode::new("MA").unwrap(), "Maroc");
    let mut gaps = report.gaps.iter().map(Gap::message);
    assert!(gaps.any(|it| it
        == GapMessage::TurnOpen {
            speaker: speaker.clone()
        }));
}

#[test]
fn groupings_organizations_and_uncertain_countries_are_leaks() {
    let session = with_one_note(|note| {
        note.speaker = Some(Speaker("IOM".to_owned()));
        note.text = "IOM and the EU agree with Korea, but IOMs do not".to_owned();
    });
    let report = session.report(Language::English);
    let leaks = report.leaks.iter();
    let leaks: Vec<_> = leaks.map(|it| (it.form.as_str(), it.is_certain)).collect();
    assert!(
        leaks.contains(&("EU", true)) && leaks.contains(&("IOM", true)),
        "{leaks:?}"
    );
    assert!(leaks.contains(&("Korea", false)), "{leaks:?}");
    assert_eq!(leaks.len(), 3, "{leaks:?}");
}
