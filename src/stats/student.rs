//! Student's t distribution: for intervals of means and slopes whose spread is itself estimated.

use crate::stats::normal::Tail;
use crate::stats::special::{beta_quantile, beta_tail};

/// Tail of Student's t distribution with this many degrees of freedom (> 0, not necessarily whole).
///
/// P(T > t) = ½ I(ν/(ν + t²); ν/2, ½) for t ≥ 0, the other side by symmetry. `NaN` without degrees of
/// freedom. Reference: Abramowitz & Stegun 1964, 26.7.1.
///
/// ```
/// use vigie::stats::{normal::Tail, student::student_tail};
/// // One degree of freedom is the Cauchy distribution.
/// assert!((student_tail(1.0, 1.0, Tail::Upper) - 0.25).abs() < 1e-15);
/// ```
pub fn student_tail(degrees: f64, t: f64, tail: Tail) -> f64 {
    let square = t * t;
    let outer = if square.is_infinite() {
        0.0
    } else {
        let whole = degrees + square;
        0.5 * beta_tail(degrees / 2.0, 0.5, degrees / whole, square / whole, Tail::Lower)
    };
    if (t >= 0.0) == (tail == Tail::Upper) { outer } else { 1.0 - outer }
}

/// Quantile of Student's t distribution: the t with `P(T ≤ t) = p`.
///
/// −∞ at 0, +∞ at 1, `NaN` outside [0, 1] or without degrees of freedom. Reference: as for
/// [`student_tail`], solved for t.
///
/// ```
/// let t = vigie::stats::student::student_quantile(10.0, 0.975);
/// assert!((t - 2.228_138_851_986_274_7).abs() < 1e-12);
/// ```
pub fn student_quantile(degrees: f64, p: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    let outer = if p < 0.5 { p } else { 1.0 - p };
    let (x, y) = beta_quantile(degrees / 2.0, 0.5, 2.0 * outer, Tail::Lower);
    let t = libm::sqrt(degrees * y / x);
    if p < 0.5 { -t } else { t }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    // Fifty-digit arithmetic: tan(0.475 π) for one degree of freedom, the finite sum of even degrees
    // (Abramowitz & Stegun 26.7.4) and bisection for the others. Degrees, probability, quantile.
    const QUANTILES: &[(f64, f64, f64)] = &[
        (1.0, 0.975, 12.706_204_736_174_705),
        (2.0, 0.9, 1.885_618_083_164_126_7),
        (8.0, 0.975, 2.306_004_135_204_166_6),
        (30.0, 0.025, -2.042_272_456_301_238),
        (118.0, 0.975, 1.980_272_249_272_974_6),
    ];

    #[test]
    fn agrees_with_reference_values() {
        for &(degrees, p, want) in QUANTILES {
            let got = student_quantile(degrees, p);
            assert!((got - want).abs() <= 1e-12 * want.abs(), "got {got:e}, want {want:e}");
        }
    }

    #[test]
    fn ends_and_nonsense() {
        assert_eq!(student_quantile(5.0, 0.0), f64::NEG_INFINITY);
        assert_eq!(student_quantile(5.0, 1.0), f64::INFINITY);
        assert_eq!(student_quantile(5.0, 0.5), 0.0);
        assert!(student_quantile(5.0, 1.5).is_nan() && student_quantile(0.0, 0.9).is_nan());
        assert_eq!(student_tail(3.0, f64::INFINITY, Tail::Upper), 0.0);
        assert_eq!(student_tail(3.0, f64::INFINITY, Tail::Lower), 1.0);
    }

    proptest! {
        #[test]
        fn quantiles_undo_tails(degrees in 1.0..500.0_f64, p in 1e-6..0.999_999_f64) {
            let t = student_quantile(degrees, p);
            prop_assert!((student_tail(degrees, t, Tail::Lower) - p).abs() < 1e-9);
            prop_assert!((student_tail(degrees, -t, Tail::Upper) - p).abs() < 1e-9);
        }
    }
}
