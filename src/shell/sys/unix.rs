//! Terminal, signals and stopping on Unix.

use std::fs::File;
use std::io::{self, stderr, stdin, stdout};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use rustix::process::{Signal, kill_current_process_group};
use rustix::termios::{QueueSelector, isatty, tcflush, tcgetpgrp, ttyname};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGTTOU};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::raise;

/// The terminal that keys come from and that is drawn on.
#[derive(Debug)]
pub(in crate::shell) struct Tty {
    input: OwnedFd,
    output: Output,
}

#[derive(Debug)]
enum Output {
    /// A description of our own, which never waits.
    Own(OwnedFd),
    /// That of standard output, which others may share: it waits when the terminal does.
    Shared(OwnedFd),
}

impl Tty {
    /// The terminal of this program, as it is.
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
            output: Output::open()?,
        })
    }

    /// Writes as much as the terminal takes now; of the kind `WouldBlock` where that is nothing.
    ///
    /// # Errors
    /// When the terminal takes nothing now, or is gone.
    pub(in crate::shell) fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        /// A terminal that takes anything takes so much.
        const LITTLE: usize = 256;
        match &self.output {
            Output::Own(output) => Ok(rustix::io::write(output, bytes)?),
            Output::Shared(output) if is_writable(output, Duration::ZERO)? => {
                let some = bytes.get(..LITTLE).unwrap_or(bytes);
                Ok(rustix::io::write(output, some)?)
            }
            Output::Shared(_) => Err(io::ErrorKind::WouldBlock.into()),
        }
    }

    /// Waits until the terminal takes something, or for so long.
    ///
    /// # Errors
    /// When the system does not say.
    pub(in crate::shell) fn wait_to_write(&self, patience: Duration) -> io::Result<bool> {
        is_writable(self.output.descriptor(), patience)
    }

    /// Throws away what was written and the terminal has not taken.
    pub(in crate::shell) fn discard_output(&self) {
        // Where that fails, what is written next may not be taken either.
        tcflush(self.output.descriptor(), QueueSelector::OFlush).ok();
    }
}

impl Output {
    fn open() -> io::Result<Self> {
        let shared = stdout();
        // The flag would change the description that the shell has as well, and so a new one is
        // needed: of the controlling terminal, which may always be opened, or by its name.
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

/// Whether something can be written now, or within so long. What is gone can: the write says so.
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

/// Whether a message can be printed at the end without waiting for a terminal that is stuck.
pub fn can_print() -> bool {
    is_writable(stderr(), Duration::ZERO).unwrap_or_default()
}

/// What the system tells the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::shell) enum Told {
    /// To end: a signal, or the terminal is gone.
    End,
    /// To end, by the key that interrupts whatever has the terminal.
    Interrupt,
    /// To stop until it is continued.
    Stop,
    /// That it goes on.
    Continued,
}

/// Waits for what the system tells.
pub(in crate::shell) struct Watch {
    signals: SignalDelivery<UnixStream, SignalOnly>,
    /// The terminal, until it is gone.
    input: Option<OwnedFd>,
}

impl Watch {
    /// Signals are held for [`Self::next`] from here on.
    ///
    /// # Errors
    /// When the system does not let us wait for signals.
    pub(in crate::shell) fn new(tty: &Tty) -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let signals = [SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT];
        Ok(Self {
            signals: SignalDelivery::with_pipe(read, write, SignalOnly, signals)?,
            input: Some(tty.input.try_clone()?),
        })
    }

    /// Waits until the system tells something. A terminal that is gone need not send a signal: one
    /// that does not control our session never does.
    ///
    /// # Errors
    /// When the system does not let us wait.
    pub(in crate::shell) fn next(&mut self) -> io::Result<Vec<Told>> {
        let signals = PollFd::new(self.signals.get_read(), PollFlags::IN);
        // Without a flag only the end of the terminal is told.
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
        if told.contains(&Told::Continued) {
            // Told to stop, and then to go on.
            told.retain(|told| *told != Told::Stop);
        }
        if is_gone {
            self.input = None;
            told.push(Told::End);
        }
        Ok(told)
    }
}

const fn meaning(signal: i32) -> Told {
    match signal {
        SIGINT => Told::Interrupt,
        SIGTSTP => Told::Stop,
        SIGCONT => Told::Continued,
        _ => Told::End,
    }
}

/// Stops the job that this program belongs to, until the shell continues it. Without a shell that
/// could continue it, the system lets it go on.
///
/// The default of SIGTSTP is ours no more: its handler stays for good. SIGTTOU stops as well, and
/// unlike SIGSTOP never where nobody could continue us.
///
/// # Errors
/// When the system refuses.
pub(in crate::shell) fn stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::TTOU)?)
}

/// Stops this program alone.
///
/// # Errors
/// When the system refuses.
pub(in crate::shell) fn stop_alone() -> io::Result<()> {
    raise(SIGTTOU)
}
