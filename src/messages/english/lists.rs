//! The words of lists.

use std::borrow::Cow;

use super::counted;
use crate::messages::{KeyOf, Keys, ListMessage, ListRemark};

/// Returns the English text of a list.
pub(in crate::messages) fn list(message: ListMessage, keys: Keys<'_>) -> Cow<'static, str> {
    match message {
        ListMessage::GoTo => "Go to".into(),
        ListMessage::KeysHere => {
            let accept = keys(KeyOf::Accept);
            format!("Keys here: type to search, {accept} runs one").into()
        }
        ListMessage::Commands => {
            let accept = keys(KeyOf::Accept);
            format!("Commands: type to search, {accept} runs one").into()
        }
        ListMessage::WhoHasFloor { is_since } => {
            let since = keys(KeyOf::SinceTurnBegan);
            if is_since {
                format!("Who has had the floor since the turn began? {since}: from now").into()
            } else {
                format!("Who has the floor from now on? {since}: since the turn began").into()
            }
        }
        ListMessage::FloorLog => {
            let accept = keys(KeyOf::Accept);
            format!("Floor log: {accept} corrects the speaker").into()
        }
        ListMessage::WhoSpoke => "Who was the speaker?".into(),
        ListMessage::WhoWaits => "Who is waiting for the floor?".into(),
        ListMessage::WriteReportAs => "Write the report as".into(),
        ListMessage::WhichQuestion { is_since } => {
            let since = keys(KeyOf::SinceTurnBegan);
            if is_since {
                format!("Which question since the turn began? {since}: from now").into()
            } else {
                format!("Which question from now on? {since}: since the turn began").into()
            }
        }
        ListMessage::Count { shown, all } => format!("{shown} of {all}").into(),
        ListMessage::NothingFound => {
            let delete = keys(KeyOf::DeleteLetter);
            format!("nothing found; {delete} deletes a letter").into()
        }
    }
}

/// Returns the English text of a remark on a line of a list.
pub(in crate::messages) fn remark(remark: &ListRemark) -> Cow<'static, str> {
    match remark {
        ListRemark::Command => "command".into(),
        ListRemark::Country => "country".into(),
        ListRemark::Paragraph => "paragraph".into(),
        ListRemark::Spoken { turns, time } => {
            format!("{} · {time}", counted(*turns, "turn", "turns")).into()
        }
        ListRemark::Silent => "silent".into(),
        ListRemark::AsTyped => "as typed".into(),
        ListRemark::HasFloor => "has the floor".into(),
        ListRemark::NoQuestion => "– no question".into(),
        ListRemark::OnQuestion {
            notes,
            delegations,
            practices,
        } => {
            let counts = [
                (*notes, "note", "notes"),
                (*delegations, "delegation", "delegations"),
                (*practices, "practice", "practices"),
            ];
            let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
            let counts = counts.map(|(count, one, many)| counted(count, one, many));
            counts.collect::<Vec<_>>().join(" · ").into()
        }
        ListRemark::DraftReport { file } => format!("{file} · DRAFT").into(),
        ListRemark::FinalReport { file } => format!("{file} · final").into(),
    }
}
