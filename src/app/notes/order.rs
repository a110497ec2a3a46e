//! The sort orders of the notes pane.

/// A sort order of the notes pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NotesOrder {
    /// By time of writing.
    #[default]
    Time,
    /// By guiding question; notes without one last.
    Question,
    /// By speaker; notes without one last.
    Speaker,
    /// By paragraph; notes without one last.
    Paragraph,
}

impl NotesOrder {
    /// Returns its name for status and title.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Time => "by time",
            Self::Question => "by question",
            Self::Speaker => "by speaker",
            Self::Paragraph => "by paragraph",
        }
    }

    /// Returns the next order.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Time => Self::Question,
            Self::Question => Self::Speaker,
            Self::Speaker => Self::Paragraph,
            Self::Paragraph => Self::Time,
        }
    }
}
