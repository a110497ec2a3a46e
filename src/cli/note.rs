//! `roundtable note`: adds notes from a shell.

use std::io::{BufRead, ErrorKind, stdin};

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
    let mut number = read_notes(&place.briefing).notes.numbered();
    let before = number;
    if words == ["-"] {
        for line in stdin().lock().split(b'\n') {
            // A byte that is no text costs a character, not the line.
            let line = line?;
            number += usize::from(add(
                &String::from_utf8_lossy(&line),
                &notes,
                number + 1,
                outside,
            )?);
        }
    } else {
        number += usize::from(add(&words.join(" "), &notes, number + 1, outside)?);
    }
    if number == before {
        writeln!(outside.err, "roundtable: nothing to save")?;
        return Ok(Status::Nothing);
    }
    Ok(Status::Done)
}

/// Adds a note, unless there is nothing in it.
fn add(
    text: &str,
    notes: &NotesFolder,
    number: usize,
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
    let at = note.at.clone();
    notes.append(&note.into())?;
    let said = writeln!(outside.out, "saved #{number} {}", at.strftime("%H:%M:%S"));
    // Nobody may be listening any more, as in `… | roundtable note - | head -1`: saving goes on.
    said.or_else(|error| {
        if error.kind() == ErrorKind::BrokenPipe {
            Ok(())
        } else {
            Err(error)
        }
    })?;
    Ok(true)
}
