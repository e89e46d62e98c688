//! ISO days at full speed: no allocation, no calendar library. The importer reads millions of these.

use crate::model::calendar::{Day, civil_from_days, days_from_civil, is_leap_year};

/// The first year that is read as a date. Earlier ones are marks of emptiness (`0001-01-01`), never incidents.
pub const FIRST_YEAR: i32 = 1000;

/// The day of a date written exactly `YYYY-MM-DD`; `None` for anything else and for days that do not exist.
///
/// Allocates nothing. Years before [`FIRST_YEAR`] are not read: some programs write `0001-01-01` for "no date".
///
/// ```
/// use vigie::model::calendar::Day;
/// use vigie::model::date::iso::parse_iso_day;
/// assert_eq!(parse_iso_day(b"1970-01-02"), Some(Day(1)));
/// assert_eq!(parse_iso_day(b"2023-02-29"), None);
/// ```
pub fn parse_iso_day(bytes: &[u8]) -> Option<Day> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else {
        return None;
    };
    let year = digit(y1)? * 1000 + digit(y2)? * 100 + digit(y3)? * 10 + digit(y4)?;
    let month = digit(m1)? * 10 + digit(m2)?;
    let day = digit(d1)? * 10 + digit(d2)?;
    day_of(i32::try_from(year).ok()?, month, day)
}

fn digit(byte: u8) -> Option<u32> {
    byte.is_ascii_digit().then(|| u32::from(byte - b'0'))
}

/// The day of a date written `YYYY-MM-DD`, alone or with a midnight behind it (`T00:00:00.000Z`, ` 00:00:00`), which
/// programs write for a day that has no time. `None` for anything else.
///
/// ```
/// use vigie::model::calendar::Day;
/// use vigie::model::date::iso::parse_exported_day;
/// assert_eq!(parse_exported_day(b"1970-01-02T00:00:00.000Z"), Some(Day(1)));
/// assert_eq!(parse_exported_day(b"1970-01-02T18:00"), None);
/// ```
pub fn parse_exported_day(bytes: &[u8]) -> Option<Day> {
    let (day, rest) = bytes.split_at_checked(10)?;
    if rest.is_empty() || is_midnight(rest) { parse_iso_day(day) } else { None }
}

/// `T00:00`, ` 00:00:00`, `T00:00:00.000`, with or without `Z` or `+00:00`.
fn is_midnight(rest: &[u8]) -> bool {
    let [b'T' | b' ', rest @ ..] = rest else { return false };
    let Some(rest) = rest.strip_prefix(b"00:00") else { return false };
    let rest = rest.strip_prefix(b":00").unwrap_or(rest);
    let rest = match rest {
        [b'.', fraction @ ..] => {
            let zeros = fraction.iter().take_while(|&&byte| byte == b'0').count();
            fraction.get(zeros..).unwrap_or_default()
        }
        other => other,
    };
    matches!(rest, b"" | b"Z" | b"+00:00")
}

/// The day of a year (from [`FIRST_YEAR`] to 9999), month and day of the month; `None` if there is no such day.
pub(super) fn day_of(year: i32, month: u32, day: u32) -> Option<Day> {
    let real =
        (FIRST_YEAR..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
    real.then(|| Day(days_from_civil(year, month, day)))
}

/// Whether a day can be written with a year of four digits from [`FIRST_YEAR`].
pub(super) fn is_writable(day: Day) -> bool {
    // 1000-01-01 and 9999-12-31.
    (-354_285..=2_932_896).contains(&day.0)
}

/// Year, month and day of the month of a day.
pub(super) const fn civil_of(day: Day) -> (i32, u32, u32) {
    civil_from_days(day.0)
}

/// Days in a month (1–12) of the Gregorian calendar.
pub(super) const fn days_in(year: i32, month: u32) -> u32 {
    if month == 2 { 28 + is_leap_year(year) as u32 } else { 30 + ((month + (month >> 3)) & 1) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_days() {
        assert_eq!(day_of(1970, 1, 1), Some(Day(0)));
        assert_eq!(day_of(2000, 2, 29), Some(Day(11_016)));
        assert_eq!(day_of(2000, 3, 1), Some(Day(11_017)));
        assert_eq!(day_of(1900, 2, 29), None);
        assert_eq!(day_of(2024, 2, 30), None);
        assert_eq!(day_of(2024, 0, 1), None);
        assert_eq!(day_of(999, 1, 1), None);
        assert_eq!(parse_iso_day(b"2024-2-03"), None);
        assert_eq!(parse_iso_day(b"2024/02/03"), None);
        assert_eq!(parse_iso_day(b""), None);
        for (date, beyond) in [((1000, 1, 1), -1), ((9999, 12, 31), 1)] {
            let day = day_of(date.0, date.1, date.2).expect("a day");
            assert!(is_writable(day) && !is_writable(Day(day.0 + beyond)));
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_calendar_library(year in 1000..10_000i32, month in 0..14u32, day in 0..33u32) {
            use chrono::Datelike;
            let expected = chrono::NaiveDate::from_ymd_opt(year, month, day).map(|date| Day(date.num_days_from_ce() - 719_163));
            prop_assert_eq!(day_of(year, month, day), expected);
            let text = format!("{year:04}-{month:02}-{day:02}");
            prop_assert_eq!(parse_iso_day(text.as_bytes()), expected);
            if let Some(found) = expected {
                prop_assert_eq!(civil_of(found), (year, month, day));
            }
        }

        #[test]
        fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..14)) {
            let _ = parse_iso_day(&bytes);
        }
    }
}
