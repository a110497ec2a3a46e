//! The fixed words of a report as templates see them.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::messages::{Language, ReportLabel, ReportPhrase, Samples as _};
use crate::model::NoteKind;

/// The fixed words of one language: each [`ReportLabel`] by its key, and `kinds`, a map with the
/// name of each kind of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording(pub Language);

impl Serialize for Wording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Words {
            #[serde(flatten)]
            labels: BTreeMap<String, &'static str>,
            kinds: BTreeMap<&'static str, String>,
        }
        let labels = ReportLabel::samples().into_iter();
        let kinds = NoteKind::ALL.into_iter();
        let words = Words {
            labels: labels.map(|it| (it.key(), it.words(self.0))).collect(),
            kinds: kinds
                .map(|it| (it.name(), ReportPhrase::Kind(it).words(self.0)))
                .collect(),
        };
        words.serialize(serializer)
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
