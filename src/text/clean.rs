//! Cleaning: text from files, made safe for a terminal.

use std::borrow::Cow;

/// Returns the text without control and bidi characters: line ends become `
/// `, a tab becomes a space, and characters that could move the cursor, colour the screen or
/// reorder the line are removed.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| c == '\n' || !is_unsafe(c)) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => (),
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\t' => cleaned.push(' '),
            c if is_unsafe(c) => (),
            c => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned)
}

/// Cleans a text and puts it on one line: line ends become spaces.
pub fn clean_line(text: &str) -> Cow<'_, str> {
    match clean(text) {
        cleaned if cleaned.contains('\n') => Cow::Owned(cleaned.replace('\n', " ")),
        cleaned => cleaned,
    }
}

/// Returns whether a character is a control character, or a format character that changes order or
/// hides text: bidi marks, embeddings and isolates, interlinear annotation, tags, the byte order
/// mark (Unicode 16, the properties `Cc`, `Bidi_Control` and the deprecated or invisible parts of
/// `Cf`).
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_escape_sequences() {
        assert_eq!(clean("\u{1b}[31mred\u{7}\u{9b}2J"), "[31mred2J");
    }

    #[test]
    fn removes_bidi_overrides() {
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{200f}"), "abc");
    }

    #[test]
    fn unifies_line_ends() {
        assert_eq!(clean("a\r\nb\rc\u{2028}d\te"), "a\nb\nc\nd e");
        assert_eq!(clean_line("a\r\nb"), "a b");
    }

    #[test]
    fn keeps_joiners_of_emoji_and_scripts() {
        let family = "👨\u{200d}👩\u{200d}👧 می\u{200c}خواهم";
        assert!(matches!(clean(family), Cow::Borrowed(_)));
    }
}
