//! The lists of entries, countries, keys and commands.

use crate::gazetteer::name;
use crate::messages::{HelpGroup, KindLabel, Label, ListRemark, NoteSign};
use crate::model::{Briefing, Entry};

use super::picker::{Choice, Item, Picker, Purpose};
use crate::app::country::standing_of;
use crate::app::desk::Desk;
use crate::app::input::{Context, Row};
use crate::app::layout::Pane;
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
        lead: in_words(&ListRemark::Command),
        ..item
    }));
    Some(Picker::new(Purpose::GoTo, items))
}

/// Puts the paragraph with a typed number, such as `41` or `¶41`, first in the list of entries.
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
            lead: in_words(&ListRemark::Paragraph),
            label: format!("¶{number} {}", gist(found.text())),
            also: "",
            tail: String::new(),
            choice: Choice::Paragraph(index),
        };
        picker.offer(Some(first), None);
    }
}

/// Returns the lines of the countries in the paper, sorted by name.
fn country_items(desk: &Desk) -> impl Iterator<Item = Item> {
    let mut codes = desk.index().mentions().countries();
    codes.sort_by_key(|code| name(*code));
    codes.into_iter().map(|code| Item {
        lead: in_words(&ListRemark::Country),
        label: name(code).unwrap_or(code.as_str()).to_owned(),
        also: "",
        tail: standing_of(desk, code).words(language()).into_owned(),
        choice: Choice::Country(code),
    })
}

/// Returns the list of commands.
pub(in crate::app) fn commands<'a>(
    rows: impl Iterator<Item = &'a Row>,
    context: Context,
) -> Picker {
    Picker::new(
        Purpose::Palette,
        action_items(rows, context, Purpose::Palette),
    )
}

/// Returns the help: the actions available here, those of the other panes, and the signs of notes.
pub(in crate::app) fn help<'a>(
    here: impl Iterator<Item = &'a Row>,
    elsewhere: impl Iterator<Item = (&'a Row, Context, Pane)>,
    context: Context,
) -> Picker {
    let mut items = action_items(here, context, Purpose::Help);
    items.extend(elsewhere.map(|(row, context, pane)| Item {
        lead: row.keys_shown(),
        label: row.action.help(context).words(language()).full.to_owned(),
        also: row.action.help(context).synonyms(language()),
        tail: context.place().words(language()).to_owned(),
        choice: Choice::Pane(pane),
    }));
    items.extend(NoteSign::ALL.map(sign_item));
    Picker::new(Purpose::Help, items)
}

/// Returns the lines of actions, sorted by group: all of them for the help, otherwise those that
/// ask for nothing after their keys.
fn action_items<'a>(
    rows: impl Iterator<Item = &'a Row>,
    context: Context,
    purpose: Purpose,
) -> Vec<Item> {
    let by_key = purpose == Purpose::Help;
    let rows = rows.filter(|row| by_key || !row.action.asks_for_more());
    let item = |row: &Row| {
        let help = row.action.help(context);
        let Label { short, full } = help.words(language());
        Item {
            lead: row.keys_shown(),
            label: if by_key || short == full {
                full.to_owned()
            } else {
                format!("{short}: {full}")
            },
            also: help.synonyms(language()),
            tail: row.action.group().words(language()).short.to_owned(),
            choice: Choice::Run(row.action),
        }
    };
    let mut rows: Vec<&Row> = rows.collect();
    rows.sort_by_key(|row| row.action.group());
    rows.into_iter().map(item).collect()
}

/// Returns the line for a sign in the help.
fn sign_item(sign: NoteSign) -> Item {
    let words = sign.words(language());
    Item {
        lead: words.typed.to_owned(),
        label: words.means.to_owned(),
        also: words.synonyms,
        tail: HelpGroup::Sign.words(language()).short.to_owned(),
        choice: Choice::Nothing,
    }
}

fn in_words(remark: &ListRemark) -> String {
    remark.words(language()).into_owned()
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
        lead: KindLabel::Entry(entry.kind()).words(language()).to_owned(),
        label,
        also: "",
        tail: entry.at().to_owned(),
        choice: Choice::Entry(index),
    }
}
