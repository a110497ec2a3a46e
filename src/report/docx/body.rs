//! Writes the body and the footnotes of a document.
//!
//! Rules, in order: text is never read as markup; elements come in the order of the schema;
//! appearance is left to styles.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::text::clean;

/// The style of a paragraph.
#[derive(Clone, Copy)]
pub(super) enum Style {
    Title,
    Subtitle,
    Heading1,
    /// A heading that starts a new page.
    Heading1OnNewPage,
    Heading2,
    Normal,
    Bullet,
    Quote,
    /// A label, a tab, and its value.
    Details,
    /// The line above a note of the record: time, speaker, question, kind.
    RecordEntry,
}

impl Style {
    /// Returns the `w:pPr` element of a paragraph in this style; empty for the default style.
    const fn properties(self) -> &'static str {
        match self {
            Self::Title => r#"<w:pPr><w:pStyle w:val="Title"/></w:pPr>"#,
            Self::Subtitle => r#"<w:pPr><w:pStyle w:val="Subtitle"/></w:pPr>"#,
            Self::Heading1 => r#"<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>"#,
            Self::Heading1OnNewPage => {
                r#"<w:pPr><w:pStyle w:val="Heading1"/><w:pageBreakBefore/></w:pPr>"#
            }
            Self::Heading2 => r#"<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>"#,
            Self::Normal => "",
            Self::Bullet => r#"<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>"#,
            Self::Quote => r#"<w:pPr><w:pStyle w:val="Quote"/></w:pPr>"#,
            Self::Details => r#"<w:pPr><w:pStyle w:val="Details"/></w:pPr>"#,
            Self::RecordEntry => r#"<w:pPr><w:pStyle w:val="RecordEntry"/></w:pPr>"#,
        }
    }
}

/// A part of a paragraph with one format.
pub(super) enum Run<'a> {
    Plain(Cow<'a, str>),
    Strong(Cow<'a, str>),
    Tab,
    /// The reference mark of a footnote with this text.
    Footnote(String),
}

pub(super) fn plain<'a>(text: impl Into<Cow<'a, str>>) -> Run<'a> {
    Run::Plain(text.into())
}

pub(super) fn strong<'a>(text: impl Into<Cow<'a, str>>) -> Run<'a> {
    Run::Strong(text.into())
}

/// The XML of body and footnotes written so far.
#[derive(Default)]
pub(super) struct Body {
    pub(super) main: String,
    pub(super) footnotes: String,
    count: usize,
}

impl Body {
    pub(super) fn paragraph(&mut self, style: Style, runs: &[Run<'_>]) {
        self.main.push_str("<w:p>");
        self.main.push_str(style.properties());
        for run in runs {
            self.run(run);
        }
        self.main.push_str("</w:p>");
    }

    /// Writes a table whose header row repeats on each page. Widths are in twentieths of a point.
    pub(super) fn table<'a, const N: usize>(
        &mut self,
        widths: [u16; N],
        head: [&'a str; N],
        rows: impl Iterator<Item = [Vec<Run<'a>>; N]>,
    ) {
        self.main.push_str(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr>\
             <w:tblGrid>",
        );
        for width in widths {
            self.element(format_args!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.main.push_str("</w:tblGrid>");
        self.row("<w:tblHeader/>", widths, head.map(|it| vec![strong(it)]));
        for cells in rows {
            self.row("", widths, cells);
        }
        self.main.push_str("</w:tbl>");
    }

    fn row<const N: usize>(
        &mut self,
        properties: &str,
        widths: [u16; N],
        cells: [Vec<Run<'_>>; N],
    ) {
        self.element(format_args!(
            "<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>"
        ));
        for (width, runs) in widths.into_iter().zip(cells) {
            self.element(format_args!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
            ));
            self.paragraph(Style::Normal, &runs);
            self.main.push_str("</w:tc>");
        }
        self.main.push_str("</w:tr>");
    }

    fn run(&mut self, run: &Run<'_>) {
        self.main.push_str("<w:r>");
        match run {
            Run::Plain(text) => lines(&mut self.main, text),
            Run::Strong(text) => {
                self.main
                    .push_str(r#"<w:rPr><w:rStyle w:val="Strong"/></w:rPr>"#);
                lines(&mut self.main, text);
            }
            Run::Tab => self.main.push_str("<w:tab/>"),
            Run::Footnote(words) => self.footnote(words),
        }
        self.main.push_str("</w:r>");
    }

    fn footnote(&mut self, words: &str) {
        const MARK: &str = r#"<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>"#;
        self.count += 1;
        let id = self.count;
        self.element(format_args!("{MARK}<w:footnoteReference w:id=\"{id}\"/>"));
        let start = format!(
            "<w:footnote w:id=\"{id}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>\
             <w:r>{MARK}<w:footnoteRef/></w:r><w:r>"
        );
        self.footnotes.push_str(&start);
        lines(&mut self.footnotes, &format!(" {words}"));
        self.footnotes.push_str("</w:r></w:p></w:footnote>");
    }

    fn element(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.main.write_fmt(element);
    }
}

/// Appends text as the content of a run, with a break between lines.
fn lines(xml: &mut String, text: &str) {
    for (nth, line) in clean(text).split('\n').enumerate() {
        if nth > 0 {
            xml.push_str("<w:br/>");
        }
        xml.push_str(r#"<w:t xml:space="preserve">"#);
        escape(xml, line);
        xml.push_str("</w:t>");
    }
}

/// Appends escaped text without characters that XML forbids: a word processor rejects the whole
/// file for one of them.
pub(super) fn escape(xml: &mut String, text: &str) {
    for c in clean(text).chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => (),
            c => xml.push(c),
        }
    }
}
