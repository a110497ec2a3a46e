//! The words of messages as commands print them, so that tests compare messages and not sentences.

use roundtable::messages::{CommandError, CommandMessage, InterfaceLanguage};

/// Returns the words of a message within a line.
pub(crate) fn words(message: &CommandMessage) -> String {
    message.words(InterfaceLanguage::English).into_owned()
}

/// Returns a line of standard output.
pub(crate) fn line(message: &CommandMessage) -> String {
    words(message) + "\n"
}

/// Returns a line of standard error.
pub(crate) fn warning(message: &CommandMessage) -> String {
    format!("roundtable: {}\n", words(message))
}

/// Returns the line of standard error of a command that does nothing.
pub(crate) fn error(error: &CommandError) -> String {
    format!("roundtable: {}\n", error.words(InterfaceLanguage::English))
}

/// Returns the first line of standard error when the arguments are wrong.
pub(crate) fn usage(error: &CommandError) -> String {
    format!("error: {}\n", error.words(InterfaceLanguage::English))
}
