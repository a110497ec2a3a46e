//! Guiding questions: the current one, and the notes on each.

use std::collections::BTreeSet;

use crate::messages::{FloorMessage, ListRemark};
use crate::model::{EntryId, Kind, NoteKind};

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
            tail: noted_on(desk, entry.id()),
            choice: Choice::Question(Some(nth)),
        }
    });
    let none = Item {
        lead: String::new(),
        label: ListRemark::NoQuestion.words(language()).into_owned(),
        tail: String::new(),
        choice: Choice::Question(None),
    };
    let mut picker = Picker::new(Purpose::Question, items.chain([none]).collect());
    picker.cursor.selected = desk.question_number().unwrap_or(0);
    Some(picker)
}

/// Returns the counts of a question: notes, delegations, practices; empty without notes.
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

/// Sets the current question by its index from 0; `None` for no question.
pub(in crate::app) fn set_question(desk: &mut Desk, nth: Option<usize>) -> Outcome {
    let entry = nth.zip(desk.briefing()).and_then(|(nth, briefing)| {
        let at = briefing.of_kind(Kind::Question).start + nth;
        Some((at, briefing.entries().get(at)?.id().clone()))
    });
    desk.proceedings.question = entry.as_ref().map(|(_, id)| id.clone());
    let outcome = match (entry, nth) {
        (Some((at, _)), Some(nth)) => {
            desk.jump_to_entry(at);
            let number = nth + 1;
            Outcome::say(FloorMessage::Question { number })
        }
        _ => Outcome::say(FloorMessage::NoQuestion),
    };
    outcome.keeping(Keep::Session)
}
