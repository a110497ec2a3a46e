//! Search libraries measured beside one another, on synthetic briefings of any size.
//!
//! Rules, in order: every system gets the same texts and the same queries in one run; a peer is
//! set up as well as its interface allows; all of it follows from a seed, so that a run can be
//! repeated. Deliberately absent: judged queries over the real paper, which is a test of the
//! program itself.

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

/// The seed that everything follows from.
pub const SEED: u64 = 2014;
