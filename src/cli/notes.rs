//! `roundtable notes`: lists the notes.

use std::path::Path;

use serde_json::{Value, json};

use super::{Outside, Status};
use crate::app::paragraph_of;
use crate::model::{Briefing, EntryId, Note, Notes, Paragraph};
use crate::store::{load_briefing, read_notes};
use crate::text::clean;

pub(super) fn run(
    briefing: &Path,
    as_json: bool,
    outside: &mut Outside<'_>,
) -> anyhow::Result<Status> {
    let loaded = load_briefing(briefing);
    let gathered = read_notes(briefing);
    for damage in &gathered.damage {
        writeln!(outside.err, "roundtable: {damage}")?;
    }
    let briefing = loaded.briefing.as_ref();
    if as_json {
        let notes = gathered.notes.iter();
        let notes: Vec<_> = notes
            .map(|(number, note)| value(briefing, number, note))
            .collect();
        writeln!(outside.out, "{}", json!({ "notes": notes }))?;
    } else {
        list(briefing, &gathered.notes, outside)?;
    }
    if gathered.notes.is_empty() {
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
        let text = clean(&note.text);
        let text = text.replace('\n', "\n    ");
        writeln!(
            outside.out,
            "#{number} {}{place} {text}",
            note.at.strftime("%Y-%m-%d %H:%M")
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

/// The number of the paragraph that a note is about.
fn paragraph(briefing: Option<&Briefing>, note: &Note) -> Option<usize> {
    let index = paragraph_of(briefing?, note.anchor.as_ref()?)?;
    briefing?.paragraphs().get(index).map(Paragraph::number)
}
