//! Renders the mistakes of a file as text, each with its place, its line and its cure, in the style
//! of `rustc`.
//!
//! Rules, in order: text from a file is cleaned before it is shown; no file, however broken, floods
//! the reader; a place outside of the source is shown as well as possible and never panics.
//! Deliberately absent: colours.

use std::cmp::Reverse;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::model::{Diagnostic, Severity};
use crate::text::{clean_line, part, truncate};

/// The most mistakes that are shown: whoever corrects a hundred runs the check again anyway.
pub(super) const MOST_SHOWN: usize = 100;

/// The most characters of a line that are shown: with the margin they fill 80 columns.
const SHOWN: usize = 72;

/// The column of a mistake from which the start of a long line is left out, except for
/// `SHOWN_BEFORE` characters before the mistake.
const LATE: usize = 48;
const SHOWN_BEFORE: usize = 32;

/// The longest message in cells: enough for any path that people can read.
const LONGEST_MESSAGE: usize = 300;

/// The mistakes of a file, counted and as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems {
    /// The number of errors; if there are any, the file cannot be used.
    pub errors: usize,
    /// The number of warnings, which do not prevent the use of the file.
    pub warnings: usize,
    /// The text that [`render_diagnostics`] returns.
    pub text: String,
}

impl Problems {
    /// Counts and renders the mistakes of a file; `None` if there are none.
    pub fn new(name: &str, source: &str, diagnostics: &[Diagnostic]) -> Option<Self> {
        let errors = count(diagnostics, Severity::Error);
        (!diagnostics.is_empty()).then(|| Self {
            errors,
            warnings: diagnostics.len() - errors,
            text: render_diagnostics(name, source, diagnostics),
        })
    }
}

/// Renders the mistakes of a file: place, line, cause and cure of each, then their number.
///
/// `name` is the name of the file in the output; `source` is the text that the places refer to. At
/// most a hundred mistakes are shown; if there are more, errors come first.
pub fn render_diagnostics(name: &str, source: &str, diagnostics: &[Diagnostic]) -> String {
    let name = clean_line(name);
    let mut shown: Vec<&Diagnostic> = diagnostics.iter().collect();
    if shown.len() > MOST_SHOWN {
        // Many warnings must not hide the error that keeps the file from being used.
        shown.sort_by_key(|one| Reverse(one.severity));
        shown.truncate(MOST_SHOWN);
    }
    let shown = shown.into_iter();
    let mut parts: Vec<_> = shown.map(|one| rendered(&name, source, one)).collect();
    if diagnostics.len() > MOST_SHOWN {
        parts.push(format!("… and {} more", diagnostics.len() - MOST_SHOWN));
    }
    let errors = count(diagnostics, Severity::Error);
    let counts = [(errors, "error"), (diagnostics.len() - errors, "warning")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts = counts.map(|(count, word)| match count {
        1 => format!("1 {word}"),
        _ => format!("{count} {word}s"),
    });
    parts.push(counts.collect::<Vec<_>>().join(", "));
    parts.join("\n\n") + "\n"
}

fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    let of_severity = diagnostics.iter().filter(|one| one.severity == severity);
    of_severity.count()
}

fn rendered(name: &str, source: &str, diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(sentence(&diagnostic.message));
    let mut group = Group::with_title(title);
    let place = diagnostic.place.clone();
    let excerpt = place.map(|place| excerpt(source, place));
    if let Some(excerpt) = &excerpt {
        let annotation = AnnotationKind::Primary.span(excerpt.marked.clone());
        let snippet = Snippet::source(&excerpt.shown).line_start(excerpt.line);
        group = group.element(snippet.annotation(annotation));
    }
    if let Some(cure) = &diagnostic.cure {
        group = group.element(Level::HELP.message(sentence(cure)));
    }
    let text = Renderer::plain().render(&[group]);
    // The renderer would print the column in the excerpt, not in the line.
    let (title, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let origin = match excerpt {
        Some(Excerpt { line, column, .. }) => {
            let margin = line.to_string().len();
            format!("{:margin$}--> {name}:{line}:{column}", "")
        }
        None => format!("--> {name}"),
    };
    [title, &origin, rest].join("\n").trim_end().to_owned()
}

/// Cleans and shortens a message, which may quote the file.
fn sentence(message: &str) -> String {
    truncate(&clean_line(message), LONGEST_MESSAGE).into_owned()
}

/// The part of a line around a mistake.
struct Excerpt {
    /// The number of the line, from 1.
    line: usize,
    /// The column at which the mistake begins, in characters, from 1.
    column: usize,
    /// The part of the line, cleaned.
    shown: String,
    /// The mistake as a byte range of `shown`.
    marked: Range<usize>,
}

fn excerpt(source: &str, place: Range<usize>) -> Excerpt {
    let start = source.floor_char_boundary(place.start);
    let (before, from) = source.split_at_checked(start).unwrap_or((source, ""));
    let number = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line_end = start + from.lines().next().unwrap_or_default().len();
    let line = part(source, line_start..line_end);
    let column = part(source, line_start..start).chars().count() + 1;

    let is_long = line.chars().nth(SHOWN).is_some();
    let skipped = match column {
        LATE.. if is_long => column - SHOWN_BEFORE,
        _ => 0,
    };
    let mut shown = if skipped > 0 { "…" } else { "" }.to_owned();
    let mut marked = None;
    let mut chars = line.char_indices().skip(skipped);
    for (at, c) in chars.by_ref().take(SHOWN) {
        let begin = shown.len();
        shown.push(visible(c));
        let at = line_start + at;
        if at >= start && at < place.end {
            marked = Some(marked.map_or(begin, |range: Range<usize>| range.start)..shown.len());
        } else if at == start {
            marked = Some(begin..begin);
        }
    }
    let marked = marked.unwrap_or(shown.len()..shown.len());
    shown.extend(chars.next().map(|_| '…'));
    Excerpt {
        line: number,
        column,
        shown,
        marked,
    }
}

/// Replaces a character that could move the cursor or reorder the line; a tab becomes a space.
pub(super) fn visible(c: char) -> char {
    match c {
        '\t' => ' ',
        c if clean_line(c.encode_utf8(&mut [0; 4])) == c.to_string() => c,
        _ => char::REPLACEMENT_CHARACTER,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn shows_place_line_cause_and_cure() {
        let source = "[paper]\nco_chairs = [\"BR\", \"Frnace\"]\n";
        let place = source.find("\"Frnace").unwrap();
        let diagnostics = [
            Diagnostic::of_file("nothing to read"),
            Diagnostic::error(place..place + 8, "unknown country code \"Frnace\"")
                .with_cure("did you mean \"FR\" (France)?"),
            Diagnostic::warning(0..7, "é"),
        ];
        let text = render_diagnostics("briefing.toml", source, &diagnostics);
        insta::assert_snapshot!(text, @r#"
        error: nothing to read
        --> briefing.toml

        error: unknown country code "Frnace"
         --> briefing.toml:2:20
          |
        2 | co_chairs = ["BR", "Frnace"]
          |                    ^^^^^^^^
          |
          = help: did you mean "FR" (France)?

        warning: é
         --> briefing.toml:1:1
          |
        1 | [paper]
          | ^^^^^^^

        2 errors, 1 warning
        "#);
    }

    #[test]
    fn a_file_without_mistakes_has_no_problems() {
        assert_eq!(Problems::new("briefing.toml", "", &[]), None);
    }

    #[test]
    fn shows_a_hundred_mistakes_and_counts_all() {
        let mut diagnostics = vec![Diagnostic::warning(0..1, "odd"); 103];
        diagnostics.push(Diagnostic::error(0..1, "bad"));
        let text = render_diagnostics("a", "b", &diagnostics);
        assert_eq!(text.matches("warning: odd").count(), MOST_SHOWN - 1);
        assert!(text.starts_with("error: bad\n"));
        assert!(text.ends_with("… and 4 more\n\n1 error, 103 warnings\n"));
    }

    #[test]
    fn shows_only_the_part_of_a_long_line_around_the_mistake() {
        let source = format!("{}é{}", "a".repeat(10_000), "b".repeat(10_000));
        let diagnostics = [Diagnostic::error(10_000..10_002, "an accent")];
        let text = render_diagnostics("a", &source, &diagnostics);
        insta::assert_snapshot!(text, @r#"
        error: an accent
         --> a:1:10001
          |
        1 | …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaébbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…
          |                                 ^

        1 error
        "#);
        let diagnostics = [Diagnostic::error(0..20_000, "all of it")];
        assert!(render_diagnostics("a", &source, &diagnostics).len() < 500);
    }

    #[test]
    fn replaces_control_characters_and_keeps_the_mark_in_place() {
        let source = "a\t\u{1b}[2J\u{202e}日 = x\n";
        let place = source.find('x').unwrap();
        let diagnostics = [Diagnostic::error(place..place + 1, "\u{1b}[31mbad\nly")];
        let text = render_diagnostics("\u{7}name\n", source, &diagnostics);
        insta::assert_snapshot!(text, @r#"
        error: [31mbad ly
         --> name :1:12
          |
        1 | a �[2J�日 = x
          |             ^

        1 error
        "#);
    }

    #[test]
    fn marks_the_end_of_the_file() {
        let diagnostics = [Diagnostic::error(6..6, "no end")];
        let text = render_diagnostics("a", "x = [\n", &diagnostics);
        insta::assert_snapshot!(text, @r#"
        error: no end
         --> a:2:1
          |
        2 |
          | ^

        1 error
        "#);
    }

    proptest! {
        #[test]
        fn output_is_clean_for_any_place_in_any_source(
            source in any::<String>(), start in 0usize..40, length in 0usize..40, message in any::<String>(),
        ) {
            let diagnostics = [Diagnostic::error(start..start + length, message)];
            let text = render_diagnostics("a", &source, &diagnostics);
            prop_assert_eq!(crate::text::clean(&text), text.as_str());
        }
    }
}
