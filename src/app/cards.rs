//! Cards: what the keys pressed so far can lead to, in a slot below what is open.
//!
//! Rules, in order: a card that changes something acts on Enter alone, so that no characters typed
//! by accident change the record; it acts only on what it says; any key that is not on it closes it
//! without acting. A card that only moves acts on its letter.

use super::key::{ENTER, ESC, Given, shown};
use super::{Action, App, Code, Effect, Key, Meaning, Moment, Step};
use crate::text::{truncate, width};

/// The most digits of a number on a card: more than any paper has paragraphs.
const MOST_DIGITS: usize = 6;
/// The cells between two columns of rows.
const GAP: usize = 2;

/// An open card.
#[derive(Clone, Debug)]
pub struct Card {
    /// What the card is about, and then the keys that work on it, the most important first.
    pub title: Vec<String>,
    /// The rows: every action that can act now.
    pub rows: Vec<CardRow>,
    /// The index of the selected row.
    pub selected: Option<usize>,
    /// The keys pressed so far.
    pressed: Vec<Key>,
    /// The digits typed so far.
    number: String,
}

/// A row of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardRow {
    /// The key that selects it, or acts.
    pub key: String,
    /// What it does.
    pub label: String,
    /// The keys left to press.
    steps: Vec<Step>,
    action: Action,
}

/// How the rows of a card are divided into columns; rows are counted down each column first.
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

    /// Returns the rows of the screen that it needs: its title and its rows.
    pub(super) fn height(&self, columns: usize) -> u16 {
        u16::try_from(1 + self.grid(columns).rows).unwrap_or(u16::MAX)
    }

    /// Returns whether all its rows act on Enter.
    fn waits(&self) -> bool {
        let mut rows = self.rows.iter();
        rows.all(|row| row.steps.last() == Some(&Step::Key(ENTER)))
    }

    /// Types or deletes a digit of the number that a row asks for. Returns whether it did.
    fn type_number(&mut self, key: Key) -> bool {
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

    fn step(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        let next = self.selected.map_or(0, |at| at.saturating_add_signed(by));
        self.selected = Some(next.min(last));
    }
}

impl App {
    /// Returns the open card.
    pub const fn card(&self) -> Option<&Card> {
        self.card.as_ref()
    }

    /// Handles a key where no card is open.
    pub(super) fn press_first(&mut self, moment: &Moment, key: Key) -> Vec<Effect> {
        match self.keys.meaning(self.context(), &[key]) {
            Meaning::Beginning => self.open_card(vec![key]),
            Meaning::Action(action) => {
                // The status of the last save stays visible while the next note is typed.
                if !matches!(action, Action::NewNote | Action::NoteHere) {
                    self.status.clear();
                }
                return self.run(moment, action, Given::Nothing);
            }
            Meaning::Nothing => self.type_or_refuse(key),
        }
        Vec::new()
    }

    /// Opens the card of the keys pressed so far; if nothing on it can act, says why.
    fn open_card(&mut self, pressed: Vec<Key>) {
        self.status.clear();
        let rows = self.keys.continuations(self.context(), &pressed);
        let rows: Vec<(Vec<Step>, Action)> = rows;
        let able = rows
            .iter()
            .filter(|(_, action)| self.enabled(*action).is_ok());
        let able = able.map(|(steps, action)| self.card_row(steps, *action));
        let able: Vec<_> = able.collect();
        let Some(first) = able.first() else {
            let why = rows.first().map(|(_, action)| self.enabled(*action));
            if let Some(Err(why)) = why {
                self.status = why;
            }
            return;
        };
        let is_only = able.len() == 1 && first.steps == [Step::Key(ENTER)];
        self.show_card(Card {
            title: vec![self.card_title(first.action).to_owned()],
            selected: is_only.then_some(0),
            rows: able,
            pressed,
            number: String::new(),
        });
    }

    /// Asks whether to do something that has to be confirmed with Enter.
    pub(super) fn ask(&mut self, action: Action) {
        self.show_card(Card {
            title: vec![self.card_title(action).to_owned()],
            rows: vec![self.card_row(&[Step::Key(ENTER)], action)],
            selected: Some(0),
            pressed: Vec::new(),
            number: String::new(),
        });
    }

    fn show_card(&mut self, mut card: Card) {
        let asks = |row: &CardRow| row.steps.first() == Some(&Step::Number);
        match &card.rows[..] {
            [row] if row.steps == [Step::Key(ENTER)] => {
                card.title.push("any other key closes".to_owned());
            }
            rows => {
                if card.waits() {
                    let how = format!("letter selects, {ENTER} acts");
                    card.title.push(how);
                } else if rows.iter().any(asks) {
                    card.title.push(format!("letter, or number and {ENTER}"));
                }
                card.title.push(format!("{ESC} closes"));
            }
        }
        self.card = Some(card);
    }

    fn card_row(&self, steps: &[Step], action: Action) -> CardRow {
        let key = match steps {
            [one, ..] => shown(std::slice::from_ref(one)),
            [] => String::new(),
        };
        CardRow {
            key,
            label: self.card_label(action),
            steps: steps.to_vec(),
            action,
        }
    }

    /// Returns what an action would do now: with the note, speaker or step that it is about.
    fn card_label(&self, action: Action) -> String {
        /// The most cells of a speaker's name.
        const NAME: usize = 20;
        let (label, help, _) = action.words(self.context());
        let named = |name: Option<&str>| {
            let name = name.map(|name| truncate(name, NAME));
            name.map_or_else(|| label.to_owned(), |name| format!("{label}: {name}"))
        };
        match action {
            Action::DeleteNote => self.selected_note_in_words(help),
            Action::Undo => self.undo_in_words(),
            Action::Quit => self.quit_in_words(),
            Action::EndTurn => named(self.speaker_now()),
            Action::NextSpeaker => named(self.next_in_queue().map(super::speaker_name)),
            _ => label.to_owned(),
        }
    }

    fn selected_note_in_words(&self, help: &str) -> String {
        let selected = self.notebook.selection();
        selected.map_or_else(
            || help.to_owned(),
            |(number, note)| format!("{help}: #{number} {}", Self::gist(&note.text)),
        )
    }

    fn card_title(&self, action: Action) -> &'static str {
        match action {
            Action::Mark(_) | Action::KeyMessage => "Mark as",
            Action::EndTurn
            | Action::NextSpeaker
            | Action::QueueSpeaker
            | Action::CorrectSpeaker
            | Action::RestartClock
            | Action::NextLimit
            | Action::FloorLog => "Turn",
            Action::GoKind(_) | Action::GoNotes | Action::GoParagraph | Action::First => "Go to",
            other => {
                let (label, _, _) = other.words(self.context());
                label
            }
        }
    }

    /// Handles a key on the open card.
    pub(super) fn press_on_card(
        &mut self,
        moment: &Moment,
        mut card: Card,
        key: Key,
    ) -> Vec<Effect> {
        if key == ENTER {
            return self.act_on_card(moment, &card);
        }
        let by = match key.code {
            Code::Up => -1,
            Code::Down => 1,
            _ => 0,
        };
        if card.waits() && by != 0 {
            card.step(by);
            self.card = Some(card);
        } else if card.type_number(key) {
            self.card = Some(card);
        } else if let Some(at) = card.rows.iter().position(|row| row.begins_with(key)) {
            return self.select_on_card(moment, card, at, key);
        } else {
            self.close_card(&card, key);
        }
        Vec::new()
    }

    /// Handles the key of a row: acts if no key is left, selects it if only Enter is left.
    fn select_on_card(
        &mut self,
        moment: &Moment,
        mut card: Card,
        at: usize,
        key: Key,
    ) -> Vec<Effect> {
        let Some(row) = card.rows.get(at) else {
            return Vec::new();
        };
        match row.steps[..] {
            [_] => return self.run(moment, row.action, key.typed().into()),
            [_, Step::Key(ENTER)] => {
                card.selected = Some(at);
                self.card = Some(card);
            }
            _ => {
                card.pressed.push(key);
                self.open_card(card.pressed);
            }
        }
        Vec::new()
    }

    /// Performs the selected row, if it still is what the card says.
    fn act_on_card(&mut self, moment: &Moment, card: &Card) -> Vec<Effect> {
        let selected = card.selected.and_then(|at| card.rows.get(at));
        let Some(row) = selected.filter(|row| row.steps.last() == Some(&Step::Key(ENTER))) else {
            "closed; nothing was selected".clone_into(&mut self.status);
            return Vec::new();
        };
        if self.enabled(row.action).is_ok() && self.card_label(row.action) != row.label {
            "closed: something has changed meanwhile".clone_into(&mut self.status);
            return Vec::new();
        }
        let given = card.number.parse().map_or(Given::Nothing, Given::Number);
        if row.action == Action::Quit {
            return self.leave();
        }
        self.run(moment, row.action, given)
    }

    /// Says why a key does nothing on the card that it closes.
    fn close_card(&mut self, card: &Card, key: Key) {
        if key == ESC {
            return;
        }
        let rows = self.keys.continuations(self.context(), &card.pressed);
        let mut rows = rows.into_iter();
        let named = rows.find(|(steps, _)| steps.first().is_some_and(|step| step.takes(key)));
        self.status = match named.map(|(_, action)| self.enabled(action)) {
            Some(Err(why)) => why,
            _ => format!("closed; {key} is not on the card"),
        };
    }
}

impl CardRow {
    fn begins_with(&self, key: Key) -> bool {
        self.steps.first().is_some_and(|step| step.takes(key))
    }
}
