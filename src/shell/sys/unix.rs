//! Terminal, signals and stopping on Unix.

use std::fs::File;
use std::io::{self, stderr, stdin, stdout};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::process::Child;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_current_process_group, kill_process};
use rustix::termios::{QueueSelector, isatty, tcflush, tcgetpgrp, ttyname};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGTTOU};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::raise;

/// The terminal of the program, for input and output.
#[derive(Debug)]
pub(in crate::shell) struct Tty {
    input: OwnedFd,
    output: TtyOutput,
}

#[derive(Debug)]
enum TtyOutput {
    /// A file description of our own, non-blocking.
    Own(OwnedFd),
    /// The file description of standard output, which other programs may share; it blocks when the
    /// terminal does.
    Shared(OwnedFd),
}

impl Tty {
    /// Opens the terminal without changing its modes.
    ///
    /// # Errors
    /// When there is none.
    pub(in crate::shell) fn open() -> io::Result<Self> {
        let input = if isatty(stdin()) {
            stdin().as_fd().try_clone_to_owned()?
        } else {
            File::options()
                .read(true)
                .write(true)
                .open("/dev/tty")?
                .into()
        };
        Ok(Self {
            input,
            output: TtyOutput::open()?,
        })
    }

    /// Writes as much as the terminal accepts now, and returns the number of bytes.
    ///
    /// # Errors
    /// Of the kind `WouldBlock` when the terminal accepts nothing now; others when it is gone.
    pub(in crate::shell) fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        /// The number of bytes that a ready terminal always accepts without blocking.
        const LITTLE: usize = 256;
        match &self.output {
            TtyOutput::Own(output) => Ok(rustix::io::write(output, bytes)?),
            TtyOutput::Shared(output) if is_writable(output, Duration::ZERO)? => {
                let some = bytes.get(..LITTLE).unwrap_or(bytes);
                Ok(rustix::io::write(output, some)?)
            }
            TtyOutput::Shared(_) => Err(io::ErrorKind::WouldBlock.into()),
        }
    }

    /// Waits until the terminal accepts bytes, for at most `patience`; returns whether it does.
    ///
    /// # Errors
    /// When the system call fails.
    pub(in crate::shell) fn wait_to_write(&self, patience: Duration) -> io::Result<bool> {
        is_writable(self.output.descriptor(), patience)
    }

    /// Discards bytes that were written but not yet transmitted.
    pub(in crate::shell) fn discard_output(&self) {
        // If this fails, the next write may be stuck too, which has its own time limit.
        tcflush(self.output.descriptor(), QueueSelector::OFlush).ok();
    }
}

impl TtyOutput {
    fn open() -> io::Result<Self> {
        let shared = stdout();
        // O_NONBLOCK would also change the description that the shell shares, so a new one is
        // needed: of the controlling terminal, which can always be opened, or by the terminal's
        // name.
        let flags = OFlags::WRONLY | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let own = if tcgetpgrp(&shared).is_ok() {
            open("/dev/tty", flags, Mode::empty())
        } else {
            ttyname(&shared, Vec::new()).and_then(|name| open(name, flags, Mode::empty()))
        };
        match own {
            Ok(own) => Ok(Self::Own(own)),
            Err(_) => Ok(Self::Shared(shared.as_fd().try_clone_to_owned()?)),
        }
    }

    const fn descriptor(&self) -> &OwnedFd {
        match self {
            Self::Own(output) | Self::Shared(output) => output,
        }
    }
}

/// Returns whether bytes can be written within `patience`. True for a terminal that is gone: the
/// write then fails.
fn is_writable(output: impl AsFd, patience: Duration) -> io::Result<bool> {
    let timeout = Timespec {
        tv_sec: i64::try_from(patience.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: patience.subsec_nanos().into(),
    };
    match poll(&mut [PollFd::new(&output, PollFlags::OUT)], Some(&timeout)) {
        Ok(count) => Ok(count > 0),
        Err(Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Returns whether a message can be printed on standard error without blocking on a stuck terminal.
pub fn can_print() -> bool {
    is_writable(stderr(), Duration::ZERO).unwrap_or_default()
}

/// A message of the system to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::shell) enum SystemMessage {
    /// End: a signal, or the terminal is gone.
    End,
    /// End, by the interrupt key, which also reaches an editor that has the terminal.
    Interrupt,
    /// Stop until continued.
    Stop,
    /// Continued after a stop.
    Continued,
}

/// A receiver of signals, and of the end of the terminal.
pub(in crate::shell) struct Watch {
    signals: SignalDelivery<UnixStream, SignalOnly>,
    /// The terminal, until it is gone.
    input: Option<OwnedFd>,
}

impl Watch {
    /// Starts collecting signals for [`Self::next`].
    ///
    /// # Errors
    /// When signal handlers cannot be registered.
    pub(in crate::shell) fn new(tty: &Tty) -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let signals = [SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT];
        Ok(Self {
            signals: SignalDelivery::with_pipe(read, write, SignalOnly, signals)?,
            input: Some(tty.input.try_clone()?),
        })
    }

    /// Waits for signals or the end of the terminal. A terminal that does not control our session
    /// can disappear without a signal.
    ///
    /// # Errors
    /// When the system call fails.
    pub(in crate::shell) fn next(&mut self) -> io::Result<Vec<SystemMessage>> {
        let signals = PollFd::new(self.signals.get_read(), PollFlags::IN);
        // With no flags, poll reports only that the terminal is gone.
        let input = self.input.as_ref();
        let input = input.map(|input| PollFd::new(input, PollFlags::empty()));
        let mut waited: Vec<_> = [signals].into_iter().chain(input).collect();
        match poll(&mut waited, None) {
            Ok(_) | Err(Errno::INTR) => (),
            Err(error) => return Err(error.into()),
        }
        let is_gone = waited.get(1).is_some_and(|tty| !tty.revents().is_empty());
        drop(waited);
        let mut told: Vec<_> = self.signals.pending().map(meaning).collect();
        if told.contains(&SystemMessage::Continued) {
            // Stopped and already continued.
            told.retain(|told| *told != SystemMessage::Stop);
        }
        if is_gone {
            self.input = None;
            told.push(SystemMessage::End);
        }
        Ok(told)
    }
}

const fn meaning(signal: i32) -> SystemMessage {
    match signal {
        SIGINT => SystemMessage::Interrupt,
        SIGTSTP => SystemMessage::Stop,
        SIGCONT => SystemMessage::Continued,
        _ => SystemMessage::End,
    }
}

/// Stops the program's process group until the shell continues it. Without a shell that could do
/// so, the system does not stop it.
///
/// SIGTSTP cannot be used, since its handler stays registered. SIGTTOU stops too and, unlike
/// SIGSTOP, is ignored in an orphaned process group, which no shell could continue.
///
/// # Errors
/// When the system refuses.
pub(in crate::shell) fn stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TTOU)?)
}

/// Stops only this process.
///
/// # Errors
/// When the system refuses.
pub(in crate::shell) fn stop_alone() -> io::Result<()> {
    raise(SIGTTOU)
}

/// A program that this one has started.
#[derive(Clone, Copy, Debug)]
pub(in crate::shell) struct ChildProgram(Pid);

impl ChildProgram {
    /// Returns the program of a child.
    pub(in crate::shell) fn of(child: &Child) -> Self {
        Self(Pid::from_child(child))
    }

    /// Asks the program to end.
    ///
    /// # Errors
    /// When it has ended already, or belongs to another user.
    pub(in crate::shell) fn ask_to_end(self) -> io::Result<()> {
        Ok(kill_process(self.0, Signal::TERM)?)
    }
}
