//! Quantiles and their distribution-free intervals, from order statistics.
//!
//! Nothing is sorted where only a few order statistics are wanted: a million values cost a few
//! milliseconds. All functions reorder the slice they are given.

use crate::stats::estimate::{Estimate, Interval, Method};
use crate::stats::normal::Tail;
use crate::stats::special::{binomial_quantile, binomial_tail};

/// A position this close below a whole number counts as that number: 0.1 × 30 must be 3.
const POSITION_TOLERANCE: f64 = 1e-9;

/// Which of the definitions of Hyndman & Fan 1996 (American Statistician 50:361–365) is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuantileType {
    /// An observed value, x₍⌈np⌉₎: for values that are intervals or without bound.
    Type1,
    /// As type 1, but the mean of two neighbours where the step is reached exactly.
    Type2,
    /// Interpolated at (n + 1)p.
    Type6,
    /// Interpolated at (n − 1)p + 1, as in Excel, NumPy and R: for exactly known values.
    Type7,
    /// Interpolated at (n + ⅓)p + ⅓.
    Type8,
}

/// The interval of a quantile between two order statistics.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuantileInterval<T> {
    /// Rank (1 = smallest) and value of the lower limit; `None` if more values are needed.
    pub low: Option<(u64, T)>,
    /// Rank and value of the upper limit; `None` if more values are needed.
    pub high: Option<(u64, T)>,
    /// Probability that the true quantile lies in the interval, an absent limit counted as no limit.
    pub coverage: f64,
}

/// The values at some ranks (0 = smallest), in the order asked; a rank beyond the end gives `None`.
///
/// O(n) for each distinct rank at worst, without sorting; O(n) in all for values that are sorted already. Reorders
/// `values`.
///
/// ```
/// let mut values = [30, 10, 20];
/// assert_eq!(vigie::stats::quantile::order_statistics(&mut values, &[2, 0, 3]), [Some(30), Some(10), None]);
/// ```
pub fn order_statistics<T: Ord + Copy>(values: &mut [T], ranks: &[usize]) -> Vec<Option<T>> {
    if values.is_sorted() {
        return ranks.iter().map(|rank| values.get(*rank).copied()).collect();
    }
    let mut wanted: Vec<usize> = ranks.iter().copied().filter(|rank| *rank < values.len()).collect();
    wanted.sort_unstable_by(|a, b| b.cmp(a));
    wanted.dedup();
    // From the largest rank down, each search is left with what lies below the last one found.
    let mut found: Vec<(usize, T)> = Vec::with_capacity(wanted.len());
    let mut rest = values;
    for rank in wanted {
        let (below, value, _) = rest.select_nth_unstable(rank);
        found.push((rank, *value));
        rest = below;
    }
    let lookup = |rank: &usize| found.iter().find(|(known, _)| known == rank).map(|(_, value)| *value);
    ranks.iter().map(lookup).collect()
}

/// Quantiles of exactly known values, one for each probability (0 to 1).
///
/// Ties need no care; `None` for every probability when there are no values, and for a probability
/// outside [0, 1]. The unit is that of the values. Reorders `values`; O(n) for each probability.
///
/// ```
/// use vigie::stats::quantile::{QuantileType, quantiles};
/// let mut people = [0, 0, 3, 50, 1_200, 98_000];
/// assert_eq!(quantiles(&mut people, &[0.5, 0.75], QuantileType::Type7), [Some(26.5), Some(912.5)]);
/// assert_eq!(quantiles(&mut people, &[0.5], QuantileType::Type1), [Some(3.0)]);
/// ```
pub fn quantiles(values: &mut [u64], probabilities: &[f64], definition: QuantileType) -> Vec<Option<f64>> {
    let n = values.len();
    let places: Vec<Option<(usize, usize, f64)>> = probabilities.iter().map(|p| place(n, *p, definition)).collect();
    let ranks: Vec<usize> = places.iter().flatten().flat_map(|(low, high, _)| [*low, *high]).collect();
    let found = order_statistics(values, &ranks);
    let mut pairs = found.chunks_exact(2);
    let mut next_pair = || match pairs.next() {
        Some(&[Some(low), Some(high)]) => Some((low, high)),
        _ => None,
    };
    places
        .iter()
        .map(|place| {
            let (_, _, weight) = (*place)?;
            let (low, high) = next_pair()?;
            Some(low as f64 + weight * (high - low) as f64)
        })
        .collect()
}

/// The middle value of exactly known values, type 7. `None` if there are none. Reorders `values`.
///
/// ```
/// assert_eq!(vigie::stats::quantile::median(&mut [5, 1, 9, 7]), Some(6.0));
/// ```
pub fn median(values: &mut [u64]) -> Option<f64> {
    quantiles(values, &[0.5], QuantileType::Type7).first().copied().flatten()
}

/// The type 1 quantile of values of any ordered kind: the smallest observed value that at least the
/// share `p` of values does not exceed. `None` if there are no values or p is outside [0, 1].
///
/// Reorders `values`; O(n).
///
/// ```
/// // An upper end of `None` is without bound; put it last to take a quantile of upper ends.
/// let mut ends = [500, u64::MAX, 40, u64::MAX, 7];
/// assert_eq!(vigie::stats::quantile::observed_quantile(&mut ends, 0.5), Some(500));
/// ```
pub fn observed_quantile<T: Ord + Copy>(values: &mut [T], p: f64) -> Option<T> {
    let (rank, _, _) = place(values.len(), p, QuantileType::Type1)?;
    order_statistics(values, &[rank]).first().copied().flatten()
}

/// Ranks (1 = smallest) of the two order statistics between which the p-quantile of n values lies
/// with confidence `level`, and the coverage that results.
///
/// r = qbinom(α/2; n, p) and s = qbinom(1 − α/2; n, p) + 1; a rank of 0 or above n is `None`: more
/// values are needed (a median at 95 % needs 6). No assumption about the distribution; a heavy tail
/// does no harm. `None` without values. Reference: David & Nagaraja 2003, Order Statistics, §7.1.
///
/// ```
/// let (low, high, coverage) = vigie::stats::quantile::quantile_ranks(9, 0.5, 0.95).unwrap();
/// assert_eq!((low, high), (Some(2), Some(8)));
/// assert!((coverage - 0.9609375).abs() < 1e-12);
/// ```
pub fn quantile_ranks(n: u64, p: f64, level: f64) -> Option<(Option<u64>, Option<u64>, f64)> {
    if n == 0 || !(p > 0.0 && p < 1.0) {
        return None;
    }
    let half_alpha = (1.0 - level) / 2.0;
    let low = Some(binomial_quantile(n, p, half_alpha)).filter(|rank| *rank >= 1);
    let high = Some(binomial_quantile(n, p, 1.0 - half_alpha) + 1).filter(|rank| *rank <= n);
    let below = low.map_or(0.0, |rank| binomial_tail(n, rank - 1, p, Tail::Lower));
    let above = high.map_or(0.0, |rank| binomial_tail(n, rank - 1, p, Tail::Upper));
    Some((low, high, 1.0 - below - above))
}

/// Distribution-free interval of the p-quantile at confidence `level`; `None` without values.
///
/// See [`quantile_ranks`]. Limits are observed values. Reorders `values`; O(n).
///
/// ```
/// let mut people = [1, 10, 100, 1_000, 10_000, 99_999, 100_000, 999_999, 1_000_000];
/// let interval = vigie::stats::quantile::quantile_interval(&mut people, 0.5, 0.95).unwrap();
/// assert_eq!((interval.low, interval.high), (Some((2, 10)), Some((8, 999_999))));
/// ```
pub fn quantile_interval<T: Ord + Copy>(values: &mut [T], p: f64, level: f64) -> Option<QuantileInterval<T>> {
    let (low, high, coverage) = quantile_ranks(values.len() as u64, p, level)?;
    let mut value_at = |rank: Option<u64>| {
        let index = usize::try_from(rank? - 1).ok()?;
        Some((rank?, order_statistics(values, &[index]).first().copied().flatten()?))
    };
    Some(QuantileInterval { low: value_at(low), high: value_at(high), coverage })
}

/// A quantile with its interval as an [`Estimate`], for exactly known values. Reorders `values`.
///
/// Type 7 is reported as interpolated, type 1 as observed.
pub fn quantile_estimate(values: &mut [u64], p: f64, level: f64, definition: QuantileType) -> Estimate {
    let value = quantiles(values, &[p], definition).first().copied().flatten();
    let limits = quantile_interval(values, p, level);
    let as_number = |limit: Option<(u64, u64)>| limit.map(|(_, value)| value as f64);
    let interval = Interval {
        low: limits.and_then(|limits| as_number(limits.low)),
        high: limits.and_then(|limits| as_number(limits.high)),
        level,
    };
    let method = match definition {
        QuantileType::Type1 | QuantileType::Type2 => Method::QuantileObserved,
        QuantileType::Type6 | QuantileType::Type7 | QuantileType::Type8 => Method::QuantileInterpolated,
    };
    Estimate::new(value, interval, values.len() as u64, method)
}

/// Two neighbouring ranks (0 = smallest) and the weight of the upper one.
fn place(n: usize, p: f64, definition: QuantileType) -> Option<(usize, usize, f64)> {
    if n == 0 || !(0.0..=1.0).contains(&p) {
        return None;
    }
    let size = n as f64;
    // Position among 1 … n.
    let position = match definition {
        QuantileType::Type1 | QuantileType::Type2 => size * p,
        QuantileType::Type6 => (size + 1.0) * p,
        QuantileType::Type7 => (size - 1.0) * p + 1.0,
        QuantileType::Type8 => (size + 1.0 / 3.0) * p + 1.0 / 3.0,
    };
    let tolerance = POSITION_TOLERANCE * position.max(1.0);
    let nearest = position.round();
    let on_a_rank = (position - nearest).abs() <= tolerance;
    let floor = if on_a_rank { nearest } else { position.floor() };
    let (low, high, weight) = match definition {
        QuantileType::Type1 => {
            let rank = if on_a_rank { nearest } else { position.ceil() };
            (rank, rank, 0.0)
        }
        QuantileType::Type2 if on_a_rank => (nearest, nearest + 1.0, 0.5),
        QuantileType::Type2 => (position.ceil(), position.ceil(), 0.0),
        QuantileType::Type6 | QuantileType::Type7 | QuantileType::Type8 => {
            (floor, floor + 1.0, (position - floor).max(0.0))
        }
    };
    let to_index = |rank: f64| (rank.clamp(1.0, size) as usize).min(n) - 1;
    Some((to_index(low), to_index(high), weight))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [QuantileType; 5] =
        [QuantileType::Type1, QuantileType::Type2, QuantileType::Type6, QuantileType::Type7, QuantileType::Type8];

    #[test]
    fn positions_that_are_whole_but_for_rounding() {
        // 0.1 × 3 × 10 is a little more than 3 in binary.
        let mut values: Vec<u64> = (1..=30).collect();
        assert_eq!(quantiles(&mut values, &[0.1 * 3.0], QuantileType::Type1), [Some(9.0)]);
        assert_eq!(quantiles(&mut values, &[0.1], QuantileType::Type1), [Some(3.0)]);
    }

    #[test]
    fn nothing_and_nonsense() {
        assert_eq!(quantiles(&mut [], &[0.5], QuantileType::Type7), [None]);
        assert_eq!(quantiles(&mut [4], &[-0.1, 0.5, f64::NAN], QuantileType::Type7), [None, Some(4.0), None]);
        assert!(quantile_interval::<u64>(&mut [], 0.5, 0.95).is_none());
        assert!(quantile_ranks(10, 1.0, 0.95).is_none());
        assert_eq!(observed_quantile::<u64>(&mut [], 0.5), None);
    }

    #[test]
    fn a_median_needs_six_values() {
        assert_eq!(quantile_ranks(5, 0.5, 0.95).map(|r| (r.0, r.1)), Some((None, None)));
        assert_eq!(quantile_ranks(6, 0.5, 0.95).map(|r| (r.0, r.1)), Some((Some(1), Some(6))));
    }

    proptest! {
        #[test]
        fn selecting_equals_sorting(mut values in prop::collection::vec(0..50_u64, 0..60), ranks in prop::collection::vec(0..70_usize, 0..6)) {
            let mut sorted = values.clone();
            sorted.sort_unstable();
            let want: Vec<Option<u64>> = ranks.iter().map(|rank| sorted.get(*rank).copied()).collect();
            prop_assert_eq!(order_statistics(&mut values, &ranks), want);
        }

        #[test]
        fn quantiles_rise_with_p_and_follow_scale_and_shift(
            values in prop::collection::vec(0..1_000_000_u64, 1..80), shift in 0..1_000_u64, p in 0.0..1.0_f64, q in 0.0..1.0_f64,
        ) {
            let (p, q) = (p.min(q), p.max(q));
            for definition in ALL {
                let mut plain = values.clone();
                let mut moved: Vec<u64> = values.iter().map(|v| 3 * v + shift).collect();
                let one = quantiles(&mut plain, &[p, q], definition);
                let other = quantiles(&mut moved, &[p, q], definition);
                prop_assert!(one[0] <= one[1]);
                for (a, b) in one.iter().zip(&other) {
                    let (a, b) = (a.expect("defined"), b.expect("defined"));
                    prop_assert!((3.0 * a + shift as f64 - b).abs() <= 1e-6);
                    prop_assert!(a >= *values.iter().min().expect("some") as f64);
                    prop_assert!(a <= *values.iter().max().expect("some") as f64);
                }
            }
        }

        #[test]
        fn the_interval_holds_the_quantile(values in prop::collection::vec(0..1_000_u64, 1..200), p in 0.05..0.95_f64) {
            let mut values = values;
            let quantile = observed_quantile(&mut values, p).expect("some");
            let interval = quantile_interval(&mut values, p, 0.95).expect("some");
            prop_assert!(interval.low.is_none_or(|(_, low)| low <= quantile));
            prop_assert!(interval.high.is_none_or(|(_, high)| high >= quantile));
            prop_assert!(interval.coverage >= 0.95 - 1e-12);
        }
    }
}
