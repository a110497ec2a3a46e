//! All tests of the program from outside, as one binary.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a failing helper fails its test, and test files are temporary"
)]

mod anchors;
mod clock;
mod commands;
mod country;
mod editor;
mod find;
mod formats;
mod fuzz;
mod guide;
mod invalid;
mod key_names;
mod keys_document;
mod kill;
mod mentions;
mod quality;
mod says;
mod screens;
mod shipped;
mod slips;
mod team;
mod terminal;
mod tidy;
mod world;
