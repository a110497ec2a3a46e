//! Saves notes: one author's notes of one briefing, beside it.
//!
//! Rules, in order: a note is called saved only when it is on the disk, in the file that its name
//! leads to; nobody writes into a file of another author or device; the files can be replaced
//! between two saves by a program that synchronizes folders, so that nothing is remembered of them.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::slice;

use super::SaveError;
use super::gather::{folder_of, prefix_of};
use super::locked::Locked;
use super::notes_file::{block, header, parse};
use crate::model::{Author, Record};

/// How many bytes of a file are read to learn whose it is; a header has about a hundred.
const HEAD: usize = 4096;

/// Where the notes that one author takes on one device go.
#[derive(Clone, Debug)]
pub struct NotesFolder {
    author: Author,
    device: String,
    /// The author's file; the first device that saves a note has it.
    first: PathBuf,
    /// The file of this device, for when another has the first one.
    own: PathBuf,
}

impl NotesFolder {
    /// The notebook for a briefing: `dir/paper.notes.<author>.toml` beside `dir/paper.toml`, or
    /// `dir/paper.notes.<author>.<device>.toml` when the former is another device's.
    ///
    /// Which of the two it is, is looked up at each save: the other device's file may arrive later.
    pub fn new(briefing: &Path, author: Author, device: String) -> Self {
        let named = |rest: String| {
            let mut name = prefix_of(briefing);
            name.push(rest);
            folder_of(briefing).join(name)
        };
        Self {
            first: named(format!("{author}.toml")),
            own: named(format!("{author}.{device}.toml")),
            author,
            device,
        }
    }

    /// Whose notes these are.
    pub const fn author(&self) -> &Author {
        &self.author
    }

    /// Saves a revision of a record. It is on the disk when this returns without an error.
    ///
    /// # Errors
    /// What failed and where; a save may be tried again at any time, since a revision that is in a
    /// file twice is read once.
    pub fn append(&self, record: &Record) -> Result<(), SaveError> {
        self.append_all(slice::from_ref(record))
    }

    /// The same for several revisions, in one write.
    ///
    /// # Errors
    /// As [`Self::append`]; none is saved then.
    pub fn append_all(&self, records: &[Record]) -> Result<(), SaveError> {
        let blocks: String = records.iter().map(block).collect();
        let header = header(&self.author, &self.device);
        match Locked::open(&self.first) {
            Ok(file) if self.has(&file)? => file.append(&header, &blocks),
            // Another device's, or of another user of this machine who lets nobody look in.
            Ok(_) => Locked::open(&self.own)?.append(&header, &blocks),
            Err(SaveError::File { cause, .. }) if cause.kind() == ErrorKind::PermissionDenied => {
                Locked::open(&self.own)?.append(&header, &blocks)
            }
            Err(error) => Err(error),
        }
    }

    /// Whether a file is new, or says that this author writes it on this device. A file whose
    /// header is damaged does not: it may be anybody's.
    fn has(&self, file: &Locked<'_>) -> Result<bool, SaveError> {
        let head = file.head(HEAD)?;
        let found = parse(&head, "");
        let is_ours = found.author == self.author && found.device.as_ref() == Some(&self.device);
        Ok(head.is_empty() || is_ours)
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::io::Write;
    use std::os::unix::fs::PermissionsExt;
    use std::thread;

    use tempfile::TempDir;

    use super::super::read_notes;
    use super::*;
    use crate::model::Notes;

    /// A folder with a briefing in it, which nobody has to read.
    struct Desk(TempDir);

    impl Desk {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap())
        }

        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        fn notebook(&self, device: &str) -> NotesFolder {
            let author = Author::from_folded("anna");
            NotesFolder::new(&self.path("paper.toml"), author, device.to_owned())
        }

        fn write(&self, name: &str, text: &str) {
            let mut file = File::create(self.path(name)).unwrap();
            file.write_all(text.as_bytes()).unwrap();
        }

        fn text(&self, name: &str) -> String {
            fs::read_to_string(self.path(name)).unwrap()
        }

        fn notes(&self) -> Notes {
            let gathered = read_notes(&self.path("paper.toml"));
            assert_eq!(gathered.damage, []);
            gathered.notes
        }
    }

    fn note(id: &str) -> Record {
        let file = format!(
            "[notes]\nauthor = 'anna'\n[[note]]\nid = '{id}'\nat = 2010-11-09T10:02:13-06:00\ntext = 'a'"
        );
        parse(file.as_bytes(), "").records.remove(0)
    }

    #[test]
    fn a_note_is_saved_beside_the_briefing() {
        let desk = Desk::new();
        desk.notebook("7f3a").append(&note("A")).unwrap();
        desk.notebook("7f3a").append(&note("B")).unwrap();
        let name = "paper.notes.anna.toml";
        let mode = fs::metadata(desk.path(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let blocks = block(&note("A")) + &block(&note("B"));
        assert_eq!(
            desk.text(name),
            header(&Author::from_folded("anna"), "7f3a") + &blocks
        );
        assert_eq!(desk.notes().len(), 2);
    }

    #[test]
    fn another_device_has_its_own_file() {
        let desk = Desk::new();
        desk.notebook("7f3a").append(&note("A")).unwrap();
        let before = desk.text("paper.notes.anna.toml");
        desk.notebook("81bc").append(&note("B")).unwrap();
        assert_eq!(desk.text("paper.notes.anna.toml"), before);
        assert!(
            desk.text("paper.notes.anna.81bc.toml")
                .contains("id = \"B\"")
        );
        assert_eq!(desk.notes().len(), 2);
    }

    #[test]
    fn a_file_of_somebody_else_is_left_alone() {
        for text in [
            "[notes]\nauthor = 'bob'\ndevice = '7f3a'\n",
            "[notes]\nauthor = 'an",
            "schema = 1\n",
        ] {
            let desk = Desk::new();
            desk.write("paper.notes.anna.toml", text);
            desk.notebook("7f3a").append(&note("A")).unwrap();
            assert_eq!(desk.text("paper.notes.anna.toml"), text);
            assert!(
                desk.text("paper.notes.anna.7f3a.toml")
                    .contains("id = \"A\"")
            );
        }
    }

    #[test]
    fn a_file_that_lost_its_last_line_end_gets_it_back() {
        let desk = Desk::new();
        desk.notebook("7f3a").append(&note("A")).unwrap();
        let name = "paper.notes.anna.toml";
        desk.write(name, desk.text(name).trim_end());
        desk.notebook("7f3a").append(&note("B")).unwrap();
        assert_eq!(desk.notes().len(), 2);
    }

    #[test]
    fn a_file_that_was_replaced_between_two_saves_is_written_as_it_is() {
        let desk = Desk::new();
        let notebook = desk.notebook("7f3a");
        notebook.append(&note("A")).unwrap();
        let name = "paper.notes.anna.toml";
        desk.write("new", &(desk.text(name) + &block(&note("B"))));
        fs::rename(desk.path("new"), desk.path(name)).unwrap();
        notebook.append(&note("C")).unwrap();
        fs::remove_file(desk.path(name)).unwrap();
        notebook.append(&note("D")).unwrap();
        assert!(desk.text(name).starts_with("[notes]"));
        assert_eq!(desk.notes().len(), 1);
    }

    #[test]
    fn two_at_once_lose_nothing() {
        let desk = Desk::new();
        thread::scope(|scope| {
            for writer in ["a", "b"] {
                let notebook = desk.notebook("7f3a");
                scope.spawn(move || {
                    for number in 0..100 {
                        notebook
                            .append(&note(&format!("{writer}{number}")))
                            .unwrap();
                    }
                });
            }
        });
        assert_eq!(desk.notes().len(), 200);
    }

    #[test]
    fn what_is_no_file_is_an_error_and_no_wait() {
        let desk = Desk::new();
        fs::create_dir(desk.path("paper.notes.anna.toml")).unwrap();
        let error = desk.notebook("7f3a").append(&note("A")).unwrap_err();
        assert!(
            error
                .to_string()
                .ends_with("anna.toml is not a regular file"),
            "{error}"
        );

        let made = std::process::Command::new("mkfifo")
            .arg(desk.path("paper.notes.bob.toml"))
            .status();
        assert!(made.unwrap().success());
        let bob = Author::from_folded("bob");
        let notebook = NotesFolder::new(&desk.path("paper.toml"), bob, "7f3a".to_owned());
        let error = notebook.append(&note("A")).unwrap_err();
        assert!(
            error
                .to_string()
                .ends_with("bob.toml is not a regular file"),
            "{error}"
        );
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named() {
        let desk = Desk::new();
        desk.write("file", "");
        for folder in ["missing", "file"] {
            let briefing = desk.path(folder).join("paper.toml");
            let notebook =
                NotesFolder::new(&briefing, Author::from_folded("anna"), "7f3a".to_owned());
            let error = notebook.append(&note("A")).unwrap_err();
            let start = format!(
                "the folder {} cannot be written: ",
                desk.path(folder).display()
            );
            assert!(error.to_string().starts_with(&start), "{error}");
        }
    }

    #[test]
    fn a_name_alone_is_in_the_current_folder() {
        let anna = Author::from_folded("anna");
        let notebook = NotesFolder::new(Path::new("paper.toml"), anna, "7f3a".to_owned());
        assert_eq!(notebook.first, Path::new("./paper.notes.anna.toml"));
        assert_eq!(notebook.own, Path::new("./paper.notes.anna.7f3a.toml"));
    }
}
