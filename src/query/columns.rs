//! What figures are computed from, for each chosen record: dates, delays, the days they reach.

use crate::frame::Snapshot;
use crate::frame::cell::{DateCell, DateState};
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::query::parallel;
use crate::query::selection::{Selection, each_row};

/// Dates of an event.
pub fn date_intervals(snapshot: &Snapshot, selection: &Selection, kind: EventKind) -> Vec<DateCell> {
    let parts = parallel::map_chunks(snapshot, |at, chunk| {
        let mut cells = Vec::new();
        let column = chunk.dates(kind);
        each_row(selection, at, chunk.len(), |index| {
            cells.push(column.map(|column| column.get(index)).unwrap_or_default());
        });
        cells
    });
    parts.concat()
}

/// The days from one event to another in one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delay {
    /// Between `min` and `max` days. `max` is `None` where an end is open.
    Known {
        /// Fewest days compatible with the dates; never below 0.
        min: u32,
        /// Most days.
        max: Option<u32>,
        /// Whether the dates alone would allow fewer than 0 days.
        clipped: bool,
    },
    /// The second event surely came before the first.
    Inconsistent,
    /// The second event had not happened at the as-of date.
    Open {
        /// Days that had surely passed by then without it; never below 0.
        at_least: u32,
    },
    /// Either event does not apply.
    NotApplicable,
    /// The first event has no date, for this reason.
    NoStart(DateState),
    /// The second event has no date, for this reason.
    NoEnd(DateState),
}

impl Delay {
    /// The delay between two dates. A second event dated wholly after `as_of` had not happened yet.
    ///
    /// ```
    /// use vigie::frame::cell::DateCell;
    /// use vigie::model::calendar::Day;
    /// use vigie::query::columns::Delay;
    /// let delay = Delay::between(DateCell::day(10), DateCell::day(52), Day(100));
    /// assert_eq!(delay, Delay::Known { min: 42, max: Some(42), clipped: false });
    /// ```
    pub fn between(start: DateCell, end: DateCell, as_of: Day) -> Self {
        if start.state == DateState::NotApplicable || end.state == DateState::NotApplicable {
            return Self::NotApplicable;
        }
        if start.state != DateState::Date {
            return Self::NoStart(start.state);
        }
        match end.state {
            DateState::NotYet => Self::open(start, as_of),
            DateState::Date if end.lo > as_of.0 => Self::open(start, as_of),
            DateState::Date => Self::known(start, end),
            state => Self::NoEnd(state),
        }
    }

    fn open(start: DateCell, as_of: Day) -> Self {
        let days = if start.hi == i32::MAX { 0 } else { i64::from(as_of.0) - i64::from(start.hi) };
        Self::Open { at_least: u32::try_from(days).unwrap_or(0) }
    }

    fn known(start: DateCell, end: DateCell) -> Self {
        let unbounded = start.lo == i32::MIN || end.hi == i32::MAX;
        let max = i64::from(end.hi) - i64::from(start.lo);
        if max < 0 && !unbounded {
            return Self::Inconsistent;
        }
        let free = start.hi == i32::MAX || end.lo == i32::MIN;
        let min = if free { i64::MIN } else { i64::from(end.lo) - i64::from(start.hi) };
        Self::Known {
            min: u32::try_from(min.max(0)).unwrap_or(u32::MAX),
            max: if unbounded { None } else { u32::try_from(max).ok() },
            clipped: min < 0,
        }
    }
}

/// The first and the last day that dates of an event reach, open ends aside.
pub fn day_range(snapshot: &Snapshot, selection: &Selection, kind: EventKind) -> Option<(Day, Day)> {
    let parts = parallel::map_chunks(snapshot, |at, chunk| {
        let column = chunk.dates(kind)?;
        let mut range: Option<(i32, i32)> = None;
        for cell in selection.in_chunk(at).map(|index| column.get(index)) {
            if cell.state == DateState::Date {
                let lo = if cell.lo == i32::MIN { cell.hi } else { cell.lo };
                let hi = if cell.hi == i32::MAX { cell.lo } else { cell.hi };
                range = Some(range.map_or((lo, hi), |(first, last)| (first.min(lo), last.max(hi))));
            }
        }
        range
    });
    let range = parts.into_iter().flatten().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    range.filter(|(lo, hi)| *lo != i32::MAX && *hi != i32::MIN).map(|(lo, hi)| (Day(lo), Day(hi)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(lo: i32, hi: i32) -> DateCell {
        DateCell { lo, hi, state: DateState::Date }
    }

    fn state(state: DateState) -> DateCell {
        DateCell { lo: 0, hi: 0, state }
    }

    #[test]
    fn delays_by_the_table() {
        let known = |min, max, clipped| Delay::Known { min, max, clipped };
        for (start, end, wanted) in [
            (date(10, 10), date(10, 10), known(0, Some(0), false)),
            (date(0, 30), date(31, 60), known(1, Some(60), false)),
            (date(0, 30), date(20, 50), known(0, Some(50), true)),
            (date(20, 20), date(19, 19), Delay::Inconsistent),
            (date(20, 25), date(10, 20), known(0, Some(0), true)),
            (date(i32::MIN, 20), date(30, 30), known(10, None, false)),
            (date(i32::MIN, 20), date(5, 5), known(0, None, true)),
            (date(20, i32::MAX), date(30, 30), known(0, Some(10), true)),
            (date(20, 20), date(30, i32::MAX), known(10, None, false)),
            (date(20, 20), state(DateState::NotYet), Delay::Open { at_least: 80 }),
            (date(20, 20), date(101, 101), Delay::Open { at_least: 80 }),
            (date(200, 200), state(DateState::NotYet), Delay::Open { at_least: 0 }),
            (date(20, 20), state(DateState::NotApplicable), Delay::NotApplicable),
            (state(DateState::Blank), state(DateState::NotYet), Delay::NoStart(DateState::Blank)),
            (date(20, 20), state(DateState::Withheld), Delay::NoEnd(DateState::Withheld)),
        ] {
            assert_eq!(Delay::between(start, end, Day(100)), wanted, "{start:?} {end:?}");
        }
    }
}
