//! The subject of the program as plain data: briefing, entry, paragraph, country, note, diagnostic.
//!
//! Rules, in order: constructors establish every invariant; everything is cheap to borrow; no
//! serde, no files, no clock and no colours, so that every other room can import this one.

mod anchor;
mod briefing;
mod claims;
mod country;
mod diagnostic;
mod digest;
mod entry_id;
mod kind;
mod note;
mod notes;
mod paragraph;
mod placing;
mod saturated;
mod session;
mod turn;

pub use anchor::{Anchor, Placed};
pub use briefing::{Briefing, BriefingError, Entry, NewEntry, Paper, Practice};
pub use claims::Claims;
pub use country::CountryCode;
pub use diagnostic::{Diagnostic, Severity};
pub use digest::Digest;
pub use entry_id::EntryId;
pub use kind::{Kind, Partnership};
pub use note::{Author, Note, NoteId, NoteKind, Speaker};
pub use notes::Notes;
pub use paragraph::{Mark, Paragraph, Prose, Span};
pub use session::{Draft, Floor, Session, Speaking, View, ViewPlace};
pub use turn::{Record, Spoken, Turn, spoken};
