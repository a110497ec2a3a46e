//! The languages of reports and of the interface.

use jiff::civil::Date;

/// A language that reports can be written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Portuguese.
    Portuguese,
}

impl Language {
    /// All languages.
    pub const ALL: [Self; 4] = [Self::English, Self::French, Self::Spanish, Self::Portuguese];

    /// Returns the ISO 639-1 code, such as `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Portuguese => "pt",
        }
    }

    /// Returns the language of a tag such as `fr` or `pt-BR`; `None` if no report can be in it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        let mut all = Self::ALL.into_iter();
        all.find(|language| language.code().eq_ignore_ascii_case(code))
    }
}

/// A language of the interface: the screen, the commands and their errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InterfaceLanguage {
    /// English.
    #[default]
    English,
}

impl InterfaceLanguage {
    /// All languages.
    pub const ALL: [Self; 1] = [Self::English];

    /// Returns the language of reports that matches this language of the interface.
    pub const fn of_reports(self) -> Language {
        match self {
            Self::English => Language::English,
        }
    }
}

/// Returns the name of the month of a date.
pub(super) fn month(months: &[&'static str; 12], date: Date) -> &'static str {
    let index = usize::from(date.month().unsigned_abs()) - 1;
    months.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_may_have_a_region() {
        assert_eq!(Language::from_tag("pt-BR"), Some(Language::Portuguese));
        assert_eq!(Language::from_tag("FR_ca"), Some(Language::French));
        assert_eq!(Language::from_tag("de"), None);
    }
}
