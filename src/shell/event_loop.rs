//! The event loop: handles one event and all that wait after it, then draws one frame.
//!
//! Rules, in order: whatever was typed before the end is kept; the loop never waits for the
//! terminal, and waits for the disk only a few milliseconds; while keys come, a frame is drawn at
//! least every 50 ms and shows the newest state.

mod end;

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::app::{App, DeskEffect, DeskEvent, Effect, Event, Moment};
use crate::messages::EditorMessage;
use crate::ui::{Theme, draw};

use super::editor::Ready;
use super::{Editor, FileThread, Indexer};

/// The interval at which a clock on the screen is redrawn.
const SECOND: Duration = Duration::from_secs(1);

/// How long events are handled before a frame is due: 50 ms including the drawing.
const FRAME: Duration = Duration::from_millis(40);

/// The operations that need a real terminal.
pub trait Host {
    /// Returns whether the terminal can accept a frame. If not, [`Event::Ready`] follows when it
    /// can.
    fn is_free(&mut self) -> bool {
        true
    }
    /// Sends the drawn frame to the terminal.
    fn show(&mut self) {}
    /// Copies text to the clipboard.
    fn copy(&mut self, text: &str);
    /// Stops the program, with the terminal restored, and takes the terminal again on SIGCONT.
    fn suspend(&mut self) -> io::Result<()>;
    /// Stops the program without touching the terminal, until it is continued.
    fn stop(&mut self) -> io::Result<()> {
        Ok(())
    }
    /// Sets the terminal's modes again, which another program may have changed.
    fn resume(&mut self) {}
    /// Hands the terminal to another program.
    fn lend(&mut self) -> io::Result<()>;
    /// Takes the terminal from that program again.
    fn take_back(&mut self) -> io::Result<()>;
}

/// The state of the loop after an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The loop continues.
    GoesOn,
    /// The user quits; the program waits until everything is on the disk.
    Quits,
    /// The terminal or the system ends the program, which has a second to finish.
    Ended,
}

/// The running program: state, screen, host and threads.
pub struct EventLoop<B: Backend, H: Host> {
    /// The state.
    pub app: App,
    /// The screen.
    pub terminal: Terminal<B>,
    /// The real terminal, or a stand-in for tests and `--print`.
    pub host: H,
    theme: Theme,
    events: Receiver<Event>,
    /// Events that were received but not handled yet.
    waiting: VecDeque<Event>,
    /// Whether the end was received, which overtakes all waiting events.
    has_ended: bool,
    files: FileThread,
    indexer: Indexer,
    editor: Editor,
    clock: Box<dyn FnMut() -> Moment>,
    stopwatch: Box<dyn FnMut() -> Duration>,
}

/// The parts of an [`EventLoop`] besides state, screen and host.
pub struct Parts {
    /// The styles.
    pub theme: Theme,
    /// The one channel of all events.
    pub events: Receiver<Event>,
    /// The thread that works with files.
    pub files: FileThread,
    /// The thread that indexes.
    pub indexer: Indexer,
    /// The user's editor.
    pub editor: Editor,
    /// The source of times and ids.
    pub clock: Box<dyn FnMut() -> Moment>,
    /// The time since the program started.
    pub stopwatch: Box<dyn FnMut() -> Duration>,
}

impl<B: Backend<Error: Send + Sync + 'static>, H: Host> EventLoop<B, H> {
    /// Creates the loop on the screen of a backend.
    ///
    /// # Errors
    /// When the backend cannot tell its size.
    pub fn new(app: App, backend: B, host: H, parts: Parts) -> io::Result<Self> {
        let options = TerminalOptions {
            viewport: Viewport::Fullscreen,
        };
        let terminal = Terminal::with_options(backend, options).map_err(io::Error::other)?;
        let Parts {
            theme,
            events,
            files,
            indexer,
            editor,
            clock,
            stopwatch,
        } = parts;
        Ok(Self {
            app,
            terminal,
            host,
            theme,
            events,
            waiting: VecDeque::new(),
            has_ended: false,
            files,
            indexer,
            editor,
            clock,
            stopwatch,
        })
    }

    /// Handles events until briefing and notes are read and indexed.
    ///
    /// # Errors
    /// When the terminal cannot be written to, or reading fails.
    pub fn open(&mut self) -> io::Result<()> {
        while !self.app.desk().is_open() || self.app.desk().is_indexing() {
            if self.step()? != Progress::GoesOn {
                return Err(io::Error::other("reading has failed"));
            }
        }
        Ok(())
    }

    /// Handles one event, and all that follow until everything is saved, kept and indexed.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn settle(&mut self) -> io::Result<Progress> {
        let mut outcome = self.step()?;
        while outcome == Progress::GoesOn && self.is_unsettled() {
            outcome = self.step()?;
        }
        Ok(outcome)
    }

    /// Waits until the file thread has done all its work, and handles its answers.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn await_files(&mut self) -> io::Result<Progress> {
        self.files.wait_for_requests();
        while let Some(event) = self.next() {
            if self.take(event)? == Progress::Quits {
                return Ok(Progress::Quits);
            }
        }
        let ended = self.has_ended.then_some(Progress::Ended);
        Ok(ended.unwrap_or(Progress::GoesOn))
    }

    /// Returns whether a thread has not answered yet.
    fn is_unsettled(&self) -> bool {
        self.app.desk().is_saving() || self.app.desk().is_indexing() || self.app.desk().is_keeping()
    }

    /// Waits until the file thread has finished.
    ///
    /// # Errors
    /// When the disk does not answer.
    pub fn close(self) -> io::Result<()> {
        self.files.close(|| false)
    }

    /// Waits for an event, handles it and those that wait after it until a frame is due, and draws
    /// once if the terminal can accept a frame.
    ///
    /// # Errors
    /// When the terminal fails.
    pub fn step(&mut self) -> io::Result<Progress> {
        let mut next = self.wait();
        let due = (self.stopwatch)() + FRAME;
        while let Some(event) = next {
            if self.take(event)? == Progress::Quits {
                return Ok(Progress::Quits);
            }
            let is_due = (self.stopwatch)() >= due;
            next = if is_due { None } else { self.next() };
        }
        self.files.wait_for_session();
        // "draft kept" belongs on the frame that closes the bar.
        while self.app.desk().is_keeping()
            && let Some(event) = self.next()
        {
            if self.take(event)? == Progress::Quits {
                return Ok(Progress::Quits);
            }
        }
        if self.has_ended {
            return Ok(Progress::Ended);
        }
        if !self.editor.is_at_work() {
            if self.host.is_free() {
                self.draw()?;
            }
            self.editor.forget();
        }
        Ok(Progress::GoesOn)
    }

    /// Waits for an event. Returns `None` at the end, and when all senders are gone.
    fn wait(&mut self) -> Option<Event> {
        if let Some(event) = self.next() {
            return Some(event);
        }
        if self.has_ended {
            return None;
        }
        let came = if self.app.desk().has_clock() {
            self.events.recv_timeout(SECOND)
        } else {
            self.events.recv().map_err(RecvTimeoutError::from)
        };
        match came {
            Ok(event) => self.put(event),
            Err(RecvTimeoutError::Timeout) => return Some(Event::Tick),
            Err(RecvTimeoutError::Disconnected) => self.has_ended = true,
        }
        self.next()
    }

    /// Returns the next received event; `None` once the end was received.
    fn next(&mut self) -> Option<Event> {
        self.gather();
        if self.has_ended {
            return None;
        }
        self.waiting.pop_front()
    }

    /// Receives all events that are in the channel.
    fn gather(&mut self) {
        while let Ok(event) = self.events.try_recv() {
            self.put(event);
        }
    }

    fn put(&mut self, event: Event) {
        match event {
            Event::Ended => self.has_ended = true,
            event => self.waiting.push_back(event),
        }
    }

    /// Returns whether an event is input for the editor, typed before the editor had the terminal.
    fn is_for_editor(&self, event: &Event) -> bool {
        let is_of_terminal = matches!(event, Event::Key(_) | Event::Paste(_) | Event::Mouse(..));
        is_of_terminal && self.editor.is_at_work()
    }

    /// Handles one event and performs its effects.
    fn take(&mut self, event: Event) -> io::Result<Progress> {
        if self.is_for_editor(&event) {
            return Ok(Progress::GoesOn);
        }
        let moment = (self.clock)();
        match event {
            Event::Suspend => self.suspend(&moment)?,
            Event::Continued if !self.editor.is_at_work() => {
                self.host.resume();
                self.redraw(&moment)?;
            }
            Event::Desk(_, DeskEvent::Edited(_)) if self.editor.is_at_work() => {
                self.editor.finish();
                self.host.take_back()?;
                self.redraw(&moment)?;
            }
            _ => (),
        }
        for effect in self.app.update(&moment, event) {
            match effect {
                Effect::Desk(_, DeskEffect::Files(request)) => self.files.give(request),
                Effect::Desk(_, DeskEffect::Index(texts)) => self.indexer.give(texts),
                Effect::Desk(_, DeskEffect::Keep(session)) => self.files.keep(session),
                Effect::Desk(_, DeskEffect::KeepDraft(session)) => {
                    self.files.keep_and_tell(session);
                }
                Effect::Desk(desk, DeskEffect::Edit(draft)) => match self.lend() {
                    Ok(ready) => self.editor.start(ready, draft),
                    Err(why) => {
                        let event = DeskEvent::Edited(Err(why));
                        return self.take(Event::Desk(desk, event));
                    }
                },
                Effect::Copy(text) => self.host.copy(&text),
                Effect::Redraw => self.redraw(&moment)?,
                Effect::Suspend => self.suspend(&moment)?,
                Effect::Quit => return Ok(Progress::Quits),
            }
        }
        Ok(Progress::GoesOn)
    }

    /// Stops the program until it is continued. A running editor keeps the terminal.
    fn suspend(&mut self, moment: &Moment) -> io::Result<()> {
        self.files.keep(self.app.session());
        // A stopped program writes nothing: the session has to be in its file before.
        self.files.wait_for_session();
        if self.editor.is_at_work() {
            return self.host.stop();
        }
        self.host.suspend()?;
        self.redraw(moment)
    }

    /// Frees the terminal for the editor, if the editor can be started.
    fn lend(&mut self) -> Result<Ready, EditorMessage> {
        let ready = self.editor.ready()?;
        let lent = self.host.lend();
        lent.map(|()| ready)
            .map_err(|error| EditorMessage::NoTerminal {
                why: error.to_string(),
            })
    }

    /// Clears the drawing buffer and reads the screen size again, in case a change was missed.
    /// `Terminal::clear` would ask the terminal for the cursor position, and the answer would go to
    /// the thread that reads keys.
    fn redraw(&mut self, moment: &Moment) -> io::Result<()> {
        let size = self.terminal.size().map_err(io::Error::other)?;
        self.terminal
            .resize(Rect::from((Position::ORIGIN, size)))
            .map_err(io::Error::other)?;
        let resized = Event::Resize(size.width, size.height);
        drop(self.app.update(moment, resized));
        Ok(())
    }

    /// Draws the current state.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(&mut self) -> io::Result<()> {
        self.app.before_frame();
        let (app, theme) = (&self.app, &self.theme);
        self.terminal
            .draw(|frame| draw(app, theme, frame))
            .map_err(io::Error::other)?;
        self.host.show();
        Ok(())
    }
}

#[cfg(test)]
mod tests;
