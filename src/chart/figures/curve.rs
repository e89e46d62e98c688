//! A rising curve: the share told by each day, by the method that the data allow.

use std::collections::BTreeMap;

use crate::chart::figures::LEVEL;
use crate::stats::fixed_window::FixedWindow;
use crate::stats::quantile::{QuantileType, observed_quantile, quantile_interval, quantiles};
use crate::stats::right_truncation::{TruncatedDistribution, TruncatedStep};
use crate::stats::share::share;
use crate::stats::survival::{Outcome, SurvivalCurve, SurvivalTally};

/// The shares for which a curve states the day.
pub const QUANTILES: [f64; 4] = [0.25, 0.5, 0.75, 0.9];

/// The share told by each day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// Days at which the share changes, by increasing days; before the first it is 0.
    pub steps: Vec<CurveStep>,
    /// The last day about which the curve says anything.
    pub until: u32,
    /// Records that the curve rests on, those still open included.
    pub n: u64,
    /// Days by which the shares of [`QUANTILES`] were told.
    pub quantiles: [DelayQuantile; 4],
}

/// One step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurveStep {
    /// Days since the first event.
    pub days: u32,
    /// Share told by the end of that day, 0 to 1.
    pub share: f64,
    /// Pointwise band; `None` where the method has none.
    pub band: Option<(f64, f64)>,
    /// Records not yet told and still followed just before.
    pub open: u64,
    /// Of them, records that were still open when they stopped being followed, on this day.
    pub censored: u64,
}

/// The day by which a share was told.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DelayQuantile {
    /// Days; `None` when the share was not reached.
    pub days: Option<f64>,
    /// Lower limit; `None` when more records are needed.
    pub low: Option<u32>,
    /// Upper limit; `None` when more records are needed or the band never gets there.
    pub high: Option<u32>,
}

impl Curve {
    /// The day by which half were told.
    pub fn median(&self) -> DelayQuantile {
        self.quantiles.get(1).copied().unwrap_or_default()
    }

    /// The day by which three quarters were told: one in four took longer.
    pub fn upper_quartile(&self) -> DelayQuantile {
        self.quantiles.get(2).copied().unwrap_or_default()
    }

    /// The day by which nine in ten were told.
    pub fn upper_tenth(&self) -> DelayQuantile {
        self.quantiles.get(3).copied().unwrap_or_default()
    }

    /// The last day on which one was told; `None` when none was.
    pub fn last_told(&self) -> Option<u32> {
        let last = self.steps.last()?.share;
        self.steps.iter().find(|step| step.share >= last && last > 0.0).map(|step| step.days)
    }

    /// The share told by a day, with its band; `None` beyond what the curve says anything about.
    pub fn share_by(&self, days: u32) -> Option<CurveStep> {
        if self.n == 0 || (days > self.until && self.steps.last().is_none_or(|last| last.share < 1.0)) {
            return None;
        }
        let upto = self.steps.partition_point(|step| step.days <= days);
        match upto.checked_sub(1).and_then(|index| self.steps.get(index)) {
            Some(step) => Some(CurveStep { days, ..*step }),
            None => Some(CurveStep { days, share: 0.0, band: None, open: self.n, censored: 0 }),
        }
    }

    /// Kaplan and Meier, for a register: (days, whether it happened).
    pub fn survival(times: impl Iterator<Item = (u32, Outcome)>) -> Self {
        let tally: SurvivalTally = times.collect();
        let found: SurvivalCurve = tally.curve(LEVEL);
        let quantiles = QUANTILES.map(|p| {
            let found = found.quantile(p);
            DelayQuantile { days: found.days.map(f64::from), low: found.low, high: found.high }
        });
        let steps = found
            .steps
            .iter()
            .map(|step| CurveStep {
                days: step.days,
                share: 1.0 - step.survival,
                band: step.band.map(|(low, high)| (1.0 - high, 1.0 - low)),
                open: step.at_risk,
                censored: step.censored,
            })
            .collect();
        Self { steps, until: found.steps.last().map_or(0, |step| step.days), n: found.n, quantiles }
    }

    /// Only what was followed for a whole window and told within it, for a list of disclosures.
    pub fn window(delays: impl Iterator<Item = u32>, window: u32) -> Self {
        let days = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
        let mut cohort = FixedWindow::new(days(window));
        let mut counts = BTreeMap::new();
        for delay in delays.filter(|delay| *delay <= window) {
            cohort.add(Some(days(delay)), days(window));
            *counts.entry(delay).or_insert(0_u64) += 1;
        }
        let limit = |days: Option<i32>| days.and_then(|days| u32::try_from(days).ok());
        let quantiles = QUANTILES.map(|p| {
            let found = cohort.quantile(p, LEVEL);
            DelayQuantile { days: found.days.map(f64::from), low: limit(found.low), high: limit(found.high) }
        });
        Self { steps: steps(&counts, true), until: window, n: cohort.n(), quantiles }
    }

    /// Corrected for what is not on a list of disclosures yet; `open` is how many could be compared at each step.
    pub fn corrected(found: &TruncatedDistribution) -> Self {
        let quantiles = QUANTILES.map(|p| {
            let found = found.quantile(p);
            DelayQuantile { days: found.days.map(f64::from), low: found.low, high: found.high }
        });
        let step = |step: &TruncatedStep| CurveStep {
            days: step.days,
            share: step.share,
            band: step.band,
            open: step.at_risk,
            censored: 0,
        };
        let until = found.longest().unwrap_or(0);
        Self { steps: found.steps.iter().map(step).collect(), until, n: found.n, quantiles }
    }

    /// A plain description of what was told: no band, because it is not a sample of anything.
    pub fn plain(delays: Vec<u32>, exact: bool) -> Self {
        let counts = counted(&delays);
        let n = delays.len() as u64;
        drop(delays);
        let until = counts.keys().next_back().copied().unwrap_or(0);
        // In order, so that the order statistics below find their places at once.
        let mut values: Vec<u64> = Vec::with_capacity(usize::try_from(n).unwrap_or(0));
        for (days, count) in &counts {
            values.extend(std::iter::repeat_n(u64::from(*days), usize::try_from(*count).unwrap_or(0)));
        }
        let middle = if exact { quantiles(&mut values, &QUANTILES, QuantileType::Type7) } else { Vec::new() };
        let mut found = [DelayQuantile::default(); 4];
        for (index, (slot, p)) in found.iter_mut().zip(QUANTILES).enumerate() {
            let limits = quantile_interval(&mut values, p, LEVEL);
            let day = |limit: Option<(u64, u64)>| limit.and_then(|(_, days)| u32::try_from(days).ok());
            slot.low = day(limits.and_then(|limits| limits.low));
            slot.high = day(limits.and_then(|limits| limits.high));
            slot.days = match middle.get(index) {
                Some(days) => *days,
                None => observed_quantile(&mut values, p).map(|days| days as f64),
            };
        }
        Self { steps: steps(&counts, false), until, n, quantiles: found }
    }
}

/// Number of records at each day. Short delays, nearly all of them, are counted in an array.
fn counted(delays: &[u32]) -> BTreeMap<u32, u64> {
    const DENSE: usize = 1 << 14;
    let mut dense = vec![0_u64; DENSE];
    let mut counts = BTreeMap::new();
    for days in delays {
        match usize::try_from(*days).ok().and_then(|days| dense.get_mut(days)) {
            Some(count) => *count += 1,
            None => *counts.entry(*days).or_insert(0) += 1,
        }
    }
    counts.extend((0_u32..).zip(dense).filter(|(_, count)| *count > 0));
    counts
}

/// Steps from the number of records at each day.
fn steps(counts: &BTreeMap<u32, u64>, banded: bool) -> Vec<CurveStep> {
    let n: u64 = counts.values().sum();
    let mut told = 0;
    counts
        .iter()
        .map(|(days, count)| {
            let open = n - told;
            told += count;
            let band = if banded { share(told, n, LEVEL).map(|found| found.wilson) } else { None };
            CurveStep { days: *days, share: told as f64 / n as f64, band, open, censored: 0 }
        })
        .collect()
}
