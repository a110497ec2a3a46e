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
use crate::messages::{
    FloorMessage, NoteMessage, PaperMessage, ReportMessage, StatusMessage, UndoMessage,
};
use crate::model::Kind;

/// Checks whether an action can act now.
///
/// # Errors
/// Returns why it cannot, in one line.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn enabled(app: &App, action: Action) -> Result<(), StatusMessage> {
    let desk = app.desk();
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
        | Action::ChooseQuestion => unless(desk.briefing().is_some(), PaperMessage::NotOpen),
        Action::GoKind(kind) => unless(has_kind(desk, kind), PaperMessage::NoEntries { kind }),
        Action::Open => match desk.focus {
            Pane::Notes => has_selected_note(app),
            Pane::Contents | Pane::Reader => Ok(()),
        },
        Action::Back => unless(!desk.paper.back.is_empty(), PaperMessage::NothingBack),
        Action::Forward => unless(!desk.paper.forward.is_empty(), PaperMessage::NothingForward),
        Action::GoMark => unless(!desk.paper.marks.is_empty(), PaperMessage::NoBookmarks),
        Action::NextMatch | Action::PreviousMatch => {
            unless(has_matches(desk), PaperMessage::NoMatches)
        }
        Action::DossierHere => unless(country_here(desk).is_some(), PaperMessage::NoCountryHere),
        Action::EndTurn | Action::RestartClock => {
            unless(desk.proceedings.holder().is_some(), FloorMessage::NoSpeaker)
        }
        Action::SinceTurnBegan => unless(can_hold_since(app), FloorMessage::OnlyFromNow),
        Action::NextSpeaker => unless(
            desk.proceedings.next_in_queue().is_some(),
            FloorMessage::NoNext,
        ),
        Action::FloorLog | Action::CorrectSpeaker | Action::AcceptCorrection => {
            let turns = desk.notebook.notes().turns();
            let is_empty = turns.is_empty() && desk.proceedings.holder().is_none();
            unless(!is_empty, FloorMessage::NoTurns)
        }
        Action::NextNotesOrder | Action::FilterNotes => {
            unless(!desk.notebook.notes().is_empty(), NoteMessage::NoNotes)
        }
        Action::NoteHere | Action::Mark(_) => unless(
            app.front.paragraph_here(desk).is_some(),
            NoteMessage::NoParagraphForNote,
        ),
        Action::CopyParagraph => unless(
            desk.paper.paragraph_here().is_some(),
            PaperMessage::NoParagraphSelected,
        ),
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
            unless(has_text, NoteMessage::MarkWithoutText)
        }
        Action::Undo => {
            let can = desk.notebook.can_undo() || has_dropped_draft(desk);
            unless(can, UndoMessage::NothingToUndo)
        }
        Action::Redo => unless(desk.notebook.can_redo(), UndoMessage::NothingToRedo),
        Action::Accept => match app.front.overlays.last() {
            Some(Overlay::Report(preview)) => {
                unless(!preview.missing.is_empty(), ReportMessage::NothingMissing)
            }
            Some(
                Overlay::Find(_)
                | Overlay::List(_)
                | Overlay::Countries(_)
                | Overlay::Dossier(_)
                | Overlay::History(_),
            )
            | None => Ok(()),
        },
    }
}

/// Returns whether a choice in the open list may hold from the start of a turn: the current turn,
/// or, for a speaker, also the last one.
fn can_hold_since(app: &App) -> bool {
    let desk = app.desk();
    let overlay = app.front.overlays.last();
    let is_floor = matches!(overlay, Some(Overlay::List(list)) if list.purpose == Purpose::Floor);
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

fn has_selected_note(app: &App) -> Result<(), StatusMessage> {
    let notebook = &app.desk().notebook;
    match notebook.selection() {
        Some(_) => Ok(()),
        None if notebook.notes().is_empty() => Err(NoteMessage::NoNotes.into()),
        None => Err(NoteMessage::NoneSelected.into()),
    }
}

/// Returns the reason as an error unless the action can act.
fn unless(can: bool, why: impl Into<StatusMessage>) -> Result<(), StatusMessage> {
    if can { Ok(()) } else { Err(why.into()) }
}
