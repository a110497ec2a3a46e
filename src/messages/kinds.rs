//! The names of kinds of entries, notes and partnerships.

use super::samples::samples;
use crate::model::{Kind, NoteKind, Partnership};

/// The name of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindLabel {
    /// One entry.
    Entry(Kind),
    /// The heading of all entries of a kind.
    Heading(Kind),
    /// A note.
    Note(NoteKind),
    /// An example, by its partnership.
    Partnership(Partnership),
}

samples!(KindLabel: "a kind in lists, panes and places" {
    Entry { 0: Kind::Objective } { 0: Kind::Concept } { 0: Kind::Context } { 0: Kind::Example }
        { 0: Kind::Question } { 0: Kind::Footnote },
    Heading { 0: Kind::Objective } { 0: Kind::Concept } { 0: Kind::Context } { 0: Kind::Example }
        { 0: Kind::Question } { 0: Kind::Footnote },
    Note { 0: NoteKind::Note } { 0: NoteKind::Position } { 0: NoteKind::Proposal }
        { 0: NoteKind::Practice } { 0: NoteKind::Commitment } { 0: NoteKind::Agreement }
        { 0: NoteKind::Disagreement } { 0: NoteKind::Question } { 0: NoteKind::Quote }
        { 0: NoteKind::Action } { 0: NoteKind::Message },
    Partnership { 0: Partnership::MultiStakeholder } { 0: Partnership::SubNational }
        { 0: Partnership::National } { 0: Partnership::Bilateral } { 0: Partnership::Regional }
        { 0: Partnership::InterRegional },
});
