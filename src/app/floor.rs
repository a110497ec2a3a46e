//! The floor: the speaker, their time, the queue and the question.

mod names;
mod proceedings;
mod stopwatch;

pub use names::{WARNING, clock, speaker_name, who, who_spoke};
pub(super) use names::{grouping_speaker, once, seconds_between};
pub(super) use proceedings::Proceedings;
