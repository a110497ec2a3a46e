//! Elapsed times: measured by the monotonic clock within a run, and by the time of day across
//! restarts.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp, ZonedDateTime};

use crate::app::event::Moment;

/// The largest difference at which the two clocks count as agreeing: the time of day is rounded to
/// seconds and adjusted in small steps.
const AGREE: SignedDuration = SignedDuration::from_secs(2);

/// The readings of the monotonic clock at the times that matter.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Stopwatch {
    now: Option<(ZonedDateTime, Duration)>,
    readings: BTreeMap<Timestamp, Duration>,
}

impl Stopwatch {
    /// Records the current time.
    pub(in crate::app) fn tell(&mut self, moment: &Moment) {
        self.now = Some((moment.now.clone(), moment.since_boot));
    }

    /// Starts counting now, even if this second was recorded before: the clock may have been set
    /// back.
    pub(in crate::app) fn start(&mut self) {
        if let Some((now, reading)) = &self.now {
            self.readings.insert(now.timestamp(), *reading);
        }
    }

    /// Also counts from these times; those not yet recorded are converted by the time of day.
    pub(in crate::app) fn note<'a>(&mut self, times: impl IntoIterator<Item = &'a ZonedDateTime>) {
        let Some((now, reading)) = &self.now else {
            return;
        };
        for time in times {
            let ago = now.timestamp().duration_since(time.timestamp());
            // A clock set back since the last run tells nothing.
            let ago = Duration::try_from(ago).unwrap_or_default();
            let then = reading.saturating_sub(ago);
            self.readings.entry(time.timestamp()).or_insert(then);
        }
    }

    /// Returns the time elapsed since a recorded time; `None` if it was not recorded.
    pub(in crate::app) fn since(&self, time: &ZonedDateTime) -> Option<Duration> {
        let (_, now) = self.now.as_ref()?;
        let then = self.readings.get(&time.timestamp())?;
        Some(now.saturating_sub(*then))
    }

    /// Returns the end of a span that ends now: the time of day, or, if that was set meanwhile, the
    /// start plus the elapsed time.
    pub(in crate::app) fn end_of(&self, from: &ZonedDateTime) -> ZonedDateTime {
        let Some((now, _)) = &self.now else {
            return from.clone();
        };
        let counted = self.since(from).unwrap_or_default();
        let counted = SignedDuration::try_from(counted).unwrap_or_default();
        let told = now.timestamp().duration_since(from.timestamp());
        if (told - counted).abs() <= AGREE {
            return now.clone();
        }
        let seconds = SignedDuration::from_secs(counted.as_secs());
        from.checked_add(seconds).unwrap_or_else(|_| now.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NoteId;

    fn moment(wall: &str, since_boot: u64) -> Moment {
        Moment {
            now: time(wall),
            since_boot: Duration::from_secs(since_boot),
            fresh_id: NoteId::new("n").unwrap(),
        }
    }

    fn time(wall: &str) -> ZonedDateTime {
        format!("2010-11-09T{wall}-06:00[-06:00]").parse().unwrap()
    }

    fn seconds(stopwatch: &Stopwatch, wall: &str) -> u64 {
        stopwatch.since(&time(wall)).unwrap().as_secs()
    }

    #[test]
    fn setting_the_clock_changes_no_length() {
        for set_to in ["12:05:00", "08:05:00", "10:03:10"] {
            let mut stopwatch = Stopwatch::default();
            stopwatch.tell(&moment("10:00:00", 50));
            stopwatch.start();
            stopwatch.tell(&moment("10:02:00", 170));
            assert_eq!(seconds(&stopwatch, "10:00:00"), 120);
            assert_eq!(stopwatch.end_of(&time("10:00:00")), time("10:02:00"));
            stopwatch.tell(&moment(set_to, 230));
            stopwatch.note([&time("10:00:00")]);
            assert_eq!(seconds(&stopwatch, "10:00:00"), 180);
            assert_eq!(stopwatch.end_of(&time("10:00:00")), time("10:03:00"));
        }
    }

    #[test]
    fn where_both_clocks_agree_the_end_is_the_time_of_day() {
        let mut stopwatch = Stopwatch::default();
        stopwatch.tell(&moment("10:00:00", 50));
        stopwatch.start();
        stopwatch.tell(&moment("10:01:01", 110));
        assert_eq!(stopwatch.end_of(&time("10:00:00")), time("10:01:01"));
    }

    #[test]
    fn after_a_restart_the_time_of_day_counts_unless_set_back() {
        let mut stopwatch = Stopwatch::default();
        // It began before the machine was started.
        stopwatch.tell(&moment("10:05:00", 400));
        stopwatch.note([&time("10:00:00"), &time("10:30:00")]);
        stopwatch.tell(&moment("10:06:00", 460));
        assert_eq!(seconds(&stopwatch, "10:00:00"), 360);
        assert_eq!(seconds(&stopwatch, "10:30:00"), 60);
        assert_eq!(stopwatch.end_of(&time("10:30:00")), time("10:31:00"));
    }

    /// The same second of the day occurs twice.
    #[test]
    fn a_repeated_second_counts_from_now() {
        let mut stopwatch = Stopwatch::default();
        stopwatch.tell(&moment("10:00:00", 50));
        stopwatch.start();
        stopwatch.tell(&moment("10:00:00", 3650));
        stopwatch.start();
        stopwatch.tell(&moment("10:01:00", 3710));
        assert_eq!(seconds(&stopwatch, "10:00:00"), 60);
    }
}
