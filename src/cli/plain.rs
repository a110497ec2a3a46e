//! `roundtable` where there is no terminal to draw on: the briefing as text.

use std::path::Path;

use super::{Outside, Status};
use crate::store::load_briefing;
use crate::text::clean_line;

pub(super) fn run(briefing: &Path, outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let loaded = load_briefing(briefing);
    let Some(briefing) = loaded.briefing else {
        let problems = loaded
            .problems
            .map(|problems| problems.text)
            .unwrap_or_default();
        writeln!(outside.err, "{}", problems.trim_end())?;
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
