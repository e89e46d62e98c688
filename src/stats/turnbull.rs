//! The distribution of a time known only to lie within an interval: Turnbull's estimate.
//!
//! A delay between two coarse dates is an interval, one that is not over has no upper end. The estimate
//! puts mass on the innermost intervals only; within one of them the mass has no shape, so a curve is
//! drawn as a box, or as two extreme steps. Both dates coarse is an approximation (Reich and others
//! 2009): say so.

use crate::stats::turnbull_solve::{Group, Solved, solve};

/// Where the sum of masses counts as having reached a quantile.
const QUANTILE_TOLERANCE: f64 = 1e-6;

/// Collects intervals in whole days, in any order.
#[derive(Clone, Debug, Default)]
pub struct IntervalTally {
    /// Lower end and upper end, [`u32::MAX`] for none.
    ends: Vec<(u32, u32)>,
    inconsistent: u64,
}

/// An innermost interval with its mass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InnermostInterval {
    /// First day on which it may have happened.
    pub from: u32,
    /// Last day; `None` without end.
    pub to: Option<u32>,
    /// Share of records.
    pub mass: f64,
}

/// The share that had happened by a day, as far as the intervals tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareBounds {
    /// All mass of intervals that end by that day.
    pub at_least: f64,
    /// All mass of intervals that begin by that day.
    pub at_most: f64,
}

/// Turnbull's estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct IntervalDistribution {
    /// Number of records used.
    pub n: u64,
    /// Records left out because their upper end lies below their lower end.
    pub inconsistent: u64,
    /// Innermost intervals in order, those without mass included.
    pub intervals: Vec<InnermostInterval>,
    /// Logarithm of the likelihood.
    pub log_likelihood: f64,
    /// How far the likelihood may be from its maximum, as a share of a record: the estimate is exact
    /// to within `n` times this on the logarithmic scale. At most 1e-9 when the solution was found.
    pub gap: f64,
    /// Whether the masses are the only ones with this likelihood.
    pub unique: bool,
}

impl IntervalTally {
    /// Counts one record: the first and the last day on which it may have happened, `None` for a last
    /// day that is not known because it had not happened when the data end. The ends belong to it.
    ///
    /// An upper end below the lower one cannot be: it is counted apart and not used.
    pub fn add(&mut self, from: u32, to: Option<u32>) {
        let to = to.unwrap_or(u32::MAX);
        if to < from {
            self.inconsistent += 1;
        } else {
            self.ends.push((from, to));
        }
    }

    /// Adds what another tally has counted.
    pub fn merge(&mut self, other: Self) {
        self.ends.extend(other.ends);
        self.inconsistent += other.inconsistent;
    }

    /// The maximum likelihood distribution without any assumed shape.
    ///
    /// Mass lies on the innermost intervals: from a lower end to the next upper end with no other end
    /// between (Peto 1973, Applied Statistics 22:86–91). Self-consistency, pₖ ← (1/n) Σᵢ aᵢₖpₖ / Σₗ
    /// aᵢₗpₗ, brings it near (Turnbull 1976, JRSS B 38:290–295); projected Newton steps, which may set a
    /// mass to 0, bring it to the Kuhn–Tucker condition (Gentleman & Geyer 1994, Biometrika
    /// 81:618–623), which is what ends the search: small steps alone stop too early. Equal intervals
    /// are one with a weight, so the cost follows the number of different ones. Without records there
    /// is no interval. Censoring must not depend on the time.
    ///
    /// ```
    /// use vigie::stats::turnbull::IntervalTally;
    /// let mut tally = IntervalTally::default();
    /// for (from, to) in [(1, Some(5)), (10, Some(15)), (3, Some(4)), (12, None)] {
    ///     tally.add(from, to);
    /// }
    /// let found = tally.distribution();
    /// assert_eq!(found.intervals.len(), 2);
    /// assert_eq!((found.intervals[0].from, found.intervals[0].to), (3, Some(4)));
    /// assert!((found.intervals[0].mass - 0.5).abs() < 1e-9);
    /// assert_eq!(found.quantile(0.75).map(|interval| interval.from), Some(12));
    /// ```
    pub fn distribution(mut self) -> IntervalDistribution {
        let n = self.ends.len() as u64;
        self.ends.sort_unstable();
        let innermost = innermost(&self.ends);
        let mut groups = groups(&self.ends, &innermost);
        groups.sort_unstable_by_key(|group| (group.first, group.last));
        groups.dedup_by(|later, kept| {
            let same = (later.first, later.last) == (kept.first, kept.last);
            if same {
                kept.weight += later.weight;
            }
            same
        });
        let Solved { masses, log_likelihood, gap, unique } = solve(&groups, innermost.len());
        let intervals = innermost.into_iter().zip(masses).map(|((from, to), mass)| InnermostInterval {
            from,
            to: (to < u32::MAX).then_some(to),
            mass,
        });
        IntervalDistribution {
            n,
            inconsistent: self.inconsistent,
            intervals: intervals.collect(),
            log_likelihood,
            gap,
            unique,
        }
    }
}

impl FromIterator<(u32, Option<u32>)> for IntervalTally {
    fn from_iter<I: IntoIterator<Item = (u32, Option<u32>)>>(records: I) -> Self {
        let mut tally = Self::default();
        records.into_iter().for_each(|(from, to)| tally.add(from, to));
        tally
    }
}

impl IntervalDistribution {
    /// The innermost interval in which the share `p` (0 < p < 1) is reached; `None` without records.
    ///
    /// First interval at which the sum of masses is at least p, but for rounding. One without end means
    /// "not reached".
    pub fn quantile(&self, p: f64) -> Option<InnermostInterval> {
        let mut sum = 0.0;
        let reached = |interval: &&InnermostInterval| {
            sum += interval.mass;
            sum >= p - QUANTILE_TOLERANCE
        };
        self.intervals.iter().find(reached).copied()
    }

    /// The share that had happened by day `days`: between the two ends nothing is known. `None`
    /// without records.
    ///
    /// ```
    /// use vigie::stats::turnbull::IntervalTally;
    /// let tally: IntervalTally = [(1, Some(5)), (10, Some(15))].into_iter().collect();
    /// let by_12 = tally.distribution().share_by(12).unwrap();
    /// assert_eq!((by_12.at_least, by_12.at_most), (0.5, 1.0));
    /// ```
    pub fn share_by(&self, days: u32) -> Option<ShareBounds> {
        if self.intervals.is_empty() {
            return None;
        }
        let sum = |counts: &dyn Fn(&InnermostInterval) -> bool| {
            let mass: f64 = self.intervals.iter().filter(|interval| counts(interval)).map(|i| i.mass).sum();
            mass.min(1.0)
        };
        Some(ShareBounds {
            at_least: sum(&|interval| interval.to.is_some_and(|to| to <= days)),
            at_most: sum(&|interval| interval.from <= days),
        })
    }
}

/// Innermost intervals of sorted ends: a lower end whose next end is an upper one.
fn innermost(ends: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut lower: Vec<u32> = ends.iter().map(|(from, _)| *from).collect();
    let mut upper: Vec<u32> = ends.iter().map(|(_, to)| *to).collect();
    lower.dedup();
    upper.sort_unstable();
    upper.dedup();
    let mut found = Vec::new();
    let mut to = upper.iter().copied().peekable();
    for (index, from) in lower.iter().enumerate() {
        while to.next_if(|to| to < from).is_some() {}
        let next_from = lower.get(index + 1).copied();
        match to.peek() {
            // A lower end comes before an upper one on the same day.
            Some(end) if next_from.is_none_or(|next| next > *end) => found.push((*from, *end)),
            _ => {}
        }
    }
    found
}

/// The run of innermost intervals inside each record's interval.
fn groups(ends: &[(u32, u32)], innermost: &[(u32, u32)]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut before: Option<(u32, u32)> = None;
    for &(from, to) in ends {
        match groups.last_mut() {
            Some(group) if before == Some((from, to)) => group.weight += 1.0,
            _ => {
                let first = innermost.partition_point(|(start, _)| *start < from);
                let past = innermost.partition_point(|(_, end)| *end <= to);
                groups.push(Group { first, last: past.saturating_sub(1), weight: 1.0 });
            }
        }
        before = Some((from, to));
    }
    groups
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::survival::{Outcome, SurvivalTally};

    fn records() -> impl Strategy<Value = Vec<(u32, Option<u32>)>> {
        let record = (0..60_u32, prop_oneof![3 => Just(Some(0)), 4 => (0..40_u32).prop_map(Some), 1 => Just(None)]);
        prop::collection::vec(record.prop_map(|(from, width)| (from, width.map(|width| from + width))), 1..60)
    }

    #[test]
    fn nothing_and_nonsense() {
        assert!(IntervalTally::default().distribution().intervals.is_empty());
        let mut tally = IntervalTally::default();
        tally.add(9, Some(3));
        let found = tally.distribution();
        assert_eq!((found.n, found.inconsistent, found.quantile(0.5)), (0, 1, None));
    }

    #[test]
    fn masses_that_could_lie_otherwise_are_told() {
        // Two of the three innermost intervals are always seen together with another.
        let records = [(0, Some(1)), (4, Some(5)), (0, Some(5)), (2, Some(3))];
        assert!(records.into_iter().collect::<IntervalTally>().distribution().unique);
        let records = [(0, Some(9)), (2, Some(20)), (0, Some(20)), (5, Some(9)), (2, Some(4))];
        let found = records.into_iter().collect::<IntervalTally>().distribution();
        assert!(found.gap <= 1e-9);
    }

    proptest! {
        #[test]
        fn masses_are_shares_that_fulfil_the_condition(records in records()) {
            let found = records.iter().copied().collect::<IntervalTally>().distribution();
            let sum: f64 = found.intervals.iter().map(|interval| interval.mass).sum();
            prop_assert!((sum - 1.0).abs() < 1e-9, "{sum}");
            prop_assert!(found.intervals.iter().all(|interval| interval.mass >= 0.0));
            prop_assert!(found.gap <= 1e-8, "{}", found.gap);
            let mut before = 0.0;
            for day in 0..110 {
                let share = found.share_by(day).expect("records");
                prop_assert!(share.at_least <= share.at_most && share.at_least >= before);
                before = share.at_least;
            }
        }

        #[test]
        fn no_other_masses_are_likelier(records in records(), towards in prop::collection::vec(0.001..1.0_f64, 130)) {
            let found = records.iter().copied().collect::<IntervalTally>().distribution();
            let total: f64 = towards.iter().take(found.intervals.len()).sum();
            let mix = |step: f64| -> f64 {
                records.iter().map(|(from, to)| {
                    let inside = found.intervals.iter().zip(&towards).filter(|(interval, _)| {
                        interval.from >= *from && interval.to.unwrap_or(u32::MAX) <= to.unwrap_or(u32::MAX)
                    });
                    let share: f64 = inside.map(|(i, other)| (1.0 - step) * i.mass + step * other / total).sum();
                    libm::log(share)
                }).sum()
            };
            prop_assert!((mix(0.0) - found.log_likelihood).abs() < 1e-6);
            for step in [0.001, 0.05, 0.5] {
                prop_assert!(mix(step) <= mix(0.0) + 1e-6);
            }
        }

        #[test]
        fn exact_and_censored_times_are_a_survival_curve(records in prop::collection::vec((0..40_u32, any::<bool>()), 1..60)) {
            // Censored on a day means after it, where the survival curve lets it be at risk that day.
            let found = records.iter().map(|(day, event)| if *event { (*day, Some(*day)) } else { (*day + 1, None) });
            let found = found.collect::<IntervalTally>().distribution();
            let outcome = |event: &bool| if *event { Outcome::Event } else { Outcome::Censored };
            let curve = records.iter().map(|(day, event)| (*day, outcome(event))).collect::<SurvivalTally>().curve(0.95);
            for step in curve.steps.iter().filter(|step| step.events > 0) {
                let share = found.share_by(step.days).expect("records");
                prop_assert!((share.at_least - (1.0 - step.survival)).abs() < 1e-6);
            }
        }
    }
}
