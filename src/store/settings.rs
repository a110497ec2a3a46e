//! The program's folders, and the configuration file.

use std::path::{Path, PathBuf};
use std::{env, fs};

use etcetera::BaseStrategy;
use thiserror::Error;
use toml::Table;

/// The XDG folders for our files, each ending with the program's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// The folder of the configuration file; `None` if only the state folder is known.
    pub config: Option<PathBuf>,
    /// The folder of sessions, journals and the device id.
    pub state: PathBuf,
}

/// The reason why there is no folder for files kept between two starts.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("no state folder ({0}), so drafts and the private journal of notes are not kept")]
pub struct NoFolders(&'static str);

impl NoFolders {
    /// Returns the reason alone, for a sentence about its consequences.
    pub const fn reason(self) -> &'static str {
        self.0
    }
}

impl Folders {
    /// Returns the folders of the user.
    ///
    /// # Errors
    /// Fails if neither `XDG_STATE_HOME` nor the home folder is an absolute path.
    pub fn of_user() -> Result<Self, NoFolders> {
        let base = etcetera::base_strategy::Xdg::new().ok();
        let absolute =
            |name: &str| Some(PathBuf::from(env::var_os(name)?)).filter(|it| it.is_absolute());
        Self::of(
            base.as_ref().map(BaseStrategy::home_dir),
            absolute("XDG_STATE_HOME"),
            absolute("XDG_CONFIG_HOME"),
        )
    }

    fn of(
        home: Option<&Path>,
        state: Option<PathBuf>,
        config: Option<PathBuf>,
    ) -> Result<Self, NoFolders> {
        const OURS: &str = "roundtable";
        // A relative path would depend on where the program is started.
        let at_home = home.filter(|home| home.is_absolute());
        let state = state.or_else(|| Some(at_home?.join(".local/state")));
        let config = config.or_else(|| Some(at_home?.join(".config")));
        match state {
            Some(state) => Ok(Self {
                config: config.map(|config| config.join(OURS)),
                state: state.join(OURS),
            }),
            None if home.is_some() => Err(NoFolders("HOME is not an absolute path")),
            None => Err(NoFolders("HOME is not set, and this user has no home")),
        }
    }
}

/// The colour theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// For a dark terminal.
    #[default]
    Dark,
    /// For a light terminal.
    Light,
}

/// The settings in `config.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The author of notes.
    pub author: Option<String>,
    /// The colour theme.
    pub theme: Option<ThemeName>,
}

/// Keys for a later version of the program.
const RESERVED: [&str; 2] = ["speaking_limit", "keys"];

impl Settings {
    /// Reads `config.toml`; returns a message for each mistake, and the other settings.
    pub fn load(folders: &Folders) -> (Self, Vec<String>) {
        let file = folders.config.as_ref();
        let Some(file) = file.map(|config| config.join("config.toml")) else {
            return Default::default();
        };
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
                ("theme", _) => {
                    wrong.push(format!("theme is {value}; expected \"dark\" or \"light\""));
                }
                ("author", None) => {
                    wrong.push(format!("author is {value}; expected a name in quotes"));
                }
                (key, _) if RESERVED.contains(&key) => (),
                (key, _) => wrong.push(format!("unknown setting \"{key}\"")),
            }
        }
        (settings, wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_from_xdg_or_the_home_and_never_relative() {
        let path = |path: &str| Some(PathBuf::from(path));
        let home = Path::new("/home/ana");
        let at_home = Folders {
            config: path("/home/ana/.config/roundtable"),
            state: "/home/ana/.local/state/roundtable".into(),
        };
        assert_eq!(Folders::of(Some(home), None, None), Ok(at_home));
        let of_xdg = Folders {
            config: None,
            state: "/state/roundtable".into(),
        };
        assert_eq!(Folders::of(None, path("/state"), None), Ok(of_xdg));
        let why = Folders::of(None, None, path("/config")).unwrap_err();
        assert!(why.to_string().contains("HOME is not set"), "{why}");
        let why = Folders::of(Some(Path::new("home")), None, None).unwrap_err();
        assert!(why.to_string().contains("not an absolute path"), "{why}");
    }

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
    fn reports_mistakes_and_uses_the_other_settings() {
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
