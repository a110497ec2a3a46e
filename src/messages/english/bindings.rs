//! The words of mistakes in the user's key bindings.

use std::borrow::Cow;

use crate::messages::BindingMistake;

/// Returns the English text of a mistake.
pub(in crate::messages) fn mistake(mistake: &BindingMistake) -> Cow<'static, str> {
    match mistake {
        BindingMistake::NoAction { name, nearest } => match nearest {
            Some(meant) => {
                format!("no action is called \"{name}\"; did you mean \"{meant}\"?").into()
            }
            None => {
                format!("no action is called \"{name}\"; `roundtable keys` lists the names").into()
            }
        },
        BindingMistake::NoKey { key } => format!(
            "\"{key}\" is not a key; write one character, or a name such as Ctrl-s, Alt-x, F5, \
             PgDn or Space, and a sequence with spaces: \"g x\""
        )
        .into(),
        BindingMistake::NoKeys { action } => {
            format!("\"{action}\" has no key; give it one, or delete the line").into()
        }
        BindingMistake::SentAs { key, other } => {
            format!("terminals send {key} as {other}; choose another key").into()
        }
        BindingMistake::Rare {
            key,
            action,
            instead,
        } => format!(
            "{key} needs AltGr or Shift on some keyboards; add a key that all keyboards have: \
             {action} = [\"{key}\", \"{instead}\"]"
        )
        .into(),
        BindingMistake::Types { key } => format!(
            "{key} types a character there; choose a single key with Ctrl or Alt, or F2 to F12"
        )
        .into(),
        BindingMistake::Ambiguous { key, action, other } => format!(
            "{key} would be the key of \"{action}\" and \"{other}\"; choose another key, \
             or give \"{other}\" another one"
        )
        .into(),
    }
}
