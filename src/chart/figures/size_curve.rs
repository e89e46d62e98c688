//! Which share of incidents affected at most, or at least, so many.

use crate::chart::figures::LEVEL;
use crate::chart::figures::pool::{Middle, Pool};
use crate::stats::lognormal::{FEWEST, LognormalFit, lognormal_fit};
use crate::stats::normal::{Tail, normal_tail};

/// Most steps of a curve: beyond, neighbours cannot be told apart.
const MOST_STEPS: usize = 600;
/// Steps for a power of ten, where there are too many values.
const STEPS_A_DECADE: f64 = 96.0;

/// The distribution of the numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct SizeCurve {
    /// Records on the curve.
    pub n: u64,
    /// Of them, without a number, taken as any number; 0 where they are left out.
    pub open: u64,
    /// Records whose number is exactly 0: they have no place on a logarithmic axis.
    pub zeros: u64,
    /// The steps, by rising number.
    pub steps: Vec<SizeStep>,
    /// Shares at round numbers.
    pub marks: Vec<SizeStep>,
    /// The middle.
    pub median: Option<Middle>,
    /// What one incident in ten exceeds.
    pub one_in_ten: Option<Middle>,
    /// Smallest lower end above 0, and the largest number that is certain.
    pub ends: Option<(u64, u64)>,
    /// Whether every number is exact and every record gives one.
    pub is_exact: bool,
}

/// A lognormal distribution fitted to the exact numbers above 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// The fit.
    pub fit: LognormalFit,
    /// Share of the records on the curve that it describes: those with an exact number above 0.
    pub part: f64,
}

/// Fewest numbers for a fit.
pub const FIT_LEAST: u64 = FEWEST as u64;

impl Fitted {
    /// Fits the exact numbers above 0; `None` for fewer than twenty, or where they do not differ. `n` is the number of
    /// records on the curve.
    pub fn of(pool: &Pool, n: u64) -> Option<Self> {
        let ends = pool.lows.iter().zip(pool.highs());
        let mut exact: Vec<u64> = ends.filter(|(lo, hi)| lo == hi && **lo > 0).map(|(lo, _)| *lo).collect();
        if (exact.len() as u64) < FIT_LEAST {
            return None;
        }
        let part = exact.len() as f64 / n.max(1) as f64;
        lognormal_fit(&mut exact, LEVEL).map(|fit| Self { fit, part })
    }

    /// Fitted share of the records on the curve with at least `number`.
    pub fn at_least(&self, number: f64) -> f64 {
        let z = (libm::log(number) - self.fit.mu) / self.fit.sigma;
        self.part * normal_tail(z, Tail::Upper)
    }
}

/// Shares at one number, of all records on the curve, from 0 to 1: what is certain, and what is possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SizeStep {
    /// The number.
    pub number: u64,
    /// Share of records with at most this number.
    pub at_most: (f64, f64),
    /// Share of records with at least this number.
    pub at_least: (f64, f64),
    /// Share of records with more than this number.
    pub more: (f64, f64),
}

impl SizeCurve {
    /// The distribution of a pool's numbers; with `open` records without a number counted as any number.
    pub fn of(mut pool: Pool, with_unknown: bool) -> Self {
        let zeros = pool.zeros();
        let open = if with_unknown { pool.unknown } else { 0 };
        if open > 0 {
            let count = usize::try_from(open).unwrap_or(0);
            pool.highs = pool.highs().to_vec();
            pool.highs.resize(pool.highs.len() + count, u64::MAX);
            pool.lows.resize(pool.lows.len() + count, 0);
        }
        pool.sort();
        let (median, one_in_ten) = (pool.quantile(0.5), pool.quantile(0.9));
        let (lows, highs) = (&pool.lows, pool.highs());
        let numbers = thinned(lows, highs);
        let smallest = lows.get(lows.partition_point(|lo| *lo == 0)).copied();
        let largest = lows.last().copied().max(highs.iter().rev().find(|hi| **hi != u64::MAX).copied());
        let ends = largest.filter(|largest| *largest > 0).map(|largest| (smallest.unwrap_or(1).min(largest), largest));
        let step = |number: u64| at(number, lows, highs);
        Self {
            n: pool.n(),
            open,
            zeros,
            steps: numbers.into_iter().map(step).collect(),
            marks: ends.map(|ends| round_numbers(ends).into_iter().map(step).collect()).unwrap_or_default(),
            median,
            one_in_ten,
            ends,
            is_exact: pool.is_exact(),
        }
    }
}

/// Shares at a number, from ordered ends.
fn at(number: u64, lows: &[u64], highs: &[u64]) -> SizeStep {
    let n = lows.len().max(1) as f64;
    let up_to = |ends: &[u64]| ends.partition_point(|end| *end <= number) as f64 / n;
    let below = |ends: &[u64]| ends.partition_point(|end| *end < number) as f64 / n;
    SizeStep {
        number,
        at_most: (up_to(highs), up_to(lows)),
        at_least: (1.0 - below(lows), 1.0 - below(highs)),
        more: (1.0 - up_to(lows), 1.0 - up_to(highs)),
    }
}

/// Numbers at which the curve has a step: all of them, or, where there are too many, one for each small stretch of the
/// logarithmic axis. Shares are exact at every one that is left.
fn thinned(lows: &[u64], highs: &[u64]) -> Vec<u64> {
    let mut all: Vec<u64> = lows.iter().chain(highs).copied().filter(|end| *end != u64::MAX).collect();
    all.sort_unstable();
    all.dedup();
    if all.len() <= MOST_STEPS {
        return all;
    }
    let stretch = |number: u64| (libm::log10(number.max(1) as f64) * STEPS_A_DECADE) as u64;
    let last = all.last().copied();
    let mut kept: Vec<u64> =
        all.chunk_by(|a, b| stretch(*a) == stretch(*b)).filter_map(|run| run.first().copied()).collect();
    kept.extend(last.filter(|last| kept.last() != Some(last)));
    kept
}

/// 1, 2, 5, 10, … around the numbers that occur, seven to thirty of them.
fn round_numbers((smallest, largest): (u64, u64)) -> Vec<u64> {
    let mut numbers = Vec::new();
    let mut power = 1_u64;
    loop {
        for step in [1, 2, 5] {
            let Some(number) = power.checked_mul(step) else { return numbers };
            if number >= smallest / 2 && number <= largest {
                numbers.push(number);
            }
        }
        match power.checked_mul(10).filter(|next| *next <= largest) {
            Some(next) => power = next,
            None => return numbers,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::frame::cell::{CountCell, CountState};

    fn pool(cells: &[CountCell]) -> Pool {
        let mut pool = Pool::default();
        for cell in cells {
            pool.add(*cell);
        }
        pool
    }

    #[test]
    fn shares_of_exact_numbers_by_the_table() {
        let cells: Vec<CountCell> = [0, 5, 50, 50, 500].into_iter().map(CountCell::exact).collect();
        let curve = SizeCurve::of(pool(&cells), false);
        assert_eq!((curve.n, curve.zeros, curve.ends, curve.is_exact), (5, 1, Some((5, 500)), true));
        let at_50 = curve.steps.iter().find(|step| step.number == 50).expect("a step");
        assert_eq!((at_50.at_most, at_50.at_least), ((0.8, 0.8), (0.6, 0.6)));
        let marks: Vec<u64> = curve.marks.iter().map(|mark| mark.number).collect();
        assert_eq!(marks, [2, 5, 10, 20, 50, 100, 200, 500]);
    }

    #[test]
    fn a_record_without_a_number_may_be_anywhere() {
        let cells = [CountCell::exact(10), CountCell::exact(1_000), CountCell::default()];
        let curve = SizeCurve::of(pool(&cells), true);
        let at_10 = curve.steps.iter().find(|step| step.number == 10).expect("a step");
        assert_eq!((curve.n, curve.open), (3, 1));
        assert!((at_10.at_most.0 - 1.0 / 3.0).abs() < 1e-12 && (at_10.at_most.1 - 2.0 / 3.0).abs() < 1e-12);
        assert!((at_10.at_least.0 - 2.0 / 3.0).abs() < 1e-12 && (at_10.at_least.1 - 1.0).abs() < 1e-12);
        assert_eq!(SizeCurve::of(pool(&cells), false).n, 2);
    }

    proptest! {
        #[test]
        fn curves_rise_and_hold_the_truth(
            members in prop::collection::vec((0..2_000_000_u64, 0..90_000_u64, 0..90_000_u64), 1..900),
        ) {
            let cells: Vec<CountCell> = members
                .iter()
                .map(|(lo, span, _)| CountCell { lo: *lo, hi: lo + span, state: CountState::Count })
                .collect();
            let curve = SizeCurve::of(pool(&cells), false);
            for pair in curve.steps.windows(2) {
                prop_assert!(pair[0].number < pair[1].number);
                prop_assert!(pair[0].at_most.0 <= pair[1].at_most.0 && pair[0].at_most.1 <= pair[1].at_most.1);
            }
            let n = members.len() as f64;
            for step in curve.steps.iter().chain(&curve.marks) {
                let truth = members.iter().filter(|(lo, span, at)| lo + at.min(span) <= step.number).count() as f64 / n;
                prop_assert!(step.at_most.0 <= truth + 1e-9 && truth <= step.at_most.1 + 1e-9);
                prop_assert!((step.at_most.0 + step.more.1 - 1.0).abs() < 1e-9);
            }
        }
    }
}
