//! Everything that is tested from outside, as one binary.

mod commands;
mod invalid;
mod screens;
mod shipped;
mod terminal;
mod tidy;
mod world;
