//! The clock that measures turns.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// A clock that cannot be set, and on Linux also counts while the machine is suspended.
#[cfg(any(target_os = "linux", target_os = "android"))]
const SINCE_BOOT: ClockId = ClockId::Boottime;
#[cfg(not(any(target_os = "linux", target_os = "android")))]
const SINCE_BOOT: ClockId = ClockId::Monotonic;

/// Returns the time since the machine was started.
pub(in crate::shell) fn since_boot() -> Duration {
    // The clock is never negative; zero if the system says otherwise.
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
