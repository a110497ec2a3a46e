//! Connects the state with the world: terminal, threads, files, signals.
//!
//! Rules, in order: the terminal is restored, whatever ends the program; file work has its own
//! thread, so that typing never waits for a disk; everything that happens comes through one
//! channel. Deliberately absent: an async runtime.

mod alarm;
mod desk_sender;
mod editor;
mod event_loop;
mod file_worker;
mod files;
mod indexer;
mod input;
mod memory;
mod session_saver;
mod sys;
mod terminal;
mod terminal_writer;
mod wait;
mod zone;

pub use desk_sender::DeskSender;
pub use editor::Editor;
pub use event_loop::{EventLoop, Host, Parts, Progress};
pub use files::{FileThread, Files};
pub use indexer::Indexer;
pub use input::{Gate, listen};
pub use memory::InMemory;
pub use session_saver::SessionAt;
pub use sys::can_print;
pub use terminal::{NoTerminal, Terminal};
pub use terminal_writer::Drawn;

use input::watch;

use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::app::Moment;
use crate::model::NoteId;
use crate::store::unique_id;

/// Returns a closure that tells the time since this call.
pub fn stopwatch() -> impl FnMut() -> Duration {
    let start = Instant::now();
    move || start.elapsed()
}

/// Returns the time now, to the second, with a new id.
pub fn this_moment() -> Moment {
    let (zone, _) = zone::zone_here();
    let now = Timestamp::now().to_zoned_datetime(zone);
    let now = now.round(jiff::Unit::Second).unwrap_or(now);
    Moment {
        now,
        since_boot: sys::since_boot(),
        fresh_id: NoteId::from(unique_id()),
    }
}

/// Returns a warning when [`this_moment`] uses UTC because the time zone cannot be read.
pub fn time_zone_doubt() -> Option<String> {
    zone::zone_here().1
}
