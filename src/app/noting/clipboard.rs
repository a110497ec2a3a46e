//! Text for the clipboard, without control and bidi characters, of a length that every terminal
//! accepts.

use crate::app::event::Effect;
use crate::app::outcome::Outcome;
use crate::text::clean;

/// The largest text in bytes: some terminals drop a longer sequence as a whole.
const MOST: usize = 100_000;

/// Copies a text and reports whether it was cut.
pub(in crate::app) fn copy(text: &str, what: &str) -> Outcome {
    let text = clean(text);
    let kept = text.floor_char_boundary(MOST);
    let cut = if kept < text.len() {
        ", cut at 100 kB"
    } else {
        ""
    };
    let copied = text.get(..kept).unwrap_or_default();
    Outcome::effect(Effect::Copy(copied.to_owned())).saying(format!("copied {what}{cut}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(text: &str) -> (String, String) {
        let outcome = copy(text, "note #1");
        match outcome.effects.as_slice() {
            [Effect::Copy(copied)] => (copied.clone(), outcome.said.unwrap()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn control_characters_are_not_copied() {
        let (copied, said) = copied("harmless\u{1b}[201~\r rm -rf ~ \r\n\u{202e}evil\u{7}\u{9b}");
        assert_eq!(copied, "harmless[201~\n rm -rf ~ \nevil");
        assert_eq!(said, "copied note #1");
    }

    #[test]
    fn a_long_text_is_cut_between_characters_with_a_message() {
        let whole = "é".repeat(MOST / 2);
        assert_eq!(copied(&whole), (whole.clone(), "copied note #1".into()));
        let (copied, said) = copied(&format!("a{whole}"));
        assert_eq!(copied.len(), MOST - 1);
        assert_eq!(said, "copied note #1, cut at 100 kB");
    }
}
