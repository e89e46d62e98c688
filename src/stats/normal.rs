//! The normal distribution, and which tail of a distribution is meant.

use std::f64::consts::SQRT_2;

/// Which side of a distribution a probability is measured on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// Probability of at most x.
    Lower,
    /// Probability of more than x.
    Upper,
}

/// Quantile of the standard normal distribution: the z with `P(Z ≤ z) = p`.
///
/// −∞ at 0, +∞ at 1, `NaN` outside [0, 1]. Reference: Wichura 1988, algorithm AS 241, Applied
/// Statistics 37:477–484 (routine PPND16, relative accuracy about 1e-16).
///
/// ```
/// let z = vigie::stats::normal::normal_quantile(0.975);
/// assert!((z - 1.959_963_984_540_054).abs() < 1e-14);
/// ```
pub fn normal_quantile(p: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    let from_middle = p - 0.5;
    if from_middle.abs() <= 0.425 {
        let r = 0.180_625 - from_middle * from_middle;
        return from_middle * polynomial(&CENTRE_TOP, r) / polynomial(&CENTRE_BOTTOM, r);
    }
    let tail = if from_middle < 0.0 { p } else { 1.0 - p };
    if tail <= 0.0 {
        return f64::INFINITY.copysign(from_middle);
    }
    let r = libm::sqrt(-libm::log(tail));
    let z = if r <= 5.0 {
        polynomial(&NEAR_TOP, r - 1.6) / polynomial(&NEAR_BOTTOM, r - 1.6)
    } else {
        polynomial(&FAR_TOP, r - 5.0) / polynomial(&FAR_BOTTOM, r - 5.0)
    };
    z.copysign(from_middle)
}

/// Probability that a standard normal value is in the given tail of z.
///
/// ```
/// use vigie::stats::normal::{Tail, normal_tail};
/// assert!((normal_tail(1.96, Tail::Upper) - 0.024_997_895).abs() < 1e-9);
/// ```
pub fn normal_tail(z: f64, tail: Tail) -> f64 {
    let signed = match tail {
        Tail::Lower => -z,
        Tail::Upper => z,
    };
    0.5 * libm::erfc(signed / SQRT_2)
}

/// Coefficients from the constant upwards.
pub(super) fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

const CENTRE_TOP: [f64; 8] = [
    3.387_132_872_796_366_5,
    133.141_667_891_784_38,
    1_971.590_950_306_551_3,
    13_731.693_765_509_46,
    45_921.953_931_549_87,
    67_265.770_927_008_7,
    33_430.575_583_588_13,
    2_509.080_928_730_122_7,
];
const CENTRE_BOTTOM: [f64; 8] = [
    1.0,
    42.313_330_701_600_91,
    687.187_007_492_057_9,
    5_394.196_021_424_751,
    21_213.794_301_586_597,
    39_307.895_800_092_71,
    28_729.085_735_721_943,
    5_226.495_278_852_854,
];
const NEAR_TOP: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    0.241_780_725_177_450_6,
    0.022_723_844_989_269_184,
    0.000_774_545_014_278_341_4,
];
const NEAR_BOTTOM: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    0.689_767_334_985_1,
    0.148_103_976_427_480_08,
    0.015_198_666_563_616_457,
    0.000_547_593_808_499_534_5,
    1.050_750_071_644_416_9e-9,
];
const FAR_TOP: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    0.296_560_571_828_504_87,
    0.026_532_189_526_576_124,
    0.001_242_660_947_388_078_4,
    2.711_555_568_743_487_6e-5,
    2.010_334_399_292_288_1e-7,
];
const FAR_BOTTOM: [f64; 8] = [
    1.0,
    0.599_832_206_555_888,
    0.136_929_880_922_735_8,
    0.014_875_361_290_850_615,
    0.000_786_869_131_145_613_3,
    1.846_318_317_510_054_8e-5,
    1.421_511_758_316_446e-7,
    2.044_263_103_389_939_7e-15,
];

#[cfg(test)]
mod tests {
    use super::*;

    // Sixty-digit arithmetic (mpmath 1.3), rounded to double.
    const NORMAL: &[(f64, f64)] = &[
        (0.975, 1.959_963_984_540_053_8),
        (0.95, 1.644_853_626_951_472_2),
        (0.5001, 0.000_250_662_830_088_007_47),
        (0.07, -1.475_791_028_179_170_6),
        (0.005, -2.575_829_303_548_901),
        (1e-12, -7.034_483_825_301_132),
        (1e-300, -37.047_096_299_361_2),
    ];

    #[test]
    fn agrees_with_reference_values() {
        for &(p, want) in NORMAL {
            let got = normal_quantile(p);
            assert!((got - want).abs() <= 4e-15 * want.abs(), "got {got:e}, want {want:e}");
            assert!((normal_tail(got, Tail::Lower) - p).abs() <= 1e-12 * p);
        }
    }

    #[test]
    fn ends_and_nonsense() {
        assert_eq!(normal_quantile(0.0), f64::NEG_INFINITY);
        assert_eq!(normal_quantile(1.0), f64::INFINITY);
        assert!(normal_quantile(1.1).is_nan() && normal_quantile(f64::NAN).is_nan());
    }
}
