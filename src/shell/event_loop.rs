//! The loop: one event, all that wait behind it, one frame.
//!
//! Rules, in order: at the end, what was typed before it is kept; nothing here waits for the
//! terminal, and for the disk only some milliseconds; a frame comes at least every 50 ms while keys
//! do, and shows the newest state.

mod end;

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::app::{App, Effect, Event, Moment};
use crate::ui::{Theme, draw};

use super::editor::Ready;
use super::{Editor, FileThread, Indexer, Job};

/// How often a clock on the screen moves.
const SECOND: Duration = Duration::from_secs(1);

/// How long events are taken in before a frame is due: 50 ms with what drawing takes.
const FRAME: Duration = Duration::from_millis(40);

/// What only a real terminal can do.
pub trait Host {
    /// Whether the terminal takes a frame; where it does not, [`Event::Ready`] comes when it does.
    fn is_free(&mut self) -> bool {
        true
    }
    /// Shows what was drawn.
    fn show(&mut self) {}
    /// Hands text to the clipboard.
    fn copy(&mut self, text: &str);
    /// Gives the terminal to the shell, and takes it again when the program is continued.
    fn suspend(&mut self) -> io::Result<()>;
    /// Stops until the program is continued, and leaves the terminal alone.
    fn stop(&mut self) -> io::Result<()> {
        Ok(())
    }
    /// Takes the terminal as if somebody had changed its modes.
    fn resume(&mut self) {}
    /// Gives the terminal to another program.
    fn lend(&mut self) -> io::Result<()>;
    /// Takes it again.
    fn take_back(&mut self) -> io::Result<()>;
}

/// Whether the loop goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It does.
    GoesOn,
    /// The user quits, and waits until the disk has everything.
    Quits,
    /// The terminal or the system ends the program, and does not wait.
    Ended,
}

/// The program on a screen.
pub struct EventLoop<B: Backend, H: Host> {
    /// The state.
    pub app: App,
    /// The screen.
    pub terminal: Terminal<B>,
    /// What only a real terminal can do.
    pub host: H,
    theme: Theme,
    events: Receiver<Event>,
    /// Events that have come and are not taken in.
    waiting: VecDeque<Event>,
    /// Whether the end is among those that have come: it does not wait behind them.
    has_ended: bool,
    files: FileThread,
    indexer: Indexer,
    editor: Editor,
    clock: Box<dyn FnMut() -> Moment>,
    stopwatch: Box<dyn FnMut() -> Duration>,
}

/// What a [`EventLoop`] is made of beside state, screen and host.
pub struct Parts {
    /// The styles.
    pub theme: Theme,
    /// Everything that happens.
    pub events: Receiver<Event>,
    /// The thread that works with files.
    pub files: FileThread,
    /// The thread that indexes.
    pub indexer: Indexer,
    /// The user's editor.
    pub editor: Editor,
    /// What tells the time.
    pub clock: Box<dyn FnMut() -> Moment>,
    /// What tells how long the program runs.
    pub stopwatch: Box<dyn FnMut() -> Duration>,
}

impl<B: Backend<Error: Send + Sync + 'static>, H: Host> EventLoop<B, H> {
    /// A program on the screen of a backend.
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

    /// Takes in what is read and indexed at the start: briefing and notes.
    ///
    /// # Errors
    /// When the terminal cannot be written to, or reading has failed.
    pub fn open(&mut self) -> io::Result<()> {
        while !self.app.is_open() || self.app.is_indexing() {
            if self.step()? != Outcome::GoesOn {
                return Err(io::Error::other("reading has failed"));
            }
        }
        Ok(())
    }

    /// Takes one event in, and goes on until the disk has confirmed what is on its way, and it can
    /// be found.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn settle(&mut self) -> io::Result<Outcome> {
        let mut outcome = self.step()?;
        while outcome == Outcome::GoesOn && self.is_unsettled() {
            outcome = self.step()?;
        }
        Ok(outcome)
    }

    /// Waits until the file thread has done what it was asked for, and handles its answers.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn await_files(&mut self) -> io::Result<Outcome> {
        let (reached, wait) = channel();
        self.files.give(Job::Reached(reached));
        // The thread drops the sender, or has ended and drops it as well.
        wait.recv().ok();
        while let Some(event) = self.next() {
            if self.take(event)? == Outcome::Quits {
                return Ok(Outcome::Quits);
            }
        }
        let ended = self.has_ended.then_some(Outcome::Ended);
        Ok(ended.unwrap_or(Outcome::GoesOn))
    }

    /// Whether an answer of a thread is awaited.
    fn is_unsettled(&self) -> bool {
        self.app.is_saving() || self.app.is_indexing() || self.app.is_keeping()
    }

    /// Waits until the file thread has done everything.
    ///
    /// # Errors
    /// When the disk does not answer.
    pub fn close(self) -> io::Result<()> {
        self.files.close(|| false)
    }

    /// Waits for an event, takes it in with those that wait behind it until a frame is due, and draws
    /// once, unless the terminal does not take a frame yet.
    ///
    /// # Errors
    /// When the terminal has failed.
    pub fn step(&mut self) -> io::Result<Outcome> {
        let mut next = self.wait();
        let due = (self.stopwatch)() + FRAME;
        while let Some(event) = next {
            if self.take(event)? == Outcome::Quits {
                return Ok(Outcome::Quits);
            }
            let is_due = (self.stopwatch)() >= due;
            next = if is_due { None } else { self.next() };
        }
        self.files.wait_for_session();
        // The answer to a draft that was put aside belongs on this frame.
        while self.app.is_keeping()
            && let Some(event) = self.next()
        {
            if self.take(event)? == Outcome::Quits {
                return Ok(Outcome::Quits);
            }
        }
        if self.has_ended {
            return Ok(Outcome::Ended);
        }
        if !self.editor.is_at_work() {
            if self.host.is_free() {
                self.draw()?;
            }
            self.editor.forget();
        }
        Ok(Outcome::GoesOn)
    }

    /// Waits for an event; `None` at the end, or where none can come any more, which is the same.
    fn wait(&mut self) -> Option<Event> {
        if let Some(event) = self.next() {
            return Some(event);
        }
        if self.has_ended {
            return None;
        }
        let came = if self.app.has_clock() {
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

    /// The next event that has come, unless the end has.
    fn next(&mut self) -> Option<Event> {
        self.gather();
        if self.has_ended {
            return None;
        }
        self.waiting.pop_front()
    }

    /// Gathers what has come.
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

    /// Whether an event was meant for the editor: typed before that was there.
    fn is_for_editor(&self, event: &Event) -> bool {
        let is_of_terminal = matches!(event, Event::Key(_) | Event::Paste(_) | Event::Mouse(..));
        is_of_terminal && self.editor.is_at_work()
    }

    /// Takes one event in, and does what it asks for.
    fn take(&mut self, event: Event) -> io::Result<Outcome> {
        if self.is_for_editor(&event) {
            return Ok(Outcome::GoesOn);
        }
        let moment = (self.clock)();
        match event {
            Event::Suspend => self.suspend(&moment)?,
            Event::Continued if !self.editor.is_at_work() => {
                self.host.resume();
                self.redraw(&moment)?;
            }
            Event::Edited(_) if self.editor.is_at_work() => {
                self.editor.finish();
                self.host.take_back()?;
                self.redraw(&moment)?;
            }
            _ => (),
        }
        for effect in self.app.update(&moment, event) {
            match effect {
                Effect::Save(record) => self.files.give(Job::Save(record)),
                Effect::History(id) => self.files.give(Job::History(id)),
                Effect::Write(name, bytes) => self.files.give(Job::Write(name, bytes)),
                Effect::Index(texts) => self.indexer.give(texts),
                Effect::Keep(session) => self.files.give(Job::Keep(session)),
                Effect::KeepDraft(session) => self.files.give(Job::KeepDraft(session)),
                Effect::Copy(text) => self.host.copy(&text),
                Effect::Redraw => self.redraw(&moment)?,
                Effect::Suspend => self.suspend(&moment)?,
                Effect::Edit(draft) => match self.lend() {
                    Ok(ready) => self.editor.start(ready, draft),
                    Err(why) => return self.take(Event::Edited(Err(why))),
                },
                Effect::Quit => return Ok(Outcome::Quits),
            }
        }
        Ok(Outcome::GoesOn)
    }

    /// Stops until the program is continued. An editor keeps the terminal meanwhile.
    fn suspend(&mut self, moment: &Moment) -> io::Result<()> {
        self.files.give(Job::Keep(self.app.session()));
        // Nothing is written while the program is stopped.
        self.files.wait_for_session();
        if self.editor.is_at_work() {
            return self.host.stop();
        }
        self.host.suspend()?;
        self.redraw(moment)
    }

    /// Frees the terminal for the editor, if that can be started.
    fn lend(&mut self) -> Result<Ready, String> {
        let ready = self.editor.ready()?;
        let lent = self.host.lend();
        lent.map(|()| ready).map_err(|error| error.to_string())
    }

    /// Forgets what is on the screen, and takes its size anew: a change of it may have been missed.
    /// `Terminal::clear` would ask the terminal where the cursor is, and the answer would go to the
    /// thread that reads keys.
    fn redraw(&mut self, moment: &Moment) -> io::Result<()> {
        let size = self.terminal.size().map_err(io::Error::other)?;
        self.terminal
            .resize(Rect::from((Position::ORIGIN, size)))
            .map_err(io::Error::other)?;
        let resized = Event::Resize(size.width, size.height);
        drop(self.app.update(moment, resized));
        Ok(())
    }

    /// Draws the state as it is.
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
