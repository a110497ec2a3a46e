//! The capture bar: opens, confirms and deletes notes.

use crate::model::{Anchor, Draft, Note, NoteId, Record};

use super::floor::speaker_name;
use super::{
    Action, App, Captured, Completion, Dossier, Effect, Field, Leaving, Mode, Moment, Motion, Pane,
    Stamp,
};

/// The capture bar.
#[derive(Clone, Debug)]
pub struct Capture {
    /// The id of a new note; `None` for an edit.
    pub id: Option<NoteId>,
    /// The note being edited; `None` for a new one.
    pub edits: Option<NoteId>,
    /// The revision that was opened; 0 for a new note.
    pub rev: u32,
    /// The fields used where nothing else is typed: those of the edited note, or those of the
    /// floor.
    pub given: Stamp,
    /// The paragraph that the note is linked to.
    pub linked: Option<Anchor>,
    /// The typed text.
    pub field: Field,
    /// The fields read from the typed text.
    pub captured: Captured,
    /// The suggested paragraphs by index, the most similar first, as of the last frame.
    pub near: Vec<usize>,
    /// The words and the index number that the suggestions belong to.
    pub(super) near_to: (String, u64),
    /// The completion of the word before the cursor.
    pub completion: Option<Completion>,
    /// The dossier below the bar.
    pub over: Option<Box<Dossier>>,
}

impl Capture {
    /// Creates a bar for a new note.
    pub(super) fn new(id: Option<NoteId>, given: Stamp) -> Self {
        Self {
            id,
            edits: None,
            rev: 0,
            linked: given.anchor.clone(),
            given,
            field: Field::default(),
            captured: Captured::default(),
            near: Vec::new(),
            near_to: (String::new(), 0),
            completion: None,
            over: None,
        }
    }

    /// Creates a bar that holds an existing note as it would be typed.
    pub(super) fn editing(note: &Note, written: &str) -> Self {
        Self {
            edits: Some(note.id.clone()),
            rev: note.rev,
            field: Field::new(written),
            ..Self::new(None, Stamp::of(note))
        }
    }
}

impl App {
    /// Returns the index of the selected paragraph.
    pub(super) fn paragraph_here(&self) -> Option<usize> {
        self.document.block(self.reader.selected)?.paragraph()
    }

    /// Returns the anchor of a note written here: the paragraph selected in the dossier or the
    /// reader.
    pub(super) fn anchor_here(&self) -> Option<Anchor> {
        let paragraph = match &self.mode {
            Mode::Dossier(dossier) => dossier.paragraph(),
            _ => self.paragraph_here(),
        };
        Anchor::to(self.briefing.as_ref()?, paragraph?)
    }

    /// Opens the bar for a new note with the newest draft, or for a note on a paragraph with the
    /// draft about it. Drafts begun under another speaker are not reopened: their text would go to
    /// whoever has the floor now.
    pub(super) fn open_capture(&mut self, anchor: Option<Anchor>) {
        let over = match std::mem::take(&mut self.mode) {
            Mode::Dossier(dossier) => Some(dossier),
            _ => None,
        };
        let speaking = self.floor.speaking.as_ref();
        let speaking = speaking.map(|speaking| speaking.speaker.clone());
        let draft = match &anchor {
            None => self.take_draft(|draft| speaking.is_none() || draft.speaker == speaking),
            Some(anchor) => {
                let briefing = self.briefing.clone().unwrap_or_default();
                let is_about = |about: &Anchor| about.is_alike(anchor, &briefing);
                self.take_draft(|draft| draft.anchor.as_ref().is_some_and(is_about))
            }
        };
        let fresh = || {
            let given = Stamp {
                anchor,
                ..self.stamp_now()
            };
            Capture::new(self.unused_id.clone(), given)
        };
        let capture = draft.unwrap_or_else(fresh);
        self.open_bar(Capture { over, ..capture });
        self.say_which_draft_waits();
    }

    /// Tells whose draft can be continued, if the bar is empty.
    fn say_which_draft_waits(&mut self) {
        let is_new = |draft: &&Draft| draft.edits.is_none();
        if let Mode::Capture(capture) = &self.mode
            && capture.field.text().is_empty()
            && let Some(draft) = self.drafts.iter().rfind(is_new)
        {
            let speaker = draft.speaker.as_ref().map(speaker_name);
            let whose = speaker.map_or_else(String::new, |name| format!(" of {name}"));
            let recall = self.key_for(Action::Edit(Motion::Up));
            self.status = format!("draft{whose} kept; press {recall} to continue it");
        }
    }

    /// Continues the newest draft if the bar is empty. Returns whether there was one.
    pub(super) fn recall_draft(&mut self) -> bool {
        let Mode::Capture(capture) = &self.mode else {
            return false;
        };
        if capture.edits.is_some() || !capture.field.text().is_empty() {
            return false;
        }
        let over = capture.over.clone();
        let Some(draft) = self.take_draft(|_| true) else {
            return false;
        };
        self.open_bar(Capture { over, ..draft });
        self.status.clear();
        true
    }

    pub(super) fn open_bar(&mut self, capture: Capture) {
        self.mode = Mode::Capture(Box::new(capture));
        self.read_capture();
    }

    /// Closes the bar.
    pub(super) fn close_bar(&mut self, capture: &mut Capture) {
        let over = capture.over.take();
        self.mode = over.map_or_else(Mode::default, Mode::Dossier);
    }

    pub(super) fn edit_note(&mut self) {
        let Some((_, note)) = self.notebook.selection() else {
            return;
        };
        let capture = Capture::editing(note, &self.written(note));
        let id = note.id.clone();
        let draft = self.take_draft_of(&id);
        self.open_bar(draft.unwrap_or(capture));
    }

    pub(super) fn write(&mut self, record: impl Into<Record>) -> Vec<Effect> {
        self.commit(vec![record.into()], None)
    }

    pub(super) fn saved(&mut self, moment: &Moment, record: Record) -> Vec<Effect> {
        let before = self.notebook.saved(record.id());
        let was_deleted = before.is_some_and(|before| before.is_deleted());
        let done = match (was_deleted, record.is_deleted()) {
            (_, true) => "deleted",
            (true, false) => "restored",
            (false, false) => "saved",
        };
        let id = record.id().clone();
        self.notebook.confirm(record.clone());
        let what = match record {
            Record::Note(_) => {
                let number = self.notebook.notes().number(&id).unwrap_or_default();
                format!("#{number}")
            }
            Record::Turn(turn) => format!("the turn of {}", speaker_name(&turn.speaker)),
        };
        let time = moment.now.strftime("%H:%M:%S");
        self.status = match self.announced.take() {
            Some(said) if self.is_saving() => {
                self.announced = Some(said.clone());
                said
            }
            Some(said) => format!("{said}; saved {time}"),
            None => format!("{done} {what} {time}"),
        };
        if self.leaving == Leaving::WhenSaved && !self.is_saving() {
            self.leaving = Leaving::No;
            return self.quit();
        }
        Vec::new()
    }

    pub(super) fn delete_note(&mut self) -> Vec<Effect> {
        let id = self.notebook.selection().map(|(_, note)| note.id.clone());
        let gone = id.and_then(|id| self.notebook.revise(&id, |note| note.deleted = true));
        gone.map_or_else(Vec::new, |note| self.write(note))
    }

    pub(super) fn copy_paragraph(&mut self) -> Vec<Effect> {
        let Some((briefing, paragraph)) = self.briefing.as_ref().zip(self.paragraph_here()) else {
            return Vec::new();
        };
        let Some(text) = briefing.paragraphs().get(paragraph) else {
            return Vec::new();
        };
        let entry = briefing.entry_of(paragraph);
        let at = entry.map_or("", |entry| entry.at());
        let paper = briefing.paper();
        let names = [&paper.title, &paper.session, &paper.event].map(String::as_str);
        let source = [&names[..], &[at]]
            .concat()
            .into_iter()
            .filter(|name| !name.is_empty());
        let source = source.collect::<Vec<_>>().join(", ");
        let copied = format!("{}\n({source}, ¶{})", text.text(), text.number());
        let what = format!("¶{} with its citation", text.number());
        self.copy(&copied, &what)
    }

    pub(super) fn copy_note(&mut self) -> Vec<Effect> {
        let Some((number, note)) = self.notebook.selection() else {
            return Vec::new();
        };
        let text = note.text.clone();
        self.copy(&text, &format!("note #{number}"))
    }

    /// Selects a note and focuses the notes pane.
    pub(super) fn show_note(&mut self, id: NoteId) {
        self.unhide(&id);
        self.notebook.selected = Some(id);
        self.set_focus(Pane::Notes);
    }
}
