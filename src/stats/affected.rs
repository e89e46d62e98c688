//! How many people: bounds of sums and quantiles, concentration, powers of ten.
//!
//! Numbers of people are heavy-tailed: the median leads, a sum is shown with its largest part, and
//! mean and standard deviation are for checks only.

use crate::stats::estimate::{Estimate, Interval, Method};
use crate::stats::quantile::{median, observed_quantile};

/// A number known to lie between two bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CountRange {
    /// Smallest possible number.
    pub lo: u64,
    /// Largest possible number; `None` if nothing bounds it.
    pub hi: Option<u64>,
    /// Whether the source gave it as a plain number; "about 7" is not, although it means 7.
    pub stated_exactly: bool,
}

impl CountRange {
    /// Nothing is known: zero or more.
    pub const UNKNOWN: Self = Self { lo: 0, hi: None, stated_exactly: false };

    /// A plain number.
    pub const fn exact(number: u64) -> Self {
        Self { lo: number, hi: Some(number), stated_exactly: true }
    }

    /// From one number to another, or to no bound.
    pub const fn between(lo: u64, hi: Option<u64>) -> Self {
        Self { lo, hi, stated_exactly: false }
    }
}

/// Sharp bounds of the sum and of quantiles of numbers that are ranges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AffectedBounds {
    /// Number of ranges.
    pub n: u64,
    /// Of them, plain numbers.
    pub n_exact: u64,
    /// Of them, without an upper bound.
    pub n_unbounded: u64,
    /// Smallest possible sum: "at least".
    pub sum_lo: u128,
    /// Largest possible sum; `None` when any member is unbounded, and then no total may be printed.
    pub sum_hi: Option<u128>,
    /// Sum of the upper ends of the bounded members.
    pub sum_hi_bounded: u128,
    lows: Vec<u64>,
    highs: Vec<u64>,
}

/// The bounds between which a quantile lies, both observed values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuantileBounds {
    /// Quantile of all lower ends.
    pub lo: u64,
    /// Quantile of all upper ends; `None` if it is without bound.
    pub hi: Option<u64>,
}

impl AffectedBounds {
    /// Collects ranges. Takes unknown numbers as [`CountRange::UNKNOWN`]: leaving them out would
    /// turn a lower bound into a claim.
    ///
    /// Sum and quantiles rise with each value, so all lower and all upper ends give bounds that
    /// cannot be narrowed. Ties need no care. Reference: Manski 2003, Partial Identification.
    ///
    /// ```
    /// use vigie::stats::affected::{AffectedBounds, CountRange};
    /// let mut bounds = AffectedBounds::of([CountRange::exact(1_000), CountRange::exact(50), CountRange::UNKNOWN]);
    /// assert_eq!((bounds.sum_lo, bounds.sum_hi), (1_050, None));
    /// let median = bounds.quantile(0.5).unwrap();
    /// assert_eq!((median.lo, median.hi), (50, Some(1_000)));
    /// ```
    pub fn of(ranges: impl IntoIterator<Item = CountRange>) -> Self {
        let mut bounds = Self {
            n: 0,
            n_exact: 0,
            n_unbounded: 0,
            sum_lo: 0,
            sum_hi: None,
            sum_hi_bounded: 0,
            lows: Vec::new(),
            highs: Vec::new(),
        };
        for range in ranges {
            bounds.n += 1;
            bounds.n_exact += u64::from(range.stated_exactly);
            bounds.sum_lo += u128::from(range.lo);
            bounds.lows.push(range.lo);
            match range.hi {
                Some(hi) => {
                    bounds.sum_hi_bounded += u128::from(hi);
                    bounds.highs.push(hi);
                }
                None => bounds.n_unbounded += 1,
            }
        }
        bounds.sum_hi = (bounds.n_unbounded == 0).then_some(bounds.sum_hi_bounded);
        bounds
    }

    /// Bounds of the p-quantile (type 1, an observed value); `None` without members or for a p
    /// outside [0, 1]. O(n).
    pub fn quantile(&mut self, p: f64) -> Option<QuantileBounds> {
        let lo = observed_quantile(&mut self.lows, p)?;
        // Unbounded ends stand above all others.
        let mut highs: Vec<Option<u64>> = self.highs.iter().copied().map(Some).collect();
        highs.resize(self.lows.len(), None);
        let last_if_unbounded = |hi: Option<u64>| (hi.is_none(), hi);
        let mut keys: Vec<(bool, Option<u64>)> = highs.into_iter().map(last_if_unbounded).collect();
        let (_, hi) = observed_quantile(&mut keys, p)?;
        Some(QuantileBounds { lo, hi })
    }

    /// The sum as an [`Estimate`]: value and lower end are "at least", the upper end is infinite
    /// when any member is unbounded. The interval is certain, not a matter of chance: level 1.
    pub fn sum_estimate(&self) -> Estimate {
        let low = self.sum_lo as f64;
        let high = self.sum_hi.map_or(f64::INFINITY, |sum| sum as f64);
        let interval = Interval { low: Some(low), high: Some(high), level: 1.0 };
        Estimate::new(Some(low), interval, self.n, Method::SumOfBounds)
    }
}

/// A plain description of exactly known numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct AffectedSummary {
    /// Number of values.
    pub n: u64,
    /// Of them, zeros.
    pub n_zero: u64,
    /// Their sum.
    pub sum: u128,
    /// The sum without the largest value; 0 without values.
    pub sum_without_largest: u128,
    /// Mean; follows the largest value, for checks only.
    pub mean: Option<f64>,
    /// Middle value, type 7.
    pub median: Option<f64>,
    /// Smallest value.
    pub min: Option<u64>,
    /// Largest value.
    pub max: Option<u64>,
    /// Geometric mean of the values above 0.
    pub geometric_mean: Option<f64>,
    /// Geometric standard deviation (n − 1) of the values above 0; needs two of them.
    pub geometric_sd: Option<f64>,
    /// Part of the largest value in the sum; undefined when the sum is 0.
    pub share_top_1: Option<f64>,
    /// Part of the three largest values in the sum.
    pub share_top_3: Option<f64>,
    /// Part of the largest tenth of values, rounded up to a whole number of them.
    pub share_top_tenth: Option<f64>,
}

/// Describes exactly known numbers of people.
///
/// Zeros count everywhere but in the geometric mean and deviation, which are of the logarithms of
/// values above 0. Shares of the largest values: their sum over the whole sum, undefined when that is
/// 0. Reorders `values`; O(n).
///
/// ```
/// let summary = vigie::stats::affected::describe(&mut [5, 5, 5, 5, 9]);
/// assert_eq!((summary.sum, summary.sum_without_largest), (29, 20));
/// assert_eq!(summary.median, Some(5.0));
/// assert_eq!(summary.share_top_3.map(|share| (share * 100.0).round()), Some(66.0));
/// ```
pub fn describe(values: &mut [u64]) -> AffectedSummary {
    let n = values.len();
    let sum: u128 = values.iter().copied().map(u128::from).sum();
    let max = values.iter().copied().max();
    let (geometric_mean, geometric_sd) = geometric(values);
    AffectedSummary {
        n: n as u64,
        n_zero: values.iter().filter(|value| **value == 0).count() as u64,
        sum,
        sum_without_largest: sum - u128::from(max.unwrap_or(0)),
        mean: (n > 0).then(|| sum as f64 / n as f64),
        min: values.iter().copied().min(),
        max,
        geometric_mean,
        geometric_sd,
        share_top_1: top_share(values, 1, sum),
        share_top_3: top_share(values, 3, sum),
        share_top_tenth: top_share(values, n.div_ceil(10), sum),
        median: median(values),
    }
}

/// Part of the `k` largest values in the whole sum; `None` when the sum is 0. Reorders `values`; O(n).
///
/// ```
/// assert_eq!(vigie::stats::affected::largest_share(&mut [1, 1, 8, 10], 2), Some(0.9));
/// ```
pub fn largest_share(values: &mut [u64], k: usize) -> Option<f64> {
    let sum = values.iter().copied().map(u128::from).sum();
    top_share(values, k, sum)
}

/// How many values have each number of digits; zeros are apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecadeHistogram {
    /// Number of values that are 0.
    pub zeros: u64,
    /// `counts[k]` values lie from 10ᵏ to 10ᵏ⁺¹ − 1.
    counts: [u64; 20],
}

impl DecadeHistogram {
    /// Counts one value. The bin is its number of decimal digits less one, by integer arithmetic: a
    /// floating logarithm of 1000 may fall short of 3.
    pub fn add(&mut self, value: u64) {
        match value.checked_ilog10() {
            None => self.zeros += 1,
            Some(decade) => {
                if let Some(count) = self.counts.get_mut(decade as usize) {
                    *count += 1;
                }
            }
        }
    }

    /// Adds the counts of another histogram.
    pub fn merge(&mut self, other: &Self) {
        self.zeros += other.zeros;
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
    }

    /// Power of ten and number of values, from the first to the last bin in use, empty ones between
    /// them included.
    ///
    /// ```
    /// let histogram: vigie::stats::affected::DecadeHistogram = [7, 0, 1_000].into_iter().collect();
    /// assert_eq!(histogram.zeros, 1);
    /// assert_eq!(histogram.bins().collect::<Vec<_>>(), [(0, 1), (1, 0), (2, 0), (3, 1)]);
    /// ```
    pub fn bins(&self) -> impl Iterator<Item = (u32, u64)> {
        let first = self.counts.iter().position(|count| *count > 0).unwrap_or(0);
        let after_last = self.counts.iter().rposition(|count| *count > 0).map_or(0, |last| last + 1);
        (0..).zip(self.counts).take(after_last).skip(first)
    }
}

impl FromIterator<u64> for DecadeHistogram {
    fn from_iter<I: IntoIterator<Item = u64>>(values: I) -> Self {
        let mut histogram = Self::default();
        values.into_iter().for_each(|value| histogram.add(value));
        histogram
    }
}

fn geometric(values: &[u64]) -> (Option<f64>, Option<f64>) {
    let logarithms = || values.iter().filter(|value| **value > 0).map(|value| libm::log(*value as f64));
    let n = logarithms().count() as f64;
    if n == 0.0 {
        return (None, None);
    }
    let mean = logarithms().sum::<f64>() / n;
    let squares: f64 = logarithms().map(|ln| (ln - mean) * (ln - mean)).sum();
    let deviation = (n > 1.0).then(|| libm::exp(libm::sqrt(squares / (n - 1.0))));
    (Some(libm::exp(mean)), deviation)
}

fn top_share(values: &mut [u64], k: usize, sum: u128) -> Option<f64> {
    if sum == 0 {
        return None;
    }
    if k == 0 {
        return Some(0.0);
    }
    let Some(from) = values.len().checked_sub(k).filter(|from| *from > 0) else {
        return Some(1.0);
    };
    let (_, kth, above) = values.select_nth_unstable(from);
    let largest: u128 = u128::from(*kth) + above.iter().copied().map(u128::from).sum::<u128>();
    Some(largest as f64 / sum as f64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn largest_values_at_the_edges() {
        assert_eq!(largest_share(&mut [3, 1], 0), Some(0.0));
        assert_eq!(largest_share(&mut [3, 1], 1), Some(0.75));
        assert_eq!(largest_share(&mut [3, 1], 2), Some(1.0));
        assert_eq!(largest_share(&mut [3, 1], 9), Some(1.0));
        assert_eq!(largest_share(&mut [0, 0], 1), None);
        assert_eq!(largest_share(&mut [], 1), None);
    }

    #[test]
    fn sums_do_not_overflow() {
        let bounds = AffectedBounds::of([CountRange::exact(u64::MAX); 3]);
        assert_eq!(bounds.sum_hi, Some(3 * u128::from(u64::MAX)));
        assert_eq!(describe(&mut [u64::MAX; 3]).sum, 3 * u128::from(u64::MAX));
        let histogram: DecadeHistogram = [u64::MAX, 1].into_iter().collect();
        assert_eq!(histogram.bins().last(), Some((19, 1)));
    }

    fn range() -> impl Strategy<Value = (CountRange, u64)> {
        let bounded = (0..1_000_u64, 0..1_000_u64, 0..1_000_u64)
            .prop_map(|(lo, more, at)| (CountRange::between(lo, Some(lo + more)), lo + at.min(more)));
        let open = (0..1_000_u64, 0..1_000_000_u64).prop_map(|(lo, at)| (CountRange::between(lo, None), lo + at));
        prop_oneof![4 => bounded, 1 => open]
    }

    proptest! {
        #[test]
        fn bounds_hold_every_completion(members in prop::collection::vec(range(), 1..40), p in 0.0..=1.0_f64) {
            let mut bounds = AffectedBounds::of(members.iter().map(|(range, _)| *range));
            let mut truth: Vec<u64> = members.iter().map(|(_, value)| *value).collect();
            let sum: u128 = truth.iter().copied().map(u128::from).sum();
            prop_assert!(bounds.sum_lo <= sum);
            prop_assert!(bounds.sum_hi.is_none_or(|hi| sum <= hi));
            let quantile = observed_quantile(&mut truth, p).expect("some");
            let found = bounds.quantile(p).expect("some");
            prop_assert!(found.lo <= quantile);
            prop_assert!(found.hi.is_none_or(|hi| quantile <= hi));
        }

        #[test]
        fn every_value_is_in_one_bin(values in prop::collection::vec(any::<u64>(), 0..200), cut in 0..200_usize) {
            let histogram: DecadeHistogram = values.iter().copied().collect();
            let total: u64 = histogram.bins().map(|(_, count)| count).sum();
            prop_assert_eq!(total + histogram.zeros, values.len() as u64);
            let (one, other) = values.split_at(cut.min(values.len()));
            let mut merged: DecadeHistogram = one.iter().copied().collect();
            merged.merge(&other.iter().copied().collect());
            prop_assert_eq!(merged, histogram);
        }

        #[test]
        fn describing_does_not_depend_on_order(mut values in prop::collection::vec(0..1_000_000_u64, 0..60)) {
            let one = describe(&mut values);
            values.reverse();
            let other = describe(&mut values);
            prop_assert_eq!(one.share_top_tenth, other.share_top_tenth);
            prop_assert_eq!(one.median, other.median);
            prop_assert!(one.share_top_1 <= one.share_top_3);
        }
    }
}
