//! Shares of a whole, with their intervals.

use crate::stats::estimate::{Estimate, Interval, Method};
use crate::stats::normal::{Tail, normal_quantile};
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
    }
}
