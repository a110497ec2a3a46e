//! Two threads that send events: one reads keys and mouse, one waits for signals.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{
    self, Event as TerminalEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton,
    MouseEventKind,
};
use signal_hook::consts::{SIGINT, SIGWINCH};
use signal_hook::flag;
use signal_hook::low_level::raise;

use super::sys::{SystemMessage, Tty, Watch};
use crate::app::{Code, Event, Key, MouseDoes};

/// A gate that the key-reading thread passes before each read: closed while another program has the
/// terminal.
#[derive(Clone, Debug, Default)]
pub struct Gate {
    door: Arc<(Mutex<Door>, Condvar)>,
    /// Whether an interrupt still has to be handled. Set by the signal handler, since the watching
    /// thread may be late and find the gate open again.
    interrupted: Arc<AtomicBool>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Door {
    #[default]
    Open,
    /// The thread may still be reading.
    Closing,
    /// The thread waits.
    Closed,
}

impl Gate {
    /// Closes the gate and waits until keys are no longer read.
    ///
    /// # Errors
    /// When the thread does not reach the gate within a second: it has ended.
    pub fn close(&self) -> io::Result<()> {
        /// The longest wait for the thread: a live one takes less than a millisecond.
        const PATIENCE: Duration = Duration::from_secs(1);
        let (door, changed) = &*self.door;
        *lock(door) = Door::Closing;
        // SIGWINCH wakes a thread that waits for a key: it reads a resize event.
        raise(SIGWINCH)?;
        let is_closing = |door: &mut Door| *door == Door::Closing;
        let door = lock(door);
        let (mut door, waited) = changed
            .wait_timeout_while(door, PATIENCE, is_closing)
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            *door = Door::Open;
            return Err(io::Error::other("the keyboard is not free for the editor"));
        }
        Ok(())
    }

    /// Opens the gate. An interrupt before this was meant for the other program.
    pub fn open(&self) {
        let (door, changed) = &*self.door;
        self.interrupted.store(false, Ordering::SeqCst);
        *lock(door) = Door::Open;
        changed.notify_all();
    }

    /// Waits while the gate is closed.
    fn pass(&self) {
        let (door, changed) = &*self.door;
        let mut door = lock(door);
        if *door == Door::Closing {
            *door = Door::Closed;
            changed.notify_all();
        }
        let is_closed = |door: &mut Door| *door == Door::Closed;
        drop(changed.wait_while(door, is_closed));
    }

    /// Returns whether an interrupt is meant for this program: an editor that has the terminal gets
    /// Ctrl-c as well.
    fn takes_interrupt(&self) -> bool {
        let is_new = self.interrupted.swap(false, Ordering::SeqCst);
        is_new && *lock(&self.door.0) == Door::Open
    }
}

fn lock(door: &Mutex<Door>) -> MutexGuard<'_, Door> {
    door.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts the thread that sends keys, mouse and resizes, until the receiver is gone or the terminal
/// fails.
pub fn listen(events: Sender<Event>, gate: Gate) {
    thread::spawn(move || {
        loop {
            gate.pass();
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

/// Starts the thread that sends signals: end, stop, continued. It needs its own thread: once the
/// terminal is gone, waiting for its keys never returns.
///
/// # Errors
/// When the system does not let us wait for signals.
pub(super) fn watch(tty: &Tty, events: Sender<Event>, gate: Gate) -> io::Result<()> {
    // Registered before the watch, so that the flag is set when the watch reports an interrupt.
    flag::register(SIGINT, Arc::clone(&gate.interrupted))?;
    let mut watch = Watch::new(tty)?;
    thread::spawn(move || {
        while let Ok(told) = watch.next() {
            for told in told {
                let event = match told {
                    SystemMessage::End => Event::Ended,
                    SystemMessage::Interrupt if gate.takes_interrupt() => Event::Ended,
                    SystemMessage::Interrupt => continue,
                    SystemMessage::Stop => Event::Suspend,
                    SystemMessage::Continued => Event::Continued,
                };
                if events.send(event).is_err() {
                    return;
                }
            }
        }
        // A program that can no longer be told to end has to end now.
        drop(events.send(Event::Ended));
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
        KeyCode::Insert => Code::Insert,
        KeyCode::F(number @ 1..=12) => Code::F(number),
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(Key { code, ctrl, alt })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_keys_and_insert_can_be_bound() {
        for (code, name) in [
            (KeyCode::F(1), "F1"),
            (KeyCode::F(2), "F2"),
            (KeyCode::F(12), "F12"),
            (KeyCode::Insert, "Insert"),
        ] {
            let key = key_of(KeyEvent::new(code, KeyModifiers::NONE));
            assert_eq!(key, Key::parse(name), "{name}");
        }
        assert_eq!(
            key_of(KeyEvent::new(KeyCode::F(13), KeyModifiers::NONE)),
            None
        );
    }
}
