//! Measures the waiting times of a person at a terminal: `cargo bench --bench outside`.
//!
//! Starts the program in a pseudo-terminal and measures from outside: start to first frame, key to
//! frame, memory; also with ten thousand notes and, where `strace` is installed, in the bar while
//! each `fsync` takes two seconds. `less` and `vim`, where installed, are measured on the plain
//! text for comparison.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark that cannot measure should fail loudly"
)]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Stdio;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const STARTS: usize = 40;
const KEYS: usize = 400;
const ROUNDTABLE: &str = env!("CARGO_BIN_EXE_roundtable");

fn main() {
    // `cargo test --all-targets` runs it too, and needs no figures.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let root = env!("CARGO_MANIFEST_DIR");
    let briefing = folder.path().join("briefing.toml");
    fs::copy(format!("{root}/briefing.toml"), &briefing).unwrap();
    let text = std::process::Command::new(ROUNDTABLE)
        .arg(&briefing)
        .output()
        .unwrap()
        .stdout;
    let plain = folder.path().join("paper.txt");
    fs::write(&plain, text).unwrap();
    let (briefing, plain) = (briefing.to_str().unwrap(), plain.to_str().unwrap());
    let program = |name, command: &[&'static str], file, last, leave| Program {
        name,
        command: command.iter().copied().chain([file]).collect(),
        home: folder.path(),
        last,
        leave,
    };
    // The last words of the first frame, and the keys that quit.
    program("roundtable", &[ROUNDTABLE], briefing, "note on", "q").measure();
    program("less", &["less"], plain, "paper.txt", "q").measure();
    let vim = ["vim", "-u", "NONE", "-n"];
    program("vim", &vim, plain, "paper.txt", ":q!\r").measure();
    let slow = [SLOW_DISK, &[ROUNDTABLE]].concat();
    program("slow disk", &slow, briefing, "note on", "q").write();
    take_notes(briefing, folder.path());
    program("10,000 notes", &[ROUNDTABLE], briefing, "note on", "q").measure();
}

/// Delays each sync by two seconds.
const SLOW_DISK: &[&str] = &[
    "strace",
    "--follow-forks",
    "--seccomp-bpf",
    "--output=/dev/null",
    "--trace=fsync,fdatasync",
    "--inject=fsync,fdatasync:delay_enter=2000000",
];

fn take_notes(briefing: &str, home: &Path) {
    let notes = (0..10_000).map(|nth| format!("Mali: wants pooled recruitment, number {nth}\n"));
    let mut program = std::process::Command::new(ROUNDTABLE)
        .args(["note", "-", "-b", briefing])
        .env("HOME", home)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = program.stdin.take().unwrap();
    input
        .write_all(notes.collect::<String>().as_bytes())
        .unwrap();
    drop(input);
    assert!(program.wait().unwrap().success());
}

/// A program, and the text that shows it is ready.
struct Program<'a> {
    name: &'a str,
    command: Vec<&'a str>,
    home: &'a Path,
    last: &'a str,
    leave: &'a str,
}

impl Program<'_> {
    /// Measures the start and scrolling.
    fn measure(&self) {
        if self.is_missing() {
            return;
        }
        let mut starts = Vec::new();
        for _ in 0..STARTS {
            let start = Instant::now();
            let screen = self.open();
            starts.push(start.elapsed());
            screen.leave(self.leave);
        }
        print!("{:<12} first frame", self.name);
        print!(" p50 {:>6.2} ms  ", at(&mut starts, 50));
        self.press(|nth| if nth % 60 < 30 { "j" } else { "k" });
    }

    /// Measures typing; one key in forty saves a note.
    fn write(&self) {
        if self.is_missing() {
            return;
        }
        print!("{:<12} in the bar               ", self.name);
        self.press(|nth| match nth % 40 {
            0 => "i",
            39 => "\r",
            _ => "a",
        });
    }

    fn is_missing(&self) -> bool {
        let program = self.command[0];
        let is_there = program.contains('/')
            || std::env::var("PATH").is_ok_and(|path| {
                path.split(':')
                    .any(|folder| fs::exists(format!("{folder}/{program}")).unwrap_or(false))
            });
        if !is_there {
            println!("{}: {program} is not installed", self.name);
        }
        !is_there
    }

    fn open(&self) -> Screen {
        let screen = Screen::open(&self.command, self.home);
        screen.read_until(self.last);
        screen
    }

    fn press(&self, key: impl Fn(usize) -> &'static str) {
        let mut screen = self.open();
        screen.drain();
        let mut keys = Vec::new();
        for nth in 0..KEYS {
            let start = Instant::now();
            screen.press(key(nth));
            if screen.read_some(Duration::from_millis(200)) {
                keys.push(start.elapsed());
            }
            screen.drain();
        }
        let memory = screen.memory();
        screen.leave(self.leave);
        print!(
            " key p50 {:.3} ms p99 {:.3} ms worst {:.3} ms ({} of {KEYS})",
            at(&mut keys, 50),
            at(&mut keys, 99),
            at(&mut keys, 100),
            keys.len()
        );
        println!("   memory {memory}");
    }
}

/// Returns a percentile, in milliseconds.
fn at(times: &mut [Duration], percent: usize) -> f64 {
    times.sort();
    let index = (times.len() * percent / 100).min(times.len().saturating_sub(1));
    times
        .get(index)
        .map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
}

struct Screen {
    child: Box<dyn portable_pty::Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Screen {
    fn open(command: &[&str], home: &Path) -> Self {
        let size = PtySize {
            rows: 40,
            cols: 120,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut builder = CommandBuilder::new(command[0]);
        builder.args(&command[1..]);
        builder.env("HOME", home);
        builder.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(builder).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 16384];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            writer,
            output,
            _master: pair.master,
        }
    }

    fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    fn read_until(&self, last: &str) {
        let mut seen = String::new();
        while !seen.contains(last) {
            let bytes = self
                .output
                .recv_timeout(Duration::from_secs(5))
                .expect("no first frame");
            seen.push_str(&String::from_utf8_lossy(&bytes));
        }
    }

    fn read_some(&self, patience: Duration) -> bool {
        self.output.recv_timeout(patience).is_ok()
    }

    /// Reads until the program has been silent for a moment.
    fn drain(&self) {
        while self.read_some(Duration::from_millis(4)) {}
    }

    fn memory(&self) -> String {
        let id = self.child.process_id().unwrap_or_default();
        let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
    }

    fn leave(mut self, keys: &str) {
        self.press(keys);
        self.child.wait().unwrap();
    }
}
