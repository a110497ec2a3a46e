//! `roundtable notes`: lists the notes.

use serde_json::{Value, json};

use super::output::{LANGUAGE, print_json, words};
use super::{Outside, Status, Workspace, read};
use crate::app::{also_line, speaker_name};
use crate::messages::{CommandMessage, PlaceMessage};
use crate::model::{Author, Briefing, EntryId, Note, NoteKind, Notes, Turn};
use crate::store::load_briefing;
use crate::text::{clean, clean_line};

/// The format of a time, as in a notes file.
const TIME: &str = "%Y-%m-%dT%H:%M:%S%:z";

pub(super) fn run(
    workspace: &Workspace,
    as_json: bool,
    outside: &mut Outside<'_>,
) -> anyhow::Result<Status> {
    let loaded = load_briefing(&workspace.named);
    let notes = read::notes(workspace, outside)?.notes;
    let briefing = loaded.briefing.as_ref();
    if as_json {
        let values = notes.iter();
        let values = values.map(|(number, note)| {
            let also = notes.also(&note.id).iter();
            let value = |note| from(value(briefing, note), notes.file_of(note));
            let also: Vec<_> = also.map(value).collect();
            let mut value = value(note);
            value["number"] = json!(number);
            value["also"] = json!(also);
            value
        });
        let values: Vec<_> = values.collect();
        let floor = notes.turns().into_iter();
        let floor = floor.map(|one| from(turn(one), notes.file_of_turn(one)));
        let floor: Vec<_> = floor.collect();
        let all = json!({ "notes": values, "floor": floor });
        print_json(&all, outside)?;
    } else {
        list(briefing, &notes, &workspace.author(), outside)?;
    }
    if notes.is_empty() {
        outside.tell(&CommandMessage::NoNotes)?;
        return Ok(Status::Nothing);
    }
    Ok(Status::Done)
}

fn list(
    briefing: Option<&Briefing>,
    notes: &Notes,
    own: &Author,
    outside: &mut Outside<'_>,
) -> anyhow::Result<()> {
    for (number, note) in notes.iter() {
        let place = note.anchor.as_ref().zip(briefing);
        let place = place.map(|(anchor, briefing)| PlaceMessage::of(anchor, briefing));
        let place = place.map(|place| format!(" {}", clean_line(&place.words(LANGUAGE))));
        let speaker = note.speaker.as_ref();
        let speaker = speaker.map(|speaker| format!(" {}", clean_line(speaker_name(speaker))));
        let question = note.question.as_ref();
        let question = question.map(|question| format!(" {question}"));
        let kind = match note.kind {
            NoteKind::Note => String::new(),
            kind => format!(" {}", kind.name()),
        };
        writeln!(
            outside.out,
            "#{number} {}{}{}{}{kind}{} {}",
            note.at.strftime("%Y-%m-%d %H:%M"),
            speaker.unwrap_or_default(),
            question.unwrap_or_default(),
            place.unwrap_or_default(),
            origin(notes, note, own),
            indented(&note.text),
        )?;
        for other in notes.also(&note.id) {
            writeln!(
                outside.out,
                "    {}",
                indented(&also_line((note, other), notes.file_of(other), briefing).words(LANGUAGE))
            )?;
        }
    }
    Ok(())
}

/// Returns the author of a note, and its notes file if the author is uncertain; an empty string for
/// a note that is certainly the user's own.
fn origin(notes: &Notes, note: &Note, own: &Author) -> String {
    let file = notes.file_of(note).map(str::to_owned);
    if file.is_none() && note.author == *own {
        return String::new();
    }
    let author = note.author.to_string();
    format!(" ({})", words(&CommandMessage::Origin { author, file }))
}

/// Indents all lines but the first, so that no line looks like the start of another note.
fn indented(text: &str) -> String {
    clean(text).replace('\n', "\n    ")
}

fn value(briefing: Option<&Briefing>, note: &Note) -> Value {
    json!({
        "id": note.id.as_str(),
        "rev": note.rev,
        "at": note.at.strftime(TIME).to_string(),
        "kind": note.kind.name(),
        "speaker": note.speaker.as_ref().map(|speaker| &speaker.0),
        "question": note.question.as_ref().map(EntryId::as_str),
        "entry": note.anchor.as_ref().map(|anchor| anchor.entry.as_str()),
        "paragraph": paragraph(briefing, note),
        "paragraph_not_found": briefing.is_some_and(|briefing| read::is_not_found(briefing, note)),
        "quote": note.anchor.as_ref().map(|anchor| &anchor.quote),
        "author": note.author.as_str(),
        "text": note.text,
    })
}

/// Adds the file that a note or turn comes from, if one is given.
fn from(mut value: Value, file: Option<&str>) -> Value {
    if let Some(file) = file {
        value["file"] = json!(file);
    }
    value
}

fn turn(turn: &Turn) -> Value {
    json!({
        "id": turn.id.as_str(),
        "speaker": turn.speaker.0,
        "from": turn.from.strftime(TIME).to_string(),
        "to": turn.to.strftime(TIME).to_string(),
        "author": turn.author.as_str(),
    })
}

/// Returns the number of the paragraph that a note is about, if the briefing can be read.
fn paragraph(briefing: Option<&Briefing>, note: &Note) -> Option<usize> {
    read::paragraph_number(briefing?, note)
}
