//! Saving typed text as a note, with its speaker, question and paragraph.

use std::collections::BTreeSet;

use crate::model::{Anchor, Briefing, Note, NoteKind, Placed, Speaker};
use crate::text::fold;

use super::floor::speaker_name;
use super::grammar::written;
use super::{App, Capture, Captured, Effect, Known, Mode, Moment, Stamp};

/// A sort order of the notes pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NotesOrder {
    /// By time of writing.
    #[default]
    Time,
    /// By guiding question; notes without one last.
    Question,
    /// By speaker; notes without one last.
    Speaker,
    /// By paragraph; notes without one last.
    Paragraph,
}

impl NotesOrder {
    /// Returns its name for status and title.
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
    /// Returns the sort order.
    pub const fn notes_order(&self) -> NotesOrder {
        self.notes_order
    }

    /// Sets the next sort order.
    pub(super) fn turn_notes(&mut self) {
        self.notes_order = self.notes_order.next();
        self.arrange_notes();
        self.status = format!("notes sorted {}", self.notes_order.name());
    }

    /// Sorts the notes.
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
                let first = |entry: usize| Some(briefing?.entries().get(entry)?.paragraphs().start);
                let anchor = note.anchor.as_ref();
                let at = anchor.and_then(|anchor| match briefing?.placed(anchor) {
                    Placed::Paragraph(paragraph) => Some(paragraph),
                    Placed::Entry(entry) => first(entry),
                    Placed::NotFound => None,
                });
                at.unwrap_or(usize::MAX)
            }),
        }
    }

    /// Parses the text of the bar: its signs, and the completion of the word before the cursor.
    pub(super) fn read_capture(&mut self) {
        let Mode::Capture(capture) = &self.mode else {
            return;
        };
        let captured = self.captured(capture.field.text());
        let is_empty = capture.edits.is_none() && capture.field.text().is_empty();
        let now = self.stamp_now();
        let completion = self.completion(&capture.field);
        if let Mode::Capture(capture) = &mut self.mode {
            (capture.captured, capture.completion) = (captured, completion);
            // An empty bar keeps nothing of the speaker it was opened under.
            if is_empty {
                let anchor = capture.given.anchor.take();
                capture.given = Stamp { anchor, ..now };
            }
        }
    }

    pub(super) fn captured(&self, typed: &str) -> Captured {
        // A briefing with mistakes has no questions and paragraphs; speakers and kinds can be read
        // all the same.
        let nothing = Briefing::default();
        let briefing = self.briefing().unwrap_or(&nothing);
        // Without a colon there is no speaker.
        let speakers = if typed.contains(':') {
            self.known_speakers()
        } else {
            Vec::new()
        };
        Captured::new(typed, self.known(briefing, &speakers))
    }

    /// Returns the context in which notes are read.
    pub(super) const fn known<'a>(
        &'a self,
        briefing: &'a Briefing,
        speakers: &'a [Speaker],
    ) -> Known<'a> {
        Known {
            briefing,
            index: &self.indexed.index,
            speakers,
        }
    }

    /// Returns the text of the bar for an edited note.
    pub(super) fn written(&self, note: &Note) -> String {
        let speakers = self.known_speakers();
        let nothing = Briefing::default();
        let briefing = self.briefing().unwrap_or(&nothing);
        written(note, self.known(briefing, &speakers))
    }

    /// Completes the word before the cursor, otherwise changes the linked paragraph.
    pub(super) fn complete_or_link(&mut self) {
        if let Mode::Capture(capture) = &mut self.mode
            && let Some(completion) = capture.completion.take()
        {
            completion.complete(&mut capture.field);
            self.read_capture();
        } else {
            self.link_next();
        }
    }

    /// Links the note to the next suggested paragraph; after the last to none, then to the
    /// paragraph that the bar was opened with.
    fn link_next(&mut self) {
        self.find_near();
        let Some(briefing) = self.briefing.clone() else {
            return;
        };
        let Mode::Capture(capture) = &mut self.mode else {
            return;
        };
        let given = &capture.given.anchor;
        let is_given = |link: &Anchor| {
            let given = given.as_ref();
            given.is_some_and(|given| given.is_alike(link, &briefing))
        };
        let near = capture.near.iter();
        let near = near.filter_map(|paragraph| Anchor::to(&briefing, *paragraph));
        // The first link is kept as it is, even if a new one would quote the paragraph differently.
        let near = near.map(|link| {
            if is_given(&link) {
                given.clone()
            } else {
                Some(link)
            }
        });
        let mut links: Vec<Option<Anchor>> = near.collect();
        if !links.contains(given) {
            links.insert(0, given.clone());
        }
        if !links.contains(&None) {
            links.push(None);
        }
        if links.len() == 1 {
            "no similar paragraph to link to".clone_into(&mut self.status);
            return;
        }
        let is_now = |link: &Option<Anchor>| match (link, &capture.linked) {
            (Some(link), Some(now)) => link.is_alike(now, &briefing),
            (link, now) => link == now,
        };
        let at = links.iter().position(is_now);
        let next = at.map_or(0, |at| (at + 1) % links.len());
        capture.linked = links.swap_remove(next);
    }

    /// Returns the stamp of a note begun now: the current speaker and question.
    pub(super) fn stamp_now(&self) -> Stamp {
        let holder = self.floor.speaking.as_ref();
        Stamp {
            speaker: holder.map(|speaking| speaking.speaker.clone()),
            question: self.question.clone(),
            ..Stamp::default()
        }
    }

    /// Returns the stamp of the note in the bar.
    pub fn stamp(&self, capture: &Capture) -> Stamp {
        let given = Stamp {
            anchor: capture.linked.clone(),
            ..capture.given.clone()
        };
        let typed = &capture.captured;
        let edited = capture.edits.as_ref();
        let Some(note) = edited.and_then(|id| self.notebook.notes().get(id)) else {
            return typed.stamped(given, self.briefing());
        };
        // Fields that cannot be written and were not changed stay.
        let shown = self.captured(&self.written(note));
        let given = Stamp {
            speaker: given.speaker.filter(|_| typed.speaker == shown.speaker),
            question: given.question.filter(|_| typed.question == shown.question),
            kind: NoteKind::default(),
            ..given
        };
        typed.stamped(given, self.briefing())
    }

    /// Returns whether the bar holds an edited note without changes.
    pub(super) fn is_unchanged(&self, capture: &Capture) -> bool {
        let edited = capture.edits.as_ref();
        let edited = edited.and_then(|id| self.notebook.notes().get(id));
        edited.is_some_and(|note| {
            capture.linked == note.anchor && capture.field.text() == self.written(note)
        })
    }

    /// Returns the note that the typed text continues: our newest, while the speaker is the same.
    pub fn goes_on_with(&self, capture: &Capture) -> Option<&Note> {
        if !capture.captured.continues || capture.edits.is_some() {
            return None;
        }
        let mut notes = self.notebook.notes().iter().rev();
        let (_, last) = notes.find(|(_, note)| note.author == self.notebook.author)?;
        let speaker = self.stamp(capture).speaker;
        (speaker == last.speaker).then_some(last)
    }

    /// Returns the paragraphs with notes, by index.
    pub(super) fn paragraphs_noted(&self) -> BTreeSet<usize> {
        let briefing = self.briefing.as_deref();
        let notes = self.notebook.notes().iter();
        let anchors = notes.filter_map(|(_, note)| note.anchor.as_ref());
        let paragraphs = anchors.filter_map(|anchor| briefing?.placed(anchor).paragraph());
        paragraphs.collect()
    }

    pub(super) fn save(&mut self, moment: &Moment) -> Vec<Effect> {
        let Mode::Capture(mut capture) = std::mem::take(&mut self.mode) else {
            return Vec::new();
        };
        capture.captured = self.captured(capture.field.text());
        let says_nothing = self.says_nothing(&capture);
        if says_nothing && !capture.field.text().trim().is_empty() {
            // Signs without text stay in the bar.
            "nothing to save".clone_into(&mut self.status);
            self.mode = Mode::Capture(capture);
            return Vec::new();
        }
        self.close_bar(&mut capture);
        if says_nothing {
            "nothing to save".clone_into(&mut self.status);
        } else if self.is_unchanged(&capture) {
            "no changes to save".clone_into(&mut self.status);
        } else {
            let note = self
                .edited(&capture)
                .or_else(|| self.continued(&capture))
                .unwrap_or_else(|| self.new_note(moment, &capture));
            return self.write(note);
        }
        Vec::new()
    }

    /// Returns whether there is neither text nor a mark of a paragraph.
    fn says_nothing(&self, capture: &Capture) -> bool {
        let captured = &capture.captured;
        let is_mark = captured.kind.is_some() && self.stamp(capture).anchor.is_some();
        captured.text.is_empty() && !is_mark
    }

    /// Returns the edited note with its new text. If it is gone from the files, the text becomes a
    /// new note. If it was changed meanwhile, both versions stay.
    fn edited(&self, capture: &Capture) -> Option<Note> {
        let notes = self.notebook.notes();
        let known = notes.get(capture.edits.as_ref()?)?.rev;
        let stamp = self.stamp(capture);
        let mut note = self.notebook.revise(capture.edits.as_ref()?, |note| {
            note.text = capture.captured.words();
            stamp.put_on(note);
        })?;
        if known > capture.rev && capture.rev > 0 {
            note.rev = known;
        }
        Some(note)
    }

    /// Returns our last note with the typed text added, if the text continues it.
    fn continued(&self, capture: &Capture) -> Option<Note> {
        let captured = &capture.captured;
        let last = self.goes_on_with(capture)?;
        // Only typed fields change the note.
        let given = Stamp {
            anchor: capture.linked.clone().or_else(|| last.anchor.clone()),
            ..Stamp::of(last)
        };
        let stamp = captured.stamped(given, self.briefing());
        self.notebook.revise(&last.id, |note| {
            if !note.text.is_empty() && !captured.text.is_empty() {
                note.text.push('\n');
            }
            note.text.push_str(&captured.text);
            stamp.put_on(note);
        })
    }

    fn new_note(&self, moment: &Moment, capture: &Capture) -> Note {
        let text = capture.captured.words();
        let stamp = self.stamp(capture);
        let note = stamp.note(moment, text, self.notebook.author.clone());
        Note {
            id: capture.id.clone().unwrap_or(note.id),
            ..note
        }
    }

    /// Marks the selected paragraph with a kind, without text.
    pub(super) fn mark_here(&mut self, moment: &Moment, kind: NoteKind) -> Vec<Effect> {
        let Some(anchor) = self.anchor_here() else {
            return Vec::new();
        };
        let stamp = Stamp {
            kind,
            anchor: Some(anchor),
            ..self.stamp_now()
        };
        self.write(stamp.note(moment, String::new(), self.notebook.author.clone()))
    }
}
