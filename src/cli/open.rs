//! `roundtable`: opens the screen.

use ratatui::backend::Backend;

use super::{Arguments, Outside, Status, Workspace};
use crate::app::{App, DeskEvent, DeskId, Event};
use crate::shell::{EventLoop, Gate, SessionAt, Terminal, can_print, listen};
use crate::store::{OpenMark, load_session, session_file, take_sheets_back};

pub(super) fn run(arguments: &Arguments, outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let workspace = Workspace::new(&arguments.briefing, arguments.author.as_deref(), outside)?;
    workspace.say_doubts(outside)?;
    // `roundtable forget` refuses to delete while this mark is held.
    let state = workspace.state();
    let _open = state.and_then(|state| OpenMark::new(state, &workspace.briefing));
    let session = session_of(&workspace);
    if let Some(session) = session.file() {
        // A sheet that cannot be recovered now waits for the next start.
        drop(take_sheets_back(session));
    }
    let taken_over = session.file().map(load_session).unwrap_or_default();
    let (map, limit) = (workspace.keys.clone(), workspace.settings.speaking_limit);
    let notice = workspace.configuration_notice();
    let (parts, sender) = workspace.parts(arguments.theme, session);
    if let Some(notice) = notice {
        // Sending cannot fail: the loop owns the receiver.
        drop(sender.send(Event::Desk(DeskId::default(), DeskEvent::Notice(notice))));
    }
    let gate = Gate::default();
    let terminal = Terminal::take(gate.clone(), sender.clone())?;
    listen(sender, gate);
    let backend = terminal.backend();
    let size = backend.size()?;
    let app = App::new((size.width, size.height), taken_over);
    let app = app.with_keys(map).with_limit(limit);
    match EventLoop::new(app, backend, terminal, parts)?.run() {
        Ok(()) => Ok(Status::Done),
        Err(error) if can_print() => Err(error.into()),
        // Printing to a terminal that is stuck would hang the program.
        Err(_) => Ok(Status::Failed),
    }
}

/// Returns the place where the session of a briefing is kept.
fn session_of(workspace: &Workspace) -> SessionAt {
    match (workspace.state(), &workspace.no_folders) {
        (Some(state), _) => SessionAt::File(session_file(state, &workspace.briefing)),
        (None, Some(why)) => SessionAt::Nowhere(why.reason().to_owned()),
        (None, None) => SessionAt::Off,
    }
}
