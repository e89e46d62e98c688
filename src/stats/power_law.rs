//! How heavy the tail of a distribution is: the power law fitted to its largest values.
//!
//! A fit is no proof: other heavy-tailed distributions fit as well, and the words must not say that
//! sizes "follow a power law".

/// A power law fitted to the values from a threshold on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PowerLaw {
    /// The threshold: values below it are not part of the fit.
    pub from: u64,
    /// Exponent α of the density, above 1.
    pub alpha: f64,
    /// Exponent of the share above x: α − 1. Below 1 the model has no mean.
    pub tail_exponent: f64,
    /// Standard error of either exponent.
    pub standard_error: f64,
    /// Number of values in the tail.
    pub n: u64,
    /// Largest distance of the fit from the share strictly before each value: what thresholds are chosen by.
    pub distance: f64,
    /// Largest distance of the fit from the steps of the distribution on either side.
    pub distance_both_sides: f64,
}

/// The power law of the values from `from` (above 0) on.
///
/// α = 1 + n / Σ ln(x/from), standard error (α − 1)/√n, values taken as continuous. The distance is the
/// largest |F(x₍ᵢ₎) − (i − 1)/n|, as in the program of the reference; the two-sided Kolmogorov–Smirnov
/// distance, which often would choose another threshold, is given beside it. `None` for a threshold of
/// 0 or a tail whose values are all equal to it. Reference: Clauset, Shalizi & Newman 2009, SIAM Review
/// 51:661–703, equations 3.1 and 3.2.
///
/// ```
/// // Twice as rare at twice the size: exponent 1 of the tail, by a few chosen values.
/// let sizes: Vec<u64> = (1..=1_000).map(|rank| 1_000_000 / rank).collect();
/// let found = vigie::stats::power_law::power_law(&sizes, 1_000).unwrap();
/// assert!((found.tail_exponent - 1.0).abs() < 0.01);
/// ```
pub fn power_law(values: &[u64], from: u64) -> Option<PowerLaw> {
    let mut tail: Vec<u64> = values.iter().copied().filter(|value| *value >= from).collect();
    tail.sort_unstable();
    fit(&tail)
}

/// The power law from the threshold that makes it fit best: the smallest of the values with the
/// smallest [`PowerLaw::distance`].
///
/// Every different positive value but the largest is tried. `None` for fewer than two different
/// positive values. O(n × different values), for the tails of thousands, not for millions. Reference:
/// as for [`power_law`], section 3.3.
///
/// ```
/// let mut sizes = vec![3, 5, 6, 7, 8, 9];
/// sizes.extend((1..=200).map(|rank| 100_000 / rank));
/// let found = vigie::stats::power_law::power_law_with_threshold(&sizes).unwrap();
/// assert!(found.from >= 500 && found.n <= 200);
/// ```
pub fn power_law_with_threshold(values: &[u64]) -> Option<PowerLaw> {
    let mut sorted: Vec<u64> = values.iter().copied().filter(|value| *value > 0).collect();
    sorted.sort_unstable();
    let mut best: Option<PowerLaw> = None;
    let mut at = 0;
    for ties in sorted.chunk_by(|a, b| a == b) {
        if let Some(found) = sorted.get(at..).and_then(fit)
            && best.is_none_or(|best| found.distance < best.distance)
        {
            best = Some(found);
        }
        at += ties.len();
    }
    best
}

/// The power law of sorted values from the smallest on.
fn fit(tail: &[u64]) -> Option<PowerLaw> {
    let from = tail.first().copied().filter(|from| *from > 0)?;
    let logarithms: Vec<f64> = tail.iter().map(|value| libm::log(*value as f64 / from as f64)).collect();
    let sum: f64 = logarithms.iter().sum();
    if sum <= 0.0 {
        return None;
    }
    let n = tail.len() as f64;
    let tail_exponent = n / sum;
    let (mut distance, mut distance_both_sides) = (0.0_f64, 0.0_f64);
    for (before, logarithm) in logarithms.iter().enumerate() {
        let share = -libm::expm1(-tail_exponent * logarithm);
        let (below, above) = ((share - before as f64 / n).abs(), (share - (before + 1) as f64 / n).abs());
        distance = distance.max(below);
        distance_both_sides = distance_both_sides.max(below).max(above);
    }
    Some(PowerLaw {
        from,
        alpha: 1.0 + tail_exponent,
        tail_exponent,
        standard_error: tail_exponent / libm::sqrt(n),
        n: tail.len() as u64,
        distance,
        distance_both_sides,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_tail() {
        assert_eq!(power_law(&[], 1), None);
        assert_eq!(power_law(&[0, 3], 0), None);
        assert_eq!(power_law(&[5, 5, 5], 5), None);
        assert_eq!(power_law(&[5, 6], 9), None);
        assert_eq!(power_law_with_threshold(&[0, 0, 7]), None);
    }

    proptest! {
        #[test]
        fn scale_and_order_do_not_matter(values in prop::collection::vec(1..100_000_u64, 2..80), scale in 2..50_u64) {
            let Some(plain) = power_law_with_threshold(&values) else { return Ok(()) };
            let larger: Vec<u64> = values.iter().rev().map(|value| value * scale).collect();
            let scaled = power_law(&larger, plain.from * scale).expect("defined");
            prop_assert_eq!(scaled.n, plain.n);
            prop_assert!((scaled.alpha - plain.alpha).abs() < 1e-9 * plain.alpha);
            prop_assert!((scaled.distance - plain.distance).abs() < 1e-9);
            prop_assert!(plain.alpha > 1.0 && plain.distance <= plain.distance_both_sides);
        }

        #[test]
        fn no_threshold_fits_better(values in prop::collection::vec(1..1_000_u64, 2..60)) {
            let Some(best) = power_law_with_threshold(&values) else { return Ok(()) };
            for from in &values {
                if let Some(other) = power_law(&values, *from) {
                    prop_assert!(best.distance <= other.distance);
                }
            }
        }
    }
}
