//! The names of keys in messages.

use crate::messages::{KeyName, KeyOf};

use super::input::{Action, Context, Motion, rows_in};

/// Returns the name of a key, as messages show it: the first one of the key table, in the context
/// where it would be pressed.
pub fn key_name(of: KeyOf) -> KeyName {
    let (context, action) = place_of(of);
    let row = rows_in(context).find(|row| row.action == action);
    let keys = row.and_then(|row| row.keys.first());
    let keys = keys.map_or_else(String::new, |keys| keys.replace(' ', ""));
    KeyName(if let KeyOf::GoMark(letter) | KeyOf::SetMark(letter) = of {
        keys.replace("LETTER", &letter.to_string())
    } else {
        keys
    })
}

/// Returns the action of a key, and the context where messages mean it to be pressed.
const fn place_of(of: KeyOf) -> (Context, Action) {
    match of {
        KeyOf::Accept => (Context::List, Action::Accept),
        KeyOf::ContinueDraft => (Context::Capture, Action::Edit(Motion::Up)),
        KeyOf::Countries => (Context::Reader, Action::Countries),
        KeyOf::EditNote => (Context::Notes, Action::EditNote),
        KeyOf::Find => (Context::Reader, Action::Find),
        KeyOf::GiveFloor => (Context::Reader, Action::GiveFloor),
        KeyOf::GoMark(_) => (Context::Reader, Action::GoMark),
        KeyOf::KeyMessage => (Context::Notes, Action::KeyMessage),
        KeyOf::NewNote => (Context::Reader, Action::NewNote),
        KeyOf::NextParagraph => (Context::Reader, Action::NextParagraph),
        KeyOf::Open => (Context::Reader, Action::Open),
        KeyOf::PreviousParagraph => (Context::Reader, Action::PreviousParagraph),
        KeyOf::QueueSpeaker => (Context::Reader, Action::QueueSpeaker),
        KeyOf::Quit => (Context::Reader, Action::Quit),
        KeyOf::Report => (Context::Reader, Action::Report),
        KeyOf::RestartClock => (Context::Reader, Action::RestartClock),
        KeyOf::Save => (Context::Capture, Action::Save),
        KeyOf::SetMark(_) => (Context::Reader, Action::SetMark),
        KeyOf::Undo => (Context::Reader, Action::Undo),
    }
}
