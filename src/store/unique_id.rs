//! Unique ids.

use std::time::SystemTime;

use uuid::timestamp::context::ContextV7;
use uuid::{NoContext, Timestamp, Uuid};

/// Makes a unique id from the time and random bits. Within one program, later ids are greater if
/// they are at least a microsecond apart.
///
/// An id cannot hold a time before 1970: if the clock is set to such a time, ids differ only in
/// their random bits.
pub fn unique_id() -> Uuid {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or_else(|_| without_time(), at)
}

/// Makes an id with a time of zero; random bits keep the ids of two machines without a clock apart.
fn without_time() -> Uuid {
    Uuid::new_v7(Timestamp::from_unix(NoContext, 0, 0))
}

fn at(since_1970: std::time::Duration) -> Uuid {
    let context = ContextV7::new().with_additional_precision();
    let (seconds, nanoseconds) = (since_1970.as_secs(), since_1970.subsec_nanos());
    Uuid::new_v7(Timestamp::from_unix(context, seconds, nanoseconds))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn ids_increase_with_time() {
        let times = [0, 5_000, 1_000_000, 1_700_000_000_000_000_000, u64::MAX];
        let ids = times.map(|nanoseconds| at(Duration::from_nanos(nanoseconds)));
        assert!(ids.is_sorted(), "{ids:?}");
    }

    #[test]
    fn ids_of_the_same_time_differ() {
        for time in [Duration::ZERO, Duration::MAX] {
            assert_ne!(at(time), at(time));
        }
        let ids = [(); 8].map(|()| without_time().as_u64_pair());
        let beginnings = ids.map(|(first, _)| first);
        assert!(
            beginnings.iter().any(|first| *first != beginnings[0]),
            "{ids:x?}"
        );
    }
}
