//! How far a difference of two medians could be off: drawing from the data again and again.
//!
//! The seed is an argument; the same seed and the same order of values give the same limits on every
//! system. Sort the values first, so that the limits do not depend on the order of records.

use crate::stats::estimate::{Estimate, Interval, Method};
use crate::stats::random::SplitMix64;
use crate::stats::survival::Outcome;

/// Draws of a figure: with these, a 95 % limit is a drawn value.
pub const REPLICATES: usize = 1_999;

/// Most values of both groups together that a figure draws from: 40 million draws, a quarter of a second.
/// Above it the order statistics of each median say the same to within a hair
/// ([`crate::stats::two_groups::median_difference`]).
pub const MOST_VALUES: usize = 20_000;

/// A share of survival this close to one half has reached it; see [`crate::stats::survival`].
const TIE_TOLERANCE: f64 = 1e-9;

/// Difference of two medians with its limits.
#[derive(Clone, Debug, PartialEq)]
pub struct MedianDifference {
    /// Median of the first less median of the second, as observed; `None` if one is not reached.
    pub difference: Option<f64>,
    /// Lower limit; −∞ if a median is not reached often enough.
    pub low: f64,
    /// Upper limit; ∞ if a median is not reached often enough.
    pub high: f64,
    /// Number of values in both groups.
    pub n: u64,
    /// Confidence level of the limits.
    pub level: f64,
    /// Seed of the draws.
    pub seed: u64,
    /// The differences drawn, in the order of drawing.
    pub drawn: Vec<f64>,
}

/// How to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Draws {
    /// Seed of the sequence.
    pub seed: u64,
    /// Number of draws of both groups.
    pub replicates: usize,
    /// Confidence level, between 0 and 1.
    pub level: f64,
}

/// Difference of the medians (type 7) of two groups of known values, with percentile limits.
///
/// Each replicate draws as many values from the first group as it has, then from the second, with
/// replacement, and takes the difference of medians; the limits are type-7 quantiles of the
/// replicates at (1 ∓ level)/2. `None` if a group is empty or nothing is drawn. Assumes independent
/// records. O(n × replicates). Reference: Efron & Tibshirani 1993, An Introduction to the Bootstrap,
/// §13.3.
///
/// ```
/// use vigie::stats::bootstrap::{Draws, median_difference};
/// let draws = Draws { seed: 1_000, replicates: 999, level: 0.95 };
/// let found = median_difference(&[3, 5, 9], &[1, 2, 30], draws).unwrap();
/// assert_eq!((found.difference, found.low, found.high), (Some(3.0), -27.0, 8.0));
/// ```
pub fn median_difference(first: &[u64], second: &[u64], draws: Draws) -> Option<MedianDifference> {
    if first.is_empty() || second.is_empty() || draws.replicates == 0 {
        return None;
    }
    let mut random = SplitMix64::new(draws.seed);
    let mut scratch = Vec::with_capacity(first.len().max(second.len()));
    let mut drawn = Vec::with_capacity(draws.replicates);
    for _ in 0..draws.replicates {
        let mut median_of = |values: &[u64]| {
            scratch.clear();
            scratch.extend((0..values.len()).map(|_| values[random.index(values.len())]));
            median(&mut scratch)
        };
        let one = median_of(first);
        drawn.push(one - median_of(second));
    }
    let observed = median(&mut first.to_vec()) - median(&mut second.to_vec());
    let (low, high) = limits(&drawn, &drawn, draws.level);
    let n = (first.len() + second.len()) as u64;
    Some(MedianDifference { difference: Some(observed), low, high, n, level: draws.level, seed: draws.seed, drawn })
}

/// Difference of the Kaplan–Meier medians of two groups of waiting times, some not over, with
/// percentile limits.
///
/// Records are drawn with their outcome, as [`median_difference`] draws values. A median that is not
/// reached counts as later than every other; where neither is reached the difference could be anything,
/// and counts as low for the lower limit and as high for the upper. `None` if a group is empty or
/// nothing is drawn. Reference: Efron 1981, Censored data and the bootstrap, JASA 76:312–319.
///
/// ```
/// use vigie::stats::{bootstrap::{Draws, waiting_difference}, survival::Outcome::{Censored, Event}};
/// let draws = Draws { seed: 7, replicates: 199, level: 0.95 };
/// let slow: Vec<_> = (50..80).map(|days| (days, Event)).collect();
/// let quick: Vec<_> = (0..30).map(|days| (days, if days % 5 == 0 { Censored } else { Event })).collect();
/// let found = waiting_difference(&slow, &quick, draws).unwrap();
/// assert_eq!(found.difference, Some(47.0));
/// assert!(found.low > 30.0 && found.high < 60.0);
/// ```
pub fn waiting_difference(
    first: &[(u32, Outcome)],
    second: &[(u32, Outcome)],
    draws: Draws,
) -> Option<MedianDifference> {
    if first.is_empty() || second.is_empty() || draws.replicates == 0 {
        return None;
    }
    let mut random = SplitMix64::new(draws.seed);
    let (mut one, mut other) = (Waiting::new(first), Waiting::new(second));
    let difference = |one: Option<u32>, other: Option<u32>| match (one, other) {
        (Some(one), Some(other)) => f64::from(one) - f64::from(other),
        (None, Some(_)) => f64::INFINITY,
        (Some(_), None) => f64::NEG_INFINITY,
        (None, None) => f64::NAN,
    };
    let observed = difference(one.median_of_all(), other.median_of_all());
    let drawn: Vec<f64> = (0..draws.replicates)
        .map(|_| {
            let median = one.drawn_median(&mut random);
            difference(median, other.drawn_median(&mut random))
        })
        .collect();
    let undecided_as =
        |value: f64| -> Vec<f64> { drawn.iter().map(|drawn| if drawn.is_nan() { value } else { *drawn }).collect() };
    let (low, high) = limits(&undecided_as(f64::NEG_INFINITY), &undecided_as(f64::INFINITY), draws.level);
    let n = (first.len() + second.len()) as u64;
    let difference = observed.is_finite().then_some(observed);
    Some(MedianDifference { difference, low, high, n, level: draws.level, seed: draws.seed, drawn })
}

impl MedianDifference {
    /// The difference as an [`Estimate`].
    pub fn estimate(&self) -> Estimate {
        let interval = Interval { low: Some(self.low), high: Some(self.high), level: self.level };
        Estimate::new(self.difference, interval, self.n, Method::BootstrapMedians)
    }
}

/// Waiting times by place among their distinct times.
struct Waiting {
    times: Vec<u32>,
    records: Vec<(usize, Outcome)>,
    events: Vec<u32>,
    total: Vec<u32>,
}

impl Waiting {
    fn new(records: &[(u32, Outcome)]) -> Self {
        let mut times: Vec<u32> = records.iter().map(|(days, _)| *days).collect();
        times.sort_unstable();
        times.dedup();
        let place = |days: &u32| times.partition_point(|time| time < days);
        let records = records.iter().map(|(days, outcome)| (place(days), *outcome)).collect();
        let (events, total) = (vec![0; times.len()], vec![0; times.len()]);
        Self { times, records, events, total }
    }

    fn median_of_all(&mut self) -> Option<u32> {
        self.median(|index| index)
    }

    fn drawn_median(&mut self, random: &mut SplitMix64) -> Option<u32> {
        let len = self.records.len();
        self.median(|_| random.index(len))
    }

    fn median(&mut self, mut pick: impl FnMut(usize) -> usize) -> Option<u32> {
        self.events.fill(0);
        self.total.fill(0);
        for index in 0..self.records.len() {
            let (place, outcome) = self.records[pick(index)];
            self.total[place] += 1;
            self.events[place] += u32::from(outcome == Outcome::Event);
        }
        let mut at_risk = self.records.len() as u32;
        let mut survival = 1.0;
        for (place, time) in self.times.iter().enumerate() {
            if self.events[place] > 0 {
                survival *= 1.0 - f64::from(self.events[place]) / f64::from(at_risk);
                if survival <= 0.5 + TIE_TOLERANCE {
                    return Some(*time);
                }
            }
            at_risk -= self.total[place];
        }
        None
    }
}

/// Type 7, of values that may be reordered; there is at least one.
fn median(values: &mut [u64]) -> f64 {
    let middle = values.len() / 2;
    let odd = values.len() % 2 == 1;
    let (below, upper, _) = values.select_nth_unstable(middle);
    let upper = *upper as f64;
    if odd { upper } else { f64::midpoint(below.iter().copied().max().map_or(upper, |lower| lower as f64), upper) }
}

/// Type-7 quantiles: the lower of the first values, the upper of the second.
fn limits(for_low: &[f64], for_high: &[f64], level: f64) -> (f64, f64) {
    let quantile = |values: &[f64], p: f64| {
        let mut sorted = values.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let position = (sorted.len() - 1) as f64 * p;
        let below = (position.floor() as usize).min(sorted.len() - 1);
        let above = (below + 1).min(sorted.len() - 1);
        let weight = position - below as f64;
        let (low, high) = (sorted[below], sorted[above]);
        if low == high || weight == 0.0 { low } else { low + weight * (high - low) }
    };
    let half_alpha = (1.0 - level) / 2.0;
    (quantile(for_low, half_alpha), quantile(for_high, 1.0 - half_alpha))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::survival::SurvivalTally;

    const DRAWS: Draws = Draws { seed: 5, replicates: 199, level: 0.95 };

    fn waiting() -> impl Strategy<Value = Vec<(u32, Outcome)>> {
        let outcome = prop_oneof![3 => Just(Outcome::Event), 1 => Just(Outcome::Censored)];
        prop::collection::vec((0..60_u32, outcome), 1..40)
    }

    #[test]
    fn nothing_to_draw_from() {
        assert_eq!(median_difference(&[], &[1], DRAWS), None);
        assert_eq!(waiting_difference(&[(1, Outcome::Event)], &[], DRAWS), None);
        assert_eq!(median_difference(&[1], &[1], Draws { replicates: 0, ..DRAWS }), None);
    }

    #[test]
    fn medians_that_are_not_reached_leave_the_limits_open() {
        let open: Vec<_> = (0..20).map(|days| (days, Outcome::Censored)).collect();
        let over: Vec<_> = (0..20).map(|days| (days, Outcome::Event)).collect();
        let found = waiting_difference(&open, &over, DRAWS).expect("records");
        assert_eq!((found.difference, found.high), (None, f64::INFINITY));
        let neither = waiting_difference(&open, &open, DRAWS).expect("records");
        assert_eq!((neither.low, neither.high), (f64::NEG_INFINITY, f64::INFINITY));
    }

    proptest! {
        #[test]
        fn without_censoring_both_agree(first in prop::collection::vec(0..60_u32, 1..20), second in prop::collection::vec(0..60_u32, 1..20)) {
            // Odd sizes: there the type-7 median is an observed value, as the survival median is.
            let odd = |mut values: Vec<u32>| -> Vec<u32> {
                values.truncate((values.len() - 1) / 2 * 2 + 1);
                values
            };
            let (first, second) = (odd(first), odd(second));
            let events = |values: &[u32]| -> Vec<(u32, Outcome)> { values.iter().map(|days| (*days, Outcome::Event)).collect() };
            let wide = |values: &[u32]| -> Vec<u64> { values.iter().copied().map(u64::from).collect() };
            let one = waiting_difference(&events(&first), &events(&second), DRAWS).expect("records");
            let other = median_difference(&wide(&first), &wide(&second), DRAWS).expect("values");
            prop_assert_eq!(one, other);
        }

        #[test]
        fn the_median_is_that_of_the_curve(records in waiting()) {
            let curve = records.iter().copied().collect::<SurvivalTally>().curve(0.95);
            prop_assert_eq!(Waiting::new(&records).median_of_all(), curve.quantile(0.5).days);
        }

        #[test]
        fn scale_and_shift_behave(first in prop::collection::vec(0..900_u64, 1..30), second in prop::collection::vec(0..900_u64, 1..30), add in 0..90_u64) {
            let plain = median_difference(&first, &second, DRAWS).expect("values");
            let moved: Vec<u64> = first.iter().map(|value| 2 * value + add).collect();
            let twice: Vec<u64> = second.iter().map(|value| 2 * value).collect();
            let found = median_difference(&moved, &twice, DRAWS).expect("values");
            prop_assert!((found.low - 2.0 * plain.low - add as f64).abs() < 1e-9);
            prop_assert!((found.high - 2.0 * plain.high - add as f64).abs() < 1e-9);
            prop_assert!(plain.low <= plain.high);
        }
    }
}
