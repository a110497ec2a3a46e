//! Where a key goes: each place has rows of its own in the table of keys.

/// Where the next key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The contents pane.
    Contents,
    /// The reader pane.
    Reader,
    /// The notes pane.
    Notes,
    /// The list of mistakes of a briefing that cannot be read.
    Broken,
    /// The finder.
    Find,
    /// A list that is filtered while typing: entries, keys, commands.
    List,
    /// The list of countries.
    Countries,
    /// Everything on a country.
    Dossier,
    /// The revisions of a note.
    History,
    /// The report.
    Report,
    /// The capture bar.
    Capture,
    /// The bar in which the notes pane is narrowed.
    NotesFilter,
}

impl Context {
    /// Every context.
    pub const ALL: [Self; 12] = [
        Self::Contents,
        Self::Reader,
        Self::Notes,
        Self::Broken,
        Self::Find,
        Self::List,
        Self::Countries,
        Self::Dossier,
        Self::History,
        Self::Report,
        Self::Capture,
        Self::NotesFilter,
    ];

    /// Whether keys that type a character go into a text field.
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Find | Self::List | Self::Countries | Self::Capture | Self::NotesFilter
        )
    }

    /// Where it is, in words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Contents => "contents",
            Self::Reader => "reader",
            Self::Notes => "notes",
            Self::Broken => "mistakes",
            Self::Find => "finder",
            Self::List => "lists",
            Self::Countries => "countries",
            Self::Dossier => "dossier",
            Self::History => "history",
            Self::Report => "report",
            Self::Capture => "capture bar",
            Self::NotesFilter => "notes filter",
        }
    }
}
