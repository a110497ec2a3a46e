//! The words of the parts of the help around its lines.

use crate::messages::{HelpGroup, KeyPlace, Label, NoteSign, SignWords};

/// Returns the name of a group: a short one beside its lines, and a full one as a heading.
pub(in crate::messages) const fn group(group: HelpGroup) -> Label {
    let (short, full) = match group {
        HelpGroup::Read => ("read", "Read"),
        HelpGroup::Find => ("find", "Find"),
        HelpGroup::Note => ("note", "Notes"),
        HelpGroup::Floor => ("floor", "Floor"),
        HelpGroup::Report => ("report", "Report"),
        HelpGroup::Program => ("program", "Program"),
        HelpGroup::Type => ("type", "Text fields and lists"),
        HelpGroup::Sign => ("sign", "Signs in a note"),
    };
    Label { short, full }
}

/// Returns the name of a part of the screen.
pub(in crate::messages) const fn place(place: KeyPlace) -> &'static str {
    match place {
        KeyPlace::Panes => "panes",
        KeyPlace::Contents => "contents",
        KeyPlace::Reader => "reader",
        KeyPlace::Notes => "notes",
        KeyPlace::Mistakes => "mistakes",
        KeyPlace::Finder => "finder",
        KeyPlace::Lists => "lists",
        KeyPlace::SpeakersAndQuestions => "speakers and questions",
        KeyPlace::Countries => "countries",
        KeyPlace::Dossier => "dossier",
        KeyPlace::History => "history",
        KeyPlace::Report => "report",
        KeyPlace::CaptureBar => "capture bar",
        KeyPlace::NotesFilter => "notes filter",
    }
}

/// Returns the English text of a sign of notes.
pub(in crate::messages) const fn sign(sign: NoteSign) -> SignWords {
    let (typed, means) = match sign {
        NoteSign::Speaker => {
            let means =
                "the speaker: a country, a code, a grouping, an organization, or a name in quotes";
            ("Mali:", means)
        }
        NoteSign::NoSpeaker => (":", "no speaker, even while a speaker has the floor"),
        NoteSign::Kind => ("+commitment", "the kind; its first letters are enough"),
        NoteSign::Question => ("q2", "the guiding question"),
        NoteSign::Paragraph => ("p41", "the paragraph"),
        NoteSign::Continuation => {
            let means = "continues your last note, if the speaker is the same";
            ("... text", means)
        }
        NoteSign::Word => ("\\q2", "the word itself, not a sign"),
    };
    SignWords {
        typed,
        means,
        synonyms: sign_synonyms(sign),
    }
}

/// Returns further words that people may search for to find a sign.
const fn sign_synonyms(sign: NoteSign) -> &'static str {
    match sign {
        NoteSign::Speaker => "grammar note delegation",
        NoteSign::Kind => "grammar note position proposal practice commitment action",
        NoteSign::Word => "grammar note backslash escape",
        NoteSign::NoSpeaker | NoteSign::Question | NoteSign::Paragraph | NoteSign::Continuation => {
            "grammar note"
        }
    }
}
