//! Screen tests: world, keys, snapshot.

mod capture;
mod country;
mod finding;
mod floor;
mod keys;
mod layout;
mod noting;
mod reading;
mod report;
mod versions;
