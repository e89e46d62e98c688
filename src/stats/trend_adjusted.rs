//! Mann–Kendall for series that have a season, or a memory.
//!
//! The plain test takes each period as independent of the others. Where months of a kind resemble each
//! other, or a high month is followed by high months, that is not so, and it finds trends too easily.

use crate::stats::normal::{Tail, normal_quantile, normal_tail};
use crate::stats::trend::{mann_kendall, median_of_sorted, theil_sen};

/// Whether a series with a season rises or falls from one year to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeasonalMannKendall {
    /// Sum over the seasons of pairs in rising order less pairs in falling order.
    pub s: i64,
    /// Sum over the seasons of the variance of `s`, corrected for ties.
    pub variance: f64,
    /// Standardised `s`, one step nearer to 0.
    pub z: f64,
    /// Two-sided probability from the normal approximation.
    pub p: f64,
    /// Change from one cycle (a year of months) to the next: median over all pairs within a season.
    pub slope_per_cycle: f64,
}

/// Test for a monotone trend that compares January with January, February with February.
///
/// S and its variance are those of [`mann_kendall`], added up over the seasons; z = (S ∓ 1)/√Var, 0
/// when S or the variance is 0. The slope is the median of (xⱼ − xᵢ)/(cycles between) over all pairs
/// of a season. `period` is the number of seasons in a cycle, 12 for months. A missing value leaves out
/// only itself, so that partial months can be `None`. Assumes that seasons are independent of each
/// other. `None` without two values in any season, with a period of 0, or with a value that is not a
/// number. References: Hirsch, Slack & Smith 1982, Water Resources Research 18:107–121.
///
/// ```
/// use vigie::stats::trend_adjusted::seasonal_mann_kendall;
/// // High and low seasons, each a little higher every cycle.
/// let values = [10, 2, 11, 3, 12, 4].map(|value| Some(f64::from(value)));
/// let found = seasonal_mann_kendall(&values, 2).unwrap();
/// assert_eq!((found.s, found.slope_per_cycle), (6, 1.0));
/// ```
pub fn seasonal_mann_kendall(values: &[Option<f64>], period: usize) -> Option<SeasonalMannKendall> {
    if period == 0 || values.iter().flatten().any(|value| value.is_nan()) {
        return None;
    }
    let (mut s, mut variance, mut slopes) = (0_i64, 0.0, Vec::new());
    for season in 0..period {
        let of_season: Vec<(f64, f64)> = values
            .iter()
            .skip(season)
            .step_by(period)
            .enumerate()
            .filter_map(|(cycle, value)| Some((cycle as f64, (*value)?)))
            .collect();
        let plain: Vec<f64> = of_season.iter().map(|(_, value)| *value).collect();
        if let Some(found) = mann_kendall(&plain) {
            s += found.s;
            variance += found.variance;
        }
        for (index, (earlier, before)) in of_season.iter().enumerate() {
            let later = of_season.iter().skip(index + 1);
            slopes.extend(later.map(|(cycle, after)| (after - before) / (cycle - earlier)));
        }
    }
    slopes.sort_unstable_by(f64::total_cmp);
    let slope_per_cycle = median_of_sorted(&slopes)?;
    let (z, p) = standardised(s, variance)?;
    Some(SeasonalMannKendall { s, variance, z, p, slope_per_cycle })
}

/// Whether a series with a memory rises or falls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HamedRao {
    /// Pairs in rising order less pairs in falling order.
    pub s: i64,
    /// Variance of `s` for a series with this memory.
    pub variance: f64,
    /// By how much that is the variance of independent values: above 1 where high follows high.
    pub inflation: f64,
    /// Standardised `s` and its two-sided probability; `None` where the variance came out negative.
    pub z_and_p: Option<(f64, f64)>,
}

/// Test for a monotone trend in a series whose values resemble their neighbours.
///
/// The line of Theil and Sen is taken out, what is left is ranked, and the autocorrelations of the
/// ranks at all lags that stand out at the 5 % level widen the variance of S:
/// Var* = Var × [1 + 2/(n(n−1)(n−2)) × Σₖ (n−k)(n−k−1)(n−k−2) ρₖ]. A series that is nothing but its line
/// has no autocorrelation left and keeps the plain variance; with strong negative autocorrelation the
/// sum can fall below 0, and then z and p are not given. What only rounding sets apart after the line is
/// out is not taken as tied, so that the answers are those of pymannkendall. `None` for fewer than three values or one that
/// is not a number. O(n²). Reference: Hamed & Rao 1998, Journal of Hydrology 204:182–196.
///
/// ```
/// use vigie::stats::{trend::mann_kendall, trend_adjusted::hamed_rao_mann_kendall};
/// let waves: Vec<f64> = (0..40).map(|month| f64::from(month + 9 * (month / 8 % 2))).collect();
/// let (plain, careful) = (mann_kendall(&waves).unwrap(), hamed_rao_mann_kendall(&waves).unwrap());
/// assert_eq!(plain.s, careful.s);
/// assert!(careful.variance > plain.variance);
/// ```
pub fn hamed_rao_mann_kendall(values: &[f64]) -> Option<HamedRao> {
    let n = values.len();
    if n < 3 {
        return None;
    }
    let plain = mann_kendall(values)?;
    let points: Vec<(f64, f64)> = values.iter().enumerate().map(|(at, value)| (at as f64, *value)).collect();
    let slope = theil_sen(&points, 0.95)?.slope;
    let level: Vec<f64> = values.iter().enumerate().map(|(at, value)| value - (at + 1) as f64 * slope).collect();
    let inflation = inflation(&average_ranks(&level));
    let variance = plain.variance * inflation;
    Some(HamedRao { s: plain.s, variance, inflation, z_and_p: standardised(plain.s, variance) })
}

/// 1 + 2/(n(n−1)(n−2)) × Σ (n−k)(n−k−1)(n−k−2) ρₖ over the lags k whose autocorrelation stands out.
fn inflation(ranks: &[f64]) -> f64 {
    let n = ranks.len() as f64;
    let mean = ranks.iter().sum::<f64>() / n;
    let off: Vec<f64> = ranks.iter().map(|rank| rank - mean).collect();
    let product_at = |lag: usize| off.iter().zip(off.iter().skip(lag)).map(|(a, b)| a * b).sum::<f64>();
    let spread = product_at(0);
    if spread <= 0.0 {
        return 1.0;
    }
    let limit = normal_quantile(0.975) / libm::sqrt(n);
    let mut sum = 0.0;
    for lag in 1..ranks.len() {
        let correlation = product_at(lag) / spread;
        if correlation.abs() > limit {
            let left = n - lag as f64;
            sum += left * (left - 1.0) * (left - 2.0) * correlation;
        }
    }
    1.0 + 2.0 / (n * (n - 1.0) * (n - 2.0)) * sum
}

/// Ranks from 1; ties share the mean of their ranks. Values must be numbers. O(n log n).
pub(super) fn average_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for ties in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let shared = before as f64 + (ties.len() + 1) as f64 / 2.0;
        for index in ties {
            ranks[*index] = shared;
        }
        before += ties.len();
    }
    ranks
}

/// z, one step nearer to 0, and its two-sided probability; `None` for a negative variance.
fn standardised(s: i64, variance: f64) -> Option<(f64, f64)> {
    if variance < 0.0 {
        return None;
    }
    let score = s as f64;
    let z = if s == 0 || variance == 0.0 { 0.0 } else { (score - score.signum()) / libm::sqrt(variance) };
    Some((z, (2.0 * normal_tail(z.abs(), Tail::Upper)).min(1.0)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn too_little_for_either() {
        assert_eq!(seasonal_mann_kendall(&[], 12), None);
        assert_eq!(seasonal_mann_kendall(&[Some(1.0); 12], 12), None);
        assert_eq!(seasonal_mann_kendall(&[Some(1.0), Some(2.0)], 0), None);
        assert_eq!(seasonal_mann_kendall(&[Some(1.0), Some(f64::NAN)], 1), None);
        assert_eq!(hamed_rao_mann_kendall(&[1.0, 2.0]), None);
        assert_eq!(hamed_rao_mann_kendall(&[1.0, 2.0, f64::NAN]), None);
        let line: Vec<f64> = (0..10).map(f64::from).collect();
        assert_eq!(hamed_rao_mann_kendall(&line).expect("defined").inflation, 1.0);
        let flat = hamed_rao_mann_kendall(&[3.0; 10]).expect("defined");
        assert_eq!((flat.s, flat.z_and_p), (0, Some((0.0, 1.0))));
    }

    #[test]
    fn a_season_alone_is_no_trend() {
        let values: Vec<Option<f64>> = (0..48).map(|month| Some(f64::from(month % 12))).collect();
        let found = seasonal_mann_kendall(&values, 12).expect("defined");
        assert_eq!((found.s, found.z, found.p, found.slope_per_cycle), (0, 0.0, 1.0, 0.0));
    }

    proptest! {
        #[test]
        fn one_season_is_the_plain_test(values in prop::collection::vec(0..20_i32, 2..40)) {
            let plain: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
            let with_gaps: Vec<Option<f64>> = plain.iter().copied().map(Some).collect();
            let seasonal = seasonal_mann_kendall(&with_gaps, 1).expect("defined");
            let found = mann_kendall(&plain).expect("defined");
            prop_assert_eq!((seasonal.s, seasonal.variance, seasonal.z), (found.s, found.variance, found.z));
        }

        #[test]
        fn scale_and_shift_change_the_slope_alone(
            values in prop::collection::vec(0..40_i32, 24..72), scale in 1..9_i32, shift in -50..50_i32,
        ) {
            let moved = |value: i32| Some(f64::from(scale * value + shift));
            let plain: Vec<Option<f64>> = values.iter().map(|value| Some(f64::from(*value))).collect();
            let changed: Vec<Option<f64>> = values.iter().map(|value| moved(*value)).collect();
            let (a, b) = (seasonal_mann_kendall(&plain, 12).expect("defined"), seasonal_mann_kendall(&changed, 12).expect("defined"));
            prop_assert_eq!((a.s, a.variance, a.p), (b.s, b.variance, b.p));
            prop_assert!((a.slope_per_cycle * f64::from(scale) - b.slope_per_cycle).abs() < 1e-9);
        }

        #[test]
        fn ranks_add_up(values in prop::collection::vec(0..9_i32, 1..50)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let n = values.len() as f64;
            prop_assert_eq!(average_ranks(&values).iter().sum::<f64>(), n * (n + 1.0) / 2.0);
        }

        #[test]
        fn doubling_changes_nothing_and_turning_mirrors(values in prop::collection::vec(0..40_i32, 3..60)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let doubled: Vec<f64> = values.iter().map(|value| 2.0 * value).collect();
            let turned: Vec<f64> = values.iter().map(|value| -value).collect();
            let found = hamed_rao_mann_kendall(&values).expect("defined");
            prop_assert_eq!(hamed_rao_mann_kendall(&doubled).expect("defined"), found);
            let turned = hamed_rao_mann_kendall(&turned).expect("defined");
            prop_assert_eq!(turned.s, -found.s);
            if let Some((z, p)) = found.z_and_p {
                prop_assert!(turned.z_and_p == Some((-z, p)) && (0.0..=1.0).contains(&p));
            }
        }
    }
}
