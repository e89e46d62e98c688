//! How fast counts grow or shrink, in % a year: log-linear regression of counts with exposure.
//!
//! Both models have the same mean, log E\[y\] = β₀ + β₁ t + log(exposure); they differ in how much the
//! counts may scatter around it. The quasi-Poisson model is the one to show: same answer, less fragile.

pub mod negative_binomial;

use crate::stats::normal::Tail;
use crate::stats::special::chi_squared_tail;
use crate::stats::student::{student_quantile, student_tail};

/// Fewest periods that are fitted.
pub const FEWEST_PERIODS: usize = 10;

/// Newton steps after which a fit is given up: it then runs away, as when only the last period has any.
const MOST_STEPS: usize = 100;

/// One period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExposedCount {
    /// When, in years since any day.
    pub years: f64,
    /// How many.
    pub count: u64,
    /// Days, or any other exposure; above 0.
    pub exposure: f64,
}

/// Growth of counts, with an interval that allows for clusters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// Logarithm of the rate (counts for each unit of exposure) at 0 years.
    pub intercept: f64,
    /// Change of the logarithm of the rate in a year.
    pub slope: f64,
    /// Standard error of the slope for independent events.
    pub se_poisson: f64,
    /// Pearson's dispersion, X²/(n − 2): 1 for independent events, above 1 for clusters.
    pub phi: f64,
    /// Standard error of the slope times √φ, also where φ is below 1.
    pub se_quasi: f64,
    /// Change of the rate in a year, in %: −57.9 for 57.9 % fewer.
    pub annual_change_pct: f64,
    /// Interval of that change, in %, from t(n − 2) and √max(φ, 1).
    pub interval_pct: (f64, f64),
    /// Residual deviance.
    pub deviance: f64,
    /// Two-sided probability of at least this slope without growth, from t(n − 2) and √max(φ, 1).
    pub p: f64,
    /// Probability of at least this much scatter from independent events.
    pub p_over: f64,
}

/// Growth of the rate of `periods`, in % a year, with its interval at confidence `level`.
///
/// Poisson regression with a logarithmic link and the logarithm of the exposure as offset, fitted by
/// Newton's method (here the same as iteratively reweighted least squares); its errors are widened by
/// the square root of Pearson's dispersion φ, never narrowed. Assumes that the rate changes by the same
/// factor every year and that periods do not depend on each other; an incomplete tail makes a false
/// fall and must be left out first. `None` for fewer than [`FEWEST_PERIODS`], for counts that are all
/// equal, without two different times, for exposures not above 0, and where the fit runs away. Does not
/// depend on the order of the periods but for rounding. References: McCullagh & Nelder 1989,
/// Generalized Linear Models, chapter 6; Cameron & Trivedi 2013, chapter 3.
///
/// ```
/// use vigie::stats::growth::{ExposedCount, growth};
/// // Doubling every year.
/// let years = (0..12).map(|year| ExposedCount { years: f64::from(year), count: 1 << year, exposure: 365.25 });
/// let found = growth(&years.collect::<Vec<_>>(), 0.95).unwrap();
/// assert!((found.annual_change_pct - 100.0).abs() < 1e-6);
/// ```
pub fn growth(periods: &[ExposedCount], level: f64) -> Option<Growth> {
    let fit = poisson_fit(periods)?;
    let degrees = periods.len() as f64 - 2.0;
    let phi = fit.pearson / degrees;
    let se = fit.se_slope * libm::sqrt(phi.max(1.0));
    let reach = student_quantile(degrees, 0.5 + level / 2.0) * se;
    let percent = |slope: f64| 100.0 * libm::expm1(slope);
    Some(Growth {
        intercept: fit.line.intercept(),
        slope: fit.line.slope,
        se_poisson: fit.se_slope,
        phi,
        se_quasi: fit.se_slope * libm::sqrt(phi),
        annual_change_pct: percent(fit.line.slope),
        interval_pct: (percent(fit.line.slope - reach), percent(fit.line.slope + reach)),
        deviance: fit.deviance,
        p: (2.0 * student_tail(degrees, (fit.line.slope / se).abs(), Tail::Upper)).min(1.0),
        p_over: chi_squared_tail(degrees, fit.pearson, Tail::Upper),
    })
}

/// The logarithm of the rate as a line over the years, around their middle.
#[derive(Clone, Copy, Debug)]
struct Line {
    middle: f64,
    level: f64,
    slope: f64,
}

impl Line {
    fn intercept(self) -> f64 {
        self.level - self.slope * self.middle
    }

    /// Expected count of a period.
    fn mean(self, period: &ExposedCount) -> f64 {
        period.exposure * libm::exp(self.level + self.slope * (period.years - self.middle))
    }

    fn moved(self, (level, slope): (f64, f64)) -> Self {
        Self { level: self.level + level, slope: self.slope + slope, ..self }
    }
}

/// A symmetric 2×2 matrix of the level and the slope.
#[derive(Clone, Copy, Debug, Default)]
struct Information {
    level: f64,
    both: f64,
    slope: f64,
}

impl Information {
    fn add(&mut self, weight: f64, away: f64) {
        self.level += weight;
        self.both += weight * away;
        self.slope += weight * away * away;
    }

    fn determinant(self) -> f64 {
        self.level * self.slope - self.both * self.both
    }

    /// The step that this information takes along a score; `None` when it says nothing of one of them.
    fn solve(self, (level, slope): (f64, f64)) -> Option<(f64, f64)> {
        let determinant = self.determinant();
        let step = (
            (self.slope * level - self.both * slope) / determinant,
            (self.level * slope - self.both * level) / determinant,
        );
        (determinant > 0.0 && step.0.is_finite() && step.1.is_finite()).then_some(step)
    }
}

struct PoissonFit {
    line: Line,
    se_slope: f64,
    pearson: f64,
    deviance: f64,
}

/// Whether there is enough to fit.
fn can_be_fitted(periods: &[ExposedCount]) -> bool {
    let first = periods.first();
    let sound =
        |period: &ExposedCount| period.years.is_finite() && period.exposure > 0.0 && period.exposure.is_finite();
    periods.len() >= FEWEST_PERIODS
        && periods.iter().all(sound)
        && periods.iter().any(|period| first.is_some_and(|first| first.count != period.count))
        && periods.iter().any(|period| first.is_some_and(|first| first.years != period.years))
}

fn poisson_fit(periods: &[ExposedCount]) -> Option<PoissonFit> {
    if !can_be_fitted(periods) {
        return None;
    }
    let total: f64 = periods.iter().map(|period| period.count as f64).sum();
    let exposure: f64 = periods.iter().map(|period| period.exposure).sum();
    let middle = periods.iter().map(|period| period.years).sum::<f64>() / periods.len() as f64;
    let start = Line { middle, level: libm::log(total / exposure), slope: 0.0 };
    let (line, information) = climb(periods, start, |mean, count| (count - mean, mean))?;
    let (mut pearson, mut deviance) = (0.0, 0.0);
    for period in periods {
        let (count, mean) = (period.count as f64, line.mean(period));
        pearson += (count - mean) * (count - mean) / mean;
        let logarithm = if period.count == 0 { 0.0 } else { count * libm::log(count / mean) };
        deviance += 2.0 * (logarithm - (count - mean));
    }
    let se_slope = libm::sqrt(information.level / information.determinant());
    se_slope.is_finite().then_some(PoissonFit { line, se_slope, pearson, deviance })
}

/// Newton's method from a line: `parts` gives, for a mean and a count, the score and the information
/// on the scale of the logarithm. The line at which it stands still, and the information there.
fn climb(periods: &[ExposedCount], start: Line, parts: impl Fn(f64, f64) -> (f64, f64)) -> Option<(Line, Information)> {
    let mut line = start;
    let span = periods.iter().map(|period| (period.years - line.middle).abs()).fold(0.0, f64::max);
    for _ in 0..MOST_STEPS {
        let (mut score, mut information) = ((0.0, 0.0), Information::default());
        for period in periods {
            let away = period.years - line.middle;
            let (pull, weight) = parts(line.mean(period), period.count as f64);
            score.0 += pull;
            score.1 += pull * away;
            information.add(weight, away);
        }
        let (level, slope) = information.solve(score)?;
        // On the scale of the logarithm, no period moves by more than this.
        let reach = level.abs() + slope.abs() * span;
        if reach < 1e-11 {
            return Some((line, information));
        }
        // A long step overshoots, because the mean is an exponential.
        let shorten = (2.0 / reach).min(1.0);
        line = line.moved((level * shorten, slope * shorten));
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Months of 30 days with these counts.
    pub(super) fn months(counts: &[u64]) -> Vec<ExposedCount> {
        let month =
            |(at, count): (usize, &u64)| ExposedCount { years: at as f64 / 12.0, count: *count, exposure: 30.0 };
        counts.iter().enumerate().map(month).collect()
    }

    #[test]
    fn not_estimated() {
        assert_eq!(growth(&months(&[1, 2, 3, 4, 5, 6, 7, 8, 9]), 0.95), None, "nine periods");
        assert_eq!(growth(&months(&[0; 12]), 0.95), None, "nothing");
        assert_eq!(growth(&months(&[4; 12]), 0.95), None, "no variation");
        let at_once = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2].map(|count| ExposedCount { years: 2.0, count, exposure: 30.0 });
        assert_eq!(growth(&at_once, 0.95), None, "one time");
        let mut unexposed = months(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        unexposed[3].exposure = 0.0;
        assert_eq!(growth(&unexposed, 0.95), None, "no exposure");
        assert_eq!(growth(&months(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 7]), 0.95), None, "grows without end");
    }

    #[test]
    fn strong_growth_is_reached() {
        let counts: Vec<u64> = (0..24).map(|month| 1_u64 << month).collect();
        let found = growth(&months(&counts), 0.95).expect("estimated");
        assert!((found.slope - 12.0 * std::f64::consts::LN_2).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn the_fit_adds_up_and_does_not_depend_on_order(counts in prop::collection::vec(0..60_u64, 10..60), rotate in 0..60_usize) {
            let periods = months(&counts);
            let Some(found) = growth(&periods, 0.95) else { return Ok(()) };
            // At the maximum the expected counts add up to the counts.
            let expected: f64 = periods.iter().map(|p| p.exposure * libm::exp(found.intercept + found.slope * p.years)).sum();
            let total: u64 = counts.iter().sum();
            prop_assert!((expected - total as f64).abs() < 1e-6 * total as f64);
            prop_assert!(found.interval_pct.0 <= found.annual_change_pct && found.annual_change_pct <= found.interval_pct.1);
            let mut turned = periods.clone();
            turned.rotate_left(rotate % periods.len());
            let again = growth(&turned, 0.95).expect("estimated");
            prop_assert!((again.slope - found.slope).abs() < 1e-8 * (1.0 + found.slope.abs()));
            prop_assert!((again.phi - found.phi).abs() < 1e-7 * (1.0 + found.phi));
        }

        #[test]
        fn exposure_moves_the_rate_and_not_the_growth(counts in prop::collection::vec(1..60_u64, 10..40), scale in 0.01..100.0_f64, later in -50.0..50.0_f64) {
            let periods = months(&counts);
            let Some(found) = growth(&periods, 0.95) else { return Ok(()) };
            let moved: Vec<ExposedCount> = periods
                .iter()
                .map(|p| ExposedCount { years: p.years + later, exposure: p.exposure * scale, ..*p })
                .collect();
            let again = growth(&moved, 0.95).expect("estimated");
            prop_assert!((again.slope - found.slope).abs() < 1e-7 * (1.0 + found.slope.abs()));
            let intercept = found.intercept - libm::log(scale) - found.slope * later;
            prop_assert!((again.intercept - intercept).abs() < 1e-6 * (1.0 + intercept.abs()));
        }
    }
}
