//! Keys, and how they are written: `j`, `Ctrl-d`, `g g`, `m LETTER`.

use std::fmt;

/// A key without modifiers; Shift is part of the character, since keyboards need it differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Tab with Shift.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Insert.
    Insert,
    /// A function key, from 1 to 12.
    F(u8),
}

/// The names of keys other than characters, as printed on keyboards.
const NAMES: [(&str, Code); 28] = [
    ("Space", Code::Char(' ')),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Shift-Tab", Code::BackTab),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Insert", Code::Insert),
    ("F1", Code::F(1)),
    ("F2", Code::F(2)),
    ("F3", Code::F(3)),
    ("F4", Code::F(4)),
    ("F5", Code::F(5)),
    ("F6", Code::F(6)),
    ("F7", Code::F(7)),
    ("F8", Code::F(8)),
    ("F9", Code::F(9)),
    ("F10", Code::F(10)),
    ("F11", Code::F(11)),
    ("F12", Code::F(12)),
];

/// Enter: a card acts on it.
pub(in crate::app) const ENTER: Key = Key::plain(Code::Enter);
/// Escape: closes a card.
pub(in crate::app) const ESC: Key = Key::plain(Code::Esc);

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// Whether Control was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

impl Key {
    /// Creates a key press without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// Parses a notation such as `Ctrl-d`.
    pub fn parse(notation: &str) -> Option<Self> {
        if let Some(rest) = notation
            .strip_prefix("Ctrl-")
            .filter(|rest| !rest.is_empty())
        {
            return Some(Self {
                ctrl: true,
                ..Self::parse(rest)?
            });
        }
        if let Some(rest) = notation
            .strip_prefix("Alt-")
            .filter(|rest| !rest.is_empty())
        {
            return Some(Self {
                alt: true,
                ..Self::parse(rest)?
            });
        }
        if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == notation) {
            return Some(Self::plain(*code));
        }
        let mut chars = notation.chars();
        chars
            .next()
            .filter(|_| chars.next().is_none())
            .map(|c| Self::plain(Code::Char(c)))
    }

    /// Parses a text such as `/mali<Enter><Ctrl-d>`: names and chords are in angle brackets, and
    /// the rest is typed.
    ///
    /// # Errors
    /// Returns the name in brackets that is not a key.
    pub fn sequence(text: &str) -> Result<Vec<Self>, String> {
        let mut keys = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            if let Some((name, after)) = named {
                keys.push(Self::parse(name).ok_or_else(|| name.to_owned())?);
                rest = after;
            } else {
                keys.push(Self::plain(Code::Char(c)));
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
        Ok(keys)
    }

    /// Returns the character typed into a text field. Some keyboards send `AltGr` as Ctrl and Alt.
    pub const fn typed(self) -> Option<char> {
        if let Code::Char(c) = self.code
            && self.ctrl == self.alt
        {
            Some(c)
        } else {
            None
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ctrl = if self.ctrl { "Ctrl-" } else { "" };
        let alt = if self.alt { "Alt-" } else { "" };
        let name = NAMES
            .iter()
            .find(|(_, code)| *code == self.code)
            .map(|(name, _)| name);
        match (name, self.code) {
            (Some(name), _) => write!(f, "{ctrl}{alt}{name}"),
            (None, Code::Char(c)) => write!(f, "{ctrl}{alt}{c}"),
            (None, code) => write!(f, "{ctrl}{alt}{code:?}"),
        }
    }
}

/// The letter or number typed for a binding that asks for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Given {
    /// Nothing.
    #[default]
    Nothing,
    /// The letter of a bookmark.
    Letter(char),
    /// The number of a paragraph.
    Number(usize),
}

impl From<Option<char>> for Given {
    fn from(typed: Option<char>) -> Self {
        typed.map_or(Self::Nothing, Self::Letter)
    }
}

/// One step of a binding: a key, any letter, or a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// This key.
    Key(Key),
    /// Any letter without modifiers: the name of a bookmark.
    Letter,
    /// A number, digit by digit.
    Number,
}

impl Step {
    /// Parses a notation such as `g g` or `m LETTER`.
    pub fn sequence(notation: &str) -> Option<Vec<Self>> {
        let step = |word| match word {
            "LETTER" => Some(Self::Letter),
            "NUMBER" => Some(Self::Number),
            word => Key::parse(word).map(Self::Key),
        };
        notation.split(' ').map(step).collect()
    }

    /// Returns whether the key matches this step.
    pub fn takes(self, key: Key) -> bool {
        match self {
            Self::Key(wanted) => wanted == key,
            Self::Letter => key.typed().is_some_and(char::is_alphabetic),
            Self::Number => key.typed().is_some_and(|typed| typed.is_ascii_digit()),
        }
    }
}

/// Formats steps for people: `gg`, `mx` for a letter after m, `Ctrl-d`, `t e Enter`.
pub(in crate::app) fn shown(steps: &[Step]) -> String {
    let word = |step: &Step| match step {
        Step::Key(key) => key.to_string(),
        Step::Letter => "x".to_owned(),
        Step::Number => "number".to_owned(),
    };
    let between = if steps.contains(&Step::Key(ENTER)) {
        " "
    } else {
        ""
    };
    let words: Vec<_> = steps.iter().map(word).collect();
    words.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations_round_trip() {
        for notation in [
            "j",
            "Ctrl-d",
            "Alt-Enter",
            "Space",
            "PgDn",
            "Shift-Tab",
            "'",
            "-",
        ] {
            assert_eq!(Key::parse(notation).unwrap().to_string(), notation);
        }
        assert_eq!(Key::parse("Hyper-x"), None);
    }

    #[test]
    fn a_sequence_types_text_and_presses_named_keys() {
        let keys = Key::sequence("a<Enter><b<").unwrap();
        let written: Vec<_> = keys.iter().map(ToString::to_string).collect();
        assert_eq!(written, ["a", "Enter", "<", "b", "<"]);
        assert_eq!(Key::sequence("<Entre>"), Err("Entre".to_owned()));
    }

    #[test]
    fn altgr_types_a_character() {
        let at = Key {
            code: Code::Char('@'),
            ctrl: true,
            alt: true,
        };
        assert_eq!(at.typed(), Some('@'));
        assert_eq!(Key { alt: false, ..at }.typed(), None);
    }
}
