//! Everything the program says to people, as data, and its words: one folder for each language.
//!
//! Rules, in order: a message is a variant with typed arguments, never a sentence glued from
//! pieces; each language has one exhaustive `match` for each enum, so that a missing message does
//! not compile; plurals, lists, quotation marks and dates are decided in the language, not by the
//! caller; each variant has sample arguments, so that [`table`] can show it to translators.
//! The enums depend on no language, each language depends on the enums, and only `words` depends on
//! all languages.
//! Deliberately absent: a macro or a file format for messages, fallbacks to another language, IO.
//!
//! The report exists in every [`Language`], the interface only in those of [`InterfaceLanguage`].

mod bindings;
mod capture_bar;
mod card_labels;
mod command_errors;
mod commands;
mod countries;
mod english;
mod finder;
mod french;
mod gaps;
mod help;
mod help_parts;
mod keeping_fault;
mod keys;
mod kinds;
mod labels;
mod language;
mod lists;
mod named;
mod notes;
mod places;
mod portuguese;
mod queries;
mod reader;
mod report;
mod samples;
mod screen;
mod spanish;
mod status;
mod table;
mod words;
mod write_error;

pub use bindings::BindingMistake;
pub use capture_bar::BarMessage;
pub use card_labels::{CardHint, CardLabel, CardTitle, UndoneChange};
pub use command_errors::CommandError;
pub use commands::CommandMessage;
pub use countries::{
    CountriesMessage, CountryHeading, CountryOrderLabel, CountryStanding, DossierMessage,
    DossierRemark, PlaceInList, RoleLabel, SectionTitle,
};
pub use finder::{ExampleWords, FinderExample, FinderMessage};
pub use gaps::GapMessage;
pub use help::HelpLine;
pub use help_parts::{HelpGroup, KeyPlace, NoteSign, SignWords};
pub use keeping_fault::KeepingFault;
pub use keys::{KeyOf, Keys};
pub use kinds::KindLabel;
pub use labels::{FormatLabel, Label};
pub use language::{InterfaceLanguage, Language};
pub use lists::{ListMessage, ListRemark};
pub use named::{KeyName, Who};
pub use notes::{NoteLine, VersionDifference};
pub use places::{HitPlace, PlaceMessage};
pub use queries::QueryMistake;
pub use reader::ReaderMessage;
pub use report::{ReportLabel, ReportPhrase};
pub use samples::Samples;
pub use screen::{
    EmptyPane, FilteredNotes, NotesOrderLabel, NotesRemarks, PaneMessage, ReportTitle, TitleMessage,
};
pub use status::{
    CardMessage, DraftMessage, EditorMessage, FloorMessage, FloorNow, NoteMessage, PaperMessage,
    RecordName, ReportMessage, SavingMessage, StatusMessage, UndoMessage,
};
pub use table::{TableRow, table};
pub use write_error::WriteError;
