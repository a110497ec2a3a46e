//! Screen tests: world, keys, snapshot.

mod finding;
mod layout;
mod noting;
mod reading;
