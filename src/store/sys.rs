//! The seam to the operating system for files and the machine they lie on.

pub(super) mod machine;
