//! Reads Markdown with all extensions enabled.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A heading and the text below it, up to the next heading of any level.
#[derive(Default)]
pub(super) struct Section {
    pub(super) heading: String,
    pub(super) text: String,
}

/// Parses a text with every extension that a reader may support.
pub(super) fn events(text: &str) -> Vec<Event<'_>> {
    // Smart punctuation is not markup, and would change the text that is compared.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    Parser::new_ext(text, options).collect()
}

/// Splits a report into sections; the first holds the text before any heading.
pub(super) fn sections(text: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut is_heading = false;
    for event in events(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                is_heading = true;
                sections.push(Section::default());
            }
            Event::End(TagEnd::Heading(_)) => is_heading = false,
            event => {
                let section = sections.last_mut().unwrap();
                let to = if is_heading {
                    &mut section.heading
                } else {
                    &mut section.text
                };
                push(to, &event);
            }
        }
    }
    sections
}

/// Returns all text, with the line breaks that a reader sees.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for event in events(text) {
        push(&mut plain, &event);
    }
    plain
}

fn push(to: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(text) => to.push_str(text),
        Event::HardBreak | Event::SoftBreak | Event::InlineHtml(_) => to.push('\n'),
        Event::End(TagEnd::Item | TagEnd::Paragraph | TagEnd::TableCell | TagEnd::Heading(_)) => {
            to.push('\n');
        }
        _ => (),
    }
}
