//! What this room asks of the operating system, in words that say what is meant.
//!
//! Each system is one file below this one, with the same functions. Nothing else in the room names
//! a system: no modes, no user ids, no flags of a call. `tests/it/tidy.rs` checks that.

#[cfg(unix)]
mod unix;

#[cfg(unix)]
pub(super) use unix::{
    FileId, create_private, identity_of, make_private_folders, open_private, open_private_append,
    permissions_for_others, read_at, write_at,
};
#[cfg(all(unix, test))]
pub(super) use unix::{make_link, make_socket, mode_of, set_mode};
