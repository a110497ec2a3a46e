//! What is done to the selected note or paragraph.

use crate::messages::{NoteMessage, RecordName, SavingMessage, StatusMessage};
use crate::model::{Anchor, NoteKind, Record};

use super::capture::stamp_now;
use super::clipboard::copy;
use crate::app::desk::Desk;
use crate::app::event::Moment;
use crate::app::floor::who;
use crate::app::notes::Stamp;
use crate::app::outcome::Outcome;

/// Records that a revision is saved, and returns the status.
pub(in crate::app) fn confirm(
    desk: &mut Desk,
    moment: &Moment,
    record: Record,
) -> Vec<StatusMessage> {
    let before = desk.notebook.saved(record.id());
    let was_deleted = before.is_some_and(|before| before.is_deleted());
    let is_deleted = record.is_deleted();
    let id = record.id().clone();
    desk.notebook.confirm(record.clone());
    let at = moment.now.time();
    match desk.announced.take() {
        Some(said) if desk.notebook.is_saving() => {
            desk.announced = Some(said.clone());
            return vec![said];
        }
        Some(said) => return vec![said, SavingMessage::SavedAt { at }.into()],
        None => (),
    }
    let record = match record {
        Record::Note(_) => RecordName::Note(desk.notebook.notes().number(&id).unwrap_or_default()),
        Record::Turn(turn) => RecordName::Turn(who(&turn.speaker)),
    };
    let done = match (was_deleted, is_deleted) {
        (_, true) => SavingMessage::Deleted { record, at },
        (true, false) => SavingMessage::Restored { record, at },
        (false, false) => SavingMessage::Saved { record, at },
    };
    vec![done.into()]
}

/// Deletes the selected note.
pub(in crate::app) fn delete_note(desk: &mut Desk) -> Outcome {
    let id = desk.notebook.selection().map(|(_, note)| note.id.clone());
    let gone = id.and_then(|id| desk.notebook.revise(&id, |note| note.deleted = true));
    gone.map_or_else(Outcome::none, |note| desk.write(note))
}

/// Copies the selected paragraph with its citation.
pub(in crate::app) fn copy_paragraph(desk: &Desk) -> Outcome {
    let Some((briefing, paragraph)) = desk.briefing().zip(desk.paper.paragraph_here()) else {
        return Outcome::none();
    };
    let Some(text) = briefing.paragraphs().get(paragraph) else {
        return Outcome::none();
    };
    let entry = briefing.entry_of(paragraph);
    let at = entry.map_or("", |entry| entry.at());
    let paper = briefing.paper();
    let names = [&paper.title, &paper.session, &paper.event].map(String::as_str);
    let source = names.into_iter().chain([at]);
    let source = source.filter(|name| !name.is_empty());
    let source = source.collect::<Vec<_>>().join(", ");
    let copied = format!("{}\n({source}, ¶{})", text.text(), text.number());
    let number = text.number();
    copy(&copied, |is_cut| NoteMessage::ParagraphCopied {
        number,
        is_cut,
    })
}

/// Copies the selected note.
pub(in crate::app) fn copy_note(desk: &Desk) -> Outcome {
    match desk.notebook.selection() {
        Some((number, note)) => copy(&note.text, |is_cut| NoteMessage::Copied { number, is_cut }),
        None => Outcome::say(NoteMessage::NoneSelected),
    }
}

/// Marks a paragraph with a kind, without text.
pub(in crate::app) fn mark(
    desk: &mut Desk,
    moment: &Moment,
    kind: NoteKind,
    anchor: Option<Anchor>,
) -> Outcome {
    if anchor.is_none() {
        return Outcome::say(NoteMessage::NoParagraphForNote);
    }
    let stamp = Stamp {
        kind,
        anchor,
        ..stamp_now(desk)
    };
    let author = desk.notebook.author.clone();
    desk.write(stamp.note(moment, String::new(), author))
}

/// Adds a key message with the text of the selected note.
pub(in crate::app) fn key_message(desk: &mut Desk, moment: &Moment) -> Outcome {
    let Some((number, note)) = desk.notebook.selection() else {
        return Outcome::say(NoteMessage::NoneSelected);
    };
    if note.text.trim().is_empty() {
        return Outcome::say(NoteMessage::MarkWithoutText);
    }
    let stamp = Stamp {
        speaker: None,
        kind: NoteKind::Message,
        ..Stamp::of(note)
    };
    let message = stamp.note(moment, note.text.clone(), desk.notebook.author.clone());
    let outcome = desk.write(message);
    desk.announce(outcome, NoteMessage::KeyMessage { from: number })
}
