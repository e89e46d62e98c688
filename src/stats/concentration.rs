//! How much of a total the largest hold: Lorenz's curve and Gini's index.

/// Lorenz's curve with Gini's index.
#[derive(Clone, Debug, PartialEq)]
pub struct Concentration {
    /// Gini's index: 0 when all are equal, towards 1 when one holds everything.
    pub gini: f64,
    /// The same times n/(n − 1), without bias for few values; `None` for one value.
    pub gini_unbiased: Option<f64>,
    /// Share of the total held by the smallest 0, 1, … n values: n + 1 points from 0 to 1.
    pub lorenz: Vec<f64>,
}

/// Gini's index and Lorenz's curve of values that are not negative; `None` without values or if all
/// are 0.
///
/// G = 2 Σ i·x₍ᵢ₎/(n Σ x) − (n + 1)/n over values in rising order. Sums are whole numbers. Ties need
/// no care; zeros count. Sorts the values. References: Lorenz 1905, Publications of the American
/// Statistical Association 9:209–219; Gini 1912; Dixon and others 1987, Ecology 68:1548–1551 (bias).
///
/// ```
/// let found = vigie::stats::concentration::concentration(&mut [1_000, 1]).unwrap();
/// assert!((found.gini - 0.499_000_999).abs() < 1e-9);
/// assert_eq!(found.lorenz.len(), 3);
/// ```
pub fn concentration(values: &mut [u64]) -> Option<Concentration> {
    values.sort_unstable();
    let n = values.len();
    let total: u128 = values.iter().copied().map(u128::from).sum();
    if total == 0 {
        return None;
    }
    let ranked: u128 = (1_u128..).zip(values.iter()).map(|(rank, value)| rank * u128::from(*value)).sum();
    let size = n as f64;
    // 2 Σ i·x − (n + 1) Σ x is a whole number: equal values give exactly 0.
    let above = 2 * ranked - (n as u128 + 1) * total;
    let gini = above as f64 / (size * total as f64);
    let mut lorenz = Vec::with_capacity(n + 1);
    let mut sum = 0_u128;
    lorenz.push(0.0);
    for value in values.iter() {
        sum += u128::from(*value);
        lorenz.push(sum as f64 / total as f64);
    }
    Some(Concentration { gini, gini_unbiased: (n > 1).then(|| gini * size / (size - 1.0)), lorenz })
}

/// Smallest number of values that together hold at least the share `part` (0 < part ≤ 1) of the total;
/// `None` if the total is 0 or `part` is no share. Sorts the values.
///
/// ```
/// assert_eq!(vigie::stats::concentration::fewest_for(&mut [1, 1, 1, 7], 0.5), Some(1));
/// ```
pub fn fewest_for(values: &mut [u64], part: f64) -> Option<usize> {
    if !(part > 0.0 && part <= 1.0) {
        return None;
    }
    values.sort_unstable();
    let total: u128 = values.iter().copied().map(u128::from).sum();
    let mut sum = 0_u128;
    let mut largest = values.iter().rev().enumerate();
    let found = largest.find(|(_, value)| {
        sum += u128::from(**value);
        sum as f64 >= part * total as f64
    });
    found.filter(|_| total > 0).map(|(index, _)| index + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::affected::largest_share;

    proptest! {
        #[test]
        fn the_curve_rises_under_the_diagonal(values in prop::collection::vec(0..5_000_000_000_u64, 1..60)) {
            let Some(found) = concentration(&mut values.clone()) else {
                prop_assert!(values.iter().all(|value| *value == 0));
                return Ok(());
            };
            prop_assert!((0.0..1.0).contains(&found.gini));
            let n = values.len() as f64;
            for (index, pair) in found.lorenz.windows(2).enumerate() {
                prop_assert!(pair[0] <= pair[1] && pair[0] <= index as f64 / n + 1e-12);
            }
            prop_assert_eq!(found.lorenz.last(), Some(&1.0));
            let tripled = concentration(&mut values.iter().map(|value| 3 * value).collect::<Vec<_>>()).expect("a total");
            prop_assert!((tripled.gini - found.gini).abs() < 1e-12);
        }

        #[test]
        fn the_fewest_hold_the_part_and_one_fewer_do_not(values in prop::collection::vec(1..1_000_u64, 1..40), part in 0.01..1.0_f64) {
            let mut values = values;
            let k = fewest_for(&mut values, part).expect("a total");
            prop_assert!(largest_share(&mut values, k).expect("a total") >= part - 1e-12);
            if k > 1 {
                prop_assert!(largest_share(&mut values, k - 1).expect("a total") < part + 1e-12);
            }
        }
    }
}
