//! The words about notes.

use std::borrow::Cow;

use super::quoted;
use crate::messages::{KeyOf, Keys, NoteMessage};

/// Returns the English text of a message.
pub(super) fn message(message: &NoteMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        NoteMessage::NoNotes => {
            let write = keys(KeyOf::NewNote);
            format!("no notes yet; press {write} to write one").into()
        }
        NoteMessage::NoParagraphForNote => {
            let write = keys(KeyOf::NewNote);
            format!("no paragraph is selected; press {write} to write a note without one").into()
        }
        NoteMessage::NoneSelected => "no note is selected".into(),
        NoteMessage::Copied {
            number,
            is_cut: false,
        } => format!("copied note #{number}").into(),
        NoteMessage::Copied {
            number,
            is_cut: true,
        } => format!("copied note #{number}, cut at 100 kB").into(),
        NoteMessage::ParagraphCopied {
            number,
            is_cut: false,
        } => format!("copied ¶{number} with its citation").into(),
        NoteMessage::ParagraphCopied {
            number,
            is_cut: true,
        } => format!("copied ¶{number} with its citation, cut at 100 kB").into(),
        NoteMessage::MarkWithoutText => "a mark has no text for a key message".into(),
        NoteMessage::KeyMessage { from } => {
            let edit = keys(KeyOf::EditNote);
            format!("key message made from #{from}; press {edit} to edit it").into()
        }
        NoteMessage::MakeKeyMessage => {
            let make = keys(KeyOf::KeyMessage);
            format!("press {make} on a note to make a key message from it").into()
        }
        NoteMessage::NoSimilarParagraph => "no similar paragraph to link to".into(),
        NoteMessage::NoParagraph { number } => format!("note #{number} has no paragraph").into(),
        NoteMessage::ParagraphGone { number, quote } => {
            format!("#{number}: paragraph not found: {}", quoted(quote)).into()
        }
        NoteMessage::SortedByTime => "notes sorted by time".into(),
        NoteMessage::SortedByQuestion => "notes sorted by question".into(),
        NoteMessage::SortedBySpeaker => "notes sorted by speaker".into(),
        NoteMessage::SortedByParagraph => "notes sorted by paragraph".into(),
    }
}
