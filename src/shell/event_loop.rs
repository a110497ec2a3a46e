//! The loop: one event, all that wait behind it, one frame.

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::app::{App, Effect, Event, Moment};
use crate::model::{Record, Session};
use crate::text::clean;
use crate::ui::{Theme, draw};

use super::editor::Ready;
use super::{Editor, FileThread, Indexer, Job};

/// How often a clock on the screen moves.
const SECOND: Duration = Duration::from_secs(1);

/// What only a real terminal can do.
pub trait Host<B: Backend> {
    /// Hands text to the clipboard.
    fn copy(&mut self, terminal: &mut Terminal<B>, text: &str);
    /// Gives the terminal to the shell, and takes it again when the program is brought back.
    fn suspend(&mut self, terminal: &mut Terminal<B>) -> io::Result<()>;
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
    /// The program ends.
    Ends,
}

/// The program on a screen.
pub struct EventLoop<B: Backend, H: Host<B>> {
    /// The state.
    pub app: App,
    /// The screen.
    pub terminal: Terminal<B>,
    /// What only a real terminal can do.
    pub host: H,
    theme: Theme,
    events: Receiver<Event>,
    files: FileThread,
    indexer: Indexer,
    editor: Editor,
    clock: Box<dyn FnMut() -> Moment>,
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
}

impl<B: Backend<Error: Send + Sync + 'static>, H: Host<B>> EventLoop<B, H> {
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
        } = parts;
        Ok(Self {
            app,
            terminal,
            host,
            theme,
            events,
            files,
            indexer,
            editor,
            clock,
        })
    }

    /// Runs until the program ends, and waits for the disk.
    ///
    /// # Errors
    /// When the terminal cannot be written to, or when what is not saved could not be kept either:
    /// the error then holds its words.
    pub fn run(mut self) -> io::Result<()> {
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| self.go_on()));
        if !matches!(outcome, Ok(Ok(()))) {
            self.files.give(Job::Keep(self.app.session()));
        }
        let session = self.app.session();
        self.editor.end();
        // The terminal is given back before the disk is waited for.
        drop((self.terminal, self.host));
        let kept = self
            .files
            .close()
            .or_else(|error| with_words(&error, &session));
        outcome
            .unwrap_or_else(|panic| panic::resume_unwind(panic))
            .and(kept)
    }

    fn go_on(&mut self) -> io::Result<()> {
        while self.step()? == Outcome::GoesOn {}
        Ok(())
    }

    /// Takes in what is read and indexed at the start: briefing and notes.
    ///
    /// # Errors
    /// When the terminal cannot be written to, or reading has failed.
    pub fn open(&mut self) -> io::Result<()> {
        while !self.app.is_open() || self.app.is_indexing() {
            if self.step()? == Outcome::Ends {
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
        while let Ok(event) = self.events.try_recv() {
            if self.take(event)? == Outcome::Ends {
                return Ok(Outcome::Ends);
            }
        }
        Ok(Outcome::GoesOn)
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
        self.files.close()
    }

    /// Waits for an event, takes it in with all that wait behind it, and draws once.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn step(&mut self) -> io::Result<Outcome> {
        let first = if self.app.has_clock() {
            match self.events.recv_timeout(SECOND) {
                Err(RecvTimeoutError::Timeout) => Ok(Event::Tick),
                other => other,
            }
        } else {
            self.events.recv().map_err(RecvTimeoutError::from)
        };
        let Ok(first) = first else {
            return Ok(Outcome::Ends);
        };
        let mut next = Some(first);
        while let Some(event) = next {
            if self.take(event)? == Outcome::Ends {
                return Ok(Outcome::Ends);
            }
            next = self.events.try_recv().ok();
        }
        self.files.wait_for_session();
        // The answer to a draft that was put aside belongs on this frame.
        while self.app.is_keeping()
            && let Ok(event) = self.events.try_recv()
        {
            if self.take(event)? == Outcome::Ends {
                return Ok(Outcome::Ends);
            }
        }
        if !self.editor.is_at_work() {
            self.draw()?;
            self.editor.forget();
        }
        Ok(Outcome::GoesOn)
    }

    /// Takes one event in, and does what it asks for.
    fn take(&mut self, event: Event) -> io::Result<Outcome> {
        let is_of_terminal = matches!(event, Event::Key(_) | Event::Paste(_) | Event::Mouse(..));
        if is_of_terminal && self.editor.is_at_work() {
            // Typed before the editor was there, and meant for it.
            return Ok(Outcome::GoesOn);
        }
        let moment = (self.clock)();
        if matches!(event, Event::Edited(_)) && self.editor.is_at_work() {
            self.editor.finish();
            self.host.take_back()?;
            self.redraw(&moment)?;
        }
        for effect in self.app.update(&moment, event) {
            match effect {
                Effect::Save(record) => self.files.give(Job::Save(record)),
                Effect::History(id) => self.files.give(Job::History(id)),
                Effect::Write(name, bytes) => self.files.give(Job::Write(name, bytes)),
                Effect::Index(texts) => self.indexer.give(texts),
                Effect::Keep(session) => self.files.give(Job::Keep(session)),
                Effect::KeepDraft(session) => self.files.give(Job::KeepDraft(session)),
                Effect::Copy(text) => self.host.copy(&mut self.terminal, &text),
                Effect::Redraw => self.redraw(&moment)?,
                Effect::Suspend => {
                    self.files.give(Job::Keep(self.app.session()));
                    self.host.suspend(&mut self.terminal)?;
                    self.redraw(&moment)?;
                }
                Effect::Edit(draft) => match self.lend() {
                    Ok(ready) => self.editor.start(ready, draft),
                    Err(why) => return self.take(Event::Edited(Err(why))),
                },
                Effect::Quit => return Ok(Outcome::Ends),
            }
        }
        Ok(Outcome::GoesOn)
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
        Ok(())
    }
}

/// An error at the end of the program, with the words that would be lost with it. That nothing is
/// ever kept here is an error only when there are words.
fn with_words(error: &io::Error, session: &Session) -> io::Result<()> {
    let pending = session.pending.iter().filter_map(Record::note);
    let pending = pending.map(|note| &note.text);
    let words = pending.chain(session.drafts.iter().map(|draft| &draft.text));
    let words: Vec<_> = words.map(|text| clean(text).into_owned()).collect();
    if words.is_empty() && error.kind() == io::ErrorKind::Unsupported {
        return Ok(());
    }
    let told = if words.is_empty() {
        format!("where you were is not kept: {error}")
    } else {
        let words = words.join("\n\n");
        format!("NOT SAVED: {error}; these are your words:\n\n{words}\n")
    };
    Err(io::Error::other(told))
}

#[cfg(test)]
mod tests;
