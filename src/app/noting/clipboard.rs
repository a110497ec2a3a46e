//! Text for the clipboard, without control and bidi characters, of a length that every terminal
//! accepts.

use crate::app::event::Effect;
use crate::app::outcome::Outcome;
use crate::messages::NoteMessage;
use crate::text::clean;

/// The most bytes that are copied: some terminals ignore a longer sequence entirely.
const MOST: usize = 100_000;

/// Copies a text; the message depends on whether it was cut.
pub(in crate::app) fn copy(text: &str, said: impl FnOnce(bool) -> NoteMessage) -> Outcome {
    let text = clean(text);
    let kept = text.floor_char_boundary(MOST);
    let copied = text.get(..kept).unwrap_or_default();
    Outcome::effect(Effect::Copy(copied.to_owned())).saying(said(kept < text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::outcome::Said;

    /// Returns the copied text, and whether the message says that it was cut.
    fn copied(text: &str) -> (String, bool) {
        let outcome = copy(text, |is_cut| NoteMessage::Copied { number: 1, is_cut });
        let said = |is_cut| Said::Message(NoteMessage::Copied { number: 1, is_cut }.into());
        let is_cut = outcome.said == said(true);
        assert!(is_cut || outcome.said == said(false));
        match outcome.effects.as_slice() {
            [Effect::Copy(copied)] => (copied.clone(), is_cut),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn control_characters_are_not_copied() {
        let (copied, is_cut) = copied("harmless\u{1b}[201~\r rm -rf ~ \r\n\u{202e}evil\u{7}\u{9b}");
        assert_eq!(copied, "harmless[201~\n rm -rf ~ \nevil");
        assert!(!is_cut);
    }

    #[test]
    fn a_long_text_is_cut_between_characters_with_a_message() {
        let whole = "é".repeat(MOST / 2);
        assert_eq!(copied(&whole), (whole.clone(), false));
        let (copied, is_cut) = copied(&format!("a{whole}"));
        assert_eq!(copied.len(), MOST - 1);
        assert!(is_cut);
    }
}
