//! Runs the user's editor on a draft, in the foreground and without a shell in between.
//!
//! A thread creates the file, runs the editor and waits for it, so that everything else continues:
//! notes are saved and read, and the program ends when it is told to. The text that the editor has
//! saved by then is offered at the next start.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::desk_sender::DeskSender;
use super::sys::ChildProgram;
use crate::app::DeskEvent;
use crate::messages::EditorMessage;
use crate::model::Draft;
use crate::store::Sheet;

/// How long the end of the program waits for the editor to restore the terminal. After a terminal
/// is closed, the program has to end within a second.
const PATIENCE: Duration = Duration::from_millis(500);

/// The time within which nobody can open an editor, read a note and close it again.
const AT_ONCE: Duration = Duration::from_secs(1);

/// The user's editor, running or not.
pub struct Editor {
    /// The command that the user has set: a program and its arguments.
    set: Option<String>,
    /// The session that drafts belong to.
    session: Option<PathBuf>,
    events: DeskSender,
    running: Option<Running>,
    /// The sheet of the editor that ended last, until its text is in the session.
    done: Option<Done>,
    /// The sheets that came back unchanged. An editor with its own window may still have them open,
    /// so they stay for the next start.
    untouched: Vec<Sheet>,
}

struct Running {
    started: Receiver<ChildProgram>,
    finished: Receiver<Option<Done>>,
}

/// A sheet whose editor has ended.
struct Done {
    sheet: Sheet,
    /// Whether the text is unchanged.
    is_untouched: bool,
}

/// An editor that can be started.
pub(super) struct Ready {
    words: Vec<String>,
    session: PathBuf,
}

impl Editor {
    /// Creates the editor for the drafts of a session, with the command that the user has set, if
    /// any. Each run sends [`DeskEvent::Edited`] when it ends or fails.
    pub const fn new(set: Option<String>, session: Option<PathBuf>, events: DeskSender) -> Self {
        Self {
            set,
            session,
            events,
            running: None,
            done: None,
            untouched: Vec::new(),
        }
    }

    /// Returns whether the editor is running and has the terminal.
    pub(super) const fn is_at_work(&self) -> bool {
        self.running.is_some()
    }

    /// Checks whether the editor can be started.
    ///
    /// # Errors
    /// When it cannot; the message has the reason and the next step.
    pub(super) fn ready(&self) -> Result<Ready, EditorMessage> {
        let words = split(self.set.as_deref().unwrap_or_default())?;
        let session = self.session.clone();
        let session = session.ok_or(EditorMessage::NoFolder)?;
        Ok(Ready { words, session })
    }

    /// Starts the editor on a draft. The terminal has to be free.
    pub(super) fn start(&mut self, ready: Ready, draft: Draft) {
        let (tell_started, started) = channel();
        let (tell_finished, finished) = channel();
        let events = self.events.clone();
        self.running = Some(Running { started, finished });
        thread::spawn(move || {
            let sheet = Sheet::new(&ready.session, &draft).map_err(|error| EditorMessage::NoFile {
                why: error.to_string(),
            });
            let start = Instant::now();
            let left = sheet
                .as_ref()
                .map_err(EditorMessage::clone)
                .and_then(|sheet| {
                    run(&ready.words, &sheet.file(), &tell_started)?;
                    sheet.text().map_err(|error| EditorMessage::Unreadable {
                        why: error.to_string(),
                    })
                });
            let before = draft.text.trim_end();
            let is_untouched = left.as_ref().is_ok_and(|text| text == before);
            let done = sheet.ok().map(|sheet| Done {
                sheet,
                is_untouched,
            });
            let left = told(left, before, start.elapsed());
            // At the end of the program there is no receiver any more.
            drop(tell_finished.send(done));
            events.send(DeskEvent::Edited(left));
        });
    }

    /// Records that the editor has ended.
    pub(super) fn finish(&mut self) {
        let running = self.running.take();
        self.done = running.and_then(|running| running.finished.recv().ok()?);
    }

    /// Removes the sheet of the editor that ended. Called once its text is in the session.
    pub(super) fn forget(&mut self) {
        match self.done.take() {
            Some(done) if done.is_untouched => self.untouched.push(done.sheet),
            Some(done) => done.sheet.remove(),
            None => (),
        }
    }

    /// Asks a running editor to end. Its sheet stays for the next start.
    pub(super) fn end(&mut self) {
        let Some(running) = self.running.take() else {
            return;
        };
        if let Ok(program) = running.started.try_recv() {
            // It may have ended by itself.
            program.ask_to_end().ok();
            drop(running.finished.recv_timeout(PATIENCE));
        }
    }
}

/// Returns the text, or a message if it came back unchanged at once: an editor with its own window
/// may have returned without waiting for the user.
fn told(
    left: Result<String, EditorMessage>,
    before: &str,
    took: Duration,
) -> Result<String, EditorMessage> {
    match left {
        Ok(text) if text == before && took < AT_ONCE => Err(EditorMessage::SameAtOnce),
        left => left,
    }
}

/// Runs the editor on a file until it ends.
///
/// # Errors
/// When it cannot be run, or exits with an error. A killed editor is not an error: the text that it
/// has saved counts.
fn run(words: &[String], file: &Path, started: &Sender<ChildProgram>) -> Result<(), EditorMessage> {
    let (program, arguments) = words.split_first().ok_or(EditorMessage::NotSet)?;
    let cannot = |error: io::Error| EditorMessage::CannotRun {
        program: program.clone(),
        why: error.to_string(),
    };
    let child = Command::new(program).args(arguments).arg(file).spawn();
    let mut child = child.map_err(cannot)?;
    // `Editor::end` reads it.
    started.send(ChildProgram::of(&child)).ok();
    match child.wait().map_err(cannot)?.code() {
        None | Some(0) => Ok(()),
        Some(code) => Err(EditorMessage::Failed {
            program: program.clone(),
            code,
        }),
    }
}

/// Splits a command into program and arguments as a shell would.
fn split(set: &str) -> Result<Vec<String>, EditorMessage> {
    let words = shlex::split(set);
    let words = words.ok_or_else(|| EditorMessage::NoClosingQuote {
        command: set.to_owned(),
    })?;
    if words.is_empty() {
        return Err(EditorMessage::NotSet);
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_split_as_a_shell_would() {
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
    fn an_editor_that_returns_at_once_with_the_same_text_needs_wait() {
        let left = |text: &str, seconds| {
            let left = Ok(text.to_owned());
            told(left, "one", Duration::from_secs(seconds))
        };
        assert_eq!(left("one", 0), Err(EditorMessage::SameAtOnce));
        assert_eq!(left("one", 5), Ok("one".to_owned()));
        assert_eq!(left("two", 0), Ok("two".to_owned()));
        let failed = Err(EditorMessage::NotSet);
        assert_eq!(told(failed.clone(), "one", Duration::ZERO), failed);
    }

    #[test]
    fn a_command_that_cannot_be_read_is_explained() {
        for nothing in ["", " "] {
            assert_eq!(split(nothing), Err(EditorMessage::NotSet));
        }
        let command = "vim 'a".to_owned();
        assert_eq!(
            split(&command),
            Err(EditorMessage::NoClosingQuote {
                command: command.clone()
            })
        );
    }
}
