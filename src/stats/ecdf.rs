//! The empirical distribution: which part of the values is at most, or at least, how large.

/// One step of the empirical distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EcdfStep {
    /// A value that occurs.
    pub value: u64,
    /// Part of all values that are at most this.
    pub at_most: f64,
    /// Part of all values that are at least this: what a log-log plot shows.
    pub at_least: f64,
}

/// The empirical distribution of exactly known values, one step for each distinct value, rising.
///
/// F(x) = #{≤ x}/n and its complement #{≥ x}/n; ties share a step; nothing for no values. Sorts
/// `values`; O(n log n).
///
/// ```
/// let steps = vigie::stats::ecdf::ecdf(&mut [5, 9, 5, 7]);
/// assert_eq!(steps.len(), 3);
/// assert_eq!((steps[0].at_most, steps[0].at_least), (0.5, 1.0));
/// assert_eq!((steps[2].at_most, steps[2].at_least), (1.0, 0.25));
/// ```
pub fn ecdf(values: &mut [u64]) -> Vec<EcdfStep> {
    values.sort_unstable();
    let n = values.len();
    let mut before = 0;
    values
        .chunk_by(|a, b| a == b)
        .filter_map(|ties| {
            let value = *ties.first()?;
            let at_least = (n - before) as f64 / n as f64;
            before += ties.len();
            Some(EcdfStep { value, at_most: before as f64 / n as f64, at_least })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn steps_rise_to_one(mut values in prop::collection::vec(0..40_u64, 0..80)) {
            let steps = ecdf(&mut values);
            for pair in steps.windows(2) {
                prop_assert!(pair[0].value < pair[1].value);
                prop_assert!(pair[0].at_most < pair[1].at_most);
                prop_assert!((pair[0].at_most + pair[1].at_least - 1.0).abs() < 1e-12);
            }
            prop_assert_eq!(steps.last().map(|step| step.at_most), steps.first().map(|_| 1.0));
        }
    }
}
