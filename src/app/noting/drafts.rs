//! Drafts: text that is typed and not saved, kept for the next start.

use crate::messages::DraftMessage;
use crate::model::{Draft, Note, NoteId};

use super::capture::{Capture, captured};
use crate::app::desk::{Desk, OldDrafts};
use crate::app::input::Field;
use crate::app::notes::Stamp;
use crate::app::outcome::{Keep, Outcome, Then};

/// Takes the newest matching draft of a new note, and returns a bar that continues it.
pub(super) fn take_draft(desk: &mut Desk, fits: impl Fn(&Draft) -> bool) -> Option<Capture> {
    let is_new = |draft: &Draft| edits_of(draft, desk).is_none() && fits(draft);
    let at = desk.drafts.waiting.iter().rposition(is_new)?;
    let draft = desk.drafts.waiting.remove(at);
    Some(capture_of(draft, desk))
}

/// Takes the newest draft that edits a note, and returns a bar that continues it.
pub(super) fn take_draft_of(desk: &mut Desk, id: &NoteId) -> Option<Capture> {
    let draft = desk
        .drafts
        .remove(|draft| draft.edits.as_ref() == Some(id))?;
    Some(capture_of(draft, desk))
}

/// Returns the note that a draft edits; `None` if there is none or it is deleted: then the draft
/// continues as a new note.
fn edits_of(draft: &Draft, desk: &Desk) -> Option<NoteId> {
    let known = draft.edits.as_ref();
    let known = known.and_then(|id| desk.notebook.notes().get(id));
    let known = known.filter(|note| !note.deleted);
    known.map(|note| note.id.clone())
}

/// Returns the bar with a draft in it.
pub(super) fn capture_of(draft: Draft, desk: &Desk) -> Capture {
    let edits = edits_of(&draft, desk);
    let edited = edits.as_ref();
    let edited = edited.and_then(|id| desk.notebook.notes().get(id));
    let given = edited.map_or_else(
        || Stamp {
            speaker: draft.speaker,
            question: draft.question,
            anchor: draft.anchor.clone(),
            ..Stamp::default()
        },
        Stamp::of,
    );
    let is_new = edits.is_none();
    let mut field = Field::new(&draft.text);
    field.set_cursor(draft.cursor);
    // A new id: another program may have the same draft open, and save it too.
    let id = desk.drafts.unused_id.clone().filter(|_| is_new);
    Capture {
        edits,
        rev: draft.rev,
        linked: draft.anchor,
        field,
        ..Capture::new(id, given)
    }
}

/// Forgets the drafts that the last run had saved as notes before it was killed. This is done once,
/// when the names in the paper are known. Returns whether there were any.
pub(in crate::app) fn forget_saved(desk: &mut Desk) -> bool {
    let has_names = desk.briefing().is_none() || !desk.indexed.is_empty();
    if desk.drafts.old != OldDrafts::WaitForNames || !has_names {
        return false;
    }
    desk.drafts.old = OldDrafts::Checked;
    let before = desk.drafts.waiting.len();
    let drafts = std::mem::take(&mut desk.drafts.waiting).into_iter();
    let unsaved = drafts.filter(|draft| !is_saved(draft, desk)).collect();
    desk.drafts.waiting = unsaved;
    desk.drafts.waiting.len() < before
}

/// Returns whether saving a draft would change nothing: its note exists with the same content.
fn is_saved(draft: &Draft, desk: &Desk) -> bool {
    let mut capture = capture_of(draft.clone(), desk);
    capture.captured = captured(desk, capture.field.text());
    let would_be = |note: &Note| {
        let words = (capture.captured.words(), capture.stamp(desk));
        words == (note.text.clone(), Stamp::of(note))
    };
    let id = capture.edits.as_ref().or(draft.id.as_ref());
    id.and_then(|id| desk.notebook.notes().get(id))
        .is_some_and(would_be)
}

/// Returns the content of the bar as a draft; `None` if all of it is saved.
pub(in crate::app) fn draft_of(capture: &Capture, desk: &Desk) -> Option<Draft> {
    let text = capture.field.text();
    let says_more = match &capture.edits {
        Some(_) => !capture.is_unchanged(desk),
        None => !text.trim().is_empty(),
    };
    says_more.then(|| draft_in(capture))
}

/// Returns the content of the bar as a draft.
pub(super) fn draft_in(capture: &Capture) -> Draft {
    Draft {
        id: capture.id.clone(),
        edits: capture.edits.clone(),
        rev: capture.rev,
        anchor: capture.linked.clone(),
        speaker: capture.given.speaker.clone(),
        question: capture.given.question.clone(),
        text: capture.field.text().to_owned(),
        cursor: capture.field.cursor(),
    }
}

/// Closes the bar and keeps its content as a draft, in the session file at once so that it survives
/// a crash.
pub(in crate::app) fn keep_draft(capture: &Capture, desk: &mut Desk) -> Outcome {
    let Some(draft) = draft_of(capture, desk) else {
        return Outcome::close();
    };
    let is_edit = draft.edits.is_some();
    desk.drafts.waiting.push(draft);
    let said = desk.drafts.kept.ask(is_edit);
    let outcome = Outcome::say(said).keeping(Keep::Draft);
    outcome.then(Then::Close)
}

/// Closes the bar and deletes its draft; undo restores it.
pub(in crate::app) fn drop_draft(capture: &Capture, desk: &mut Desk) -> Outcome {
    let Some(draft) = draft_of(capture, desk) else {
        return Outcome::close();
    };
    let changes = desk.notebook.changes();
    desk.drafts.dropped.push((changes, draft));
    Outcome::close().saying(DraftMessage::Deleted)
}
