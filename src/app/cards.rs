//! Keys and cards: what a key does, with a card open or without.
//!
//! Rules, in order: a card that changes something acts on Enter alone, so that no characters typed
//! by accident change the record; it does only what it says; any key that is not on it closes it
//! without acting. A card that only moves acts on its letter.

use super::App;
use super::card::{Card, CardRow};
use super::card_labels::{about, card_label, card_title};
use super::enabled::enabled;
use super::event::{Effect, Moment};
use super::input::{Action, Code, ENTER, ESC, Given, Key, Meaning, Step, shown};
use super::words::language;
use crate::messages::{CardHint, CardMessage, KeyName, StatusMessage};

/// Handles a key while no card is open.
pub(super) fn press_first(app: &mut App, moment: &Moment, key: Key) -> Vec<Effect> {
    match app.keys.meaning(app.context(), &[key]) {
        Meaning::Beginning => open_card(app, vec![key]),
        Meaning::Action(action) => {
            // The status of the last save stays visible while the next note is typed.
            if matches!(action, Action::NewNote | Action::NoteHere) {
                let is_saving = |said: &StatusMessage| matches!(said, StatusMessage::Saving(_));
                app.status.retain(is_saving);
            } else {
                app.status.clear();
            }
            return app.run(moment, action, Given::Nothing);
        }
        Meaning::Nothing => return app.type_or_refuse(key),
    }
    Vec::new()
}

/// Opens the card of the keys pressed so far; if nothing on it can act, says why.
fn open_card(app: &mut App, pressed: Vec<Key>) {
    app.status.clear();
    let rows = app.keys.continuations(app.context(), &pressed);
    let able = rows
        .iter()
        .filter(|(_, action)| enabled(app, *action).is_ok());
    let able = able.map(|(steps, action)| card_row(app, steps, *action));
    let able: Vec<_> = able.collect();
    let Some(first) = able.first() else {
        let why = rows.first().map(|(_, action)| enabled(app, *action));
        if let Some(Err(why)) = why {
            app.say(why);
        }
        return;
    };
    let is_only = able.len() == 1 && first.steps == [Step::Key(ENTER)];
    show_card(
        app,
        Card {
            title: vec![card_title(app, first.action)],
            selected: is_only.then_some(0),
            rows: able,
            pressed,
            number: String::new(),
        },
    );
}

/// Opens a card that asks to confirm an action with Enter.
pub(super) fn ask(app: &mut App, action: Action) {
    show_card(
        app,
        Card {
            title: vec![card_title(app, action)],
            rows: vec![card_row(app, &[Step::Key(ENTER)], action)],
            selected: Some(0),
            pressed: Vec::new(),
            number: String::new(),
        },
    );
}

fn show_card(app: &mut App, mut card: Card) {
    let asks = |row: &CardRow| row.steps.first() == Some(&Step::Number);
    let enter = || KeyName(ENTER.to_string());
    let closes = CardHint::Closes {
        esc: KeyName(ESC.to_string()),
    };
    let has_one = matches!(&card.rows[..], [row] if row.steps == [Step::Key(ENTER)]);
    let hints = if has_one {
        vec![CardHint::OtherKeyCloses]
    } else if card.waits() {
        vec![CardHint::LetterSelects { enter: enter() }, closes]
    } else if card.rows.iter().any(asks) {
        vec![CardHint::LetterOrNumber { enter: enter() }, closes]
    } else {
        vec![closes]
    };
    let hints = hints.iter().map(|hint| hint.words(language()).into_owned());
    card.title.extend(hints);
    app.card = Some(card);
}

fn card_row(app: &App, steps: &[Step], action: Action) -> CardRow {
    let key = match steps {
        [one, ..] => shown(std::slice::from_ref(one)),
        [] => String::new(),
    };
    CardRow {
        key,
        label: card_label(app, action),
        about: about(app, action),
        steps: steps.to_vec(),
        action,
    }
}

/// Handles a key on the open card.
pub(super) fn press_on_card(
    app: &mut App,
    moment: &Moment,
    mut card: Card,
    key: Key,
) -> Vec<Effect> {
    if key == ENTER {
        return act_on_card(app, moment, &card);
    }
    let by = isize::from(key.code == Code::Down) - isize::from(key.code == Code::Up);
    if card.waits() && by != 0 {
        card.step(by);
        app.card = Some(card);
    } else if card.type_number(key) {
        app.card = Some(card);
    } else if let Some(at) = card.rows.iter().position(|row| row.begins_with(key)) {
        return select_on_card(app, moment, card, at, key);
    } else {
        close_card(app, &card, key);
    }
    Vec::new()
}

/// Handles the key of a row: acts if no key is left, selects it if only Enter is left.
fn select_on_card(
    app: &mut App,
    moment: &Moment,
    mut card: Card,
    at: usize,
    key: Key,
) -> Vec<Effect> {
    let Some(row) = card.rows.get(at) else {
        return Vec::new();
    };
    match row.steps[..] {
        [_] => return app.run(moment, row.action, key.typed().into()),
        [_, Step::Key(ENTER)] => {
            card.selected = Some(at);
            app.card = Some(card);
        }
        [] | [_, _, ..] => {
            card.pressed.push(key);
            open_card(app, card.pressed);
        }
    }
    Vec::new()
}

/// Runs the action of the selected row, unless it no longer does what the card says.
fn act_on_card(app: &mut App, moment: &Moment, card: &Card) -> Vec<Effect> {
    let selected = card.selected.and_then(|at| card.rows.get(at));
    let Some(row) = selected.filter(|row| row.steps.last() == Some(&Step::Key(ENTER))) else {
        app.say(CardMessage::NothingSelected);
        return Vec::new();
    };
    let is_same = card_label(app, row.action) == row.label && about(app, row.action) == row.about;
    if enabled(app, row.action).is_ok() && !is_same {
        app.say(CardMessage::Changed);
        return Vec::new();
    }
    let given = card.number.parse().map_or(Given::Nothing, Given::Number);
    if row.action == Action::Quit {
        return app.leave();
    }
    app.run(moment, row.action, given)
}

/// Says why a key that is not on the card only closes it; Escape needs no reason.
fn close_card(app: &mut App, card: &Card, key: Key) {
    if key == ESC {
        return;
    }
    let rows = app.keys.continuations(app.context(), &card.pressed);
    let mut rows = rows.into_iter();
    let named = rows.find(|(steps, _)| steps.first().is_some_and(|step| step.takes(key)));
    match named.map(|(_, action)| enabled(app, action)) {
        Some(Err(why)) => app.say(why),
        Some(Ok(())) | None => app.say(CardMessage::NotOnCard {
            key: KeyName(key.to_string()),
        }),
    }
}
