//! The mistakes in the user's key bindings.

use super::KeyName;
use super::samples::samples;

/// The reason why a binding of the configuration is refused. Actions are named as the configuration
/// writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BindingMistake {
    /// No action has this name.
    NoAction {
        /// The name as written.
        name: String,
        /// The action with the most similar name.
        nearest: Option<&'static str>,
    },
    /// No key has this name.
    NoKey {
        /// The key as written.
        key: String,
    },
    /// The action has no key.
    NoKeys {
        /// The action.
        action: &'static str,
    },
    /// Terminals send this key as another key.
    SentAs {
        /// The key.
        key: KeyName,
        /// The other key.
        other: KeyName,
    },
    /// The only keys need `AltGr`, or are digits, on some keyboards.
    Rare {
        /// The key.
        key: KeyName,
        /// The action.
        action: &'static str,
        /// A key that all keyboards have.
        instead: KeyName,
    },
    /// The key types a character where the action is used.
    Types {
        /// The key.
        key: KeyName,
    },
    /// The key belongs to another action as well.
    Ambiguous {
        /// The key.
        key: KeyName,
        /// The action.
        action: &'static str,
        /// The other action.
        other: &'static str,
    },
}

samples!(BindingMistake: "a mistake in the keys of the configuration" {
    NoAction { name: "save-nte".to_owned(), nearest: None }
        { name: "save-nte".to_owned(), nearest: Some("save-note") },
    NoKey { key: "Hyper-x".to_owned() },
    NoKeys { action: "help" },
    SentAs { key: KeyName("Ctrl-m".to_owned()), other: KeyName("Enter".to_owned()) },
    Rare {
        key: KeyName("[".to_owned()),
        action: "help",
        instead: KeyName("F5".to_owned()),
    },
    Types { key: KeyName("s".to_owned()) },
    Ambiguous { key: KeyName("Q".to_owned()), action: "report", other: "choose-question" },
});
