//! The text of the bar in the user's editor, and back.
//!
//! The bar is open meanwhile, and keeps its draft. What comes back stands in it and waits for Enter:
//! its signs are shown before they count, and Ctrl-z brings back what stood there before.

use super::{App, Effect, Mode};

impl App {
    /// Lets the user's editor have what stands in the bar, or the selected note.
    pub(super) fn open_editor(&mut self) -> Vec<Effect> {
        if !matches!(self.mode, Mode::Capture(_)) {
            self.edit_note();
        }
        let Mode::Capture(capture) = &self.mode else {
            "no note to edit".clone_into(&mut self.status);
            return Vec::new();
        };
        let draft = Self::draft_in(capture);
        vec![Effect::Keep(self.session()), Effect::Edit(draft)]
    }

    /// Takes what the editor has left into the bar. Where that is nothing new, all is as it was.
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
                "back from the editor; press Enter to save".clone_into(&mut self.status);
                return vec![Effect::Keep(self.session())];
            }
            Err(why) => self.status = why,
        }
        self.close_untouched();
        Vec::new()
    }

    /// Closes the bar on a note that stands in it as it is saved.
    fn close_untouched(&mut self) {
        if let Mode::Capture(capture) = &self.mode
            && self.is_unchanged(capture)
            && let Mode::Capture(mut capture) = std::mem::take(&mut self.mode)
        {
            self.close_bar(&mut capture);
        }
    }
}
