//! The words about the paper and the place in it.

use std::borrow::Cow;

use crate::messages::{KeyOf, Keys, PaperMessage};
use crate::model::Kind;

/// Returns the English text of a message.
pub(super) fn message(message: &PaperMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        PaperMessage::LastGood { mistake } => {
            format!("showing the last good version: {mistake}").into()
        }
        PaperMessage::NoEntries { kind } => none_of(*kind).into(),
        PaperMessage::NothingBack => "nothing to jump back to".into(),
        PaperMessage::NothingForward => "nothing to jump forward to".into(),
        PaperMessage::BookmarkSet { letter } => {
            let go = keys(KeyOf::GoMark(*letter));
            format!("bookmark {letter} set; press {go} to return here").into()
        }
        PaperMessage::NoBookmark { letter } => {
            let set = keys(KeyOf::SetMark(*letter));
            format!("no bookmark {letter}; press {set} to set it").into()
        }
        PaperMessage::NoBookmarks => {
            let set = keys(KeyOf::SetMark('x'));
            format!("no bookmarks yet; press {set} to set one").into()
        }
        PaperMessage::NotOpen => "the briefing has mistakes and is not open".into(),
        PaperMessage::NoSuchParagraph { number, last } => {
            format!("no paragraph {number}; the last is ¶{last}").into()
        }
        PaperMessage::NoParagraphSelected => "no paragraph is selected".into(),
        PaperMessage::OpenLink => {
            let open = keys(KeyOf::Open);
            let (next, previous) = (keys(KeyOf::NextParagraph), keys(KeyOf::PreviousParagraph));
            format!("press {open} to go there, {next} or {previous} to select another").into()
        }
        PaperMessage::NoLinks => "no footnote or link in this paragraph".into(),
        PaperMessage::NoCountryHere => {
            let list = keys(KeyOf::Countries);
            format!("no country mentioned here; press {list} to list all countries").into()
        }
        PaperMessage::NoMatches => {
            let find = keys(KeyOf::Find);
            format!("no matches; press {find} to search").into()
        }
        PaperMessage::Match {
            number,
            count,
            missing,
        } if missing.is_empty() => format!("{number} of {count}").into(),
        PaperMessage::Match {
            number,
            count,
            missing,
        } => format!("{number} of {count}, without {}", missing.join(", ")).into(),
    }
}

/// Writes that the paper has no entry of a kind.
const fn none_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Objective => "the paper has no objectives",
        Kind::Concept => "the paper has no concepts",
        Kind::Context => "the paper has no context",
        Kind::Example => "the paper has no examples",
        Kind::Question => "the paper has no questions",
        Kind::Footnote => "the paper has no footnotes",
    }
}
