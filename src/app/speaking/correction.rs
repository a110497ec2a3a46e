//! Correcting the speaker of a turn.
//!
//! Rule: it also corrects our notes of that turn, in one step.

use crate::app::desk::Desk;
use crate::app::event::Moment;
use crate::app::floor::who;
use crate::app::outcome::Outcome;
use crate::messages::FloorMessage;
use crate::model::{Note, NoteId, Record, Speaker};

/// Returns the turn to correct: the last ended one that we recorded; `None` for the current turn,
/// if there is one.
pub(in crate::app) fn turn_to_correct(desk: &Desk) -> Option<NoteId> {
    if desk.proceedings.holder().is_some() {
        return None;
    }
    let turns = desk.notebook.notes().turns().into_iter();
    let mut own = turns.filter(|turn| turn.author == desk.notebook.author);
    own.next_back().map(|turn| turn.id.clone())
}

/// Corrects the speaker of a turn, or of the current one if `turn` is `None`, and of our notes of
/// that time.
pub(in crate::app) fn correct(
    desk: &mut Desk,
    moment: &Moment,
    turn: Option<&NoteId>,
    speaker: &Speaker,
) -> Outcome {
    let mut floor = desk.proceedings.floor.clone();
    let mut records = Vec::new();
    let ended = turn.and_then(|id| desk.notebook.notes().record(id));
    let (wrong, from, to) = if let Some(Record::Turn(mut turn)) = ended {
        let wrong = std::mem::replace(&mut turn.speaker, speaker.clone());
        turn.rev = turn.rev.saturating_add(1);
        let (from, to) = (turn.from.clone(), turn.to.clone());
        records.push(Record::Turn(turn));
        (wrong, from, to)
    } else if let Some(speaking) = floor.speaking.as_mut() {
        let wrong = std::mem::replace(&mut speaking.speaker, speaker.clone());
        (wrong, speaking.since.clone(), moment.now.clone())
    } else {
        return Outcome::none();
    };
    let time = from.timestamp()..=to.timestamp();
    let notes = desk.notebook.notes().iter().map(|(_, note)| note);
    let stamped = notes.filter(|note| {
        let is_ours = note.author == desk.notebook.author && note.speaker.as_ref() == Some(&wrong);
        is_ours && time.contains(&note.at.timestamp())
    });
    let corrected = |note: &Note| {
        desk.notebook
            .revise(&note.id, |note| note.speaker = Some(speaker.clone()))
    };
    let corrected: Vec<_> = stamped.filter_map(corrected).collect();
    let count = corrected.len();
    correct_drafts(desk, &corrected, &wrong, speaker);
    records.extend(corrected.into_iter().map(Record::Note));
    let outcome = desk.commit(records, Some(floor));
    let said = FloorMessage::Corrected {
        right: who(speaker),
        wrong: who(&wrong),
        notes: count,
    };
    desk.announce(outcome, said)
}

/// Corrects drafts begun under the wrong speaker, and drafts of the corrected notes.
fn correct_drafts(desk: &mut Desk, corrected: &[Note], wrong: &Speaker, right: &Speaker) {
    let dropped = desk.drafts.dropped.iter_mut().map(|(_, draft)| draft);
    for draft in desk.drafts.waiting.iter_mut().chain(dropped) {
        let note = corrected
            .iter()
            .find(|note| Some(&note.id) == draft.edits.as_ref());
        if let Some(note) = note {
            draft.rev = note.rev;
            if let Some(after) = draft.text.strip_prefix(&format!("{}:", wrong.0)) {
                let text = format!("{}:{after}", right.0);
                draft.cursor = draft.cursor + right.0.len() - wrong.0.len().min(draft.cursor);
                draft.text = text;
            }
        } else if draft.edits.is_none() && draft.speaker.as_ref() == Some(wrong) {
            draft.speaker = Some(right.clone());
        }
    }
}
