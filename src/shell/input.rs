//! Keys, mouse and signals, each from a thread of its own.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::crossterm::event::{
    self, Event as TerminalEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton,
    MouseEventKind,
};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::app::{Code, Event, Key, MouseDoes};

/// Sends on what the terminal says, until nobody listens or the terminal fails.
pub fn listen(events: Sender<Event>) {
    thread::spawn(move || {
        loop {
            let event = match event::read() {
                Ok(event) => translate(event),
                Err(_) => Some(Event::Ended),
            };
            let ended = matches!(event, Some(Event::Ended));
            if event.is_some_and(|event| events.send(event).is_err()) || ended {
                return;
            }
        }
    });
}

/// Sends on the signals that want the program to end. They need a thread of their own: once the
/// terminal is gone, waiting for its events never returns.
///
/// # Errors
/// When the system does not let us wait for signals.
pub fn watch_signals(events: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    thread::spawn(move || {
        for _ in signals.forever() {
            if events.send(Event::Ended).is_err() {
                return;
            }
        }
    });
    Ok(())
}

fn translate(event: TerminalEvent) -> Option<Event> {
    match event {
        TerminalEvent::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Event::Key),
        TerminalEvent::Paste(text) => Some(Event::Paste(text)),
        TerminalEvent::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        TerminalEvent::Mouse(mouse) => {
            let does = match mouse.kind {
                MouseEventKind::ScrollUp => MouseDoes::WheelUp,
                MouseEventKind::ScrollDown => MouseDoes::WheelDown,
                MouseEventKind::Down(MouseButton::Left) => MouseDoes::Click,
                _ => return None,
            };
            Some(Event::Mouse(does, mouse.column, mouse.row))
        }
        _ => None,
    }
}

fn key_of(event: KeyEvent) -> Option<Key> {
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(1) => Code::F1,
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(Key { code, ctrl, alt })
}
