//! The time zone of note times: the one that `TZ` or the system names.
//!
//! `TZ` is read as the C library reads it, including POSIX rules without dates and the `posix/`
//! folder of the zone files. A value that cannot be read is reported instead of silently meaning
//! UTC.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use jiff::tz::TimeZone;

/// The dates of daylight saving time for a POSIX rule without dates, as in glibc.
const DEFAULT_DATES: &str = ",M3.2.0,M11.1.0";

/// The zone file of the system.
const OF_SYSTEM: &str = "/etc/localtime";

/// Returns the local time zone. If it cannot be read, returns UTC and a warning.
pub(super) fn zone_here() -> (TimeZone, Option<String>) {
    match std::env::var_os("TZ") {
        Some(value) => of_variable(&value),
        None => of_system(),
    }
}

fn of_system() -> (TimeZone, Option<String>) {
    match TimeZone::try_system() {
        Ok(zone) => (zone, None),
        // As in the C library: UTC if nothing names a zone.
        Err(_) if !Path::new(OF_SYSTEM).exists() => (TimeZone::UTC, None),
        Err(error) => {
            let doubt = format!("{OF_SYSTEM} is not a time zone ({error}); times are UTC");
            (TimeZone::UTC, Some(doubt))
        }
    }
}

fn of_variable(value: &OsStr) -> (TimeZone, Option<String>) {
    if value.is_empty() {
        return (TimeZone::UTC, None);
    }
    if let Some(zone) = value.to_str().and_then(read) {
        return (zone, None);
    }
    let doubt = format!(
        "TZ is \"{}\", which is not a time zone known here; times are UTC. \
         Set it to a name such as Europe/Berlin",
        value.display()
    );
    (TimeZone::UTC, Some(doubt))
}

/// Reads a value of `TZ`: a name, the path of a zone file, or a POSIX rule.
fn read(value: &str) -> Option<TimeZone> {
    let name = value.strip_prefix(':').unwrap_or(value);
    named(name)
        .or_else(|| TimeZone::posix(name).ok())
        .or_else(|| TimeZone::posix(&format!("{name}{DEFAULT_DATES}")).ok())
}

fn named(name: &str) -> Option<TimeZone> {
    let inside = name.rsplit_once("zoneinfo/").map_or(name, |(_, name)| name);
    // Both folders repeat the zones; those of `right` count leap seconds, which our times do not.
    let folders = ["posix/", "right/"].into_iter();
    let mut plain = folders.filter_map(|folder| inside.strip_prefix(folder));
    let plain = plain.next().unwrap_or(inside);
    TimeZone::get(plain).ok().or_else(|| of_file(name))
}

/// Reads a zone file outside the system's folder. Only regular files are read: others could block.
fn of_file(path: &str) -> Option<TimeZone> {
    let file = Path::new(path);
    let is_regular = file.is_absolute() && file.is_file();
    let bytes = is_regular.then(|| fs::read(file).ok()).flatten()?;
    TimeZone::tzif(path, &bytes).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Returns the UTC offsets in hours on a day in January, on 15 March, when summer time has
    /// begun only in America, and on a day in July.
    fn hours(value: &str) -> Option<[i32; 3]> {
        let zone = read(value)?;
        let days = [date(2026, 1, 15), date(2026, 3, 15), date(2026, 7, 15)];
        Some(days.map(|day| {
            let noon = day.at(12, 0, 0, 0).to_zoned_datetime(zone.clone()).unwrap();
            noon.offset().seconds() / 3600
        }))
    }

    #[test]
    fn posix_rules_are_read_with_and_without_dates() {
        assert_eq!(hours("CET-1CEST,M3.5.0,M10.5.0/3"), Some([1, 1, 2]));
        assert_eq!(hours("CET-1CEST"), Some([1, 2, 2]));
        assert_eq!(hours(":CET-1CEST"), Some([1, 2, 2]));
        assert_eq!(hours("CST6"), Some([-6, -6, -6]));
        assert_eq!(hours("<-03>3"), Some([-3, -3, -3]));
    }

    #[test]
    fn names_and_paths_of_zone_files_are_read() {
        let berlin = hours("Europe/Berlin");
        // A machine without zone files knows only rules.
        let Some(expected) = berlin else {
            return eprintln!("skipped: this machine has no zone files");
        };
        assert_eq!(expected, [1, 1, 2]);
        for value in [
            ":Europe/Berlin",
            "posix/Europe/Berlin",
            ":posix/Europe/Berlin",
            "right/Europe/Berlin",
            "/usr/share/zoneinfo/Europe/Berlin",
            ":/usr/share/zoneinfo/posix/Europe/Berlin",
        ] {
            assert_eq!(hours(value), berlin, "{value}");
        }
        let zone_file = Path::new("/usr/share/zoneinfo/Europe/Berlin");
        if zone_file.exists() {
            let folder = tempfile::tempdir().unwrap();
            let copy = folder.path().join("local");
            fs::copy(zone_file, &copy).unwrap();
            assert_eq!(hours(copy.to_str().unwrap()), berlin);
        }
    }

    #[test]
    fn an_unknown_zone_is_utc_with_a_warning() {
        for value in [
            "Europe/Nowhere",
            "CET-1CEST,",
            ":",
            "/dev/zero",
            "/",
            "M3.2.0",
        ] {
            let (zone, doubt) = of_variable(OsStr::new(value));
            assert_eq!(zone, TimeZone::UTC, "{value}");
            assert!(doubt.unwrap().contains(value), "{value}");
        }
        assert_eq!(of_variable(OsStr::new("")), (TimeZone::UTC, None));
        assert_eq!(of_variable(OsStr::new("UTC0")).1, None);
    }
}
