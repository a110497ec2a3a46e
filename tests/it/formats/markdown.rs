//! Markdown as a reader of Markdown takes it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A heading and the text under it, up to the next heading of any level.
#[derive(Default)]
pub(super) struct Section {
    pub(super) heading: String,
    pub(super) text: String,
}

/// What a text becomes, with everything on that a reader may know.
pub(super) fn events(text: &str) -> Vec<Event<'_>> {
    // Typographic quotation marks are no markup; they would change the words that are compared.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    Parser::new_ext(text, options).collect()
}

/// The sections of a report; first of all what stands before any heading.
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

/// All words, in lines as they are shown.
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
