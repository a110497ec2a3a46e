//! Who speaks: giving and ending the floor, the queue, and correcting a speaker.

mod correction;
mod turns;

pub(super) use correction::{correct, last_own_turn};
pub(super) use turns::{
    end_turn, give_floor_to, next_limit, next_speaker, restart_clock, toggle_queued,
};
