//! Notes: the grammar they are typed in, and the list of them.

mod filter;
mod grammar;
mod note_words;
mod notebook;
mod order;
mod stamp;
mod subject;
mod versions;

pub use filter::NotesFilter;
pub(super) use filter::NotesPane;
pub use grammar::{Captured, Known};
pub(super) use grammar::{OTHERS, speaker, written};
pub use note_words::NoteWords;
pub(super) use notebook::UndoneStep;
pub use notebook::{Notebook, Pending};
pub use order::NotesOrder;
pub use stamp::Stamp;
pub use subject::Subject;
pub(super) use versions::note_rows;
pub use versions::{NoteText, also_line, note_texts};
