//! Instants, for hour clocks: the seconds that a date may mean.

use super::Form;

/// The widest that clocks on Earth differ from UTC, in seconds.
const WIDEST_OFFSET: i64 = 14 * 3600;

impl Form {
    /// First and last possible second, counted from 1970-01-01T00:00:00Z; `None` is an open end.
    ///
    /// A day spans its 86,400 seconds. Where the date states no zone, `offset_minutes` (of the dataset) is taken;
    /// where that is not known either, both ends move out by 14 hours.
    ///
    /// ```
    /// use vigie::model::date::PartialDate;
    /// let aware = PartialDate::parse("1970-01-02T02:00+02:00").unwrap();
    /// assert_eq!(aware.form().instants(None), (Some(86_400), Some(86_459)));
    /// ```
    pub fn instants(&self, offset_minutes: Option<i16>) -> (Option<i64>, Option<i64>) {
        let midnight = |day: crate::model::calendar::Day| i64::from(day.0) * 86_400;
        let (lo, hi) = match self.clock {
            Some(clock) => {
                let first = |day| midnight(day) + i64::from(clock.second_of_day);
                let last = |first: i64| first + i64::from(clock.span_seconds) - 1;
                match (self.days.lo, self.days.hi) {
                    (Some(lo), Some(_)) => (Some(first(lo)), Some(last(first(lo)))),
                    // The time of day is that of the one end.
                    (Some(lo), None) => (Some(first(lo)), None),
                    (None, hi) => (None, hi.map(|day| last(first(day)))),
                }
            }
            None => (self.days.lo.map(midnight), self.days.hi.map(|day| midnight(day) + 86_399)),
        };
        match self.clock.and_then(|clock| clock.offset_minutes).or(offset_minutes) {
            Some(offset) => {
                let shift = i64::from(offset) * 60;
                (lo.map(|first| first - shift), hi.map(|last| last - shift))
            }
            None => (lo.map(|first| first - WIDEST_OFFSET), hi.map(|last| last + WIDEST_OFFSET)),
        }
    }
}
