//! How many people: sizes, sums as bounds, the typical incident, the largest, and period by period.
//!
//! Units and effects are never added together: what counts something else is listed apart.

use crate::chart::figures::LEVEL;
use crate::chart::figures::scope::Scope;
use crate::chart::figures::sizes::{self, Sizes};
use crate::frame::batch::Field;
use crate::frame::cell::{CountCell, CountState, DateCell, DateState};
use crate::frame::chunk::Chunk;
use crate::frame::{RecordId, RowValues, Snapshot};
use crate::model::affected::{Effect, Unit};
use crate::model::organisation::Role;
use crate::model::period::Period;
use crate::query::question::Question;
use crate::query::{Selection, parallel};
use crate::stats::quantile::{QuantileType, observed_quantile, quantile_interval, quantiles};

/// How many were affected.
#[derive(Clone, Debug, PartialEq)]
pub struct AffectedFigure {
    /// What is counted.
    pub measure: (Unit, Effect),
    /// Records chosen.
    pub total: u64,
    /// Records that give a number, exact or bounded.
    pub n: u64,
    /// Of them, with a range of more than one number.
    pub ranges: u64,
    /// Of them, without an upper bound.
    pub unbounded: u64,
    /// Records of which no number is known, for whatever reason.
    pub unknown: u64,
    /// Records to which the measure does not apply, or for which nobody was found to be affected.
    pub none: u64,
    /// Smallest possible sum.
    pub sum_lo: u128,
    /// Largest possible sum; `None` when a member is unbounded or unknown, and then no total may be printed.
    pub sum_hi: Option<u128>,
    /// Records by size.
    pub sizes: Sizes,
    /// The typical incident, among those that give a number.
    pub median: Option<Typical>,
    /// One incident in ten affected more than this, among those that give a number; from the lower bounds.
    pub one_in_ten: Option<u64>,
    /// The largest lower bound, and whose it is.
    pub largest: Option<Largest>,
    /// Share of the largest few in the sum of lower bounds, where that says something.
    pub top: Option<TopShare>,
    /// Per period: records with a number whose date lies in the period for certain.
    pub periods: Vec<AffectedPeriod>,
    /// Records with a number that lie in no single covered period for certain.
    pub unplaced: u64,
    /// Other measures among the chosen records, never added.
    pub others: Vec<OtherMeasure>,
}

/// The middle value. An interpolated value (type 7) when every number is exact, otherwise observed values (type 1)
/// of all lower and all upper bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Typical {
    /// Median of the lower bounds.
    pub lo: f64,
    /// Median of the upper bounds; `None` if it is without bound.
    pub hi: Option<f64>,
    /// Interval from order statistics, of exact numbers; `None` where more are needed.
    pub interval: Option<(u64, u64)>,
    /// Whether all numbers were exact.
    pub exact: bool,
}

/// The largest number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Largest {
    /// Whose.
    pub id: RecordId,
    /// The name of the organisation, or the title as the frame keeps it; empty if neither is there.
    pub name: String,
    /// Smallest possible number.
    pub lo: u64,
    /// Whether it is exactly that.
    pub exact: bool,
}

/// Share of the largest few.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopShare {
    /// How many.
    pub k: u64,
    /// Their share in the sum of lower bounds, 0 to 1.
    pub share: f64,
}

/// One period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AffectedPeriod {
    /// Which.
    pub period: Period,
    /// Whether it is incomplete.
    pub partial: bool,
    /// Records that give a number.
    pub n: u64,
    /// Median of the lower bounds (type 7).
    pub median: Option<f64>,
    /// The largest lower bound.
    pub largest: Option<u64>,
    /// Whose it is.
    pub largest_id: Option<RecordId>,
    /// Sum of the lower bounds.
    pub sum_lo: u128,
}

/// Another measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherMeasure {
    /// What is counted.
    pub measure: (Unit, Effect),
    /// Records that give a number.
    pub n: u64,
    /// Smallest possible sum.
    pub sum_lo: u128,
    /// Sum of the upper bounds; `None` when one is unbounded.
    pub sum_hi: Option<u128>,
}

/// What one chunk adds.
#[derive(Default)]
struct Part {
    sizes: Sizes,
    none: u64,
    ranges: u64,
    unbounded: u64,
    sum_lo: u128,
    sum_hi: u128,
    lows: Vec<u64>,
    /// Upper bounds, kept only where one differs from its lower bound in this chunk.
    highs: Vec<u64>,
    placed: Vec<(u32, u64, RecordId)>,
    unplaced: u64,
    largest: Option<(u64, bool, RecordId)>,
}

impl AffectedFigure {
    /// Counts the chosen records.
    pub fn compute(snapshot: &Snapshot, selection: &Selection, question: &Question, scope: &Scope) -> Self {
        let measure = question.measure;
        let spans: Vec<Period> =
            scope.covered.map(|(first, last)| scope.scheme.span(first, last).collect()).unwrap_or_default();
        let borders = scope.covered.map(|(first, last)| scope.scheme.borders(first, last)).unwrap_or_default();
        let work = |at: usize, chunk: &Chunk| {
            let mut part = Part::default();
            let counts = chunk.counts(measure);
            let dates = chunk.dates(question.date_of);
            for index in selection.in_chunk(at) {
                let cell = counts.map(|column| column.get(index)).unwrap_or_default();
                let date = dates.map(|column| column.get(index)).unwrap_or_default();
                part.add(cell, period_of(date, &borders, scope), chunk.id(index));
            }
            part
        };
        let mut all = Part::default();
        for part in parallel::map_chunks(snapshot, work) {
            all.merge(part);
        }
        Self::of_part(all, snapshot, selection, &spans, scope, measure)
    }

    fn of_part(
        mut all: Part,
        snapshot: &Snapshot,
        selection: &Selection,
        spans: &[Period],
        scope: &Scope,
        measure: (Unit, Effect),
    ) -> Self {
        let bounded = all.unbounded == 0 && all.sizes.unknown == 0;
        let median = typical(&mut all);
        let one_in_ten = observed_quantile(&mut all.lows, 0.9);
        Self {
            measure,
            total: selection.len() as u64,
            n: all.lows.len() as u64,
            ranges: all.ranges,
            unbounded: all.unbounded,
            unknown: all.sizes.unknown,
            none: all.none,
            sum_lo: all.sum_lo,
            sum_hi: bounded.then_some(all.sum_hi),
            median,
            one_in_ten,
            largest: all.largest.map(|(lo, exact, id)| Largest { id, name: name_of(snapshot, id), lo, exact }),
            top: top_share(&mut all.lows, all.sum_lo),
            periods: by_period(all.placed, spans, scope),
            unplaced: all.unplaced,
            others: others(snapshot, selection, measure),
            sizes: all.sizes,
        }
    }
}

impl Part {
    fn add(&mut self, cell: CountCell, period: Option<u32>, id: Option<RecordId>) {
        match sizes::bin(cell) {
            None => self.none += 1,
            Some(bin) => self.sizes.add(bin),
        }
        if cell.state != CountState::Count {
            return;
        }
        self.sum_lo += u128::from(cell.lo);
        self.sum_hi += u128::from(cell.hi);
        self.unbounded += u64::from(cell.hi == u64::MAX);
        if cell.lo != cell.hi {
            if self.ranges == 0 {
                self.highs.clone_from(&self.lows);
            }
            self.ranges += 1;
        }
        self.lows.push(cell.lo);
        if self.ranges > 0 {
            self.highs.push(cell.hi);
        }
        let Some(id) = id else { return };
        if self.largest.is_none_or(|(largest, ..)| cell.lo > largest) {
            self.largest = Some((cell.lo, cell.hi == cell.lo, id));
        }
        match period {
            Some(period) => self.placed.push((period, cell.lo, id)),
            None => self.unplaced += 1,
        }
    }

    fn merge(&mut self, mut other: Self) {
        self.sizes.merge(&other.sizes);
        if self.ranges > 0 || other.ranges > 0 {
            if self.ranges == 0 {
                self.highs.clone_from(&self.lows);
            }
            let highs = if other.ranges > 0 { &other.highs } else { &other.lows };
            self.highs.extend_from_slice(highs);
        }
        self.none += other.none;
        self.ranges += other.ranges;
        self.unbounded += other.unbounded;
        self.sum_lo += other.sum_lo;
        self.sum_hi += other.sum_hi;
        self.lows.append(&mut other.lows);
        self.placed.append(&mut other.placed);
        self.unplaced += other.unplaced;
        if let Some(largest) = other.largest
            && self.largest.is_none_or(|mine| largest.0 > mine.0)
        {
            self.largest = Some(largest);
        }
    }
}

/// The covered period in which a date lies for certain.
pub(super) fn period_of(date: DateCell, borders: &[i32], scope: &Scope) -> Option<u32> {
    let (first, last) = scope.covered?;
    if date.state != DateState::Date || date.lo < first.0 || date.hi > last.0 || date.lo > date.hi {
        return None;
    }
    let after = borders.partition_point(|border| *border <= date.lo);
    let inside = after > 0 && borders.get(after).is_some_and(|end| date.hi < *end);
    inside.then(|| u32::try_from(after - 1).ok()).flatten()
}

fn typical(all: &mut Part) -> Option<Typical> {
    if all.lows.is_empty() {
        return None;
    }
    if all.ranges == 0 {
        let middle = quantiles(&mut all.lows, &[0.5], QuantileType::Type7).first().copied().flatten()?;
        let interval = quantile_interval(&mut all.lows, 0.5, LEVEL)
            .and_then(|limits| limits.low.zip(limits.high))
            .map(|((_, low), (_, high))| (low, high));
        return Some(Typical { lo: middle, hi: Some(middle), interval, exact: true });
    }
    let lo = observed_quantile(&mut all.lows, 0.5)?;
    let hi = observed_quantile(&mut all.highs, 0.5)?;
    Some(Typical { lo: lo as f64, hi: (hi != u64::MAX).then_some(hi as f64), interval: None, exact: false })
}

/// The share of the ten largest of at least fifty, or else of the three largest of at least ten.
fn top_share(lows: &mut [u64], sum: u128) -> Option<TopShare> {
    let k = match lows.len() {
        50.. => 10,
        10.. => 3,
        _ => return None,
    };
    if sum == 0 {
        return None;
    }
    let (_, _, rest) = lows.select_nth_unstable(lows.len() - k - 1);
    let top: u128 = rest.iter().copied().map(u128::from).sum();
    Some(TopShare { k: k as u64, share: top as f64 / sum as f64 })
}

fn by_period(placed: Vec<(u32, u64, RecordId)>, spans: &[Period], scope: &Scope) -> Vec<AffectedPeriod> {
    let mut values: Vec<Vec<u64>> = vec![Vec::new(); spans.len()];
    let mut largest: Vec<Option<(u64, RecordId)>> = vec![None; spans.len()];
    for (period, number, id) in placed {
        let period = period as usize;
        if let (Some(values), Some(largest)) = (values.get_mut(period), largest.get_mut(period)) {
            values.push(number);
            if largest.is_none_or(|(most, _)| number > most) {
                *largest = Some((number, id));
            }
        }
    }
    spans
        .iter()
        .zip(values)
        .zip(largest)
        .map(|((period, mut values), largest)| AffectedPeriod {
            period: *period,
            partial: scope.covered.is_none_or(|(first, last)| period.first_day() < first || period.last_day() > last),
            n: values.len() as u64,
            sum_lo: values.iter().copied().map(u128::from).sum(),
            median: quantiles(&mut values, &[0.5], QuantileType::Type7).first().copied().flatten(),
            largest: largest.map(|(number, _)| number),
            largest_id: largest.map(|(_, id)| id),
        })
        .collect()
}

/// The other measures that the chosen records use.
fn others(snapshot: &Snapshot, selection: &Selection, measure: (Unit, Effect)) -> Vec<OtherMeasure> {
    let wanted: Vec<(Unit, Effect)> = snapshot.measures().into_iter().filter(|other| *other != measure).collect();
    let mut found: Vec<OtherMeasure> =
        wanted.iter().map(|measure| OtherMeasure { measure: *measure, n: 0, sum_lo: 0, sum_hi: Some(0) }).collect();
    for (at, chunk) in snapshot.chunks().iter().enumerate() {
        for other in &mut found {
            let Some(column) = chunk.counts(other.measure) else { continue };
            for cell in selection.in_chunk(at).map(|index| column.get(index)) {
                if cell.state == CountState::Count {
                    other.n += 1;
                    other.sum_lo += u128::from(cell.lo);
                    let bounded = cell.hi != u64::MAX;
                    other.sum_hi = other.sum_hi.filter(|_| bounded).map(|sum| sum + u128::from(cell.hi));
                }
            }
        }
    }
    found.retain(|other| other.n > 0);
    found
}

/// What a record is called in a sentence: its victim, another organisation, or its title as the frame keeps it.
pub fn name_of(snapshot: &Snapshot, id: RecordId) -> String {
    snapshot.row_of(id).and_then(|row| snapshot.values_at(row)).map(name_in).unwrap_or_default()
}

/// The same of what the frame keeps of a record.
pub fn name_in(values: RowValues) -> String {
    let named = [Role::Victim, Role::Notifier, Role::Processor]
        .into_iter()
        .find_map(|role| values.words.get(&Field::Organisation(role)).and_then(|names| names.first()));
    named.cloned().unwrap_or(values.title)
}
