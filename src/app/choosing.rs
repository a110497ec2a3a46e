//! What choosing a line of a list does.

use super::App;
use super::event::{Effect, Moment};
use super::input::Given;
use super::lists::{Choice, Picker, Purpose, set_question};
use super::overlay::Overlay;
use super::speaking::{correct, give_floor_to, toggle_queued, turn_to_correct};
use crate::messages::{CardMessage, FloorMessage, KeyName};
use crate::model::Speaker;

/// Carries out the choice made in the list in front.
pub(super) fn choose(app: &mut App, moment: &Moment, choice: Choice) -> Vec<Effect> {
    let Some(Overlay::List(picker)) = app.front.overlays.pop() else {
        return Vec::new();
    };
    match choice {
        Choice::Run(action) if action.asks_for_more() => {
            let keys = app.keys.key_for(&[app.desk.context()], action);
            app.say(CardMessage::PressKeys {
                keys: KeyName(keys),
            });
            app.front.overlays.clear();
            Vec::new()
        }
        Choice::Run(action) => app.run(moment, action, Given::Nothing),
        Choice::Nothing => {
            app.front.overlays.push(Overlay::List(picker));
            Vec::new()
        }
        Choice::Format(format) => match app.front.overlays.last() {
            Some(Overlay::Report(preview)) => {
                let outcome = preview.write(format, &app.desk);
                app.apply(outcome)
            }
            Some(
                Overlay::Find(_)
                | Overlay::List(_)
                | Overlay::Countries(_)
                | Overlay::Dossier(_)
                | Overlay::History(_),
            )
            | None => Vec::new(),
        },
        Choice::Entry(entry) => {
            app.front.overlays.clear();
            app.desk.jump_to_entry(entry);
            Vec::new()
        }
        Choice::Paragraph(paragraph) => {
            app.front.overlays.clear();
            app.desk.jump_to_paragraph(paragraph);
            Vec::new()
        }
        Choice::Pane(pane) => {
            app.front.overlays.clear();
            app.desk.focus_on(pane);
            Vec::new()
        }
        Choice::Country(code) => {
            app.front.open_dossier(code, &app.desk);
            Vec::new()
        }
        Choice::Question(nth) => {
            let outcome = set_question(&mut app.desk, nth, picker.since_turn_began);
            app.apply(outcome)
        }
        Choice::Turn(turn) => {
            app.front.open_correction(turn, &app.desk);
            Vec::new()
        }
        Choice::Speaker(speaker) => speaker_chosen(app, moment, &picker, speaker),
    }
}

/// Does what the list of speakers was opened for, with the chosen speaker.
fn speaker_chosen(
    app: &mut App,
    moment: &Moment,
    picker: &Picker,
    speaker: Speaker,
) -> Vec<Effect> {
    let desk = &mut app.desk;
    let outcome = match picker.purpose {
        Purpose::Queue => toggle_queued(desk, speaker),
        Purpose::Correction => correct(desk, moment, picker.turn.as_ref(), &speaker),
        Purpose::Floor if picker.since_turn_began => {
            let turn = turn_to_correct(desk);
            correct(desk, moment, turn.as_ref(), &speaker)
        }
        Purpose::Floor => give_floor_to(desk, moment, speaker),
        Purpose::GoTo
        | Purpose::Help
        | Purpose::Palette
        | Purpose::FloorLog
        | Purpose::Question
        | Purpose::Format => return Vec::new(),
    };
    app.apply(outcome)
}

/// Corrects the speaker of a turn to the selected one: the turn that the list is about, otherwise
/// the current or last turn.
pub(super) fn accept_correction(app: &mut App, moment: &Moment) -> Vec<Effect> {
    let Some(Overlay::List(picker)) = app.front.overlays.last() else {
        return Vec::new();
    };
    let corrects = matches!(picker.purpose, Purpose::Floor | Purpose::Correction);
    let Some(Choice::Speaker(speaker)) = picker.choice().filter(|_| corrects) else {
        return Vec::new();
    };
    let turn = picker.turn.clone().or_else(|| turn_to_correct(&app.desk));
    app.front.overlays.clear();
    if turn.is_none() && app.desk.proceedings.holder().is_none() {
        app.say(FloorMessage::NoTurns);
        return Vec::new();
    }
    let outcome = correct(&mut app.desk, moment, turn.as_ref(), &speaker);
    app.apply(outcome)
}
