//! The words of the help and of the keys in each language.

use std::borrow::Cow;

use crate::messages::{
    BindingMistake, HelpGroup, HelpLine, InterfaceLanguage, KeyPlace, Label, NoteSign, SignWords,
    english,
};

impl HelpLine {
    /// Returns the words in a language: short for the footer, full for the help.
    pub const fn words(self, language: InterfaceLanguage) -> Label {
        match language {
            InterfaceLanguage::English => english::help::line(self),
        }
    }

    /// Returns other words by which people find this line in a language; may be empty.
    pub const fn synonyms(self, language: InterfaceLanguage) -> &'static str {
        match language {
            InterfaceLanguage::English => english::help_synonyms::synonyms(self),
        }
    }
}

impl HelpGroup {
    /// Returns the words in a language: short beside the lines of the group, full as a heading.
    pub const fn words(self, language: InterfaceLanguage) -> Label {
        match language {
            InterfaceLanguage::English => english::help_parts::group(self),
        }
    }
}

impl KeyPlace {
    /// Returns the words in a language.
    pub const fn words(self, language: InterfaceLanguage) -> &'static str {
        match language {
            InterfaceLanguage::English => english::help_parts::place(self),
        }
    }
}

impl NoteSign {
    /// Returns the words in a language.
    pub const fn words(self, language: InterfaceLanguage) -> SignWords {
        match language {
            InterfaceLanguage::English => english::help_parts::sign(self),
        }
    }
}

impl BindingMistake {
    /// Returns the words in a language.
    pub fn words(&self, language: InterfaceLanguage) -> Cow<'static, str> {
        match language {
            InterfaceLanguage::English => english::bindings::mistake(self),
        }
    }
}
