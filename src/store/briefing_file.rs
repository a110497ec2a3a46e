//! From a path to a briefing or to what is wrong with it.

use std::path::Path;

use super::briefing::decode_briefing;
use super::problems::Problems;
use super::text_file::read_text;
use crate::model::Briefing;

/// What became of a briefing file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadedBriefing {
    /// The briefing; `None` when the file has errors.
    pub briefing: Option<Briefing>,
    /// What is wrong with the file; `None` when nothing is.
    pub problems: Option<Problems>,
}

/// Reads a briefing file; whatever goes wrong is among its problems.
pub fn load_briefing(path: &Path) -> LoadedBriefing {
    let name = path.display().to_string();
    match read_text(path) {
        Ok(text) => {
            let (briefing, mistakes) = decode_briefing(&text);
            LoadedBriefing {
                briefing,
                problems: Problems::new(&name, &text, &mistakes),
            }
        }
        Err(mistake) => LoadedBriefing {
            briefing: None,
            problems: Problems::new(&name, "", &[mistake]),
        },
    }
}
