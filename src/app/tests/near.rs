//! The paragraphs suggested in the capture bar.

use super::{open, press};
use crate::app::{App, Bar};
use crate::model::Session;

fn app() -> App {
    let mut app = App::new((80, 24), Session::default());
    open(&mut app, &["labour mobility", "ferries cross at dawn"]);
    app
}

/// Searches as the program does before a frame, and returns whether a search was needed.
fn search(app: &mut App) -> bool {
    match &mut app.front.bar {
        Some(Bar::Capture(capture)) => capture.find_near(&app.desk),
        _ => panic!("the bar is not open"),
    }
}

fn near(app: &App) -> &[usize] {
    match app.bar() {
        Some(Bar::Capture(capture)) => &capture.near,
        _ => panic!("the bar is not open"),
    }
}

#[test]
fn keys_do_not_search_and_the_next_frame_searches_once() {
    let mut app = app();
    press(&mut app, "ilabour");
    assert_eq!(near(&app), [] as [usize; 0]);
    assert!(search(&mut app));
    assert_eq!(near(&app), [0]);
    press(&mut app, "<Ctrl-u>ferries");
    assert_eq!(near(&app), [0], "as of the last frame");
    app.before_frame();
    assert_eq!(near(&app), [1]);
    press(&mut app, "<Left><Right>");
    assert!(!search(&mut app), "the words are the same");
}

#[test]
fn tab_links_before_any_frame_is_drawn() {
    let mut app = app();
    press(&mut app, "icross at dawn<Tab>");
    let Some(Bar::Capture(capture)) = app.bar() else {
        panic!("the bar is not open");
    };
    let linked = capture.linked.as_ref().map(|anchor| anchor.quote.as_str());
    assert_eq!(linked, Some("ferries cross at dawn"));
}

#[test]
fn suggestions_are_renewed_for_another_paper() {
    let mut app = app();
    press(&mut app, "iferries");
    app.before_frame();
    assert_eq!(near(&app), [1]);
    open(&mut app, &["of ferries", "of bridges"]);
    app.before_frame();
    assert_eq!(near(&app), [0]);
}
