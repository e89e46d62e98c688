//! When the level of a series changed: Pettitt's test for one change, and the best cut into segments.
//!
//! Neither knows why. A change of what is collected, or of what must be notified, looks the same as a
//! change of what happens.

use crate::stats::trend_adjusted::average_ranks;

/// Where a series changed most, and how clearly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pettitt {
    /// Largest distance of U from 0.
    pub k: u64,
    /// Index of the first value of the new level; `None` when nothing sets two parts apart.
    pub first_of_new: Option<usize>,
    /// Approximate two-sided probability of at least this K without a change.
    pub p: f64,
}

/// Test for one change of level at an unknown time.
///
/// Uₜ = 2 Σ of the first t ranks − t(n + 1); K = max |Uₜ|, at the first t that reaches it;
/// p ≈ 2 exp(−6K²/(n³ + n²)), at most 1. Ties share ranks. Assumes independent values of one
/// distribution but for the change; a slow trend is found as a change in its middle. `None` for an
/// empty series or a value that is not a number. O(n log n). Reference: Pettitt 1979, Applied
/// Statistics 28:126–135.
///
/// ```
/// let found = vigie::stats::change_point::pettitt(&[3.0, 2.0, 3.0, 2.0, 9.0, 8.0, 9.0, 8.0]).unwrap();
/// assert_eq!((found.k, found.first_of_new), (16, Some(4)));
/// ```
pub fn pettitt(values: &[f64]) -> Option<Pettitt> {
    if values.is_empty() || values.iter().any(|value| value.is_nan()) {
        return None;
    }
    let n = values.len() as f64;
    let (mut sum, mut best) = (0.0, (0.0, None));
    for (before, rank) in average_ranks(values).into_iter().enumerate() {
        sum += 2.0 * rank - (n + 1.0);
        if f64::abs(sum) > best.0 {
            best = (f64::abs(sum), Some(before + 1));
        }
    }
    let (k, first_of_new) = best;
    let p = (2.0 * libm::exp(-6.0 * k * k / (n * n * n + n * n))).min(1.0);
    Some(Pettitt { k: k as u64, first_of_new, p })
}

/// A series cut into segments of one level each.
#[derive(Clone, Debug, PartialEq)]
pub struct Segments {
    /// Index of the first value of each segment but the first, rising.
    pub starts: Vec<usize>,
    /// Sum of the segments' costs and one penalty for each cut.
    pub cost: f64,
    /// Mean of each segment.
    pub means: Vec<f64>,
}

/// How far a segment is from one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentCost {
    /// Twice the negative Poisson log-likelihood but for constants: 2(S − S ln(S/n)).
    Poisson,
    /// Squared distance from the mean of 2√(x + 3/8), which has variance 1 for Poisson counts.
    AnscombeSquares,
}

/// The cut of `counts` into segments of at least `min_length` with the smallest sum of costs and
/// `penalty` for each cut.
///
/// 2 ln n is the usual penalty (an information criterion); times the index of dispersion for counts
/// that come in clusters, which otherwise are cut at every cluster. The answer is exact: all cuts are
/// weighed by dynamic programming, O(n²), and of cuts equally good the earliest is taken. `None` for
/// fewer values than one segment needs, or a penalty that is not a number. References: Killick,
/// Fearnhead & Eckley 2012, JASA 107:1590–1598; Jackson et al. 2005, IEEE Signal Processing Letters
/// 12:105–108; Anscombe 1948, Biometrika 35:246–254.
///
/// ```
/// use vigie::stats::change_point::{SegmentCost, segments};
/// let found = segments(&[3, 3, 3, 3, 12, 12, 12, 12], SegmentCost::Poisson, 4.2, 3).unwrap();
/// assert_eq!((found.starts, found.means), (vec![4], vec![3.0, 12.0]));
/// ```
pub fn segments(counts: &[u64], cost: SegmentCost, penalty: f64, min_length: usize) -> Option<Segments> {
    let n = counts.len();
    let shortest = min_length.max(1);
    if n < shortest || penalty.is_nan() {
        return None;
    }
    let sums = Sums::of(counts, cost);
    // best[t]: smallest cost of the first t values, and where its last segment starts.
    let mut best: Vec<Option<(f64, usize)>> = vec![None; n + 1];
    best[0] = Some((-penalty, 0));
    for end in shortest..=n {
        let mut least: Option<(f64, usize)> = None;
        for (start, before) in best.iter().enumerate().take(end - shortest + 1) {
            let Some((before, _)) = before else { continue };
            let total = before + sums.cost(start, end) + penalty;
            if least.is_none_or(|(so_far, _)| total < so_far) {
                least = Some((total, start));
            }
        }
        best[end] = least;
    }
    let (cost, _) = (*best.get(n)?)?;
    let (mut starts, mut means, mut end) = (Vec::new(), Vec::new(), n);
    while end > 0 {
        let (_, start) = (*best.get(end)?)?;
        let total: u128 = counts.get(start..end)?.iter().copied().map(u128::from).sum();
        means.push(total as f64 / (end - start) as f64);
        if start > 0 {
            starts.push(start);
        }
        end = start;
    }
    starts.reverse();
    means.reverse();
    Some(Segments { starts, cost, means })
}

/// Running sums, so that the cost of any segment is found at once.
struct Sums {
    cost: SegmentCost,
    /// Of the values before each index: sum, and sum of squares.
    before: Vec<(f64, f64)>,
}

impl Sums {
    fn of(counts: &[u64], cost: SegmentCost) -> Self {
        let mut before = vec![(0.0, 0.0)];
        let (mut sum, mut squares) = (0.0, 0.0);
        for count in counts {
            let value = match cost {
                SegmentCost::Poisson => *count as f64,
                SegmentCost::AnscombeSquares => 2.0 * libm::sqrt(*count as f64 + 0.375),
            };
            sum += value;
            squares += value * value;
            before.push((sum, squares));
        }
        Self { cost, before }
    }

    fn cost(&self, start: usize, end: usize) -> f64 {
        let (Some(from), Some(to)) = (self.before.get(start), self.before.get(end)) else { return f64::INFINITY };
        let (sum, squares, n) = (to.0 - from.0, to.1 - from.1, (end - start) as f64);
        match self.cost {
            SegmentCost::Poisson if sum > 0.0 => 2.0 * (sum - sum * libm::log(sum / n)),
            SegmentCost::Poisson => 0.0,
            SegmentCost::AnscombeSquares => (squares - sum * sum / n).max(0.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn too_little_to_cut() {
        assert_eq!(pettitt(&[]), None);
        assert_eq!(pettitt(&[1.0, f64::NAN]), None);
        assert_eq!(pettitt(&[4.0]).expect("defined").first_of_new, None);
        assert_eq!(segments(&[1, 2], SegmentCost::Poisson, 1.0, 3), None);
        assert_eq!(segments(&[], SegmentCost::Poisson, 1.0, 0), None);
        assert_eq!(segments(&[1, 2, 3], SegmentCost::Poisson, f64::NAN, 1), None);
        // Five values cannot be cut into two segments of three.
        let found = segments(&[0, 0, 0, 90, 90], SegmentCost::Poisson, 1.0, 3).expect("defined");
        assert_eq!(found.starts, Vec::<usize>::new());
    }

    proptest! {
        #[test]
        fn no_other_cut_is_better(
            counts in prop::collection::vec(0..30_u64, 6..14), penalty in 0.0..20.0_f64, squares in any::<bool>(),
        ) {
            let cost = if squares { SegmentCost::AnscombeSquares } else { SegmentCost::Poisson };
            let sums = Sums::of(&counts, cost);
            let n = counts.len();
            let mut least = f64::INFINITY;
            // Every subset of places to cut at.
            for cuts in 0_u32..1 << (n - 1) {
                let mut ends: Vec<usize> = (1..n).filter(|at| cuts >> (at - 1) & 1 == 1).collect();
                ends.push(n);
                let (mut total, mut start) = (-penalty, 0);
                for end in ends {
                    let cost = if end - start < 2 { f64::INFINITY } else { sums.cost(start, end) };
                    total += cost + penalty;
                    start = end;
                }
                least = least.min(total);
            }
            let found = segments(&counts, cost, penalty, 2).expect("defined");
            prop_assert!((found.cost - least).abs() < 1e-8, "{} is not {}", found.cost, least);
            prop_assert_eq!(found.means.len(), found.starts.len() + 1);
        }

        #[test]
        fn a_change_follows_scale_shift_and_mirror(values in prop::collection::vec(0..40_i32, 2..60), scale in 1..9_i32) {
            let series = |change: &dyn Fn(i32) -> i32| pettitt(&values.iter().map(|v| f64::from(change(*v))).collect::<Vec<_>>());
            let plain = series(&|v| v).expect("defined");
            prop_assert_eq!(series(&|v| v * scale + 7).expect("defined"), plain);
            prop_assert_eq!(series(&|v| -v).expect("defined"), plain);
            prop_assert!((0.0..=1.0).contains(&plain.p));
        }
    }
}
