//! Loads a briefing file from a path.

use std::path::Path;

use super::briefing::decode_briefing;
use super::problems::Problems;
use super::text_file::read_text;
use crate::model::Briefing;

/// The result of loading a briefing file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadedBriefing {
    /// The briefing; `None` if the file has errors.
    pub briefing: Option<Briefing>,
    /// The errors and warnings of the file; `None` if there are none.
    pub problems: Option<Problems>,
}

/// Loads a briefing file; a file that cannot be read is reported as a problem too.
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
