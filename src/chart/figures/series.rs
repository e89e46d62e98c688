//! Counts over time in periods of several lengths, from one pass over the dates.

use crate::chart::figures::incidents::PeriodFigure;
use crate::chart::figures::scope::Scope;
use crate::frame::Snapshot;
use crate::frame::cell::DateState;
use crate::model::period::{Period, PeriodScheme};
use crate::query::question::Question;
use crate::query::{Selection, parallel};
use crate::stats::periods::PeriodCounter;

/// Counts in periods of one length.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// How time is cut.
    pub scheme: PeriodScheme,
    /// The periods of the covered time, in order, empty ones included.
    pub periods: Vec<PeriodFigure>,
    /// Records of the covered time that lie in one period for certain.
    pub certain: u64,
    /// Records that meet the covered time.
    pub dated: u64,
}

impl Series {
    /// Part of the records that lie in one period for certain; `None` without a record.
    pub fn certain_share(&self) -> Option<f64> {
        (self.dated > 0).then(|| self.certain as f64 / self.dated as f64)
    }

    /// The whole periods; those cut off by the ends of the covered time, and the latest of which more is still to
    /// become known, are left out.
    pub fn whole(&self) -> &[PeriodFigure] {
        let partial = |found: &&PeriodFigure| found.is_partial();
        let start = self.periods.iter().take_while(partial).count();
        let end = self.periods.len() - self.periods.iter().rev().take_while(partial).count();
        self.periods.get(start..end).unwrap_or_default()
    }
}

/// Counts the chosen records in periods of each length. Nothing is counted where nothing is covered.
pub fn count(
    snapshot: &Snapshot,
    selection: &Selection,
    question: &Question,
    scope: &Scope,
    schemes: &[PeriodScheme],
) -> Vec<Series> {
    let Some((first, last)) = scope.covered else { return Vec::new() };
    let counter = |scheme: &PeriodScheme| PeriodCounter::new(&scheme.borders(first, last), first.0, last.0);
    let Some(empty) = schemes.iter().map(counter).collect::<Option<Vec<PeriodCounter>>>() else { return Vec::new() };
    let parts = parallel::map_chunks(snapshot, |at, chunk| {
        let mut counters = empty.clone();
        if let Some(column) = chunk.dates(question.date_of) {
            for index in selection.in_chunk(at) {
                let cell = column.get(index);
                if cell.state == DateState::Date {
                    for counter in &mut counters {
                        counter.add(cell.lo, cell.hi);
                    }
                }
            }
        }
        counters
    });
    let mut sums = empty;
    for part in &parts {
        for (sum, more) in sums.iter_mut().zip(part) {
            let merged = sum.merge(more);
            debug_assert!(merged, "periods of one question");
        }
    }
    let series = schemes.iter().zip(&sums).map(|(scheme, counter)| {
        let counts = counter.finish();
        let periods: Vec<Period> = scheme.span(first, last).collect();
        let figures = periods.into_iter().zip(counts.periods);
        let periods: Vec<PeriodFigure> =
            figures.map(|(period, count)| PeriodFigure::new(period, count, scope)).collect();
        let certain = periods.iter().map(|found| found.count.certain).sum();
        Series { scheme: *scheme, periods, certain, dated: counts.counted + counts.open_ended }
    });
    series.collect()
}

#[cfg(test)]
pub(in crate::chart) mod tests {
    use super::Series;
    use crate::chart::figures::incidents::PeriodFigure;
    use crate::model::period::Period;
    use crate::stats::periods::PeriodCount;

    /// A series of whole periods from `first` on, of whose records this part lies in one period for certain.
    pub(in crate::chart) fn whole_periods(first: Period, counts: &[u64], certain_share: f64) -> Series {
        let periods = (0..).zip(counts).map(|(step, count)| {
            let period = first.offset(step);
            let days = u32::try_from(period.len_days()).expect("short");
            let count = PeriodCount {
                certain: *count,
                possible: *count,
                fractional: *count as f64,
                exposure_days: days,
                period_days: days,
            };
            PeriodFigure { period, count, expected: None }
        });
        let certain: u64 = counts.iter().sum();
        let dated = (certain as f64 / certain_share) as u64;
        Series { scheme: first.kind(), periods: periods.collect(), certain, dated }
    }
}
