//! Parses the prose of a briefing: turns Markdown into paragraphs as a reader sees them.
//!
//! Rules, in order: no text is lost (HTML, tables, footnotes and link definitions are shown as
//! text); text and addresses are clean; ranges lie on character boundaries, are never empty, and
//! are sorted by their start.
//! Deliberately absent: blocks that span a blank line, because a blank line ends a numbered
//! paragraph.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::mem;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::model::{EntryId, Mark, Prose, Span};
use crate::text::{clean, graphemes};

/// Old-style footnotes, because the new style reads an anchor as plain text unless its footnote is
/// defined in the same text. Tables, so that each row stays on its own line.
const OPTIONS: Options = Options::ENABLE_OLD_FOOTNOTES.union(Options::ENABLE_TABLES);

/// A tab at the start of a line counts as four spaces, as in `CommonMark`.
const TAB: &str = "    ";

/// The greatest depth to which nested lists are indented: more would leave no room on a narrow
/// screen.
const DEEPEST: usize = 8;

/// Returns the paragraphs of a text: the pieces between blank lines, without those that show
/// nothing.
pub(super) fn paragraphs(text: &str) -> Vec<Prose> {
    let text = with_spaces(text);
    let text = clean(&text);
    let lines: Vec<&str> = text.split('\n').collect();
    let pieces = lines.split(|line| line.trim().is_empty());
    pieces.filter_map(paragraph).collect()
}

/// Replaces the tabs that indent lines by spaces. Cleaning would replace each by one space, which
/// is too little for a nested list.
fn with_spaces(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let body = line.trim_start_matches([' ', '\t']);
        let indent = line.strip_suffix(body).unwrap_or_default();
        spaced.push_str(&indent.replace('\t', TAB));
        spaced.push_str(body);
    }
    Cow::Owned(spaced)
}

/// Parses one piece; `None` if it shows nothing.
fn paragraph(lines: &[&str]) -> Option<Prose> {
    let indent = |line: &&str| line.len() - line.trim_start_matches(' ').len();
    // Texts are often indented like the TOML around them, which Markdown would read as code.
    let common = lines.iter().map(indent).min()?;
    let lines = lines.iter().filter_map(|line| line.get(common..));
    let piece = lines.collect::<Vec<_>>().join("\n");
    let parser = Parser::new_ext(&piece, OPTIONS);
    let definitions = parser.reference_definitions().iter();
    let starts: Vec<_> = definitions.map(|(_, link)| link.span.start).collect();
    let prose = if starts.is_empty() {
        shown(&piece, parser)
    } else {
        let escaped = escaped(&piece, starts);
        shown(&escaped, Parser::new_ext(&escaped, OPTIONS))
    };
    let is_empty = graphemes(prose.text.trim()).all(|(.., cells)| cells == 0);
    (!is_empty).then_some(prose)
}

/// Escapes the link definitions (`[term]: words`) of a piece, because Markdown would hide them.
fn escaped(piece: &str, mut starts: Vec<usize>) -> String {
    starts.sort_unstable();
    let mut escaped = String::with_capacity(piece.len() + starts.len());
    let mut done = 0;
    for start in starts {
        escaped.push_str(piece.get(done..start).unwrap_or_default());
        escaped.push('\\');
        done = start;
    }
    escaped.push_str(piece.get(done..).unwrap_or_default());
    escaped
}

fn shown(piece: &str, parser: Parser<'_>) -> Prose {
    // The piece is clean: only an entity, such as `&rlm;`, can add unsafe characters.
    let has_entities = piece.contains('&');
    let mut writer = Writer::default();
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(tag) => writer.start(tag),
            Event::End(tag) => writer.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                if has_entities {
                    writer.push(&clean(&text));
                } else {
                    writer.push(&text);
                }
            }
            Event::FootnoteReference(label) => match EntryId::new(&label) {
                Some(id) => writer.anchor(id),
                None => writer.push(piece.get(range).unwrap_or_default()),
            },
            Event::SoftBreak => writer.push(" "),
            Event::HardBreak => writer.push("\n"),
            // A thematic break shows nothing; formulas and task lists are not enabled.
            _ => (),
        }
    }
    writer.finish()
}

/// Builds a paragraph from the events of the parser.
#[derive(Default)]
struct Writer {
    prose: Prose,
    /// The open marks, each with its start, which is unknown until the mark has text.
    open: Vec<(Option<Mark>, Option<usize>)>,
    /// The open lists: the number of the next item, `None` for bullets.
    lists: Vec<Option<u64>>,
    /// The bullet of an item that has no text yet.
    bullet: Option<String>,
    /// Whether the next text starts a new line.
    is_line_due: bool,
    /// Whether the line holds only the label of a footnote definition so far.
    is_led: bool,
    /// The number of cells begun in the current table row.
    cells: usize,
}

impl Writer {
    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.open.push((Some(Mark::Emphasis), None)),
            Tag::Strong => self.open.push((Some(Mark::Strong), None)),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => self.open.push((link(link_type, &dest_url), None)),
            Tag::Image { .. } => (),
            Tag::TableCell => {
                if self.cells > 0 {
                    self.push(" | ");
                }
                self.cells += 1;
            }
            Tag::FootnoteDefinition(label) => {
                self.is_line_due = true;
                match EntryId::new(&label) {
                    Some(id) => self.anchor(id),
                    None => self.push(&format!("[^{label}]")),
                }
                self.push(": ");
                self.is_led = true;
            }
            Tag::List(first) => {
                self.is_line_due = true;
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::TableHead | Tag::TableRow => {
                self.is_line_due = true;
                self.cells = 0;
            }
            Tag::Paragraph if mem::take(&mut self.is_led) => (),
            _ => self.is_line_due = true,
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.close(),
            TagEnd::Image | TagEnd::TableCell => (),
            TagEnd::List(_) => {
                self.lists.pop();
                self.is_line_due = true;
            }
            _ => self.is_line_due = true,
        }
    }

    fn item(&mut self) {
        let depth = self.lists.len().saturating_sub(1).min(DEEPEST);
        let bullet = match self.lists.last_mut() {
            Some(Some(number)) => {
                let bullet = format!("{number}. ");
                *number = number.saturating_add(1);
                bullet
            }
            _ => "• ".to_owned(),
        };
        self.bullet = Some("  ".repeat(depth) + &bullet);
    }

    fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.is_led = false;
        self.begin_line();
        let at = self.prose.text.len();
        for (_, start) in self.open.iter_mut().rev() {
            if start.is_some() {
                break;
            }
            *start = Some(at);
        }
        self.prose.text.push_str(text);
    }

    fn begin_line(&mut self) {
        let is_due = mem::take(&mut self.is_line_due) || self.bullet.is_some();
        if is_due && !self.prose.text.is_empty() && !self.prose.text.ends_with('\n') {
            self.prose.text.push('\n');
        }
        if let Some(bullet) = self.bullet.take() {
            let start = self.prose.text.len();
            self.prose.text.push_str(&bullet);
            self.mark(start, Mark::Bullet);
        }
    }

    fn anchor(&mut self, id: EntryId) {
        self.open.push((None, None));
        self.push(&format!("[{id}]"));
        if let Some((_, Some(start))) = self.open.pop() {
            self.mark(start, Mark::Footnote(id));
        }
    }

    fn close(&mut self) {
        if let Some((Some(mark), Some(start))) = self.open.pop() {
            self.mark(start, mark);
        }
    }

    fn mark(&mut self, start: usize, mark: Mark) {
        let range = start..self.prose.text.len();
        self.prose.spans.push(Span { range, mark });
    }

    fn finish(mut self) -> Prose {
        let end = self.prose.text.trim_end().len();
        self.prose.text.truncate(end);
        for span in &mut self.prose.spans {
            span.range.end = span.range.end.min(end);
        }
        self.prose.spans.retain(|span| !span.range.is_empty());
        let outer_first = |span: &Span| (span.range.start, Reverse(span.range.end));
        self.prose.spans.sort_by_key(outer_first);
        self.prose
    }
}

/// Returns the mark of a link; `None` if its address must not be opened.
fn link(kind: LinkType, address: &str) -> Option<Mark> {
    if kind == LinkType::Email {
        return Some(Mark::Link(format!("mailto:{address}")));
    }
    let (scheme, _) = address.split_once(':')?;
    let mut openable = ["http", "https", "mailto"].into_iter();
    let is_openable = openable.any(|known| scheme.eq_ignore_ascii_case(known));
    let is_clean = clean(address) == address && !address.contains(char::is_whitespace);
    (is_openable && is_clean).then(|| Mark::Link(address.to_owned()))
}

#[cfg(test)]
mod tests;
