//! `roundtable note`: adds notes from a shell.

use std::io::{BufRead, ErrorKind, stdin};

use super::{Outside, Place, Status};
use crate::app::{Captured, Known, Moment, anchor_to};
use crate::model::{Briefing, Note, Notes, Speaker};
use crate::search::Index;
use crate::shell::this_moment;
use crate::store::{NotesFolder, load_briefing, read_notes};

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
    let mut desk = Desk::new(place);
    let before = desk.number;
    if words == ["-"] {
        for line in stdin().lock().split(b'\n') {
            // A byte that is no text costs a character, not the line.
            desk.add(&String::from_utf8_lossy(&line?), outside)?;
        }
    } else {
        desk.add(&words.join(" "), outside)?;
    }
    if desk.number == before {
        writeln!(outside.err, "roundtable: nothing to save")?;
        return Ok(Status::Nothing);
    }
    Ok(Status::Done)
}

/// Where notes go, and what they may refer to.
struct Desk {
    folder: NotesFolder,
    /// The briefing and its index; without them all that is typed is text.
    paper: Option<(Briefing, Index)>,
    speakers: Vec<Speaker>,
    /// The number of the last note.
    number: usize,
}

impl Desk {
    fn new(place: &Place) -> Self {
        let notes: Notes = read_notes(&place.briefing).notes;
        let briefing = load_briefing(&place.briefing).briefing;
        let spoken = notes.iter().rev();
        Self {
            folder: place.notes(),
            paper: briefing.map(|briefing| {
                let index = Index::new(&briefing);
                (briefing, index)
            }),
            speakers: spoken
                .filter_map(|(_, note)| note.speaker.clone())
                .collect(),
            number: notes.numbered(),
        }
    }

    /// Adds a note, unless there is nothing in it.
    fn add(&mut self, typed: &str, outside: &mut Outside<'_>) -> anyhow::Result<()> {
        if typed.trim().is_empty() {
            return Ok(());
        }
        let note = self.note(typed, this_moment());
        let at = note.at.clone();
        self.speakers.extend(note.speaker.clone());
        self.folder.append(&note.into())?;
        self.number += 1;
        let number = self.number;
        let said = writeln!(outside.out, "saved #{number} {}", at.strftime("%H:%M:%S"));
        // Nobody may be listening any more, as in `… | roundtable note - | head -1`: saving goes on.
        said.or_else(|error| match error.kind() {
            ErrorKind::BrokenPipe => Ok(()),
            _ => Err(error),
        })?;
        Ok(())
    }

    /// The note that was typed, in the capture grammar. Dots at its start stay: there is no note
    /// before it to go on with.
    fn note(&self, typed: &str, moment: Moment) -> Note {
        let known = self.paper.as_ref().map(|(briefing, index)| Known {
            briefing,
            index,
            speakers: &self.speakers,
        });
        let text = typed.trim().to_owned();
        let captured = match known.map(|known| Captured::new(&text, known)) {
            Some(captured) if !captured.continues && !captured.text.is_empty() => captured,
            _ => Captured {
                text,
                ..Captured::default()
            },
        };
        let briefing = self.paper.as_ref().map(|(briefing, _)| briefing);
        let anchor = briefing.zip(captured.paragraph);
        Note {
            id: moment.fresh_id,
            rev: 1,
            at: moment.now,
            kind: captured.kind.unwrap_or_default(),
            speaker: captured.speaker,
            question: captured.question,
            anchor: anchor.and_then(|(briefing, paragraph)| anchor_to(briefing, paragraph)),
            text: captured.text,
            deleted: false,
            author: self.folder.author().clone(),
        }
    }
}
