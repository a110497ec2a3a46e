//! Our folders, and the configuration file that one of them may hold.

use std::fs;
use std::path::PathBuf;

use etcetera::BaseStrategy;
use serde::Deserialize;

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeName {
    /// For a dark terminal.
    #[default]
    Dark,
    /// For a light terminal.
    Light,
}

/// What `config.toml` may say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Who writes notes.
    pub author: Option<String>,
    /// Which theme is drawn.
    pub theme: Option<ThemeName>,
}

impl Settings {
    /// Reads `config.toml`; what is wrong with it is said in words and taken as not written.
    pub fn load(folders: &Folders) -> (Self, Option<String>) {
        let file = folders.config.join("config.toml");
        let Ok(text) = fs::read_to_string(&file) else {
            return Default::default();
        };
        match toml::from_str(&text) {
            Ok(settings) => (settings, None),
            Err(error) => {
                let line = error.span().map_or(1, |span| {
                    text.get(..span.start)
                        .unwrap_or_default()
                        .matches('\n')
                        .count()
                        + 1
                });
                let said = format!("{}:{line}: {}", file.display(), error.message());
                (Self::default(), Some(said))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> (Settings, Option<String>) {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().to_owned();
        let file = config.join("config.toml");
        std::io::Write::write_all(&mut fs::File::create(file).unwrap(), text.as_bytes()).unwrap();
        Settings::load(&Folders {
            state: config.clone(),
            config,
        })
    }

    #[test]
    fn author_and_theme_can_be_set() {
        let (found, problem) = settings("author = \"Ana\"\ntheme = \"light\"\n");
        let wanted = Settings {
            author: Some("Ana".into()),
            theme: Some(ThemeName::Light),
        };
        assert_eq!((found, problem), (wanted, None));
    }

    #[test]
    fn a_mistake_is_said_with_its_line() {
        let (found, problem) = settings("\ntheme = \"pink\"\n");
        assert_eq!(found, Settings::default());
        let problem = problem.unwrap();
        assert!(
            problem.contains("config.toml:2: ") && problem.contains("pink"),
            "{problem}"
        );
    }
}
