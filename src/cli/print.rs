//! `roundtable --print`: prints one frame as text, from the same loop that draws the screen. No
//! file is written: notes made by the given keys stay in memory, and the frame says so.

use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

use super::{Arguments, Outside, Status, Workspace};
use crate::app::{App, Event, Key};
use crate::messages::{CommandError, KeyName};
use crate::model::Session;
use crate::shell::{EventLoop, NoTerminal, Progress};

/// Parses a size such as `120x40`, from 1 to 1000 columns and rows.
pub(super) fn size(text: &str) -> Result<(u16, u16), CommandError> {
    let sides = text.split_once('x').and_then(|(columns, rows)| {
        let side = |text: &str| text.parse().ok().filter(|side| (1..=1000).contains(side));
        Some((side(columns)?, side(rows)?))
    });
    sides.ok_or(CommandError::NoSize)
}

pub(super) fn run(arguments: &Arguments, outside: &mut Outside<'_>) -> anyhow::Result<Status> {
    let keys = Key::sequence(&arguments.keys).map_err(|name| CommandError::UnknownKey {
        name: KeyName(name),
    })?;
    let workspace = Workspace::new(&arguments.briefing, arguments.author.as_deref(), outside)?;
    let app = App::new(arguments.size, Session::default());
    let app = app.with_keys(workspace.keys.clone());
    let app = app.with_limit(workspace.settings.speaking_limit);
    let (parts, sender) = workspace.parts_in_memory(arguments.theme);
    let backend = TestBackend::new(arguments.size.0, arguments.size.1);
    let mut event_loop = EventLoop::new(app, backend, NoTerminal::default(), parts)?;
    event_loop.open()?;
    for key in keys {
        // Sending cannot fail: the loop owns the receiver.
        drop(sender.send(Event::Key(key)));
        if event_loop.settle()? != Progress::GoesOn || event_loop.await_files()? != Progress::GoesOn
        {
            break;
        }
    }
    event_loop.draw()?;
    write!(
        outside.out,
        "{}",
        text(event_loop.terminal.backend().buffer())
    )?;
    event_loop.close()?;
    Ok(Status::Done)
}

/// Returns the cells of a frame as lines of text, without trailing spaces.
fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for row in buffer.content.chunks(usize::from(buffer.area.width)) {
        let mut line = String::new();
        let mut covered = 0;
        for cell in row {
            // A wide character covers the cells after it.
            if covered == 0 {
                line.push_str(cell.symbol());
                covered = cell.symbol().width();
            }
            covered = covered.saturating_sub(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
