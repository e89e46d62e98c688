//! Days as integers: the proleptic Gregorian calendar, ISO weeks, and closed intervals of days.
//!
//! A date here is a *day as written*: no hour, no zone, never shifted by converting it to UTC.
//! Instants and partial dates are the business of other modules. Together with the parser of
//! partial dates this is the only place that touches `chrono`.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

/// Days from 1 January of year 1 to 1 January 1970.
const EPOCH_FROM_COMMON_ERA: i32 = 719_163;

/// Years that have dates, and the first and last day of them.
const YEARS: std::ops::RangeInclusive<i32> = -262_143..=262_142;
const FIRST_DAY: i32 = days_from_civil(*YEARS.start(), 1, 1);
const LAST_DAY: i32 = days_from_civil(*YEARS.end(), 12, 31);

/// Days from 1970-01-01 to a day that exists, in a year of [`YEARS`]. The one arithmetic of the calendar: no table, no library.
pub(crate) const fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    // Years begin in March, so that the leap day is the last of its year, and are counted from one far back, so that
    // none is negative.
    let from_march = (month + 9) % 12;
    let year = (year + 280_000 - (month <= 2) as i32) as u32;
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * from_march + 2) / 5 + day - 1;
    days as i32 - 102_987_368
}

/// Year, month and day of the month of a day counted from 1970-01-01; the other way round.
pub(crate) const fn civil_from_days(days: i32) -> (i32, u32, u32) {
    let days = days as i64 + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097) as u32;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era as i32 + (era * 400) as i32 + (month <= 2) as i32;
    (year, month, day)
}

/// A calendar day, counted from 1970-01-01 (day 0). Negative days lie before it.
///
/// Days within the years −262,143 to 262,142 have a date; [`Day::ymd`] of a day beyond them
/// answers with the nearest day that has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

impl Day {
    /// The day of a year, month (1–12) and day of the month (1–31); `None` if there is no such day.
    ///
    /// ```
    /// use vigie::model::calendar::Day;
    /// assert_eq!(Day::from_ymd(1970, 1, 2), Some(Day(1)));
    /// assert_eq!(Day::from_ymd(2023, 2, 29), None);
    /// ```
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        let real = YEARS.contains(&year) && day >= 1 && days_in_month(year, month).is_some_and(|last| day <= last);
        real.then(|| Self(days_from_civil(year, month, day)))
    }

    /// The day of an ISO 8601 week date: ISO year, week (1–53), weekday (1 = Monday … 7 = Sunday);
    /// `None` if the year has no such week.
    ///
    /// ```
    /// use vigie::model::calendar::Day;
    /// assert_eq!(Day::from_iso_week(2020, 53, 1), Day::from_ymd(2020, 12, 28));
    /// assert_eq!(Day::from_iso_week(2021, 53, 1), None);
    /// ```
    pub fn from_iso_week(iso_year: i32, week: u32, weekday: u32) -> Option<Self> {
        if !(1..=7).contains(&weekday) {
            return None;
        }
        let monday = NaiveDate::from_isoywd_opt(iso_year, week, chrono::Weekday::Mon)?;
        Some(Self(Self::from_naive(monday).0 + i32::try_from(weekday).ok()? - 1))
    }

    /// Year, month (1–12) and day of the month (1–31).
    pub fn ymd(self) -> (i32, u32, u32) {
        civil_from_days(self.0.clamp(FIRST_DAY, LAST_DAY))
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.ymd().0
    }

    /// ISO 8601 year and week (1–53). The ISO year differs from the calendar year around 1 January.
    ///
    /// ```
    /// use vigie::model::calendar::Day;
    /// let new_year = Day::from_ymd(2021, 1, 1).unwrap();
    /// assert_eq!(new_year.iso_week(), (2020, 53));
    /// ```
    pub fn iso_week(self) -> (i32, u32) {
        let week = self.naive().iso_week();
        (week.year(), week.week())
    }

    /// Day of the week, 1 = Monday … 7 = Sunday.
    pub fn weekday(self) -> u32 {
        // Day 0 was a Thursday.
        u32::try_from((i64::from(self.0) + 3).rem_euclid(7) + 1).unwrap_or(1)
    }

    /// The same day of the month `months` later (earlier when negative), or the last day of that
    /// month where it is shorter: one month after 31 January is 28 or 29 February.
    ///
    /// Stops at the first and last month that can be written.
    #[must_use]
    pub fn add_months(self, months: i32) -> Self {
        let (year, month, day) = self.ymd();
        let index = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        let first = first_of_month_index(index);
        let (first_year, first_month, _) = first.ymd();
        let last = days_in_month(first_year, first_month).unwrap_or(28);
        first.plus_days(i32::try_from(day.min(last)).unwrap_or(1) - 1)
    }

    /// This day plus a number of days, stopping at the ends of the counter.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this day: 0 for the same day, negative when this day comes first.
    pub fn days_since(self, earlier: Self) -> i64 {
        i64::from(self.0) - i64::from(earlier.0)
    }

    fn from_naive(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce() - EPOCH_FROM_COMMON_ERA)
    }

    fn naive(self) -> NaiveDate {
        self.0
            .checked_add(EPOCH_FROM_COMMON_ERA)
            .and_then(NaiveDate::from_num_days_from_ce_opt)
            .unwrap_or(if self.0 < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
    }
}

impl fmt::Display for Day {
    /// ISO 8601, `2024-02-29`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Whether a year of the Gregorian calendar has a 29 February.
pub const fn is_leap_year(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Number of days of a month (1–12); `None` if the month does not exist.
pub fn days_in_month(year: i32, month: u32) -> Option<u32> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if is_leap_year(year) => Some(29),
        2 => Some(28),
        _ => None,
    }
}

/// First day of a month given as `year × 12 + month − 1`, stopping at the ends of the calendar.
pub(crate) fn first_of_month_index(index: i64) -> Day {
    let year = i32::try_from(index.div_euclid(12)).ok();
    let month = u32::try_from(index.rem_euclid(12)).unwrap_or(0) + 1;
    let beyond = if index < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    year.and_then(|year| Day::from_ymd(year, month, 1)).unwrap_or_else(|| Day::from_naive(beyond))
}

/// A closed interval of days within which something happened; `None` is an open end.
///
/// A date of day precision has `lo == hi`; a month, quarter or year has its first and last day.
/// Both ends `None` means that nothing is known. `lo <= hi` where both are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DayInterval {
    /// First possible day, inclusive; `None` if it may lie arbitrarily far back.
    pub lo: Option<Day>,
    /// Last possible day, inclusive; `None` if it may lie arbitrarily far ahead.
    pub hi: Option<Day>,
}

impl DayInterval {
    /// Nothing is known about the day.
    pub const UNKNOWN: Self = Self { lo: None, hi: None };

    /// One single day.
    pub const fn day(day: Day) -> Self {
        Self { lo: Some(day), hi: Some(day) }
    }

    /// From one day to another, both included; `None` if they are the wrong way round.
    pub fn between(lo: Day, hi: Day) -> Option<Self> {
        (lo <= hi).then_some(Self { lo: Some(lo), hi: Some(hi) })
    }

    /// Some time in a calendar year; `None` outside the calendar.
    pub fn year(year: i32) -> Option<Self> {
        Self::between(Day::from_ymd(year, 1, 1)?, Day::from_ymd(year, 12, 31)?)
    }

    /// Some time in a quarter (1–4) of a year; `None` if there is no such quarter.
    ///
    /// ```
    /// use vigie::model::calendar::{Day, DayInterval};
    /// let q1 = DayInterval::quarter(2024, 1).unwrap();
    /// assert_eq!(q1.hi, Day::from_ymd(2024, 3, 31));
    /// ```
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        if !(1..=4).contains(&quarter) {
            return None;
        }
        let last_month = quarter * 3;
        Self::between(
            Day::from_ymd(year, last_month - 2, 1)?,
            Day::from_ymd(year, last_month, days_in_month(year, last_month)?)?,
        )
    }

    /// Some time in a month (1–12); `None` if there is no such month.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::between(Day::from_ymd(year, month, 1)?, Day::from_ymd(year, month, days_in_month(year, month)?)?)
    }

    /// Some time in an ISO week; `None` if the year has no such week.
    pub fn iso_week(iso_year: i32, week: u32) -> Option<Self> {
        let monday = Day::from_iso_week(iso_year, week, 1)?;
        Self::between(monday, monday.plus_days(6))
    }

    /// The day, where the interval is exactly one.
    pub fn exact(self) -> Option<Day> {
        if self.lo == self.hi { self.lo } else { None }
    }

    /// Whether nothing at all is known: both ends are open.
    pub fn is_unknown(self) -> bool {
        self.lo.is_none() && self.hi.is_none()
    }

    /// Number of days in the interval; `None` if an end is open.
    pub fn len_days(self) -> Option<i64> {
        Some(self.hi?.days_since(self.lo?) + 1)
    }

    /// Whether the day may be this one.
    pub fn contains(self, day: Day) -> bool {
        self.lo.is_none_or(|lo| lo <= day) && self.hi.is_none_or(|hi| day <= hi)
    }

    /// Whether the two intervals have a day in common.
    pub fn meets(self, other: Self) -> bool {
        self.intersection(other).is_some()
    }

    /// Whether every day of this interval lies in the other.
    pub fn lies_in(self, other: Self) -> bool {
        self.intersection(other) == Some(self)
    }

    /// The days both intervals have in common; `None` if there are none.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let lo = match (self.lo, other.lo) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        let hi = match (self.hi, other.hi) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        match (lo, hi) {
            (Some(first), Some(last)) if first > last => None,
            _ => Some(Self { lo, hi }),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd(year, month, day).expect("a real date")
    }

    #[test]
    fn known_days() {
        assert_eq!(day(1970, 1, 1), Day(0));
        assert_eq!(day(2000, 3, 1), Day(11_017));
        assert_eq!(day(1969, 12, 31), Day(-1));
        assert_eq!(day(2024, 2, 29).to_string(), "2024-02-29");
        assert_eq!(Day::from_ymd(2100, 2, 29), None);
        assert_eq!(Day::from_ymd(2024, 13, 1), None);
        assert_eq!(day(2024, 2, 29).weekday(), 4);
        assert_eq!(day(2020, 12, 28).iso_week(), (2020, 53));
        assert_eq!(day(2021, 1, 3).iso_week(), (2020, 53));
        assert_eq!(day(2018, 12, 31).iso_week(), (2019, 1));
    }

    #[test]
    fn months_are_added_to_the_last_day_of_a_shorter_month() {
        assert_eq!(day(2023, 1, 31).add_months(1), day(2023, 2, 28));
        assert_eq!(day(2024, 1, 31).add_months(1), day(2024, 2, 29));
        assert_eq!(day(2024, 2, 29).add_months(-12), day(2023, 2, 28));
        assert_eq!(day(2024, 1, 15).add_months(-1), day(2023, 12, 15));
        assert_eq!(day(2024, 11, 30).add_months(15), day(2026, 2, 28));
    }

    #[test]
    fn intervals_of_coarse_dates() {
        let february = DayInterval::month(2024, 2).expect("a month");
        assert_eq!(february.len_days(), Some(29));
        assert_eq!(DayInterval::year(2023).and_then(DayInterval::len_days), Some(365));
        let quarter = DayInterval::quarter(2023, 4).expect("a quarter");
        assert_eq!((quarter.lo, quarter.hi), (Some(day(2023, 10, 1)), Some(day(2023, 12, 31))));
        assert!(february.lies_in(DayInterval::year(2024).expect("a year")));
        assert!(!february.meets(quarter));
        let before = DayInterval { lo: None, hi: Some(day(2024, 2, 10)) };
        assert_eq!(before.intersection(february), DayInterval::between(day(2024, 2, 1), day(2024, 2, 10)));
        assert_eq!(before.len_days(), None);
        assert_eq!(DayInterval::quarter(2023, 5), None);
    }

    #[test]
    fn days_beyond_the_calendar_answer_with_its_ends() {
        assert_eq!(Day(i32::MAX).ymd(), (262_142, 12, 31));
        assert_eq!(Day(i32::MIN).ymd(), (-262_143, 1, 1));
        assert!(Day(i32::MAX).add_months(1) >= Day(0));
    }

    proptest! {
        #[test]
        fn a_day_survives_its_date(number in -4_000_000..4_000_000i32) {
            let (year, month, dom) = Day(number).ymd();
            prop_assert_eq!(Day::from_ymd(year, month, dom), Some(Day(number)));
            let (iso_year, week) = Day(number).iso_week();
            prop_assert_eq!(
                Day::from_iso_week(iso_year, week, Day(number).weekday()),
                Some(Day(number))
            );
        }

        #[test]
        fn intersection_contains_what_both_contain(
            a in -50..50i32, b in 0..50i32, c in -50..50i32, d in 0..50i32, probe in -60..120i32,
        ) {
            let first = DayInterval::between(Day(a), Day(a + b)).expect("ordered");
            let second = DayInterval::between(Day(c), Day(c + d)).expect("ordered");
            let both = first.contains(Day(probe)) && second.contains(Day(probe));
            let common = first.intersection(second).is_some_and(|i| i.contains(Day(probe)));
            prop_assert_eq!(both, common);
        }
    }
}
