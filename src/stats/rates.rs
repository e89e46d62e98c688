//! Counts as rates: exact intervals, the ratio of two rates, over-dispersion.
//!
//! The interval is about the underlying level, not a forecast of the next count, which is wider.

use crate::stats::estimate::{Estimate, Interval, Method};
use crate::stats::normal::Tail;
use crate::stats::special::{beta_quantile, binomial_probability, binomial_tail, chi_squared_tail, gamma_quantile};

/// A count with its exact interval, as a count and as a rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PoissonRate {
    /// Lower end of the expected count.
    pub count_low: f64,
    /// Upper end of the expected count.
    pub count_high: f64,
    /// Count divided by exposure, with its interval; `None` without exposure.
    pub rate: Option<(f64, f64, f64)>,
}

/// Exact interval of Garwood for the level behind a count of `count` events over `exposure` (any
/// unit above 0) at confidence `level` (0 < level < 1).
///
/// Lower end ½χ²(α/2; 2k), which is 0 for k = 0; upper end ½χ²(1 − α/2; 2k + 2); the rate and its
/// ends are these divided by the exposure, and `None` where the exposure is not above 0. Assumes
/// independent events at a constant rate; never too narrow under that assumption. Reference:
/// Garwood 1936, Biometrika 28:437–442.
///
/// ```
/// let may = vigie::stats::rates::poisson_interval(18, 1.0, 0.95);
/// assert_eq!((may.count_low.round(), may.count_high.round()), (11.0, 28.0));
/// ```
pub fn poisson_interval(count: u64, exposure: f64, level: f64) -> PoissonRate {
    let alpha = 1.0 - level;
    let count_low = if count == 0 { 0.0 } else { gamma_quantile(count as f64, alpha / 2.0, Tail::Lower) };
    let count_high = gamma_quantile(count as f64 + 1.0, alpha / 2.0, Tail::Upper);
    let per = |events: f64| events / exposure;
    PoissonRate {
        count_low,
        count_high,
        rate: (exposure > 0.0).then(|| (per(count as f64), per(count_low), per(count_high))),
    }
}

/// [`poisson_interval`] of the count itself as an [`Estimate`]; `n` is the count.
pub fn poisson_estimate(count: u64, level: f64) -> Estimate {
    let found = poisson_interval(count, 1.0, level);
    let interval = Interval { low: Some(found.count_low), high: Some(found.count_high), level };
    Estimate::new(Some(count as f64), interval, count, Method::PoissonExact)
}

/// The ratio of two rates with its interval and tests.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateRatio {
    /// First rate over second; infinite when the second count is 0.
    pub ratio: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end; infinite when the second count is 0.
    pub high: f64,
    /// Twice the smaller tail, at most 1: agrees with the interval.
    pub p_central: f64,
    /// Sum of all outcomes no more likely than the one seen: what other programs print.
    pub p_minlike: f64,
}

/// Rate of `count_1` over `exposure_1` divided by the rate of `count_2` over `exposure_2`.
///
/// Given their sum n, the first count is binomial with share π = R·E₁/(R·E₁ + E₂); the limits of
/// Clopper and Pearson for π are turned back into limits of R. `None` if both counts are 0 or an
/// exposure is not above 0. Two intervals of single rates that overlap are not a test; this is.
/// Reference: Przyborowski & Wilenski 1940, Biometrika 31:313–323.
///
/// ```
/// let twice = vigie::stats::rates::rate_ratio((42, 12.0), (21, 12.0), 0.95).unwrap();
/// assert_eq!(twice.ratio, 2.0);
/// assert_eq!(format!("{:.1} to {:.1}", twice.low, twice.high), "1.2 to 3.6");
/// assert!(vigie::stats::rates::rate_ratio((0, 1.0), (0, 1.0), 0.95).is_none());
/// ```
pub fn rate_ratio(
    (count_1, exposure_1): (u64, f64),
    (count_2, exposure_2): (u64, f64),
    level: f64,
) -> Option<RateRatio> {
    let n = count_1.checked_add(count_2).filter(|n| *n > 0)?;
    if !(exposure_1 > 0.0 && exposure_2 > 0.0) {
        return None;
    }
    let half_alpha = (1.0 - level) / 2.0;
    let (first, second) = (count_1 as f64, count_2 as f64);
    let exposures = exposure_2 / exposure_1;
    let low = if count_1 == 0 {
        0.0
    } else {
        let (share, rest) = beta_quantile(first, second + 1.0, half_alpha, Tail::Lower);
        share / rest * exposures
    };
    let (ratio, high) = if count_2 == 0 {
        (f64::INFINITY, f64::INFINITY)
    } else {
        let (share, rest) = beta_quantile(first + 1.0, second, half_alpha, Tail::Upper);
        (first / second * exposures, share / rest * exposures)
    };
    let share = exposure_1 / (exposure_1 + exposure_2);
    Some(RateRatio {
        ratio,
        low,
        high,
        p_central: p_central(n, count_1, share),
        p_minlike: p_minlike(n, count_1, share),
    })
}

impl RateRatio {
    /// The ratio with its interval widened for counts that come in clusters: the width on the
    /// logarithmic scale times √φ, where φ is the index of dispersion; not narrowed for φ below 1.
    ///
    /// The probabilities are of independent events and stay as they are. An end of 0 or infinity stays.
    ///
    /// ```
    /// let plain = vigie::stats::rates::rate_ratio((42, 12.0), (21, 12.0), 0.95).unwrap();
    /// let wide = plain.widened(4.0);
    /// assert!((wide.low - plain.low * plain.low / 2.0).abs() < 1e-12);
    /// assert_eq!(plain.widened(0.5), plain);
    /// ```
    #[must_use]
    pub fn widened(self, dispersion_index: f64) -> Self {
        let factor = libm::sqrt(dispersion_index.max(1.0));
        let widen = |end: f64| {
            let plain = end == 0.0 || end.is_infinite() || self.ratio == 0.0 || self.ratio.is_infinite();
            if plain || factor == 1.0 { end } else { self.ratio * libm::exp(factor * libm::log(end / self.ratio)) }
        };
        Self { low: widen(self.low), high: widen(self.high), ..self }
    }
}

/// Whether counts per period vary more than independent events would.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dispersion {
    /// Mean count.
    pub mean: f64,
    /// Sample variance, divided by n − 1.
    pub variance: f64,
    /// Variance over mean: 1 for independent events, above 1.5 "incidents come in clusters".
    pub index: f64,
    /// Σ(x − x̄)²/x̄.
    pub chi_squared: f64,
    /// Degrees of freedom, n − 1.
    pub degrees: u64,
    /// Probability of at least this much variation from independent events.
    pub p_over: f64,
}

/// Index of dispersion of counts per period of equal length.
///
/// D = Σ(x − x̄)²/x̄ is compared with χ²(n − 1). `None` for fewer than two periods or when all are 0.
/// Periods of unequal exposure (a partial one) must be left out first. Reference: Fisher, Thornton &
/// Mackenzie 1922, Annals of Applied Biology 9:325–359.
///
/// ```
/// let clustered = vigie::stats::rates::dispersion(&[2, 2, 2, 9, 9, 9]).unwrap();
/// assert!(clustered.index > 1.5);
/// ```
pub fn dispersion(counts: &[u64]) -> Option<Dispersion> {
    let n = counts.len();
    let total: u128 = counts.iter().copied().map(u128::from).sum();
    if n < 2 || total == 0 {
        return None;
    }
    let mean = total as f64 / n as f64;
    let squares: f64 = counts
        .iter()
        .map(|count| {
            let off = *count as f64 - mean;
            off * off
        })
        .sum();
    let degrees = n as u64 - 1;
    let variance = squares / degrees as f64;
    let chi_squared = squares / mean;
    Some(Dispersion {
        mean,
        variance,
        index: variance / mean,
        chi_squared,
        degrees,
        p_over: chi_squared_tail(degrees as f64, chi_squared, Tail::Upper),
    })
}

fn p_central(n: u64, count: u64, share: f64) -> f64 {
    let at_most = binomial_tail(n, count, share, Tail::Lower);
    let at_least = match count.checked_sub(1) {
        Some(below) => binomial_tail(n, below, share, Tail::Upper),
        None => 1.0,
    };
    (2.0 * at_most.min(at_least)).min(1.0)
}

/// Outcomes within a relative 1e-7 of the one seen count as equally likely, as in R.
fn p_minlike(n: u64, count: u64, share: f64) -> f64 {
    let limit = binomial_probability(n, count, share) * (1.0 + 1e-7);
    let unlikely = |k: u64| binomial_probability(n, k, share) <= limit;
    let mode = (((n as f64 + 1.0) * share) as u64).min(n);
    if !unlikely(mode) {
        // Probabilities rise up to the mode and fall after it: find the unlikely ends by halving.
        let below = partition(0, mode, unlikely);
        let above = partition(mode, n + 1, |k| !unlikely(k));
        let left = below.checked_sub(1).map_or(0.0, |k| binomial_tail(n, k, share, Tail::Lower));
        let right = above.checked_sub(1).map_or(1.0, |k| binomial_tail(n, k, share, Tail::Upper));
        return (left + right).min(1.0);
    }
    1.0
}

/// First k in `from..to` for which the condition no longer holds; it holds up to there.
fn partition(from: u64, to: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (from, to);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn undefined_cases() {
        assert_eq!(poisson_interval(3, 0.0, 0.95).rate, None);
        assert!(rate_ratio((1, 0.0), (1, 1.0), 0.95).is_none());
        assert!(rate_ratio((u64::MAX, 1.0), (1, 1.0), 0.95).is_none());
        assert!(dispersion(&[4]).is_none());
        assert!(dispersion(&[0, 0, 0]).is_none());
    }

    proptest! {
        #[test]
        fn interval_holds_the_count_and_narrows_with_the_level(count in 0..100_000_u64) {
            let wide = poisson_interval(count, 1.0, 0.99);
            let narrow = poisson_interval(count, 1.0, 0.9);
            prop_assert!(wide.count_low <= narrow.count_low);
            prop_assert!(narrow.count_low <= count as f64 && count as f64 <= narrow.count_high);
            prop_assert!(narrow.count_high <= wide.count_high);
        }

        #[test]
        fn swapping_the_two_periods_inverts_the_ratio(
            a in 1..400_u64, b in 1..400_u64, e in 0.1..50.0_f64, f in 0.1..50.0_f64,
        ) {
            let one = rate_ratio((a, e), (b, f), 0.95).expect("defined");
            let other = rate_ratio((b, f), (a, e), 0.95).expect("defined");
            prop_assert!((one.low * other.high - 1.0).abs() < 1e-9);
            prop_assert!((one.p_central - other.p_central).abs() < 1e-9);
            prop_assert!((one.p_minlike - other.p_minlike).abs() < 1e-9);
            prop_assert!(one.low <= one.ratio && one.ratio <= one.high);
        }

        #[test]
        fn more_exposure_lowers_the_rate_in_proportion(count in 0..500_u64, scale in 0.01..100.0_f64) {
            let one = poisson_interval(count, 1.0, 0.95).rate.expect("exposed");
            let scaled = poisson_interval(count, scale, 0.95).rate.expect("exposed");
            prop_assert!((scaled.2 * scale - one.2).abs() < 1e-9 * one.2);
        }
    }
}
