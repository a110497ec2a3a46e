//! Messages about keys and cards.

use crate::messages::KeyName;
use crate::messages::samples::samples;

/// A message about a key that did nothing, or a card that closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardMessage {
    /// The key is not bound here.
    Unbound {
        /// The key.
        key: KeyName,
        /// Whether the key that opens the help works here.
        has_help: bool,
    },
    /// The card closed because the key is not on it.
    NotOnCard {
        /// The key.
        key: KeyName,
    },
    /// No row of the card was selected.
    NothingSelected,
    /// The selected row no longer does what the card says.
    Changed,
    /// The action asks for a letter or a number after its key.
    PressKeys {
        /// The keys.
        keys: KeyName,
    },
}

samples!(CardMessage: "the status line, about keys and cards" {
    Unbound { key: KeyName("B".to_owned()), has_help: true }
        { key: KeyName("B".to_owned()), has_help: false },
    NotOnCard { key: KeyName("B".to_owned()) },
    NothingSelected {},
    Changed {},
    PressKeys { keys: KeyName("mx".to_owned()) },
});
