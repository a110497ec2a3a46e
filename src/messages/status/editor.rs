//! Messages about the user's editor.

use crate::messages::samples::samples;

/// A message about the user's editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditorMessage {
    /// Its text is in the bar.
    Back,
    /// It returned the same text.
    Same,
    /// It returned the same text so soon that it may still be open.
    SameAtOnce,
    /// It returned no text.
    Nothing,
    /// The user has set none.
    NotSet,
    /// The command that the user has set cannot be read.
    NoClosingQuote {
        /// The command.
        command: String,
    },
    /// There is no folder for its file.
    NoFolder,
    /// Its file cannot be created.
    NoFile {
        /// The reason.
        why: String,
    },
    /// Its file cannot be read.
    Unreadable {
        /// The reason.
        why: String,
    },
    /// It cannot have the terminal.
    NoTerminal {
        /// The reason.
        why: String,
    },
    /// The program cannot be run.
    CannotRun {
        /// The program.
        program: String,
        /// The reason.
        why: String,
    },
    /// The program ended with an error.
    Failed {
        /// The program.
        program: String,
        /// Its exit status.
        code: i32,
    },
}

samples!(EditorMessage: "the status line, about the user's editor" {
    Back {},
    Same {},
    SameAtOnce {},
    Nothing {},
    NotSet {},
    NoClosingQuote { command: "vim 'a".to_owned() },
    NoFolder {},
    NoFile { why: "Permission denied".to_owned() },
    Unreadable { why: "over 4 MB from the editor".to_owned() },
    NoTerminal { why: "there is no terminal for the editor".to_owned() },
    CannotRun { program: "nano".to_owned(), why: "No such file or directory".to_owned() },
    Failed { program: "nano".to_owned(), code: 3 },
});
