//! Who speaks: giving and ending the floor, the queue, and correcting a speaker.

mod correction;
mod turns;

pub(super) use correction::{correct, turn_to_correct};
pub(super) use turns::{
    end_turn, give_floor_to, next_limit, next_speaker, restart_clock, toggle_queued,
};
