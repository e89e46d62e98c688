//! How much of the sum the largest few make up.

use crate::stats::concentration::{concentration, fewest_for};

/// Most points of a curve.
const MOST_POINTS: usize = 240;

/// How the sum is spread over the incidents, by lower ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Concentration {
    /// Records with a number.
    pub n: u64,
    /// Number of the largest records, and their share of the sum, from 0 to 1: some of them, rising, the last all.
    pub largest: Vec<(u64, f64)>,
    /// Part of the records, beginning with the smallest, and their part of the sum: Lorenz's curve.
    pub lorenz: Vec<(f64, f64)>,
    /// Fewest records that make up at least half of the sum.
    pub half: u64,
    /// Gini's coefficient: 0 where all are equal, near 1 where one has all.
    pub gini: f64,
}

impl Concentration {
    /// How numbers are spread; `None` where they add up to nothing. Orders `values`.
    pub fn of(values: &mut [u64]) -> Option<Self> {
        let found = concentration(values)?;
        let n = values.len();
        let share = |k: usize| Some(1.0 - *found.lorenz.get(n.checked_sub(k)?)?);
        let stride = n.div_ceil(MOST_POINTS).max(1);
        let kept = |at: &usize| at.is_multiple_of(stride) || *at == n;
        let parts = (0..=n).filter(kept).filter_map(|at| Some((at as f64 / n as f64, *found.lorenz.get(at)?)));
        Some(Self {
            n: n as u64,
            largest: ranks(n).into_iter().filter_map(|k| Some((k as u64, share(k)?))).collect(),
            lorenz: parts.collect(),
            half: fewest_for(values, 0.5)? as u64,
            gini: found.gini,
        })
    }

    /// The share of the `k` largest; `None` where it was not kept.
    pub fn share_of(&self, k: u64) -> Option<f64> {
        self.largest.iter().find(|(rank, _)| *rank == k).map(|(_, share)| *share)
    }
}

/// Ranks at which the share is kept: every one to a hundred, then fewer, and all.
fn ranks(n: usize) -> Vec<usize> {
    let mut ranks: Vec<usize> = (1..=n.min(100)).collect();
    let mut rank = 100_usize;
    while rank < n {
        rank = (rank + rank / 16).min(n);
        ranks.push(rank);
    }
    for named in [200, 500, 1_000, 10_000, n.div_ceil(100), n.div_ceil(10), n] {
        if named <= n && named > 0 {
            ranks.push(named);
        }
    }
    ranks.sort_unstable();
    ranks.dedup();
    ranks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_largest_few_by_the_table() {
        let found = Concentration::of(&mut [1, 1, 8, 10, 0]).expect("a sum");
        assert_eq!((found.n, found.half), (5, 1));
        let shares: Vec<String> = found.largest.iter().map(|(k, share)| format!("{k} {share:.2}")).collect();
        assert_eq!(shares, ["1 0.50", "2 0.90", "3 0.95", "4 1.00", "5 1.00"]);
        assert_eq!(found.lorenz.first(), Some(&(0.0, 0.0)));
        assert_eq!(found.lorenz.last(), Some(&(1.0, 1.0)));
        assert_eq!(Concentration::of(&mut [0, 0]), None);
        assert_eq!(Concentration::of(&mut []), None);
        let equal = Concentration::of(&mut [7; 40]).expect("a sum");
        assert!(equal.gini.abs() < 1e-12 && equal.half == 20);
    }

    proptest! {
        #[test]
        fn shares_rise_to_all_and_scale_changes_nothing(values in prop::collection::vec(0..1_000_000_u64, 1..400)) {
            let Some(found) = Concentration::of(&mut values.clone()) else { return Ok(()) };
            let mut scaled: Vec<u64> = values.iter().map(|value| value * 1_000).collect();
            let other = Concentration::of(&mut scaled).expect("a sum");
            prop_assert!((found.gini - other.gini).abs() < 1e-9 && found.half == other.half);
            prop_assert!((0.0..1.0).contains(&found.gini));
            prop_assert!(found.largest.windows(2).all(|pair| pair[0].1 <= pair[1].1));
            prop_assert_eq!(found.share_of(values.len() as u64), Some(1.0));
            // Lorenz's curve lies under the diagonal and is the largest-first curve read from the other end.
            prop_assert!(found.lorenz.iter().all(|(part, share)| *share <= part + 1e-12));
        }
    }
}
