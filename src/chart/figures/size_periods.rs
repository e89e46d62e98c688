//! How many were affected, period by period: the middle with its interval, the largest, and bounds of the sum.

use crate::chart::figures::affected::period_of;
use crate::chart::figures::incidents::periods_a_year;
use crate::chart::figures::pool::{Counted, Middle, Pool, bounded};
use crate::chart::figures::scope::Scope;
use crate::frame::cell::{CountCell, CountState, DateCell, DateState};
use crate::frame::{RecordId, Snapshot};
use crate::model::period::Period;
use crate::query::question::Question;
use crate::query::{Selection, parallel};

/// Fewest numbers of a year for its middle to be drawn as a line.
const ROLLING_LEAST: usize = 5;

/// How many were affected, period by period.
#[derive(Clone, Debug, PartialEq)]
pub struct SizePeriods {
    /// The covered periods, in order.
    pub periods: Vec<SizePeriod>,
    /// Records with a number whose date lies in no single covered period for certain.
    pub unplaced: u64,
    /// Records with a number and no date, or a date wholly outside the covered time.
    pub outside: u64,
}

/// One period.
#[derive(Clone, Debug, PartialEq)]
pub struct SizePeriod {
    /// Which.
    pub period: Period,
    /// Whether it is incomplete.
    pub partial: bool,
    /// Records that give a number and lie here for certain.
    pub n: u64,
    /// Of them, without an upper bound.
    pub unbounded: u64,
    /// Records that lie here for certain and give no number.
    pub unknown: u64,
    /// Records that may lie here or in another period, and give a number or could.
    pub possible: u64,
    /// The middle of the numbers.
    pub middle: Option<Middle>,
    /// The largest lower end.
    pub largest: Option<Counted>,
    /// Smallest possible sum: of the lower ends of records that lie here for certain.
    pub sum_lo: u128,
    /// Largest possible sum, records that only may lie here included; `None` when one of them has no upper bound or no
    /// number.
    pub sum_hi: Option<u128>,
    /// The middle of all numbers of the year that ends with this period, lower ends; `None` where a period of that
    /// year is incomplete, or there are fewer than five.
    pub rolling: Option<f64>,
}

/// A record's number where it lies.
#[derive(Clone, Copy)]
struct Placed {
    first: u32,
    last: u32,
    /// Whether it lies there whatever the true day.
    certain: bool,
    cell: CountCell,
    id: RecordId,
}

impl SizePeriods {
    /// Looks at the chosen records.
    pub fn compute(snapshot: &Snapshot, selection: &Selection, question: &Question, scope: &Scope) -> Self {
        let spans: Vec<Period> =
            scope.covered.map(|(first, last)| scope.scheme.span(first, last).collect()).unwrap_or_default();
        let borders = scope.covered.map(|(first, last)| scope.scheme.borders(first, last)).unwrap_or_default();
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let (mut placed, mut outside) = (Vec::new(), 0);
            let (counts, dates) = (chunk.counts(question.measure), chunk.dates(question.date_of));
            for index in selection.in_chunk(at) {
                let cell = counts.map(|column| column.get(index)).unwrap_or_default();
                if matches!(cell.state, CountState::NotApplicable | CountState::NoneIdentified) {
                    continue;
                }
                let date = dates.map(|column| column.get(index)).unwrap_or_default();
                let certain = period_of(date, &borders, scope).map(|at| (at, at, true));
                let place = certain.or_else(|| reach(date, &borders, scope).map(|(first, last)| (first, last, false)));
                match place.zip(chunk.id(index)) {
                    Some(((first, last, certain), id)) => placed.push(Placed { first, last, certain, cell, id }),
                    None => outside += u64::from(cell.state == CountState::Count),
                }
            }
            (placed, outside)
        });
        let outside = parts.iter().map(|(_, outside)| outside).sum();
        Self::of_placed(parts.iter().flat_map(|(placed, _)| placed), &spans, outside, scope)
    }

    fn of_placed<'a>(placed: impl Iterator<Item = &'a Placed>, spans: &[Period], outside: u64, scope: &Scope) -> Self {
        let mut certain: Vec<Vec<Placed>> = vec![Vec::new(); spans.len()];
        let mut reached: Vec<Reached> = vec![Reached::default(); spans.len()];
        let mut unplaced = 0;
        for record in placed {
            if record.certain
                && let Some(list) = certain.get_mut(record.first as usize)
            {
                list.push(*record);
                continue;
            }
            unplaced += u64::from(record.cell.state == CountState::Count);
            for at in record.first..=record.last {
                if let Some(more) = reached.get_mut(at as usize) {
                    more.add(record.cell);
                }
            }
        }
        let partial = |period: &Period| {
            scope.covered.is_none_or(|(first, last)| period.first_day() < first || period.last_day() > last)
        };
        let rolling = rolling(&certain, spans, scope, &partial);
        let periods = parallel::map(spans.len(), spans.len() / 8, |at| {
            let (period, records, more) = (*spans.get(at)?, certain.get(at)?, reached.get(at)?);
            let mut found = SizePeriod::of(period, partial(&period), records, more);
            found.rolling = rolling.get(at).copied().flatten();
            Some(found)
        });
        Self { periods: periods.into_iter().flatten().collect(), unplaced, outside }
    }
}

/// What may lie in a period.
#[derive(Clone, Debug, Default)]
struct Reached {
    records: u64,
    sum_hi: u128,
    without_bound: bool,
}

impl Reached {
    fn add(&mut self, cell: CountCell) {
        self.records += 1;
        if cell.state == CountState::Count && cell.hi != u64::MAX {
            self.sum_hi += u128::from(cell.hi);
        } else {
            self.without_bound = true;
        }
    }
}

impl SizePeriod {
    fn of(period: Period, partial: bool, records: &[Placed], more: &Reached) -> Self {
        let mut pool = Pool::default();
        let mut largest: Option<Counted> = None;
        let (mut sum_lo, mut sum_hi, mut unbounded) = (0_u128, more.sum_hi, 0);
        for record in records {
            pool.add(record.cell);
            if record.cell.state != CountState::Count {
                continue;
            }
            sum_lo += u128::from(record.cell.lo);
            let hi = bounded(record.cell.hi);
            sum_hi += u128::from(hi.unwrap_or(0));
            unbounded += u64::from(hi.is_none());
            if largest.is_none_or(|held| record.cell.lo > held.lo) {
                largest = Some(Counted { id: record.id, lo: record.cell.lo, hi });
            }
        }
        let is_bounded = unbounded == 0 && pool.unknown == 0 && !more.without_bound;
        Self {
            period,
            partial,
            n: pool.n(),
            unbounded,
            unknown: pool.unknown,
            possible: more.records,
            middle: pool.quantile(0.5),
            largest,
            sum_lo,
            sum_hi: is_bounded.then_some(sum_hi),
            rolling: None,
        }
    }
}

/// The covered periods that a date meets, where it does not lie in one for certain.
fn reach(date: DateCell, borders: &[i32], scope: &Scope) -> Option<(u32, u32)> {
    let (first, last) = scope.covered?;
    let open = date.lo == i32::MIN && date.hi == i32::MAX;
    if date.state != DateState::Date || open || date.lo > last.0 || date.hi < first.0 {
        return None;
    }
    let at = |day: i32| u32::try_from(borders.partition_point(|border| *border <= day).checked_sub(1)?).ok();
    Some((at(date.lo.max(first.0))?, at(date.hi.min(last.0))?))
}

/// The middle of all numbers of the year ending with each period. Pooled, so that a period with few incidents weighs
/// little and a single large one nothing: a mean would be that one, drawn as a plateau.
fn rolling(
    certain: &[Vec<Placed>],
    spans: &[Period],
    scope: &Scope,
    partial: &(dyn Fn(&Period) -> bool + Sync),
) -> Vec<Option<f64>> {
    let Some(window) = periods_a_year(scope.scheme) else { return vec![None; spans.len()] };
    parallel::map(spans.len(), spans.len() / 8, |at| {
        let from = (at + 1).checked_sub(window)?;
        if spans.get(from..=at)?.iter().any(partial) {
            return None;
        }
        let records = certain.get(from..=at)?.iter().flatten();
        let counted = records.filter(|record| record.cell.state == CountState::Count);
        let mut lows: Vec<u64> = counted.map(|record| record.cell.lo).collect();
        if lows.len() < ROLLING_LEAST {
            return None;
        }
        crate::stats::quantile::median(&mut lows)
    })
}
