//! Whether groups wait equally long: the log-rank test.
//!
//! For registers only, where a record that is still open is known, and with equal follow-up. Curves
//! that cross make it blind: show them, and the shares by day 30 and 90, side by side.

use crate::stats::normal::Tail;
use crate::stats::special::chi_squared_tail;
use crate::stats::survival::{SurvivalCurve, SurvivalStep};

/// A matrix with a pivot below this share of its largest entry has no inverse.
const SINGULAR: f64 = 1e-12;

/// Events seen and expected in each group, and the test.
#[derive(Clone, Debug, PartialEq)]
pub struct LogRank {
    /// Events in each group.
    pub observed: Vec<u64>,
    /// Events that each group would have had if all waited alike.
    pub expected: Vec<f64>,
    /// The test; `None` where nothing varies: no events, or a group without records.
    pub test: Option<ChiSquared>,
}

/// A statistic that follows a chi-squared distribution when there is no difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChiSquared {
    /// The statistic.
    pub chi_squared: f64,
    /// Degrees of freedom.
    pub degrees: u64,
    /// Probability of at least this much without a difference.
    pub p: f64,
}

/// The log-rank test of two or more survival curves, one for each group.
///
/// At each time with events, Eⱼ = d·nⱼ/n of the d events are expected in group j; U = Σ(O − E) over the
/// first k − 1 groups, with the hypergeometric covariance Σ d(n − d)/(n − 1)·nᵢ(nδᵢⱼ − nⱼ)/n²;
/// UᵀV⁻¹U follows χ²(k − 1). One censored at a time is at risk at it. Ties need no care. Works on counts
/// per day, so O(number of distinct times). References: Mantel 1966, Cancer Chemotherapy Reports
/// 50:163–170; Peto & Peto 1972, JRSS A 135:185–207; Klein & Moeschberger 2003, §7.3.
///
/// ```
/// use vigie::stats::{logrank::logrank, survival::{Outcome, SurvivalTally}};
/// let curve = |times: &[u32]| times.iter().map(|days| (*days, Outcome::Event)).collect::<SurvivalTally>().curve(0.95);
/// let (short, long) = (curve(&[1, 2, 3, 4, 5]), curve(&[11, 12, 13, 14, 15]));
/// assert!(logrank(&[&short, &long]).test.unwrap().p < 0.01);
/// assert_eq!(logrank(&[&short, &short]).test.unwrap().p, 1.0);
/// ```
pub fn logrank(groups: &[&SurvivalCurve]) -> LogRank {
    let k = groups.len();
    let mut expected = vec![0.0; k];
    let mut covariance = vec![vec![0.0; k]; k];
    let mut at = vec![0_usize; k];
    while let Some(days) = next_time(groups, &at) {
        let here: Vec<(f64, f64)> =
            groups.iter().zip(&at).map(|(curve, at)| at_risk_and_events(curve, *at, days)).collect();
        let (n, d) = here.iter().fold((0.0, 0.0), |(n, d), (risk, events)| (n + risk, d + events));
        if d > 0.0 {
            let spread = if n > 1.0 { d * (n - d) / ((n - 1.0) * n * n) } else { 0.0 };
            for (i, (risk, _)) in here.iter().enumerate() {
                expected[i] += d * risk / n;
                for (j, (other, _)) in here.iter().enumerate() {
                    let own = if i == j { n } else { 0.0 };
                    covariance[i][j] += spread * risk * (own - other);
                }
            }
        }
        for (at, curve) in at.iter_mut().zip(groups) {
            if curve.steps.get(*at).is_some_and(|step| step.days == days) {
                *at += 1;
            }
        }
    }
    let observed: Vec<u64> = groups.iter().map(|curve| curve.events).collect();
    let free = k.saturating_sub(1);
    let off: Vec<f64> = observed.iter().zip(&expected).take(free).map(|(seen, due)| *seen as f64 - due).collect();
    let matrix: Vec<Vec<f64>> = covariance.iter().take(free).map(|row| row[..free].to_vec()).collect();
    let test = solve(matrix, off.clone()).filter(|_| free > 0).map(|solved| {
        let chi_squared = off.iter().zip(&solved).map(|(off, solved)| off * solved).sum::<f64>().max(0.0);
        ChiSquared { chi_squared, degrees: free as u64, p: chi_squared_tail(free as f64, chi_squared, Tail::Upper) }
    });
    LogRank { observed, expected, test }
}

fn next_time(groups: &[&SurvivalCurve], at: &[usize]) -> Option<u32> {
    groups.iter().zip(at).filter_map(|(curve, at)| curve.steps.get(*at)).map(|step| step.days).min()
}

/// Records at risk at a time and events at it, in the group whose next step is `at`.
fn at_risk_and_events(curve: &SurvivalCurve, at: usize, days: u32) -> (f64, f64) {
    let step: Option<&SurvivalStep> = curve.steps.get(at);
    step.map_or((0.0, 0.0), |step| {
        let events = if step.days == days { step.events } else { 0 };
        (step.at_risk as f64, events as f64)
    })
}

/// Solves a symmetric system by elimination; `None` if it has no single solution.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let size = right.len();
    let largest = matrix.iter().flatten().fold(0.0_f64, |largest, entry| largest.max(entry.abs()));
    for column in 0..size {
        let pivot = (column..size).max_by(|a, b| matrix[*a][column].abs().total_cmp(&matrix[*b][column].abs()))?;
        if matrix[pivot][column].abs() <= largest * SINGULAR {
            return None;
        }
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        let top = matrix[column].clone();
        for row in column + 1..size {
            let factor = matrix[row][column] / top[column];
            for (entry, above) in matrix[row].iter_mut().zip(&top).skip(column) {
                *entry -= factor * above;
            }
            right[row] -= factor * right[column];
        }
    }
    let mut solution = vec![0.0; size];
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|column| matrix[row][column] * solution[column]).sum();
        solution[row] = (right[row] - known) / matrix[row][row];
    }
    Some(solution)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::survival::{Outcome, SurvivalTally};

    type Records = Vec<(u32, bool)>;

    fn records() -> impl Strategy<Value = Records> {
        prop::collection::vec((0..40_u32, any::<bool>()), 1..40)
    }

    fn curve(records: &Records) -> SurvivalCurve {
        let outcome = |event: bool| if event { Outcome::Event } else { Outcome::Censored };
        records.iter().map(|(days, event)| (*days, outcome(*event))).collect::<SurvivalTally>().curve(0.95)
    }

    #[test]
    fn nothing_to_compare() {
        assert_eq!(logrank(&[]).test, None);
        let alone = curve(&vec![(1, true), (2, true)]);
        assert_eq!(logrank(&[&alone]).test, None);
        let nobody = curve(&Vec::new());
        assert_eq!(logrank(&[&alone, &nobody]).test, None);
    }

    proptest! {
        #[test]
        fn as_many_are_expected_as_were_seen(a in records(), b in records(), c in records()) {
            let curves = [curve(&a), curve(&b), curve(&c)];
            let found = logrank(&curves.iter().collect::<Vec<_>>());
            let seen: u64 = found.observed.iter().sum();
            prop_assert!((found.expected.iter().sum::<f64>() - seen as f64).abs() < 1e-9);
        }

        #[test]
        fn the_order_of_groups_and_the_unit_of_time_do_not_matter(a in records(), b in records(), c in records()) {
            let curves = [curve(&a), curve(&b), curve(&c)];
            let longer = [&b, &c, &a].map(|group| curve(&group.iter().map(|(days, event)| (7 * days + 3, *event)).collect()));
            let one = logrank(&curves.iter().collect::<Vec<_>>()).test;
            let other = logrank(&longer.iter().collect::<Vec<_>>()).test;
            prop_assert_eq!(one.is_some(), other.is_some());
            if let (Some(one), Some(other)) = (one, other) {
                prop_assert!((one.chi_squared - other.chi_squared).abs() < 1e-7 * (1.0 + one.chi_squared));
                prop_assert!((0.0..=1.0).contains(&one.p));
            }
        }
    }
}
