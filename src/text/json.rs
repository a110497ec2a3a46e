//! JSON that is safe to show on a terminal.

use std::fmt::Write as _;

use super::is_unsafe;

/// Returns the same JSON with control and bidi characters as `\u` escapes, so that nothing in it
/// moves the cursor or reorders a line, and every reader gets the same text back.
///
/// The text has to be JSON as a serializer writes it: a line end is only between values, and
/// everything else that is unsafe is inside a string.
pub fn escape_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || !is_unsafe(c) {
            escaped.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a string does not fail.
            let _ = write!(escaped, "\\u{unit:04x}");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsafe_characters_are_escaped_and_others_stay() {
        let json = "{\n\"é\u{9b}\": \"\u{7f}\u{202e}\u{2028}\u{e0041}\"}\n";
        let expected = "{\n\"é\\u009b\": \"\\u007f\\u202e\\u2028\\udb40\\udc41\"}\n";
        assert_eq!(escape_json(json), expected);
    }
}
