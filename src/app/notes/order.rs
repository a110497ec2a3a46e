//! The sort orders of the notes pane.

use crate::messages::NotesOrderLabel;

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
    /// Returns its label.
    pub const fn label(self) -> NotesOrderLabel {
        match self {
            Self::Time => NotesOrderLabel::Time,
            Self::Question => NotesOrderLabel::Question,
            Self::Speaker => NotesOrderLabel::Speaker,
            Self::Paragraph => NotesOrderLabel::Paragraph,
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
