//! Delays in a list of what was disclosed, corrected for what is not disclosed yet: reverse time.
//!
//! Such a list holds a record only because its delay was shorter than the time it had, so recent
//! records look fast. Seen backwards, from long delays to short ones, each record enters late instead:
//! a delay of u is compared only with records that could have shown a longer one. What is found is
//! relative to the longest delay that could be seen, never a share of all incidents.

use std::collections::BTreeMap;

use crate::stats::estimate::{Estimate, Interval, LeftOut, Method};
use crate::stats::normal::normal_quantile;

/// A share this close below a quantile's target has reached it; see [`crate::stats::survival`].
const TIE_TOLERANCE: f64 = 1e-9;

/// Days below this number are counted in an array, later ones in a tree.
const DENSE_DAYS: usize = 1 << 14;

/// Counts delays and the longest delays that could have been seen, in whole days and in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TruncatedTally {
    dense: Vec<At>,
    sparse: BTreeMap<u32, At>,
    beyond: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct At {
    delays: u64,
    limits: u64,
}

/// One step of the distribution, at a delay that was observed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TruncatedStep {
    /// Delay in days.
    pub days: u32,
    /// Records with a delay up to this one that could have shown it.
    pub at_risk: u64,
    /// Records with exactly this delay.
    pub events: u64,
    /// Share with at most this delay, among those disclosed within the longest one.
    pub share: f64,
    /// Pointwise band of the share; `None` at the longest delay, where it is 1 by definition, and
    /// where a gap among the records leaves nothing to estimate.
    pub band: Option<(f64, f64)>,
}

/// The time by which a share had happened, among what happened within the longest delay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TruncatedQuantile {
    /// Days; `None` without records.
    pub days: Option<u32>,
    /// Lower limit; `None` if the band never gets there.
    pub low: Option<u32>,
    /// Upper limit; `None` if the band never gets there.
    pub high: Option<u32>,
}

/// Distribution of delays relative to the longest one that could be seen.
#[derive(Clone, Debug, PartialEq)]
pub struct TruncatedDistribution {
    /// Number of records used.
    pub n: u64,
    /// Records left out because their delay is longer than the time they had.
    pub beyond: u64,
    /// Confidence level of the band.
    pub level: f64,
    /// One step for each observed delay, in order.
    pub steps: Vec<TruncatedStep>,
    /// Whether somewhere all records that could be compared share one delay, so that nothing is known
    /// of shorter ones: the distribution is 0 below, and must not be shown.
    pub hole: bool,
    /// Median of the delays as they stand, uncorrected: an observed value (type 1).
    pub naive_median: Option<u32>,
}

impl TruncatedTally {
    /// Counts one record: its delay in days and `limit`, the days from its start to the as-of date,
    /// which is the longest delay it could have shown.
    ///
    /// A delay longer than its limit cannot be: it is counted apart and not used.
    pub fn add(&mut self, delay: u32, limit: u32) {
        if delay > limit {
            self.beyond += 1;
            return;
        }
        self.at(delay).delays += 1;
        self.at(limit).limits += 1;
    }

    fn at(&mut self, days: u32) -> &mut At {
        match usize::try_from(days).ok().filter(|index| *index < DENSE_DAYS) {
            Some(index) => {
                if self.dense.len() <= index {
                    self.dense.resize(index + 1, At::default());
                }
                &mut self.dense[index]
            }
            None => self.sparse.entry(days).or_default(),
        }
    }

    /// Days at which something was counted, in order.
    fn days(&self) -> impl Iterator<Item = (u32, At)> + '_ {
        let dense = (0_u32..).zip(self.dense.iter().copied()).filter(|(_, at)| *at != At::default());
        dense.chain(self.sparse.iter().map(|(days, at)| (*days, *at)))
    }

    /// Adds what another tally has counted.
    pub fn merge(&mut self, other: &Self) {
        for (days, more) in other.days() {
            let at = self.at(days);
            at.delays += more.delays;
            at.limits += more.limits;
        }
        self.beyond += other.beyond;
    }

    /// The distribution of delays with its band at confidence `level` (0 < level < 1).
    ///
    /// F̂(u)/F(u_max) = Π over delays v > u of (1 − dᵥ/nᵥ), where dᵥ records have the delay v and
    /// nᵥ = #{delay ≤ v ≤ limit} could be compared at v. Variance by Greenwood's sum on reversed time;
    /// the band is F̂^exp(±z√V/|ln F̂|). Ties need no care; without records there is no step. Where
    /// nᵥ = dᵥ before the shortest delay, F̂ is 0 below and `hole` is set: use a fixed window then. It
    /// assumes that delays do not depend on when the incident began. O(distinct days). References:
    /// Lynden-Bell 1971, MNRAS 155:95–118; Lagakos, Barraj & De Gruttola 1988, Biometrika 75:515–523.
    ///
    /// ```
    /// use vigie::stats::right_truncation::TruncatedTally;
    /// // The third began five days ago: it could not have shown more than 5.
    /// let tally: TruncatedTally = [(3, 90), (8, 90), (5, 5), (4, 60)].into_iter().collect();
    /// let found = tally.distribution(0.95);
    /// assert_eq!((found.naive_median, found.quantile(0.5).days), (Some(4), Some(5)));
    /// let shares: Vec<f64> = found.steps.iter().map(|step| step.share).collect();
    /// assert!((shares[2] - 2.0 / 3.0).abs() < 1e-15 && shares[3] == 1.0);
    /// ```
    pub fn distribution(&self, level: f64) -> TruncatedDistribution {
        let z = normal_quantile(0.5 + level / 2.0);
        let mut at_risk = Vec::new();
        let (mut begun, mut ended) = (0_u64, 0_u64);
        for (days, at) in self.days() {
            begun += at.delays;
            if at.delays > 0 {
                at_risk.push((days, begun - ended, at.delays));
            }
            ended += at.limits;
        }
        let mut steps = Vec::with_capacity(at_risk.len());
        let (mut share, mut variance, mut hole) = (1.0_f64, 0.0_f64, false);
        for (index, (days, risk, events)) in at_risk.into_iter().enumerate().rev() {
            let known = share > 0.0 && share < 1.0;
            let band = known.then(|| band(share, variance, z));
            steps.push(TruncatedStep { days, at_risk: risk, events, share, band });
            if events == risk {
                hole |= index > 0;
                share = 0.0;
            } else {
                let (d, n) = (events as f64, risk as f64);
                share *= 1.0 - d / n;
                variance += d / (n * (n - d));
            }
        }
        steps.reverse();
        let naive_median = self.naive_median(begun);
        TruncatedDistribution { n: begun, beyond: self.beyond, level, steps, hole, naive_median }
    }

    fn naive_median(&self, n: u64) -> Option<u32> {
        let rank = n.checked_sub(1)? / 2;
        let mut before = 0;
        let reached = self.days().find(|(_, at)| {
            before += at.delays;
            before > rank
        });
        reached.map(|(days, _)| days)
    }
}

impl FromIterator<(u32, u32)> for TruncatedTally {
    fn from_iter<I: IntoIterator<Item = (u32, u32)>>(records: I) -> Self {
        let mut tally = Self::default();
        records.into_iter().for_each(|(delay, limit)| tally.add(delay, limit));
        tally
    }
}

impl TruncatedDistribution {
    /// The longest delay seen, in days: every share is among what was disclosed within it.
    pub fn longest(&self) -> Option<u32> {
        self.steps.last().map(|step| step.days)
    }

    /// The delay by which the share `p` (0 < p < 1) was disclosed, among those within the longest
    /// delay, with limits by inverting the band.
    ///
    /// First delay at which the share is at least p, never interpolated. `None` without records; limits
    /// are `None` where the band does not reach p. Reference as for
    /// [`crate::stats::survival::SurvivalCurve::quantile`].
    ///
    /// ```
    /// let tally: vigie::stats::right_truncation::TruncatedTally = [(1, 9), (2, 9), (3, 9)].into_iter().collect();
    /// assert_eq!(tally.distribution(0.95).quantile(0.5).days, Some(2));
    /// ```
    pub fn quantile(&self, p: f64) -> TruncatedQuantile {
        let target = p - TIE_TOLERANCE;
        let first = |reached: &dyn Fn(&TruncatedStep) -> bool| {
            self.steps.iter().find(|step| reached(step)).map(|step| step.days)
        };
        TruncatedQuantile {
            days: first(&|step| step.share >= target),
            low: first(&|step| step.band.is_some_and(|(_, high)| high >= target)),
            high: first(&|step| step.band.is_some_and(|(low, _)| low >= target)),
        }
    }

    /// The share disclosed by day `days` among those within the longest delay, with its band.
    ///
    /// 0 before the shortest delay, `None` beyond the longest one and without records.
    pub fn share_by(&self, days: u32) -> Option<(f64, Option<(f64, f64)>)> {
        if days > self.longest()? {
            return None;
        }
        let upto = self.steps.partition_point(|step| step.days <= days);
        let step = upto.checked_sub(1).and_then(|index| self.steps.get(index));
        Some(step.map_or((0.0, None), |step| (step.share, step.band)))
    }

    /// A quantile as an [`Estimate`] in days; records whose delay cannot be are left out as
    /// inconsistent.
    pub fn quantile_estimate(&self, p: f64) -> Estimate {
        let found = self.quantile(p);
        let interval = Interval { low: found.low.map(f64::from), high: found.high.map(f64::from), level: self.level };
        let estimate = Estimate::new(found.days.map(f64::from), interval, self.n, Method::ReverseTime);
        estimate.leaving_out([(LeftOut::Inconsistent, self.beyond)])
    }
}

fn band(share: f64, variance: f64, z: f64) -> (f64, f64) {
    let log = libm::log(share);
    let width = z * libm::sqrt(variance) / log.abs();
    (libm::exp(log * libm::exp(width)), libm::exp(log * libm::exp(-width)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::stats::survival::{Outcome, SurvivalTally};

    fn records() -> impl Strategy<Value = Vec<(u32, u32)>> {
        prop::collection::vec((0..60_u32, 0..90_u32), 0..80)
    }

    #[test]
    fn a_gap_among_the_records_is_told() {
        let tally: TruncatedTally = [(1, 2), (1, 3), (10, 15), (12, 20)].into_iter().collect();
        assert!(tally.distribution(0.95).hole);
        let whole: TruncatedTally = [(1, 20), (10, 20), (12, 20)].into_iter().collect();
        assert!(!whole.distribution(0.95).hole);
    }

    #[test]
    fn nothing_beyond_the_longest_delay() {
        let found = [(4, 40), (9, 30)].into_iter().collect::<TruncatedTally>().distribution(0.95);
        assert_eq!(found.share_by(3), Some((0.0, None)));
        assert_eq!(found.share_by(9), Some((1.0, None)));
        assert_eq!(found.share_by(10), None);
        assert_eq!(TruncatedTally::default().distribution(0.95).share_by(0), None);
    }

    proptest! {
        #[test]
        fn shares_rise_to_one_and_everybody_counts_once(records in records()) {
            let found = records.iter().copied().collect::<TruncatedTally>().distribution(0.95);
            prop_assert_eq!(found.n + found.beyond, records.len() as u64);
            let mut before = 0.0;
            for step in &found.steps {
                prop_assert!(step.share >= before && step.share <= 1.0);
                prop_assert!(step.events <= step.at_risk && step.at_risk <= found.n);
                before = step.share;
                if let Some((low, high)) = step.band {
                    prop_assert!(0.0 <= low && low <= step.share + 1e-12 && step.share <= high + 1e-12 && high <= 1.0);
                }
            }
            prop_assert!(found.n == 0 || before == 1.0);
        }

        #[test]
        fn the_correction_never_shortens(records in records()) {
            let found = records.iter().copied().collect::<TruncatedTally>().distribution(0.95);
            let mut below = 0_u64;
            for step in &found.steps {
                below += step.events;
                prop_assert!(step.share <= below as f64 / found.n as f64 + 1e-12);
            }
        }

        #[test]
        fn without_truncation_it_is_the_plain_distribution(delays in prop::collection::vec(0..50_u32, 1..60), p in 0.02..0.98_f64) {
            let found = delays.iter().map(|delay| (*delay, 1_000)).collect::<TruncatedTally>().distribution(0.95);
            let plain = delays.iter().map(|delay| (*delay, Outcome::Event)).collect::<SurvivalTally>().curve(0.95);
            prop_assert_eq!(found.quantile(p).days, plain.quantile(p).days);
            prop_assert!(!found.hole);
        }

        #[test]
        fn order_and_parts_do_not_matter(records in records(), cut in 0..80_usize) {
            let whole: TruncatedTally = records.iter().copied().collect();
            let (one, other) = records.split_at(cut.min(records.len()));
            let mut merged: TruncatedTally = other.iter().rev().copied().collect();
            merged.merge(&one.iter().copied().collect());
            prop_assert_eq!(merged, whole);
        }
    }
}
