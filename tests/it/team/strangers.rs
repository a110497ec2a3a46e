//! Tests strangers: other users of this machine who can write to the folder of the briefing.
//!
//! Two users are needed, so most of these tests run as root only, and print a message otherwise.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{PermissionsExt as _, chown, lchown, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use rustix::process::geteuid;
use tempfile::TempDir;

use crate::world::{PAPER, World};

/// The user ids of Ana and of a stranger. No accounts are needed: the kernel knows only numbers.
const ANA: u32 = 54_321;
const STRANGER: u32 = 54_322;

const FIRST: &str = "briefing.notes.ana.toml";
const FOREIGN: &str = "belongs to another user; your notes are not written there";

/// A machine with a folder that every user can write to, and with Ana's home.
struct Machine(TempDir);

impl Machine {
    /// Sets up the machine; `None` if the tests do not run as root.
    fn new() -> Option<Self> {
        if !geteuid().is_root() {
            return None;
        }
        let machine = Self(tempfile::tempdir().unwrap());
        mode(machine.0.path(), 0o755);
        // Other users may have no access to the build folder. Copied by another process: a program
        // cannot be run while a file description for writing it is open, and a child that another
        // test starts meanwhile would hold one of this process.
        let mut copy = Command::new("cp");
        copy.arg(env!("CARGO_BIN_EXE_roundtable"));
        assert!(
            copy.arg(machine.path("roundtable"))
                .status()
                .unwrap()
                .success()
        );
        for (folder, bits, owner) in [("shared", 0o777, STRANGER), ("home", 0o700, ANA)] {
            fs::create_dir(machine.path(folder)).unwrap();
            mode(&machine.path(folder), bits);
            chown(machine.path(folder), Some(owner), None).unwrap();
        }
        machine.put("shared/briefing.toml", PAPER, STRANGER);
        Some(machine)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Creates a file that every user may read and write.
    fn put(&self, name: &str, text: &str, owner: u32) {
        fs::write(self.path(name), text).unwrap();
        mode(&self.path(name), 0o666);
        chown(self.path(name), Some(owner), None).unwrap();
    }

    fn link(&self, name: &str, target: &str, owner: u32) {
        symlink(self.path(target), self.path(name)).unwrap();
        lchown(self.path(name), Some(owner), None).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs the program as Ana.
    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = self.as_ana(&self.path("roundtable"));
        command.args(arguments).output().unwrap()
    }

    fn as_ana(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .uid(ANA)
            .gid(ANA)
            .current_dir(self.path("shared"))
            .env_clear()
            .env("HOME", self.path("home"))
            .env("PATH", "/usr/bin:/bin")
            .env("TZ", "UTC")
            .stdin(Stdio::null());
        command
    }

    /// Adds a note as Ana, and checks that it is saved beside the briefing.
    fn note(&self, text: &str) {
        let output = self.run(&["note", "--author", "ana", text]);
        assert!(output.status.success(), "{}", told(&output));
    }

    /// Returns the output of `roundtable notes`, and its messages.
    fn listed(&self) -> (String, String) {
        let output = self.run(&["notes", "--author", "ana"]);
        (
            String::from_utf8(output.stdout.clone()).unwrap(),
            told(&output),
        )
    }

    /// Returns the exit code of `roundtable report --final`: 1 if there is damage.
    fn final_report(&self) -> Option<i32> {
        let output = self.run(&["report", "--final", "--author", "ana"]);
        output.status.code()
    }

    /// Returns the name of the file of Ana's device.
    fn own(&self) -> String {
        let state = fs::read_dir(self.path("home/.local/state/roundtable")).unwrap();
        let mut files = state.map(|file| file.unwrap().path());
        let of_device = |file: &PathBuf| file.to_string_lossy().contains("/device-");
        let device = fs::read_to_string(files.find(of_device).unwrap()).unwrap();
        let device = device.trim_end();
        format!("briefing.notes.ana.{device}.toml")
    }

    fn own_text(&self) -> String {
        self.text(&format!("shared/{}", self.own()))
    }
}

/// Sets up the machine, or ends the test without one.
macro_rules! machine_or_skip {
    () => {
        match Machine::new() {
            Some(machine) => machine,
            None => return println!("skipped: only root can be two users"),
        }
    };
}

fn mode(path: &Path, bits: u32) {
    fs::set_permissions(path, Permissions::from_mode(bits)).unwrap();
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The attack: the notes file is a link to a shell profile, and the paper has words that a shell
/// would run once they are quoted there.
#[test]
fn a_link_to_a_shell_profile_gets_no_note_and_runs_no_command() {
    let machine = machine_or_skip!();
    let trap = machine.path("home/ran");
    let paper = PAPER.replacen(
        "text = \"\"\"\n",
        &format!(
            "text = \"\"\"\n$(touch {}; echo) is discussed here.\n\n",
            trap.display()
        ),
        1,
    );
    assert_ne!(paper, PAPER);
    machine.put("shared/briefing.toml", &paper, STRANGER);
    machine.put("home/.bash_profile", "", ANA);
    machine.link(&format!("shared/{FIRST}"), "home/.bash_profile", STRANGER);
    let paragraph = (1..20).find(|paragraph| {
        machine.note(&format!("on this p{paragraph}"));
        machine.own_text().contains("quote = \"$(touch ")
    });
    assert!(paragraph.is_some(), "{}", machine.own_text());
    assert_eq!(machine.text("home/.bash_profile"), "");
    let login = machine
        .as_ana(Path::new("/bin/sh"))
        .args(["-c", ". ~/.bash_profile"])
        .status();
    assert!(login.unwrap().success());
    assert!(!trap.exists(), "a command of the stranger ran");
    let (_, damage) = machine.listed();
    let expected = format!("roundtable: {FIRST}: not read: it is a link that another user made\n");
    assert_eq!(damage, expected);
}

#[test]
fn a_strangers_link_to_a_closed_session_is_neither_read_nor_written() {
    let machine = machine_or_skip!();
    fs::create_dir(machine.path("home/closed")).unwrap();
    chown(machine.path("home/closed"), Some(ANA), None).unwrap();
    machine.put("home/closed/briefing.toml", PAPER, ANA);
    let closed = machine.path("home/closed/briefing.toml");
    let closed = closed.to_str().unwrap();
    let output = machine.run(&["note", "--author", "ana", "-b", closed, "in confidence"]);
    assert!(output.status.success());
    let before = machine.text(&format!("home/closed/{FIRST}"));
    for name in [FIRST, "briefing.notes.bo.toml"] {
        let link = format!("shared/{name}");
        machine.link(&link, &format!("home/closed/{FIRST}"), STRANGER);
        machine.note("in public");
        assert_eq!(machine.text(&format!("home/closed/{FIRST}")), before);
        let (notes, damage) = machine.listed();
        assert!(notes.contains("in public"), "{notes}");
        assert!(!notes.contains("in confidence"), "{notes}");
        assert!(damage.contains(&format!(
            "{name}: not read: it is a link that another user made"
        )));
        let report = machine.run(&["report", "--annex"]);
        assert!(
            !String::from_utf8(report.stdout)
                .unwrap()
                .contains("in confidence")
        );
        fs::remove_file(machine.path(&link)).unwrap();
    }
}

#[test]
fn a_strangers_file_under_our_name_is_listed_and_not_written() {
    let machine = machine_or_skip!();
    machine.note("before");
    let device = machine.own();
    let header = machine.text(&format!("shared/{FIRST}"));
    let header = header.split("\n[[note]]").next().unwrap();
    let first = format!("shared/{FIRST}");
    for planted in ["", header] {
        fs::remove_file(machine.path(&first)).unwrap();
        machine.put(&first, planted, STRANGER);
        machine.note("while the name was taken");
        assert_eq!(machine.text(&first), planted);
        assert!(machine.own_text().contains("while the name was taken"));
        let (_, damage) = machine.listed();
        assert_eq!(damage, format!("roundtable: {FIRST}: {FOREIGN}\n"));
        assert_eq!(machine.final_report(), Some(1));
        let own = fs::metadata(machine.path(&format!("shared/{device}"))).unwrap();
        assert_eq!(own.permissions().mode() & 0o777, 0o600);
    }
    let (notes, _) = machine.listed();
    assert!(notes.contains("before"), "it came back: {notes}");

    // The other names too: no note is reported as saved that is not, and none is lost.
    fs::remove_file(machine.path(&format!("shared/{device}"))).unwrap();
    let stem = device.strip_suffix(".toml").unwrap();
    let others = [
        device.clone(),
        format!("{stem}-2.toml"),
        format!("{stem}-3.toml"),
    ];
    for name in &others {
        machine.put(&format!("shared/{name}"), header, STRANGER);
    }
    let output = machine.run(&["note", "--author", "ana", "kept here"]);
    assert_eq!(output.status.code(), Some(2));
    let said = told(&output);
    assert!(said.contains("saved on this machine only: "), "{said}");
    assert!(said.contains("belongs to another user"), "{said}");
    for name in others.iter().map(String::as_str).chain([FIRST]) {
        fs::remove_file(machine.path(&format!("shared/{name}"))).unwrap();
    }
    machine.note("after");
    let (notes, damage) = machine.listed();
    for text in ["before", "while the name was taken", "kept here", "after"] {
        assert!(notes.contains(text), "{text}: {notes}");
    }
    assert_eq!(damage, "");
}

#[test]
fn restores_notes_despite_a_strangers_huge_file() {
    let machine = machine_or_skip!();
    machine.note("before");
    let first = machine.path(&format!("shared/{FIRST}"));
    fs::remove_file(&first).unwrap();
    File::create(&first).unwrap().set_len(65 << 20).unwrap();
    chown(&first, Some(STRANGER), None).unwrap();
    machine.note("after");
    let (notes, damage) = machine.listed();
    assert!(
        notes.contains("before") && notes.contains("after"),
        "{notes}{damage}"
    );
    assert!(damage.contains(FOREIGN), "{damage}");
    assert!(!damage.contains("on this machine only"), "{damage}");
}

#[test]
fn the_screen_lists_a_strangers_file_and_reads_those_of_colleagues() {
    let machine = machine_or_skip!();
    let of_bo = "[notes]\nauthor = \"bo\"\ndevice = \"7f3a\"\n\n[[note]]\nid = \"b\"\n\
                 at = 2010-11-09T10:02:13Z\ntext = \"\"\"\nof Bo\"\"\"\n";
    machine.put("shared/briefing.notes.bo.toml", of_bo, STRANGER);
    machine.note("of Ana");
    let (notes, damage) = machine.listed();
    assert!(
        notes.contains("of Bo") && notes.contains("of Ana"),
        "{notes}"
    );
    assert_eq!(damage, "", "a colleague is no stranger");

    machine.put("shared/briefing.notes.ana.old.toml", of_bo, STRANGER);
    let keys = ["--author", "ana", "--print", "--size", "160x24"];
    let screen = machine.run(&keys);
    let screen = String::from_utf8(screen.stdout).unwrap();
    assert!(screen.contains(FOREIGN), "{screen}");
    assert!(screen.contains("some damaged"), "{screen}");
}

#[test]
fn our_own_link_is_read_and_not_written() {
    let machine = machine_or_skip!();
    machine.note("behind the link");
    let first = format!("shared/{FIRST}");
    let target = machine.path("home/kept.toml");
    fs::copy(machine.path(&first), &target).unwrap();
    chown(&target, Some(ANA), None).unwrap();
    fs::remove_file(machine.path(&first)).unwrap();
    let before = machine.text("home/kept.toml");
    machine.link(&first, "home/kept.toml", ANA);
    machine.note("after the link");
    assert_eq!(machine.text("home/kept.toml"), before);
    assert!(machine.own_text().contains("after the link"));
    let (notes, said) = machine.listed();
    assert!(notes.contains("behind the link") && notes.contains("after the link"));
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("your link to "), "{said}");
    assert_eq!(machine.final_report(), Some(0));
}

/// Runs as any user: the link belongs to the user who runs the test.
#[test]
fn the_screen_says_once_that_our_own_link_is_read() {
    const TOLD: &str = "your link to ";
    let of_bo = |text: &str| {
        format!(
            "[notes]\nauthor = \"bo\"\n[[note]]\nid = \"b\"\nat = 2010-11-09T10:02:13Z\n\
             text = \"\"\"\n{text}\"\"\"\n"
        )
    };
    let mut world = World::journaled((160, 24), |state| {
        let folder = state.parent().unwrap();
        fs::write(folder.join("elsewhere"), of_bo("first words")).unwrap();
        symlink("elsewhere", folder.join("briefing.notes.bo.toml")).unwrap();
        fs::create_dir(state).unwrap();
    });
    world.wait_until(|world| world.shows(TOLD) && world.shows("first words"));
    world.press("j");
    assert!(!world.shows(TOLD));
    fs::write(world.path("elsewhere"), of_bo("other words")).unwrap();
    world.wait_until(|world| world.shows("other words"));
    assert!(!world.shows(TOLD), "{}", world.screen());
    assert!(!world.shows("damaged"));
}

/// A file can become a pipe between the check and its opening: nothing waits for that.
#[test]
fn a_pipe_in_place_of_a_notes_file_is_not_waited_for() {
    let all = tempfile::tempdir().unwrap();
    super::folder(&all.path().join("desk"));
    let ana = super::Seat::new(all.path(), "desk", "ana", "a");
    ana.note("a1");
    let pipe = ana.path("briefing.notes.bo.toml");
    let made = Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|made| made.success()) {
        drop(File::create(&pipe).unwrap());
        println!("skipped: no mkfifo");
        return;
    }
    let (_, damage) = ana.listed();
    assert_eq!(
        damage,
        "roundtable: briefing.notes.bo.toml: not read: it is not a regular file\n"
    );
    ana.assert_texts(&["a1"]);
}
