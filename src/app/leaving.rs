//! Quitting: what would be lost, and the question before it.
//!
//! Rules, in order: nothing that a key could still save is lost without a word; Enter always quits,
//! even while the disk does not answer.

use super::{Action, App, Effect, Leaving, speaker_name};

impl App {
    /// Quits, after a question if there is something to lose. Notes on their way to the disk are
    /// awaited first.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        if self.is_saving() && self.leaving != Leaving::WhenSaved {
            self.leaving = Leaving::WhenSaved;
            let quit = self.key_for(Action::Quit);
            self.status = format!("saving before quitting; {quit} asks whether to wait");
            return Vec::new();
        }
        if self.loss().is_some() {
            self.ask(Action::Quit);
            return Vec::new();
        }
        self.leave()
    }

    /// Quits without a question.
    pub(super) fn leave(&self) -> Vec<Effect> {
        vec![Effect::Keep(self.session()), Effect::Quit]
    }

    /// Returns what quitting would do, as the card says it.
    pub(super) fn quit_in_words(&self) -> String {
        self.loss().unwrap_or_else(|| "quit".to_owned())
    }

    /// Returns what would be lost or left open by quitting now.
    fn loss(&self) -> Option<String> {
        let pending = self.notebook.pending();
        if pending.iter().any(|pending| !pending.is_on_this_machine()) {
            return Some("quit; a note is NOT SAVED, and the next start tries again".to_owned());
        }
        if !pending.is_empty() {
            return Some("quit; a note is saved on this machine only".to_owned());
        }
        if self.drafts_not_kept().is_some() && self.has_draft() {
            return Some("quit; the draft is NOT kept".to_owned());
        }
        let speaker = speaker_name(&self.floor.speaking.as_ref()?.speaker);
        Some(format!("quit; the turn of {speaker} stays open"))
    }
}
