//! The words about keys and cards.

use std::borrow::Cow;

use crate::messages::{CardMessage, KeyOf, Keys};

/// Returns the English text of a message.
pub(super) fn message(message: &CardMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        CardMessage::Unbound { key, has_help } => {
            if *has_help {
                let help = keys(KeyOf::Help);
                format!("{key} does nothing here; {help} shows the keys").into()
            } else {
                format!("{key} does nothing here").into()
            }
        }
        CardMessage::NotOnCard { key } => format!("closed; {key} is not on the card").into(),
        CardMessage::NothingSelected => "closed; nothing was selected".into(),
        CardMessage::Changed => "closed because something has changed; press the keys again".into(),
        CardMessage::PressKeys { keys } => format!("press {keys}").into(),
    }
}
