//! The time between two events whose dates are intervals of days.
//!
//! Never a midpoint: a delay is the shortest and the longest time its dates allow.

use crate::model::calendar::{Day, DayInterval};

/// What the dates of two events allow to be said about the days between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delay {
    /// Both events happened and their dates allow these days between them.
    Known {
        /// Fewest days, at least 0.
        min_days: u32,
        /// Most days; `None` if an open end of a date allows any number.
        max_days: Option<u32>,
        /// Whether the dates would also allow the wrong order, and `min_days` was raised to 0.
        clipped: bool,
    },
    /// The second event has not happened: at least this many days had passed on the as-of date,
    /// and no end is in sight.
    Open {
        /// Days from the latest possible start to the as-of date, at least 0.
        min_days: u32,
        /// Days from the earliest possible start to the as-of date: as long as the record may
        /// already have been open; `None` if the start may lie arbitrarily far back.
        longest_so_far: Option<u32>,
    },
    /// The second event can only lie before the first. Never dropped silently, never made positive.
    Inconsistent,
    /// The date of the first event is unknown.
    NoStart,
}

impl Delay {
    /// Days from the event dated `start` to the event dated `end`.
    ///
    /// `min = max(0, end.lo − start.hi)` and `max = end.hi − start.lo`; a negative `max` is
    /// inconsistent. `end` is `None` where the second event has not happened by `as_of`; an event
    /// that happened on an unknown day has an interval with open ends instead.
    ///
    /// ```
    /// use vigie::model::calendar::{Day, DayInterval};
    /// use vigie::model::delay::Delay;
    /// let as_of = Day::from_ymd(2024, 12, 31).unwrap();
    /// let february = DayInterval::month(2024, 2).unwrap();
    /// let told = DayInterval::day(Day::from_ymd(2024, 3, 10).unwrap());
    /// let delay = Delay::between(february, Some(told), as_of);
    /// assert_eq!(delay, Delay::Known { min_days: 10, max_days: Some(38), clipped: false });
    /// assert_eq!(Delay::between(told, Some(february), as_of), Delay::Inconsistent);
    /// ```
    pub fn between(start: DayInterval, end: Option<DayInterval>, as_of: Day) -> Self {
        if start.is_unknown() {
            return Self::NoStart;
        }
        let Some(end) = end else {
            return Self::Open {
                min_days: start.hi.map_or(0, |hi| days_or_zero(as_of.days_since(hi))),
                longest_so_far: start.lo.map(|lo| days_or_zero(as_of.days_since(lo))),
            };
        };
        let longest = end.hi.zip(start.lo).map(|(b, a)| b.days_since(a));
        if longest.is_some_and(|days| days < 0) {
            return Self::Inconsistent;
        }
        let shortest = end.lo.zip(start.hi).map(|(b, a)| b.days_since(a));
        Self::Known {
            min_days: days_or_zero(shortest.unwrap_or(0)),
            max_days: longest.map(days_or_zero),
            clipped: shortest.is_none_or(|days| days < 0),
        }
    }

    /// The number of days, where the dates allow exactly one.
    pub fn exact_days(self) -> Option<u32> {
        match self {
            Self::Known { min_days, max_days: Some(max_days), .. } if min_days == max_days => Some(min_days),
            Self::Known { .. } | Self::Open { .. } | Self::Inconsistent | Self::NoStart => None,
        }
    }
}

fn days_or_zero(days: i64) -> u32 {
    u32::try_from(days.max(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const AS_OF: Day = Day(20_000);

    fn interval(lo: i32, len: i32) -> DayInterval {
        DayInterval::between(Day(lo), Day(lo + len)).expect("ordered")
    }

    #[test]
    fn open_ends_bound_nothing() {
        let since = DayInterval { lo: Some(Day(100)), hi: None };
        let until = DayInterval { lo: None, hi: Some(Day(90)) };
        let day = DayInterval::day(Day(120));
        assert_eq!(
            Delay::between(since, Some(day), AS_OF),
            Delay::Known { min_days: 0, max_days: Some(20), clipped: true }
        );
        assert_eq!(
            Delay::between(until, Some(day), AS_OF),
            Delay::Known { min_days: 30, max_days: None, clipped: false }
        );
        assert_eq!(
            Delay::between(day, Some(DayInterval::UNKNOWN), AS_OF),
            Delay::Known { min_days: 0, max_days: None, clipped: true }
        );
        assert_eq!(Delay::between(since, Some(until), AS_OF), Delay::Inconsistent);
        assert_eq!(Delay::between(DayInterval::UNKNOWN, Some(day), AS_OF), Delay::NoStart);
        assert_eq!(Delay::between(since, None, AS_OF), Delay::Open { min_days: 0, longest_so_far: Some(19_900) });
    }

    proptest! {
        #[test]
        fn bounds_contain_every_pair_of_days(
            a in -40..40i32, a_len in 0..40i32, b in -40..40i32, b_len in 0..40i32,
            at_a in 0..40i32, at_b in 0..40i32,
        ) {
            let start = interval(a, a_len);
            let end = interval(b, b_len);
            let days = i64::from(b + at_b.min(b_len)) - i64::from(a + at_a.min(a_len));
            match Delay::between(start, Some(end), AS_OF) {
                Delay::Known { min_days, max_days: Some(max_days), clipped } => {
                    prop_assert!(days <= i64::from(max_days));
                    prop_assert!(days >= i64::from(min_days) || clipped);
                }
                Delay::Inconsistent => prop_assert!(days < 0),
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
