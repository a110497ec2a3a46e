//! The real terminal: takes it over, and restores it.

use std::io;
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show as ShowCursor;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use super::sys::{Tty, can_print, stop, stop_alone};
use super::terminal_writer::{Drawn, TerminalWriter};
use super::{Gate, Host, watch};
use crate::app::Event;

/// How long the start of another program waits for the last frame to be written.
const PATIENCE: Duration = Duration::from_secs(1);

/// The terminal under our control. It is restored on drop, and before a panic message.
pub struct Terminal {
    gate: Gate,
    drawn: Drawn,
    held: Arc<HeldTerminal>,
}

/// The part that the panic hook needs to restore the terminal.
struct HeldTerminal {
    output: TerminalWriter,
    /// Whether the terminal was restored for good.
    is_over: AtomicBool,
}

impl Terminal {
    /// Takes over the terminal: raw mode, alternate screen, mouse, bracketed paste. Before that,
    /// signals are already sent as events. The gate is the one that [`listen`](super::listen)
    /// passes.
    ///
    /// # Errors
    /// When the terminal refuses; it is then unchanged.
    pub fn take(gate: Gate, events: Sender<Event>) -> io::Result<Self> {
        let tty = Tty::open()?;
        watch(&tty, events.clone(), gate.clone())?;
        let held = Arc::new(HeldTerminal {
            output: TerminalWriter::start(tty, events),
            is_over: AtomicBool::new(false),
        });
        let (spoken, of_panic) = (panic::take_hook(), Arc::clone(&held));
        panic::set_hook(Box::new(move |info| {
            of_panic.give_back_for_good();
            // Printing to a stuck terminal would block the panicking thread for ever.
            if can_print() {
                spoken(info);
            }
        }));
        held.take()?;
        Ok(Self {
            gate,
            drawn: Drawn::default(),
            held,
        })
    }

    /// Returns a backend for the drawing library. [`Host::show`] sends what it has drawn.
    pub fn backend(&self) -> CrosstermBackend<Drawn> {
        CrosstermBackend::new(self.drawn.clone())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.held.give_back_for_good();
    }
}

impl HeldTerminal {
    fn take(&self) -> io::Result<()> {
        enable_raw_mode()?;
        self.enter();
        Ok(())
    }

    fn enter(&self) {
        let mut bytes = Vec::new();
        let queued = queue!(
            bytes,
            EnterAlternateScreen,
            EnableMouseCapture,
            EnableBracketedPaste
        );
        // Writing to a vector cannot fail.
        drop(queued);
        self.output.send(&bytes);
    }

    /// Restores as much as possible; failing on a terminal that is gone is not an error.
    fn give_back(&self) {
        let mut bytes = Vec::new();
        let queued = queue!(
            bytes,
            DisableBracketedPaste,
            DisableMouseCapture,
            LeaveAlternateScreen,
            ShowCursor
        );
        drop(queued);
        self.output.finish(&bytes);
        drop(disable_raw_mode());
    }

    fn give_back_for_good(&self) {
        if !self.is_over.swap(true, Ordering::SeqCst) {
            self.give_back();
        }
    }
}

impl Host for Terminal {
    fn is_free(&mut self) -> bool {
        self.held.output.is_free()
    }

    fn show(&mut self) {
        let frame = self.drawn.take();
        if !self.held.is_over.load(Ordering::SeqCst) {
            self.held.output.send(&frame);
        }
    }

    fn copy(&mut self, text: &str) {
        let mut bytes = Vec::new();
        // Whether the terminal copies it cannot be known: OSC 52 has no answer.
        drop(queue!(bytes, CopyToClipboard::to_clipboard_from(text)));
        self.held.output.copy(bytes);
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.held.give_back();
        stop()?;
        self.held.take()
    }

    fn stop(&mut self) -> io::Result<()> {
        stop_alone()
    }

    fn resume(&mut self) {
        // The library believes raw mode is set, whatever the shell has done; so set it again. In the
        // background this stops us until we are in the foreground. It fails only if the terminal is
        // gone, which another thread reports.
        drop(disable_raw_mode().and_then(|()| enable_raw_mode()));
        self.held.enter();
    }

    fn lend(&mut self) -> io::Result<()> {
        self.gate.close()?;
        if !self.held.output.settle(PATIENCE) {
            self.gate.open();
            return Err(io::Error::other("the terminal does not take any output"));
        }
        self.held.give_back();
        Ok(())
    }

    fn take_back(&mut self) -> io::Result<()> {
        self.held.take()?;
        self.gate.open();
        Ok(())
    }
}

/// A stand-in for the terminal, for frames that are printed or tested; records what was copied.
#[derive(Clone, Debug, Default)]
pub struct NoTerminal {
    /// The text copied last.
    pub copied: Option<String>,
}

impl Host for NoTerminal {
    fn copy(&mut self, text: &str) {
        self.copied = Some(text.to_owned());
    }

    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn lend(&mut self) -> io::Result<()> {
        Err(io::Error::other("there is no terminal for the editor"))
    }

    fn take_back(&mut self) -> io::Result<()> {
        Ok(())
    }
}
