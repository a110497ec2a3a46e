//! The default key table.
//!
//! Rules, in order: every key exists without `AltGr` on US, French, German and Brazilian keyboards,
//! and no digit is needed; where text is typed, only keys that type nothing are bound.

use crate::model::{Kind, NoteKind};

use super::super::action::{Action, OnPreview};
use super::super::context::Context;
use super::super::field::Motion;

/// A row of the default table.
#[derive(Debug)]
pub struct DefaultRow {
    /// The contexts in which it applies.
    pub contexts: &'static [Context],
    /// The keys, in the notation of [`Step::sequence`](crate::app::Step::sequence).
    pub keys: &'static [&'static str],
    /// The action.
    pub action: Action,
    /// Whether the footer shows it.
    pub in_footer: bool,
}

const PANES: &[Context] = &[Context::Contents, Context::Reader, Context::Notes];
/// The contexts with notes and floor: the panes, and the mistakes of a briefing that cannot be
/// opened.
const SCREENS: &[Context] = &[
    Context::Contents,
    Context::Reader,
    Context::Notes,
    Context::Broken,
];
/// The contexts that take no text.
const EVERYWHERE: &[Context] = &[
    Context::Contents,
    Context::Reader,
    Context::Notes,
    Context::Broken,
    Context::Dossier,
    Context::History,
    Context::Report,
];
/// The overlays that take no text.
const OVER: &[Context] = &[Context::Dossier, Context::History, Context::Report];
const REVIEWS: &[Context] = &[Context::History, Context::Report];
/// The contexts that take no text, except the report and the mistakes of a briefing.
const NOT_REPORT: &[Context] = &[
    Context::Contents,
    Context::Reader,
    Context::Notes,
    Context::Dossier,
    Context::History,
];
/// The panes in which the keys for a key message mark the paragraph.
const PAPER: &[Context] = &[Context::Contents, Context::Reader];

/// The contexts that scroll with the keys of the panes.
const SCROLLS: &[Context] = &[
    Context::Contents,
    Context::Reader,
    Context::Notes,
    Context::Broken,
    Context::History,
];

const NOTES: &[Context] = &[Context::Notes];
const HISTORY: &[Context] = &[Context::History];
const FIND: &[Context] = &[Context::Find];
const LIST: &[Context] = &[Context::List];
const FLOOR_LIST: &[Context] = &[Context::FloorList];
const COUNTRIES: &[Context] = &[Context::Countries];
const DOSSIER: &[Context] = &[Context::Dossier];
const REPORT: &[Context] = &[Context::Report];
const LISTS: &[Context] = &[
    Context::Find,
    Context::List,
    Context::FloorList,
    Context::Countries,
];
const OVERLAYS: &[Context] = &[
    Context::Find,
    Context::List,
    Context::FloorList,
    Context::Countries,
    Context::Dossier,
];
const FILTER: &[Context] = &[Context::NotesFilter];
const CAPTURE: &[Context] = &[Context::Capture];
const FIELDS: &[Context] = &[
    Context::Find,
    Context::List,
    Context::FloorList,
    Context::Countries,
    Context::Capture,
    Context::NotesFilter,
];

const fn row(
    contexts: &'static [Context],
    keys: &'static [&'static str],
    action: Action,
) -> DefaultRow {
    DefaultRow {
        contexts,
        keys,
        action,
        in_footer: false,
    }
}

const fn footer(
    contexts: &'static [Context],
    keys: &'static [&'static str],
    action: Action,
) -> DefaultRow {
    DefaultRow {
        contexts,
        keys,
        action,
        in_footer: true,
    }
}

/// All rows, in the order of the help.
pub const ROWS: &[DefaultRow] = &[
    footer(SCROLLS, &["?", "F1"], Action::Help),
    footer(PANES, &["/"], Action::Find),
    footer(PANES, &["c"], Action::Countries),
    footer(SCREENS, &["i"], Action::NewNote),
    footer(PANES, &["f", "Ctrl-p"], Action::GoTo),
    footer(NOTES, &["e"], Action::EditNote),
    footer(NOTES, &["v"], Action::FilterNotes),
    footer(NOTES, &["o"], Action::NextNotesOrder),
    footer(NOTES, &["H"], Action::History),
    footer(PANES, &["Tab"], Action::NextPane),
    footer(SCREENS, &["q"], Action::Quit),
    footer(PANES, &["a"], Action::NoteHere),
    footer(SCREENS, &["s"], Action::GiveFloor),
    footer(PANES, &["Q"], Action::ChooseQuestion),
    row(EVERYWHERE, &["t e Enter"], Action::EndTurn),
    row(EVERYWHERE, &["t n Enter"], Action::NextSpeaker),
    row(EVERYWHERE, &["t w Enter"], Action::QueueSpeaker),
    row(EVERYWHERE, &["t c Enter"], Action::CorrectSpeaker),
    row(EVERYWHERE, &["t r Enter"], Action::RestartClock),
    row(EVERYWHERE, &["t l Enter"], Action::NextLimit),
    row(EVERYWHERE, &["t t Enter"], Action::FloorLog),
    row(NOT_REPORT, &["R"], Action::Report),
    row(PANES, &["x n Enter"], Action::Mark(NoteKind::Note)),
    row(PANES, &["x s Enter"], Action::Mark(NoteKind::Position)),
    row(PANES, &["x p Enter"], Action::Mark(NoteKind::Proposal)),
    row(PANES, &["x r Enter"], Action::Mark(NoteKind::Practice)),
    row(PANES, &["x c Enter"], Action::Mark(NoteKind::Commitment)),
    row(PANES, &["x a Enter"], Action::Mark(NoteKind::Agreement)),
    row(PANES, &["x d Enter"], Action::Mark(NoteKind::Disagreement)),
    row(PANES, &["x q Enter"], Action::Mark(NoteKind::Question)),
    row(PANES, &["x u Enter"], Action::Mark(NoteKind::Quote)),
    row(PANES, &["x t Enter"], Action::Mark(NoteKind::Action)),
    row(NOTES, &["x m Enter"], Action::KeyMessage),
    row(PAPER, &["x m Enter"], Action::Mark(NoteKind::Message)),
    row(PANES, &["C"], Action::DossierHere),
    row(PANES, &["n"], Action::NextMatch),
    row(PANES, &["N"], Action::PreviousMatch),
    row(PANES, &["Esc"], Action::ClearMatches),
    row(SCROLLS, &["j", "Down"], Action::LineDown),
    row(SCROLLS, &["k", "Up"], Action::LineUp),
    row(SCROLLS, &["Ctrl-d"], Action::HalfDown),
    row(SCROLLS, &["Ctrl-u"], Action::HalfUp),
    row(SCROLLS, &["Space", "PgDn", "Ctrl-f"], Action::PageDown),
    row(SCROLLS, &["b", "PgUp", "Ctrl-b"], Action::PageUp),
    row(SCROLLS, &["g g", "Home"], Action::First),
    row(SCROLLS, &["G", "End"], Action::Last),
    row(PANES, &["l"], Action::NextEntry),
    row(PANES, &["h"], Action::PreviousEntry),
    row(PANES, &["Right"], Action::Unfold),
    row(PANES, &["Left"], Action::Fold),
    row(PANES, &["J"], Action::NextParagraph),
    row(PANES, &["K"], Action::PreviousParagraph),
    row(PANES, &["Enter"], Action::Open),
    row(PANES, &["g o"], Action::GoKind(Kind::Objective)),
    row(PANES, &["g c"], Action::GoKind(Kind::Concept)),
    row(PANES, &["g x"], Action::GoKind(Kind::Context)),
    row(PANES, &["g e"], Action::GoKind(Kind::Example)),
    row(PANES, &["g q"], Action::GoKind(Kind::Question)),
    row(PANES, &["g n"], Action::GoNotes),
    row(PANES, &["g f"], Action::GoKind(Kind::Footnote)),
    row(PANES, &["g NUMBER Enter"], Action::GoParagraph),
    row(PANES, &["Shift-Tab"], Action::PreviousPane),
    row(
        PANES,
        &["Ctrl-o", "Backspace", "Ctrl-h", "Alt-Left"],
        Action::Back,
    ),
    row(PANES, &["Alt-Right"], Action::Forward),
    row(PANES, &["m LETTER"], Action::SetMark),
    row(PANES, &["' LETTER"], Action::GoMark),
    row(NOTES, &["E", "Ctrl-g"], Action::EditOutside),
    row(NOTES, &["d Enter"], Action::DeleteNote),
    row(EVERYWHERE, &["u Enter"], Action::Undo),
    row(EVERYWHERE, &["Ctrl-r"], Action::Redo),
    row(PANES, &["y"], Action::CopyParagraph),
    row(PANES, &["Y"], Action::CopyNote),
    row(PANES, &["z"], Action::Zoom),
    row(PANES, &[":"], Action::Palette),
    row(SCROLLS, &["Ctrl-l"], Action::Redraw),
    row(SCROLLS, &["Ctrl-z"], Action::Suspend),
    row(SCREENS, &["Ctrl-c"], Action::Quit),
    footer(OVERLAYS, &["Enter"], Action::Accept),
    footer(CAPTURE, &["Enter"], Action::Save),
    footer(FILTER, &["Enter"], Action::Accept),
    footer(FIELDS, &["Esc"], Action::Cancel),
    row(FILTER, &["Ctrl-c"], Action::Cancel),
    row(FILTER, &["Down", "Ctrl-n"], Action::NextLine),
    row(FILTER, &["Up", "Ctrl-p"], Action::PreviousLine),
    footer(DOSSIER, &["Esc", "q", "Backspace"], Action::Cancel),
    footer(HISTORY, &["Esc", "q", "Backspace"], Action::Cancel),
    row(HISTORY, &["Ctrl-c"], Action::Cancel),
    footer(DOSSIER, &["l", "Right"], Action::NextCountry),
    footer(DOSSIER, &["h", "Left"], Action::PreviousCountry),
    footer(DOSSIER, &["c"], Action::Countries),
    footer(DOSSIER, &["i"], Action::NewNote),
    footer(DOSSIER, &["a"], Action::NoteHere),
    footer(DOSSIER, &["?", "F1"], Action::Help),
    row(OVER, &["/"], Action::Find),
    row(REVIEWS, &["c"], Action::Countries),
    row(OVER, &["s"], Action::GiveFloor),
    row(OVER, &["Q"], Action::ChooseQuestion),
    footer(CAPTURE, &["Tab"], Action::LinkParagraph),
    footer(CAPTURE, &["Ctrl-c"], Action::DropDraft),
    footer(CAPTURE, &["Ctrl-j", "Alt-Enter"], Action::NewLine),
    footer(CAPTURE, &["Ctrl-g"], Action::EditOutside),
    row(OVERLAYS, &["Ctrl-c"], Action::Cancel),
    footer(FIND, &["Tab"], Action::NextScope),
    row(FIND, &["Shift-Tab"], Action::PreviousScope),
    footer(COUNTRIES, &["Tab"], Action::NextOrder),
    row(COUNTRIES, &["Shift-Tab"], Action::PreviousOrder),
    row(LISTS, &["Down", "Ctrl-n"], Action::NextLine),
    row(LISTS, &["Up", "Ctrl-p"], Action::PreviousLine),
    row(DOSSIER, &["j", "Down", "Tab", "J"], Action::NextLine),
    row(
        DOSSIER,
        &["k", "Up", "Shift-Tab", "K"],
        Action::PreviousLine,
    ),
    footer(REPORT, &["Enter"], Action::Accept),
    footer(
        REPORT,
        &["l", "Right"],
        Action::Preview(OnPreview::NextFace),
    ),
    row(
        REPORT,
        &["h", "Left"],
        Action::Preview(OnPreview::PreviousFace),
    ),
    footer(REPORT, &["d"], Action::Preview(OnPreview::Draft)),
    row(REPORT, &["n"], Action::Preview(OnPreview::Working)),
    footer(REPORT, &["w"], Action::Preview(OnPreview::Write)),
    footer(REPORT, &["Esc", "q", "Backspace"], Action::Cancel),
    footer(REPORT, &["J", "Tab"], Action::NextLine),
    row(REPORT, &["K", "Shift-Tab"], Action::PreviousLine),
    row(REPORT, &["j", "Down"], Action::LineDown),
    row(REPORT, &["k", "Up"], Action::LineUp),
    row(REPORT, &["Space", "PgDn"], Action::PageDown),
    row(REPORT, &["b", "PgUp"], Action::PageUp),
    row(REPORT, &["g g", "Home"], Action::First),
    row(REPORT, &["G", "End"], Action::Last),
    footer(REPORT, &["?", "F1"], Action::Help),
    row(REPORT, &["Ctrl-l"], Action::Redraw),
    row(REPORT, &["Ctrl-c"], Action::Cancel),
    row(DOSSIER, &["g g", "Home"], Action::First),
    row(DOSSIER, &["G", "End"], Action::Last),
    row(DOSSIER, &["Space"], Action::PageDown),
    row(DOSSIER, &["b"], Action::PageUp),
    row(DOSSIER, &["Ctrl-l"], Action::Redraw),
    footer(FLOOR_LIST, &["Tab"], Action::SinceTurnBegan),
    row(FLOOR_LIST, &["Alt-Enter"], Action::AcceptCorrection),
    row(LIST, &["Tab"], Action::NextLine),
    row(LIST, &["Shift-Tab"], Action::PreviousLine),
    row(OVERLAYS, &["PgDn"], Action::PageDown),
    row(OVERLAYS, &["PgUp"], Action::PageUp),
    row(FIELDS, &["Left"], Action::Edit(Motion::Left)),
    row(FIELDS, &["Right"], Action::Edit(Motion::Right)),
    row(
        FIELDS,
        &["Ctrl-Left", "Alt-b"],
        Action::Edit(Motion::WordLeft),
    ),
    row(
        FIELDS,
        &["Ctrl-Right", "Alt-f"],
        Action::Edit(Motion::WordRight),
    ),
    row(CAPTURE, &["Up"], Action::Edit(Motion::Up)),
    row(CAPTURE, &["Down"], Action::Edit(Motion::Down)),
    row(FIELDS, &["Home", "Ctrl-a"], Action::Edit(Motion::Home)),
    row(FIELDS, &["End", "Ctrl-e"], Action::Edit(Motion::End)),
    row(
        FIELDS,
        &["Backspace", "Ctrl-h"],
        Action::Edit(Motion::Backspace),
    ),
    row(FIELDS, &["Delete", "Ctrl-d"], Action::Edit(Motion::Delete)),
    row(
        FIELDS,
        &["Ctrl-w", "Alt-Backspace"],
        Action::Edit(Motion::DeleteWord),
    ),
    row(FIELDS, &["Ctrl-u"], Action::Edit(Motion::DeleteLine)),
    row(FIELDS, &["Ctrl-z"], Action::Edit(Motion::Undo)),
    row(FIELDS, &["Ctrl-y", "Ctrl-r"], Action::Edit(Motion::Redo)),
    row(FIELDS, &["Ctrl-l"], Action::Redraw),
];
