//! Saving the bar: a new note, an edited one, or a continued one.

use crate::messages::SavingMessage;
use crate::model::Note;

use super::capture::{Capture, captured};
use crate::app::desk::Desk;
use crate::app::event::Moment;
use crate::app::notes::Stamp;
use crate::app::outcome::{Outcome, Then};

impl Capture {
    /// Saves the note and closes the bar; if there are signs without text, the bar stays open.
    pub(in crate::app) fn save(&mut self, desk: &mut Desk, moment: &Moment) -> Outcome {
        self.captured = captured(desk, self.field.text());
        let says_nothing = self.says_nothing(desk);
        if says_nothing && !self.field.text().trim().is_empty() {
            return Outcome::say(SavingMessage::NothingToSave);
        }
        if says_nothing {
            return Outcome::close().saying(SavingMessage::NothingToSave);
        }
        if self.is_unchanged(desk) {
            return Outcome::close().saying(SavingMessage::NoChanges);
        }
        let note = self
            .edited(desk)
            .or_else(|| self.continued(desk))
            .unwrap_or_else(|| self.new_note(desk, moment));
        desk.write(note).then(Then::Close)
    }

    /// Returns whether there is neither text nor a mark of a paragraph.
    fn says_nothing(&self, desk: &Desk) -> bool {
        let captured = &self.captured;
        let is_mark = captured.kind.is_some() && self.stamp(desk).anchor.is_some();
        captured.text.is_empty() && !is_mark
    }

    /// Returns the edited note with its new text. If it is gone from the files, the text becomes a
    /// new note. If it was changed meanwhile, both versions stay.
    fn edited(&self, desk: &Desk) -> Option<Note> {
        let notes = desk.notebook.notes();
        let known = notes.get(self.edits.as_ref()?)?.rev;
        let stamp = self.stamp(desk);
        let mut note = desk.notebook.revise(self.edits.as_ref()?, |note| {
            note.text = self.captured.words();
            stamp.put_on(note);
        })?;
        if known > self.rev && self.rev > 0 {
            note.rev = known;
        }
        Some(note)
    }

    /// Returns our last note with the typed text added, if the text continues it.
    fn continued(&self, desk: &Desk) -> Option<Note> {
        let captured = &self.captured;
        let last = self.goes_on_with(desk)?;
        // Only typed fields change the note.
        let given = Stamp {
            anchor: self.linked.clone().or_else(|| last.anchor.clone()),
            ..Stamp::of(last)
        };
        let stamp = captured.stamped(given, desk.briefing());
        desk.notebook.revise(&last.id, |note| {
            if !note.text.is_empty() && !captured.text.is_empty() {
                note.text.push('\n');
            }
            note.text.push_str(&captured.text);
            stamp.put_on(note);
        })
    }

    fn new_note(&self, desk: &Desk, moment: &Moment) -> Note {
        let text = self.captured.words();
        let stamp = self.stamp(desk);
        let note = stamp.note(moment, text, desk.notebook.author.clone());
        Note {
            id: self.id.clone().unwrap_or(note.id),
            ..note
        }
    }
}
