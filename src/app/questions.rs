//! Guiding questions: the current one, and the notes on each.

use std::collections::BTreeSet;

use crate::model::{EntryId, Kind, NoteKind};

use super::dossier::counted;
use super::{App, Choice, Effect, Item, Mode, Picker, Purpose};

impl App {
    /// Opens the list of guiding questions with the current one selected.
    pub(super) fn open_questions(&mut self) {
        let Some(briefing) = self.desk.paper.briefing.clone() else {
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
                tail: self.noted_on(entry.id()),
                choice: Choice::Question(Some(nth)),
            }
        });
        let none = Item {
            lead: String::new(),
            label: "– no question".to_owned(),
            tail: String::new(),
            choice: Choice::Question(None),
        };
        let mut picker = Picker::new(Purpose::Question, items.chain([none]).collect());
        picker.selected = self.question_number().unwrap_or(0);
        self.mode = Mode::List(picker);
    }

    /// Returns the counts of a question: notes, delegations, practices.
    pub(super) fn noted_on(&self, question: &EntryId) -> String {
        let all = self.desk.notebook.notes().iter().map(|(_, note)| note);
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
        let at = briefing.index_of(self.desk.proceedings.question.as_ref()?)?;
        at.checked_sub(questions.start)
            .filter(|_| questions.contains(&at))
    }

    /// Sets the current question by its index from 0; `None` for no question.
    pub(super) fn set_question(&mut self, nth: Option<usize>) -> Vec<Effect> {
        let entry = nth
            .zip(self.desk.paper.briefing.as_deref())
            .and_then(|(nth, briefing)| {
                let at = briefing.of_kind(Kind::Question).start + nth;
                Some((at, briefing.entries().get(at)?.id().clone()))
            });
        self.desk.proceedings.question = entry.as_ref().map(|(_, id)| id.clone());
        match (entry, nth) {
            (Some((at, _)), Some(nth)) => {
                self.jump_to_entry(at);
                self.status = format!("current question: Q{}; new notes belong to it", nth + 1);
            }
            _ => "no current question".clone_into(&mut self.status),
        }
        vec![Effect::Keep(self.session())]
    }
}
