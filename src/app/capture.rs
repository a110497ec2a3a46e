//! The capture bar: writing, editing and taking back notes.

use crate::model::{Anchor, Briefing, Draft, Note, NoteId, Record, Session};

use super::{App, Captured, Dossier, Effect, Field, Leaving, Mode, Moment, Pane};

/// The capture bar.
#[derive(Clone, Debug)]
pub struct Capture {
    /// The note that is edited; `None` for a new one.
    pub edits: Option<NoteId>,
    /// What a new note is about.
    pub anchor: Option<Anchor>,
    /// What is typed.
    pub field: Field,
    /// What is read out of it.
    pub captured: Captured,
    /// The paragraphs nearest to it, by index, the nearest first.
    pub near: Vec<usize>,
    /// The dossier that is shown over it.
    pub over: Option<Box<Dossier>>,
}

impl Capture {
    /// A bar with that note, anchor and text.
    fn new(edits: Option<NoteId>, anchor: Option<Anchor>, field: Field) -> Self {
        Self {
            edits,
            anchor,
            field,
            captured: Captured::default(),
            near: Vec::new(),
            over: None,
        }
    }
}

/// The index of the paragraph that an anchor is about: the one that begins with its quote, else
/// the first of its entry.
pub fn paragraph_of(briefing: &Briefing, anchor: &Anchor) -> Option<usize> {
    let entry = briefing.entries().get(briefing.index_of(&anchor.entry)?)?;
    let texts = entry
        .paragraphs()
        .filter_map(|at| Some((at, briefing.paragraphs().get(at)?.text())));
    let mut quoted = texts.filter(|(_, text)| text.starts_with(&anchor.quote));
    Some(
        quoted
            .next()
            .map_or_else(|| entry.paragraphs().start, |(at, _)| at),
    )
}

/// The anchor that leads to a paragraph.
pub fn anchor_to(briefing: &Briefing, paragraph: usize) -> Option<Anchor> {
    /// So many words tell the paragraphs of an entry apart.
    const WORDS: usize = 8;
    let text = briefing.paragraphs().get(paragraph)?.text();
    let first_line = text.split('\n').next().unwrap_or_default();
    let after = first_line
        .match_indices(' ')
        .nth(WORDS - 1)
        .map_or(first_line.len(), |(at, _)| at);
    let quote = first_line.get(..after).unwrap_or_default().to_owned();
    Some(Anchor {
        entry: briefing.entry_of(paragraph)?.id().clone(),
        quote,
    })
}

/// The text of a draft with the cursor where it was.
fn field_of(draft: &Draft) -> Field {
    let mut field = Field::new(&draft.text);
    field.set_cursor(draft.cursor);
    field
}

impl App {
    /// The index of the selected paragraph.
    pub(super) fn paragraph_here(&self) -> Option<usize> {
        self.document.block(self.reader.selected)?.paragraph()
    }

    /// What a note on the selected paragraph is about: that of the dossier, or of the reader.
    pub(super) fn anchor_here(&self) -> Option<Anchor> {
        let paragraph = match &self.mode {
            Mode::Dossier(dossier) => dossier.paragraph(),
            _ => self.paragraph_here(),
        };
        anchor_to(self.briefing.as_ref()?, paragraph?)
    }

    /// Opens the bar for a new note: with the newest draft of one, or for a note on a paragraph,
    /// with the draft about that paragraph. Other drafts wait.
    pub(super) fn open_capture(&mut self, anchor: Option<Anchor>) {
        let over = match std::mem::take(&mut self.mode) {
            Mode::Dossier(dossier) => Some(dossier),
            _ => None,
        };
        let capture = match anchor {
            None => self.take_draft(|_| true),
            Some(anchor) => {
                let draft = self.take_draft(|draft| draft.anchor.as_ref() == Some(&anchor));
                Capture {
                    anchor: Some(anchor),
                    ..draft
                }
            }
        };
        self.open_bar(Capture { over, ..capture });
    }

    fn open_bar(&mut self, capture: Capture) {
        self.mode = Mode::Capture(capture);
        self.read_capture();
    }

    pub(super) fn edit_note(&mut self) {
        let Some((_, note)) = self.notebook.selection() else {
            return;
        };
        let (id, text, anchor) = (note.id.clone(), note.text.clone(), note.anchor.clone());
        let at = self
            .drafts
            .iter()
            .rposition(|draft| draft.edits.as_ref() == Some(&id));
        let field = at.map_or_else(|| Field::new(&text), |at| field_of(&self.drafts.remove(at)));
        self.open_bar(Capture::new(Some(id), anchor, field));
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

    /// The newest draft of a new note that fits; an empty bar where there is none.
    fn take_draft(&mut self, fits: impl Fn(&Draft) -> bool) -> Capture {
        let is_new = |draft: &Draft| self.edits_of(draft).is_none() && fits(draft);
        let at = self.drafts.iter().rposition(is_new);
        let draft = at.map(|at| self.drafts.remove(at));
        let field = draft.as_ref().map(field_of).unwrap_or_default();
        Capture::new(None, draft.and_then(|draft| draft.anchor), field)
    }

    fn draft_of(&self, capture: &Capture) -> Option<Draft> {
        let before = capture
            .edits
            .as_ref()
            .and_then(|id| self.notebook.notes().get(id));
        let text = capture.field.text();
        let says_more =
            before.map_or_else(|| !text.trim().is_empty(), |before| before.text != text);
        says_more.then(|| Draft {
            edits: capture.edits.clone(),
            anchor: capture.anchor.clone(),
            text: text.to_owned(),
            cursor: capture.field.cursor(),
        })
    }

    /// Puts what stands in the bar aside; the session is kept at once, so that it outlives us.
    pub(super) fn keep_draft(&mut self, capture: &Capture) -> Vec<Effect> {
        let Some(draft) = self.draft_of(capture) else {
            return Vec::new();
        };
        let key = if draft.edits.is_some() { "e" } else { "i" };
        self.status = format!("draft kept; {key} goes on with it");
        self.drafts.push(draft);
        vec![Effect::Keep(self.session())]
    }

    /// Throws the draft away; undo brings it back.
    pub(super) fn drop_draft(&mut self) {
        if let Mode::Capture(capture) = std::mem::take(&mut self.mode)
            && let Some(draft) = self.draft_of(&capture)
        {
            self.dropped.push((self.notebook.changes(), draft));
            "draft dropped; u brings it back".clone_into(&mut self.status);
        }
    }

    pub(super) fn write(&mut self, record: impl Into<Record>) -> Vec<Effect> {
        let record = self.notebook.write(record);
        self.send(record)
    }

    fn send(&mut self, record: Record) -> Vec<Effect> {
        self.indexed.outdate();
        "saving…".clone_into(&mut self.status);
        vec![Effect::Save(record)]
    }

    pub(super) fn saved(&mut self, moment: &Moment, record: Record) -> Vec<Effect> {
        let before = self.notebook.saved(record.id());
        let was_deleted = before.is_some_and(|before| before.is_deleted());
        let done = match (was_deleted, record.is_deleted()) {
            (_, true) => "deleted",
            (true, false) => "back:",
            (false, false) => "saved",
        };
        let id = record.id().clone();
        self.notebook.confirm(record.clone());
        let what = match record {
            Record::Note(_) => {
                let number = self.notebook.notes().number(&id).unwrap_or_default();
                format!("#{number}")
            }
            Record::Turn(turn) => format!("floor {}", turn.speaker.0),
        };
        self.status = format!("{done} {what} {}", moment.now.strftime("%H:%M:%S"));
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

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let changes = self.notebook.changes();
        if let Some((_, draft)) = self.dropped.pop_if(|(before, _)| *before >= changes) {
            let (edits, field) = (self.edits_of(&draft), field_of(&draft));
            self.open_bar(Capture::new(edits, draft.anchor, field));
            return Vec::new();
        }
        let Some(note) = self.notebook.undo() else {
            "nothing to undo".clone_into(&mut self.status);
            return Vec::new();
        };
        self.send(note)
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        let Some(note) = self.notebook.redo() else {
            "nothing to redo".clone_into(&mut self.status);
            return Vec::new();
        };
        self.send(note)
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
        self.status = format!("¶{} with its citation went to the clipboard", text.number());
        vec![Effect::Copy(copied)]
    }

    pub(super) fn copy_note(&mut self) -> Vec<Effect> {
        let Some((number, note)) = self.notebook.selection() else {
            "no note to copy".clone_into(&mut self.status);
            return Vec::new();
        };
        let text = note.text.clone();
        self.status = format!("note #{number} went to the clipboard");
        vec![Effect::Copy(text)]
    }

    /// What the next start takes over. A note that the disk has not confirmed comes back as a
    /// draft, in its newest words.
    pub fn session(&self) -> Session {
        let pending = self.notebook.pending().iter();
        let pending = pending.filter(|pending| !pending.is_on_this_machine());
        let pending = pending.filter_map(|pending| pending.record.note());
        let is_newest = |note: &&Note| self.notebook.notes().get(&note.id) == Some(*note);
        let unsaved = pending.filter(is_newest).filter(|note| !note.deleted);
        let unsaved = unsaved.map(|note| Draft {
            edits: self
                .notebook
                .saved(&note.id)
                .map(|saved| saved.id().clone()),
            anchor: note.anchor.clone(),
            text: note.text.clone(),
            cursor: note.text.len(),
        });
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
            drafts: unsaved
                .chain(self.drafts.iter().cloned())
                .chain(in_bar)
                .collect(),
            dropped: self
                .dropped
                .iter()
                .map(|(_, draft)| draft.clone())
                .collect(),
            floor: self.floor.clone(),
            question: self.question.clone(),
        }
    }

    /// Selects a note and shows the notes pane.
    pub(super) fn show_note(&mut self, id: NoteId) {
        self.notebook.selected = Some(id);
        self.set_focus(Pane::Notes);
    }
}
