//! Shares of a whole, with their intervals.

use crate::stats::estimate::{Estimate, Interval, Method};
use crate::stats::normal::{Tail, normal_quantile, normal_tail};
use crate::stats::special::beta_quantile;

/// A share and the two intervals in use for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Part over whole.
    pub share: f64,
    /// Wilson's interval: what is shown.
    pub wilson: (f64, f64),
    /// The exact interval of Clopper and Pearson: never too narrow, usually too wide.
    pub clopper_pearson: (f64, f64),
}

/// The share `part / whole` with its intervals at confidence `level` (0 < level < 1).
///
/// Wilson: (p̂ + z²/2n ± z√(p̂q̂/n + z²/4n²)) / (1 + z²/n), with ends exactly 0 and 1 where the part
/// is nothing or all. Clopper–Pearson: beta quantiles. `None` if the whole is 0 or smaller than the
/// part. References: Wilson 1927, JASA 22:209–212; Brown, Cai & DasGupta 2001, Statistical Science
/// 16:101–133.
///
/// ```
/// let share = vigie::stats::share::share(53, 180, 0.95).unwrap();
/// assert_eq!(format!("{:.0} %", 100.0 * share.share), "29 %");
/// assert_eq!(format!("{:.2} to {:.2}", share.wilson.0, share.wilson.1), "0.23 to 0.36");
/// ```
pub fn share(part: u64, whole: u64, level: f64) -> Option<Share> {
    if whole == 0 || part > whole {
        return None;
    }
    let (x, n) = (part as f64, whole as f64);
    let rest = (whole - part) as f64;
    let half_alpha = (1.0 - level) / 2.0;
    let exact_low = match part {
        0 => 0.0,
        _ => beta_quantile(x, rest + 1.0, half_alpha, Tail::Lower).0,
    };
    let exact_high = if part == whole { 1.0 } else { beta_quantile(x + 1.0, rest, half_alpha, Tail::Upper).0 };
    Some(Share { share: x / n, wilson: wilson(x, n, level, part, whole), clopper_pearson: (exact_low, exact_high) })
}

/// Wilson's share as an [`Estimate`]; `n` is the whole. Undefined (no value) when the whole is 0.
pub fn share_estimate(part: u64, whole: u64, level: f64) -> Estimate {
    let found = share(part, whole, level);
    let interval = Interval { low: found.map(|share| share.wilson.0), high: found.map(|share| share.wilson.1), level };
    Estimate::new(found.map(|share| share.share), interval, whole, Method::Wilson)
}

/// The difference of two shares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareDifference {
    /// First share less second share.
    pub difference: f64,
    /// Newcombe's interval.
    pub interval: (f64, f64),
    /// Two-sided probability of a difference this large without one (Pearson's χ² of the two by two
    /// table), for a table of many comparisons; `None` when both shares are 0 or both are 1.
    pub p: Option<f64>,
    /// Sum of both wholes.
    pub n: u64,
    /// Confidence level of the interval.
    pub level: f64,
}

/// Difference of the shares `part / whole` of two groups, each given as (part, whole), with its
/// interval at confidence `level`.
///
/// From shares p and Wilson limits (l, u) of each: p₁ − p₂ less √((p₁ − l₁)² + (u₂ − p₂)²), and plus
/// √((u₁ − p₁)² + (p₂ − l₂)²). `None` if a whole is 0 or smaller than its part. The groups must not
/// share records. Reference: Newcombe 1998, Statistics in Medicine 17:873–890, method 10.
///
/// ```
/// let found = vigie::stats::share::share_difference((56, 70), (48, 80), 0.95).unwrap();
/// assert!((found.interval.0 - 0.0524).abs() < 5e-5 && (found.interval.1 - 0.3339).abs() < 5e-5);
/// ```
pub fn share_difference(first: (u64, u64), second: (u64, u64), level: f64) -> Option<ShareDifference> {
    let (one, other) = (share(first.0, first.1, level)?, share(second.0, second.1, level)?);
    let (p1, p2) = (one.share, other.share);
    let below = libm::hypot(p1 - one.wilson.0, other.wilson.1 - p2);
    let above = libm::hypot(one.wilson.1 - p1, p2 - other.wilson.0);
    let (n1, n2) = (first.1 as f64, second.1 as f64);
    let pooled = (first.0 + second.0) as f64 / (n1 + n2);
    let variance = pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2);
    let z = (p1 - p2) / libm::sqrt(variance);
    Some(ShareDifference {
        difference: p1 - p2,
        interval: ((p1 - p2 - below).max(-1.0), (p1 - p2 + above).min(1.0)),
        p: (variance > 0.0).then(|| (2.0 * normal_tail(z.abs(), Tail::Upper)).min(1.0)),
        n: first.1 + second.1,
        level,
    })
}

impl ShareDifference {
    /// The difference as an [`Estimate`].
    pub fn estimate(&self) -> Estimate {
        let interval = Interval { low: Some(self.interval.0), high: Some(self.interval.1), level: self.level };
        Estimate::new(Some(self.difference), interval, self.n, Method::Newcombe)
    }
}

fn wilson(x: f64, n: f64, level: f64, part: u64, whole: u64) -> (f64, f64) {
    let z = normal_quantile(0.5 + level / 2.0);
    let (p, z2) = (x / n, z * z);
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = z * libm::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n)) / (1.0 + z2 / n);
    let low = if part == 0 { 0.0 } else { (centre - half).max(0.0) };
    let high = if part == whole { 1.0 } else { (centre + half).min(1.0) };
    (low, high)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_has_no_share() {
        assert_eq!(share(0, 0, 0.95), None);
        assert_eq!(share(3, 2, 0.95), None);
        assert_eq!(share_estimate(0, 0, 0.95).value, None);
    }

    proptest! {
        #[test]
        fn both_intervals_hold_the_share(part in 0..3_000_u64, rest in 0..3_000_u64) {
            prop_assume!(part + rest > 0);
            let found = share(part, part + rest, 0.95).expect("defined");
            let mirrored = share(rest, part + rest, 0.95).expect("defined");
            for (low, high) in [found.wilson, found.clopper_pearson] {
                prop_assert!(0.0 <= low && low <= found.share);
                prop_assert!(found.share <= high && high <= 1.0);
            }
            prop_assert!((found.wilson.0 + mirrored.wilson.1 - 1.0).abs() < 1e-12);
            prop_assert!((found.clopper_pearson.0 + mirrored.clopper_pearson.1 - 1.0).abs() < 1e-12);
        }

        #[test]
        fn exchanging_the_groups_turns_the_difference_round(a in 0..300_u64, b in 0..300_u64, c in 0..300_u64, d in 0..300_u64) {
            prop_assume!(a + b > 0 && c + d > 0);
            let there = share_difference((a, a + b), (c, c + d), 0.95).expect("defined");
            let back = share_difference((c, c + d), (a, a + b), 0.95).expect("defined");
            prop_assert!((there.difference + back.difference).abs() < 1e-15);
            prop_assert!((there.interval.0 + back.interval.1).abs() < 1e-12);
            prop_assert!(there.interval.0 <= there.difference && there.difference <= there.interval.1);
            prop_assert_eq!(there.p, back.p);
        }
    }
}
