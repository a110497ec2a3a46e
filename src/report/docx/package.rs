//! Zips the parts of a document into one file, as ECMA-376 requires.
//!
//! The parts that are the same in every report are the files in `parts/`. No time is written, so
//! that the same report gives the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::body::{Body, escape};
use crate::messages::{Language, WriteError};
use crate::text::clean_line;

const TYPES: &str = include_str!("parts/types.xml");
const PACKAGE_RELS: &str = include_str!("parts/package_rels.xml");
const DOCUMENT_RELS: &str = include_str!("parts/document_rels.xml");
const STYLES: &str = include_str!("parts/styles.xml");
const NUMBERING: &str = include_str!("parts/numbering.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
const FOOTER: &str = include_str!("parts/footer.xml");

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The content that differs from report to report.
pub(super) struct Package<'a> {
    pub(super) title: &'a str,
    /// The header of each page.
    pub(super) running: String,
    pub(super) language: Language,
    pub(super) body: Body,
}

impl Package<'_> {
    pub(super) fn write(&self) -> Result<Vec<u8>, WriteError> {
        let styles = STYLES.replace("{language}", tag(self.language));
        // The content types come first, because streaming readers expect them there.
        let parts = [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", PACKAGE_RELS),
            ("docProps/core.xml", &self.core()),
            ("word/document.xml", &self.document()),
            ("word/_rels/document.xml.rels", DOCUMENT_RELS),
            ("word/styles.xml", &styles),
            ("word/numbering.xml", NUMBERING),
            ("word/settings.xml", SETTINGS),
            ("word/footnotes.xml", &self.footnotes()),
            ("word/header.xml", &self.header()),
            ("word/footer.xml", FOOTER),
        ];
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in parts {
            archive.start_file(name, options).map_err(WriteError::of)?;
            archive.write_all(part.as_bytes()).map_err(WriteError::of)?;
        }
        Ok(archive.finish().map_err(WriteError::of)?.into_inner())
    }

    fn core(&self) -> String {
        let mut xml = format!(
            "{DECLARATION}<cp:coreProperties \
             xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
        );
        escape(&mut xml, &clean_line(self.title));
        xml.push_str("</dc:title><dc:language>");
        xml.push_str(tag(self.language));
        xml.push_str("</dc:language></cp:coreProperties>");
        xml
    }

    /// Returns the main part, on A4 pages with margins of 2.5 cm; lengths are in twentieths of a
    /// point.
    fn document(&self) -> String {
        let body = &self.body.main;
        // Word processors expect a paragraph after the last table.
        let end = if body.ends_with("</w:tbl>") {
            "<w:p/>"
        } else {
            ""
        };
        format!(
            "{DECLARATION}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONSHIPS}\"><w:body>{body}\
             {end}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/>\
             <w:footerReference w:type=\"default\" r:id=\"footer\"/>\
             <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" w:right=\"1417\" \
             w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/>\
             </w:sectPr></w:body></w:document>"
        )
    }

    /// Returns the footnotes, after the two separator lines that a word processor draws above them.
    fn footnotes(&self) -> String {
        let footnotes = &self.body.footnotes;
        format!(
            "{DECLARATION}<w:footnotes xmlns:w=\"{MAIN}\"><w:footnote w:type=\"separator\" \
             w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote \
             w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/>\
             </w:r></w:p></w:footnote>{footnotes}</w:footnotes>"
        )
    }

    fn header(&self) -> String {
        let mut xml = format!(
            "{DECLARATION}<w:hdr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/>\
             </w:pPr><w:r><w:t xml:space=\"preserve\">"
        );
        escape(&mut xml, &clean_line(&self.running));
        xml.push_str("</w:t></w:r></w:p></w:hdr>");
        xml
    }
}

/// Returns the language tag by which a word processor selects its dictionary.
const fn tag(language: Language) -> &'static str {
    match language {
        Language::English => "en-GB",
        Language::French => "fr-FR",
        Language::Spanish => "es-ES",
        Language::Portuguese => "pt-BR",
    }
}
