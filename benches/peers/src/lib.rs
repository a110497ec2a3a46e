//! Benchmarks of search libraries side by side, on synthetic briefings of any size.
//!
//! Rules, in order: every system gets the same texts and queries in one run; a peer is set up as
//! well as its interface allows; everything follows from a seed, so that a run can be repeated.
//! Deliberately absent: judged queries on the real paper, which are a test of the program itself.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot measure should fail loudly"
)]

pub mod clock;
pub mod corpus;
pub mod query;
pub mod real_text;
pub mod synthetic_text;
pub mod synthetic_words;
pub mod systems;

/// The seed of all random choices.
pub const SEED: u64 = 2014;
