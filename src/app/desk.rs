//! The desk: everything that belongs to one open briefing.
//!
//! Rules, in order: what would be different for another paper is here, what would be the same is in
//! `App`; each part has one owner; derived state is cached, and `settle` keeps it current.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Briefing, Draft, EntryId, Floor, NoteId, Record, Session, Speaker, View};

use super::document::Document;
use super::drafts::OldDrafts;
use super::index_state::Indexed;
use super::keeping::KeptDrafts;
use super::stopwatch::Stopwatch;
use super::{Contents, Finding, Notebook, NotesFilter, NotesOrder, Order, Pane, Preview, Reader};

/// The columns and rows of the reader's text.
type Room = (usize, usize);

/// All that belongs to one open briefing.
#[derive(Default)]
pub(super) struct Desk {
    /// The text and the place in it.
    pub(super) paper: OpenPaper,
    /// The pane in focus.
    pub(super) focus: Pane,
    /// Whether the pane in focus is shown alone.
    pub(super) zoom: bool,
    /// The notes.
    pub(super) notebook: Notebook,
    /// The order and filter of the notes pane.
    pub(super) notes_pane: NotesPane,
    /// The paragraphs that notes are about, by index.
    pub(super) noted: BTreeSet<usize>,
    /// The revisions that the last run could not save anywhere, until they are tried again.
    pub(super) untried: Vec<Record>,
    /// The status to repeat once the disk has confirmed the step.
    pub(super) announced: Option<String>,
    /// The floor and the question.
    pub(super) proceedings: Proceedings,
    /// The drafts outside the bar.
    pub(super) drafts: Drafts,
    /// The search index.
    pub(super) indexed: Indexed,
    /// The search whose matches are lit.
    pub(super) finding: Option<Finding>,
    /// The searches that led to a jump, newest first.
    pub(super) searches: Vec<String>,
    /// The order in which countries are listed and stepped through.
    pub(super) country_order: Order,
    /// The report that was open before the jump to a gap.
    pub(super) left_preview: Option<Box<Preview>>,
}

/// The text of the paper, the place in it, and the jumps.
#[derive(Default)]
pub(super) struct OpenPaper {
    /// The briefing; `None` if it has mistakes.
    pub(super) briefing: Option<Arc<Briefing>>,
    /// The mistakes and warnings of its file, by line.
    pub(super) problems: Vec<String>,
    /// The index of the first mistake shown.
    pub(super) problems_top: usize,
    /// The blocks of the page.
    pub(super) document: Document,
    /// The room that the page is laid out for.
    pub(super) laid: Room,
    /// The position on the page.
    pub(super) reader: Reader,
    /// The tree of entries.
    pub(super) contents: Contents,
    /// The views before the jumps, newest last.
    pub(super) back: Vec<View>,
    /// The views that were jumped back from, newest last.
    pub(super) forward: Vec<View>,
    /// The bookmarks by letter.
    pub(super) marks: BTreeMap<char, View>,
    /// The view after the last move by the user. A resize does not change it, so that a narrower
    /// screen in between loses no place.
    pub(super) seen: Option<View>,
}

/// The order and filter of the notes pane.
#[derive(Default)]
pub(super) struct NotesPane {
    /// The sort order.
    pub(super) order: NotesOrder,
    /// The filter, if there is one.
    pub(super) filter: Option<NotesFilter>,
}

/// The state of the session: the speaker, the queue, the question, and the clock.
#[derive(Default)]
pub(super) struct Proceedings {
    /// The speaker, the queue and the limit.
    pub(super) floor: Floor,
    /// The guiding question that is discussed.
    pub(super) question: Option<EntryId>,
    /// Measures speaking times.
    pub(super) stopwatch: Stopwatch,
    /// The speakers so far, the latest first; each once.
    pub(super) spoken_before: Vec<Speaker>,
}

/// The drafts outside the bar.
#[derive(Default)]
pub(super) struct Drafts {
    /// Those that wait to be continued, newest last.
    pub(super) waiting: Vec<Draft>,
    /// The deleted ones, each with the number of undoable changes at that time.
    pub(super) dropped: Vec<(usize, Draft)>,
    /// Whether they are in a file.
    pub(super) kept: KeptDrafts,
    /// The progress of comparing those of the last run with its notes.
    pub(super) old: OldDrafts,
    /// The id for the next new note.
    pub(super) unused_id: Option<NoteId>,
}

impl Desk {
    /// Creates a desk without a briefing that continues a session; `laid` is the first guess of
    /// the room of the reader.
    pub(super) fn new(laid: Room, session: Session) -> Self {
        let dropped = session.dropped.into_iter().map(|draft| (0, draft));
        Self {
            paper: OpenPaper {
                laid,
                marks: session.marks.into_iter().collect(),
                seen: session.view,
                ..OpenPaper::default()
            },
            untried: session.pending,
            proceedings: Proceedings {
                floor: session.floor,
                question: session.question,
                ..Proceedings::default()
            },
            drafts: Drafts {
                waiting: session.drafts,
                dropped: dropped.collect(),
                ..Drafts::default()
            },
            searches: session.searches,
            ..Self::default()
        }
    }
}
