//! Messages about notes.

use crate::messages::samples::samples;

/// A message about notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteMessage {
    /// No note is selected.
    NoneSelected,
    /// There are no notes yet.
    NoNotes,
    /// No paragraph is selected for the note to be about.
    NoParagraphForNote,
    /// A note was copied to the clipboard.
    Copied {
        /// The number of the note.
        number: usize,
        /// Whether the end is cut off, since terminals accept only so much.
        is_cut: bool,
    },
    /// A paragraph was copied to the clipboard.
    ParagraphCopied {
        /// The number of the paragraph.
        number: usize,
        /// Whether the end is cut off, since terminals accept only so much.
        is_cut: bool,
    },
    /// The note is a mark, without the text that a key message needs.
    MarkWithoutText,
    /// A key message was made.
    KeyMessage {
        /// The number of the note that it was made from.
        from: usize,
    },
    /// Explains how to make a key message.
    MakeKeyMessage,
    /// No paragraph of the paper is similar to the typed text.
    NoSimilarParagraph,
    /// The note is not about a paragraph.
    NoParagraph {
        /// The number of the note.
        number: usize,
    },
    /// The paragraph of the note is not in the paper.
    ParagraphGone {
        /// The number of the note.
        number: usize,
        /// The quote that was searched for.
        quote: String,
    },
    /// The notes are sorted by time.
    SortedByTime,
    /// The notes are sorted by guiding question.
    SortedByQuestion,
    /// The notes are sorted by speaker.
    SortedBySpeaker,
    /// The notes are sorted by paragraph.
    SortedByParagraph,
}

samples!(NoteMessage: "the status line, about notes" {
    NoneSelected {},
    NoNotes {},
    NoParagraphForNote {},
    Copied { number: 12, is_cut: false } { number: 12, is_cut: true },
    ParagraphCopied { number: 41, is_cut: false } { number: 41, is_cut: true },
    MarkWithoutText {},
    KeyMessage { from: 12 },
    MakeKeyMessage {},
    NoSimilarParagraph {},
    NoParagraph { number: 12 },
    ParagraphGone { number: 12, quote: "Sand comes from the coast".to_owned() },
    SortedByTime {},
    SortedByQuestion {},
    SortedBySpeaker {},
    SortedByParagraph {},
});
