//! `roundtable keys`: prints the table of keys.

use super::{Outside, Status};
use crate::app::{Context, KeyMap, Row};
use crate::text::{pad, width};

pub(super) fn run(outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let keys = KeyMap::default();
    let widest = keys
        .rows()
        .iter()
        .map(|row| width(&row.keys_shown()))
        .max()
        .unwrap_or_default();
    for row in keys.rows() {
        let keys = pad(&row.keys_shown(), widest);
        for (help, contexts) in by_words(row) {
            writeln!(outside.out, "{keys}  {help} ({})", places(&contexts))?;
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
