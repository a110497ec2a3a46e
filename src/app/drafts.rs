//! Drafts: what is typed and not saved, and what the next start takes over.

use crate::model::{Draft, NoteId, Session};

use super::{App, Capture, Effect, Field, Mode, Stamp};

impl App {
    /// The newest draft of a new note that fits.
    pub(super) fn take_draft(&mut self, fits: impl Fn(&Draft) -> bool) -> Option<Capture> {
        let is_new = |draft: &Draft| self.edits_of(draft).is_none() && fits(draft);
        let at = self.drafts.iter().rposition(is_new)?;
        let draft = self.drafts.remove(at);
        Some(self.capture_of(draft))
    }

    /// The newest draft that edits a note.
    pub(super) fn take_draft_of(&mut self, id: &NoteId) -> Option<Capture> {
        let edits_it = |draft: &Draft| draft.edits.as_ref() == Some(id);
        let at = self.drafts.iter().rposition(edits_it)?;
        let draft = self.drafts.remove(at);
        Some(self.capture_of(draft))
    }

    /// The note that a draft edits; one that is no more is none, and the draft goes on as a new note.
    fn edits_of(&self, draft: &Draft) -> Option<NoteId> {
        let known = draft
            .edits
            .as_ref()
            .and_then(|id| self.notebook.notes().get(id));
        known
            .filter(|note| !note.deleted)
            .map(|note| note.id.clone())
    }

    /// The bar with a draft in it, as it was left.
    pub(super) fn capture_of(&self, draft: Draft) -> Capture {
        let edits = self.edits_of(&draft);
        let edited = edits.as_ref().and_then(|id| self.notebook.notes().get(id));
        let given = edited.map_or_else(
            || Stamp {
                speaker: draft.speaker,
                question: draft.question,
                anchor: draft.anchor.clone(),
                ..Stamp::default()
            },
            Stamp::of,
        );
        let mut field = Field::new(&draft.text);
        field.set_cursor(draft.cursor);
        Capture {
            edits,
            rev: draft.rev,
            tied: draft.anchor,
            field,
            ..Capture::new(given)
        }
    }

    /// What stands in the bar as a draft; `None` where it says nothing that is not saved.
    fn draft_of(&self, capture: &Capture) -> Option<Draft> {
        let text = capture.field.text();
        let says_more = match &capture.edits {
            Some(_) => !self.is_unchanged(capture),
            None => !text.trim().is_empty(),
        };
        says_more.then(|| Self::draft_in(capture))
    }

    /// What stands in the bar, whatever it says.
    pub(super) fn draft_in(capture: &Capture) -> Draft {
        Draft {
            edits: capture.edits.clone(),
            rev: capture.rev,
            anchor: capture.tied.clone(),
            speaker: capture.given.speaker.clone(),
            question: capture.given.question.clone(),
            text: capture.field.text().to_owned(),
            cursor: capture.field.cursor(),
        }
    }

    /// Puts what stands in the bar aside; the session is kept at once, so that it outlives us.
    pub(super) fn keep_draft(&mut self, capture: &Capture) -> Vec<Effect> {
        let Some(draft) = self.draft_of(capture) else {
            return Vec::new();
        };
        let key = if draft.edits.is_some() { "e" } else { "i" };
        self.drafts.push(draft);
        self.status = self.kept.ask(key);
        vec![Effect::KeepDraft(self.session())]
    }

    /// Throws the draft away; undo brings it back.
    pub(super) fn drop_draft(&mut self) {
        let Mode::Capture(mut capture) = std::mem::take(&mut self.mode) else {
            return;
        };
        if let Some(draft) = self.draft_of(&capture) {
            self.dropped.push((self.notebook.changes(), draft));
            "draft dropped; u brings it back".clone_into(&mut self.status);
        }
        self.close_bar(&mut capture);
    }

    /// What the next start takes over.
    pub fn session(&self) -> Session {
        let pending = self.notebook.pending().iter();
        let pending = pending.filter(|pending| !pending.is_on_this_machine());
        let pending = pending.map(|pending| pending.record.clone());
        let in_bar = match &self.mode {
            Mode::Capture(capture) => self.draft_of(capture),
            _ => None,
        };
        let marks = self
            .marks
            .iter()
            .map(|(letter, view)| (*letter, view.clone()));
        Session {
            view: self.view().or_else(|| self.seen.clone()),
            marks: marks.collect(),
            searches: self.searches.clone(),
            drafts: self.drafts.iter().cloned().chain(in_bar).collect(),
            pending: self.untried.iter().cloned().chain(pending).collect(),
            dropped: self
                .dropped
                .iter()
                .map(|(_, draft)| draft.clone())
                .collect(),
            floor: self.floor.clone(),
            question: self.question.clone(),
        }
    }
}
