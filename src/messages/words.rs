//! The only module that knows all languages: it gets the words of each message from its language.

mod help;

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use super::{
    BarMessage, CardHint, CardLabel, CardTitle, CommandError, CommandMessage, CountriesMessage,
    CountryHeading, CountryOrderLabel, CountryStanding, DossierMessage, DossierRemark, EmptyPane,
    ExampleWords, FinderExample, FinderMessage, FormatLabel, GapMessage, HitPlace,
    InterfaceLanguage, KeepingFault, Keys, KindLabel, Label, Language, ListMessage, ListRemark,
    NoteLine, NotesOrderLabel, PaneMessage, PlaceMessage, QueryMistake, ReaderMessage, ReportLabel,
    ReportPhrase, ReportTitle, RoleLabel, SectionTitle, StatusMessage, TitleMessage, WriteError,
    english, french, portuguese, spanish,
};

impl Language {
    /// Returns the names of the months, from January.
    pub const fn months(self) -> &'static [&'static str; 12] {
        match self {
            Self::English => &english::MONTHS,
            Self::French => &french::MONTHS,
            Self::Spanish => &spanish::MONTHS,
            Self::Portuguese => &portuguese::MONTHS,
        }
    }
}

impl ReportLabel {
    /// Returns the words in a language.
    pub const fn words(self, language: Language) -> &'static str {
        match language {
            Language::English => english::report::label(self),
            Language::French => french::report::label(self),
            Language::Spanish => spanish::report::label(self),
            Language::Portuguese => portuguese::report::label(self),
        }
    }
}

impl ReportPhrase<'_> {
    /// Returns the words in a language.
    pub fn words(self, language: Language) -> String {
        match language {
            Language::English => english::report::phrase(self),
            Language::French => french::report::phrase(self),
            Language::Spanish => spanish::report::phrase(self),
            Language::Portuguese => portuguese::report::phrase(self),
        }
    }
}

impl FormatLabel {
    /// Returns the words in a language.
    pub const fn words(self, language: InterfaceLanguage) -> Label {
        match language {
            InterfaceLanguage::English => english::labels::format(self),
        }
    }
}

impl GapMessage {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::gaps::gap(self),
        }
    }
}

impl KindLabel {
    /// Returns the words in a language.
    pub const fn words(self, language: InterfaceLanguage) -> &'static str {
        match language {
            InterfaceLanguage::English => english::kinds::kind(self),
        }
    }
}

impl PlaceMessage {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::places::place(self),
        }
    }
}

impl HitPlace {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::places::hit_place(self),
        }
    }
}

impl NoteLine {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::notes::line(self),
        }
    }
}

impl CountryStanding {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::countries::standing(self),
        }
    }
}

impl RoleLabel {
    /// Returns the words in a language.
    pub const fn words(self, language: InterfaceLanguage) -> &'static str {
        match language {
            InterfaceLanguage::English => english::countries::role(self),
        }
    }
}

impl CountryOrderLabel {
    /// Returns the words in a language.
    pub const fn words(self, language: InterfaceLanguage) -> &'static str {
        match language {
            InterfaceLanguage::English => english::countries::order(self),
        }
    }
}

impl CountryHeading {
    /// Returns the words in a language.
    pub const fn words(self, language: InterfaceLanguage) -> &'static str {
        match language {
            InterfaceLanguage::English => english::countries::heading(self),
        }
    }
}

impl CountriesMessage {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage, keys: Keys<'_>) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::countries::countries(self, keys),
        }
    }
}

impl SectionTitle {
    /// Returns the words in a language.
    pub const fn words(self, language: InterfaceLanguage) -> &'static str {
        match language {
            InterfaceLanguage::English => english::countries::section(self),
        }
    }
}

impl DossierRemark {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::countries::remark(self),
        }
    }
}

impl DossierMessage {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::countries::dossier(self),
        }
    }
}

impl FinderExample {
    /// Returns the words in a language.
    pub const fn words(self, language: InterfaceLanguage) -> ExampleWords {
        match language {
            InterfaceLanguage::English => english::finder::example(self),
        }
    }
}

impl FinderMessage {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage, keys: Keys<'_>) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::finder::finder(self, keys),
        }
    }
}

impl ListMessage {
    /// Returns the words in a language.
    pub fn words(self, language: InterfaceLanguage, keys: Keys<'_>) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::lists::list(self, keys),
        }
    }
}

impl ListRemark {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::lists::remark(self),
        }
    }
}

impl BarMessage {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage, keys: Keys<'_>) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::capture_bar::bar(self, keys),
        }
    }
}

impl ReaderMessage {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::reader::reader(self),
        }
    }
}

impl TitleMessage {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::screen::title(self),
        }
    }
}

impl NotesOrderLabel {
    /// Returns the words in a language.
    pub const fn words(self, language: InterfaceLanguage) -> &'static str {
        match language {
            InterfaceLanguage::English => english::screen::notes_order(self),
        }
    }
}

impl PaneMessage {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::screen::pane(self),
        }
    }
}

impl EmptyPane {
    /// Returns the lines in a language.
    pub fn lines(self, language: InterfaceLanguage, keys: Keys<'_>) -> Vec<Cow<'static, str>> {
        match language {
            InterfaceLanguage::English => english::screen::empty(self, keys),
        }
    }
}

impl ReportTitle {
    /// Returns the words in a language.
    pub fn words(self, language: InterfaceLanguage, keys: Keys<'_>) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::screen::report(self, keys),
        }
    }
}

impl CardLabel {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::card_labels::label(self),
        }
    }
}

impl CardTitle {
    /// Returns the words in a language.
    pub fn words(self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::card_labels::title(self),
        }
    }
}

impl CardHint {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::card_labels::hint(self),
        }
    }
}

impl CommandMessage {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::commands::message(self),
        }
    }
}

impl CommandError {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::command_errors::error(self),
        }
    }
}

/// Formats the error in English, for logs and for the argument parser.
impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(InterfaceLanguage::English))
    }
}

impl Error for CommandError {}

impl WriteError {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::report::write_error(self),
        }
    }
}

impl KeepingFault {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::keeping_fault::fault(self),
        }
    }
}

/// Formats the fault in English, for the error that is printed when the program ends.
impl fmt::Display for KeepingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(InterfaceLanguage::English))
    }
}

impl StatusMessage {
    /// Returns the words in a language, with the names of keys in the current key map.
    pub fn words(&self, language: InterfaceLanguage, keys: Keys<'_>) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::status::message(self, keys),
        }
    }
}

/// Formats the error in English, for logs.
impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(InterfaceLanguage::English))
    }
}

impl Error for WriteError {}

impl QueryMistake {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::queries::mistake(self),
        }
    }
}

#[cfg(test)]
mod tests;
