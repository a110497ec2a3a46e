//! Our folders, and the configuration file that one of them may hold.

use std::fs;
use std::path::PathBuf;

use etcetera::BaseStrategy;
use toml::Table;

/// Where our files lie: the XDG folders, each with our name.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Of the configuration file.
    pub config: PathBuf,
    /// Of sessions and the name of this device.
    pub state: PathBuf,
}

impl Folders {
    /// The folders of the user; `None` where there is no home.
    pub fn of_user() -> Option<Self> {
        let base = etcetera::base_strategy::Xdg::new().ok()?;
        let state = base.state_dir()?;
        Some(Self {
            config: base.config_dir().join("roundtable"),
            state: state.join("roundtable"),
        })
    }
}

/// Which theme is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// For a dark terminal.
    #[default]
    Dark,
    /// For a light terminal.
    Light,
}

/// What `config.toml` may say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Who writes notes.
    pub author: Option<String>,
    /// Which theme is drawn.
    pub theme: Option<ThemeName>,
}

/// Keys that a later version of the program understands.
const RESERVED: [&str; 2] = ["speaking_limit", "keys"];

impl Settings {
    /// Reads `config.toml`; what is wrong with it is said in words, and the rest holds.
    pub fn load(folders: &Folders) -> (Self, Vec<String>) {
        let file = folders.config.join("config.toml");
        let Ok(text) = fs::read_to_string(&file) else {
            return Default::default();
        };
        let (settings, wrong) = Self::parse(&text);
        let place = file.display();
        (
            settings,
            wrong
                .into_iter()
                .map(|wrong| format!("{place}: {wrong}"))
                .collect(),
        )
    }

    fn parse(text: &str) -> (Self, Vec<String>) {
        let mut settings = Self::default();
        let table = match text.parse::<Table>() {
            Ok(table) => table,
            Err(error) => return (settings, vec![error.message().to_owned()]),
        };
        let mut wrong = Vec::new();
        for (key, value) in table {
            match (key.as_str(), value.as_str()) {
                ("author", Some(name)) => settings.author = Some(name.to_owned()),
                ("theme", Some("dark")) => settings.theme = Some(ThemeName::Dark),
                ("theme", Some("light")) => settings.theme = Some(ThemeName::Light),
                ("theme", _) => wrong.push(format!(
                    "theme is {value}; \"dark\" and \"light\" are known"
                )),
                ("author", None) => {
                    wrong.push(format!("author is {value}; a name in quotes is expected"));
                }
                (key, _) if RESERVED.contains(&key) => (),
                (key, _) => wrong.push(format!("there is no setting \"{key}\"")),
            }
        }
        (settings, wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn author_and_theme_can_be_set() {
        let wanted = Settings {
            author: Some("Ana".into()),
            theme: Some(ThemeName::Light),
        };
        let text = "author = \"Ana\"\ntheme = \"light\"\nspeaking_limit = \"3:00\"\n";
        assert_eq!(Settings::parse(text), (wanted, Vec::new()));
    }

    #[test]
    fn a_mistake_is_said_and_the_rest_holds() {
        let (settings, wrong) = Settings::parse("theme = \"pink\"\nauthor = \"Ana\"\nfoo = 1\n");
        assert_eq!(
            settings,
            Settings {
                author: Some("Ana".into()),
                theme: None
            }
        );
        assert!(
            wrong[0].contains("pink") && wrong[1].contains("foo"),
            "{wrong:?}"
        );
        assert_eq!(Settings::parse("author = ").1.len(), 1);
    }
}
