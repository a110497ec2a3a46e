//! What a person at a terminal waits for: `cargo bench --bench outside`.
//!
//! Starts the program in a pseudo-terminal and measures from outside: start to first frame, key
//! to frame, memory. `less` and `vim`, where they are installed, do the like on the plain text.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark that cannot measure should fail loudly"
)]

use std::fs;
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const STARTS: usize = 40;
const KEYS: usize = 400;
const ROUNDTABLE: &str = env!("CARGO_BIN_EXE_roundtable");

fn main() {
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
    let home = folder.path().to_str().unwrap();
    // The last words of the first frame, and the key that leaves.
    measure(
        "roundtable",
        &[ROUNDTABLE, briefing],
        home,
        ("note on", "q"),
    );
    measure("less", &["less", plain], home, ("paper.txt", "q"));
    measure(
        "vim",
        &["vim", "-u", "NONE", "-n", plain],
        home,
        ("paper.txt", ":q!\r"),
    );
}

fn measure(name: &str, command: &[&str], home: &str, (last, leave): (&str, &str)) {
    let found = command[0].contains('/')
        || std::env::var("PATH").is_ok_and(|path| {
            path.split(':')
                .any(|folder| fs::exists(format!("{folder}/{}", command[0])).unwrap_or(false))
        });
    if !found {
        println!("{name}: not installed");
        return;
    }
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let start = Instant::now();
        let screen = Screen::open(command, home);
        screen.read_until(last);
        starts.push(start.elapsed());
        screen.leave(leave);
    }
    let mut screen = Screen::open(command, home);
    screen.read_until(last);
    screen.drain();
    let mut keys = Vec::new();
    for nth in 0..KEYS {
        let key = if nth % 60 < 30 { "j" } else { "k" };
        let start = Instant::now();
        screen.press(key);
        if screen.read_some(Duration::from_millis(200)) {
            keys.push(start.elapsed());
        }
        screen.drain();
    }
    let memory = screen.memory();
    screen.leave(leave);
    print!("{name:<11} first frame p50 {:>6.2} ms", at(&mut starts, 50));
    print!(
        "   key p50 {:.3} ms p99 {:.3} ms ({} of {KEYS})",
        at(&mut keys, 50),
        at(&mut keys, 99),
        keys.len()
    );
    println!("   memory {memory}");
}

/// A percentile, in milliseconds.
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
    fn open(command: &[&str], home: &str) -> Self {
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
