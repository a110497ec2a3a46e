//! Editing in the user's editor.
//!
//! The bar is open meanwhile, and keeps its draft. The edited text goes into the bar and is saved
//! with Enter: its signs are shown before they count, and Ctrl-z restores the text before.

use super::capture::Capture;
use super::drafts::draft_in;
use crate::app::desk::Desk;
use crate::app::event::DeskEffect;
use crate::app::outcome::{Keep, Outcome};
use crate::messages::EditorMessage;

/// Opens the user's editor on the text of the bar.
pub(in crate::app) fn open_editor(capture: &Capture, desk: &Desk) -> Outcome {
    let effect = DeskEffect::Edit(draft_in(capture));
    Outcome::effect(desk.effect(effect)).keeping(Keep::Session)
}

/// Puts the edited text into the bar. If there is no new text, a bar without changes is closed.
pub(in crate::app) fn take_edited(
    capture: &mut Capture,
    edited: Result<String, EditorMessage>,
    desk: &Desk,
) -> Outcome {
    let before = capture.field.text().trim_end();
    let said = match edited {
        Ok(text) if text == before => EditorMessage::Same,
        Ok(text) if text.trim().is_empty() => EditorMessage::Nothing,
        Ok(text) => {
            capture.field.replace(&text);
            capture.read(desk);
            let outcome = Outcome::say(EditorMessage::Back);
            return outcome.keeping(Keep::Session);
        }
        Err(why) => why,
    };
    if capture.is_unchanged(desk) {
        Outcome::close().saying(said)
    } else {
        Outcome::say(said)
    }
}
