//! Guiding questions: the current one, and the notes on each.

use std::collections::BTreeSet;

use crate::model::{EntryId, Kind, Note, NoteKind, Record};

use super::dossier::counted;
use super::{App, Choice, Effect, Item, Mode, Picker, Purpose};

impl App {
    /// Opens the list of guiding questions with the current one selected.
    pub(super) fn open_questions(&mut self) {
        let Some(briefing) = self.briefing.clone() else {
            return;
        };
        let questions = briefing.of_kind(Kind::Question);
        let entries = briefing.entries().get(questions).unwrap_or_default();
        let items = entries.iter().enumerate().map(|(nth, entry)| {
            let first = briefing.paragraphs().get(entry.paragraphs().start);
            let text = Self::gist(first.map_or("", |first| first.text()));
            Item {
                lead: String::new(),
                // The number is matched as well: notes name a question as q2.
                label: format!("Q{} {text}", nth + 1),
                also: "",
                tail: self.noted_on(entry.id()),
                choice: Choice::Question(Some(nth)),
            }
        });
        let none = Item {
            lead: String::new(),
            label: "– no question".to_owned(),
            also: "",
            tail: String::new(),
            choice: Choice::Question(None),
        };
        let mut picker = Picker::new(Purpose::Question, items.chain([none]).collect());
        picker.selected = self.question_number().unwrap_or(0);
        picker.under = match std::mem::take(&mut self.mode) {
            Mode::Panes => None,
            over => Some(Box::new(over)),
        };
        self.mode = Mode::List(picker);
    }

    /// Returns the counts of a question: notes, delegations, practices.
    pub(super) fn noted_on(&self, question: &EntryId) -> String {
        let all = self.notebook.notes().iter().map(|(_, note)| note);
        let notes: Vec<_> = all
            .filter(|note| note.question.as_ref() == Some(question))
            .collect();
        let speakers = notes.iter().filter_map(|note| note.speaker.as_ref());
        let delegations = speakers.collect::<BTreeSet<_>>().len();
        let practices = notes.iter().filter(|note| note.kind == NoteKind::Practice);
        let counts = [
            (notes.len(), "note"),
            (delegations, "delegation"),
            (practices.count(), "practice"),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts = counts.map(|(count, what)| counted(count, what));
        counts.collect::<Vec<_>>().join(" · ")
    }

    /// Returns the index of the current question among the guiding questions, from 0.
    pub fn question_number(&self) -> Option<usize> {
        let briefing = self.briefing()?;
        let questions = briefing.of_kind(Kind::Question);
        let at = briefing.index_of(self.question.as_ref()?)?;
        at.checked_sub(questions.start)
            .filter(|_| questions.contains(&at))
    }

    /// Sets the current question by its index from 0; `None` for no question. Where it holds since
    /// the turn began, our notes of the turn on the question before follow it. The reader stays
    /// where it is.
    pub(super) fn set_question(
        &mut self,
        nth: Option<usize>,
        since_turn_began: bool,
    ) -> Vec<Effect> {
        let entry = nth
            .zip(self.briefing.as_deref())
            .and_then(|(nth, briefing)| {
                let at = briefing.of_kind(Kind::Question).start + nth;
                Some(briefing.entries().get(at)?.id().clone())
            });
        let before = std::mem::replace(&mut self.question, entry);
        let moved = if since_turn_began {
            self.moved_notes(before.as_ref())
        } else {
            Vec::new()
        };
        let count = moved.len();
        let mut effects = self.commit(moved, None);
        let said = match nth.filter(|_| self.question.is_some()) {
            Some(nth) => format!("current question: Q{}; new notes belong to it", nth + 1),
            None => "no current question".to_owned(),
        };
        if since_turn_began {
            self.announce(format!("{said}; {} updated", counted(count, "note")));
        } else {
            self.status = said;
        }
        effects.push(Effect::Keep(self.session()));
        effects
    }

    /// Returns our notes of the current turn on a question, moved to the current one.
    fn moved_notes(&self, before: Option<&EntryId>) -> Vec<Record> {
        let Some(speaking) = &self.floor.speaking else {
            return Vec::new();
        };
        let since = speaking.since.timestamp();
        let notes = self.notebook.notes().iter().map(|(_, note)| note);
        let of_turn = notes.filter(|note| {
            let is_ours = note.author == self.notebook.author;
            is_ours && note.at.timestamp() >= since && note.question.as_ref() == before
        });
        let moved = of_turn.filter_map(|note| {
            let moved = |note: &mut Note| note.question.clone_from(&self.question);
            self.notebook.revise(&note.id, moved)
        });
        moved.map(Record::Note).collect()
    }
}
