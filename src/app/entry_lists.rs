//! The lists of entries, countries, keys and commands.

use crate::gazetteer::name;
use crate::model::{Briefing, Entry};

use super::{Action, App, Choice, Item, Mode, Picker, Purpose, Row, SIGNS};

impl App {
    pub(super) fn open_go_to(&mut self) {
        let Some(briefing) = self.briefing.as_deref() else {
            return;
        };
        let entries = briefing.entries().iter().enumerate();
        let entries = entries.map(|(index, entry)| entry_item(briefing, index, entry));
        let mut items: Vec<Item> = entries.collect();
        items.extend(self.country_items());
        let commands = self.actions(Purpose::Palette).into_iter();
        // Keys are wider than kinds, and would leave too little room for the titles.
        items.extend(commands.map(|item| Item {
            tail: item.lead,
            lead: "command".to_owned(),
            ..item
        }));
        self.mode = Mode::List(Picker::new(Purpose::GoTo, items));
    }

    /// Returns the countries of the paper, by name.
    fn country_items(&self) -> impl Iterator<Item = Item> {
        let mut codes = self.indexed.index.mentions().countries();
        codes.sort_by_key(|code| name(*code));
        codes.into_iter().map(|code| Item {
            lead: "country".to_owned(),
            label: name(code).unwrap_or(code.as_str()).to_owned(),
            also: "",
            tail: self.standing(code),
            choice: Choice::Country(code),
        })
    }

    /// Returns the actions that can act here: all for the help, otherwise those that need no letter.
    fn actions(&self, purpose: Purpose) -> Vec<Item> {
        let context = self.context();
        let by_key = purpose == Purpose::Help;
        let asks_for_letter = |action| {
            matches!(
                action,
                Action::SetMark | Action::GoMark | Action::GoParagraph
            )
        };
        let rows = self.keys.rows_in(context);
        let rows = rows.filter(|row| self.enabled(row.action).is_ok());
        let rows = rows.filter(|row| by_key || !asks_for_letter(row.action));
        let item = |row: &Row| {
            let (label, help, group) = row.action.words(context);
            Item {
                lead: row.keys_shown(),
                label: if by_key {
                    help.to_owned()
                } else {
                    format!("{label}: {help}")
                },
                also: row.action.synonyms(),
                tail: group.name().to_owned(),
                choice: Choice::Run(row.action),
            }
        };
        let mut rows: Vec<&Row> = rows.collect();
        rows.sort_by_key(|row| row.action.words(context).2);
        let mut items: Vec<Item> = rows.into_iter().map(item).collect();
        if by_key {
            items.extend(SIGNS.map(sign_item));
        }
        items
    }

    /// Opens the list of the actions in this context.
    pub(super) fn open_actions(&mut self, purpose: Purpose) {
        let items = self.actions(purpose);
        let under = match std::mem::take(&mut self.mode) {
            Mode::Panes => None,
            over => Some(Box::new(over)),
        };
        self.mode = Mode::List(Picker {
            under,
            ..Picker::new(purpose, items)
        });
    }
}

/// Returns the line of a sign of notes in the help.
fn sign_item((sign, meaning): (&'static str, &'static str)) -> Item {
    Item {
        lead: sign.to_owned(),
        label: meaning.to_owned(),
        also: "grammar note",
        tail: "sign".to_owned(),
        choice: Choice::Nothing,
    }
}

fn entry_item(briefing: &Briefing, index: usize, entry: &Entry) -> Item {
    let first = briefing.paragraphs().get(entry.paragraphs().start);
    let label = match first {
        Some(first) if !entry.kind().has_heading() => {
            format!("{}: {}", entry.heading(), App::gist(first.text()))
        }
        _ => entry.heading().to_owned(),
    };
    Item {
        lead: entry.kind().singular().to_owned(),
        label,
        also: "",
        tail: entry.at().to_owned(),
        choice: Choice::Entry(index),
    }
}
