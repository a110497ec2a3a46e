//! `roundtable keys`: prints the table of keys.

use super::{Outside, Status};
use crate::app::{Context, ROWS, Row};
use crate::text::{pad, width};

pub(super) fn run(outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let widest = ROWS
        .iter()
        .map(|row| width(&row.keys_shown()))
        .max()
        .unwrap_or_default();
    for row in ROWS {
        let keys = pad(&row.keys_shown(), widest);
        let (_, says, _) = row.action.words();
        writeln!(outside.out, "{keys}  {says} ({})", places(row))?;
    }
    Ok(Status::Done)
}

/// Names the contexts of a row; the three panes together are "panes".
fn places(row: &Row) -> String {
    const PANES: [Context; 3] = [Context::Contents, Context::Reader, Context::Notes];
    let in_panes = PANES.iter().all(|pane| row.contexts.contains(pane));
    let others = row.contexts.iter();
    let others = others.filter(|context| !(in_panes && PANES.contains(context)));
    let names = others.map(|context| context.name());
    let panes = in_panes.then_some("panes");
    panes
        .into_iter()
        .chain(names)
        .collect::<Vec<_>>()
        .join(", ")
}
