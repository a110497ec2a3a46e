//! The contexts of keys: each has its own rows in the key table.

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
    /// The list of who gets the floor, or of questions: what is chosen may hold since the turn
    /// began.
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

    /// Returns the name that `roundtable keys` prints.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Contents => "contents",
            Self::Reader => "reader",
            Self::Notes => "notes",
            Self::Broken => "mistakes",
            Self::Find => "finder",
            Self::List => "lists",
            Self::FloorList => "speakers and questions",
            Self::Countries => "countries",
            Self::Dossier => "dossier",
            Self::History => "history",
            Self::Report => "report",
            Self::Capture => "capture bar",
            Self::NotesFilter => "notes filter",
        }
    }
}
