//! The words about drafts.

use std::borrow::Cow;

use crate::messages::{DraftMessage, KeyName, KeyOf, Keys};

/// Returns the English text of a message.
pub(super) fn message(message: &DraftMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        DraftMessage::Waits => {
            let (new, edit) = (keys(KeyOf::NewNote), keys(KeyOf::EditNote));
            format!("a draft was kept; press {new} to continue it, or {edit} if it edits a note")
                .into()
        }
        DraftMessage::Keeping => "keeping the draft…".into(),
        DraftMessage::Kept { is_edit } => {
            let open = opens(*is_edit, keys);
            format!("draft kept; press {open} to continue it").into()
        }
        DraftMessage::NotKept { is_edit } => {
            let (open, save) = (opens(*is_edit, keys), keys(KeyOf::Save));
            format!("draft NOT kept; press {open}, then {save} to save it as a note").into()
        }
        DraftMessage::Deleted => {
            let undo = keys(KeyOf::Undo);
            format!("draft deleted; press {undo} to restore it").into()
        }
        DraftMessage::CanContinue { speaker: None } => {
            let resume = keys(KeyOf::ContinueDraft);
            format!("draft kept; press {resume} to continue it").into()
        }
        DraftMessage::CanContinue {
            speaker: Some(speaker),
        } => {
            let (name, resume) = (&speaker.name, keys(KeyOf::ContinueDraft));
            format!("draft of {name} kept; press {resume} to continue it").into()
        }
        DraftMessage::ContinueThem => {
            let (new, edit) = (keys(KeyOf::NewNote), keys(KeyOf::EditNote));
            format!("press {new} to continue the new note, or {edit} to continue the edit").into()
        }
    }
}

/// Returns the key that continues a draft, of an edit or of a new note.
fn opens(is_edit: bool, keys: Keys<'_>) -> KeyName {
    keys(if is_edit {
        KeyOf::EditNote
    } else {
        KeyOf::NewNote
    })
}
