//! The contexts of keys: each has its own rows in the key table.

use crate::messages::KeyPlace;

/// The part of the screen that receives the next key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Context {
    /// The contents pane.
    Contents,
    /// The reader pane.
    Reader,
    /// The notes pane.
    Notes,
    /// The mistakes of a briefing that cannot be read.
    Broken,
    /// The finder.
    Find,
    /// A list filtered by typing: entries, keys, commands, turns, formats.
    List,
    /// The list of speakers to give the floor to, or of questions: the choice may hold since the
    /// turn began.
    FloorList,
    /// The list of countries.
    Countries,
    /// The dossier of a country.
    Dossier,
    /// The versions of a note.
    History,
    /// The report.
    Report,
    /// The capture bar.
    Capture,
    /// The bar that filters the notes pane.
    NotesFilter,
}

impl Context {
    /// All contexts.
    pub const ALL: [Self; 13] = [
        Self::Contents,
        Self::Reader,
        Self::Notes,
        Self::Broken,
        Self::Find,
        Self::List,
        Self::FloorList,
        Self::Countries,
        Self::Dossier,
        Self::History,
        Self::Report,
        Self::Capture,
        Self::NotesFilter,
    ];

    /// Returns whether keys that type a character go into a text field.
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Find
                | Self::List
                | Self::FloorList
                | Self::Countries
                | Self::Capture
                | Self::NotesFilter
        )
    }

    /// Returns the part of the screen, as messages name it.
    pub const fn place(self) -> KeyPlace {
        match self {
            Self::Contents => KeyPlace::Contents,
            Self::Reader => KeyPlace::Reader,
            Self::Notes => KeyPlace::Notes,
            Self::Broken => KeyPlace::Mistakes,
            Self::Find => KeyPlace::Finder,
            Self::List => KeyPlace::Lists,
            Self::FloorList => KeyPlace::SpeakersAndQuestions,
            Self::Countries => KeyPlace::Countries,
            Self::Dossier => KeyPlace::Dossier,
            Self::History => KeyPlace::History,
            Self::Report => KeyPlace::Report,
            Self::Capture => KeyPlace::CaptureBar,
            Self::NotesFilter => KeyPlace::NotesFilter,
        }
    }

    /// Returns the parts of the screen for several contexts; all three panes count as one part.
    pub fn places(contexts: &[Self]) -> Vec<KeyPlace> {
        const PANES: [Context; 3] = [Context::Contents, Context::Reader, Context::Notes];
        let in_panes = PANES.iter().all(|pane| contexts.contains(pane));
        let others = contexts.iter();
        let others = others.filter(|context| !(in_panes && PANES.contains(context)));
        let panes = in_panes.then_some(KeyPlace::Panes);
        panes
            .into_iter()
            .chain(others.map(|context| context.place()))
            .collect()
    }
}
