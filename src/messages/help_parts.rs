//! The parts of the help besides its lines: groups, parts of the screen, signs of notes.

use super::samples::samples;

/// A group of lines of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HelpGroup {
    /// Scrolling, jumps and panes.
    Read,
    /// Search and countries.
    Find,
    /// Notes.
    Note,
    /// Speakers, their time, and the question under discussion.
    Floor,
    /// The report.
    Report,
    /// The program itself.
    Program,
    /// Text fields and lists.
    Type,
    /// The signs of notes.
    Sign,
}

impl HelpGroup {
    /// All groups, in the order of the help.
    pub const ALL: [Self; 8] = [
        Self::Read,
        Self::Find,
        Self::Note,
        Self::Floor,
        Self::Report,
        Self::Program,
        Self::Type,
        Self::Sign,
    ];
}

samples!(HelpGroup: "the groups of the help" {
    Read {},
    Find {},
    Note {},
    Floor {},
    Report {},
    Program {},
    Type {},
    Sign {},
});

/// A part of the screen where keys have their own meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// The three panes together.
    Panes,
    /// The contents pane.
    Contents,
    /// The reader pane.
    Reader,
    /// The notes pane.
    Notes,
    /// The mistakes in a briefing that cannot be read.
    Mistakes,
    /// The finder.
    Finder,
    /// Lists of entries, keys, commands, turns and formats.
    Lists,
    /// The lists of speakers for the floor and of questions.
    SpeakersAndQuestions,
    /// The list of countries.
    Countries,
    /// The dossier of a country.
    Dossier,
    /// The versions of a note.
    History,
    /// The report.
    Report,
    /// The capture bar.
    CaptureBar,
    /// The notes filter.
    NotesFilter,
}

samples!(KeyPlace: "the parts of the screen in the list of keys" {
    Panes {},
    Contents {},
    Reader {},
    Notes {},
    Mistakes {},
    Finder {},
    Lists {},
    SpeakersAndQuestions {},
    Countries {},
    Dossier {},
    History {},
    Report {},
    CaptureBar {},
    NotesFilter {},
});

/// A sign that can be typed in a note, as the help explains it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteSign {
    /// The speaker.
    Speaker,
    /// No speaker.
    NoSpeaker,
    /// The kind.
    Kind,
    /// The guiding question.
    Question,
    /// The paragraph.
    Paragraph,
    /// The continuation of the last note.
    Continuation,
    /// A word that would otherwise be a sign.
    Word,
}

/// The words that explain a sign in the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignWords {
    /// An example of the sign as it is typed.
    pub typed: &'static str,
    /// Its meaning.
    pub means: &'static str,
    /// Further words by which a search in the help finds the sign.
    pub synonyms: &'static str,
}

impl NoteSign {
    /// All signs, in the order of the help.
    pub const ALL: [Self; 7] = [
        Self::Speaker,
        Self::NoSpeaker,
        Self::Kind,
        Self::Question,
        Self::Paragraph,
        Self::Continuation,
        Self::Word,
    ];
}

samples!(NoteSign: "the signs of notes in the help" {
    Speaker {},
    NoSpeaker {},
    Kind {},
    Question {},
    Paragraph {},
    Continuation {},
    Word {},
});
