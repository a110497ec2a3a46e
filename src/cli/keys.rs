//! `roundtable keys`: the table of keys.

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

/// Where a row holds, in words.
fn places(row: &Row) -> String {
    let holds = |context: &Context| row.contexts.contains(context);
    if Context::ALL
        .iter()
        .filter(|context| !context.takes_text())
        .all(holds)
    {
        return "everywhere but in text".to_owned();
    }
    let panes = [Context::Contents, Context::Reader, Context::Notes];
    if panes.iter().all(holds) {
        return "panes".to_owned();
    }
    row.contexts
        .iter()
        .map(|context| context.name())
        .collect::<Vec<_>>()
        .join(", ")
}
