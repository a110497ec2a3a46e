//! A list filtered by typing: entries, countries, keys, commands, speakers, questions.

use std::borrow::Cow;

use crate::model::{CountryCode, NoteId, Speaker};
use crate::report::Format;
use crate::search::{LabelHit, rank_labels};
use crate::text::fold;

use crate::app::input::{Action, Field, Typed};
use crate::app::layout::{Area, ListCursor, Pane, Viewport};
use crate::app::outcome::{Input, Outcome};

/// The target of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The entry with this index.
    Entry(usize),
    /// The paragraph with this index.
    Paragraph(usize),
    /// The dossier of a country.
    Country(CountryCode),
    /// The pane in which an action listed in the help is available.
    Pane(Pane),
    /// The speaker for the floor, the queue or a correction.
    Speaker(Speaker),
    /// The guiding question with this index, from 0; `None` for no question.
    Question(Option<usize>),
    /// The turn with this id; `None` for the current turn.
    Turn(Option<NoteId>),
    /// The format of the report.
    Format(Format),
    /// The action to run.
    Run(Action),
    /// Nothing: the line is only to be read.
    Nothing,
}

/// A line of the list.
#[derive(Clone, Debug)]
pub struct Item {
    /// The text before the label: a kind, or keys.
    pub lead: String,
    /// The text that is matched.
    pub label: String,
    /// Further words that are matched and not shown.
    pub also: &'static str,
    /// The text at the right.
    pub tail: String,
    /// The target.
    pub choice: Choice,
}

impl Item {
    /// Returns the text that is matched: the label, and then the further words.
    fn matched(&self) -> Cow<'_, str> {
        if self.also.is_empty() {
            Cow::Borrowed(&self.label)
        } else {
            Cow::Owned(format!("{} {}", self.label, self.also))
        }
    }
}

/// The purpose of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Goes to an entry or country, or runs a command.
    GoTo,
    /// Lists the keys of the context.
    Help,
    /// Runs a command of the context by name.
    Palette,
    /// Gives the floor.
    Floor,
    /// Changes the queue.
    Queue,
    /// Opens the floor log.
    FloorLog,
    /// Corrects the speaker of a turn.
    Correction,
    /// Sets the current question.
    Question,
    /// Writes the report in a format.
    Format,
}

impl Purpose {
    /// Returns whether the choice can also apply from the start of the current turn.
    pub const fn has_turn(self) -> bool {
        matches!(self, Self::Floor | Self::Question)
    }

    /// Returns whether a typed name that is not in the list may be chosen.
    pub const fn asks_for_speaker(self) -> bool {
        matches!(self, Self::Floor | Self::Queue | Self::Correction)
    }
}

/// An open list with its text field and selection.
#[derive(Clone, Debug)]
pub struct Picker {
    /// The purpose.
    pub purpose: Purpose,
    /// The typed text.
    pub field: Field,
    /// All lines.
    pub items: Vec<Item>,
    /// The indices of the matching lines, best first.
    pub hits: Vec<LabelHit>,
    /// The selected line among those that match.
    pub cursor: ListCursor,
    /// The turn to correct; `None` for the current turn.
    pub(in crate::app) turn: Option<NoteId>,
    /// Whether the choice applies from the start of the current turn instead of from now.
    pub since_turn_began: bool,
    /// The number of lines that do not depend on the typed text.
    fixed: usize,
}

impl Picker {
    /// Creates a list with nothing typed.
    pub fn new(purpose: Purpose, items: Vec<Item>) -> Self {
        let field = Field::default();
        let fixed = items.len();
        let mut picker = Self {
            purpose,
            field,
            items,
            fixed,
            turn: None,
            since_turn_began: false,
            hits: Vec::new(),
            cursor: ListCursor::default(),
        };
        picker.filter();
        picker
    }

    /// Matches the lines again after a change of the text.
    pub fn filter(&mut self) {
        self.items.truncate(self.fixed);
        let labels = self.items.iter().map(Item::matched);
        let labels: Vec<Cow<'_, str>> = labels.collect();
        let labels = labels.iter().map(AsRef::as_ref);
        self.hits = rank_labels(self.field.text(), labels);
        for hit in &mut self.hits {
            let item = self.items.get(hit.index);
            let shown = item.map_or(0, |item| item.label.len());
            hit.lit.retain(|at| *at < shown);
        }
        if matches!(self.purpose, Purpose::Help | Purpose::Palette) {
            self.drop_scattered();
        }
        self.cursor = ListCursor::default();
    }

    /// Drops lines in which the letters of a longer word are only scattered: in a list of actions,
    /// such a line is never what is meant.
    fn drop_scattered(&mut self) {
        /// Words up to this length are abbreviations, whose letters may be scattered.
        const ABBREVIATION: usize = 3;
        let typed = fold(self.field.text());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let items = &self.items;
        self.hits.retain(|hit| {
            let text = items.get(hit.index).map(|item| fold(&item.matched()));
            let text = text.unwrap_or_default();
            words
                .iter()
                .all(|word| word.chars().count() <= ABBREVIATION || text.contains(word))
        });
    }

    /// Puts one line first, whether or not it was in the list, and adds another at the end unless
    /// the list already has it.
    pub(super) fn offer(&mut self, first: Option<Item>, last: Option<Item>) {
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
        if let Some(last) = last
            && self.items.iter().all(|item| item.choice != last.choice)
        {
            self.hits.push(unlit(self.items.len()));
            self.items.push(last);
        }
    }

    /// Returns whether each word of a name begins a word of the first line; `false` for a name in
    /// capitals, such as UN, which is a name of its own.
    pub(super) fn begins_so(&self, name: &str) -> bool {
        let first = self.hits.first().and_then(|hit| self.items.get(hit.index));
        let label = fold(first.map_or("", |item| item.label.as_str()));
        let is_acronym = name.len() > 1 && name.chars().all(char::is_uppercase);
        let begins = |word: &str| {
            let word = fold(word);
            let mut words = label.split(|c: char| !c.is_alphanumeric());
            words.any(|one| one.starts_with(&word))
        };
        !is_acronym && name.split_whitespace().all(begins)
    }

    /// Moves the selection by a number of lines, within the list.
    pub fn step(&mut self, by: isize) {
        self.cursor.step(by, self.hits.len());
    }

    /// Scrolls until the selected line is shown.
    pub(in crate::app) fn settle(&mut self, viewport: Viewport) {
        self.cursor
            .keep_visible(Self::areas(viewport).1.height.into());
    }

    /// Returns the area of the list and that of its lines.
    pub fn areas(viewport: Viewport) -> (Area, Area) {
        viewport.list()
    }

    /// Acts on a command; the choice is up to the program.
    pub(in crate::app) fn on(&mut self, input: Input<'_>, viewport: Viewport) -> Outcome {
        let (_, area) = Self::areas(viewport);
        match input {
            Input::Scroll(scroll) => self.step(scroll.lines(area.height.into())),
            Input::Step(by) | Input::Wheel(by) => self.step(by),
            Input::Type(typed) => return self.type_in(typed),
            Input::Click(column, row) => {
                if area.contains(column, row) {
                    self.cursor.selected = self.cursor.top + usize::from(row - area.y);
                    self.step(0);
                }
            }
            Input::Turn(_) | Input::Accept => (),
        }
        Outcome::none()
    }

    fn type_in(&mut self, typed: Typed<'_>) -> Outcome {
        if !self.field.take_line(typed) {
            return Outcome::close();
        }
        self.filter();
        Outcome::none()
    }

    /// Returns the target of the selected line.
    pub fn choice(&self) -> Option<Choice> {
        let hit = self.hits.get(self.cursor.selected)?;
        self.items.get(hit.index).map(|item| item.choice.clone())
    }
}
