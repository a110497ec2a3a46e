//! A list that is filtered while typing: entries, countries, keys, commands.

use crate::model::{CountryCode, NoteId, Speaker};
use crate::report::Format;
use crate::search::{LabelHit, rank_labels};
use crate::text::fold;

use super::Mode;
use super::action::Action;
use super::field::Field;

/// What a line of the list leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The entry of that index.
    Entry(usize),
    /// What the paper says on a country.
    Country(CountryCode),
    /// Giving somebody the floor, or letting them wait for it.
    Speaker(Speaker),
    /// Taking up the guiding question of that place, from 0, or none.
    Question(Option<usize>),
    /// The turn of that id, or the one that goes on.
    Turn(Option<NoteId>),
    /// Writing the report in a format.
    Format(Format),
    /// Doing something.
    Run(Action),
}

/// A line of the list.
#[derive(Clone, Debug)]
pub struct Item {
    /// What stands before the label: a kind, or keys.
    pub lead: String,
    /// What is matched.
    pub label: String,
    /// What stands behind it.
    pub tail: String,
    /// What it leads to.
    pub choice: Choice,
}

/// Which list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// All entries, countries and commands.
    GoTo,
    /// The keys that hold here.
    Help,
    /// What can be done here, by name.
    Palette,
    /// Who takes the floor.
    Floor,
    /// Who asks for the floor.
    Queue,
    /// Who has spoken when.
    FloorLog,
    /// Who it really was in a turn.
    Correction,
    /// Which guiding question is discussed.
    Question,
    /// In which format the report is written.
    Format,
}

impl Purpose {
    /// Whether somebody is to be named, whom the list may not hold.
    pub const fn asks_for_speaker(self) -> bool {
        matches!(self, Self::Floor | Self::Queue | Self::Correction)
    }
}

/// A list, what was typed, and which line is selected.
#[derive(Clone, Debug)]
pub struct Picker {
    /// Which list it is.
    pub purpose: Purpose,
    /// What was typed.
    pub field: Field,
    /// All lines.
    pub items: Vec<Item>,
    /// The lines that match, best first.
    pub hits: Vec<LabelHit>,
    /// Which of them is selected.
    pub selected: usize,
    /// Which of them is shown first.
    pub top: usize,
    /// The overlay that it lies over.
    pub(super) under: Option<Box<Mode>>,
    /// The turn that is mended; none is the one that goes on.
    pub(super) turn: Option<NoteId>,
    /// How many of the lines do not depend on what is typed.
    pub(super) fixed: usize,
}

impl Picker {
    /// A list with nothing typed.
    pub fn new(purpose: Purpose, items: Vec<Item>) -> Self {
        let field = Field::default();
        let fixed = items.len();
        let mut picker = Self {
            purpose,
            field,
            items,
            fixed,
            turn: None,
            hits: Vec::new(),
            selected: 0,
            top: 0,
            under: None,
        };
        picker.filter();
        picker
    }

    /// Matches anew after something was typed.
    pub fn filter(&mut self) {
        self.items.truncate(self.fixed);
        let labels = self.items.iter().map(|item| item.label.as_str());
        self.hits = rank_labels(self.field.text(), labels);
        self.selected = 0;
        self.top = 0;
    }

    /// Puts a line first, whether it is in the list or not, and another last.
    pub(super) fn offer(&mut self, first: Option<Item>, last: Item) {
        let unlit = |index| LabelHit {
            index,
            lit: Vec::new(),
        };
        if let Some(first) = first {
            let mut items = self.items.iter();
            let at = items.position(|item| item.choice == first.choice);
            let index = at.unwrap_or(self.items.len());
            if at.is_none() {
                self.items.push(first);
            }
            let hit = self.hits.iter().position(|hit| hit.index == index);
            let hit = hit.map_or_else(|| unlit(index), |at| self.hits.remove(at));
            self.hits.insert(0, hit);
        }
        if self.items.iter().all(|item| item.choice != last.choice) {
            self.hits.push(unlit(self.items.len()));
            self.items.push(last);
        }
    }

    /// Whether words of the first line begin with all words of a name; one in capitals is a name of
    /// its own, such as UN.
    pub(super) fn begins_so(&self, name: &str) -> bool {
        let first = self.hits.first().and_then(|hit| self.items.get(hit.index));
        let label = fold(first.map_or("", |item| item.label.as_str()));
        let is_acronym = name.len() > 1 && name.chars().all(char::is_uppercase);
        let begins = |word: &str| {
            let mut words = label.split(|c: char| !c.is_alphanumeric());
            words.any(|one| one.starts_with(&fold(word)))
        };
        !is_acronym && name.split_whitespace().all(begins)
    }

    /// Moves the selection by so many lines; it stays in the list.
    pub fn step(&mut self, by: isize) {
        let last = self.hits.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }

    /// Scrolls so that the selected line is among the `height` lines shown.
    pub fn keep_visible(&mut self, height: usize) {
        self.top = self.top.clamp(
            (self.selected + 1).saturating_sub(height.max(1)),
            self.selected,
        );
    }

    /// What the selected line leads to.
    pub fn choice(&self) -> Option<Choice> {
        let hit = self.hits.get(self.selected)?;
        self.items.get(hit.index).map(|item| item.choice.clone())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn picker(count: usize) -> Picker {
        let item = |nth| Item {
            lead: String::new(),
            label: format!("entry {nth}"),
            tail: String::new(),
            choice: Choice::Entry(nth),
        };
        Picker::new(Purpose::GoTo, (0..count).map(item).collect())
    }

    proptest! {
        #[test]
        fn the_selection_stays_in_the_list_and_on_the_screen(
            count in 0usize..30, typed in "[entry0-9 ]{0,3}", height in 0usize..12,
            steps in prop::collection::vec(-20isize..20, 0..20),
        ) {
            let mut picker = picker(count);
            picker.field.paste(&typed);
            picker.filter();
            for by in steps {
                picker.step(by);
                picker.keep_visible(height);
                prop_assert_eq!(picker.choice().is_some(), !picker.hits.is_empty());
                let shown = picker.top..picker.top + height.max(1);
                prop_assert!(shown.contains(&picker.selected));
            }
        }
    }
}
