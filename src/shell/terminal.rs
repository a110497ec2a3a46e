//! The real terminal: taken, and given back as it was.

use std::io::{self, Stdout, Write, stdout};
use std::panic;

use crossterm::clipboard::CopyToClipboard;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::crossterm::cursor::Show as ShowCursor;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::raise;

use super::{Gate, Host};

/// The terminal in our hands; it is given back when this is dropped, and before a panic speaks.
pub struct Terminal {
    gate: Gate,
}

impl Terminal {
    /// Takes the terminal: raw mode, a screen of our own, mouse, bracketed paste. Keys are read
    /// behind the gate.
    ///
    /// # Errors
    /// When the terminal refuses; it is then as it was.
    pub fn take(gate: Gate) -> io::Result<Self> {
        let spoken = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back();
            spoken(info);
        }));
        let terminal = Self { gate };
        enter()?;
        Ok(terminal)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(
        stdout(),
        EnterAlternateScreen,
        EnableMouseCapture,
        EnableBracketedPaste
    )
}

/// Gives back as much as can be: a terminal that is gone takes nothing, and that is no error.
fn give_back() {
    let mut out = stdout();
    let restored = queue!(
        out,
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        ShowCursor
    );
    drop(restored.and_then(|()| out.flush()));
    drop(disable_raw_mode());
}

impl Host<CrosstermBackend<Stdout>> for Terminal {
    fn copy(&mut self, terminal: &mut ratatui::Terminal<CrosstermBackend<Stdout>>, text: &str) {
        // Whether the terminal takes it cannot be known: OSC 52 has no answer.
        drop(execute!(
            terminal.backend_mut(),
            CopyToClipboard::to_clipboard_from(text)
        ));
    }

    fn suspend(&mut self, _: &mut ratatui::Terminal<CrosstermBackend<Stdout>>) -> io::Result<()> {
        give_back();
        raise(SIGTSTP)?;
        enter()
    }

    fn lend(&mut self) -> io::Result<()> {
        self.gate.close()?;
        give_back();
        Ok(())
    }

    fn take_back(&mut self) -> io::Result<()> {
        enter()?;
        self.gate.open();
        Ok(())
    }
}

/// No terminal at all: a frame that is printed or tested. What was copied can be asked for.
#[derive(Clone, Debug, Default)]
pub struct NoTerminal {
    /// What was copied last.
    pub copied: Option<String>,
}

impl<B: Backend> Host<B> for NoTerminal {
    fn copy(&mut self, _: &mut ratatui::Terminal<B>, text: &str) {
        self.copied = Some(text.to_owned());
    }

    fn suspend(&mut self, _: &mut ratatui::Terminal<B>) -> io::Result<()> {
        Ok(())
    }

    fn lend(&mut self) -> io::Result<()> {
        Err(io::Error::other("there is no terminal for the editor"))
    }

    fn take_back(&mut self) -> io::Result<()> {
        Ok(())
    }
}
