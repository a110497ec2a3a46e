//! Reads a briefing and its notes for the commands, and finds the paragraph of a note.

use std::path::Path;

use super::{Outside, Workspace};
use crate::messages::CommandMessage;
use crate::model::{Briefing, Note, Paragraph, Placed, Session};
use crate::store::{
    AllNotes, Waits, is_same_file, load_briefing, load_session, notes_files, read_all, session_file,
};

/// Reads the briefing. If it cannot be used, returns `None` and prints its mistakes.
pub(super) fn briefing(path: &Path, outside: &mut Outside<'_>) -> anyhow::Result<Option<Briefing>> {
    let loaded = load_briefing(path);
    if loaded.briefing.is_none() {
        let problems = loaded.problems.map(|problems| problems.text);
        writeln!(outside.err, "{}", problems.unwrap_or_default().trim_end())?;
    }
    Ok(loaded.briefing)
}

/// Reads the session that the screen last saved for the briefing.
pub(super) fn session(workspace: &Workspace) -> Session {
    let file = workspace
        .state()
        .map(|state| session_file(state, &workspace.briefing));
    file.as_deref().map(load_session).unwrap_or_default()
}

/// Reads all notes of a briefing, as the screen shows them.
pub(super) fn all(workspace: &Workspace) -> AllNotes {
    let author = || workspace.author();
    read_all(
        &workspace.briefing,
        workspace.state(),
        &session(workspace),
        author,
        Waits::ForSaves,
    )
}

/// Reads all notes, and warns on standard error about those that are damaged or on this machine
/// only.
pub(super) fn notes(workspace: &Workspace, outside: &mut Outside<'_>) -> anyhow::Result<AllNotes> {
    let all = all(workspace);
    for told in all.messages() {
        outside.tell_text(&told)?;
    }
    say_notes_beside_link(workspace, outside)?;
    Ok(all)
}

/// Warns about notes files beside a link to the briefing, where older versions wrote them.
pub(super) fn say_notes_beside_link(
    workspace: &Workspace,
    outside: &mut Outside<'_>,
) -> anyhow::Result<()> {
    if workspace.named == workspace.briefing {
        return Ok(());
    }
    let read = notes_files(&workspace.briefing);
    let beside_link = notes_files(&workspace.named).into_iter();
    let unread = beside_link.filter(|file| !read.iter().any(|one| is_same_file(one, file)));
    let stem = |path: &Path| {
        path.file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    let (link, target) = (stem(&workspace.named), stem(&workspace.briefing));
    for file in unread {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let rest = name.strip_prefix(&link).unwrap_or(&name);
        let moved = workspace.briefing.with_file_name(format!("{target}{rest}"));
        outside.tell(&CommandMessage::NotesBesideLink {
            file: file.display().to_string(),
            moved: moved.display().to_string(),
        })?;
    }
    Ok(())
}

/// Returns the number of the paragraph that a note is about, if the paper has that paragraph.
pub(super) fn paragraph_number(briefing: &Briefing, note: &Note) -> Option<usize> {
    let index = briefing.placed(note.anchor.as_ref()?).paragraph()?;
    briefing.paragraphs().get(index).map(Paragraph::number)
}

/// Returns whether a note is about a paragraph that cannot be found in the paper.
pub(super) fn is_not_found(briefing: &Briefing, note: &Note) -> bool {
    let mut anchor = note.anchor.iter();
    anchor.any(|anchor| briefing.placed(anchor) == Placed::NotFound)
}
