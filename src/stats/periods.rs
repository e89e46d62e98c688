//! Counts per period of records whose dates are intervals of days.
//!
//! Days are plain integers. A record is counted by index arithmetic, never by looking at each period,
//! and in exact integers, so that the answer does not depend on the order of the records.

/// An interval that starts here may start arbitrarily far back.
pub const OPEN_LO: i32 = i32::MIN;

/// An interval that ends here may end arbitrarily far ahead.
pub const OPEN_HI: i32 = i32::MAX;

/// One record as a fixed-point number. Parts of it are whole numbers whose sum does not depend on their
/// order; a part of a record that is known to the century is still right to 1e-14.
const WHOLE: i64 = 1 << 62;

/// What is known of one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodCount {
    /// Records whose whole interval lies in the period.
    pub certain: u64,
    /// Records whose interval meets the period.
    pub possible: u64,
    /// Sum of the parts of each record's interval that lie in the period and in the coverage.
    pub fractional: f64,
    /// Days of the period within the coverage.
    pub exposure_days: u32,
    /// Days of the whole period.
    pub period_days: u32,
}

impl PeriodCount {
    /// Whether part of the period lies outside the coverage: hatched, and left out of comparisons.
    pub fn is_partial(&self) -> bool {
        self.exposure_days < self.period_days
    }
}

/// Counts per period and the records that are in none.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodCounts {
    /// One entry for each period, in order.
    pub periods: Vec<PeriodCount>,
    /// Records of which nothing is known: both ends open.
    pub unknown: u64,
    /// Records that end before the coverage starts.
    pub before_window: u64,
    /// Records that start after the as-of date.
    pub after_window: u64,
    /// Records with one open end that meet the coverage: possible in the periods they meet, certain
    /// in none, and without a fraction, because their length is not known.
    pub open_ended: u64,
    /// Records with both ends that meet the coverage.
    pub counted: u64,
}

/// Counts records into periods, one at a time.
///
/// `certain`: the whole interval lies in the period. `possible`: it meets the period.
/// `fractional`: Σ |interval ∩ period ∩ coverage| / |interval|. A record wholly before the coverage
/// or after the as-of date is in no period.
///
/// ```
/// use vigie::stats::periods::PeriodCounter;
/// // Two periods of 31 and 29 days; covered to the 10th day of the second.
/// let mut counter = PeriodCounter::new(&[0, 31, 60], 0, 40).unwrap();
/// counter.add(5, 5);
/// counter.add(0, 59);
/// let found = counter.finish();
/// assert_eq!((found.periods[0].certain, found.periods[0].possible), (1, 2));
/// assert!((found.periods[1].fractional - 10.0 / 60.0).abs() < 1e-15);
/// assert!(found.periods[1].is_partial());
/// ```
#[derive(Clone, Debug)]
pub struct PeriodCounter {
    borders: Vec<i32>,
    coverage_start: i32,
    as_of: i32,
    /// Periods for each day, to guess the period of a day.
    periods_per_day: f64,
    certain: Vec<u64>,
    /// Records of one single day within the coverage: certain, possible and whole at once.
    single: Vec<u64>,
    /// Change of `possible` from one period to the next.
    possible_steps: Vec<i64>,
    /// Fixed-point records wholly or partly in one period.
    parts: Vec<i128>,
    /// Change, from one period to the next, of the fixed-point records per day that cover periods whole.
    density_steps: Vec<i128>,
    unknown: u64,
    before_window: u64,
    after_window: u64,
    open_ended: u64,
    counted: u64,
}

impl PeriodCounter {
    /// Periods `i` of days `borders[i]..borders[i + 1]`, covered from `coverage_start` to `as_of`,
    /// both included. `None` unless there is a period, the borders rise, the coverage has a day and
    /// both its ends lie in the periods.
    pub fn new(borders: &[i32], coverage_start: i32, as_of: i32) -> Option<Self> {
        let (first, end) = (*borders.first()?, *borders.last()?);
        let rising = borders.iter().zip(borders.iter().skip(1)).all(|(a, b)| a < b);
        let inside = first <= coverage_start && coverage_start <= as_of && as_of < end;
        if !rising || !inside {
            return None;
        }
        let n = borders.len() - 1;
        Some(Self {
            borders: borders.to_vec(),
            coverage_start,
            as_of,
            periods_per_day: n as f64 / (f64::from(end) - f64::from(first)),
            certain: vec![0; n],
            single: vec![0; n],
            possible_steps: vec![0; n + 1],
            parts: vec![0; n],
            density_steps: vec![0; n + 1],
            unknown: 0,
            before_window: 0,
            after_window: 0,
            open_ended: 0,
            counted: 0,
        })
    }

    /// Counts a record dated from day `lo` to day `hi`, both included; [`OPEN_LO`] and [`OPEN_HI`] are
    /// open ends. An interval the wrong way round counts as unknown.
    pub fn add(&mut self, lo: i32, hi: i32) {
        if lo > hi || (lo == OPEN_LO && hi == OPEN_HI) {
            self.unknown += 1;
            return;
        }
        if hi < self.coverage_start {
            self.before_window += 1;
            return;
        }
        if lo > self.as_of {
            self.after_window += 1;
            return;
        }
        let first = self.period_of(lo.max(self.coverage_start));
        if lo == hi {
            self.counted += 1;
            step(&mut self.single, first, 1);
            return;
        }
        let last = self.period_of(hi.min(self.as_of));
        step(&mut self.possible_steps, first, 1);
        step(&mut self.possible_steps, last + 1, -1);
        if lo == OPEN_LO || hi == OPEN_HI {
            self.open_ended += 1;
            return;
        }
        self.counted += 1;
        if self.contains(first, lo) && self.contains(first, hi) {
            step(&mut self.certain, first, 1);
        }
        self.add_fractions(lo, hi, first, last);
    }

    /// Adds what another counter of the same periods and coverage has counted; `false`, and nothing
    /// changed, if it is of others.
    #[must_use]
    pub fn merge(&mut self, other: &Self) -> bool {
        let mine = (&self.borders, self.coverage_start, self.as_of);
        if mine != (&other.borders, other.coverage_start, other.as_of) {
            return false;
        }
        add_all(&mut self.certain, &other.certain);
        add_all(&mut self.single, &other.single);
        add_all(&mut self.possible_steps, &other.possible_steps);
        add_all(&mut self.parts, &other.parts);
        add_all(&mut self.density_steps, &other.density_steps);
        self.unknown += other.unknown;
        self.before_window += other.before_window;
        self.after_window += other.after_window;
        self.open_ended += other.open_ended;
        self.counted += other.counted;
        true
    }

    /// The counts so far.
    pub fn finish(&self) -> PeriodCounts {
        let (mut possible, mut density) = (0_i64, 0_i128);
        let starts = self.borders.iter().zip(self.borders.iter().skip(1));
        let counts = self.certain.iter().zip(&self.single).zip(&self.parts);
        let steps = self.possible_steps.iter().zip(&self.density_steps);
        let periods = starts
            .zip(counts)
            .zip(steps)
            .map(|(((start, end), ((certain, single), part)), (possible_step, density_step))| {
                possible += possible_step;
                density += density_step;
                let exposure_days = self.exposure(*start, *end);
                let whole = i128::from(*single) * i128::from(WHOLE);
                let records = whole + part + density * i128::from(exposure_days);
                PeriodCount {
                    certain: certain + single,
                    possible: u64::try_from(possible).unwrap_or(0) + single,
                    fractional: records as f64 / WHOLE as f64,
                    exposure_days,
                    period_days: end.abs_diff(*start),
                }
            })
            .collect();
        PeriodCounts {
            periods,
            unknown: self.unknown,
            before_window: self.before_window,
            after_window: self.after_window,
            open_ended: self.open_ended,
            counted: self.counted,
        }
    }

    /// Spreads a record evenly over its days, of which those in the coverage are counted.
    fn add_fractions(&mut self, lo: i32, hi: i32, first: usize, last: usize) {
        let days = i64::from(hi) - i64::from(lo) + 1;
        let (from, to) = (i64::from(lo.max(self.coverage_start)), i64::from(hi.min(self.as_of)));
        let per_day = WHOLE / days;
        if first == last {
            let covered = to - from + 1;
            let part = if covered == days { WHOLE } else { per_day * covered };
            step(&mut self.parts, first, i128::from(part));
            return;
        }
        let (first_end, last_start) = (self.border(first + 1), self.border(last));
        step(&mut self.parts, first, i128::from(per_day * (first_end - from)));
        step(&mut self.parts, last, i128::from(per_day * (to + 1 - last_start)));
        step(&mut self.density_steps, first + 1, i128::from(per_day));
        step(&mut self.density_steps, last, -i128::from(per_day));
    }

    /// The period of a day within the coverage: a guess from the mean length, then a few steps.
    fn period_of(&self, day: i32) -> usize {
        let n = self.certain.len();
        let day = i64::from(day);
        let guess = (day - self.border(0)) as f64 * self.periods_per_day;
        let mut index = (guess as usize).min(n - 1);
        while index > 0 && day < self.border(index) {
            index -= 1;
        }
        while index + 1 < n && day >= self.border(index + 1) {
            index += 1;
        }
        index
    }

    fn contains(&self, period: usize, day: i32) -> bool {
        let day = i64::from(day);
        self.border(period) <= day && day < self.border(period + 1)
    }

    fn border(&self, index: usize) -> i64 {
        self.borders.get(index).copied().map_or(0, i64::from)
    }

    fn exposure(&self, start: i32, end: i32) -> u32 {
        let from = i64::from(start.max(self.coverage_start));
        let to = i64::from(end).min(i64::from(self.as_of) + 1);
        u32::try_from((to - from).max(0)).unwrap_or(u32::MAX)
    }
}

fn step<T: std::ops::AddAssign>(steps: &mut [T], at: usize, by: T) {
    if let Some(value) = steps.get_mut(at) {
        *value += by;
    }
}

fn add_all<T: std::ops::AddAssign + Copy>(into: &mut [T], from: &[T]) {
    for (value, more) in into.iter_mut().zip(from) {
        *value += *more;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn borders_and_coverage_must_fit() {
        assert!(PeriodCounter::new(&[], 0, 0).is_none());
        assert!(PeriodCounter::new(&[0], 0, 0).is_none());
        assert!(PeriodCounter::new(&[0, 0], 0, 0).is_none());
        assert!(PeriodCounter::new(&[0, 10], 0, 10).is_none());
        assert!(PeriodCounter::new(&[0, 10], 5, 4).is_none());
        assert!(PeriodCounter::new(&[0, 10], -1, 4).is_none());
        assert!(PeriodCounter::new(&[i32::MIN, i32::MAX], 0, 4).is_some());
    }

    #[test]
    fn open_ends_are_possible_but_never_spread() {
        let mut counter = PeriodCounter::new(&[0, 10, 20, 30], 0, 29).expect("fits");
        counter.add(OPEN_LO, 12);
        counter.add(25, OPEN_HI);
        counter.add(OPEN_LO, OPEN_HI);
        counter.add(OPEN_LO, -1);
        counter.add(9, 3);
        let found = counter.finish();
        let possible: Vec<u64> = found.periods.iter().map(|p| p.possible).collect();
        assert_eq!(possible, [1, 1, 1]);
        assert!(found.periods.iter().all(|p| p.certain == 0 && p.fractional == 0.0));
        assert_eq!((found.open_ended, found.unknown, found.before_window), (2, 2, 1));
    }

    /// The definition, by looking at every day.
    fn by_days(borders: &[i32], coverage: (i32, i32), records: &[(i32, i32)]) -> Vec<(u64, u64, f64)> {
        let met = |lo: i32, hi: i32| records.iter().filter(move |(a, b)| *a <= hi && lo <= *b);
        borders
            .windows(2)
            .map(|pair| {
                let (start, end) = (pair[0], pair[1] - 1);
                let in_coverage = || met(coverage.0, coverage.1);
                let certain = in_coverage().filter(|(lo, hi)| start <= *lo && *hi <= end).count() as u64;
                let (from, to) = (start.max(coverage.0), end.min(coverage.1));
                let possible = met(from, to).count() as u64;
                let part = |lo: &i32, hi: &i32| {
                    let days = (*lo..=*hi).filter(|day| from <= *day && *day <= to).count();
                    days as f64 / f64::from(hi - lo + 1)
                };
                (certain, possible, in_coverage().map(|(lo, hi)| part(lo, hi)).sum())
            })
            .collect()
    }

    proptest! {
        #[test]
        fn agrees_with_looking_at_every_day(
            lengths in prop::collection::vec(1..40_i32, 1..12),
            from in 0..40_i32, cut in 0..40_i32,
            records in prop::collection::vec((-60..300_i32, 0..200_i32), 0..40),
            split in 0..40_usize,
        ) {
            let mut borders = vec![0];
            for length in lengths {
                borders.push(borders[borders.len() - 1] + length);
            }
            let end = borders[borders.len() - 1] - 1;
            let first_end = borders[1] - 1;
            let last_start = borders[borders.len() - 2];
            let coverage = (from.min(first_end), (end - cut).max(last_start).max(from.min(first_end)));
            let records: Vec<(i32, i32)> = records.into_iter().map(|(lo, len)| (lo, lo + len)).collect();
            let mut counter = PeriodCounter::new(&borders, coverage.0, coverage.1).expect("fits");
            let mut second = counter.clone();
            let (one, other) = records.split_at(split.min(records.len()));
            for (lo, hi) in one {
                counter.add(*lo, *hi);
            }
            for (lo, hi) in other {
                second.add(*lo, *hi);
            }
            prop_assert!(counter.merge(&second));
            let found = counter.finish();
            for (got, want) in found.periods.iter().zip(by_days(&borders, coverage, &records)) {
                prop_assert_eq!((got.certain, got.possible), (want.0, want.1));
                prop_assert!((got.fractional - want.2).abs() < 1e-12);
                prop_assert!(got.certain <= got.possible);
            }
            let n = found.counted + found.unknown + found.before_window + found.after_window + found.open_ended;
            prop_assert_eq!(n, records.len() as u64);
        }

        #[test]
        fn days_in_the_coverage_add_up_to_n(days in prop::collection::vec(0..100_i32, 0..200)) {
            let mut counter = PeriodCounter::new(&[0, 31, 59, 100], 0, 99).expect("fits");
            for day in &days {
                counter.add(*day, *day);
            }
            let found = counter.finish();
            let total: u64 = found.periods.iter().map(|period| period.certain).sum();
            let spread: f64 = found.periods.iter().map(|period| period.fractional).sum();
            prop_assert_eq!(total, days.len() as u64);
            prop_assert!((spread - days.len() as f64).abs() < 1e-9);
        }
    }
}
