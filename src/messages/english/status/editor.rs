//! The words about the user's editor.

use std::borrow::Cow;

use crate::messages::{EditorMessage, KeyOf, Keys};

/// Returns the English text of a message.
pub(super) fn message(message: &EditorMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        EditorMessage::Back => {
            let save = keys(KeyOf::Save);
            format!("back from the editor; press {save} to save").into()
        }
        EditorMessage::Same => "no changes made in the editor".into(),
        EditorMessage::SameAtOnce => {
            "no changes made; if the editor is still open, it needs --wait".into()
        }
        EditorMessage::Nothing => "the editor returned no text; the note is unchanged".into(),
        EditorMessage::NotSet => "no editor is set; start with EDITOR=nano roundtable".into(),
        EditorMessage::NoClosingQuote { command } => {
            format!("EDITOR has no closing quote: {command}").into()
        }
        EditorMessage::NoFolder => "no private folder for the file; set HOME".into(),
        EditorMessage::NoFile { why } => {
            format!("cannot create a file for the editor: {why}").into()
        }
        EditorMessage::Unreadable { why } | EditorMessage::NoTerminal { why } => why.clone().into(),
        EditorMessage::CannotRun { program, why } => format!("cannot run {program}: {why}").into(),
        EditorMessage::Failed { program, code } => {
            format!("{program} ended with error {code}; nothing was changed").into()
        }
    }
}
