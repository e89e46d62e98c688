//! Time until something happened, where it may not have happened yet: Kaplan and Meier.
//!
//! For registers only: a list of what was disclosed holds no record that is still open, and the curve
//! would look complete (see [`crate::stats::fixed_window`]). Censoring must not depend on the delay.

use std::collections::BTreeMap;

use crate::stats::estimate::{Estimate, Interval, Method};
use crate::stats::normal::normal_quantile;

/// A survival share this close to a quantile's target has reached it: (1 − ¼)(1 − ⅓) may exceed ½ by
/// a rounding error.
const TIE_TOLERANCE: f64 = 1e-9;

/// Times below this number of days are counted in an array, later ones in a tree.
const DENSE_DAYS: usize = 1 << 14;

/// Whether the wait ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It happened after this time.
    Event,
    /// It had not happened after this time, when the data end.
    Censored,
}

/// Counts waiting times in whole days, one at a time and in any order.
#[derive(Clone, Debug, Default)]
pub struct SurvivalTally {
    dense: Vec<At>,
    sparse: BTreeMap<u32, At>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct At {
    events: u64,
    censored: u64,
}

/// One step of the curve, at a time at which something was observed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurvivalStep {
    /// Days since the start.
    pub days: u32,
    /// Records still waiting just before; one censored at this time is among them.
    pub at_risk: u64,
    /// Events at this time.
    pub events: u64,
    /// Records censored at this time.
    pub censored: u64,
    /// Share still waiting after it.
    pub survival: f64,
    /// Standard error of the share (Greenwood); `None` once nobody is left.
    pub standard_error: Option<f64>,
    /// Pointwise band of the share; `None` once nobody is left.
    pub band: Option<(f64, f64)>,
}

/// The share that had happened by a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareBy {
    /// Days since the start.
    pub days: u32,
    /// Share; `None` after the last observed time, unless it had happened to all by then.
    pub share: Option<f64>,
    /// Lower end of its band.
    pub low: Option<f64>,
    /// Upper end of its band.
    pub high: Option<f64>,
}

/// The time by which a share had happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SurvivalQuantile {
    /// First time at which at least the share had happened; `None` if not reached.
    pub days: Option<u32>,
    /// Lower limit.
    pub low: Option<u32>,
    /// Upper limit; `None` if the band never gets there.
    pub high: Option<u32>,
}

/// A Kaplan–Meier curve.
#[derive(Clone, Debug, PartialEq)]
pub struct SurvivalCurve {
    /// Number of records.
    pub n: u64,
    /// Number of events.
    pub events: u64,
    /// Number of records still waiting.
    pub censored: u64,
    /// Confidence level of the band.
    pub level: f64,
    /// One step for each observed time, in order; times at which only censoring happened included.
    pub steps: Vec<SurvivalStep>,
}

impl SurvivalTally {
    /// Counts one record: its waiting time in days, 0 for the same day.
    pub fn add(&mut self, days: u32, outcome: Outcome) {
        let at = match usize::try_from(days).ok().filter(|index| *index < DENSE_DAYS) {
            Some(index) => {
                if self.dense.len() <= index {
                    self.dense.resize(index + 1, At::default());
                }
                self.dense.get_mut(index)
            }
            None => Some(self.sparse.entry(days).or_default()),
        };
        if let Some(at) = at {
            match outcome {
                Outcome::Event => at.events += 1,
                Outcome::Censored => at.censored += 1,
            }
        }
    }

    /// Adds what another tally has counted.
    pub fn merge(&mut self, other: &Self) {
        if self.dense.len() < other.dense.len() {
            self.dense.resize(other.dense.len(), At::default());
        }
        for (at, more) in self.dense.iter_mut().zip(&other.dense) {
            at.add(*more);
        }
        for (days, more) in &other.sparse {
            self.sparse.entry(*days).or_default().add(*more);
        }
    }

    /// The Kaplan–Meier curve with its band at confidence `level` (0 < level < 1).
    ///
    /// Ŝ(t) = Π (1 − dⱼ/nⱼ) over the event times up to t; a record censored at t is at risk at t.
    /// Variance by Greenwood, Σ d/(n(n − d)); the band is Ŝ^exp(±z√V/|ln Ŝ|), within [0, 1]. Before
    /// the first event the band is 1 to 1; once Ŝ is 0 it is undefined, as R's `survival` has it.
    /// O(number of distinct times). References: Kaplan & Meier 1958, JASA 53:457–481; Kalbfleisch &
    /// Prentice 2002, §1.4.
    ///
    /// ```
    /// use vigie::stats::survival::{Outcome, SurvivalTally};
    /// let mut tally = SurvivalTally::default();
    /// for (days, outcome) in [(1, Outcome::Event), (2, Outcome::Event), (3, Outcome::Censored), (4, Outcome::Event)] {
    ///     tally.add(days, outcome);
    /// }
    /// let curve = tally.curve(0.95);
    /// assert_eq!(curve.steps.iter().map(|step| step.survival).collect::<Vec<_>>(), [0.75, 0.5, 0.5, 0.0]);
    /// assert_eq!(curve.quantile(0.5).days, Some(2));
    /// ```
    pub fn curve(&self, level: f64) -> SurvivalCurve {
        let dense = (0_u32..).zip(self.dense.iter().copied());
        let sparse = self.sparse.iter().map(|(days, at)| (*days, *at));
        let times = || dense.clone().chain(sparse.clone()).filter(|(_, at)| at.total() > 0);
        let n: u64 = times().map(|(_, at)| at.total()).sum();
        let z = normal_quantile(0.5 + level / 2.0);
        let (mut at_risk, mut survival, mut variance) = (n, 1.0_f64, 0.0_f64);
        let mut steps = Vec::new();
        for (days, at) in times() {
            let (risk, events) = (at_risk as f64, at.events as f64);
            if at.events == at_risk {
                survival = 0.0;
            } else if at.events > 0 {
                survival *= 1.0 - events / risk;
                variance += events / (risk * (risk - events));
            }
            let left = survival > 0.0;
            steps.push(SurvivalStep {
                days,
                at_risk,
                events: at.events,
                censored: at.censored,
                survival,
                standard_error: left.then(|| survival * libm::sqrt(variance)),
                band: left.then(|| band(survival, variance, z)),
            });
            at_risk -= at.total();
        }
        let events = times().map(|(_, at)| at.events).sum();
        SurvivalCurve { n, events, censored: n - events, level, steps }
    }
}

impl FromIterator<(u32, Outcome)> for SurvivalTally {
    fn from_iter<I: IntoIterator<Item = (u32, Outcome)>>(records: I) -> Self {
        let mut tally = Self::default();
        records.into_iter().for_each(|(days, outcome)| tally.add(days, outcome));
        tally
    }
}

impl At {
    fn total(self) -> u64 {
        self.events + self.censored
    }

    fn add(&mut self, more: Self) {
        self.events += more.events;
        self.censored += more.censored;
    }
}

impl SurvivalCurve {
    /// The time by which the share `p` (0 < p < 1) had happened, with limits from the band.
    ///
    /// min {t: Ŝ(t) ≤ 1 − p}, never interpolated; limits by the same rule for the ends of the band
    /// (Brookmeyer & Crowley 1982, Biometrics 38:29–41). What is not reached is `None`.
    pub fn quantile(&self, p: f64) -> SurvivalQuantile {
        let target = 1.0 - p + TIE_TOLERANCE;
        let first = |reached: &dyn Fn(&SurvivalStep) -> bool| {
            self.steps.iter().find(|step| reached(step)).map(|step| step.days)
        };
        SurvivalQuantile {
            days: first(&|step| step.survival <= target),
            low: first(&|step| step.band.is_some_and(|(low, _)| low <= target)),
            high: first(&|step| step.band.is_some_and(|(_, high)| high <= target)),
        }
    }

    /// The share that had happened by day `days`, with its band.
    ///
    /// 0 before the first observed time. Nothing is extrapolated: after the last observed time it is
    /// undefined, unless it had happened to all.
    pub fn share_by(&self, days: u32) -> ShareBy {
        let unknown = ShareBy { days, share: None, low: None, high: None };
        let Some(last) = self.steps.last() else {
            return unknown;
        };
        if days > last.days && last.survival > 0.0 {
            return unknown;
        }
        let upto = self.steps.partition_point(|step| step.days <= days);
        let Some(step) = upto.checked_sub(1).and_then(|index| self.steps.get(index)) else {
            return ShareBy { days, share: Some(0.0), low: Some(0.0), high: Some(0.0) };
        };
        ShareBy {
            days,
            share: Some(1.0 - step.survival),
            low: step.band.map(|(_, high)| 1.0 - high),
            high: step.band.map(|(low, _)| 1.0 - low),
        }
    }

    /// Mean waiting time within the first `tau` days, in days: the area under the curve up to there.
    ///
    /// `None` without records, or if `tau` lies after the last observed time while some still wait.
    pub fn restricted_mean(&self, tau: u32) -> Option<f64> {
        let last = self.steps.last()?;
        if tau > last.days && last.survival > 0.0 {
            return None;
        }
        let (mut area, mut from, mut survival) = (0.0, 0_u32, 1.0);
        for step in self.steps.iter().take_while(|step| step.days < tau) {
            area += survival * f64::from(step.days - from);
            (from, survival) = (step.days, step.survival);
        }
        Some(area + survival * f64::from(tau - from))
    }

    /// A quantile as an [`Estimate`] in days; `n` is all records, those still waiting included,
    /// because the method uses them.
    pub fn quantile_estimate(&self, p: f64) -> Estimate {
        let found = self.quantile(p);
        let interval = Interval { low: found.low.map(f64::from), high: found.high.map(f64::from), level: self.level };
        Estimate::new(found.days.map(f64::from), interval, self.n, Method::KaplanMeier)
    }
}

fn band(survival: f64, variance: f64, z: f64) -> (f64, f64) {
    if survival >= 1.0 {
        return (1.0, 1.0);
    }
    let log = libm::log(survival);
    let width = z * libm::sqrt(variance) / log.abs();
    (libm::exp(log * libm::exp(width)), libm::exp(log * libm::exp(-width)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn records() -> impl Strategy<Value = Vec<(u32, Outcome)>> {
        let days = prop_oneof![8 => 0..40_u32, 1 => 16_380..16_390_u32, 1 => any::<u32>()];
        let outcome = prop_oneof![Just(Outcome::Event), Just(Outcome::Censored)];
        prop::collection::vec((days, outcome), 0..80)
    }

    #[test]
    fn a_product_that_is_one_half_but_for_rounding() {
        // After 12 of 24 events the product of the shares is 0.5000000000000001.
        let times = (1..=24).map(|days| (days, Outcome::Event));
        let curve = times.collect::<SurvivalTally>().curve(0.95);
        assert!(curve.steps.iter().any(|step| step.days == 12 && step.survival > 0.5));
        assert_eq!(curve.quantile(0.5).days, Some(12));
    }

    #[test]
    fn the_mean_of_the_first_days() {
        let times = [(10, Outcome::Event), (20, Outcome::Event), (30, Outcome::Censored)];
        let curve = times.into_iter().collect::<SurvivalTally>().curve(0.95);
        let first_20 = curve.restricted_mean(20).expect("observed");
        assert!((first_20 - (10.0 + 10.0 * 2.0 / 3.0)).abs() < 1e-12);
        assert_eq!(curve.restricted_mean(31), None);
        assert_eq!(curve.share_by(31).share, None);
    }

    proptest! {
        #[test]
        fn a_curve_never_rises_and_stays_between_0_and_1(records in records()) {
            let curve = records.iter().copied().collect::<SurvivalTally>().curve(0.95);
            let mut before = 1.0;
            for step in &curve.steps {
                prop_assert!(step.survival <= before && step.survival >= 0.0);
                before = step.survival;
                if let Some((low, high)) = step.band {
                    prop_assert!(0.0 <= low && low <= step.survival + 1e-12);
                    prop_assert!(step.survival <= high + 1e-12 && high <= 1.0);
                }
            }
            prop_assert_eq!(curve.n, records.len() as u64);
            let events: u64 = curve.steps.iter().map(|step| step.events).sum();
            prop_assert_eq!(curve.events, events);
        }

        #[test]
        fn order_and_parts_do_not_matter(records in records(), cut in 0..80_usize) {
            let whole: SurvivalTally = records.iter().copied().collect();
            let (one, other) = records.split_at(cut.min(records.len()));
            let mut merged: SurvivalTally = other.iter().rev().copied().collect();
            merged.merge(&one.iter().copied().collect());
            prop_assert_eq!(merged.curve(0.9), whole.curve(0.9));
        }

        #[test]
        fn without_censoring_it_is_the_plain_quantile(days in prop::collection::vec(0..500_u32, 1..60), p in 0.01..0.99_f64) {
            let curve = days.iter().map(|days| (*days, Outcome::Event)).collect::<SurvivalTally>().curve(0.95);
            let mut days = days;
            prop_assert_eq!(curve.quantile(p).days, crate::stats::quantile::observed_quantile(&mut days, p));
        }

        #[test]
        fn shares_rise_with_time(records in records(), a in 0..50_u32, b in 0..50_u32) {
            let curve = records.into_iter().collect::<SurvivalTally>().curve(0.95);
            if let (Some(early), Some(late)) = (curve.share_by(a.min(b)).share, curve.share_by(a.max(b)).share) {
                prop_assert!(early <= late);
            }
        }
    }
}
