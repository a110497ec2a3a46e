//! Guiding questions: the current one, and the notes on each.

use std::collections::BTreeSet;

use crate::messages::{FloorMessage, ListRemark};
use crate::model::{EntryId, Kind, Note, NoteKind, Record};

use super::picker::{Choice, Item, Picker, Purpose};
use crate::app::desk::Desk;
use crate::app::outcome::{Keep, Outcome};
use crate::app::words::{gist, language};

/// Returns the list of guiding questions with the current one selected; `None` without a briefing.
pub(in crate::app) fn questions(desk: &Desk) -> Option<Picker> {
    let briefing = desk.briefing()?;
    let questions = briefing.of_kind(Kind::Question);
    let entries = briefing.entries().get(questions).unwrap_or_default();
    let items = entries.iter().enumerate().map(|(nth, entry)| {
        let first = briefing.paragraphs().get(entry.paragraphs().start);
        let text = gist(first.map_or("", |first| first.text()));
        Item {
            lead: String::new(),
            // The number is matched as well: notes name a question as q2.
            label: format!("Q{} {text}", nth + 1),
            also: "",
            tail: noted_on(desk, entry.id()),
            choice: Choice::Question(Some(nth)),
        }
    });
    let none = Item {
        lead: String::new(),
        label: ListRemark::NoQuestion.words(language()).into_owned(),
        also: "",
        tail: String::new(),
        choice: Choice::Question(None),
    };
    let mut picker = Picker::new(Purpose::Question, items.chain([none]).collect());
    picker.cursor.selected = desk.question_number().unwrap_or(0);
    Some(picker)
}

/// Returns the counts for a question: notes, delegations, practices; empty without notes.
fn noted_on(desk: &Desk, question: &EntryId) -> String {
    let all = desk.notebook.notes().iter().map(|(_, note)| note);
    let notes: Vec<_> = all
        .filter(|note| note.question.as_ref() == Some(question))
        .collect();
    let speakers = notes.iter().filter_map(|note| note.speaker.as_ref());
    let delegations = speakers.collect::<BTreeSet<_>>().len();
    let practices = notes.iter().filter(|note| note.kind == NoteKind::Practice);
    let counts = ListRemark::OnQuestion {
        notes: notes.len(),
        delegations,
        practices: practices.count(),
    };
    counts.words(language()).into_owned()
}

/// Sets the current question by its index from 0; `None` for no question. If it applies from the
/// start of the turn, our notes of the turn on the previous question are moved to it. The reader
/// stays where it is.
pub(in crate::app) fn set_question(
    desk: &mut Desk,
    nth: Option<usize>,
    since_turn_began: bool,
) -> Outcome {
    let entry = nth.zip(desk.briefing()).and_then(|(nth, briefing)| {
        let at = briefing.of_kind(Kind::Question).start + nth;
        Some(briefing.entries().get(at)?.id().clone())
    });
    let before = std::mem::replace(&mut desk.proceedings.question, entry);
    let moved = if since_turn_began {
        moved_notes(desk, before.as_ref())
    } else {
        Vec::new()
    };
    let count = moved.len();
    let outcome = desk.commit(moved, None).keeping(Keep::Session);
    let number = nth.filter(|_| desk.proceedings.question.is_some());
    let number = number.map(|nth| nth + 1);
    if since_turn_began {
        let notes = count;
        return desk.announce(outcome, FloorMessage::QuestionSince { number, notes });
    }
    outcome.saying(match number {
        Some(number) => FloorMessage::Question { number },
        None => FloorMessage::NoQuestion,
    })
}

/// Returns our notes of the current turn on the question `before`, moved to the current question.
fn moved_notes(desk: &Desk, before: Option<&EntryId>) -> Vec<Record> {
    let Some(speaking) = &desk.proceedings.floor.speaking else {
        return Vec::new();
    };
    let since = speaking.since.timestamp();
    let notes = desk.notebook.notes().iter().map(|(_, note)| note);
    let of_turn = notes.filter(|note| {
        let is_ours = note.author == desk.notebook.author;
        is_ours && note.at.timestamp() >= since && note.question.as_ref() == before
    });
    let moved = of_turn.filter_map(|note| {
        let moved = |note: &mut Note| note.question.clone_from(&desk.proceedings.question);
        desk.notebook.revise(&note.id, moved)
    });
    moved.map(Record::Note).collect()
}
