//! The lists of entries, countries, keys and commands.

use crate::gazetteer::name;
use crate::model::{Briefing, Entry};

use super::picker::{Choice, Item, Picker, Purpose};
use crate::app::country::standing_of;
use crate::app::desk::Desk;
use crate::app::input::{Action, Context, Row, rows_in};
use crate::app::words::{gist, language};

/// Returns the list of entries, countries and commands; `None` without a briefing.
pub(in crate::app) fn go_to(desk: &Desk, context: Context) -> Option<Picker> {
    let briefing = desk.briefing()?;
    let entries = briefing.entries().iter().enumerate();
    let entries = entries.map(|(index, entry)| entry_item(briefing, index, entry));
    let mut items: Vec<Item> = entries.collect();
    items.extend(country_items(desk));
    let commands = action_items(context, Purpose::Palette).into_iter();
    // Keys are wider than kinds, and would leave too little room for the titles.
    items.extend(commands.map(|item| Item {
        tail: item.lead,
        lead: "command".to_owned(),
        ..item
    }));
    Some(Picker::new(Purpose::GoTo, items))
}

/// Returns the countries of the paper, by name.
fn country_items(desk: &Desk) -> impl Iterator<Item = Item> {
    let mut codes = desk.index().mentions().countries();
    codes.sort_by_key(|code| name(*code));
    codes.into_iter().map(|code| Item {
        lead: "country".to_owned(),
        label: name(code).unwrap_or(code.as_str()).to_owned(),
        tail: standing_of(desk, code).words(language()).into_owned(),
        choice: Choice::Country(code),
    })
}

/// Returns the list of the actions in a context.
pub(in crate::app) fn actions(context: Context, purpose: Purpose) -> Picker {
    Picker::new(purpose, action_items(context, purpose))
}

/// Returns the actions of a context: all for the help, otherwise those that need no letter.
fn action_items(context: Context, purpose: Purpose) -> Vec<Item> {
    let by_key = purpose == Purpose::Help;
    let asks_for_letter = |action| matches!(action, Action::SetMark | Action::GoMark);
    let rows = rows_in(context).filter(|row| by_key || !asks_for_letter(row.action));
    let item = |row: &Row| {
        let (label, help, group) = row.action.words(context);
        Item {
            lead: row.keys_shown(),
            label: if by_key {
                help.to_owned()
            } else {
                format!("{label}: {help}")
            },
            tail: group.name().to_owned(),
            choice: Choice::Run(row.action),
        }
    };
    rows.map(item).collect()
}

fn entry_item(briefing: &Briefing, index: usize, entry: &Entry) -> Item {
    let first = briefing.paragraphs().get(entry.paragraphs().start);
    let label = match first {
        Some(first) if !entry.kind().has_heading() => {
            format!("{}: {}", entry.heading(), gist(first.text()))
        }
        _ => entry.heading().to_owned(),
    };
    Item {
        lead: entry.kind().singular().to_owned(),
        label,
        tail: entry.at().to_owned(),
        choice: Choice::Entry(index),
    }
}
