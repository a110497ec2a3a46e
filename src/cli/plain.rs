//! `roundtable` without a terminal: prints the briefing as text.

use std::path::Path;

use super::{Outside, Status, read};
use crate::text::clean_line;

pub(super) fn run(briefing: &Path, outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let Some(briefing) = read::briefing(briefing, outside)? else {
        return Ok(Status::Failed);
    };
    let paper = briefing.paper();
    writeln!(
        outside.out,
        "{}: {}",
        clean_line(&paper.session),
        clean_line(&paper.title)
    )?;
    let mut kind = None;
    for entry in briefing.entries() {
        if kind != Some(entry.kind()) {
            kind = Some(entry.kind());
            writeln!(outside.out, "\n{}", entry.kind().heading().to_uppercase())?;
        }
        writeln!(
            outside.out,
            "\n{} ({})",
            clean_line(entry.heading()),
            clean_line(entry.at())
        )?;
        for paragraph in briefing
            .paragraphs()
            .get(entry.paragraphs())
            .unwrap_or_default()
        {
            writeln!(
                outside.out,
                "\n¶{} {}",
                paragraph.number(),
                paragraph.text()
            )?;
        }
    }
    Ok(Status::Done)
}
