//! The numbers of one measure among the chosen records, lower and upper ends apart, and quantiles of them.

use crate::chart::figures::LEVEL;
use crate::frame::cell::{CountCell, CountState};
use crate::frame::{RecordId, Snapshot};
use crate::model::affected::{Effect, Unit};
use crate::query::{Selection, parallel};
use crate::stats::quantile::{
    QuantileType, observed_quantile, order_statistics, quantile_interval, quantile_ranks, quantiles,
};

/// Numbers of one measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    /// Records looked at.
    pub total: u64,
    /// Records of which no number is known, for whatever reason.
    pub unknown: u64,
    /// Records to which the measure does not apply, or for which nobody was found to be affected.
    pub none: u64,
    /// Smallest possible number of each record that gives one.
    pub lows: Vec<u64>,
    /// Largest possible number of each, in the same order, `u64::MAX` without bound; empty while every number is exact.
    pub highs: Vec<u64>,
}

/// Where a quantile lies, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Middle {
    /// The quantile of the lower ends: interpolated (type 7) where every number is exact, otherwise observed (type 1).
    pub lo: f64,
    /// The quantile of the upper ends; `None` without bound.
    pub hi: Option<f64>,
    /// Interval from order statistics: of the lower ends below, of the upper ends above. `None` where more numbers are
    /// needed; an upper limit without bound is `None` too.
    pub interval: Option<(u64, Option<u64>)>,
    /// Number of records.
    pub n: u64,
}

impl Middle {
    /// The value itself, where every number was exact.
    pub fn exact(&self) -> Option<f64> {
        self.hi.filter(|hi| *hi <= self.lo)
    }
}

impl Pool {
    /// Collects the numbers of the chosen records, in their order.
    pub fn compute(snapshot: &Snapshot, selection: &Selection, measure: (Unit, Effect)) -> Self {
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let mut part = Self::default();
            let column = chunk.counts(measure);
            for index in selection.in_chunk(at) {
                part.add(column.map(|column| column.get(index)).unwrap_or_default());
            }
            part
        });
        let mut all = Self::default();
        for part in parts {
            all.merge(part);
        }
        all
    }

    /// Takes one record's number.
    pub fn add(&mut self, cell: CountCell) {
        self.total += 1;
        match cell.state {
            CountState::Count => self.push(cell.lo, cell.hi),
            CountState::NotApplicable | CountState::NoneIdentified => self.none += 1,
            CountState::Blank | CountState::Unknown | CountState::NotStated | CountState::Withheld => self.unknown += 1,
        }
    }

    fn push(&mut self, lo: u64, hi: u64) {
        if lo != hi && self.highs.is_empty() {
            self.highs.clone_from(&self.lows);
            self.highs.push(hi);
        } else if !self.highs.is_empty() {
            self.highs.push(hi);
        }
        self.lows.push(lo);
    }

    /// Adds another pool behind this one.
    pub fn merge(&mut self, mut other: Self) {
        self.total += other.total;
        self.unknown += other.unknown;
        self.none += other.none;
        if !self.highs.is_empty() || !other.highs.is_empty() {
            if self.highs.is_empty() {
                self.highs.clone_from(&self.lows);
            }
            self.highs.extend_from_slice(other.highs());
        }
        self.lows.append(&mut other.lows);
    }

    /// Records that give a number.
    pub fn n(&self) -> u64 {
        self.lows.len() as u64
    }

    /// Whether every number is exact.
    pub fn is_exact(&self) -> bool {
        self.highs.is_empty()
    }

    /// The upper ends, in the order of the lower ends.
    pub fn highs(&self) -> &[u64] {
        if self.highs.is_empty() { &self.lows } else { &self.highs }
    }

    /// Number of records whose number is exactly 0.
    pub fn zeros(&self) -> u64 {
        self.highs().iter().filter(|hi| **hi == 0).count() as u64
    }

    /// Where the p-quantile lies. Reorders the ends, which then belong together no longer.
    pub fn quantile(&mut self, p: f64) -> Option<Middle> {
        let (lows, highs) = (&mut self.lows, &mut self.highs);
        if highs.is_empty() { exact_quantile(lows, p) } else { bounded_quantile(lows, highs, p) }
    }

    /// Orders both ends; they belong together no longer. Quantiles are cheap afterwards.
    pub fn sort(&mut self) {
        self.lows.sort_unstable();
        self.highs.sort_unstable();
    }
}

/// The p-quantile of exact numbers (type 7), with its interval.
pub fn exact_quantile(values: &mut [u64], p: f64) -> Option<Middle> {
    let value = quantiles(values, &[p], QuantileType::Type7).first().copied().flatten()?;
    let interval = quantile_interval(values, p, LEVEL)
        .and_then(|found| found.low.zip(found.high))
        .map(|((_, low), (_, high))| (low, Some(high)));
    Some(Middle { lo: value, hi: Some(value), interval, n: values.len() as u64 })
}

/// Bounds of the p-quantile of ranges (type 1), with the interval that holds whatever the numbers within their ranges.
fn bounded_quantile(lows: &mut [u64], highs: &mut [u64], p: f64) -> Option<Middle> {
    let n = lows.len() as u64;
    let lo = observed_quantile(lows, p)?;
    let hi = observed_quantile(highs, p)?;
    let at = |values: &mut [u64], rank: u64| {
        order_statistics(values, &[usize::try_from(rank - 1).ok()?]).first().copied().flatten()
    };
    let ranks = quantile_ranks(n, p, LEVEL).and_then(|(low, high, _)| low.zip(high));
    let interval = ranks.and_then(|(low, high)| Some((at(lows, low)?, bounded(at(highs, high)?))));
    Some(Middle { lo: lo as f64, hi: bounded(hi).map(|hi| hi as f64), interval, n })
}

/// An upper end; `None` without bound.
pub fn bounded(hi: u64) -> Option<u64> {
    (hi != u64::MAX).then_some(hi)
}

/// One record's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Whose.
    pub id: RecordId,
    /// Smallest possible number.
    pub lo: u64,
    /// Largest possible number; `None` without bound.
    pub hi: Option<u64>,
}

impl Counted {
    /// Whether it is a plain number.
    pub fn is_exact(&self) -> bool {
        self.hi == Some(self.lo)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn range(lo: u64, hi: u64) -> CountCell {
        CountCell { lo, hi, state: CountState::Count }
    }

    #[test]
    fn exact_numbers_keep_one_list_and_interpolate() {
        let mut pool = Pool::default();
        for number in [10, 20, 30, 40, 0, 60, 70] {
            pool.add(CountCell::exact(number));
        }
        pool.add(CountCell::default());
        pool.add(CountCell { state: CountState::NoneIdentified, ..CountCell::default() });
        assert_eq!((pool.total, pool.n(), pool.unknown, pool.none, pool.zeros()), (9, 7, 1, 1, 1));
        assert!(pool.is_exact());
        let middle = pool.quantile(0.5).expect("seven numbers");
        assert_eq!((middle.exact(), middle.interval), (Some(30.0), Some((0, Some(70)))));
    }

    proptest! {
        #[test]
        fn bounds_hold_every_completion(
            members in prop::collection::vec((0..1_000_u64, 0..500_u64, 0..500_u64, prop::bool::ANY), 1..60),
            cut in 0..60_usize,
        ) {
            let mut parts = [Pool::default(), Pool::default()];
            let mut truth = Vec::new();
            for (index, (lo, span, at, open)) in members.iter().enumerate() {
                let hi = if *open { u64::MAX } else { lo + span };
                parts[usize::from(index >= cut)].add(range(*lo, hi));
                truth.push(lo + at.min(span));
            }
            let [mut pool, rest] = parts;
            pool.merge(rest);
            prop_assert_eq!(pool.n() as usize, members.len());
            let found = pool.quantile(0.5).expect("some");
            let mut exact = truth.clone();
            let middle = observed_quantile(&mut exact, 0.5).expect("some") as f64;
            if !pool.is_exact() {
                prop_assert!(found.lo <= middle);
                prop_assert!(found.hi.is_none_or(|hi| middle <= hi));
            }
            if let Some((low, high)) = found.interval {
                prop_assert!(low as f64 <= found.lo);
                prop_assert!(high.is_none_or(|high| found.hi.is_none_or(|hi| hi <= high as f64)));
            }
        }
    }
}
