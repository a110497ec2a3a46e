//! `roundtable note`: adds notes from a shell.

use std::io::{BufRead, stdin};

use super::{Outside, Place, Status};
use crate::model::{Note, NoteKind};
use crate::shell::this_moment;
use crate::store::{NotesFolder, read_notes};

pub(super) fn run(
    words: &[String],
    place: &Place,
    outside: &mut Outside<'_>,
) -> anyhow::Result<Status> {
    if !place.briefing.is_file() {
        anyhow::bail!(
            "{}: no briefing there, so no place for its notes; name one with -b",
            place.briefing.display()
        );
    }
    let notes = place.notes();
    let mut saved = 0;
    if words == ["-"] {
        for line in stdin().lock().lines() {
            saved += usize::from(add(&line?, place, &notes, outside)?);
        }
    } else {
        saved += usize::from(add(&words.join(" "), place, &notes, outside)?);
    }
    Ok(if saved == 0 {
        Status::Nothing
    } else {
        Status::Done
    })
}

/// Adds a note, unless there is nothing in it.
fn add(
    text: &str,
    place: &Place,
    notes: &NotesFolder,
    outside: &mut Outside<'_>,
) -> anyhow::Result<bool> {
    if text.trim().is_empty() {
        return Ok(false);
    }
    let moment = this_moment();
    let note = Note {
        id: moment.fresh_id,
        rev: 1,
        at: moment.now,
        kind: NoteKind::Note,
        speaker: None,
        question: None,
        anchor: None,
        text: text.trim_end().to_owned(),
        deleted: false,
        author: notes.author().clone(),
    };
    notes.append(&note)?;
    let number = read_notes(&place.briefing)
        .notes
        .number(&note.id)
        .unwrap_or_default();
    writeln!(
        outside.out,
        "saved #{number} {}",
        note.at.strftime("%H:%M:%S")
    )?;
    Ok(true)
}
