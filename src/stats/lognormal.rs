//! The lognormal distribution fitted to positive values: known ones, or ones known within limits.
//!
//! A description of size over many powers of ten, not a law. Data that begin at a threshold (500 people,
//! say) need a likelihood cut off there; without it the spread comes out too small.

use std::f64::consts::PI;

use crate::stats::normal::{Tail, normal_tail};
use crate::stats::student::student_quantile;

/// Fewest values for which a fit is shown.
pub const FEWEST: usize = 20;

/// A lognormal distribution fitted to known values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LognormalFit {
    /// Number of positive values used.
    pub n: u64,
    /// Values of 0, which have no logarithm and are left out.
    pub zeros: u64,
    /// Mean of the natural logarithms.
    pub mu: f64,
    /// Their standard deviation, divided by n (maximum likelihood).
    pub sigma: f64,
    /// Their standard deviation, divided by n − 1.
    pub sigma_unbiased: f64,
    /// Fitted median, e^μ.
    pub median: f64,
    /// Interval of the median, from Student's t on the logarithmic scale.
    pub median_interval: (f64, f64),
    /// Fitted mean, e^(μ + σ²/2). Not to be shown alone: it follows the largest values.
    pub mean: f64,
    /// Logarithm of the likelihood.
    pub log_likelihood: f64,
    /// Largest distance between the fitted and the observed distribution (Kolmogorov and Smirnov).
    pub distance: f64,
}

/// A lognormal distribution fitted to values known within limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LognormalIntervalFit {
    /// Number of records used.
    pub n: u64,
    /// Mean of the natural logarithm.
    pub mu: f64,
    /// Its standard deviation.
    pub sigma: f64,
    /// Fitted median, e^μ.
    pub median: f64,
    /// Logarithm of the likelihood.
    pub log_likelihood: f64,
}

/// Maximum likelihood fit to known values; `None` with fewer than two different positive ones.
///
/// μ̂ and σ̂ are mean and standard deviation of ln x; the median's interval at confidence `level` is
/// e^(μ̂ ± t·s/√n) with n − 1 degrees of freedom. Zeros are left out and counted. Below [`FEWEST`]
/// values nothing should be shown. Sorts the values. Reference: Crow & Shimizu 1988, Lognormal
/// Distributions, ch. 2.
///
/// ```
/// let fit = vigie::stats::lognormal::lognormal_fit(&mut [0, 10, 1_000], 0.95).unwrap();
/// assert_eq!((fit.n, fit.zeros), (2, 1));
/// assert!((fit.median - 100.0).abs() < 1e-9);
/// ```
pub fn lognormal_fit(values: &mut [u64], level: f64) -> Option<LognormalFit> {
    values.sort_unstable();
    let zeros = values.partition_point(|value| *value == 0);
    let positive = &values[zeros..];
    let n = positive.len();
    if positive.first()? == positive.last()? {
        return None;
    }
    let logs: Vec<f64> = positive.iter().map(|value| libm::log(*value as f64)).collect();
    let size = n as f64;
    let sum: f64 = logs.iter().sum();
    let mu = sum / size;
    let squares: f64 = logs.iter().map(|log| (log - mu) * (log - mu)).sum();
    let sigma = libm::sqrt(squares / size);
    let sigma_unbiased = libm::sqrt(squares / (size - 1.0));
    let half = student_quantile(size - 1.0, 0.5 + level / 2.0) * sigma_unbiased / libm::sqrt(size);
    let fitted = logs.iter().map(|log| normal_tail((log - mu) / sigma, Tail::Lower));
    let distance = (0_u32..).zip(fitted).fold(0.0_f64, |distance, (before, share)| {
        let (below, above) = (f64::from(before) / size, f64::from(before + 1) / size);
        distance.max(share - below).max(above - share)
    });
    Some(LognormalFit {
        n: n as u64,
        zeros: zeros as u64,
        mu,
        sigma,
        sigma_unbiased,
        median: libm::exp(mu),
        median_interval: (libm::exp(mu - half), libm::exp(mu + half)),
        mean: libm::exp(mu + sigma * sigma / 2.0),
        log_likelihood: -sum - size * (libm::log(sigma) + 0.5 * libm::log(2.0 * PI) + 0.5),
        distance,
    })
}

/// Maximum likelihood fit to values known to lie from a lower to an upper end, `None` for no upper end.
///
/// Equal ends are a known value and enter by their density, others by the difference of the
/// distribution at their ends; a lower end of 0 is no limit. In 1/σ and μ/σ the likelihood has one
/// summit (Olsen 1978, Econometrica 46:1211–1215), which Newton's steps climb. `None` where there is no
/// summit, as when all intervals share a point; records with both ends 0 or ends out of order are left
/// out. O(n) a step.
///
/// ```
/// let ends = [(10.0, Some(10.0)), (1_000.0, Some(1_000.0)), (50.0, None), (0.0, Some(400.0))];
/// let fit = vigie::stats::lognormal::lognormal_interval_fit(&ends).unwrap();
/// assert!(fit.median > 50.0 && fit.median < 400.0);
/// ```
pub fn lognormal_interval_fit(ends: &[(f64, Option<f64>)]) -> Option<LognormalIntervalFit> {
    let log = |end: f64| if end <= 0.0 { f64::NEG_INFINITY } else { libm::log(end) };
    let usable =
        |(low, high): &&(f64, Option<f64>)| high.is_none_or(|high| high >= *low && high > 0.0) && !low.is_nan();
    let records: Vec<(f64, f64)> =
        ends.iter().filter(usable).map(|(low, high)| (log(*low), high.map_or(f64::INFINITY, log))).collect();
    let middles: Vec<f64> = records.iter().filter_map(|(low, high)| middle(*low, *high)).collect();
    let size = middles.len() as f64;
    let mean = middles.iter().sum::<f64>() / size;
    let spread = libm::sqrt(middles.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / size);
    if !spread.is_finite() {
        return None;
    }
    // Precision γ = 1/σ and δ = μ/σ.
    let gamma = 1.0 / spread.max(0.1);
    let mut at = (gamma, gamma * mean);
    let mut climbed = likelihood(&records, at);
    for _ in 0..MAX_STEPS {
        let step = climbed.step()?;
        let mut length = 1.0;
        let next = loop {
            let there = (at.0 + length * step.0, at.1 + length * step.1);
            let found = (there.0 > 0.0).then(|| likelihood(&records, there));
            match found.filter(|found| found.value >= climbed.value) {
                Some(found) => break Some((there, found)),
                None if length < 1e-10 => break None,
                None => length *= 0.5,
            }
        };
        let (moved, found) = match next {
            Some((there, found)) => {
                let moved = (there.0 - at.0).abs().max((there.1 - at.1).abs());
                at = there;
                (moved, found)
            }
            None => (0.0, climbed),
        };
        climbed = found;
        if at.0 > STEEPEST {
            return None;
        }
        if moved <= 1e-12 * (1.0 + at.0.abs() + at.1.abs()) {
            let (sigma, mu) = (1.0 / at.0, at.1 / at.0);
            let known: f64 = records.iter().filter(|(low, high)| low == high).map(|(low, _)| low).sum();
            return Some(LognormalIntervalFit {
                n: records.len() as u64,
                mu,
                sigma,
                median: libm::exp(mu),
                log_likelihood: climbed.value - known,
            });
        }
    }
    None
}

/// Newton steps after which the search is given up.
const MAX_STEPS: u32 = 200;
/// A precision of 1/σ above this is a search that runs away: all intervals share a point.
const STEEPEST: f64 = 1e6;

/// A finite point of an interval of logarithms.
fn middle(low: f64, high: f64) -> Option<f64> {
    match (low.is_finite(), high.is_finite()) {
        (true, true) => Some(f64::midpoint(low, high)),
        (true, false) => Some(low),
        (false, true) => Some(high),
        (false, false) => None,
    }
}

/// The likelihood at a point with its slope and curvature.
#[derive(Clone, Copy)]
struct Point {
    value: f64,
    slope: (f64, f64),
    curvature: (f64, f64, f64),
}

impl Point {
    /// Newton's step to the summit of the parabola; `None` where it has none.
    fn step(&self) -> Option<(f64, f64)> {
        let (gg, gd, dd) = self.curvature;
        let determinant = gg * dd - gd * gd;
        let (a, b) = self.slope;
        (determinant > 0.0 && gg < 0.0).then(|| ((gd * b - dd * a) / determinant, (gd * a - gg * b) / determinant))
    }
}

fn likelihood(records: &[(f64, f64)], (gamma, delta): (f64, f64)) -> Point {
    let mut point = Point { value: 0.0, slope: (0.0, 0.0), curvature: (0.0, 0.0, 0.0) };
    let log_gamma = libm::log(gamma);
    let constant = 0.5 * libm::log(2.0 * PI);
    for &(low, high) in records {
        if low == high {
            let z = gamma * low - delta;
            point.value += log_gamma - 0.5 * z * z - constant;
            point.add((1.0 / gamma - z * low, z), (-1.0 / (gamma * gamma) - low * low, low, -1.0));
            continue;
        }
        let (from, to) = (gamma * low - delta, gamma * high - delta);
        let inside = between(from, to).max(f64::MIN_POSITIVE);
        point.value += libm::log(inside);
        // Density over probability at each end; 0 at an end without limit.
        let at = |x: f64, z: f64| if x.is_finite() { (density(z) / inside, x) } else { (0.0, 0.0) };
        let ((low_density, low), (high_density, high)) = (at(low, from), at(high, to));
        let (from, to) = (if low_density > 0.0 { from } else { 0.0 }, if high_density > 0.0 { to } else { 0.0 });
        let slope = (high * high_density - low * low_density, low_density - high_density);
        let bend = (
            low * low * from * low_density - high * high * to * high_density,
            high * to * high_density - low * from * low_density,
            from * low_density - to * high_density,
        );
        let curvature = (bend.0 - slope.0 * slope.0, bend.1 - slope.0 * slope.1, bend.2 - slope.1 * slope.1);
        point.add(slope, curvature);
    }
    point
}

impl Point {
    fn add(&mut self, slope: (f64, f64), curvature: (f64, f64, f64)) {
        self.slope = (self.slope.0 + slope.0, self.slope.1 + slope.1);
        let (gg, gd, dd) = self.curvature;
        self.curvature = (gg + curvature.0, gd + curvature.1, dd + curvature.2);
    }
}

fn density(z: f64) -> f64 {
    libm::exp(-0.5 * z * z) / libm::sqrt(2.0 * PI)
}

/// Probability between two points, from the tail in which it keeps its digits.
fn between(from: f64, to: f64) -> f64 {
    if from > 0.0 {
        normal_tail(from, Tail::Upper) - normal_tail(to, Tail::Upper)
    } else {
        normal_tail(to, Tail::Lower) - normal_tail(from, Tail::Lower)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn exact(values: &[u64]) -> Vec<(f64, Option<f64>)> {
        values.iter().map(|value| (*value as f64, Some(*value as f64))).collect()
    }

    #[test]
    fn nothing_to_fit() {
        assert_eq!(lognormal_fit(&mut [], 0.95), None);
        assert_eq!(lognormal_fit(&mut [0, 7, 7], 0.95), None);
        assert_eq!(lognormal_interval_fit(&[]), None);
        assert_eq!(lognormal_interval_fit(&[(0.0, None), (0.0, None)]), None);
        assert_eq!(lognormal_interval_fit(&[(1.0, Some(9.0)), (2.0, Some(30.0)), (3.0, None)]), None);
    }

    proptest! {
        #[test]
        fn known_values_give_the_same_both_ways(values in prop::collection::vec(1..2_000_000_u64, 2..60)) {
            let Some(plain) = lognormal_fit(&mut values.clone(), 0.95) else { return Ok(()) };
            prop_assume!(plain.sigma > 1e-3);
            let found = lognormal_interval_fit(&exact(&values)).expect("a summit");
            prop_assert!((found.mu - plain.mu).abs() < 1e-6 && (found.sigma - plain.sigma).abs() < 1e-6);
            prop_assert!((found.log_likelihood - plain.log_likelihood).abs() < 1e-6 * (1.0 + plain.log_likelihood.abs()));
        }

        #[test]
        fn ten_times_as_many_moves_the_median_tenfold(values in prop::collection::vec(1..2_000_000_u64, 3..60)) {
            let Some(plain) = lognormal_fit(&mut values.clone(), 0.95) else { return Ok(()) };
            let found = lognormal_fit(&mut values.iter().map(|value| 10 * value).collect::<Vec<_>>(), 0.95).expect("as before");
            prop_assert!((found.median / plain.median - 10.0).abs() < 1e-9);
            prop_assert!((found.sigma - plain.sigma).abs() < 1e-9 && (found.distance - plain.distance).abs() < 1e-9);
            prop_assert!(plain.median_interval.0 < plain.median && plain.median < plain.median_interval.1);
        }

        #[test]
        fn no_other_parameters_are_likelier(values in prop::collection::vec((1..100_000_u64, 0..3_u32), 4..50), a in -0.3..0.3_f64, b in -0.3..0.3_f64) {
            let ends: Vec<(f64, Option<f64>)> = values.iter().map(|(value, kind)| {
                let value = *value as f64;
                match kind { 0 => (value, Some(value)), 1 => (value / 2.0, Some(value * 3.0)), _ => (value, None) }
            }).collect();
            if let Some(found) = lognormal_interval_fit(&ends) {
                let records: Vec<(f64, f64)> = ends.iter().map(|(low, high)| (libm::log(*low), high.map_or(f64::INFINITY, libm::log))).collect();
                let (gamma, delta) = (1.0 / found.sigma, found.mu / found.sigma);
                let best = likelihood(&records, (gamma, delta)).value;
                prop_assert!(likelihood(&records, (gamma * (1.0 + a), delta + b)).value <= best + 1e-9);
            }
        }
    }
}
