//! The capture bar.

use crate::messages::DraftMessage;
use crate::model::{Anchor, Briefing, Draft, Note, NoteId, NoteKind, Speaker};

use super::completion::{Completion, completion};
use super::drafts::{take_draft, take_draft_of};
use crate::app::desk::Desk;
use crate::app::floor::who;
use crate::app::input::{Field, Motion, Typed};
use crate::app::layout::Viewport;
use crate::app::notes::{Captured, Known, Stamp, written};
use crate::app::outcome::Outcome;

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
        }
    }

    /// Creates a bar that holds an existing note as it would be typed.
    fn editing(note: &Note, written: &str) -> Self {
        Self {
            edits: Some(note.id.clone()),
            rev: note.rev,
            field: Field::new(written),
            ..Self::new(None, Stamp::of(note))
        }
    }

    /// Returns the rows of the bar: its head, the lines of the text, near paragraphs, and keys.
    pub(in crate::app) fn rows(&self, viewport: Viewport) -> u16 {
        let most = viewport.rows / 3;
        let lines = self.field.rows(Self::columns(viewport), most.into());
        let lines = u16::try_from(lines).unwrap_or(most).max(1);
        lines
            .saturating_add(2)
            .saturating_add(self.near_rows(viewport))
    }

    /// Returns the number of rows for suggested paragraphs: none on a screen with few rows.
    pub fn near_rows(&self, viewport: Viewport) -> u16 {
        /// The smallest number of rows of a screen that shows suggestions.
        const ENOUGH: u16 = 20;
        let rows = u16::try_from(self.near.len()).unwrap_or(u16::MAX);
        if viewport.rows < ENOUGH { 0 } else { rows }
    }

    /// Returns the width of the text, in cells.
    pub fn columns(viewport: Viewport) -> usize {
        usize::from(viewport.columns).saturating_sub(3).max(2)
    }

    /// Types into the bar. In an empty bar, Up continues the newest draft.
    pub(in crate::app) fn type_in(&mut self, typed: Typed<'_>, desk: &mut Desk) -> Outcome {
        if typed == Typed::Motion(Motion::Up) && self.recall_draft(desk) {
            return Outcome::clear_status();
        }
        self.field.take(typed, Self::columns(desk.viewport));
        self.read(desk);
        Outcome::none()
    }

    /// Parses the signs in the text, and finds the completion of the word before the cursor.
    pub(in crate::app) fn read(&mut self, desk: &Desk) {
        self.captured = captured(desk, self.field.text());
        self.completion = completion(desk, &self.field);
        // An empty bar keeps nothing of the speaker it was opened under.
        if self.edits.is_none() && self.field.text().is_empty() {
            let anchor = self.given.anchor.take();
            self.given = Stamp {
                anchor,
                ..stamp_now(desk)
            };
        }
    }

    /// Continues the newest draft if the bar is empty. Returns whether there was one.
    fn recall_draft(&mut self, desk: &mut Desk) -> bool {
        if self.edits.is_some() || !self.field.text().is_empty() {
            return false;
        }
        let Some(draft) = take_draft(desk, |_| true) else {
            return false;
        };
        *self = draft;
        self.read(desk);
        true
    }

    /// Returns the stamp of the note in the bar.
    pub fn stamp(&self, desk: &Desk) -> Stamp {
        let given = Stamp {
            anchor: self.linked.clone(),
            ..self.given.clone()
        };
        let typed = &self.captured;
        let edited = self.edits.as_ref();
        let Some(note) = edited.and_then(|id| desk.notebook.notes().get(id)) else {
            return typed.stamped(given, desk.briefing());
        };
        // Fields that cannot be written and were not changed stay.
        let shown = captured(desk, &written_as_typed(desk, note));
        let given = Stamp {
            speaker: given.speaker.filter(|_| typed.speaker == shown.speaker),
            question: given.question.filter(|_| typed.question == shown.question),
            kind: NoteKind::default(),
            ..given
        };
        typed.stamped(given, desk.briefing())
    }

    /// Returns whether the bar holds an edited note without changes.
    pub(in crate::app) fn is_unchanged(&self, desk: &Desk) -> bool {
        let edited = self.edits.as_ref();
        let edited = edited.and_then(|id| desk.notebook.notes().get(id));
        edited.is_some_and(|note| {
            self.linked == note.anchor && self.field.text() == written_as_typed(desk, note)
        })
    }

    /// Returns the note that the typed text continues: our newest one, if the speaker is the same.
    pub fn goes_on_with<'a>(&self, desk: &'a Desk) -> Option<&'a Note> {
        if !self.captured.continues || self.edits.is_some() {
            return None;
        }
        let mut notes = desk.notebook.notes().iter().rev();
        let (_, last) = notes.find(|(_, note)| note.author == desk.notebook.author)?;
        let speaker = self.stamp(desk).speaker;
        (speaker == last.speaker).then_some(last)
    }
}

/// Opens a new note with the newest draft, or for a note on a paragraph with the draft about it.
/// Drafts begun under another speaker are not reopened: their text would go to whoever has the
/// floor now.
pub(in crate::app) fn open(desk: &mut Desk, anchor: Option<Anchor>) -> (Capture, Outcome) {
    let speaking = desk.proceedings.holder().cloned();
    let draft = match &anchor {
        None => take_draft(desk, |draft| {
            speaking.is_none() || draft.speaker == speaking
        }),
        Some(anchor) => {
            let briefing = desk.paper.briefing.clone().unwrap_or_default();
            let is_about = |about: &Anchor| about.is_alike(anchor, &briefing);
            take_draft(desk, |draft| draft.anchor.as_ref().is_some_and(is_about))
        }
    };
    let mut capture = draft.unwrap_or_else(|| {
        let given = Stamp {
            anchor,
            ..stamp_now(desk)
        };
        Capture::new(desk.drafts.unused_id.clone(), given)
    });
    capture.read(desk);
    let outcome = which_draft_waits(&capture, desk).map_or_else(Outcome::none, Outcome::say);
    (capture, outcome)
}

/// Opens the selected note, or the draft that edits it; `None` without a note.
pub(in crate::app) fn edit(desk: &mut Desk) -> Option<Capture> {
    let (_, note) = desk.notebook.selection()?;
    let capture = Capture::editing(note, &written_as_typed(desk, note));
    let id = note.id.clone();
    let mut capture = take_draft_of(desk, &id).unwrap_or(capture);
    capture.read(desk);
    Some(capture)
}

/// Returns the message that tells whose draft can be continued, if the bar is empty.
fn which_draft_waits(capture: &Capture, desk: &Desk) -> Option<DraftMessage> {
    let is_new = |draft: &&Draft| draft.edits.is_none();
    if !capture.field.text().is_empty() {
        return None;
    }
    let draft = desk.drafts.waiting.iter().rfind(is_new)?;
    let speaker = draft.speaker.as_ref().map(who);
    Some(DraftMessage::CanContinue { speaker })
}

/// Returns the stamp of a note begun now: the current speaker and question.
pub(in crate::app) fn stamp_now(desk: &Desk) -> Stamp {
    Stamp {
        speaker: desk.proceedings.holder().cloned(),
        question: desk.proceedings.question.clone(),
        ..Stamp::default()
    }
}

/// Parses a typed text.
pub(in crate::app) fn captured(desk: &Desk, typed: &str) -> Captured {
    // A briefing with mistakes has no questions and paragraphs; speakers and kinds can be read
    // all the same.
    let nothing = Briefing::default();
    let briefing = desk.briefing().unwrap_or(&nothing);
    // Without a colon there is no speaker.
    let speakers = if typed.contains(':') {
        desk.proceedings.known_speakers()
    } else {
        Vec::new()
    };
    Captured::new(typed, known(desk, briefing, &speakers))
}

/// Returns the context in which notes are read.
pub(in crate::app) const fn known<'a>(
    desk: &'a Desk,
    briefing: &'a Briefing,
    speakers: &'a [Speaker],
) -> Known<'a> {
    Known {
        briefing,
        index: desk.index(),
        speakers,
    }
}

/// Returns the text of the bar for an edited note.
pub(super) fn written_as_typed(desk: &Desk, note: &Note) -> String {
    let speakers = desk.proceedings.known_speakers();
    let nothing = Briefing::default();
    let briefing = desk.briefing().unwrap_or(&nothing);
    written(note, known(desk, briefing, &speakers))
}
