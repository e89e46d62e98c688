//! Probabilities of many comparisons made at once: of twenty, one stands out by chance alone.
//!
//! A comparison chosen before looking is reported as it is. A table of "which one differs" uses Holm's
//! rule for up to [`HOLM_UP_TO`] comparisons and Benjamini and Hochberg's for more.

/// Most comparisons for which Holm's rule is used.
pub const HOLM_UP_TO: usize = 10;

/// Which rule made the probabilities of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Adjustment {
    /// One comparison, chosen before: as it is.
    None,
    /// The chance of even one false finding is held at the level.
    Holm,
    /// The share of false ones among the findings is held at the level.
    BenjaminiHochberg,
}

/// The adjusted probabilities, in the order of the input, by the rule that fits their number.
///
/// ```
/// use vigie::stats::multiple::{Adjustment, adjusted};
/// assert_eq!(adjusted(&[0.03]), (Adjustment::None, vec![0.03]));
/// assert_eq!(adjusted(&[0.25, 0.5]), (Adjustment::Holm, vec![0.5, 0.5]));
/// ```
pub fn adjusted(probabilities: &[f64]) -> (Adjustment, Vec<f64>) {
    match probabilities.len() {
        0 | 1 => (Adjustment::None, probabilities.to_vec()),
        2..=HOLM_UP_TO => (Adjustment::Holm, holm(probabilities)),
        _ => (Adjustment::BenjaminiHochberg, benjamini_hochberg(probabilities)),
    }
}

/// Holm's adjusted probabilities, in the order of the input.
///
/// The i-th smallest of m is multiplied by m − i + 1, raised to those before it and held at 1. Valid
/// whatever the comparisons depend on. Ties share one value. The probabilities must lie in [0, 1].
/// O(m log m). Reference: Holm 1979, Scandinavian Journal of Statistics 6:65–70.
///
/// ```
/// assert_eq!(vigie::stats::multiple::holm(&[0.5, 0.125, 0.25]), [0.5, 0.375, 0.5]);
/// ```
pub fn holm(probabilities: &[f64]) -> Vec<f64> {
    let m = probabilities.len();
    let mut adjusted = vec![0.0; m];
    let mut reached = 0.0_f64;
    for (rank, index) in rising(probabilities).into_iter().enumerate() {
        reached = reached.max((probabilities[index] * (m - rank) as f64).min(1.0));
        adjusted[index] = reached;
    }
    adjusted
}

/// Benjamini and Hochberg's adjusted probabilities, in the order of the input.
///
/// The i-th smallest of m is multiplied by m/i, lowered to those after it and held at 1. For
/// comparisons that do not depend on each other, or depend positively. The probabilities must lie in
/// [0, 1]. O(m log m). Reference: Benjamini & Hochberg 1995, JRSS B 57:289–300.
///
/// ```
/// assert_eq!(vigie::stats::multiple::benjamini_hochberg(&[0.5, 0.125]), [0.5, 0.25]);
/// ```
pub fn benjamini_hochberg(probabilities: &[f64]) -> Vec<f64> {
    let m = probabilities.len();
    let mut adjusted = vec![0.0; m];
    let mut reached = 1.0_f64;
    for (rank, index) in rising(probabilities).into_iter().enumerate().rev() {
        reached = reached.min(probabilities[index] * m as f64 / (rank + 1) as f64);
        adjusted[index] = reached;
    }
    adjusted
}

/// Indices from the smallest probability to the largest; equal ones in their order.
fn rising(probabilities: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|one, other| probabilities[*one].total_cmp(&probabilities[*other]));
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn never_below_the_raw_one_and_in_the_same_order(raw in prop::collection::vec(0.0..=1.0_f64, 0..40)) {
            let (holm, bh) = (holm(&raw), benjamini_hochberg(&raw));
            for one in 0..raw.len() {
                prop_assert!(raw[one] <= holm[one] && holm[one] <= 1.0);
                prop_assert!(raw[one] <= bh[one] + 1e-15 && bh[one] <= holm[one] + 1e-12);
                for other in 0..raw.len() {
                    if raw[one] <= raw[other] {
                        prop_assert!(holm[one] <= holm[other] && bh[one] <= bh[other]);
                    }
                }
            }
        }

        #[test]
        fn chance_alone_rarely_passes_holm(seed in any::<u64>()) {
            // 400 tables of eight comparisons without any difference: about one in twenty has a finding.
            let mut random = crate::stats::random::SplitMix64::new(seed);
            let mut found = 0;
            for _ in 0..400 {
                let raw: Vec<f64> = (0..8).map(|_| (random.draw() >> 11) as f64 / (1_u64 << 53) as f64).collect();
                found += u32::from(holm(&raw).iter().any(|p| *p < 0.05));
            }
            prop_assert!(found < 48, "{found} of 400");
        }
    }
}
