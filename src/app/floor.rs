//! The floor: the speaker, their time, the queue and the question.

mod names;
mod proceedings;
mod stopwatch;

pub use names::{WARNING, clock, speaker_name, who_spoke};
pub(super) use names::{grouping_speaker, once, seconds_between, who};
pub(super) use proceedings::Proceedings;
