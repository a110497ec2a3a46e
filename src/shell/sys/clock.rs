//! Clocks.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// The clock that counts while the machine is suspended, and that nobody can set.
#[cfg(any(target_os = "linux", target_os = "android"))]
const SINCE_BOOT: ClockId = ClockId::Boottime;
#[cfg(not(any(target_os = "linux", target_os = "android")))]
const SINCE_BOOT: ClockId = ClockId::Monotonic;

/// The time since the machine was started, suspended or not.
pub(in crate::shell) fn since_boot() -> Duration {
    // Never less than nothing.
    Duration::try_from(clock_gettime(SINCE_BOOT)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_only_goes_forward() {
        let before = since_boot();
        assert!(before > Duration::ZERO && since_boot() >= before);
    }
}
