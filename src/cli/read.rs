//! What commands read: a briefing, its notes, and where in it a note belongs.

use std::path::Path;

use super::Outside;
use crate::model::{Briefing, Note, Notes, Paragraph};
use crate::store::{load_briefing, read_notes};

/// The briefing; where it cannot be used, what is wrong with it is said instead.
pub(super) fn briefing(path: &Path, outside: &mut Outside<'_>) -> anyhow::Result<Option<Briefing>> {
    let loaded = load_briefing(path);
    if loaded.briefing.is_none() {
        let problems = loaded.problems.map(|problems| problems.text);
        writeln!(outside.err, "{}", problems.unwrap_or_default().trim_end())?;
    }
    Ok(loaded.briefing)
}

/// The notes of a briefing; what is damaged is said.
pub(super) fn notes(briefing: &Path, outside: &mut Outside<'_>) -> anyhow::Result<Notes> {
    let gathered = read_notes(briefing);
    for damage in gathered.damage.iter().chain(&gathered.notices) {
        writeln!(outside.err, "roundtable: {damage}")?;
    }
    Ok(gathered.notes)
}

/// The number of the paragraph that a note is about.
pub(super) fn paragraph_number(briefing: &Briefing, note: &Note) -> Option<usize> {
    let index = note.anchor.as_ref()?.paragraph_in(briefing)?;
    briefing.paragraphs().get(index).map(Paragraph::number)
}
