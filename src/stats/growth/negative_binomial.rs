//! The same growth by a negative binomial regression, whose counts scatter more the larger they are.

use crate::stats::growth::{ExposedCount, Information, Line, climb, poisson_fit};

/// Smallest and largest α that are looked at.
const ALPHAS: (f64, f64) = (1e-9, 1e5);

/// Growth of counts that scatter by μ + αμ².
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NegativeBinomialGrowth {
    /// Logarithm of the rate at 0 years.
    pub intercept: f64,
    /// Change of the logarithm of the rate in a year.
    pub slope: f64,
    /// Over-dispersion: the variance of a count of mean μ is μ + αμ².
    pub alpha: f64,
    /// Logarithm of the likelihood, all constants included.
    pub log_likelihood: f64,
    /// Standard error of the slope from the observed information of all three parameters.
    pub se_slope: f64,
    /// Change of the rate in a year, in %.
    pub annual_change_pct: f64,
}

/// Maximum likelihood of a negative binomial regression (NB2) with a logarithmic link and exposure.
///
/// For each α the line is found by Newton's method, and the α whose line is most likely by golden
/// section on log α. Assumptions and undefined cases are those of
/// [`growth`](crate::stats::growth::growth); also `None` for counts that scatter no more than
/// independent events do, because α is then 0 and the Poisson fit says all. O(largest count) for each
/// step. References: Cameron & Trivedi 2013, Regression Analysis of Count Data, 3.3; for breach counts
/// Edwards, Hofmeyr & Forrest 2016, Journal of Cybersecurity 2:3–14.
///
/// ```
/// use vigie::stats::growth::{ExposedCount, negative_binomial::negative_binomial_growth};
/// let counts = [8, 2, 8, 6, 7, 18, 7, 5, 10, 7, 4, 6];
/// let months = counts.iter().enumerate().map(|(month, count)| ExposedCount {
///     years: month as f64 / 12.0,
///     count: *count,
///     exposure: 30.4,
/// });
/// let found = negative_binomial_growth(&months.collect::<Vec<_>>()).unwrap();
/// assert!(found.alpha > 0.0 && found.se_slope > 0.0);
/// ```
pub fn negative_binomial_growth(periods: &[ExposedCount]) -> Option<NegativeBinomialGrowth> {
    let poisson = poisson_fit(periods)?;
    let excess: f64 = periods
        .iter()
        .map(|period| {
            let (count, mean) = (period.count as f64, poisson.line.mean(period));
            (count - mean) * (count - mean) - count
        })
        .sum();
    if excess <= 0.0 {
        return None;
    }
    let counts = Counts::of(periods);
    let line_at = |alpha: f64| {
        climb(periods, poisson.line, |mean, count| {
            let whole = 1.0 + alpha * mean;
            ((count - mean) / whole, mean * (1.0 + alpha * count) / (whole * whole))
        })
    };
    let likelihood_at = |alpha: f64| line_at(alpha).map(|(line, _)| counts.log_likelihood(periods, line, alpha));
    let alpha = most_likely_alpha(likelihood_at)?;
    let (line, information) = line_at(alpha)?;
    let curvature = counts.curvature(periods, line, alpha);
    let se_slope = slope_error(information, &curvature)?;
    Some(NegativeBinomialGrowth {
        intercept: line.intercept(),
        slope: line.slope,
        alpha,
        log_likelihood: counts.log_likelihood(periods, line, alpha),
        se_slope,
        annual_change_pct: 100.0 * libm::expm1(line.slope),
    })
}

/// Golden section on log α.
fn most_likely_alpha(likelihood_at: impl Fn(f64) -> Option<f64>) -> Option<f64> {
    let golden = 0.5 * (libm::sqrt(5.0) - 1.0);
    let (mut low, mut high) = (libm::log(ALPHAS.0), libm::log(ALPHAS.1));
    let at = |log_alpha: f64| likelihood_at(libm::exp(log_alpha));
    let (mut left, mut right) = (high - golden * (high - low), low + golden * (high - low));
    let (mut of_left, mut of_right) = (at(left)?, at(right)?);
    while high - low > 1e-9 {
        if of_left >= of_right {
            (high, right, of_right) = (right, left, of_left);
            left = high - golden * (high - low);
            of_left = at(left)?;
        } else {
            (low, left, of_left) = (left, right, of_right);
            right = low + golden * (high - low);
            of_right = at(right)?;
        }
    }
    Some(libm::exp(f64::midpoint(low, high)))
}

/// Second derivatives of the log-likelihood that concern α, negated.
struct Curvature {
    alpha: f64,
    alpha_level: f64,
    alpha_slope: f64,
}

/// Standard error of the slope: from the inverse of the 3×3 information.
fn slope_error(line: Information, curvature: &Curvature) -> Option<f64> {
    // Take the part that α explains off the information of the line.
    let level = line.level - curvature.alpha_level * curvature.alpha_level / curvature.alpha;
    let both = line.both - curvature.alpha_level * curvature.alpha_slope / curvature.alpha;
    let slope = line.slope - curvature.alpha_slope * curvature.alpha_slope / curvature.alpha;
    let error = libm::sqrt(level / (level * slope - both * both));
    (curvature.alpha > 0.0 && error.is_finite()).then_some(error)
}

/// How many periods have more than j, for j = 0, 1, 2 …: sums over all j below each count at once.
struct Counts {
    more_than: Vec<f64>,
}

impl Counts {
    fn of(periods: &[ExposedCount]) -> Self {
        let mut sorted: Vec<u64> = periods.iter().map(|period| period.count).collect();
        sorted.sort_unstable();
        let most = sorted.last().copied().unwrap_or(0);
        let more_than =
            (0..most).map(|j| (sorted.len() - sorted.partition_point(|count| *count <= j)) as f64).collect();
        Self { more_than }
    }

    /// Σ over the periods of Σ over j below the count.
    fn sum(&self, of: impl Fn(f64) -> f64) -> f64 {
        self.more_than.iter().enumerate().map(|(j, times)| times * of(j as f64)).sum()
    }

    fn log_likelihood(&self, periods: &[ExposedCount], line: Line, alpha: f64) -> f64 {
        // ln Γ(y + 1/α) − ln Γ(1/α) + y ln α is the sum of ln(1 + αj) over j below y.
        let orders = self.sum(|j| libm::log1p(alpha * j));
        let periods = periods.iter().map(|period| {
            let (count, mean) = (period.count as f64, line.mean(period));
            let taken = if period.count == 0 { 0.0 } else { count * libm::log(mean) };
            taken - (count + 1.0 / alpha) * libm::log1p(alpha * mean) - libm::lgamma(count + 1.0)
        });
        orders + periods.sum::<f64>()
    }

    fn curvature(&self, periods: &[ExposedCount], line: Line, alpha: f64) -> Curvature {
        let orders = self.sum(|j| {
            let part = j / (1.0 + alpha * j);
            part * part
        });
        let mut found = Curvature { alpha: orders, alpha_level: 0.0, alpha_slope: 0.0 };
        for period in periods {
            let (count, mean, away) = (period.count as f64, line.mean(period), period.years - line.middle);
            let whole = 1.0 + alpha * mean;
            let share = mean / whole;
            found.alpha += 2.0 * libm::log1p(alpha * mean) / (alpha * alpha * alpha)
                - 2.0 * share / (alpha * alpha)
                - (count + 1.0 / alpha) * share * share;
            let crossed = (count - mean) * mean / (whole * whole);
            found.alpha_level += crossed;
            found.alpha_slope += crossed * away;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::months;
    use super::*;

    #[test]
    fn not_estimated() {
        assert_eq!(negative_binomial_growth(&months(&[1, 2, 3])), None);
        // Less scatter than independent events have.
        assert_eq!(negative_binomial_growth(&months(&[20, 21, 20, 21, 20, 21, 20, 21, 20, 21])), None);
    }

    proptest! {
        #[test]
        fn nothing_near_is_more_likely(counts in prop::collection::vec(0..80_u64, 10..40), step in -0.05..0.05_f64, which in 0..3_u8) {
            let periods = months(&counts);
            let Some(found) = negative_binomial_growth(&periods) else { return Ok(()) };
            let sums = Counts::of(&periods);
            let mut line = Line { middle: 0.0, level: found.intercept, slope: found.slope };
            let mut alpha = found.alpha;
            match which {
                0 => line.level += step,
                1 => line.slope += step,
                _ => alpha *= libm::exp(step),
            }
            prop_assert!(sums.log_likelihood(&periods, line, alpha) <= found.log_likelihood + 1e-6);
        }

        #[test]
        fn exposure_does_not_change_the_growth(counts in prop::collection::vec(0..80_u64, 10..40), scale in 0.1..10.0_f64) {
            let periods = months(&counts);
            let Some(found) = negative_binomial_growth(&periods) else { return Ok(()) };
            let scaled: Vec<ExposedCount> =
                periods.iter().map(|period| ExposedCount { exposure: period.exposure * scale, ..*period }).collect();
            let again = negative_binomial_growth(&scaled).expect("estimated");
            prop_assert!((again.slope - found.slope).abs() < 1e-4 * (1.0 + found.slope.abs()));
        }
    }
}
