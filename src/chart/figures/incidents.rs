//! How many incidents, period by period.

use crate::chart::figures::chosen;
use crate::chart::figures::compare::{Comparison, Verdict, Yearly};
use crate::chart::figures::scope::Scope;
use crate::frame::Snapshot;
use crate::frame::cell::{DateCell, DateState};
use crate::model::period::{Period, PeriodScheme};
use crate::query::question::Question;
use crate::query::{Selection, parallel};
use crate::stats::periods::{PeriodCount, PeriodCounter};
use crate::stats::rates::dispersion;

/// Incidents per period.
#[derive(Clone, Debug, PartialEq)]
pub struct IncidentsFigure {
    /// All records chosen, dated or not.
    pub total: u64,
    /// The periods of the covered time, in order, empty ones included.
    pub periods: Vec<PeriodFigure>,
    /// Records without a date of the event on the time axis.
    pub undated: u64,
    /// Records dated wholly before or after the covered time.
    pub outside: u64,
    /// Records with a date that is open at one end: possible in periods, certain in none.
    pub open_ended: u64,
    /// Dated records of the covered time that lie in no single period for certain.
    pub coarse: u64,
    /// Mean per period over the twelve months that end with each period; `None` where a full year of whole periods
    /// is not there, and everywhere for years.
    pub average: Vec<Option<f64>>,
    /// The last full year against the one before, or the last full period against its like.
    pub comparison: Option<Comparison>,
    /// Variance over mean of the counts of whole periods; `None` for fewer than six.
    pub dispersion: Option<f64>,
}

/// What is compared.
#[derive(Clone, Copy)]
enum Against {
    /// The filter chooses a period: it, or nothing.
    Chosen(Option<Comparison>),
    /// The last full year, or the last period.
    Own,
}

/// One period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodFigure {
    /// Which.
    pub period: Period,
    /// Its counts.
    pub count: PeriodCount,
    /// The share of its incidents that is expected to be known by now, where that is too little to compare it with
    /// others.
    pub expected: Option<f64>,
}

impl PeriodFigure {
    /// The counts of a period, with how complete it is expected to be.
    pub fn new(period: Period, count: PeriodCount, scope: &Scope) -> Self {
        Self { period, count, expected: scope.recent.lacking(period.last_day()) }
    }

    /// Whether it is incomplete: part of it lies outside the covered time, or more of its incidents are still to
    /// become known. It is hatched, and part of no comparison, average or trend.
    pub fn is_partial(&self) -> bool {
        self.count.is_partial() || self.expected.is_some()
    }

    /// The share of coarsely dated records that falls here: the lighter part of a bar.
    pub fn coarse(&self) -> f64 {
        let rest = self.count.fractional - self.count.certain as f64;
        // What is left by rounding of an exact count is nothing.
        if rest > 1e-9 { rest } else { 0.0 }
    }
}

/// Everything that one pass over the dates counts.
#[derive(Clone)]
struct Tally {
    periods: Option<PeriodCounter>,
    yearly: Option<Yearly>,
    undated: u64,
    dated: u64,
}

impl Tally {
    fn add(&mut self, cell: DateCell) {
        if cell.state != DateState::Date {
            self.undated += 1;
            return;
        }
        self.dated += 1;
        if let Some(periods) = &mut self.periods {
            periods.add(cell.lo, cell.hi);
        }
        if let Some(yearly) = &mut self.yearly {
            yearly.add(cell.lo, cell.hi);
        }
    }

    fn merge(&mut self, other: &Self) {
        self.undated += other.undated;
        self.dated += other.dated;
        // Both were made alike, so that the merge cannot be refused.
        if let (Some(mine), Some(more)) = (&mut self.periods, &other.periods) {
            let merged = mine.merge(more);
            debug_assert!(merged, "periods of one question");
        }
        if let (Some(mine), Some(more)) = (&mut self.yearly, &other.yearly) {
            mine.merge(more);
        }
    }
}

impl IncidentsFigure {
    /// Counts the chosen records.
    pub fn compute(snapshot: &Snapshot, selection: &Selection, question: &Question, scope: &Scope) -> Self {
        let spans: Vec<Period> =
            scope.covered.map(|(first, last)| scope.scheme.span(first, last).collect()).unwrap_or_default();
        let empty = Tally {
            periods: scope
                .covered
                .and_then(|(first, last)| PeriodCounter::new(&scope.scheme.borders(first, last), first.0, last.0)),
            yearly: scope.comparable().and_then(|covered| Yearly::last_two(scope.year, covered)),
            undated: 0,
            dated: 0,
        };
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let mut tally = empty.clone();
            let column = chunk.dates(question.date_of);
            for index in selection.in_chunk(at) {
                tally.add(column.map(|column| column.get(index)).unwrap_or_default());
            }
            tally
        });
        let mut tally = empty.clone();
        for part in &parts {
            tally.merge(part);
        }
        let chosen = chosen::compare(snapshot, question, scope);
        let is_chosen = question.filter.from.is_some() || question.filter.to.is_some();
        Self::of_tally(&tally, spans, scope, if is_chosen { Against::Chosen(chosen) } else { Against::Own })
    }

    fn of_tally(tally: &Tally, spans: Vec<Period>, scope: &Scope, against: Against) -> Self {
        let counts = tally.periods.as_ref().map(PeriodCounter::finish);
        let (mut outside, mut open_ended, mut undated, mut counted) = (0, 0, tally.undated, 0);
        let mut periods = Vec::new();
        match counts {
            None => outside = tally.dated,
            Some(counts) => {
                outside += counts.before_window + counts.after_window;
                open_ended = counts.open_ended;
                undated += counts.unknown;
                counted = counts.counted;
                periods = spans
                    .into_iter()
                    .zip(counts.periods)
                    .map(|(period, count)| PeriodFigure::new(period, count, scope))
                    .collect();
            }
        }
        let certain: u64 = periods.iter().map(|period| period.count.certain).sum();
        let whole: Vec<u64> =
            periods.iter().filter(|period| !period.is_partial()).map(|period| period.count.certain).collect();
        let dispersion = if whole.len() >= 6 { dispersion(&whole).map(|found| found.index) } else { None };
        let comparison = match against {
            Against::Chosen(comparison) => comparison,
            Against::Own => {
                let yearly = tally.yearly.as_ref().and_then(Yearly::compare);
                yearly.or_else(|| last_period(&periods, dispersion))
            }
        };
        Self {
            total: scope.chosen,
            average: if counted < FEW { vec![None; periods.len()] } else { average(&periods, scope.scheme) },
            comparison,
            undated,
            outside,
            open_ended,
            coarse: counted.saturating_sub(certain),
            dispersion,
            periods,
        }
    }
}

/// The last whole period against its like, where there are enough of both: two periods of a few are no comparison.
fn last_period(periods: &[PeriodFigure], dispersion: Option<f64>) -> Option<Comparison> {
    Comparison::of_last_period(periods, dispersion).filter(|found| found.verdict != Verdict::Few)
}

/// Below so many dated records nothing is said of a course, and no line suggests one.
const FEW: u64 = 10;

/// Periods in a year, for the average that takes the season out; `None` for years.
pub fn periods_a_year(scheme: PeriodScheme) -> Option<usize> {
    match scheme {
        PeriodScheme::Week => Some(52),
        PeriodScheme::Month => Some(12),
        PeriodScheme::Quarter => Some(4),
        PeriodScheme::Year | PeriodScheme::FiscalYear(_) => None,
    }
}

/// The trailing mean over a year. Coarsely dated records count by the share that falls into each period, because
/// leaving them out would draw a fall where dates are merely vague.
fn average(periods: &[PeriodFigure], scheme: PeriodScheme) -> Vec<Option<f64>> {
    let Some(window) = periods_a_year(scheme) else { return vec![None; periods.len()] };
    let mut means = Vec::with_capacity(periods.len());
    for end in 1..=periods.len() {
        let span = end.checked_sub(window).and_then(|start| periods.get(start..end)).unwrap_or_default();
        let whole = !span.is_empty() && !span.iter().any(PeriodFigure::is_partial);
        means.push(whole.then(|| span.iter().map(|period| period.count.fractional).sum::<f64>() / window as f64));
    }
    means
}
