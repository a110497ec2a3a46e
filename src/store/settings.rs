//! The program's folders.

mod config;

use std::env;
use std::path::{Path, PathBuf};

pub use config::{KeySetting, Settings};
use etcetera::BaseStrategy;
use thiserror::Error;

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

impl ThemeName {
    /// Returns the theme with this name.
    fn named(name: &str) -> Option<Self> {
        match name {
            "dark" => Some(Self::Dark),
            "light" => Some(Self::Light),
            _ => None,
        }
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
}
