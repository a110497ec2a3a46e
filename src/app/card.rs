//! A card: what the keys pressed so far can lead to, shown in the place of the bar.

use super::input::{Action, Code, ENTER, Key, Step, shown};
use crate::model::{Anchor, Floor, Note};
use crate::text::width;

/// The maximum number of digits typed on a card: enough for the paragraphs of any paper.
const MOST_DIGITS: usize = 6;
/// The cells between two columns of rows.
const GAP: usize = 2;

/// An open card.
#[derive(Clone, Debug)]
pub struct Card {
    /// The subject of the card, followed by the keys that work on it, the most important first.
    pub title: Vec<String>,
    /// The rows: every action that can act now.
    pub rows: Vec<CardRow>,
    /// The index of the selected row.
    pub selected: Option<usize>,
    /// The keys pressed so far.
    pub(super) pressed: Vec<Key>,
    /// The digits typed so far.
    pub(super) number: String,
}

/// A row of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardRow {
    /// The key that selects the row or runs its action.
    pub key: String,
    /// The label of the action.
    pub label: String,
    /// The thing that the action changes, as it was when the card opened.
    pub(super) about: About,
    /// The keys left to press.
    pub(super) steps: Vec<Step>,
    pub(super) action: Action,
}

/// The thing that an action changes. A card acts only while it is the same as when it opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// Nothing that can change meanwhile.
    Nothing,
    /// The selected note.
    Note(Option<Note>),
    /// The selected paragraph.
    Place(Option<Anchor>),
    /// The floor.
    Floor(Floor),
}

/// How the rows of a card are divided into columns, filled one after the other from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardGrid {
    /// The width of a column, in cells.
    pub width: usize,
    /// The rows of a column.
    pub rows: usize,
}

impl Card {
    /// Divides the rows into as many columns as fit.
    pub fn grid(&self, columns: usize) -> CardGrid {
        /// The cells of the sign of the selected row, and of the space after the key.
        const AROUND: usize = 3;
        let cells = |row: &CardRow| AROUND + width(&row.key) + width(&row.label);
        let widest = self.rows.iter().map(cells).max().unwrap_or_default();
        let beside = ((columns + GAP) / (widest + GAP)).clamp(1, self.rows.len().max(1));
        let rows = self.rows.len().div_ceil(beside);
        CardGrid {
            width: (widest + GAP).min(columns),
            rows,
        }
    }

    /// Returns how many rows of the screen the card needs: its title and its rows.
    pub(super) fn height(&self, columns: usize) -> u16 {
        u16::try_from(1 + self.grid(columns).rows).unwrap_or(u16::MAX)
    }

    /// Returns whether every row needs Enter to act.
    pub(super) fn waits(&self) -> bool {
        let mut rows = self.rows.iter();
        rows.all(|row| row.steps.last() == Some(&Step::Key(ENTER)))
    }

    /// Types or deletes a digit of the number that a row asks for. Returns whether it did.
    pub(super) fn type_number(&mut self, key: Key) -> bool {
        let asks = |row: &CardRow| row.steps.first() == Some(&Step::Number);
        let Some(at) = self.rows.iter().position(asks) else {
            return false;
        };
        match key.typed() {
            Some(digit) if digit.is_ascii_digit() && self.number.len() < MOST_DIGITS => {
                self.number.push(digit);
            }
            None if key.code == Code::Backspace && self.number.pop().is_some() => (),
            _ => return false,
        }
        self.selected = Some(at).filter(|_| !self.number.is_empty());
        if let Some(row) = self.rows.get_mut(at) {
            row.key = match self.number.as_str() {
                "" => shown(row.steps.get(..1).unwrap_or_default()),
                number => number.to_owned(),
            };
        }
        true
    }

    pub(super) fn step(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        let next = self.selected.map_or(0, |at| at.saturating_add_signed(by));
        self.selected = Some(next.min(last));
    }
}

impl CardRow {
    pub(super) fn begins_with(&self, key: Key) -> bool {
        self.steps.first().is_some_and(|step| step.takes(key))
    }
}
