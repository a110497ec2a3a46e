//! The styles, one constant for each theme.
//!
//! Themes use only the sixteen colours that every terminal has, on the terminal's own background:
//! they work over SSH and follow the user's palette. White, black or grey text would vanish on some
//! backgrounds: strong text is bold, faint text is dim, and neither has a colour. Without colours
//! several styles look alike: in [`PLAIN`] a heading, strong text, a sign and a key are all bold,
//! and a match and a selected row are both reversed. They are told apart by their place and by
//! signs such as `›`, `▌` and a double border.

use ratatui::style::{Color, Modifier, Style};

/// The styles of everything that is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Text.
    pub text: Style,
    /// Less important text: numbers, places, hints.
    pub faint: Style,
    /// The heading of an entry.
    pub heading: Style,
    /// The heading of a kind.
    pub kind: Style,
    /// Emphasis in text.
    pub emphasis: Style,
    /// Strong emphasis in text.
    pub strong: Style,
    /// A link, a footnote's anchor, a reference to an entry.
    pub link: Style,
    /// A match of the search.
    pub lit: Style,
    /// The selected line of a list in focus.
    pub selected: Style,
    /// The sign beside the selected paragraph.
    pub sign: Style,
    /// The border of a pane.
    pub border: Style,
    /// The border of the pane in focus.
    pub focus_border: Style,
    /// The title of a pane.
    pub title: Style,
    /// The title of the pane in focus.
    pub focus: Style,
    /// A key in the footer.
    pub key: Style,
    /// A warning.
    pub alert: Style,
}

const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);
const DIM: Style = Style::new().add_modifier(Modifier::DIM);
const UNDERLINED: Style = Style::new().add_modifier(Modifier::UNDERLINED);
const REVERSED: Style = Style::new().add_modifier(Modifier::REVERSED);

/// The theme for `NO_COLOR`: attributes only.
pub const PLAIN: Theme = Theme {
    text: Style::new(),
    faint: DIM,
    heading: BOLD,
    kind: BOLD.add_modifier(Modifier::UNDERLINED),
    emphasis: Style::new().add_modifier(Modifier::ITALIC),
    strong: BOLD,
    link: UNDERLINED,
    lit: REVERSED,
    selected: REVERSED,
    sign: BOLD,
    border: DIM,
    focus_border: BOLD,
    title: Style::new(),
    focus: BOLD,
    key: BOLD,
    alert: REVERSED.add_modifier(Modifier::BOLD),
};

/// The default theme: made for a dark terminal, and readable on a white one. Magenta and light blue
/// are the colours with the most contrast on both.
pub const DARK: Theme = Theme {
    heading: BOLD.fg(Color::Magenta),
    kind: PLAIN.kind.fg(Color::Magenta),
    link: UNDERLINED.fg(Color::LightBlue),
    lit: BOLD.fg(Color::Black).bg(Color::LightYellow),
    sign: BOLD.fg(Color::Magenta),
    focus_border: Style::new().fg(Color::Magenta),
    focus: BOLD.fg(Color::Magenta),
    key: BOLD.fg(Color::Magenta),
    alert: BOLD.fg(Color::White).bg(Color::Red),
    ..PLAIN
};

/// The theme for a light terminal.
pub const LIGHT: Theme = Theme {
    heading: BOLD.fg(Color::Blue),
    kind: PLAIN.kind.fg(Color::Blue),
    link: UNDERLINED.fg(Color::Blue),
    lit: BOLD.fg(Color::Black).bg(Color::Yellow),
    sign: BOLD.fg(Color::Blue),
    focus_border: Style::new().fg(Color::Blue),
    focus: BOLD.fg(Color::Blue),
    key: BOLD.fg(Color::Blue),
    alert: BOLD.fg(Color::White).bg(Color::Red),
    ..PLAIN
};

#[cfg(test)]
mod tests;
