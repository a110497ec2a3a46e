//! What the shell needs of the operating system: another one takes other files behind these names.

mod clock;

pub(super) use clock::since_boot;
