//! Whether and how fast a series of complete periods moves: Mann–Kendall and Theil–Sen.
//!
//! Both rest on ranks or medians, so one outlier does not make a trend. They assume independent
//! periods: partial periods and a tail that is not complete yet must be left out first, or they make a
//! false fall, and fewer than 10 periods are too few to speak of a trend.

use crate::stats::normal::{Tail, normal_quantile, normal_tail};

/// Longest series without ties for which the exact probability is computed.
const EXACT_UP_TO: usize = 50;

/// Whether a series rises or falls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannKendall {
    /// Pairs in rising order less pairs in falling order.
    pub s: i64,
    /// Variance of `s` without a trend, corrected for ties.
    pub variance: f64,
    /// Standardised `s`, one step nearer to 0.
    pub z: f64,
    /// Two-sided probability from the normal approximation.
    pub p: f64,
    /// Kendall's τ-b with time; `None` if all values are equal.
    pub tau_b: Option<f64>,
    /// Two-sided exact probability, without ties and up to 50 values.
    pub p_exact: Option<f64>,
}

/// Test for a monotone trend in values at equal steps of time.
///
/// S = Σ sgn(xⱼ − xᵢ) over i < j; Var S = [n(n−1)(2n+5) − Σ t(t−1)(2t+5)]/18 over groups of t ties;
/// z = (S ∓ 1)/√Var, 0 when S is 0 or all values are equal. `None` for fewer than two values or any
/// that is not a number. O(n log n). References: Mann 1945, Econometrica 13:245–259; Kendall 1975,
/// Rank Correlation Methods.
///
/// ```
/// let found = vigie::stats::trend::mann_kendall(&[1.0, 2.0, 4.0]).unwrap();
/// assert_eq!((found.s, found.tau_b), (3, Some(1.0)));
/// assert!((found.p_exact.unwrap() - 1.0 / 3.0).abs() < 1e-15);
/// ```
pub fn mann_kendall(values: &[f64]) -> Option<MannKendall> {
    let n = values.len();
    if n < 2 || values.iter().any(|value| value.is_nan()) {
        return None;
    }
    let mut sorted = values.to_vec();
    let falling = sort_counting_inversions(&mut sorted);
    let groups: Vec<f64> = tie_groups(&sorted);
    let tied: f64 = groups.iter().map(|t| t * (t - 1.0) / 2.0).sum();
    let pairs = n as f64 * (n as f64 - 1.0) / 2.0;
    let s = pairs - tied - 2.0 * falling as f64;
    let variance = (spread(n as f64) - groups.iter().copied().map(spread).sum::<f64>()) / 18.0;
    let z = if s == 0.0 || variance == 0.0 { 0.0 } else { (s - s.signum()) / libm::sqrt(variance) };
    let no_ties = tied == 0.0;
    Some(MannKendall {
        s: s as i64,
        variance,
        z,
        p: (2.0 * normal_tail(z.abs(), Tail::Upper)).min(1.0),
        tau_b: (tied < pairs).then(|| s / libm::sqrt(pairs * (pairs - tied))),
        p_exact: (no_ties && n <= EXACT_UP_TO).then(|| exact_probability(n, falling)),
    })
}

/// A line through a series that outliers do not move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TheilSen {
    /// Change of y for each unit of x.
    pub slope: f64,
    /// y at x = 0, from the medians.
    pub intercept: f64,
    /// Limits of the slope.
    pub interval: (f64, f64),
}

/// Median of the slopes of all pairs of points (x, y), with its rank interval at confidence `level`.
///
/// Pairs of equal x have no slope. The intercept is median(y) − slope × median(x). Limits are the
/// slopes of ranks (N ± zσ)/2 among the N sorted slopes, σ² the tie-corrected variance of S, ranks
/// rounded half to even as scipy does. `None` without two different x or with any value that is not a
/// number. O(n²) slopes, for series of periods. References: Theil 1950; Sen 1968, JASA 63:1379–1389.
///
/// ```
/// let line = vigie::stats::trend::theil_sen(&[(0.0, 1.0), (1.0, 2.0), (2.0, 4.0)], 0.95).unwrap();
/// assert_eq!((line.slope, line.intercept), (1.5, 0.5));
/// assert_eq!(line.interval, (1.0, 2.0));
/// ```
pub fn theil_sen(points: &[(f64, f64)], level: f64) -> Option<TheilSen> {
    if points.iter().any(|(x, y)| x.is_nan() || y.is_nan()) {
        return None;
    }
    let mut slopes = Vec::with_capacity(points.len() * points.len().saturating_sub(1) / 2);
    for (index, (x1, y1)) in points.iter().enumerate() {
        let later = points.iter().skip(index + 1).filter(|(x2, _)| x2 != x1);
        slopes.extend(later.map(|(x2, y2)| (y2 - y1) / (x2 - x1)));
    }
    slopes.sort_unstable_by(f64::total_cmp);
    let slope = median_of_sorted(&slopes)?;
    let mut xs: Vec<f64> = points.iter().map(|(x, _)| *x).collect();
    let mut ys: Vec<f64> = points.iter().map(|(_, y)| *y).collect();
    xs.sort_unstable_by(f64::total_cmp);
    ys.sort_unstable_by(f64::total_cmp);
    let intercept = median_of_sorted(&ys)? - slope * median_of_sorted(&xs)?;
    let ties: f64 = tie_groups(&xs).into_iter().chain(tie_groups(&ys)).map(spread).sum();
    let sigma = libm::sqrt(((spread(points.len() as f64) - ties) / 18.0).max(0.0));
    let half_width = normal_quantile(0.5 + level / 2.0) * sigma;
    let count = slopes.len() as f64;
    let high = f64::midpoint(count, half_width).round_ties_even().clamp(0.0, count - 1.0);
    let low = (((count - half_width) / 2.0).round_ties_even() - 1.0).clamp(0.0, count - 1.0);
    let at = |rank: f64| slopes.get(rank as usize).copied();
    Some(TheilSen { slope, intercept, interval: (at(low)?, at(high)?) })
}

/// t(t − 1)(2t + 5), the part of n, or of a group of ties, in 18 times the variance of S.
fn spread(t: f64) -> f64 {
    t * (t - 1.0) * (2.0 * t + 5.0)
}

fn tie_groups(sorted: &[f64]) -> Vec<f64> {
    sorted.chunk_by(|a, b| a == b).map(|ties| ties.len() as f64).filter(|t| *t > 1.0).collect()
}

pub(super) fn median_of_sorted(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some(if sorted.len().is_multiple_of(2) { f64::midpoint(lower, upper) } else { upper })
}

/// Sorts by merging and counts the pairs that stood in falling order.
fn sort_counting_inversions(values: &mut [f64]) -> u64 {
    if values.len() < 2 {
        return 0;
    }
    let (left, right) = values.split_at_mut(values.len() / 2);
    let mut inversions = sort_counting_inversions(left) + sort_counting_inversions(right);
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (&*left, &*right);
    while let (Some((a, left_rest)), Some((b, right_rest))) = (left.split_first(), right.split_first()) {
        if a <= b {
            merged.push(*a);
            left = left_rest;
        } else {
            inversions += left.len() as u64;
            merged.push(*b);
            right = right_rest;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
    values.copy_from_slice(&merged);
    inversions
}

/// Part of all orders of n different values whose S is at least as far from 0.
fn exact_probability(n: usize, inversions: u64) -> f64 {
    // Probabilities of 0, 1, 2 … inversions, built up one value at a time: the value that comes to k
    // others may go before 0 to k of them.
    let mut probabilities = vec![1.0];
    for k in 1..n {
        let mut next = vec![0.0; probabilities.len() + k];
        for (count, probability) in probabilities.iter().enumerate() {
            for slot in next.iter_mut().skip(count).take(k + 1) {
                *slot += probability / (k + 1) as f64;
            }
        }
        probabilities = next;
    }
    let most = probabilities.len() as u64 - 1;
    let nearer_end = usize::try_from(inversions.min(most - inversions)).unwrap_or(0);
    let tail: f64 = probabilities.iter().take(nearer_end + 1).sum();
    (2.0 * tail).min(1.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn too_little_for_a_trend() {
        assert_eq!(mann_kendall(&[5.0]), None);
        assert_eq!(mann_kendall(&[5.0, f64::NAN]), None);
        assert_eq!(theil_sen(&[], 0.95), None);
        assert_eq!(theil_sen(&[(1.0, 2.0), (1.0, 3.0)], 0.95), None);
        let flat = mann_kendall(&[6.0; 10]).expect("defined");
        assert_eq!((flat.s, flat.z, flat.p, flat.tau_b), (0, 0.0, 1.0, None));
    }

    proptest! {
        #[test]
        fn s_is_the_sum_of_signs(values in prop::collection::vec(0..12_i32, 2..50)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let mut sum = 0_i64;
            for (index, a) in values.iter().enumerate() {
                for b in &values[index + 1..] {
                    sum += if b > a { 1 } else if b < a { -1 } else { 0 };
                }
            }
            let found = mann_kendall(&values).expect("defined");
            prop_assert_eq!(found.s, sum);
            let reversed: Vec<f64> = values.iter().rev().copied().collect();
            let mirrored = mann_kendall(&reversed).expect("defined");
            prop_assert_eq!(mirrored.s, -sum);
            prop_assert_eq!(mirrored.p, found.p);
        }

        #[test]
        fn a_slope_follows_scale_and_shift(ys in prop::collection::vec(-50..50_i32, 2..30), scale in 1..9_i32, shift in -9..9_i32) {
            let points = |change: &dyn Fn(f64) -> f64| -> Vec<(f64, f64)> {
                ys.iter().enumerate().map(|(x, y)| (x as f64, change(f64::from(*y)))).collect()
            };
            let plain = theil_sen(&points(&|y| y), 0.95).expect("defined");
            let moved = theil_sen(&points(&|y| f64::from(scale) * y + f64::from(shift)), 0.95).expect("defined");
            prop_assert!((moved.slope - f64::from(scale) * plain.slope).abs() < 1e-9);
            prop_assert!((moved.intercept - f64::from(scale) * plain.intercept - f64::from(shift)).abs() < 1e-9);
            prop_assert!(plain.interval.0 <= plain.slope && plain.slope <= plain.interval.1);
        }
    }
}
