//! Reads and writes all files of a briefing.
//!
//! Rules, in order: nothing that a user wrote is ever overwritten or lost; files are read
//! tolerantly, and every mistake is listed with its place and remedy; nothing is reported as saved
//! before it is on the disk.

mod briefing;
mod briefing_file;
mod device;
mod device_ids;
mod disk;
mod draft_slots;
#[cfg(test)]
mod faults;
mod forget;
mod journal;
mod known_records;
mod large_files;
mod locked;
mod markdown;
mod nearest;
mod notes_file;
mod notes_files;
mod notes_folder;
mod only_here;
mod own_files;
mod owner;
mod paths;
mod problems;
mod report_file;
mod save_error;
mod session;
mod settings;
mod sheet;
mod state_files;
mod sys;
mod text_file;
mod told_names;
mod unique_id;

pub use briefing::decode_briefing;
pub use briefing_file::{LoadedBriefing, load_briefing};
pub use device::device_id;
pub use forget::{HeldFiles, HeldPart, NotForgotten, OpenMark, held};
pub use nearest::nearest;
pub use notes_file::Damage;
pub use notes_files::{Fingerprint, Gathered, fingerprint, notes_files, read_notes, read_notes_of};
pub use notes_folder::NotesFolder;
pub use only_here::{AllNotes, OnlyHere, OnlyOnThisMachine, Waits, read_all};
pub use problems::{Problems, render_diagnostics};
pub use report_file::{NotWritten, Writing, is_same_file, write_beside, write_file};
pub use save_error::{NoLocks, NotSaved, SaveError, Saved, Unjournaled};
pub use session::{Kept, keep_session, load_session, save_session, session_file, sync_session};
pub use settings::{Folders, KeySetting, NoFolders, Settings, ThemeName};
pub use sheet::{BadSheet, Sheet, take_sheets_back};
pub use text_file::read_text;
pub use unique_id::unique_id;
