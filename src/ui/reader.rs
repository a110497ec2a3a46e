//! The reader pane.

use std::collections::BTreeSet;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::app::{App, Area, Block, Line, Page, Pane, Role};
use crate::messages::KindLabel;
use crate::model::{Mark, Paragraph};
use crate::search::Highlights;

use super::language::language;
use super::paint::{Marks, Painter};
use super::{Theme, in_focus, pane};

pub(super) fn draw(app: &App, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let Some(page) = app.desk().page() else {
        return;
    };
    let reader = app.desk().reader();
    let entry = reader
        .entry(&page)
        .and_then(|entry| page.briefing.entries().get(entry));
    let title = entry.map_or_else(String::new, |entry| {
        let kind = KindLabel::Heading(entry.kind()).words(language());
        format!("{kind} › {}", entry.heading())
    });
    let mut painter = pane(buffer, theme, area, &title, in_focus(app, Pane::Reader));
    let mut row = 0;
    for (index, first, count) in reader.visible(&page) {
        let Some(block) = page.document.block(index) else {
            continue;
        };
        let shown = ShownBlock {
            page,
            block,
            theme,
            lit: app.lit(),
            noted: app.desk().noted(),
        };
        let mut worked_out: Option<(Role, Styles)> = None;
        let lines = page.lines(block);
        let seen = lines.get(first..first + count).unwrap_or_default();
        for (nth, line) in (first..).zip(seen) {
            if index == reader.selected && line.role != Role::Gap {
                painter.put(0, row, "▌", theme.sign);
            }
            // All lines of a role share one text, so the marks are computed once.
            let marks = worked_out.take().filter(|(role, _)| *role == line.role);
            let (role, marks) = marks.unwrap_or_else(|| (line.role, shown.marks(line.role, seen)));
            shown.line(&mut painter, (row, nth), line, &marks);
            worked_out = Some((role, marks));
            row += 1;
        }
    }
}

/// Byte ranges of a text with their styles.
type Styles = Vec<(Range<usize>, Style)>;

struct ShownBlock<'a> {
    page: Page<'a>,
    block: Block,
    theme: &'a Theme,
    lit: Option<&'a Highlights>,
    /// The paragraphs that notes are about.
    noted: &'a BTreeSet<usize>,
}

impl ShownBlock<'_> {
    fn line(
        &self,
        painter: &mut Painter<'_>,
        (row, nth): (usize, usize),
        line: &Line,
        marks: &[(Range<usize>, Style)],
    ) {
        let text = self.page.text(self.block, line.role);
        let margin = self.page.margin();
        let column = match self.block {
            Block::Heading(_) => 1,
            Block::Paragraph(_)
            | Block::Footnote { .. }
            | Block::Address { .. }
            | Block::See { .. } => margin + line.indent,
        };
        if nth == 0 {
            let sign = self.margin_sign();
            let at = margin.saturating_sub(crate::text::width(&sign) + 1);
            painter.put(at, row, &sign, self.theme.faint);
        }
        let marks = Marks(marks, self.base(line));
        painter.put_marked((column, row), &text, line.range.clone(), &marks);
    }

    /// Returns the sign left of the first line: a paragraph's number, a footnote's id, or an arrow.
    fn margin_sign(&self) -> String {
        let number = |index: usize| {
            self.page
                .briefing
                .paragraphs()
                .get(index)
                .map(Paragraph::number)
        };
        match self.block {
            Block::Heading(_) => String::new(),
            Block::Paragraph(index) => {
                let sign = if self.noted.contains(&index) { "*" } else { "" };
                number(index).map_or_else(String::new, |n| format!("{sign}{n}"))
            }
            Block::Footnote { paragraph, .. } => {
                let entry = self.page.briefing.entry_of(paragraph);
                entry.map_or_else(String::new, |entry| format!("[{}]", entry.id()))
            }
            Block::Address { .. } | Block::See { .. } => "→".to_owned(),
        }
    }

    fn base(&self, line: &Line) -> Style {
        match (line.role, self.block) {
            (Role::Kind, _) => self.theme.kind,
            (Role::Heading, _) => self.theme.heading,
            (Role::Facts, _) | (Role::Text | Role::Gap, Block::Footnote { .. }) => self.theme.faint,
            (Role::Text | Role::Gap, Block::See { .. } | Block::Address { .. }) => self.theme.link,
            (Role::Text | Role::Gap, Block::Heading(_) | Block::Paragraph(_)) => self.theme.text,
        }
    }

    /// Returns the marks of a role's text within the visible lines.
    fn marks(&self, role: Role, seen: &[Line]) -> Styles {
        let text = self.page.text(self.block, role);
        let mut ranges = seen.iter().filter(|line| line.role == role);
        let first = ranges.next().map_or(0..0, |line| line.range.clone());
        let end = ranges.next_back().map_or(first.end, |line| line.range.end);
        let seen = first.start..end;
        let own = !matches!(self.block, Block::Address { .. }) && role == Role::Text;
        let spans = self.page.spans(self.block).iter().filter(|_| own);
        let spans = spans.map(|span| {
            let style = match span.mark {
                Mark::Emphasis => self.theme.emphasis,
                Mark::Strong => self.theme.strong,
                Mark::Link(_) | Mark::Footnote(_) => self.theme.link,
                Mark::Bullet => self.theme.faint,
            };
            (span.range.clone(), style)
        });
        let lit = self.lit.map(|lit| lit.ranges_in(&text, seen.clone()));
        let lit = lit.into_iter().flatten();
        let marks = spans.chain(lit.map(|range| (range, self.theme.lit)));
        marks
            .filter(|(range, _)| range.start < seen.end && seen.start < range.end)
            .collect()
    }
}
