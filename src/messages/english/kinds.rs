//! The names of kinds.

use crate::messages::KindLabel;
use crate::model::{Kind, NoteKind, Partnership};

/// Returns the name of a kind.
pub(in crate::messages) const fn kind(label: KindLabel) -> &'static str {
    match label {
        KindLabel::Entry(kind) => entry(kind),
        KindLabel::Heading(kind) => heading(kind),
        KindLabel::Note(kind) => note_kind(kind),
        KindLabel::Partnership(partnership) => self::partnership(partnership),
    }
}

const fn entry(kind: Kind) -> &'static str {
    match kind {
        Kind::Objective => "objective",
        Kind::Concept => "concept",
        Kind::Context => "context",
        Kind::Example => "example",
        Kind::Question => "question",
        Kind::Footnote => "footnote",
    }
}

const fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Objective => "Objectives",
        Kind::Concept => "Concepts",
        Kind::Context => "Context",
        Kind::Example => "Examples",
        Kind::Question => "Questions",
        Kind::Footnote => "Footnotes",
    }
}

pub(super) const fn note_kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Note => "note",
        NoteKind::Position => "position",
        NoteKind::Proposal => "proposal",
        NoteKind::Practice => "practice",
        NoteKind::Commitment => "commitment",
        NoteKind::Agreement => "agreement",
        NoteKind::Disagreement => "disagreement",
        NoteKind::Question => "question",
        NoteKind::Quote => "quote",
        NoteKind::Action => "action",
        NoteKind::Message => "message",
    }
}

const fn partnership(partnership: Partnership) -> &'static str {
    match partnership {
        Partnership::MultiStakeholder => "multi-stakeholder",
        Partnership::SubNational => "sub-national",
        Partnership::National => "national",
        Partnership::Bilateral => "bilateral",
        Partnership::Regional => "regional",
        Partnership::InterRegional => "inter-regional",
    }
}
