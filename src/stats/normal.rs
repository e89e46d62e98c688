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
    3.387_132_872_796_366_608_0,
    1.331_416_678_917_843_774_5e2,
    1.971_590_950_306_551_442_7e3,
    1.373_169_376_550_946_112_5e4,
    4.592_195_393_154_987_145_7e4,
    6.726_577_092_700_870_085_3e4,
    3.343_057_558_358_812_810_5e4,
    2.509_080_928_730_122_672_7e3,
];
const CENTRE_BOTTOM: [f64; 8] = [
    1.0,
    4.231_333_070_160_091_125_2e1,
    6.871_870_074_920_579_083_0e2,
    5.394_196_021_424_751_107_7e3,
    2.121_379_430_158_659_586_7e4,
    3.930_789_580_009_271_061_0e4,
    2.872_908_573_572_194_267_4e4,
    5.226_495_278_852_854_561_0e3,
];
const NEAR_TOP: [f64; 8] = [
    1.423_437_110_749_683_577_34,
    4.630_337_846_156_545_295_90,
    5.769_497_221_460_691_405_50,
    3.647_848_324_763_204_605_04,
    1.270_458_252_452_368_382_58,
    2.417_807_251_774_506_117_70e-1,
    2.272_384_498_926_918_458_33e-2,
    7.745_450_142_783_414_076_40e-4,
];
const NEAR_BOTTOM: [f64; 8] = [
    1.0,
    2.053_191_626_637_758_821_87,
    1.676_384_830_183_803_849_40,
    6.897_673_349_851_000_045_50e-1,
    1.481_039_764_274_800_745_90e-1,
    1.519_866_656_361_645_719_66e-2,
    5.475_938_084_995_344_946_00e-4,
    1.050_750_071_644_416_843_24e-9,
];
const FAR_TOP: [f64; 8] = [
    6.657_904_643_501_103_777_20,
    5.463_784_911_164_114_369_90,
    1.784_826_539_917_291_335_80,
    2.965_605_718_285_048_912_30e-1,
    2.653_218_952_657_612_309_30e-2,
    1.242_660_947_388_078_438_60e-3,
    2.711_555_568_743_487_578_15e-5,
    2.010_334_399_292_288_132_65e-7,
];
const FAR_BOTTOM: [f64; 8] = [
    1.0,
    5.998_322_065_558_879_376_90e-1,
    1.369_298_809_227_358_053_10e-1,
    1.487_536_129_085_061_485_25e-2,
    7.868_691_311_456_132_591_00e-4,
    1.846_318_317_510_054_681_80e-5,
    1.421_511_758_316_445_888_70e-7,
    2.044_263_103_389_939_785_64e-15,
];

#[cfg(test)]
mod tests {
    use super::*;

    // Sixty-digit arithmetic (mpmath 1.3), rounded to double.
    const NORMAL: &[(f64, f64)] = &[
        (0.975, 1.9599639845400538),
        (0.95, 1.6448536269514722),
        (0.5001, 0.00025066283008800747),
        (0.07, -1.4757910281791706),
        (0.005, -2.575829303548901),
        (1e-12, -7.034483825301132),
        (1e-300, -37.0470962993612),
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
