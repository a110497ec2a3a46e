//! `roundtable keys`: prints the keys in force, and reads them from the configuration.

use super::{Outside, Status};
use crate::app::{Action, BadBinding, Context, KeyMap, Row, UserBinding};
use crate::store::{Folders, KeySetting, Settings, nearest};
use crate::text::{clean_line, pad, width};

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
        mistakes.push(format!("{place}: {why}{}", near(&why)));
    }
    (settings, keys, mistakes)
}

/// Returns the next step for a name that no action has.
fn near(why: &BadBinding) -> String {
    let BadBinding::NoAction(name) = why else {
        return String::new();
    };
    match nearest(name, Action::all().map(Action::name)) {
        Some(meant) => format!("; did you mean \"{meant}\"?"),
        None => "; `roundtable keys` lists the names".to_owned(),
    }
}

pub(super) fn run(outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let folders = Folders::of_user().ok();
    let (_, keys, mistakes) = in_force(folders.as_ref());
    for wrong in mistakes {
        writeln!(outside.err, "roundtable: {}", clean_line(&wrong))?;
    }
    let widest = |of: &dyn Fn(&Row) -> usize| keys.rows().iter().map(of).max();
    let shown = widest(&|row| width(&row.keys_shown())).unwrap_or_default();
    let named = widest(&|row| width(row.action.name())).unwrap_or_default();
    for row in keys.rows() {
        let (keys, name) = (row.keys_shown(), row.action.name());
        let changed = if row.is_changed { " · changed" } else { "" };
        for (help, contexts) in by_words(row) {
            let (keys, name) = (pad(&keys, shown), pad(name, named));
            let places = places(&contexts);
            writeln!(outside.out, "{keys}  {name}  {help} ({places}){changed}")?;
        }
    }
    Ok(Status::Done)
}

/// Groups the contexts of a row by the help line of its action there, in order.
fn by_words(row: &Row) -> Vec<(&'static str, Vec<Context>)> {
    let mut groups: Vec<(&str, Vec<Context>)> = Vec::new();
    for context in &row.contexts {
        let (_, help, _) = row.action.words(*context);
        match groups.iter_mut().find(|(words, _)| *words == help) {
            Some((_, contexts)) => contexts.push(*context),
            None => groups.push((help, vec![*context])),
        }
    }
    groups
}

/// Names the contexts; the three panes together are "panes".
fn places(contexts: &[Context]) -> String {
    const PANES: [Context; 3] = [Context::Contents, Context::Reader, Context::Notes];
    let in_panes = PANES.iter().all(|pane| contexts.contains(pane));
    let others = contexts.iter();
    let others = others.filter(|context| !(in_panes && PANES.contains(context)));
    let names = others.map(|context| context.name());
    let panes = in_panes.then_some("panes");
    panes
        .into_iter()
        .chain(names)
        .collect::<Vec<_>>()
        .join(", ")
}
