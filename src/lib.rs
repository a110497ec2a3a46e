//! `roundtable`: reads, searches and annotates the background paper of an intergovernmental
//! roundtable in a terminal.
//!
//! `docs/ARCHITECTURE.md` shows the rooms and which may import which; a test enforces this.

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
