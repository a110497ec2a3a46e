//! A strict reader of HTML: every tag must be closed, every attribute in quotation marks.

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// The text between `<` and `>`.
    Tag(String),
    /// Text, with its entities decoded.
    Text(String),
}

/// Tags without an end tag.
const VOID: [&str; 2] = ["meta", "!DOCTYPE"];

/// Splits a page into tags and text.
pub(super) fn pieces(page: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = page;
    while let Some((text, after)) = rest.split_once('<') {
        pieces.push(Piece::Text(unescaped(text)));
        let (tag, after) = after.split_once('>').unwrap();
        assert!(!tag.contains('<'), "<{tag}>");
        pieces.push(Piece::Tag(tag.to_owned()));
        rest = after;
    }
    assert_eq!(rest.trim(), "", "something after the last tag");
    pieces
}

/// Returns the tags, each with its attributes.
pub(super) fn tags(page: &str) -> Vec<String> {
    let pieces = pieces(page).into_iter();
    pieces
        .filter_map(|piece| match piece {
            Piece::Tag(tag) => Some(tag),
            Piece::Text(_) => None,
        })
        .collect()
}

/// Returns the text of a page.
pub(super) fn plain(page: &str) -> String {
    let pieces = pieces(page).into_iter();
    pieces
        .map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Tag(_) => String::new(),
        })
        .collect()
}

/// Returns the values of an attribute, in the order of the page.
pub(super) fn values<'a>(tags: &'a [String], attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    let value = |tag: &'a String| tag.split_once(&start)?.1.split_once('"');
    tags.iter().filter_map(value).map(|(it, _)| it).collect()
}

/// Panics if a tag is not closed or closes another, or an attribute has no quotation marks.
pub(super) fn assert_well_formed(tags: &[String]) {
    let mut open = Vec::new();
    for tag in tags {
        let quotes = tag.matches('"').count();
        assert_eq!(quotes, tag.matches("=\"").count() * 2, "<{tag}>");
        let name = tag.split(' ').next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "</{name}>"),
            None if !VOID.contains(&name) => open.push(name),
            None => (),
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
}

fn unescaped(text: &str) -> String {
    for entity in text.split('&').skip(1) {
        let known = ["amp;", "lt;", "gt;", "quot;", "#39;"];
        assert!(known.iter().any(|it| entity.starts_with(it)), "&{entity}");
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let text = text.replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&")
}
