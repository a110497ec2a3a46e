//! Screen tests: world, keys, snapshot.

mod capture;
mod country;
mod finding;
mod floor;
mod layout;
mod noting;
mod reading;
mod report;
mod versions;
