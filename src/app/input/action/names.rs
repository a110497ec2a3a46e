//! The stable names of actions, as the configuration writes them: `save-note`.
//!
//! Rules, in order: a name never changes once it is released; a new action without a name does not
//! compile.

use crate::model::{Kind, NoteKind};

use super::super::field::Motion;
use super::{Action, OnPreview};

/// Builds the names of the actions without parameters, and the list of these actions, from one
/// table, so that no action can be in one and not in the other.
macro_rules! names {
    ($($action:ident $name:literal)*) => {
        /// The actions without parameters, in the order of the table.
        const PLAIN: &[Action] = &[$(Action::$action),*];

        impl Action {
            /// Returns the name that the configuration uses, such as `save-note`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$action => $name,)*
                    Self::GoKind(kind) => kind_name(kind),
                    Self::Mark(kind) => mark_name(kind),
                    Self::Preview(change) => preview_name(change),
                    Self::Edit(motion) => motion_name(motion),
                }
            }
        }
    };
}

names! {
    LineDown "line-down"
    LineUp "line-up"
    HalfDown "half-page-down"
    HalfUp "half-page-up"
    PageDown "page-down"
    PageUp "page-up"
    First "go-start"
    Last "go-end"
    NextEntry "next-entry"
    PreviousEntry "previous-entry"
    NextParagraph "next-paragraph"
    PreviousParagraph "previous-paragraph"
    NextPane "next-pane"
    PreviousPane "previous-pane"
    GoNotes "go-notes"
    GoParagraph "go-paragraph"
    Fold "fold"
    Unfold "unfold"
    Open "open"
    Back "back"
    Forward "forward"
    SetMark "set-bookmark"
    GoMark "go-bookmark"
    Find "find"
    NextMatch "next-match"
    PreviousMatch "previous-match"
    NextScope "next-scope"
    PreviousScope "previous-scope"
    ClearMatches "clear-matches"
    GoTo "go-to"
    Countries "countries"
    DossierHere "country-here"
    NextCountry "next-country"
    PreviousCountry "previous-country"
    NextOrder "next-order"
    PreviousOrder "previous-order"
    GiveFloor "give-floor"
    EndTurn "end-turn"
    QueueSpeaker "queue-speaker"
    NextSpeaker "next-speaker"
    CorrectSpeaker "correct-speaker"
    AcceptCorrection "accept-correction"
    SinceTurnBegan "since-turn-began"
    FloorLog "floor-log"
    RestartClock "restart-clock"
    NextLimit "next-limit"
    ChooseQuestion "choose-question"
    NextNotesOrder "sort-notes"
    FilterNotes "filter-notes"
    LinkParagraph "complete-or-link"
    History "note-history"
    NewNote "new-note"
    NoteHere "note-on-paragraph"
    EditNote "edit-note"
    EditOutside "edit-in-editor"
    DeleteNote "delete-note"
    Undo "undo"
    Redo "redo"
    CopyParagraph "copy-paragraph"
    CopyNote "copy-note"
    KeyMessage "make-key-message"
    Report "report"
    Help "help"
    Palette "commands"
    Zoom "one-pane"
    Redraw "redraw"
    Suspend "suspend"
    Quit "quit"
    Accept "accept"
    Cancel "close"
    NextLine "next-line"
    PreviousLine "previous-line"
    Save "save-note"
    NewLine "new-line"
    DropDraft "delete-draft"
}

/// The changes to the report, in the order of its keys.
const PREVIEWS: [OnPreview; 5] = [
    OnPreview::NextFace,
    OnPreview::PreviousFace,
    OnPreview::Draft,
    OnPreview::Working,
    OnPreview::Write,
];

/// The motions of a text field.
const MOTIONS: [Motion; 14] = [
    Motion::Left,
    Motion::Right,
    Motion::WordLeft,
    Motion::WordRight,
    Motion::Up,
    Motion::Down,
    Motion::Home,
    Motion::End,
    Motion::Backspace,
    Motion::Delete,
    Motion::DeleteWord,
    Motion::DeleteLine,
    Motion::Undo,
    Motion::Redo,
];

impl Action {
    /// Returns whether its keys ask for a letter or a number, so that it cannot be run by name.
    pub(in crate::app) const fn asks_for_more(self) -> bool {
        matches!(self, Self::SetMark | Self::GoMark | Self::GoParagraph)
    }

    /// Returns whether it changes notes, floor log or queue by itself, without anything else to
    /// select first.
    pub const fn changes_the_record(self) -> bool {
        matches!(
            self,
            Self::EndTurn
                | Self::NextSpeaker
                | Self::RestartClock
                | Self::NextLimit
                | Self::Mark(_)
                | Self::KeyMessage
                | Self::DeleteNote
                | Self::Undo
                | Self::Redo
                | Self::AcceptCorrection
                | Self::Save
        )
    }

    /// Returns every action.
    pub fn all() -> impl Iterator<Item = Self> {
        let plain = PLAIN.iter().copied();
        let kinds = Kind::ALL.into_iter().map(Self::GoKind);
        let marks = NoteKind::ALL.into_iter().map(Self::Mark);
        let previews = PREVIEWS.into_iter().map(Self::Preview);
        let motions = MOTIONS.into_iter().map(Self::Edit);
        plain
            .chain(kinds)
            .chain(marks)
            .chain(previews)
            .chain(motions)
    }

    /// Returns the action with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|action| action.name() == name)
    }
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Objective => "go-objectives",
        Kind::Concept => "go-concepts",
        Kind::Context => "go-context",
        Kind::Example => "go-examples",
        Kind::Question => "go-questions",
        Kind::Footnote => "go-footnotes",
    }
}

const fn mark_name(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Note => "mark",
        NoteKind::Position => "mark-position",
        NoteKind::Proposal => "mark-proposal",
        NoteKind::Practice => "mark-practice",
        NoteKind::Commitment => "mark-commitment",
        NoteKind::Agreement => "mark-agreement",
        NoteKind::Disagreement => "mark-disagreement",
        NoteKind::Question => "mark-question",
        NoteKind::Quote => "mark-quote",
        NoteKind::Action => "mark-action",
        NoteKind::Message => "mark-message",
    }
}

const fn preview_name(change: OnPreview) -> &'static str {
    match change {
        OnPreview::NextFace => "report-next-version",
        OnPreview::PreviousFace => "report-previous-version",
        OnPreview::Draft => "report-draft-or-final",
        OnPreview::Working => "report-note-numbers",
        OnPreview::Write => "report-write",
    }
}

const fn motion_name(motion: Motion) -> &'static str {
    match motion {
        Motion::Left => "field-left",
        Motion::Right => "field-right",
        Motion::WordLeft => "field-word-left",
        Motion::WordRight => "field-word-right",
        Motion::Up => "field-up",
        Motion::Down => "field-down",
        Motion::Home => "field-line-start",
        Motion::End => "field-line-end",
        Motion::Backspace => "field-delete-before",
        Motion::Delete => "field-delete-after",
        Motion::DeleteWord => "field-delete-word",
        Motion::DeleteLine => "field-delete-line",
        Motion::Undo => "field-undo",
        Motion::Redo => "field-redo",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::app::ROWS;

    #[test]
    fn every_action_is_found_by_its_own_name() {
        for action in Action::all() {
            assert_eq!(Action::from_name(action.name()), Some(action));
        }
        assert_eq!(Action::from_name("save-nte"), None);
    }

    #[test]
    fn names_are_unique_and_in_kebab_case() {
        let mut names = BTreeSet::new();
        for action in Action::all() {
            let name = action.name();
            assert!(names.insert(name), "{name} is the name of two actions");
            let is_plain = name.split('-').all(|word| {
                !word.is_empty() && word.chars().all(|letter| letter.is_ascii_lowercase())
            });
            assert!(is_plain, "{name}");
        }
    }

    #[test]
    fn every_action_with_a_key_is_among_all_actions() {
        for row in ROWS {
            assert!(Action::all().any(|action| action == row.action), "{row:?}");
        }
    }
}
