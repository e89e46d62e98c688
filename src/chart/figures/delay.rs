//! How long from one event to another, by the way in which records got into the data.

use std::collections::BTreeMap;

use crate::chart::figures::curve::Curve;
use crate::chart::figures::scope::Scope;
use crate::chart::records::DelayGap;
use crate::frame::Snapshot;
use crate::frame::cell::{DateCell, DateState};
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::model::event::EventKind;
use crate::query::question::Question;
use crate::query::{Delay, Selection, parallel};
use crate::stats::quantile::{QuantileType, observed_quantile, quantiles};
use crate::stats::survival::Outcome;

/// The window for a list of disclosures: a year.
pub const WINDOW_DAYS: u32 = 365;

/// Days from the first event to the second.
#[derive(Clone, Debug, PartialEq)]
pub struct DelayFigure {
    /// From which event to which.
    pub ends: (EventKind, EventKind),
    /// How records got in, which decides the method.
    pub mechanism: Mechanism,
    /// Data complete to this day.
    pub as_of: Day,
    /// Whether the records come from several datasets: their delays are never put together, and nothing is computed.
    pub several: bool,
    /// The window of the method, in days, where it has one.
    pub window: Option<u32>,
    /// Records chosen.
    pub total: u64,
    /// Records that the curve rests on, those still open included.
    pub n: u64,
    /// Of them, still open at the as-of date.
    pub open: u64,
    /// Of them, with dates that allow more than one number of days.
    pub coarse: u64,
    /// Of them, with dates that would also allow the wrong order: their fewest days were raised to 0.
    pub clipped: u64,
    /// Records left out, each by one reason; reasons that occur only.
    pub left_out: Vec<(DelayGap, u64)>,
    /// The curve of the fewest days that the dates allow.
    pub early: Curve,
    /// The curve of the most days, where coarse dates make it another one.
    pub late: Option<Curve>,
    /// Every pair of dates described as it stands, whatever is missing: what other programs print.
    pub naive: Naive,
}

/// The plain description.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Naive {
    /// Records with both dates in order.
    pub n: u64,
    /// Median of the fewest days; `None` without records.
    pub median_lo: Option<f64>,
    /// Median of the most days; `None` without records or when it has no bound.
    pub median_hi: Option<f64>,
}

/// Where a record stands in the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// It is part of the curve.
    Used {
        /// Fewest days.
        min: u32,
        /// Most days; `u32::MAX` where an end is open.
        max: u32,
        /// Whether it happened, or is still open.
        outcome: Outcome,
        /// Whether the fewest days were raised to 0.
        clipped: bool,
    },
    /// It is left out.
    Left(DelayGap),
}

/// Where a record with these two dates stands, in data of this mechanism and with the usual window.
pub fn place(start: DateCell, end: DateCell, mechanism: Mechanism, as_of: Day) -> Placed {
    place_within(start, end, mechanism, as_of, WINDOW_DAYS)
}

/// Where a record with these two dates stands, in data of this mechanism; the window, in days, matters to a list of
/// disclosures only.
pub fn place_within(start: DateCell, end: DateCell, mechanism: Mechanism, as_of: Day, window: u32) -> Placed {
    let dated = |cell: DateCell| matches!(cell.state, DateState::Date | DateState::NotYet);
    match Delay::between(start, end, as_of) {
        Delay::NotApplicable => Placed::Left(DelayGap::NotApplicable),
        Delay::NoStart(_) if !dated(end) => Placed::Left(DelayGap::BothMissing),
        Delay::NoStart(_) => Placed::Left(DelayGap::StartMissing),
        Delay::NoEnd(_) => Placed::Left(DelayGap::EndMissing),
        Delay::Inconsistent => Placed::Left(DelayGap::Inconsistent),
        Delay::Open { at_least } => {
            if mechanism != Mechanism::Register {
                return Placed::Left(DelayGap::NotYet);
            }
            let longest = u32::try_from(days_between(start.lo, as_of.0)).unwrap_or(at_least);
            Placed::Used { min: at_least, max: longest.max(at_least), outcome: Outcome::Censored, clipped: false }
        }
        Delay::Known { min, max, clipped } => {
            if mechanism == Mechanism::DisclosureList {
                let followed = days_between(start.hi, as_of.0);
                if start.hi == i32::MAX || followed < i64::from(window) {
                    return Placed::Left(DelayGap::TooRecent);
                }
                if min > window {
                    return Placed::Left(DelayGap::BeyondWindow);
                }
            }
            Placed::Used { min, max: max.unwrap_or(u32::MAX), outcome: Outcome::Event, clipped }
        }
    }
}

/// Days from one to the other, below 0 when the wrong way round or open.
fn days_between(from: i32, to: i32) -> i64 {
    if from == i32::MIN { -1 } else { i64::from(to) - i64::from(from) }
}

/// The question and the window in days.
#[derive(Clone, Copy)]
struct Asked<'a> {
    question: &'a Question,
    window: u32,
}

/// What one chunk adds.
#[derive(Default)]
struct Part {
    used: Vec<(u32, u32, Outcome)>,
    clipped: u64,
    coarse: u64,
    open: u64,
    left: BTreeMap<DelayGap, u64>,
    naive: Vec<(u32, u32)>,
}

impl DelayFigure {
    /// Computes the figure for the chosen records, with the usual window.
    pub fn compute(snapshot: &Snapshot, selection: &Selection, question: &Question, scope: &Scope) -> Self {
        Self::compute_within(snapshot, selection, question, scope, WINDOW_DAYS)
    }

    /// Computes the figure with another window, in days; it matters to a list of disclosures only.
    pub fn compute_within(
        snapshot: &Snapshot,
        selection: &Selection,
        question: &Question,
        scope: &Scope,
        window: u32,
    ) -> Self {
        let (from, to) = question.delay;
        let asked = Asked { question, window };
        if scope.datasets > 1 {
            return Part::default().into_figure(selection.len() as u64, asked, true);
        }
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let mut part = Part::default();
            let (starts, ends) = (chunk.dates(from), chunk.dates(to));
            for index in selection.in_chunk(at) {
                let start = starts.map(|column| column.get(index)).unwrap_or_default();
                let end = ends.map(|column| column.get(index)).unwrap_or_default();
                part.add(start, end, asked);
            }
            part
        });
        let mut all = Part::default();
        for part in parts {
            all.merge(part);
        }
        all.into_figure(selection.len() as u64, asked, false)
    }

    /// Records left out for a reason.
    pub fn left_out_by(&self, gap: DelayGap) -> u64 {
        self.left_out.iter().find(|(found, _)| *found == gap).map_or(0, |(_, count)| *count)
    }

    /// The day by which half were told, from the fewest to the most days that coarse dates allow.
    pub fn median_range(&self) -> (Option<f64>, Option<f64>) {
        let low = self.early.median().days;
        (low, self.late.as_ref().map_or(low, |late| late.median().days))
    }
}

impl Part {
    fn add(&mut self, start: DateCell, end: DateCell, Asked { question, window }: Asked<'_>) {
        match place_within(start, end, question.mechanism, question.as_of, window) {
            Placed::Left(gap) => *self.left.entry(gap).or_insert(0) += 1,
            Placed::Used { min, max, outcome, clipped } => {
                self.used.push((min, max, outcome));
                self.clipped += u64::from(clipped);
                self.coarse += u64::from(min != max);
                self.open += u64::from(outcome == Outcome::Censored);
            }
        }
        // In mixed data the figure is the plain description itself.
        let plain = question.mechanism != Mechanism::Mixed;
        if let Delay::Known { min, max, .. } = Delay::between(start, end, question.as_of)
            && plain
        {
            self.naive.push((min, max.unwrap_or(u32::MAX)));
        }
    }

    fn merge(&mut self, mut other: Self) {
        self.used.append(&mut other.used);
        self.naive.append(&mut other.naive);
        self.clipped += other.clipped;
        self.coarse += other.coarse;
        self.open += other.open;
        for (gap, count) in other.left {
            *self.left.entry(gap).or_insert(0) += count;
        }
    }

    fn into_figure(self, total: u64, Asked { question, window }: Asked<'_>, several: bool) -> DelayFigure {
        let exact = self.coarse == 0;
        let curve = |late: bool| {
            let days = |(min, max, _): &(u32, u32, Outcome)| if late { *max } else { *min };
            match question.mechanism {
                Mechanism::Register => Curve::survival(self.used.iter().map(|used| {
                    // Without a last possible day it may still be open: it is, as long as it was surely followed.
                    if late && used.1 == u32::MAX { (used.0, Outcome::Censored) } else { (days(used), used.2) }
                })),
                Mechanism::DisclosureList => Curve::window(self.used.iter().map(days), window),
                Mechanism::Mixed => Curve::plain(self.used.iter().map(days).collect(), exact),
            }
        };
        let left = |gap: &DelayGap| self.left.get(gap).filter(|count| **count > 0).map(|count| (*gap, *count));
        let (early, late) = (curve(false), (!exact).then(|| curve(true)));
        let naive = if question.mechanism == Mechanism::Mixed {
            let bounded = |days: &f64| *days < f64::from(u32::MAX);
            let median_hi = late.as_ref().unwrap_or(&early).median().days.filter(bounded);
            Naive { n: early.n, median_lo: early.median().days, median_hi }
        } else {
            naive(&self.naive)
        };
        DelayFigure {
            ends: question.delay,
            mechanism: question.mechanism,
            as_of: question.as_of,
            several,
            window: (question.mechanism == Mechanism::DisclosureList).then_some(window),
            total,
            n: self.used.len() as u64,
            open: self.open,
            coarse: self.coarse,
            clipped: self.clipped,
            left_out: DelayGap::ALL.iter().filter_map(left).collect(),
            early,
            late,
            naive,
        }
    }
}

fn naive(pairs: &[(u32, u32)]) -> Naive {
    let mut lows: Vec<u64> = pairs.iter().map(|(min, _)| u64::from(*min)).collect();
    let n = lows.len() as u64;
    if pairs.iter().all(|(min, max)| min == max) {
        let middle = quantiles(&mut lows, &[0.5], QuantileType::Type7).first().copied().flatten();
        return Naive { n, median_lo: middle, median_hi: middle };
    }
    let mut highs: Vec<u32> = pairs.iter().map(|(_, max)| *max).collect();
    Naive {
        n,
        median_lo: observed_quantile(&mut lows, 0.5).map(|days| days as f64),
        median_hi: observed_quantile(&mut highs, 0.5).filter(|days| *days != u32::MAX).map(f64::from),
    }
}
