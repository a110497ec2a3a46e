//! The operating system's services for the store.
//!
//! Each operating system has one module below this one, with the same functions. Nothing else in
//! the store depends on the system: no modes, no user ids, no flags. `tests/it/tidy.rs` checks
//! this.

pub(super) mod machine;
#[cfg(unix)]
mod unix;

#[cfg(unix)]
pub(super) use unix::{
    FileId, Links, create_private, identity_of, is_link_refusal, is_no_lock_support,
    make_private_folders, names_of, open_private, open_private_append, open_to_read, owner_of,
    permissions_for_others, read_at, user, write_at,
};
#[cfg(all(unix, test))]
pub(super) use unix::{make_link, make_pipe, make_socket, mode_of, no_lock_errors, set_mode};
