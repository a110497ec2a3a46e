//! `roundtable check`: lists every mistake of a briefing.

use std::path::Path;

use super::{Outside, Status};
use crate::messages::CommandMessage;
use crate::store::{load_briefing, read_text};

pub(super) fn run(briefing: &Path, outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let loaded = load_briefing(briefing);
    if let Some(problems) = &loaded.problems {
        writeln!(outside.out, "{}", problems.text.trim_end())?;
    }
    let Some(found) = loaded.briefing else {
        let unreadable = read_text(briefing).is_err();
        return Ok(if unreadable {
            Status::Failed
        } else {
            Status::Nothing
        });
    };
    outside.print(&CommandMessage::Ready {
        briefing: briefing.display().to_string(),
        entries: found.entries().len(),
        paragraphs: found.paragraphs().len(),
    })?;
    Ok(Status::Done)
}
