//! The words of the title bar and the panes.

use std::borrow::Cow;

use super::counted;
use crate::messages::{
    EmptyPane, KeyOf, Keys, NotesOrderLabel, PaneMessage, ReportTitle, TitleMessage,
};

/// Returns the English text of a part of the title bar.
pub(in crate::messages) fn title(message: &TitleMessage) -> Cow<'static, str> {
    match message {
        TitleMessage::FileHasMistakes => "the file has mistakes; run roundtable check".into(),
        TitleMessage::DraftsNotKept { reason } => format!("drafts are not kept: {reason}").into(),
        TitleMessage::HasFloor { speaker, clock } => {
            format!("floor {} {clock}", speaker.name).into()
        }
        TitleMessage::Speaker { speaker, clock } => format!("{} {clock}", speaker.name).into(),
        TitleMessage::Next { speaker } => format!("next {}", speaker.name).into(),
        TitleMessage::OverLimit { clock } => format!("{clock} OVER").into(),
    }
}

/// Returns the English text of a sort order.
pub(in crate::messages) const fn notes_order(order: NotesOrderLabel) -> &'static str {
    match order {
        NotesOrderLabel::Time => "by time",
        NotesOrderLabel::Question => "by question",
        NotesOrderLabel::Speaker => "by speaker",
        NotesOrderLabel::Paragraph => "by paragraph",
    }
}

/// Returns the English text of a title or label of a pane.
pub(in crate::messages) fn pane(message: &PaneMessage) -> Cow<'static, str> {
    match message {
        PaneMessage::Contents => "Contents".into(),
        PaneMessage::Notes {
            all,
            filtered,
            order,
            remarks,
        } => {
            let count = match filtered {
                Some(filtered) => format!("{}/{all} {}", filtered.shown, filtered.filter),
                None => all.to_string(),
            };
            let order = match order {
                Some(order) => format!(" {}", notes_order(*order)),
                None => String::new(),
            };
            let draft = if remarks.draft { " · draft" } else { "" };
            let damage = if remarks.damage {
                " · some damaged"
            } else {
                ""
            };
            format!("Notes {count}{order}{draft}{damage}").into()
        }
        PaneMessage::Versions { count } => counted(*count, "version", "versions").into(),
        PaneMessage::OnThisMachineOnly => "on this machine only".into(),
        PaneMessage::NotSaved => "NOT SAVED".into(),
        PaneMessage::Saving => "saving…".into(),
        PaneMessage::Mistakes => {
            "This briefing has mistakes; correct the file, and it opens here".into()
        }
        PaneMessage::Revisions { note } => format!("Versions of note #{note}").into(),
        PaneMessage::RevisionsNotRead => "the notes files are being read".into(),
        PaneMessage::Revision { number, author } => format!("version {number} by {author}").into(),
        PaneMessage::InFile { file } => format!("in {file}").into(),
        PaneMessage::Deleted => "deleted".into(),
    }
}

/// Returns the lines of a pane without content, each short enough for a narrow pane.
pub(in crate::messages) fn empty(pane: EmptyPane, keys: Keys<'_>) -> Vec<Cow<'static, str>> {
    match pane {
        EmptyPane::NoNotes => vec![
            "No notes yet.".into(),
            format!("{}  new note", keys(KeyOf::NewNote)).into(),
            format!("{}  note on paragraph", keys(KeyOf::NoteHere)).into(),
        ],
        EmptyPane::NoMatch => vec![
            "No note matches.".into(),
            format!("{}  show all", keys(KeyOf::ClearFilter)).into(),
        ],
    }
}

/// Returns a title on the screen of the report.
pub(in crate::messages) fn report(title: ReportTitle, keys: Keys<'_>) -> Cow<'static, str> {
    let lines = |count: usize| counted(count, "line", "lines");
    match title {
        ReportTitle::Clean { lines: count } => format!("Report, clean · {}", lines(count)).into(),
        ReportTitle::WithAnnex { lines: count } => {
            format!("Report, with the attributed annex · {}", lines(count)).into()
        }
        ReportTitle::Brief { lines: count } => {
            format!("Report, brief, for the plenary · {}", lines(count)).into()
        }
        ReportTitle::Missing { count: 0 } => "Nothing is missing".into(),
        ReportTitle::Missing { count } => {
            format!("{count} missing: {} goes there", keys(KeyOf::GoToGap)).into()
        }
    }
}
