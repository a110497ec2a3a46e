//! `roundtable notes`: lists the notes.

use std::path::Path;

use serde_json::{Value, json};

use super::{Outside, Status, read};
use crate::app::speaker_name;
use crate::model::{Briefing, EntryId, Note, NoteKind, Notes};
use crate::store::load_briefing;
use crate::text::{clean, clean_line};

pub(super) fn run(
    briefing: &Path,
    as_json: bool,
    outside: &mut Outside<'_>,
) -> anyhow::Result<Status> {
    let loaded = load_briefing(briefing);
    let notes = read::notes(briefing, outside)?;
    let briefing = loaded.briefing.as_ref();
    if as_json {
        let values = notes.iter();
        let values: Vec<_> = values
            .map(|(number, note)| value(briefing, number, note))
            .collect();
        writeln!(outside.out, "{}", json!({ "notes": values }))?;
    } else {
        list(briefing, &notes, outside)?;
    }
    if notes.is_empty() {
        writeln!(outside.err, "roundtable: no notes yet")?;
        return Ok(Status::Nothing);
    }
    Ok(Status::Done)
}

fn list(
    briefing: Option<&Briefing>,
    notes: &Notes,
    outside: &mut Outside<'_>,
) -> anyhow::Result<()> {
    for (number, note) in notes.iter() {
        let place = paragraph(briefing, note).map_or_else(String::new, |n| format!(" ¶{n}"));
        let speaker = note.speaker.as_ref();
        let speaker = speaker.map(|speaker| format!(" {}", clean_line(speaker_name(speaker))));
        let question = note.question.as_ref();
        let question = question.map(|question| format!(" {question}"));
        let kind = match note.kind {
            NoteKind::Note => String::new(),
            kind => format!(" {}", kind.name()),
        };
        let text = clean(&note.text);
        let text = text.replace('\n', "\n    ");
        writeln!(
            outside.out,
            "#{number} {}{}{}{place}{kind} {text}",
            note.at.strftime("%Y-%m-%d %H:%M"),
            speaker.unwrap_or_default(),
            question.unwrap_or_default(),
        )?;
    }
    Ok(())
}

fn value(briefing: Option<&Briefing>, number: usize, note: &Note) -> Value {
    json!({
        "number": number,
        "id": note.id.as_str(),
        "rev": note.rev,
        "at": note.at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        "kind": note.kind.name(),
        "speaker": note.speaker.as_ref().map(|speaker| &speaker.0),
        "question": note.question.as_ref().map(EntryId::as_str),
        "entry": note.anchor.as_ref().map(|anchor| anchor.entry.as_str()),
        "paragraph": paragraph(briefing, note),
        "quote": note.anchor.as_ref().map(|anchor| &anchor.quote),
        "author": note.author.as_str(),
        "text": note.text,
    })
}

/// The number of the paragraph that a note is about, if there is a briefing to count in.
fn paragraph(briefing: Option<&Briefing>, note: &Note) -> Option<usize> {
    read::paragraph_number(briefing?, note)
}
