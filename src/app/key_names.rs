//! The names of keys in messages.

use crate::messages::{KeyName, KeyOf};

use super::input::{Action, Context, KeyMap, Motion};

/// Returns the name of a key as messages show it: the first key that works in the context where it
/// would be pressed.
pub(super) fn key_name(keys: &KeyMap, of: KeyOf) -> KeyName {
    let (context, action) = place_of(of);
    let keys = keys.key_for(&[context], action);
    KeyName(if let KeyOf::GoMark(letter) | KeyOf::SetMark(letter) = of {
        let first = keys.strip_suffix('x').unwrap_or(&keys);
        format!("{first}{letter}")
    } else {
        keys
    })
}

/// Returns the context in which a message expects a key to be pressed, and the action of the key.
const fn place_of(of: KeyOf) -> (Context, Action) {
    match of {
        KeyOf::Accept => (Context::List, Action::Accept),
        KeyOf::ClearFilter => (Context::Notes, Action::ClearMatches),
        KeyOf::Complete => (Context::Capture, Action::LinkParagraph),
        KeyOf::ContinueDraft => (Context::Capture, Action::Edit(Motion::Up)),
        KeyOf::SinceTurnBegan => (Context::FloorList, Action::SinceTurnBegan),
        KeyOf::Help => (Context::Reader, Action::Help),
        KeyOf::Countries => (Context::Reader, Action::Countries),
        KeyOf::DeleteLetter => (Context::List, Action::Edit(Motion::Backspace)),
        KeyOf::DropFilter => (Context::NotesFilter, Action::Cancel),
        KeyOf::EarlierSearch => (Context::Find, Action::PreviousLine),
        KeyOf::EditNote => (Context::Notes, Action::EditNote),
        KeyOf::Find => (Context::Reader, Action::Find),
        KeyOf::GiveFloor => (Context::Reader, Action::GiveFloor),
        KeyOf::GoMark(_) => (Context::Reader, Action::GoMark),
        KeyOf::GoToGap => (Context::Report, Action::Accept),
        KeyOf::KeepFilter => (Context::NotesFilter, Action::Accept),
        KeyOf::KeyMessage => (Context::Notes, Action::KeyMessage),
        KeyOf::NewNote => (Context::Reader, Action::NewNote),
        KeyOf::NextParagraph => (Context::Reader, Action::NextParagraph),
        KeyOf::NoteHere => (Context::Reader, Action::NoteHere),
        KeyOf::Open => (Context::Reader, Action::Open),
        KeyOf::PreviousParagraph => (Context::Reader, Action::PreviousParagraph),
        KeyOf::QueueSpeaker => (Context::Reader, Action::QueueSpeaker),
        KeyOf::Quit => (Context::Reader, Action::Quit),
        KeyOf::Report => (Context::Reader, Action::Report),
        KeyOf::RestartClock => (Context::Reader, Action::RestartClock),
        KeyOf::Save => (Context::Capture, Action::Save),
        KeyOf::SetMark(_) => (Context::Reader, Action::SetMark),
        KeyOf::Undo => (Context::Reader, Action::Undo),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{
        BarMessage, CountriesMessage, DraftMessage, EditorMessage, EmptyPane, FinderMessage,
        FloorMessage, InterfaceLanguage, ListMessage, NoteMessage, PaperMessage, ReportMessage,
        ReportTitle, Samples, SavingMessage, StatusMessage,
    };

    #[test]
    fn a_key_is_named_as_it_is_pressed() {
        let named = |of| key_name(&KeyMap::default(), of).0;
        assert_eq!(named(KeyOf::NewNote), "i");
        assert_eq!(named(KeyOf::Save), "Enter");
        assert_eq!(named(KeyOf::SetMark('a')), "ma");
        assert_eq!(named(KeyOf::GoMark('a')), "'a");
    }

    #[test]
    fn every_key_in_the_status_line_is_bound() {
        fn all<M: Samples + Into<StatusMessage>>() -> Vec<StatusMessage> {
            M::samples().into_iter().map(Into::into).collect()
        }
        let all = [
            all::<SavingMessage>(),
            all::<DraftMessage>(),
            all::<EditorMessage>(),
            all::<FloorMessage>(),
            all::<NoteMessage>(),
            all::<PaperMessage>(),
            all::<ReportMessage>(),
        ];
        let asked = std::cell::Cell::new(0);
        for message in all.concat() {
            let bound = |of| {
                let name = key_name(&KeyMap::default(), of);
                assert!(!name.0.is_empty(), "{of:?}");
                asked.set(asked.get() + 1);
                name
            };
            message.words(InterfaceLanguage::English, &bound);
        }
        assert!(asked.get() > 20);
    }

    #[test]
    fn every_key_in_bars_lists_and_panes_is_bound() {
        let asked = std::cell::Cell::new(0);
        let bound = |of| {
            let name = key_name(&KeyMap::default(), of);
            assert!(!name.0.is_empty(), "{of:?}");
            asked.set(asked.get() + 1);
            name
        };
        let language = InterfaceLanguage::English;
        for message in BarMessage::samples() {
            message.words(language, &bound);
        }
        for message in CountriesMessage::samples() {
            message.words(language, &bound);
        }
        for message in FinderMessage::samples() {
            message.words(language, &bound);
        }
        for message in ListMessage::samples() {
            message.words(language, &bound);
        }
        for pane in EmptyPane::samples() {
            pane.lines(language, &bound);
        }
        for title in ReportTitle::samples() {
            title.words(language, &bound);
        }
        assert!(asked.get() > 10);
    }
}
