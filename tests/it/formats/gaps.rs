//! What is missing before a report can go out.

use roundtable::gazetteer::Gazetteer;
use roundtable::model::{Author, NoteKind, Notes};
use roundtable::report::{Language, Report, Sources};

use super::Session;

/// Number and words of each gap.
fn gaps(session: &Session, drafts: usize) -> Vec<String> {
    let report = Report::new(Sources {
        briefing: &session.briefing,
        notes: &session.notes,
        gazetteer: &Gazetteer::new(session.briefing.aliases()),
        drafts,
        speaking: None,
        language: Language::English,
    });
    let number = |number: Option<usize>| number.map(|it| format!("#{it} ")).unwrap_or_default();
    let gaps = report.gaps.iter();
    gaps.map(|gap| number(gap.number()) + &gap.words())
        .collect()
}

#[test]
fn what_a_note_lacks_is_said_with_its_number() {
    let session = Session::of_two_hours();
    assert_eq!(
        gaps(&session, 0),
        [
            "#25 no speaker",
            "#46 no speaker",
            "#62 no guiding question",
            "#63 a commitment of nobody",
            "#63 a commitment without a time",
            "#64 about a paragraph that is gone",
        ]
    );
}

#[test]
fn a_session_without_notes_lacks_everything() {
    let mut session = Session::of_two_hours();
    session.notes = Notes::default();
    assert_eq!(
        gaps(&session, 2),
        [
            "no key message",
            "no notes on question 1",
            "no notes on question 2",
            "no notes on question 3",
            "2 drafts are not saved",
        ]
    );
}

#[test]
fn a_version_that_is_not_taken_is_said() {
    let mut session = Session::of_two_hours();
    let (_, note) = session.notes.iter().next().unwrap();
    let mut other = note.clone();
    other.author = Author::from_folded("ana");
    other.text.push_str(", and more");
    session.notes.extend([other]);
    let expected = "#1 has other versions, which are not in it";
    assert_eq!(gaps(&session, 0).first().unwrap(), expected);
}

/// Countries stand where they commit themselves, and where a practice is theirs.
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
        let mut session = Session::of_two_hours();
        let (_, note) = session.notes.iter().next().unwrap();
        let mut note = note.clone();
        note.kind = kind;
        note.text = "Malians and Malian firms, in Mali".to_owned();
        session.notes = Notes::default();
        session.notes.extend([note]);
        let report = session.report(Language::English);
        let countries = report.leaks.iter().map(|leak| leak.name.as_str());
        let countries: Vec<_> = countries.collect();
        assert!(countries.iter().all(|it| *it == "Mali"), "{countries:?}");
        assert_eq!(!countries.is_empty(), is_leak, "{kind:?}");
    }
}
