//! The status line.

use crate::messages::{DraftMessage, InterfaceLanguage, Keys, SavingMessage, StatusMessage};

use super::event::SaveRefusal;

/// What the status line shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusLine<'a> {
    /// The messages of keys and events, oldest first.
    pub said: &'a [StatusMessage],
    /// The warning about unsaved notes: it stays until they are saved.
    pub unsaved: Option<SavingMessage>,
}

impl<'a> StatusLine<'a> {
    /// Creates the line from the messages and the worst refusal of the disk. The warning has
    /// priority: messages are shown beside it only if the journal has the note.
    pub(super) fn new(said: &'a [StatusMessage], worst: Option<&SaveRefusal>) -> Self {
        let Some(SaveRefusal {
            reason,
            on_this_machine,
        }) = worst
        else {
            let unsaved = None;
            return Self { said, unsaved };
        };
        let unsaved = if *on_this_machine {
            SavingMessage::OnThisMachine {
                why: said.is_empty().then(|| reason.clone()),
            }
        } else {
            SavingMessage::NotSaved {
                why: reason.clone(),
            }
        };
        Self {
            said: if *on_this_machine { said } else { &[] },
            unsaved: Some(unsaved),
        }
    }

    /// Returns whether the line shows a warning.
    pub fn is_warning(&self) -> bool {
        let is_lost = |message: &StatusMessage| {
            matches!(message, StatusMessage::Draft(DraftMessage::NotKept { .. }))
        };
        self.unsaved.is_some() || self.said.iter().any(is_lost)
    }

    /// Returns the text of the line; empty if there is nothing to say.
    pub fn words(&self, language: InterfaceLanguage, keys: Keys<'_>) -> String {
        let said = self.said.iter();
        let said = said.map(|message| message.words(language, keys));
        let said = said.collect::<Vec<_>>().join("; ");
        let unsaved = self.unsaved.clone().map(StatusMessage::from);
        let unsaved = unsaved.map(|message| message.words(language, keys));
        match unsaved {
            None => said,
            Some(unsaved) if said.is_empty() => unsaved.into_owned(),
            Some(unsaved) => format!("{said} · {unsaved}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::KeyMap;
    use crate::app::key_names::key_name;
    use crate::messages::FloorMessage;

    fn refusal(on_this_machine: bool) -> SaveRefusal {
        SaveRefusal {
            reason: "no space".to_owned(),
            on_this_machine,
        }
    }

    fn words(line: &StatusLine<'_>) -> String {
        line.words(InterfaceLanguage::English, &|of| {
            key_name(&KeyMap::default(), of)
        })
    }

    #[test]
    fn messages_stay_beside_a_note_that_the_journal_has() {
        let said = [FloorMessage::TurnEnded.into()];
        let line = StatusLine::new(&said, Some(&refusal(true)));
        assert_eq!(words(&line), "turn ended · saved on this machine only");
        let line = StatusLine::new(&[], Some(&refusal(true)));
        assert_eq!(words(&line), "saved on this machine only: no space");
        let line = StatusLine::new(&said, Some(&refusal(false)));
        assert_eq!(words(&line), "NOT SAVED: no space");
        assert!(line.is_warning());
    }

    #[test]
    fn several_messages_are_one_line() {
        let said = [
            FloorMessage::TurnEnded.into(),
            StatusMessage::reason("no file locks here"),
        ];
        let line = StatusLine::new(&said, None);
        assert_eq!(words(&line), "turn ended; no file locks here");
        assert!(!line.is_warning());
    }
}
