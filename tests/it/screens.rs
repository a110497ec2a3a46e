//! Screen tests: world, keys, snapshot.

mod country;
mod finding;
mod layout;
mod noting;
mod reading;
