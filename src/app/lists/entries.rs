//! The lists of entries, countries, keys and commands.

use crate::gazetteer::name;
use crate::model::{Briefing, Entry};

use super::picker::{Choice, Item, Picker, Purpose};
use crate::app::country::standing_of;
use crate::app::desk::Desk;
use crate::app::input::{Context, Row};
use crate::app::notes::SIGNS;
use crate::app::words::{gist, language};

/// Returns the list of entries, countries and commands; `None` without a briefing.
pub(in crate::app) fn go_to<'a>(
    desk: &Desk,
    commands: impl Iterator<Item = &'a Row>,
    context: Context,
) -> Option<Picker> {
    let briefing = desk.briefing()?;
    let entries = briefing.entries().iter().enumerate();
    let entries = entries.map(|(index, entry)| entry_item(briefing, index, entry));
    let mut items: Vec<Item> = entries.collect();
    items.extend(country_items(desk));
    let commands = action_items(commands, context, Purpose::Palette).into_iter();
    // Keys are wider than kinds, and would leave too little room for the titles.
    items.extend(commands.map(|item| Item {
        tail: item.lead,
        lead: "command".to_owned(),
        ..item
    }));
    Some(Picker::new(Purpose::GoTo, items))
}

/// Puts the paragraph of a typed number, such as `41` or `¶41`, first in the list of entries.
pub(in crate::app) fn offer_paragraph(picker: &mut Picker, desk: &Desk) {
    let typed = picker.field.text().trim().trim_start_matches(['¶', 'p']);
    let number = typed.parse::<usize>().ok();
    let number = number.filter(|_| picker.purpose == Purpose::GoTo);
    let Some((number, briefing)) = number.zip(desk.briefing()) else {
        return;
    };
    let mut paragraphs = briefing.paragraphs().iter().enumerate();
    if let Some((index, found)) = paragraphs.find(|(_, found)| found.number() == number) {
        let first = Item {
            lead: "paragraph".to_owned(),
            label: format!("¶{number} {}", gist(found.text())),
            also: "",
            tail: String::new(),
            choice: Choice::Paragraph(index),
        };
        picker.offer(Some(first), None);
    }
}

/// Returns the countries of the paper, by name.
fn country_items(desk: &Desk) -> impl Iterator<Item = Item> {
    let mut codes = desk.index().mentions().countries();
    codes.sort_by_key(|code| name(*code));
    codes.into_iter().map(|code| Item {
        lead: "country".to_owned(),
        label: name(code).unwrap_or(code.as_str()).to_owned(),
        also: "",
        tail: standing_of(desk, code).words(language()).into_owned(),
        choice: Choice::Country(code),
    })
}

/// Returns the list of these actions, with the signs of notes in the help.
pub(in crate::app) fn actions<'a>(
    rows: impl Iterator<Item = &'a Row>,
    context: Context,
    purpose: Purpose,
) -> Picker {
    Picker::new(purpose, action_items(rows, context, purpose))
}

/// Returns the lines of actions by group: all for the help, otherwise those that need no letter.
fn action_items<'a>(
    rows: impl Iterator<Item = &'a Row>,
    context: Context,
    purpose: Purpose,
) -> Vec<Item> {
    let by_key = purpose == Purpose::Help;
    let rows = rows.filter(|row| by_key || !row.action.asks_for_more());
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
            format!("{}: {}", entry.heading(), gist(first.text()))
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
