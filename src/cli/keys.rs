//! `roundtable keys`: reads the keys from the configuration and prints those in force.

use super::output::{LANGUAGE, words};
use super::{Outside, Status};
use crate::app::{Action, Context, KeyMap, Row, UserBinding};
use crate::messages::{BindingMistake, CommandMessage};
use crate::store::{Folders, KeySetting, Settings, nearest};
use crate::text::{pad, width};

/// Reads the configuration; returns the settings, the keys in force, and all mistakes.
pub(super) fn in_force(folders: Option<&Folders>) -> (Settings, KeyMap, Vec<String>) {
    let (settings, mut mistakes) = folders.map(Settings::load).unwrap_or_default();
    let binding = |setting: &KeySetting| UserBinding {
        action: setting.action.clone(),
        keys: setting.keys.clone(),
    };
    let bindings: Vec<_> = settings.keys.iter().map(binding).collect();
    let (keys, bad) = KeyMap::with(&bindings);
    for (at, why) in bad {
        let place = settings.keys.get(at).map_or("", |setting| &setting.place);
        mistakes.push(format!("{place}: {}", with_nearest(why).words(LANGUAGE)));
    }
    (settings, keys, mistakes)
}

/// Adds the most similar action name to a mistake about an unknown action.
fn with_nearest(mistake: BindingMistake) -> BindingMistake {
    match mistake {
        BindingMistake::NoAction { name, .. } => {
            let nearest = nearest(&name, Action::all().map(Action::name));
            BindingMistake::NoAction { name, nearest }
        }
        other => other,
    }
}

pub(super) fn run(outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let folders = Folders::of_user().ok();
    let (_, keys, mistakes) = in_force(folders.as_ref());
    for wrong in mistakes {
        outside.tell_text(&wrong)?;
    }
    let widest = |of: &dyn Fn(&Row) -> usize| keys.rows().iter().map(of).max();
    let shown = widest(&|row| width(&row.keys_shown())).unwrap_or_default();
    let named = widest(&|row| width(row.action.name())).unwrap_or_default();
    for row in keys.rows() {
        let (keys, name) = (row.keys_shown(), row.action.name());
        let changed = words(&CommandMessage::ChangedKeys);
        let changed = if row.is_changed {
            format!(" · {changed}")
        } else {
            String::new()
        };
        for (help, contexts) in row.by_help() {
            let help = help.words(LANGUAGE).full;
            let (keys, name) = (pad(&keys, shown), pad(name, named));
            let places = places(&contexts);
            writeln!(outside.out, "{keys}  {name}  {help} ({places}){changed}")?;
        }
    }
    Ok(Status::Done)
}

/// Returns the names of the parts of the screen that the contexts belong to.
fn places(contexts: &[Context]) -> String {
    let places = Context::places(contexts).into_iter();
    let names: Vec<_> = places.map(|place| place.words(LANGUAGE)).collect();
    names.join(", ")
}
