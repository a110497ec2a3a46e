//! Drafts: text that is typed and not saved, kept for the next start.

use crate::model::{Draft, Note, NoteId, Session};

use super::{Action, App, Capture, Effect, Field, Mode, Stamp};

/// The progress of comparing the drafts of the last run with its saved notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum OldDrafts {
    /// Waits for the journal, which is read last.
    #[default]
    WaitForNotes,
    /// Waits for the index of the paper.
    WaitForNames,
    /// Compared.
    Checked,
}

impl App {
    /// Returns the status at a start with drafts.
    pub(super) fn draft_waits(&self) -> String {
        let (new, edit) = (
            self.key_for(Action::NewNote),
            self.key_for(Action::EditNote),
        );
        format!("a draft was kept; press {new} to continue it, or {edit} if it edits a note")
    }

    /// Takes the newest draft of a new note that matches.
    pub(super) fn take_draft(&mut self, fits: impl Fn(&Draft) -> bool) -> Option<Capture> {
        let is_new = |draft: &Draft| self.edits_of(draft).is_none() && fits(draft);
        let at = self.drafts.iter().rposition(is_new)?;
        let draft = self.drafts.remove(at);
        Some(self.capture_of(draft))
    }

    /// Takes the newest draft that edits a note.
    pub(super) fn take_draft_of(&mut self, id: &NoteId) -> Option<Capture> {
        let edits_it = |draft: &Draft| draft.edits.as_ref() == Some(id);
        let at = self.drafts.iter().rposition(edits_it)?;
        let draft = self.drafts.remove(at);
        Some(self.capture_of(draft))
    }

    /// Returns the note that a draft edits; `None` if it is deleted: the draft continues as a new
    /// note.
    fn edits_of(&self, draft: &Draft) -> Option<NoteId> {
        let known = draft
            .edits
            .as_ref()
            .and_then(|id| self.notebook.notes().get(id));
        known
            .filter(|note| !note.deleted)
            .map(|note| note.id.clone())
    }

    /// Returns the bar with a draft in it.
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
        let is_new = edits.is_none();
        let mut field = Field::new(&draft.text);
        field.set_cursor(draft.cursor);
        Capture {
            edits,
            rev: draft.rev,
            linked: draft.anchor,
            field,
            // A new id: another program may have the same draft open, and save it too.
            ..Capture::new(self.unused_id.clone().filter(|_| is_new), given)
        }
    }

    /// Forgets the drafts that the last run saved before it was killed. Done once, when the names
    /// of the paper are known.
    pub(super) fn forget_saved_drafts(&mut self) -> Vec<Effect> {
        let has_names = self.briefing.is_none() || !self.indexed.is_empty();
        if self.old_drafts != OldDrafts::WaitForNames || !has_names {
            return Vec::new();
        }
        self.old_drafts = OldDrafts::Checked;
        let before = self.drafts.len();
        let drafts = std::mem::take(&mut self.drafts).into_iter();
        self.drafts = drafts.filter(|draft| !self.is_saved(draft)).collect();
        if self.drafts.is_empty() && self.status == self.draft_waits() {
            self.status.clear();
        }
        if self.drafts.len() == before {
            return Vec::new();
        }
        vec![Effect::Keep(self.session())]
    }

    /// Returns whether saving a draft would change nothing: its note exists with the same content.
    fn is_saved(&self, draft: &Draft) -> bool {
        let mut capture = self.capture_of(draft.clone());
        capture.captured = self.captured(capture.field.text());
        let would_be = |note: &Note| {
            let words = (capture.captured.words(), self.stamp(&capture));
            words == (note.text.clone(), Stamp::of(note))
        };
        let id = capture.edits.as_ref().or(draft.id.as_ref());
        id.and_then(|id| self.notebook.notes().get(id))
            .is_some_and(would_be)
    }

    /// Returns the content of the bar as a draft; `None` if all of it is saved.
    fn draft_of(&self, capture: &Capture) -> Option<Draft> {
        let text = capture.field.text();
        let says_more = match &capture.edits {
            Some(_) => !self.is_unchanged(capture),
            None => !text.trim().is_empty(),
        };
        says_more.then(|| Self::draft_in(capture))
    }

    /// Returns the content of the bar as a draft.
    pub(super) fn draft_in(capture: &Capture) -> Draft {
        Draft {
            id: capture.id.clone(),
            edits: capture.edits.clone(),
            rev: capture.rev,
            anchor: capture.linked.clone(),
            speaker: capture.given.speaker.clone(),
            question: capture.given.question.clone(),
            text: capture.field.text().to_owned(),
            cursor: capture.field.cursor(),
        }
    }

    /// Keeps the content of the bar as a draft, in the session file at once so that it survives a
    /// crash.
    pub(super) fn keep_draft(&mut self, capture: &Capture) -> Vec<Effect> {
        let Some(draft) = self.draft_of(capture) else {
            return Vec::new();
        };
        let opens = if draft.edits.is_some() {
            Action::EditNote
        } else {
            Action::NewNote
        };
        self.drafts.push(draft);
        self.status = self.ask_whether_kept(opens);
        vec![Effect::KeepDraft(self.session())]
    }

    /// Deletes the draft; undo restores it.
    pub(super) fn drop_draft(&mut self) {
        let Mode::Capture(mut capture) = std::mem::take(&mut self.mode) else {
            return;
        };
        if let Some(draft) = self.draft_of(&capture) {
            self.dropped.push((self.notebook.changes(), draft));
            let undo = self.keys.key_for(&[self.pane_below()], Action::Undo);
            self.status = format!("draft deleted; press {undo} to restore it");
        }
        self.close_bar(&mut capture);
    }

    /// Returns the state for the next start.
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

#[cfg(test)]
mod tests {
    use jiff::ZonedDateTime;

    use super::*;
    use crate::app::{Event, Key, Moment};

    /// A kill between the two effects leaves the note in the session and no draft of it.
    #[test]
    fn the_session_is_kept_before_a_note_is_saved() {
        let mut app = App::new((80, 24), Session::default());
        let mut nth = 0;
        let mut press = |keys: &str| {
            let keys = Key::sequence(keys).unwrap().into_iter();
            let effects = keys.map(|key| {
                nth += 1;
                let moment = Moment {
                    now: ZonedDateTime::now(),
                    since_boot: std::time::Duration::ZERO,
                    fresh_id: NoteId::new(&format!("n{nth}")).unwrap(),
                };
                app.update(&moment, Event::Key(key))
            });
            effects.last().unwrap()
        };
        let [Effect::Keep(typed)] = &press("ione")[..] else {
            panic!("a draft is kept at each key");
        };
        let id = typed.drafts[0].id.clone();
        assert!(typed.pending.is_empty() && id.is_some());
        let [Effect::Keep(session), Effect::Save(record)] = &press("<Enter>")[..] else {
            panic!("the session comes first");
        };
        assert_eq!(session.pending, std::slice::from_ref(record));
        assert!(session.drafts.is_empty());
        assert_eq!(Some(record.id()), id.as_ref());
    }
}
