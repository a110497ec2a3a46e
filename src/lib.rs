//! `roundtable`: reads, searches and annotates the background paper of an intergovernmental
//! roundtable in a terminal.
//!
//! The rooms and who may import whom are drawn in `docs/ARCHITECTURE.md` and held by a test.

pub mod app;
pub mod cli;
pub mod gazetteer;
pub mod messages;
pub mod model;
pub mod report;
pub mod search;
pub mod shell;
pub mod store;
pub mod text;
pub mod ui;
