//! Messages about the user's editor.

use crate::messages::samples::samples;

/// A message about the user's editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditorMessage {
    /// The text from the editor is in the capture bar.
    Back,
    /// The editor returned the same text.
    Same,
    /// The editor returned the same text so soon that it may still be open.
    SameAtOnce,
    /// The editor returned no text.
    Nothing,
    /// No editor is set.
    NotSet,
    /// The command of the editor has a quote that is not closed.
    NoClosingQuote {
        /// The command.
        command: String,
    },
    /// There is no private folder for the file to edit.
    NoFolder,
    /// The file to edit cannot be created.
    NoFile {
        /// The reason.
        why: String,
    },
    /// The edited file cannot be read.
    Unreadable {
        /// The reason.
        why: String,
    },
    /// The terminal cannot be handed to the editor.
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
