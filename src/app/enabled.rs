//! Whether an action can act now.
//!
//! Rules, in order: dispatch, help, footer and palette ask the same function; a reason is one line
//! with the next step where there is one.

use super::App;
use super::country::country_here;
use super::desk::Desk;
use super::input::{Action, OnPreview};
use super::layout::Pane;
use super::lists::Purpose;
use super::noting::has_dropped_draft;
use super::overlay::{Bar, Overlay};
use crate::model::Kind;

/// Checks whether an action can act now.
///
/// # Errors
/// Returns why it cannot, in one line.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn enabled(app: &App, action: Action) -> Result<(), String> {
    let desk = app.desk();
    let because = |can: bool, why: &dyn Fn() -> String| if can { Ok(()) } else { Err(why()) };
    let key = |action| app.key_for(action);
    match action {
        Action::LineDown
        | Action::LineUp
        | Action::HalfDown
        | Action::HalfUp
        | Action::PageDown
        | Action::PageUp
        | Action::First
        | Action::Last
        | Action::NextEntry
        | Action::PreviousEntry
        | Action::NextParagraph
        | Action::PreviousParagraph
        | Action::NextPane
        | Action::PreviousPane
        | Action::GoNotes
        | Action::GoParagraph
        | Action::Fold
        | Action::Unfold
        | Action::SetMark
        | Action::NextScope
        | Action::PreviousScope
        | Action::ClearMatches
        | Action::NextCountry
        | Action::PreviousCountry
        | Action::NextOrder
        | Action::PreviousOrder
        | Action::GiveFloor
        | Action::QueueSpeaker
        | Action::NextLimit
        | Action::LinkParagraph
        | Action::NewNote
        | Action::Help
        | Action::Palette
        | Action::Zoom
        | Action::Redraw
        | Action::Suspend
        | Action::Quit
        | Action::Cancel
        | Action::NextLine
        | Action::PreviousLine
        | Action::Save
        | Action::NewLine
        | Action::DropDraft
        | Action::Preview(
            OnPreview::NextFace
            | OnPreview::PreviousFace
            | OnPreview::Draft
            | OnPreview::Working
            | OnPreview::Write,
        )
        | Action::Edit(_) => Ok(()),
        Action::Find
        | Action::GoTo
        | Action::Countries
        | Action::Report
        | Action::ChooseQuestion => because(desk.briefing().is_some(), &|| {
            "the briefing has mistakes and is not open".to_owned()
        }),
        Action::GoKind(kind) => because(has_kind(desk, kind), &|| {
            format!("the paper has no {}s", kind.singular())
        }),
        Action::Open => match desk.focus {
            Pane::Notes => has_selected_note(app),
            Pane::Contents | Pane::Reader => Ok(()),
        },
        Action::Back => because(!desk.paper.back.is_empty(), &|| {
            "nothing to jump back to".to_owned()
        }),
        Action::Forward => because(!desk.paper.forward.is_empty(), &|| {
            "nothing to jump forward to".to_owned()
        }),
        Action::GoMark => because(!desk.paper.marks.is_empty(), &|| {
            let set = key(Action::SetMark);
            format!("no bookmarks yet; press {set} to set one")
        }),
        Action::NextMatch | Action::PreviousMatch => because(has_matches(desk), &|| {
            format!("no matches; press {} to search", key(Action::Find))
        }),
        Action::DossierHere => because(country_here(desk).is_some(), &|| {
            let list = key(Action::Countries);
            format!("no country mentioned here; press {list} to list all countries")
        }),
        Action::EndTurn | Action::RestartClock => {
            because(desk.proceedings.holder().is_some(), &|| {
                let give = key(Action::GiveFloor);
                format!("no one has the floor; press {give} to give it")
            })
        }
        Action::SinceTurnBegan => because(can_hold_since(app), &|| {
            "no one has the floor, so it holds from now".to_owned()
        }),
        Action::NextSpeaker => because(desk.proceedings.next_in_queue().is_some(), &|| {
            let queue = key(Action::QueueSpeaker);
            format!("the queue is empty; press {queue} to add a speaker")
        }),
        Action::FloorLog | Action::CorrectSpeaker | Action::AcceptCorrection => {
            let turns = desk.notebook.notes().turns();
            let is_empty = turns.is_empty() && desk.proceedings.holder().is_none();
            because(!is_empty, &|| {
                let give = key(Action::GiveFloor);
                format!("no turns yet; press {give} to give the floor")
            })
        }
        Action::NextNotesOrder | Action::FilterNotes => {
            because(!desk.notebook.notes().is_empty(), &|| no_notes_yet(app))
        }
        Action::NoteHere | Action::Mark(_) => {
            because(app.front.anchor_here(desk).is_some(), &|| {
                let write = key(Action::NewNote);
                format!("no paragraph is selected; press {write} to write a note without one")
            })
        }
        Action::CopyParagraph => because(desk.paper.paragraph_here().is_some(), &|| {
            "no paragraph is selected".to_owned()
        }),
        Action::EditOutside if matches!(app.front.bar, Some(Bar::Capture(_))) => Ok(()),
        Action::History
        | Action::EditNote
        | Action::EditOutside
        | Action::DeleteNote
        | Action::CopyNote => has_selected_note(app),
        Action::KeyMessage => {
            has_selected_note(app)?;
            let note = desk.notebook.selection();
            let has_text = note.is_some_and(|(_, note)| !note.text.trim().is_empty());
            because(has_text, &|| {
                "a mark has no text for a key message".to_owned()
            })
        }
        Action::Undo => {
            let can = desk.notebook.can_undo() || has_dropped_draft(desk);
            because(can, &|| "nothing to undo".to_owned())
        }
        Action::Redo => because(desk.notebook.can_redo(), &|| "nothing to redo".to_owned()),
        Action::Accept => match app.front.overlays.last() {
            Some(Overlay::Report(preview)) => because(!preview.missing.is_empty(), &|| {
                "nothing is missing in the report".to_owned()
            }),
            _ => Ok(()),
        },
    }
}

/// Returns whether the choice of the open list may hold since a turn began: the current one, or for
/// a speaker also the last one.
fn can_hold_since(app: &App) -> bool {
    let desk = app.desk();
    let is_floor = match app.front.overlays.last() {
        Some(Overlay::List(list)) => list.purpose == Purpose::Floor,
        _ => false,
    };
    let has_turns = !desk.notebook.notes().turns().is_empty();
    desk.proceedings.holder().is_some() || is_floor && has_turns
}

fn has_kind(desk: &Desk, kind: Kind) -> bool {
    let briefing = desk.briefing();
    briefing.is_some_and(|briefing| !briefing.of_kind(kind).is_empty())
}

fn has_matches(desk: &Desk) -> bool {
    let finding = desk.finding.as_ref();
    finding.is_some_and(|finding| !finding.found.hits.is_empty())
}

fn has_selected_note(app: &App) -> Result<(), String> {
    let notebook = &app.desk().notebook;
    match notebook.selection() {
        Some(_) => Ok(()),
        None if notebook.notes().is_empty() => Err(no_notes_yet(app)),
        None => Err("no note is selected".to_owned()),
    }
}

fn no_notes_yet(app: &App) -> String {
    let write = app.key_for(Action::NewNote);
    format!("no notes yet; press {write} to write one")
}
