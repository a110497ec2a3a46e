//! Editing in the user's editor.
//!
//! The bar is open meanwhile, and keeps its draft. The edited text goes into the bar and is saved
//! with Enter: its signs are shown before they count, and Ctrl-z restores the text before.

use super::{Action, App, Effect, Mode};

impl App {
    /// Opens the user's editor on the text of the bar or the selected note.
    pub(super) fn open_editor(&mut self) -> Vec<Effect> {
        if !matches!(self.mode, Mode::Capture(_)) {
            self.edit_note();
        }
        let Mode::Capture(capture) = &self.mode else {
            return Vec::new();
        };
        let draft = Self::draft_in(capture);
        vec![Effect::Keep(self.session()), Effect::Edit(draft)]
    }

    /// Puts the edited text into the bar. Without new text, a bar without changes is closed.
    pub(super) fn take_edited(&mut self, outcome: Result<String, String>) -> Vec<Effect> {
        let Mode::Capture(capture) = &mut self.mode else {
            return Vec::new();
        };
        let before = capture.field.text().trim_end();
        match outcome {
            Ok(text) if text == before => {
                "no changes made in the editor".clone_into(&mut self.status);
            }
            Ok(text) if text.trim().is_empty() => {
                "the editor returned no text; the note is unchanged".clone_into(&mut self.status);
            }
            Ok(text) => {
                capture.field.replace(&text);
                self.read_capture();
                let save = self.key_for(Action::Save);
                self.status = format!("back from the editor; press {save} to save");
                return vec![Effect::Keep(self.session())];
            }
            Err(why) => self.status = why,
        }
        self.close_untouched();
        Vec::new()
    }

    /// Closes the bar if it holds a saved note without changes.
    fn close_untouched(&mut self) {
        if let Mode::Capture(capture) = &self.mode
            && self.is_unchanged(capture)
            && let Mode::Capture(mut capture) = std::mem::take(&mut self.mode)
        {
            self.close_bar(&mut capture);
        }
    }
}
