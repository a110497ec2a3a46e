//! `roundtable`: opens the screen.

use std::io::stdout;
use std::sync::mpsc::channel;

use ratatui::backend::{Backend, CrosstermBackend};

use super::{Arguments, Outside, Place, Status, theme};
use crate::app::App;
use crate::shell::{Desk, Office, Show, Staff, Terminal, listen, this_moment, watch_signals};
use crate::store::{load_session, session_file};

pub(super) fn run(arguments: &Arguments, outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let briefing = arguments.briefing.clone();
    let place = Place::new(briefing, arguments.author.as_deref(), outside)?;
    let session = place
        .folders
        .as_ref()
        .map(|folders| session_file(&folders.state, &place.briefing));
    let taken_over = session.as_deref().map(load_session).unwrap_or_default();
    let (sender, events) = channel();
    watch_signals(sender.clone())?;
    let office = Office {
        briefing: place.briefing,
        notes: place.notes,
        session,
    };
    let desk = Desk::open(office, sender.clone());
    let terminal = Terminal::take()?;
    listen(sender);
    let backend = CrosstermBackend::new(stdout());
    let size = backend.size()?;
    let app = App::new(place.author, (size.width, size.height), taken_over);
    let theme = theme(arguments.theme, place.settings.theme);
    let staff = Staff {
        theme,
        events,
        desk,
        clock: Box::new(this_moment),
    };
    Show::new(app, backend, terminal, staff)?.run()?;
    Ok(Status::Done)
}
