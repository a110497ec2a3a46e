//! The keys in effect: the default table, changed by the user's bindings.
//!
//! The footer, the help, `roundtable keys` and docs/KEYS.md are made from it, and so are the keys
//! that messages name.

mod bindings;
mod table;

pub use bindings::UserBinding;
pub use table::{DefaultRow, ROWS};

use super::action::Action;
use super::context::Context;
use super::key::{Key, Step, shown};
use crate::messages::HelpLine;

/// A row of the key map.
#[derive(Clone, Debug)]
pub struct Row {
    /// The contexts in which it applies.
    pub contexts: Vec<Context>,
    /// The keys, each a sequence of steps.
    pub keys: Vec<Vec<Step>>,
    /// The action.
    pub action: Action,
    /// Whether the footer shows it.
    pub in_footer: bool,
    /// Whether the user's bindings changed its keys.
    pub is_changed: bool,
}

impl Row {
    fn new(row: &DefaultRow) -> Self {
        let keys = row.keys.iter();
        Self {
            contexts: row.contexts.to_vec(),
            // A test holds that each of them can be parsed.
            keys: keys.filter_map(|keys| Step::sequence(keys)).collect(),
            action: row.action,
            in_footer: row.in_footer,
            is_changed: false,
        }
    }

    /// Groups the contexts of the row, in order, by the help line of its action there.
    pub fn by_help(&self) -> Vec<(HelpLine, Vec<Context>)> {
        let mut groups: Vec<(HelpLine, Vec<Context>)> = Vec::new();
        for context in &self.contexts {
            let help = self.action.help(*context);
            match groups.iter_mut().find(|(line, _)| *line == help) {
                Some((_, contexts)) => contexts.push(*context),
                None => groups.push((help, vec![*context])),
            }
        }
        groups
    }

    /// Returns the keys, each as it is shown to people.
    pub fn keys_listed(&self) -> Vec<String> {
        self.keys.iter().map(|steps| shown(steps)).collect()
    }

    /// Returns the keys as one text, as they are shown to people.
    pub fn keys_shown(&self) -> String {
        let keys = self.keys_listed();
        // The spaces inside a sequence are not those between keys.
        let between = if keys.iter().any(|keys| keys.contains(' ')) {
            ", "
        } else {
            " "
        };
        keys.join(between)
    }
}

/// The key map: which keys run which action: the default table, changed by the bindings of the
/// user.
#[derive(Clone, Debug)]
pub struct KeyMap {
    rows: Vec<Row>,
}

impl Default for KeyMap {
    fn default() -> Self {
        Self {
            rows: ROWS.iter().map(Row::new).collect(),
        }
    }
}

/// The meaning of the keys pressed so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// An action.
    Action(Action),
    /// The start of one or more bindings.
    Beginning,
    /// No binding.
    Nothing,
}

impl KeyMap {
    /// Returns all rows, in the order of the help.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Returns the rows of a context.
    pub fn rows_in(&self, context: Context) -> impl Iterator<Item = &Row> {
        let rows = self.rows.iter();
        rows.filter(move |row| row.contexts.contains(&context))
    }

    /// Returns the keys of an action for a message: those of the first of these contexts that has
    /// any, otherwise those of any context, or the name of the action if it has no keys.
    pub fn key_for(&self, contexts: &[Context], action: Action) -> String {
        let of = |row: &&Row| row.action == action && !row.keys.is_empty();
        let mut here = contexts
            .iter()
            .filter_map(|context| self.rows_in(*context).find(of));
        let row = here.next().or_else(|| self.rows.iter().find(of));
        let keys = row.and_then(|row| row.keys.first());
        keys.map_or_else(|| action.name().to_owned(), |steps| shown(steps))
    }

    /// Returns the meaning of the keys pressed so far, the latest included.
    pub fn meaning(&self, context: Context, pressed: &[Key]) -> Meaning {
        let mut meaning = Meaning::Nothing;
        for row in self.rows_in(context) {
            for steps in row.keys.iter().filter(|steps| agrees(steps, pressed)) {
                if pressed.len() == steps.len() {
                    return Meaning::Action(row.action);
                }
                meaning = Meaning::Beginning;
            }
        }
        meaning
    }

    /// Returns the actions that the keys pressed so far can lead to, each with the steps left to
    /// press.
    pub fn continuations(&self, context: Context, pressed: &[Key]) -> Vec<(Vec<Step>, Action)> {
        let rows = self.rows_in(context);
        let going_on = rows.flat_map(|row| row.keys.iter().map(move |steps| (steps, row)));
        let going_on = going_on.filter(|(steps, _)| agrees(steps, pressed));
        let left = going_on.filter_map(|(steps, row)| {
            let left = steps.get(pressed.len()..).filter(|left| !left.is_empty())?;
            Some((left.to_vec(), row.action))
        });
        left.collect()
    }
}

/// Returns whether one of two bindings is the beginning of the other, or both are the same.
fn agree(one: &[Step], other: &[Step]) -> bool {
    one.iter()
        .zip(other)
        .all(|(one, other)| match (one, other) {
            (Step::Key(key), step) | (step, Step::Key(key)) => step.takes(*key),
            (one, other) => one == other,
        })
}

/// Returns whether the keys pressed are the beginning of a binding, or all of it.
fn agrees(steps: &[Step], pressed: &[Key]) -> bool {
    let mut both = steps.iter().zip(pressed);
    pressed.len() <= steps.len() && both.all(|(step, key)| step.takes(*key))
}

#[cfg(test)]
mod tests;
