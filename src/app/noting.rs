//! From what is typed to a note: who said it, on which question, about which paragraph.

use std::collections::BTreeSet;

use crate::model::{Anchor, Author, Note, NoteKind, Speaker};
use crate::search::{Query, Scope, Target};
use crate::text::{fold, part};

use super::capture::{anchor_to, paragraph_of};
use super::floor::speaker_name;
use super::{App, Capture, Captured, Effect, Known, Mode, Moment};

/// So many paragraphs near to what is typed are shown.
const MOST_NEAR: usize = 3;
/// Fewer characters are near to everything.
const SHORTEST: usize = 3;
/// So many of the last characters tell what somebody is typing about.
const LAST_TYPED: usize = 120;

/// In which order the notes stand in their pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NotesOrder {
    /// As they were written.
    #[default]
    Time,
    /// By guiding question, those without one last.
    Question,
    /// By speaker, those without one last.
    Speaker,
    /// By the paragraphs they are about, those without one last.
    Paragraph,
}

impl NotesOrder {
    /// The words for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Time => "by time",
            Self::Question => "by question",
            Self::Speaker => "by speaker",
            Self::Paragraph => "by paragraph",
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::Time => Self::Question,
            Self::Question => Self::Speaker,
            Self::Speaker => Self::Paragraph,
            Self::Paragraph => Self::Time,
        }
    }
}

impl App {
    /// The order of the notes.
    pub const fn notes_order(&self) -> NotesOrder {
        self.notes_order
    }

    /// Puts the notes in the next order.
    pub(super) fn turn_notes(&mut self) {
        self.notes_order = self.notes_order.next();
        self.arrange_notes();
        self.status = format!("notes {}", self.notes_order.name());
    }

    /// Puts the notes in the order chosen.
    pub(super) fn arrange_notes(&mut self) {
        let briefing = self.briefing.clone();
        let briefing = briefing.as_deref();
        match self.notes_order {
            NotesOrder::Time => self.notebook.arrange(|_| ()),
            NotesOrder::Question => self.notebook.arrange(|note| {
                let question = note.question.as_ref();
                let at = question.and_then(|id| briefing?.index_of(id));
                at.unwrap_or(usize::MAX)
            }),
            NotesOrder::Speaker => self.notebook.arrange(|note| {
                let name = note.speaker.as_ref().map(speaker_name);
                (name.is_none(), name.map(fold))
            }),
            NotesOrder::Paragraph => self.notebook.arrange(|note| {
                let anchor = note.anchor.as_ref();
                let at = anchor.and_then(|anchor| paragraph_of(briefing?, anchor));
                at.unwrap_or(usize::MAX)
            }),
        }
    }

    /// Reads what stands in the bar: its signs, and the paragraphs near to it.
    pub(super) fn read_capture(&mut self) {
        let Mode::Capture(capture) = &self.mode else {
            return;
        };
        let captured = self.captured(capture.field.text());
        let near = self.near(&captured.text);
        if let Mode::Capture(capture) = &mut self.mode {
            (capture.captured, capture.near) = (captured, near);
        }
    }

    fn captured(&self, typed: &str) -> Captured {
        let Some(briefing) = self.briefing.as_deref() else {
            return Captured {
                text: typed.trim().to_owned(),
                ..Captured::default()
            };
        };
        // Without a colon nobody is named.
        let speakers = if typed.contains(':') {
            self.known_speakers()
        } else {
            Vec::new()
        };
        let known = Known {
            briefing,
            index: &self.indexed.index,
            speakers: &speakers,
        };
        Captured::new(typed, known)
    }

    /// The paragraphs nearest to the end of a text.
    fn near(&self, text: &str) -> Vec<usize> {
        let from = text
            .char_indices()
            .rev()
            .nth(LAST_TYPED)
            .map_or(0, |(at, _)| at);
        let last = part(text, from..text.len()).trim();
        if last.chars().count() < SHORTEST {
            return Vec::new();
        }
        // Signs of the finder are words here.
        let words = last.replace(|c: char| !c.is_alphanumeric() && c != '\'', " ");
        let query = Query::new(&words).within(Scope::Paper);
        let hits = self.indexed.index.find(&query, MOST_NEAR).hits.into_iter();
        let paragraphs = hits.filter_map(|hit| match hit.target {
            Target::Paragraph(paragraph) => Some(paragraph),
            Target::Note(_) => None,
        });
        paragraphs.collect()
    }

    /// Ties the note to the next of the paragraphs near to it, and behind the last to none.
    pub(super) fn tie(&mut self) {
        let Some(briefing) = self.briefing.clone() else {
            return;
        };
        let Mode::Capture(capture) = &mut self.mode else {
            return;
        };
        let anchors: Vec<Anchor> = capture
            .near
            .iter()
            .filter_map(|paragraph| anchor_to(&briefing, *paragraph))
            .collect();
        let at = capture
            .anchor
            .as_ref()
            .and_then(|tied| anchors.iter().position(|anchor| anchor == tied));
        let next = at.map_or(0, |at| at + 1);
        if anchors.is_empty() {
            "no paragraph is near to this".clone_into(&mut self.status);
        } else {
            capture.anchor = anchors.get(next).cloned();
        }
    }

    /// What a note that is being typed is about: the paragraph that it names, or is tied to.
    pub fn anchor_of(&self, capture: &Capture) -> Option<Anchor> {
        let named = capture.captured.paragraph;
        let named = named.and_then(|paragraph| anchor_to(self.briefing()?, paragraph));
        named.or_else(|| capture.anchor.clone())
    }

    /// Who a note that is being typed is said to be by: whom it names, or who has the floor.
    pub fn speaker_of(&self, capture: &Capture) -> Option<Speaker> {
        let holder = self.floor.speaking.as_ref();
        let holder = holder.map(|speaking| speaking.speaker.clone());
        let is_new = capture.edits.is_none();
        let named = capture.captured.speaker.clone();
        named.or_else(|| holder.filter(|_| is_new))
    }

    /// The paragraphs that notes are about, by index.
    pub(super) fn paragraphs_noted(&self) -> BTreeSet<usize> {
        let briefing = self.briefing.as_deref();
        let notes = self.notebook.notes().iter();
        let anchors = notes.filter_map(|(_, note)| note.anchor.as_ref());
        let paragraphs = anchors.filter_map(|anchor| paragraph_of(briefing?, anchor));
        paragraphs.collect()
    }

    pub(super) fn save(&mut self, moment: &Moment) -> Vec<Effect> {
        self.read_capture();
        if let Mode::Capture(capture) = &self.mode {
            let captured = &capture.captured;
            let is_mark = captured.kind.is_some() && self.anchor_of(capture).is_some();
            if captured.text.is_empty() && !is_mark {
                "nothing to save".clone_into(&mut self.status);
                // Signs without words stay in the bar.
                if capture.field.text().trim().is_empty() {
                    self.mode = Mode::Panes;
                }
                return Vec::new();
            }
        }
        let Mode::Capture(capture) = std::mem::take(&mut self.mode) else {
            return Vec::new();
        };
        let note = self
            .edited(&capture)
            .or_else(|| self.continued(&capture))
            .unwrap_or_else(|| self.new_note(moment, &capture));
        if let Some(dossier) = capture.over {
            self.mode = Mode::Dossier(dossier);
        }
        self.write(note)
    }

    /// The edited note in its new words. It may have vanished from the files meanwhile: its words
    /// go into a new one.
    fn edited(&self, capture: &Capture) -> Option<Note> {
        let anchor = self.anchor_of(capture);
        let captured = capture.captured.clone();
        self.notebook.revise(capture.edits.as_ref()?, |note| {
            // What goes on with another note was a note of its own already.
            let dots = if captured.continues { "... " } else { "" };
            note.text = format!("{dots}{}", captured.text);
            note.kind = captured.kind.unwrap_or(note.kind);
            note.anchor = anchor.or_else(|| note.anchor.take());
            note.speaker = captured.speaker.or_else(|| note.speaker.take());
            note.question = captured.question.or_else(|| note.question.take());
        })
    }

    /// The last note with more behind it, where what is typed goes on with it.
    fn continued(&self, capture: &Capture) -> Option<Note> {
        let captured = capture.captured.clone();
        let (_, last) = self.notebook.notes().iter().next_back()?;
        let id = captured.continues.then(|| last.id.clone())?;
        self.notebook.revise(&id, |note| {
            if !note.text.is_empty() {
                note.text.push('\n');
            }
            note.text.push_str(&captured.text);
            note.kind = captured.kind.unwrap_or(note.kind);
        })
    }

    fn new_note(&self, moment: &Moment, capture: &Capture) -> Note {
        let captured = capture.captured.clone();
        Note {
            id: moment.fresh_id.clone(),
            rev: 1,
            at: moment.now.clone(),
            kind: captured.kind.unwrap_or_default(),
            speaker: self.speaker_of(capture),
            question: captured.question.or_else(|| self.question.clone()),
            anchor: self.anchor_of(capture),
            text: captured.text,
            deleted: false,
            author: Author::default(),
        }
    }

    /// Marks the selected paragraph with a kind, without words.
    pub(super) fn mark_here(&mut self, moment: &Moment, kind: NoteKind) -> Vec<Effect> {
        let Some(anchor) = self.anchor_here() else {
            "select a paragraph to mark it".clone_into(&mut self.status);
            return Vec::new();
        };
        let holder = self.floor.speaking.as_ref();
        let note = Note {
            id: moment.fresh_id.clone(),
            rev: 1,
            at: moment.now.clone(),
            kind,
            speaker: holder.map(|speaking| speaking.speaker.clone()),
            question: self.question.clone(),
            anchor: Some(anchor),
            text: String::new(),
            deleted: false,
            author: Author::default(),
        };
        self.write(note)
    }
}
