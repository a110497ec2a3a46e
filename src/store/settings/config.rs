//! The configuration file `config.toml`.
//!
//! Rules, in order: all settings that are not understood, or have no effect, are reported at once,
//! each with its line and how to correct it; the other settings are still used.

use std::io::ErrorKind;
use std::{fs, path};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::nearest::nearest;
use super::{Folders, ThemeName};

/// The settings in `config.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The author of notes.
    pub author: Option<String>,
    /// The colour theme.
    pub theme: Option<ThemeName>,
    /// The speaking limit in seconds; 0 is no limit.
    pub speaking_limit: Option<u32>,
    /// The keys of actions.
    pub keys: Vec<KeySetting>,
}

/// A line of `[keys]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySetting {
    /// The name of the action.
    pub action: String,
    /// Its keys.
    pub keys: Vec<String>,
    /// The file and the line, for messages: `config.toml:3`.
    pub place: String,
}

/// The known settings.
const KNOWN: [&str; 4] = ["author", "theme", "speaking_limit", "keys"];
/// The longest speaking limit, in seconds: a day.
const LONGEST: u32 = 24 * 60 * 60;

impl Settings {
    /// Reads `config.toml`; returns a message for each mistake, and the other settings.
    pub fn load(folders: &Folders) -> (Self, Vec<String>) {
        let file = folders.config.as_ref();
        let Some(file) = file.map(|config| config.join("config.toml")) else {
            return Default::default();
        };
        match fs::read_to_string(&file) {
            Ok(text) => Self::parse(&text, &file),
            Err(error) if error.kind() == ErrorKind::NotFound => Default::default(),
            Err(error) => (
                Self::default(),
                vec![format!("{}: cannot be read: {error}", file.display())],
            ),
        }
    }

    fn parse(text: &str, file: &path::Path) -> (Self, Vec<String>) {
        let place = |at: usize| {
            let before = text.get(..at).unwrap_or(text);
            format!("{}:{}", file.display(), before.matches('\n').count() + 1)
        };
        let (table, errors) = DeTable::parse_recoverable(text);
        let errors = errors.iter().map(|error| {
            let at = error.span().map_or(0, |span| span.start);
            format!("{}: {}", place(at), error.message())
        });
        let mut wrong: Vec<String> = errors.collect();
        let mut settings = Self::default();
        for (key, value) in table.get_ref() {
            let name = key.get_ref().as_ref();
            if let Err(why) = settings.set(name, value, &place) {
                let at = key.span().start;
                wrong.extend(
                    why.into_iter()
                        .map(|(span, why)| format!("{}: {why}", place(span.unwrap_or(at)))),
                );
            }
        }
        (settings, wrong)
    }

    /// Applies a setting, or returns the reasons why it cannot be applied, each with its place if
    /// that is not the place of the setting.
    fn set(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        place: &dyn Fn(usize) -> String,
    ) -> Result<(), Vec<(Option<usize>, String)>> {
        let text = value.get_ref().as_str();
        let why = match (name, text) {
            ("author", Some(author)) => {
                self.author = Some(author.to_owned());
                return Ok(());
            }
            ("author", None) => "author takes a name in quotes".to_owned(),
            ("theme", text) => match text.and_then(ThemeName::named) {
                Some(theme) => {
                    self.theme = Some(theme);
                    return Ok(());
                }
                None => format!("theme is {}; it can be \"dark\" or \"light\"", shown(value)),
            },
            ("speaking_limit", _) => {
                if let Some(limit) = seconds(value.get_ref()) {
                    self.speaking_limit = Some(limit);
                    return Ok(());
                }
                format!(
                    "speaking_limit is {}; write minutes and seconds in quotes, such as \"2:30\", \
                     or \"0:00\" for no limit",
                    shown(value)
                )
            }
            ("keys", _) => return self.set_keys(value, place),
            (name, _) => {
                let meant = nearest(name, KNOWN);
                let cure = meant.map_or_else(
                    || format!("there are {}", KNOWN.join(", ")),
                    |meant| format!("did you mean \"{meant}\"?"),
                );
                format!("unknown setting \"{name}\"; {cure}")
            }
        };
        Err(vec![(None, why)])
    }

    fn set_keys(
        &mut self,
        value: &Spanned<DeValue<'_>>,
        place: &dyn Fn(usize) -> String,
    ) -> Result<(), Vec<(Option<usize>, String)>> {
        let DeValue::Table(table) = value.get_ref() else {
            let why =
                "keys is a table: write [keys], and below it lines such as save-note = \"Ctrl-s\"";
            return Err(vec![(None, why.to_owned())]);
        };
        let mut wrong = Vec::new();
        for (action, value) in table {
            let at = action.span().start;
            let keys = match value.get_ref() {
                DeValue::String(key) => Some(vec![key.as_ref().to_owned()]),
                DeValue::Array(all) => {
                    let keys = all.iter().map(|key| key.get_ref().as_str());
                    keys.map(|key| key.map(str::to_owned)).collect()
                }
                _ => None,
            };
            let action = action.get_ref().as_ref().to_owned();
            match keys {
                Some(keys) => self.keys.push(KeySetting {
                    action,
                    keys,
                    place: place(at),
                }),
                None => wrong.push((
                    Some(at),
                    format!(
                        "{action} takes a key in quotes, or a list of them: \
                         {action} = [\"Ctrl-s\", \"F2\"]"
                    ),
                )),
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

/// Formats a value for a message.
fn shown(value: &Spanned<DeValue<'_>>) -> String {
    match value.get_ref() {
        DeValue::String(text) => format!("\"{text}\""),
        DeValue::Integer(number) => number.as_str().to_owned(),
        other => format!("a value of type {}", other.type_str()),
    }
}

/// Reads a limit: minutes and seconds, such as `2:30`, or a number of seconds.
fn seconds(value: &DeValue<'_>) -> Option<u32> {
    let limit = match value {
        DeValue::String(text) => {
            let (minutes, seconds) = text.split_once(':')?;
            let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            if !is_number(minutes) || !is_number(seconds) {
                return None;
            }
            let seconds: u32 = seconds.parse().ok().filter(|_| seconds.len() == 2)?;
            let minutes: u32 = minutes.parse().ok()?;
            minutes
                .checked_mul(60)?
                .checked_add(seconds)
                .filter(|_| seconds < 60)?
        }
        DeValue::Integer(number) => number.as_str().parse().ok()?,
        _ => return None,
    };
    Some(limit).filter(|limit| *limit <= LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (Settings, Vec<String>) {
        Settings::parse(text, path::Path::new("config.toml"))
    }

    #[test]
    fn every_setting_can_be_set() {
        let text = "author = \"Ana\"\ntheme = \"light\"\nspeaking_limit = \"2:30\"\n\
                    [keys]\nsave-note = \"Ctrl-s\"\nfind = [\"/\", \"F3\"]\n";
        let key = |action: &str, keys: &[&str], line| KeySetting {
            action: action.to_owned(),
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
            place: format!("config.toml:{line}"),
        };
        let wanted = Settings {
            author: Some("Ana".into()),
            theme: Some(ThemeName::Light),
            speaking_limit: Some(150),
            keys: vec![
                key("save-note", &["Ctrl-s"], 5),
                key("find", &["/", "F3"], 6),
            ],
        };
        assert_eq!(parse(text), (wanted, Vec::new()));
    }

    #[test]
    fn a_limit_is_minutes_and_seconds_or_seconds() {
        for (text, limit) in [
            ("\"0:00\"", Some(0)),
            ("90", Some(90)),
            ("\"12:05\"", Some(725)),
            ("\"2:60\"", None),
            ("\"2\"", None),
            ("-5", None),
            ("999999", None),
            ("true", None),
        ] {
            let (settings, wrong) = parse(&format!("speaking_limit = {text}"));
            assert_eq!(settings.speaking_limit, limit, "{text}");
            assert_eq!(wrong.is_empty(), limit.is_some(), "{text}: {wrong:?}");
        }
    }

    #[test]
    fn reports_every_mistake_with_its_line_and_uses_the_other_settings() {
        let text = "theme = \"pink\"\nauthor = \"Ana\"\nauthr = 1\nspeaking_limit = \"soon\"\n\
                    [keys]\nfind = 3\nhelp = \"F2\"\n";
        let (settings, wrong) = parse(text);
        assert_eq!(settings.author.as_deref(), Some("Ana"));
        assert_eq!(settings.keys.len(), 1);
        let parts = [
            ("config.toml:1: theme is \"pink\"", "\"dark\""),
            (
                "config.toml:3: unknown setting \"authr\"",
                "did you mean \"author\"?",
            ),
            ("config.toml:4: speaking_limit is \"soon\"", "\"2:30\""),
            ("config.toml:6: find takes a key in quotes", "find = ["),
        ];
        assert_eq!(wrong.len(), parts.len(), "{wrong:?}");
        for (line, (start, cure)) in wrong.iter().zip(parts) {
            assert!(line.starts_with(start) && line.contains(cure), "{line}");
        }
        assert_eq!(parse("author = ").1.len(), 1);
    }
}
