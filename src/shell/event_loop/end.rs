//! The end of the program: keeps what was typed, then restores the terminal, then waits for the
//! disk.

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::time::Duration;

use ratatui::backend::Backend;

use super::{EventLoop, Host, Progress};
use crate::app::{Code, Context, DeskEffect, DeskEvent, Effect, Event, FileRequest, Key};
use crate::model::{Record, Session};
use crate::text::clean;

/// How long the program waits for one more key before it ends. Keys that were already read
/// arrive at once.
const LAST_KEY: Duration = Duration::from_millis(20);

/// How long the program handles keys before it ends: the whole end has to fit into a second.
const LAST_KEYS: Duration = Duration::from_millis(300);

impl<B: Backend<Error: Send + Sync + 'static>, H: Host> EventLoop<B, H> {
    /// Runs until the program ends, then waits for the disk: up to ten seconds when the user quits,
    /// a quarter of a second when the system or the terminal ends it.
    ///
    /// # Errors
    /// When unsaved notes or drafts could not be kept: the error then contains their text. Also
    /// when the terminal fails.
    pub fn run(mut self) -> io::Result<()> {
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
            let outcome = self.go_on();
            if !matches!(outcome, Ok(Progress::Quits)) {
                self.take_last_events();
            }
            outcome
        }));
        let quits = matches!(outcome, Ok(Ok(Progress::Quits)));
        self.editor.end();
        let session = self.app.session();
        self.files.keep(session.clone());
        // The terminal is restored before the wait for the disk.
        drop((self.terminal, self.host));
        let (events, has_ended) = (self.events, self.has_ended);
        let is_told = || events.try_iter().any(|event| matches!(event, Event::Ended));
        let kept = self
            .files
            .close(|| !quits || has_ended || is_told())
            .or_else(|error| with_words(&error, &session));
        let outcome = outcome.unwrap_or_else(|panic| panic::resume_unwind(panic));
        kept?;
        outcome.map(drop)
    }

    fn go_on(&mut self) -> io::Result<Progress> {
        loop {
            let outcome = self.step()?;
            if outcome != Progress::GoesOn {
                return Ok(outcome);
            }
        }
    }

    /// Handles the events received until the end, so that keys already read are kept. Does not
    /// touch the terminal.
    fn take_last_events(&mut self) {
        let end = (self.stopwatch)() + LAST_KEYS;
        while (self.stopwatch)() < end {
            self.gather();
            if self.waiting.is_empty() {
                match self.events.recv_timeout(LAST_KEY) {
                    Ok(event) => self.put(event),
                    Err(_) => return,
                }
            }
            if let Some(event) = self.next_typed() {
                self.take_last(event);
            }
        }
    }

    /// Returns the next waiting event. Characters typed into the bar are joined into one text:
    /// handling them one by one would take too long.
    fn next_typed(&mut self) -> Option<Event> {
        let is_typing = self.app.context() == Context::Capture;
        let typed = |event: &Event| match event {
            Event::Key(Key {
                code: Code::Char(typed),
                ctrl: false,
                alt: false,
            }) if is_typing => Some(*typed),
            _ => None,
        };
        let mut text = String::new();
        while let Some(typed) = self.waiting.front().and_then(typed) {
            text.push(typed);
            self.waiting.pop_front();
        }
        if text.is_empty() {
            self.waiting.pop_front()
        } else {
            Some(Event::Paste(text))
        }
    }

    fn take_last(&mut self, event: Event) {
        if self.is_for_editor(&event) {
            return;
        }
        if matches!(event, Event::Desk(_, DeskEvent::Edited(_))) {
            self.editor.finish();
        }
        let moment = (self.clock)();
        for effect in self.app.update(&moment, event) {
            match effect {
                Effect::Desk(_, DeskEffect::Files(request)) => match request {
                    FileRequest::Save(_) | FileRequest::Write(_) => self.files.give(request),
                    FileRequest::History(_) => (),
                },
                // The session is kept once, after the last event.
                Effect::Desk(
                    _,
                    DeskEffect::Keep(_)
                    | DeskEffect::KeepDraft(_)
                    | DeskEffect::Index(_)
                    | DeskEffect::Edit(_),
                )
                | Effect::Copy(_)
                | Effect::Redraw
                | Effect::Suspend
                | Effect::Quit => (),
            }
        }
    }
}

/// Adds the text of unsaved notes and drafts to an error at the end. If sessions are never kept
/// here (kind `Unsupported`), that is an error only when there is such text.
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
