//! The user's editor at work on a draft, in the foreground and without a shell in between.
//!
//! A thread makes the file, runs the editor and waits for it, so that everything else goes on: notes
//! are saved and read, and the program ends when it is told to. What the editor has saved by then is
//! offered at the next start.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::app::Event;
use crate::model::Draft;
use crate::store::Sheet;

/// So long an editor may take to give the terminal back when the program ends: a terminal that was
/// closed wants us gone within a second.
const PATIENCE: Duration = Duration::from_millis(500);

/// Nobody opens an editor, reads a note and closes it again in less.
const AT_ONCE: Duration = Duration::from_secs(1);

/// The message for an editor that returns at once with an unchanged text.
const UNTOUCHED: &str = "no changes made; if the editor is still open, it needs --wait";

/// The user's editor, at work or not.
pub struct Editor {
    /// What the user has set: a program and its arguments.
    set: Option<String>,
    /// The session that drafts belong to.
    session: Option<PathBuf>,
    events: Sender<Event>,
    running: Option<Running>,
    /// What the editor was at work on last.
    done: Option<Done>,
    /// The sheets that came back unchanged. An editor with its own window may still have them, so they
    /// stay for the next start.
    untouched: Vec<Sheet>,
}

struct Running {
    started: Receiver<Pid>,
    finished: Receiver<Option<Done>>,
}

/// A sheet whose editor has ended.
struct Done {
    sheet: Sheet,
    /// Whether the text is as it was.
    is_untouched: bool,
}

/// An editor that can be started.
pub(super) struct Ready {
    words: Vec<String>,
    session: PathBuf,
}

impl Editor {
    /// The editor that the user has set, for drafts of a session; it tells the sender when it ends.
    pub const fn new(set: Option<String>, session: Option<PathBuf>, events: Sender<Event>) -> Self {
        Self {
            set,
            session,
            events,
            running: None,
            done: None,
            untouched: Vec::new(),
        }
    }

    /// Whether it has the terminal.
    pub(super) const fn is_at_work(&self) -> bool {
        self.running.is_some()
    }

    /// Looks whether it can be started.
    ///
    /// # Errors
    /// Why not, and the cure.
    pub(super) fn ready(&self) -> Result<Ready, String> {
        let words = split(self.set.as_deref().unwrap_or_default())?;
        let session = self.session.clone();
        let session = session.ok_or("no folder of our own for the file: set HOME")?;
        Ok(Ready { words, session })
    }

    /// Starts it on a draft; the terminal has to be free.
    pub(super) fn start(&mut self, ready: Ready, draft: Draft) {
        let (tell_started, started) = channel();
        let (tell_finished, finished) = channel();
        let events = self.events.clone();
        self.running = Some(Running { started, finished });
        thread::spawn(move || {
            let sheet = Sheet::new(&ready.session, &draft)
                .map_err(|error| format!("no file for the editor: {error}"));
            let start = Instant::now();
            let left = sheet.as_ref().map_err(String::clone).and_then(|sheet| {
                run(&ready.words, &sheet.file(), &tell_started)?;
                sheet.text().map_err(|error| error.to_string())
            });
            let before = draft.text.trim_end();
            let is_untouched = left.as_ref().is_ok_and(|text| text == before);
            let done = sheet.ok().map(|sheet| Done {
                sheet,
                is_untouched,
            });
            let left = told(left, before, start.elapsed());
            // Nobody waits for it where the program has ended.
            drop(tell_finished.send(done));
            drop(events.send(Event::Edited(left)));
        });
    }

    /// Takes note that it has ended.
    pub(super) fn finish(&mut self) {
        let running = self.running.take();
        self.done = running.and_then(|running| running.finished.recv().ok()?);
    }

    /// Removes what it was at work on, once the session has the words.
    pub(super) fn forget(&mut self) {
        match self.done.take() {
            Some(done) if done.is_untouched => self.untouched.push(done.sheet),
            Some(done) => done.sheet.remove(),
            None => (),
        }
    }

    /// Asks it to end with us. What it was at work on stays for the next start.
    pub(super) fn end(&mut self) {
        let Some(running) = self.running.take() else {
            return;
        };
        if let Ok(process) = running.started.try_recv() {
            // It may have ended by itself.
            kill_process(process, Signal::TERM).ok();
            drop(running.finished.recv_timeout(PATIENCE));
        }
    }
}

/// Returns the text, or the message for one that came back unchanged at once: an editor with its own
/// window may not have waited.
fn told(left: Result<String, String>, before: &str, took: Duration) -> Result<String, String> {
    match left {
        Ok(text) if text == before && took < AT_ONCE => Err(UNTOUCHED.to_owned()),
        left => left,
    }
}

/// Runs the editor on a file until it ends.
///
/// # Errors
/// When it cannot be run, or says itself that it has failed. One that was killed has said nothing:
/// what it has saved is wanted.
fn run(words: &[String], file: &Path, started: &Sender<Pid>) -> Result<(), String> {
    let (program, arguments) = words.split_first().ok_or_else(|| NOT_SET.to_owned())?;
    let cannot = |error: io::Error| format!("{program} cannot be run: {error}");
    let child = Command::new(program).args(arguments).arg(file).spawn();
    let mut child = child.map_err(cannot)?;
    // Whoever ends the program looks for it here.
    started.send(Pid::from_child(&child)).ok();
    match child.wait().map_err(cannot)?.code() {
        None | Some(0) => Ok(()),
        Some(code) => Err(format!(
            "{program} ended with error {code}; nothing is changed"
        )),
    }
}

/// What is said where no editor is set.
const NOT_SET: &str = "no editor is set; start with EDITOR=nano roundtable";

/// Program and arguments as a shell would read them.
fn split(set: &str) -> Result<Vec<String>, String> {
    let words = shlex::split(set);
    let words = words.ok_or_else(|| format!("EDITOR lacks a closing quote: {set}"))?;
    if words.is_empty() {
        return Err(NOT_SET.to_owned());
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn program_and_arguments_are_told_apart_and_quotes_are_honoured() {
        assert_eq!(split("vim").unwrap(), ["vim"]);
        assert_eq!(split(" code  --wait ").unwrap(), ["code", "--wait"]);
        assert_eq!(
            split("'/opt/my editor/run' -c \"set tw=0\"").unwrap(),
            ["/opt/my editor/run", "-c", "set tw=0"]
        );
        assert_eq!(
            split("vi; rm -r $HOME").unwrap(),
            ["vi;", "rm", "-r", "$HOME"]
        );
    }

    #[test]
    fn an_editor_that_returns_at_once_and_unchanged_is_told_to_wait() {
        let left = |text: &str, seconds| {
            let left = Ok(text.to_owned());
            told(left, "one", Duration::from_secs(seconds))
        };
        assert_eq!(left("one", 0), Err(UNTOUCHED.to_owned()));
        assert_eq!(left("one", 5), Ok("one".to_owned()));
        assert_eq!(left("two", 0), Ok("two".to_owned()));
        let failed = Err("ended with error 3".to_owned());
        assert_eq!(told(failed.clone(), "one", Duration::ZERO), failed);
    }

    #[test]
    fn what_is_no_program_is_said_with_a_cure() {
        for nothing in ["", " "] {
            assert!(split(nothing).unwrap_err().contains("EDITOR=nano"));
        }
        assert!(split("vim 'a").unwrap_err().contains("closing quote"));
    }
}
