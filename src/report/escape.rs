//! Escapes text for Markdown and HTML.
//!
//! Every word of a note or paper that a template prints passes through here, so that it is not read
//! as markup, does not reorder the text around it, and loads nothing.

use crate::text::{clean, clean_line};

/// The format that a template writes, which decides how text is escaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escaping {
    /// `CommonMark` and GitHub Flavored Markdown.
    Markdown,
    /// HTML.
    Html,
    /// Plain text: only control and bidi characters are removed.
    Text,
}

impl Escaping {
    /// Returns the format of a file name extension such as `md` or `html`; any other is text.
    pub fn of_ending(ending: &str) -> Self {
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            _ => Self::Text,
        }
    }

    /// Escapes a text and keeps its line breaks.
    pub(super) fn lines(self, text: &str) -> String {
        match self {
            // Two spaces of indent keep the lines of a note in their list item.
            Self::Markdown => markdown(text, "\\\n  "),
            Self::Html => html(&clean(text)),
            Self::Text => clean(text).into_owned(),
        }
    }

    /// Escapes a text and puts it on one line, for a heading or a table row.
    pub(super) fn line(self, text: &str) -> String {
        match self {
            Self::Markdown => markdown(text, "<br>"),
            Self::Html => html(&clean_line(text)),
            Self::Text => clean_line(text).into_owned(),
        }
    }
}

fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

fn markdown(text: &str, between: &str) -> String {
    let text = clean(text);
    // Spaces at the start of a line would make it a code block. Other white space may belong to a
    // quotation mark: French puts a no-break space inside.
    let lines = text.trim_matches(['\n', ' ']).split('\n');
    let lines = lines.map(|line| markdown_line(line.trim_matches(' ')));
    lines.collect::<Vec<_>>().join(between)
}

fn markdown_line(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let mut rest = line.chars();
    for (at, c) in line.char_indices() {
        rest.next();
        let before = line.get(..at).unwrap_or_default();
        if is_markup(before, c, rest.as_str()) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Returns whether a character may be read as markup, given the text before and after it on its
/// line.
fn is_markup(before: &str, c: char, after: &str) -> bool {
    /// The most digits that `CommonMark` allows in the number of a list item.
    const LONGEST_NUMBER: usize = 9;
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '$' | '^' | '{' | '@' | '#' => true,
        '>' | '+' | '-' | '=' | ':' if before.is_empty() => true,
        ':' => after.starts_with("//") || ends_with(before, "mailto") || ends_with(before, "xmpp"),
        '.' if ends_with(before, "www") => true,
        '.' | ')' => {
            let is_number = before.bytes().all(|b| b.is_ascii_digit());
            is_number && (1..=LONGEST_NUMBER).contains(&before.len())
        }
        '&' => after.starts_with(|next: char| next == '#' || next.is_ascii_alphanumeric()),
        _ => false,
    }
}

fn ends_with(text: &str, end: &str) -> bool {
    let at = text.len().checked_sub(end.len());
    let tail = at.and_then(|at| text.get(at..)).unwrap_or_default();
    tail.eq_ignore_ascii_case(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_extension_decides_the_escaping() {
        assert_eq!(Escaping::of_ending("MD"), Escaping::Markdown);
        assert_eq!(Escaping::of_ending("html"), Escaping::Html);
        assert_eq!(Escaping::of_ending("txt"), Escaping::Text);
        assert_eq!(Escaping::of_ending(""), Escaping::Text);
    }

    #[test]
    fn markdown_escapes_only_characters_that_are_markup_there() {
        for (text, escaped) in [
            ("*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~"),
            ("[a](b) ![c](d) [^1]", r"\[a\](b) !\[c\](d) \[\^1\]"),
            ("<b>bold</b> & &amp; R&D", r"\<b>bold\</b> & \&amp; R\&D"),
            (
                "> a\n- b - c\n+ d\n=\n: e",
                "\\> a\\\n  \\- b - c\\\n  \\+ d\\\n  \\=\\\n  \\: e",
            ),
            ("1. a 2. b\n12) c", "1\\. a 2. b\\\n  12\\) c"),
            ("at 10:30 on https://a.org", r"at 10:30 on https\://a.org"),
            ("WWW.a.org, mailto:b@c.org", r"WWW\.a.org, mailto\:b\@c.org"),
            ("    code\n\n  more  ", "code\\\n  \\\n  more"),
            ("a | b \\", r"a \| b \\"),
            ("... goes on) so", "... goes on) so"),
            ("\u{a0}»", "\u{a0}»"),
            ("a\u{202e}b\u{1b}[0m", r"ab\[0m"),
        ] {
            assert_eq!(Escaping::Markdown.lines(text), escaped, "{text}");
        }
        assert_eq!(Escaping::Markdown.line("a\n|b"), r"a<br>\|b");
    }

    #[test]
    fn html_escapes_all_markup() {
        let text = "<b class='c'>\"&\u{202e}\nd";
        let escaped = "&lt;b class=&#39;c&#39;&gt;&quot;&amp;\nd";
        assert_eq!(Escaping::Html.lines(text), escaped);
        assert_eq!(Escaping::Html.line(text), escaped.replace('\n', " "));
    }
}
