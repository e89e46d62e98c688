//! How long two sets of records took: curves, medians and their difference, by the way records got in.
//!
//! A register compares curves (log-rank) and medians with what is still open; a list of disclosures compares only what
//! was followed for a whole window; where both are mixed nothing is compared. Coarse dates are taken at their fewest
//! and at their most days, and a difference is one only if both say so.

use std::collections::BTreeMap;

use crate::chart::figures::LEVEL;
use crate::chart::figures::comparing::{Limits, MedianGap, Verdict};
use crate::chart::figures::curve::{Curve, DelayQuantile};
use crate::chart::figures::delay::{Placed, WINDOW_DAYS, place_within};
use crate::chart::records::DelayGap;
use crate::frame::Snapshot;
use crate::model::dataset::Mechanism;
use crate::query::question::Question;
use crate::query::{Selection, parallel};
use crate::stats::bootstrap::{self, Draws, MOST_VALUES, REPLICATES};
use crate::stats::logrank::logrank;
use crate::stats::random::DEFAULT_SEED;
use crate::stats::share::{ShareDifference, share_difference};
use crate::stats::survival::{Outcome, SurvivalCurve, SurvivalTally};
use crate::stats::two_groups::{combined, mann_whitney};

/// Waiting times of a set of records.
#[derive(Clone, Debug, PartialEq)]
pub struct Waits {
    /// How records got in.
    pub mechanism: Mechanism,
    /// Days for which a record of a list of disclosures was followed at least, and within which it was told.
    pub window: u32,
    /// Waits at the fewest days that the dates allow, in rising order.
    pub early: Vec<(u32, Outcome)>,
    /// At the most days, where coarse dates make them others.
    pub late: Option<Vec<(u32, Outcome)>>,
    /// Curve of the fewest days.
    pub curve: Curve,
    /// Records still open.
    pub open: u64,
    /// Records with coarse dates.
    pub coarse: u64,
    /// Records left out by reason.
    pub left_out: Vec<(DelayGap, u64)>,
}

/// Two sets compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DelayDifference {
    /// Difference of the medians; `None` where one is not reached.
    pub gap: Option<MedianGap>,
    /// Probability of a difference this large without one: log-rank for a register, ranks for a list.
    pub p: Option<f64>,
    /// Whether coarse dates leave open what the fewest days alone would say.
    pub dates_decide: bool,
}

impl Waits {
    /// The waits of the chosen records, with the usual window.
    pub fn of(snapshot: &Snapshot, selection: &Selection, question: &Question) -> Self {
        Self::within(snapshot, selection, question, WINDOW_DAYS)
    }

    /// The waits of the chosen records with another window, in days; it matters to a list of disclosures only.
    pub fn within(snapshot: &Snapshot, selection: &Selection, question: &Question, window: u32) -> Self {
        let (from, to) = question.delay;
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let (mut used, mut left) = (Vec::new(), BTreeMap::new());
            let (starts, ends) = (chunk.dates(from), chunk.dates(to));
            for index in selection.in_chunk(at) {
                let start = starts.map(|column| column.get(index)).unwrap_or_default();
                let end = ends.map(|column| column.get(index)).unwrap_or_default();
                match place_within(start, end, question.mechanism, question.as_of, window) {
                    Placed::Used { min, max, outcome, .. } => used.push((min, max, outcome)),
                    Placed::Left(gap) => *left.entry(gap).or_insert(0_u64) += 1,
                }
            }
            (used, left)
        });
        let (mut used, mut left) = (Vec::new(), BTreeMap::new());
        for (mut part, gaps) in parts {
            used.append(&mut part);
            for (gap, count) in gaps {
                *left.entry(gap).or_insert(0) += count;
            }
        }
        Self::new((question.mechanism, window), used, &left)
    }

    fn new(
        (mechanism, window): (Mechanism, u32),
        mut used: Vec<(u32, u32, Outcome)>,
        left: &BTreeMap<DelayGap, u64>,
    ) -> Self {
        used.sort_unstable_by_key(|(min, max, outcome)| (*min, *max, *outcome == Outcome::Censored));
        let list = mechanism == Mechanism::DisclosureList;
        let coarse = used.iter().filter(|(min, max, _)| min != max).count() as u64;
        let early: Vec<(u32, Outcome)> = used.iter().map(|(min, _, outcome)| (*min, *outcome)).collect();
        let late = (coarse > 0).then(|| {
            let mut late: Vec<(u32, Outcome)> = used
                .iter()
                .filter(|(_, max, _)| !list || *max <= window)
                .map(|(min, max, outcome)| if *max == u32::MAX { (*min, Outcome::Censored) } else { (*max, *outcome) })
                .collect();
            late.sort_unstable_by_key(|(days, outcome)| (*days, *outcome == Outcome::Censored));
            late
        });
        let open = early.iter().filter(|(_, outcome)| *outcome == Outcome::Censored).count() as u64;
        let curve = match mechanism {
            Mechanism::Register => Curve::survival(early.iter().copied()),
            Mechanism::DisclosureList => Curve::window(early.iter().map(|(days, _)| *days), window),
            Mechanism::Mixed => Curve::plain(early.iter().map(|(days, _)| *days).collect(), coarse == 0),
        };
        let reason = |gap: &DelayGap| left.get(gap).filter(|count| **count > 0).map(|count| (*gap, *count));
        let left_out = DelayGap::ALL.iter().filter_map(reason).collect();
        Self { mechanism, window, early, late, curve, open, coarse, left_out }
    }

    /// Number of records used, those still open included.
    pub fn n(&self) -> u64 {
        self.early.len() as u64
    }

    /// Number of records for which it happened.
    pub fn told(&self) -> u64 {
        self.n() - self.open
    }

    /// The first set less the second; `None` where records got in in different or unknown ways, or a set is empty.
    pub fn less(&self, other: &Self) -> Option<DelayDifference> {
        if self.mechanism != other.mechanism || self.mechanism == Mechanism::Mixed || self.n() == 0 || other.n() == 0 {
            return None;
        }
        let told = (self.told(), other.told());
        let how = (self.mechanism, self.window);
        let early = gap(&self.early, &other.early, how, told);
        let coarse = self.coarse + other.coarse > 0;
        let late = coarse.then(|| {
            let most = |waits: &Self| waits.late.clone().unwrap_or_else(|| waits.early.clone());
            gap(&most(self), &most(other), how, told)
        });
        let found = early.map(|early| {
            let agrees = late.is_none_or(|late| late.is_some_and(|late| late.verdict == early.verdict));
            let verdict = if agrees || early.verdict == Verdict::Few { early.verdict } else { Verdict::NotClear };
            (MedianGap { verdict, ..early }, !agrees && early.verdict != Verdict::Few)
        });
        Some(DelayDifference {
            gap: found.map(|found| found.0),
            p: self.test(other).map(|(p, _)| p),
            dates_decide: found.is_some_and(|found| found.1),
        })
    }

    /// Probability of a difference this large without one, at the fewest days, and whether the first set waits longer.
    pub fn test(&self, other: &Self) -> Option<(f64, bool)> {
        match self.mechanism {
            Mechanism::Register => {
                let curves = [curve(&self.early), curve(&other.early)];
                let found = logrank(&[&curves[0], &curves[1]]);
                // Fewer ends than expected: it waits longer.
                let longer = found.observed.first().zip(found.expected.first()).is_some_and(|(o, e)| (*o as f64) < *e);
                found.test.map(|test| (test.p, longer))
            }
            Mechanism::DisclosureList => {
                let found = mann_whitney(&mut days(&self.early), &mut days(&other.early))?;
                Some((found.p?, found.superiority > 0.5))
            }
            Mechanism::Mixed => None,
        }
    }

    /// Difference of the shares told by a day among records followed that long, for a list of disclosures.
    pub fn share_less(&self, other: &Self, by: u32) -> Option<ShareDifference> {
        if self.mechanism != Mechanism::DisclosureList || by > self.window || self.window != other.window {
            return None;
        }
        let told = |waits: &Self| waits.early.partition_point(|(days, _)| *days <= by) as u64;
        share_difference((told(self), self.n()), (told(other), other.n()), LEVEL)
    }
}

fn days(waits: &[(u32, Outcome)]) -> Vec<u64> {
    waits.iter().map(|(days, _)| u64::from(*days)).collect()
}

fn curve(waits: &[(u32, Outcome)]) -> SurvivalCurve {
    waits.iter().copied().collect::<SurvivalTally>().curve(LEVEL)
}

/// Difference of the medians; `None` where one is not reached.
fn gap(
    one: &[(u32, Outcome)],
    other: &[(u32, Outcome)],
    (mechanism, window): (Mechanism, u32),
    told: (u64, u64),
) -> Option<MedianGap> {
    let draws = Draws { seed: DEFAULT_SEED, replicates: REPLICATES, level: LEVEL };
    let (value, interval, limits) = if one.len() + other.len() <= MOST_VALUES {
        let found = match mechanism {
            Mechanism::Register => bootstrap::waiting_difference(one, other, draws)?,
            _ => bootstrap::median_difference(&days(one), &days(other), draws)?,
        };
        (found.difference?, (found.low, found.high), Limits::Drawn { seed: found.seed })
    } else {
        let of = |waits: &[(u32, Outcome)]| match mechanism {
            Mechanism::Register => Curve::survival(waits.iter().copied()).median(),
            _ => Curve::window(waits.iter().map(|(days, _)| *days), window).median(),
        };
        let (one, other) = (of(one), of(other));
        let ends = |found: DelayQuantile| (found.low.map(f64::from), found.high.map(f64::from));
        let (value, second) = (one.days?, other.days?);
        let (low, high) = combined((value, ends(one)), (second, ends(other)));
        let interval = (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY));
        (value - second, interval, Limits::OfEach)
    };
    Some(MedianGap { value, interval, limits, verdict: Verdict::of(interval, told.0, told.1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(mechanism: Mechanism, days: impl IntoIterator<Item = (u32, u32, Outcome)>) -> Waits {
        Waits::new((mechanism, WINDOW_DAYS), days.into_iter().collect(), &BTreeMap::new())
    }

    fn exact(days: std::ops::Range<u32>) -> impl Iterator<Item = (u32, u32, Outcome)> {
        days.map(|days| (days, days, Outcome::Event))
    }

    #[test]
    fn a_register_compares_curves_and_medians() {
        let slow = waits(Mechanism::Register, exact(60..100).chain([(40, 40, Outcome::Censored)]));
        let quick = waits(Mechanism::Register, exact(0..40));
        let found = slow.less(&quick).expect("comparable");
        assert_eq!(found.gap.map(|gap| gap.verdict), Some(Verdict::Above));
        assert!(found.p.is_some_and(|p| p < 0.001));
        assert_eq!(slow.share_less(&quick, 30), None);
        assert_eq!((slow.n(), slow.told(), slow.open), (41, 40, 1));
    }

    #[test]
    fn a_list_compares_what_was_followed_and_mixed_data_nothing() {
        let slow = waits(Mechanism::DisclosureList, exact(20..60));
        let quick = waits(Mechanism::DisclosureList, exact(0..40));
        let by_30 = slow.share_less(&quick, 30).expect("shares");
        assert!((by_30.difference - (11.0 - 31.0) / 40.0).abs() < 1e-12);
        assert_eq!(slow.less(&quick).and_then(|found| found.gap).map(|gap| gap.verdict), Some(Verdict::Above));
        let mixed = waits(Mechanism::Mixed, exact(0..40));
        assert_eq!(mixed.less(&mixed), None);
    }

    #[test]
    fn coarse_dates_can_leave_it_open() {
        let coarse = |range: std::ops::Range<u32>| range.map(|days| (days, days + 200, Outcome::Event));
        let maybe = waits(Mechanism::Register, exact(60..100));
        let quick = waits(Mechanism::Register, coarse(0..40));
        let found = maybe.less(&quick).expect("comparable");
        assert!(found.dates_decide);
        assert_eq!(found.gap.map(|gap| gap.verdict), Some(Verdict::NotClear));
    }
}
