//! How many people (or other units) two sets of records affected: medians and their difference.
//!
//! Only numbers known exactly are compared: a range has no place in an order. Records with a range or without a number
//! are counted apart.

use crate::chart::figures::LEVEL;
use crate::chart::figures::comparing::{Limits, MedianGap, Verdict};
use crate::frame::Snapshot;
use crate::frame::cell::CountState;
use crate::model::affected::{Effect, Unit};
use crate::query::{Selection, parallel};
use crate::stats::bootstrap::{self, Draws, MOST_VALUES, REPLICATES};
use crate::stats::quantile::{QuantileType, quantile_interval, quantiles};
use crate::stats::random::DEFAULT_SEED;
use crate::stats::two_groups::{self, Shift, hodges_lehmann, mann_whitney};

/// The numbers of a set of records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Exact numbers, in rising order.
    pub values: Vec<u64>,
    /// Records that give a range or a bound alone.
    pub ranges: u64,
    /// Records that give no number.
    pub without: u64,
}

/// The median of a set of records with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Middle {
    /// Median (type 7).
    pub median: f64,
    /// Interval from order statistics; an end is `None` where more records are needed.
    pub interval: (Option<u64>, Option<u64>),
}

/// Two sets compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeopleDifference {
    /// Difference of the medians.
    pub gap: MedianGap,
    /// Hodges and Lehmann's shift.
    pub shift: Option<Shift>,
    /// Probability of ranks this far apart without a difference (Mann and Whitney).
    pub p: Option<f64>,
    /// How often a record of the first affected more than one of the second.
    pub superiority: f64,
}

impl Numbers {
    /// The numbers of the chosen records.
    pub fn of(snapshot: &Snapshot, selection: &Selection, measure: (Unit, Effect)) -> Self {
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let mut part = Self::default();
            let column = chunk.counts(measure);
            for index in selection.in_chunk(at) {
                let cell = column.map(|column| column.get(index)).unwrap_or_default();
                match cell.state {
                    CountState::Count if cell.lo == cell.hi => part.values.push(cell.lo),
                    CountState::Count => part.ranges += 1,
                    _ => part.without += 1,
                }
            }
            part
        });
        let mut all = Self::default();
        for mut part in parts {
            all.values.append(&mut part.values);
            all.ranges += part.ranges;
            all.without += part.without;
        }
        all.values.sort_unstable();
        all
    }

    /// Number of exact numbers.
    pub fn n(&self) -> u64 {
        self.values.len() as u64
    }

    /// The median with its interval; `None` without numbers.
    pub fn middle(&self) -> Option<Middle> {
        // The values are in order already, so nothing moves in the copies that the statistics ask for.
        let mut values = self.values.clone();
        let median = quantiles(&mut values, &[0.5], QuantileType::Type7).first().copied().flatten()?;
        let limits = quantile_interval(&mut values, 0.5, LEVEL)?;
        Some(Middle { median, interval: (limits.low.map(|low| low.1), limits.high.map(|high| high.1)) })
    }

    /// The first set less the second; `None` if one has no number.
    pub fn less(&self, other: &Self) -> Option<PeopleDifference> {
        let (mut one, mut two) = (self.values.clone(), other.values.clone());
        let ranks = mann_whitney(&mut one, &mut two)?;
        let (value, interval, limits) = if one.len() + two.len() <= MOST_VALUES {
            let draws = Draws { seed: DEFAULT_SEED, replicates: REPLICATES, level: LEVEL };
            let found = bootstrap::median_difference(&one, &two, draws)?;
            (found.difference?, (found.low, found.high), Limits::Drawn { seed: found.seed })
        } else {
            let found = two_groups::median_difference(&mut one, &mut two, LEVEL)?;
            let ends = (found.low.unwrap_or(f64::NEG_INFINITY), found.high.unwrap_or(f64::INFINITY));
            (found.value?, ends, Limits::OfEach)
        };
        let verdict = Verdict::of(interval, self.n(), other.n());
        Some(PeopleDifference {
            gap: MedianGap { value, interval, limits, verdict },
            shift: hodges_lehmann(&mut one, &mut two, LEVEL),
            p: ranks.p,
            superiority: ranks.superiority,
        })
    }

    /// Probability of ranks this far apart without a difference, and whether the first set lies above; `None` if one
    /// has no number or all are equal.
    pub fn ranks(&self, other: &Self) -> Option<(f64, bool)> {
        let found = mann_whitney(&mut self.values.clone(), &mut other.values.clone())?;
        Some((found.p?, found.superiority > 0.5))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(values: impl IntoIterator<Item = u64>) -> Numbers {
        let mut values: Vec<u64> = values.into_iter().collect();
        values.sort_unstable();
        Numbers { values, ..Numbers::default() }
    }

    #[test]
    fn a_clear_difference_and_none() {
        let (small, large) = (numbers(1..60), numbers((1..60).map(|value| value + 200)));
        let found = large.less(&small).expect("numbers");
        assert_eq!(found.gap.verdict, Verdict::Above);
        assert_eq!((found.gap.value, found.superiority), (200.0, 1.0));
        assert_eq!(small.less(&large).map(|found| found.gap.verdict), Some(Verdict::Below));
        assert_eq!(small.less(&small).map(|found| found.gap.verdict), Some(Verdict::NotClear));
        assert_eq!(small.less(&numbers(1..6)).map(|found| found.gap.verdict), Some(Verdict::Few));
        assert_eq!(small.less(&numbers([])), None);
    }

    #[test]
    fn above_the_limit_the_interval_of_each_median_is_taken() {
        let (one, other) = (numbers(0..15_000), numbers(0..15_000));
        let found = one.less(&other).expect("numbers");
        assert_eq!(found.gap.limits, Limits::OfEach);
        assert_eq!(found.gap.verdict, Verdict::NotClear);
        assert!(found.gap.interval.0 < 0.0 && found.gap.interval.1 > 0.0);
    }
}
