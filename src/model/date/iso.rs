//! ISO days at full speed: no allocation, no calendar library. The importer reads millions of these.

use crate::model::calendar::Day;

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

/// The day of a year (from [`FIRST_YEAR`] to 9999), month and day of the month; `None` if there is no such day.
pub(super) fn day_of(year: i32, month: u32, day: u32) -> Option<Day> {
    if !(FIRST_YEAR..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day)
    {
        return None;
    }
    // Years begin in March, so that the leap day is the last of its year.
    let shifted_year = if month <= 2 { year - 1 } else { year };
    let era = shifted_year.div_euclid(400);
    let year_of_era = shifted_year.rem_euclid(400);
    let month_from_march = i32::try_from((month + 9) % 12).ok()?;
    let day_of_year = (153 * month_from_march + 2) / 5 + i32::try_from(day).ok()? - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(Day(era * 146_097 + day_of_era - 719_468))
}

/// Whether a day can be written with a year of four digits from [`FIRST_YEAR`].
pub(super) fn is_writable(day: Day) -> bool {
    // 1000-01-01 and 9999-12-31.
    (-354_285..=2_932_896).contains(&day.0)
}

/// Year, month and day of the month of a day.
pub(super) fn civil_of(day: Day) -> (i32, u32, u32) {
    let days = i64::from(day.0) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (
        i32::try_from(year).unwrap_or(if year < 0 { i32::MIN } else { i32::MAX }),
        u32::try_from(month).unwrap_or(1),
        u32::try_from(day).unwrap_or(1),
    )
}

/// Days in a month (1–12) of the Gregorian calendar.
pub(super) const fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
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
