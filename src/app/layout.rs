//! Where things are on the screen, and which line of a list is selected.

mod cursor;
mod screen;

pub use cursor::ListCursor;
pub use screen::{Area, Pane, Screen, Viewport};
