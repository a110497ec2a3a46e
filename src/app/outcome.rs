//! What goes into an overlay or the panes, and what comes out.

use crate::messages::StatusMessage;
use crate::model::CountryCode;

use super::event::Effect;
use super::input::Typed;

/// A command to the part of the screen in front: an overlay or a pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Input<'a> {
    /// Scrolls, or moves the selection.
    Scroll(Scroll),
    /// Selects the next (1) or previous (−1) line.
    Step(isize),
    /// Changes to the next (1) or previous (−1) scope, order, version or country.
    Turn(isize),
    /// Types into the text field.
    Type(Typed<'a>),
    /// Acts on the selection.
    Accept,
    /// Selects the line at this column and row, or acts on it if it was selected.
    Click(u16, u16),
    /// Scrolls by notches of the mouse wheel, down if positive.
    Wheel(isize),
}

/// A way to scroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scroll {
    /// By lines, down if positive.
    Lines(isize),
    /// By half a page (1 or −1).
    HalfPage(isize),
    /// By a page less one row (1 or −1).
    Page(isize),
    /// To the start.
    Start,
    /// To the end.
    End,
}

impl Scroll {
    /// More lines than anything has.
    const FAR: isize = isize::MAX / 2;

    /// Returns the number of lines for an area of `rows` rows.
    pub(super) fn lines(self, rows: usize) -> isize {
        let rows = isize::try_from(rows).unwrap_or(1);
        match self {
            Self::Lines(by) => by,
            Self::HalfPage(by) => by * (rows / 2).max(1),
            Self::Page(by) => by * rows.saturating_sub(1).max(1),
            Self::Start => -Self::FAR,
            Self::End => Self::FAR,
        }
    }
}

/// The fate of the overlay that handled an input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Then {
    /// It stays.
    #[default]
    Stay,
    /// It closes, with those below it.
    Close,
    /// The dossier of a country replaces it.
    Dossier(CountryCode),
}

/// Whether the session is kept in a file, before the other effects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Keep {
    /// The session is not kept.
    #[default]
    No,
    /// The session is kept.
    Session,
    /// The session is kept, and the answer says whether the new draft is in the file.
    Draft,
}

/// A change of the status line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Said {
    /// It stays.
    #[default]
    Nothing,
    /// It is cleared.
    Clear,
    /// A message replaces it.
    Message(StatusMessage),
}

/// What the program must do after an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outcome {
    /// The effects for the shell, in their order.
    pub effects: Vec<Effect>,
    /// Whether the session is kept first.
    pub keep: Keep,
    /// The change of the status line.
    pub said: Said,
    /// The next state of the overlay.
    pub then: Then,
}

impl Outcome {
    /// Returns the outcome of an operation that asks for nothing.
    pub(super) fn none() -> Self {
        Self::default()
    }

    /// Returns an outcome that sets the status.
    pub(super) fn say(said: impl Into<StatusMessage>) -> Self {
        Self::none().saying(said)
    }

    /// Returns an outcome that clears the status.
    pub(super) fn clear_status() -> Self {
        Self {
            said: Said::Clear,
            ..Self::default()
        }
    }

    /// Returns an outcome that closes the overlay.
    pub(super) fn close() -> Self {
        Self::none().then(Then::Close)
    }

    /// Returns an outcome with one effect.
    pub(super) fn effect(effect: Effect) -> Self {
        Self {
            effects: vec![effect],
            ..Self::default()
        }
    }

    /// Sets the status as well.
    #[must_use]
    pub(super) fn saying(self, said: impl Into<StatusMessage>) -> Self {
        Self {
            said: Said::Message(said.into()),
            ..self
        }
    }

    /// Keeps the session as well.
    #[must_use]
    pub(super) fn keeping(self, keep: Keep) -> Self {
        Self { keep, ..self }
    }

    /// Changes the overlay as well.
    #[must_use]
    pub(super) fn then(self, then: Then) -> Self {
        Self { then, ..self }
    }
}
