//! Ids that nobody else has.

use std::time::SystemTime;

use uuid::timestamp::context::ContextV7;
use uuid::{NoContext, Timestamp, Uuid};

/// An id that nobody has used: the time, and random bits. Of one program, later ids are greater
/// where a microsecond lies between them.
///
/// An id has no room for a time before 1970: a clock that was never set, as that of a machine with
/// an empty battery, makes ids that are random alone.
pub fn unique_id() -> Uuid {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or_else(|_| without_time(), at)
}

/// Two machines without a clock must not draw one id: all but the version is random.
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
    fn ids_go_up_with_the_time() {
        let times = [0, 5_000, 1_000_000, 1_700_000_000_000_000_000, u64::MAX];
        let ids = times.map(|nanoseconds| at(Duration::from_nanos(nanoseconds)));
        assert!(ids.is_sorted(), "{ids:?}");
    }

    #[test]
    fn ids_of_one_time_differ() {
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
