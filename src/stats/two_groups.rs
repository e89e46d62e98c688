//! Whether one group of values tends to lie above another: Mann–Whitney, and by how much: Hodges and
//! Lehmann's shift.
//!
//! Ranks alone count, so a heavy tail does no harm. All values must be known: waiting times that are
//! not over belong to [`crate::stats::logrank`].

use crate::stats::estimate::{Estimate, Interval, Method};
use crate::stats::normal::{Tail, normal_quantile, normal_tail};
use crate::stats::quantile::{QuantileType, quantile_interval, quantiles};

/// How two groups compare by ranks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannWhitney {
    /// Pairs in which the value of the first group is larger, ties as one half.
    pub u: f64,
    /// Two-sided probability of a `u` this far from the middle without a difference; `None` if all values
    /// are equal.
    pub p: Option<f64>,
    /// Probability that a value drawn from the first group is larger than one drawn from the second,
    /// ties as one half.
    pub superiority: f64,
}

/// By how much the first group lies above the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// Median of all differences of one value of the first less one of the second.
    pub shift: f64,
    /// Lower limit; `None` if more values are needed.
    pub low: Option<f64>,
    /// Upper limit; `None` if more values are needed.
    pub high: Option<f64>,
    /// Number of values in both groups.
    pub n: u64,
    /// Confidence level of the limits.
    pub level: f64,
}

/// Mann and Whitney's test; `None` if a group is empty.
///
/// U from the ranks of the pooled values; normal approximation with Var U = n₁n₂/12·[(N + 1) − Σ(t³ −
/// t)/(N(N − 1))] over ties of t values, one half nearer to the middle. Too coarse below about eight values in a
/// group. Sorts both groups; O(n log n). References: Mann & Whitney 1947, Annals of Mathematical
/// Statistics 18:50–60; Lehmann 1975, Nonparametrics, §1.2–1.5.
///
/// ```
/// let found = vigie::stats::two_groups::mann_whitney(&mut [3, 5, 9], &mut [1, 2, 30]).unwrap();
/// assert_eq!((found.u, found.superiority), (6.0, 2.0 / 3.0));
/// assert!((found.p.unwrap() - 0.662_520_583_540_057_4).abs() < 1e-12);
/// ```
pub fn mann_whitney(first: &mut [u64], second: &mut [u64]) -> Option<MannWhitney> {
    if first.is_empty() || second.is_empty() {
        return None;
    }
    let (one, other) = (runs(first), runs(second));
    let (n1, n2) = (first.len() as f64, second.len() as f64);
    // Twice the pairs, so that ties stay whole numbers.
    let (mut twice_u, mut below, mut at) = (0_u128, 0_u64, 0_usize);
    for (value, count) in &one {
        while other.get(at).is_some_and(|(smaller, _)| smaller < value) {
            below += other[at].1;
            at += 1;
        }
        let tied = other.get(at).filter(|(same, _)| same == value).map_or(0, |(_, count)| *count);
        twice_u += u128::from(*count) * (2 * u128::from(below) + u128::from(tied));
    }
    let u = twice_u as f64 / 2.0;
    let deviation = standard_deviation(&one, &other);
    let away = u.max(n1 * n2 - u) - n1 * n2 / 2.0 - 0.5;
    let p = (deviation > 0.0).then(|| (2.0 * normal_tail(away / deviation, Tail::Upper)).min(1.0));
    Some(MannWhitney { u, p, superiority: u / (n1 * n2) })
}

/// Hodges and Lehmann's shift with its interval at confidence `level`; `None` if a group is empty.
///
/// The median of the n₁n₂ differences; limits are the differences of rank C and n₁n₂ + 1 − C with C =
/// ⌊n₁n₂/2 − z·√Var U⌋, and need C ≥ 1. The differences are not listed: they are counted below a trial
/// value in O(n), and bisection finds the ranks, about 60 passes. The shift is not the difference of the medians,
/// unless both groups have one shape. Sorts both groups. References: Hodges & Lehmann 1963, Annals of
/// Mathematical Statistics 34:598–611; Hollander & Wolfe 1999, §4.3.
///
/// ```
/// let found = vigie::stats::two_groups::hodges_lehmann(&mut [3, 5, 9], &mut [1, 2, 30], 0.95).unwrap();
/// assert_eq!((found.shift, found.low), (2.0, None));
/// ```
pub fn hodges_lehmann(first: &mut [u64], second: &mut [u64], level: f64) -> Option<Shift> {
    let (one, other) = (runs(first), runs(second));
    let pairs = first.len() as u128 * second.len() as u128;
    let last = pairs.checked_sub(1)?;
    let half = normal_quantile(0.5 + level / 2.0) * standard_deviation(&one, &other);
    let rank = pairs as f64 / 2.0 - half;
    let rank = (rank >= 1.0).then_some(rank as u128);
    let mut ranks = vec![last / 2, pairs / 2];
    ranks.extend(rank.iter().flat_map(|rank| [rank - 1, pairs - rank]));
    let found = differences_at(&one, &other, &ranks);
    let limit = |index: usize| found.get(index).map(|difference| *difference as f64);
    let shift = (found[0] + found[1]) as f64 / 2.0;
    Some(Shift { shift, low: limit(2), high: limit(3), n: (first.len() + second.len()) as u64, level })
}

impl Shift {
    /// The shift as an [`Estimate`].
    pub fn estimate(&self) -> Estimate {
        let interval = Interval { low: self.low, high: self.high, level: self.level };
        Estimate::new(Some(self.shift), interval, self.n, Method::HodgesLehmann)
    }
}

/// Difference of two medians (type 7) with an interval from the order statistics of each: for groups too
/// large to draw from again and again ([`crate::stats::bootstrap`]). `None` if a group is empty.
///
/// From medians m and limits (l, u) of each: the difference less √((m₁ − l₁)² + (u₂ − m₂)²), and plus
/// √((u₁ − m₁)² + (m₂ − l₂)²). A limit that cannot be given makes that end `None`. Reorders both; O(n).
/// Reference: Zou & Donner 2008, Statistics in Medicine 27:1693–1702 (the limits of Newcombe's kind).
///
/// ```
/// let (mut slow, mut quick): (Vec<u64>, Vec<u64>) = ((50..90).collect(), (10..50).collect());
/// let found = vigie::stats::two_groups::median_difference(&mut slow, &mut quick, 0.95).unwrap();
/// assert_eq!(found.value, Some(40.0));
/// assert!(found.low.unwrap() > 20.0 && found.high.unwrap() < 60.0);
/// ```
pub fn median_difference(first: &mut [u64], second: &mut [u64], level: f64) -> Option<Estimate> {
    let side = |values: &mut [u64]| {
        let median = quantiles(values, &[0.5], QuantileType::Type7).first().copied().flatten()?;
        let limits = quantile_interval(values, 0.5, level)?;
        Some((median, limits.low.map(|(_, low)| low as f64), limits.high.map(|(_, high)| high as f64)))
    };
    let ((one, low_1, high_1), (other, low_2, high_2)) = (side(first)?, side(second)?);
    let (low, high) = combined((one, (low_1, high_1)), (other, (low_2, high_2)));
    let interval = Interval { low, high, level };
    Some(Estimate::new(Some(one - other), interval, (first.len() + second.len()) as u64, Method::MedianOrderStatistics))
}

/// The limits of a value with its limits.
type Limits = (Option<f64>, Option<f64>);

/// Limits of the difference of two independent estimates, each given with its own limits of one level, as in
/// [`median_difference`]. An end is `None` where a limit that it needs is.
///
/// ```
/// use vigie::stats::two_groups::combined;
/// assert_eq!(combined((62.0, (Some(58.0), None)), (35.0, (Some(30.0), Some(38.0)))), (Some(22.0), None));
/// ```
pub fn combined((one, first): (f64, Limits), (other, second): (f64, Limits)) -> Limits {
    let width = |a: Option<f64>, b: Option<f64>| Some(libm::hypot(a? - one, b? - other));
    let difference = one - other;
    (width(first.0, second.1).map(|width| difference - width), width(first.1, second.0).map(|width| difference + width))
}

/// Distinct values in rising order with their numbers. Sorts the values.
fn runs(values: &mut [u64]) -> Vec<(u64, u64)> {
    values.sort_unstable();
    values.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as u64)).collect()
}

/// Standard deviation of U without a difference, corrected for ties.
fn standard_deviation(one: &[(u64, u64)], other: &[(u64, u64)]) -> f64 {
    let size = |runs: &[(u64, u64)]| runs.iter().map(|(_, count)| *count).sum::<u64>() as f64;
    let (n1, n2) = (size(one), size(other));
    let n = n1 + n2;
    if n < 2.0 {
        return 0.0;
    }
    let mut ties = 0.0;
    let (mut first, mut second) = (one.iter().peekable(), other.iter().peekable());
    loop {
        let value = match (first.peek(), second.peek()) {
            (Some((x, _)), Some((y, _))) => *x.min(y),
            (Some((x, _)), None) => *x,
            (None, Some((y, _))) => *y,
            (None, None) => break,
        };
        let mut tied = 0;
        tied += first.next_if(|(x, _)| *x == value).map_or(0, |(_, count)| *count);
        tied += second.next_if(|(y, _)| *y == value).map_or(0, |(_, count)| *count);
        let tied = tied as f64;
        ties += tied * tied * tied - tied;
    }
    libm::sqrt((n1 * n2 / 12.0 * ((n + 1.0) - ties / (n * (n - 1.0)))).max(0.0))
}

/// The differences of these ranks (0 = smallest) among all differences of a value of one and one of
/// the other; ranks must be below the number of pairs.
///
/// All ranks are searched together: each count of differences narrows the bracket of every rank.
fn differences_at(one: &[(u64, u64)], other: &[(u64, u64)], ranks: &[u128]) -> Vec<i128> {
    let ends = |runs: &[(u64, u64)]| {
        let end = |run: Option<&(u64, u64)>| run.map_or(0, |(value, _)| i128::from(*value));
        (end(runs.first()), end(runs.last()))
    };
    let ((low_1, high_1), (low_2, high_2)) = (ends(one), ends(other));
    let mut brackets = vec![(low_1 - high_2, high_1 - low_2); ranks.len()];
    while let Some(open) = brackets.iter().find(|(low, high)| low < high) {
        let middle = open.0 + (open.1 - open.0).div_euclid(2);
        let count = at_most(one, other, middle);
        for ((low, high), rank) in brackets.iter_mut().zip(ranks) {
            if count > *rank {
                *high = middle.min(*high);
            } else {
                *low = (middle + 1).max(*low);
            }
        }
    }
    brackets.into_iter().map(|(low, _)| low).collect()
}

/// Number of differences of at most `limit`.
fn at_most(one: &[(u64, u64)], other: &[(u64, u64)], limit: i128) -> u128 {
    let mut left: u64 = other.iter().map(|(_, count)| *count).sum();
    let (mut at, mut found) = (0_usize, 0_u128);
    for (value, count) in one {
        // value − y ≤ limit holds for every y from value − limit up.
        let least = i128::from(*value) - limit;
        while let Some((y, many)) = other.get(at) {
            if i128::from(*y) >= least {
                break;
            }
            left -= many;
            at += 1;
        }
        found += u128::from(*count) * u128::from(left);
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values() -> impl Strategy<Value = Vec<u64>> {
        prop::collection::vec(prop_oneof![4 => 0..60_u64, 1 => 0..5_000_000_000_u64], 1..40)
    }

    #[test]
    fn nothing_to_compare() {
        assert_eq!(mann_whitney(&mut [], &mut [4]), None);
        assert_eq!(hodges_lehmann(&mut [4], &mut [], 0.95), None);
        assert_eq!(mann_whitney(&mut [7, 7], &mut [7]).and_then(|found| found.p), None);
        assert_eq!(median_difference(&mut [], &mut [1], 0.95), None);
    }

    #[test]
    fn the_largest_counts_do_not_overflow() {
        let found = hodges_lehmann(&mut [u64::MAX; 4], &mut [0; 4], 0.95).expect("values");
        assert_eq!(found.shift, u64::MAX as f64);
    }

    proptest! {
        #[test]
        fn the_shift_is_the_median_of_all_differences(first in values(), second in values()) {
            let mut all: Vec<i128> = first.iter().flat_map(|x| second.iter().map(|y| i128::from(*x) - i128::from(*y))).collect();
            all.sort_unstable();
            let want = (all[(all.len() - 1) / 2] + all[all.len() / 2]) as f64 / 2.0;
            let found = hodges_lehmann(&mut first.clone(), &mut second.clone(), 0.95).expect("values");
            prop_assert_eq!(found.shift, want);
            prop_assert!(found.low.is_none_or(|low| low <= want) && found.high.is_none_or(|high| high >= want));
            prop_assert_eq!(found.low.is_some(), found.high.is_some());
        }

        #[test]
        fn exchanging_the_groups_turns_it_round(first in values(), second in values()) {
            let one = mann_whitney(&mut first.clone(), &mut second.clone()).expect("values");
            let other = mann_whitney(&mut second.clone(), &mut first.clone()).expect("values");
            prop_assert_eq!(one.u + other.u, (first.len() * second.len()) as f64);
            prop_assert_eq!(one.p, other.p);
            let (there, back) = (hodges_lehmann(&mut first.clone(), &mut second.clone(), 0.9), hodges_lehmann(&mut second.clone(), &mut first.clone(), 0.9));
            let (there, back) = (there.expect("values"), back.expect("values"));
            prop_assert_eq!(there.shift, -back.shift);
            prop_assert_eq!(there.low, back.high.map(|high| -high));
        }

        #[test]
        fn scale_and_shift_behave(first in values(), second in values(), add in 0..1_000_u64) {
            let moved: Vec<u64> = first.iter().map(|value| value + add).collect();
            let plain = hodges_lehmann(&mut first.clone(), &mut second.clone(), 0.95).expect("values");
            let shifted = hodges_lehmann(&mut moved.clone(), &mut second.clone(), 0.95).expect("values");
            prop_assert!((shifted.shift - plain.shift - add as f64).abs() < 1e-6);
            let triple = |values: &[u64]| -> Vec<u64> { values.iter().map(|value| 3 * value).collect() };
            let scaled = mann_whitney(&mut triple(&first), &mut triple(&second)).expect("values");
            prop_assert_eq!(scaled, mann_whitney(&mut first.clone(), &mut second.clone()).expect("values"));
        }

        #[test]
        fn the_difference_of_medians_lies_in_its_interval(first in values(), second in values()) {
            let found = median_difference(&mut first.clone(), &mut second.clone(), 0.95).expect("values");
            let value = found.value.expect("a median");
            prop_assert!(found.low.is_none_or(|low| low <= value) && found.high.is_none_or(|high| high >= value));
        }
    }
}
