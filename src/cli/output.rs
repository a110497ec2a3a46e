//! Turns messages into words and cleans all output: control and bidi characters are removed from
//! text and escaped in JSON.

use std::io::{self, Write};

use serde_json::Value;

use super::Outside;
use crate::messages::{CommandError, CommandMessage, InterfaceLanguage, QueryMistake};
use crate::text::{clean, clean_line, escape_json};

/// The language of all commands.
pub(super) const LANGUAGE: InterfaceLanguage = InterfaceLanguage::English;

impl Outside<'_> {
    /// Prints a message as a line of standard output.
    pub(super) fn print(&mut self, message: &CommandMessage) -> io::Result<()> {
        writeln!(self.out, "{}", words(message))
    }

    /// Prints a message as a line of standard error.
    pub(super) fn tell(&mut self, message: &CommandMessage) -> io::Result<()> {
        self.tell_text(&words(message))
    }

    /// Prints a mistake in a query as a line of standard error.
    pub(super) fn tell_mistake(&mut self, mistake: &QueryMistake) -> io::Result<()> {
        self.tell_text(&mistake.words(LANGUAGE))
    }

    /// Prints text from another room as a line of standard error.
    pub(super) fn tell_text(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.err, "roundtable: {}", clean_line(text))
    }

    /// Prints the error that ends a command.
    pub(super) fn tell_error(&mut self, error: &anyhow::Error) -> io::Result<()> {
        match error.downcast_ref::<CommandError>() {
            Some(error) => self.tell_text(&error.words(LANGUAGE)),
            None => writeln!(self.err, "roundtable: {error:#}"),
        }
    }
}

/// Returns the words of a message without line breaks, for use as part of a line.
pub(super) fn words(message: &CommandMessage) -> String {
    clean_line(&message.words(LANGUAGE)).into_owned()
}

/// A writer for text that people read on a terminal. It keeps line ends and removes whatever could
/// move the cursor, change colours or reorder a line.
///
/// Each write must end on a character boundary, as writes by `write!` do.
pub(super) struct Cleaned<'a>(pub(super) &'a mut dyn Write);

impl Write for Cleaned<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        self.0.write_all(clean(&text).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Prints a value as JSON on one line.
pub(super) fn print_json(value: &Value, outside: &mut Outside<'_>) -> io::Result<()> {
    writeln!(outside.out, "{}", escape_json(&value.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_keep_their_lines_and_lose_their_control_characters() {
        let mut written = Vec::new();
        let (path, hint) = ("evil\u{1b}]52;c;x\u{7}\u{202e}dir", "b\u{9b}2J");
        writeln!(Cleaned(&mut written), "{path}: no\n  hint: {hint}").unwrap();
        let written = String::from_utf8(written).unwrap();
        assert_eq!(written, "evil]52;c;xdir: no\n  hint: b2J\n");
    }
}
