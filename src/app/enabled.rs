//! Whether an action can act now, and the keys that messages name.
//!
//! Rules, in order: dispatch, help, footer and palette ask the same function; a reason is one line
//! with the next step where there is one; a message never names a key that is not in force.

use super::preview::OnPreview;
use super::{Action, App, Context, Mode, Pane};
use crate::model::{Kind, Speaker};

impl App {
    /// Returns the keys of an action for a message: those in force where the user is, otherwise
    /// those of the pane below an overlay.
    pub fn key_for(&self, action: Action) -> String {
        self.keys
            .key_for(&[self.context(), self.pane_below()], action)
    }

    /// Returns the keys of an action that asks for a letter, with the letter.
    pub(super) fn key_for_letter(&self, action: Action, letter: char) -> String {
        let key = self.key_for(action);
        let first = key.strip_suffix('x').unwrap_or(&key);
        format!("{first}{letter}")
    }

    /// Returns the context of the pane in focus, whatever is open over it.
    pub(super) const fn pane_below(&self) -> Context {
        match self.focus {
            _ if self.briefing.is_none() => Context::Broken,
            Pane::Contents => Context::Contents,
            Pane::Reader => Context::Reader,
            Pane::Notes => Context::Notes,
        }
    }

    /// Checks whether an action can act now.
    ///
    /// # Errors
    /// Returns why it cannot, in one line.
    #[expect(clippy::too_many_lines, reason = "a table")]
    pub fn enabled(&self, action: Action) -> Result<(), String> {
        let because = |can: bool, why: &dyn Fn() -> String| if can { Ok(()) } else { Err(why()) };
        let key = |action| self.key_for(action);
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
            | Action::SinceTurnBegan
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
            | Action::ChooseQuestion => because(self.briefing.is_some(), &|| {
                "the briefing has mistakes and is not open".to_owned()
            }),
            Action::GoKind(kind) => because(self.has_kind(kind), &|| {
                format!("the paper has no {}s", kind.singular())
            }),
            Action::Open => match self.focus {
                Pane::Notes => self.has_selected_note(),
                Pane::Contents | Pane::Reader => Ok(()),
            },
            Action::Back => because(!self.back.is_empty(), &|| {
                "nothing to jump back to".to_owned()
            }),
            Action::Forward => because(!self.forward.is_empty(), &|| {
                "nothing to jump forward to".to_owned()
            }),
            Action::GoMark => because(!self.marks.is_empty(), &|| {
                let set = key(Action::SetMark);
                format!("no bookmarks yet; press {set} to set one")
            }),
            Action::NextMatch | Action::PreviousMatch => because(self.has_matches(), &|| {
                format!("no matches; press {} to search", key(Action::Find))
            }),
            Action::DossierHere => because(self.country_here().is_some(), &|| {
                let list = key(Action::Countries);
                format!("no country mentioned here; press {list} to list all countries")
            }),
            Action::EndTurn | Action::RestartClock => {
                because(self.floor.speaking.is_some(), &|| {
                    let give = key(Action::GiveFloor);
                    format!("no one has the floor; press {give} to give it")
                })
            }
            Action::NextSpeaker => because(self.next_in_queue().is_some(), &|| {
                let queue = key(Action::QueueSpeaker);
                format!("the queue is empty; press {queue} to add a speaker")
            }),
            Action::FloorLog | Action::CorrectSpeaker | Action::AcceptCorrection => {
                let turns = self.notebook.notes().turns();
                let is_empty = turns.is_empty() && self.floor.speaking.is_none();
                because(!is_empty, &|| {
                    let give = key(Action::GiveFloor);
                    format!("no turns yet; press {give} to give the floor")
                })
            }
            Action::NextNotesOrder | Action::FilterNotes => {
                because(!self.notebook.notes().is_empty(), &|| self.no_notes_yet())
            }
            Action::NoteHere | Action::Mark(_) => because(self.anchor_here().is_some(), &|| {
                let write = key(Action::NewNote);
                format!("no paragraph is selected; press {write} to write a note without one")
            }),
            Action::CopyParagraph => because(self.paragraph_here().is_some(), &|| {
                "no paragraph is selected".to_owned()
            }),
            Action::EditOutside if matches!(self.mode, Mode::Capture(_)) => Ok(()),
            Action::History
            | Action::EditNote
            | Action::EditOutside
            | Action::DeleteNote
            | Action::CopyNote => self.has_selected_note(),
            Action::KeyMessage => {
                self.has_selected_note()?;
                let note = self.notebook.selection();
                let has_text = note.is_some_and(|(_, note)| !note.text.trim().is_empty());
                because(has_text, &|| {
                    "a mark has no text for a key message".to_owned()
                })
            }
            Action::Undo => {
                let can = self.notebook.can_undo() || self.has_dropped_draft();
                because(can, &|| "nothing to undo".to_owned())
            }
            Action::Redo => because(self.notebook.can_redo(), &|| "nothing to redo".to_owned()),
            Action::Accept => match &self.mode {
                Mode::Report(preview) => because(!preview.missing.is_empty(), &|| {
                    "nothing is missing in the report".to_owned()
                }),
                _ => Ok(()),
            },
        }
    }

    fn has_kind(&self, kind: Kind) -> bool {
        let briefing = self.briefing();
        briefing.is_some_and(|briefing| !briefing.of_kind(kind).is_empty())
    }

    fn has_matches(&self) -> bool {
        let finding = self.finding.as_ref();
        finding.is_some_and(|finding| !finding.found.hits.is_empty())
    }

    fn has_selected_note(&self) -> Result<(), String> {
        match self.notebook.selection() {
            Some(_) => Ok(()),
            None if self.notebook.notes().is_empty() => Err(self.no_notes_yet()),
            None => Err("no note is selected".to_owned()),
        }
    }

    fn no_notes_yet(&self) -> String {
        let write = self.key_for(Action::NewNote);
        format!("no notes yet; press {write} to write one")
    }

    /// Returns the first in the queue who does not have the floor.
    pub(super) fn next_in_queue(&self) -> Option<&Speaker> {
        let holder = self.floor.speaking.as_ref();
        let holder = holder.map(|speaking| &speaking.speaker);
        let mut waiting = self.floor.queue.iter();
        waiting.find(|one| Some(*one) != holder)
    }

    /// Returns whether the deletion of a draft is the last change.
    pub(super) fn has_dropped_draft(&self) -> bool {
        let last = self.dropped.last();
        last.is_some_and(|(before, _)| *before >= self.notebook.changes())
    }
}
