//! A period against the same months of another year: never two of unequal length.

use crate::chart::figures::LEVEL;
use crate::chart::figures::compare::{Comparison, Counted, Span, within};
use crate::chart::figures::comparing::delay::Waits;
use crate::chart::figures::comparing::people::{Numbers, PeopleDifference};
use crate::chart::figures::delay::WINDOW_DAYS;
use crate::chart::figures::scope::Scope;
use crate::frame::Snapshot;
use crate::model::calendar::Day;
use crate::model::period::PeriodScheme;
use crate::query::question::{Filter, Question};
use crate::query::{Selection, date_intervals, select};
use crate::stats::periods::PeriodCounter;
use crate::stats::share::ShareDifference;

/// Which period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    /// The last year that is covered whole.
    Year,
    /// The whole months of the running year.
    SoFar,
    /// The last quarter that is covered whole.
    Quarter,
    /// The last month that is covered whole.
    Month,
    /// The days that the filter chooses.
    Filter,
}

impl Which {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Year, Self::SoFar, Self::Quarter, Self::Month, Self::Filter];

    /// The stable key used in options.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::SoFar => "so-far",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Filter => "filter",
        }
    }

    /// The days; `None` where there are none, or the filter chooses more than a year.
    pub fn span(self, question: &Question, scope: &Scope) -> Option<Span> {
        // The time that the data covers, whatever the filter chooses.
        let (start, end) = (scope.data_start?, scope.as_of);
        let last_whole = |scheme: PeriodScheme| {
            let running = scheme.containing(end);
            let whole = if running.last_day() <= end { running } else { running.offset(-1) };
            (whole.first_day() >= start).then(|| Span::of(whole))
        };
        let kinds = [scope.year, PeriodScheme::Year, PeriodScheme::Quarter, PeriodScheme::Month];
        match self {
            Self::Year => last_whole(scope.year),
            Self::Quarter => last_whole(PeriodScheme::Quarter),
            Self::Month => last_whole(PeriodScheme::Month),
            Self::SoFar => {
                let first = scope.year.containing(end).first_day();
                let months = (1..12).take_while(|months| first.add_months(*months).plus_days(-1) <= end).last()?;
                let last = first.add_months(months).plus_days(-1);
                (first >= start).then(|| Span::between(first, last, &kinds))
            }
            Self::Filter => {
                question.filter.from.or(question.filter.to)?;
                let (first, last) = scope.covered?;
                Some(Span::between(first, last, &kinds)).filter(|span| span.days() <= 366)
            }
        }
    }
}

/// The same months some years earlier; `None` where the data does not cover them.
pub fn earlier(span: Span, years: u32, scope: &Scope) -> Option<Span> {
    let months = -12 * i32::try_from(years).ok()?;
    let kinds = [scope.year, PeriodScheme::Year, PeriodScheme::Quarter, PeriodScheme::Month];
    let first = span.first.add_months(months);
    let last = span.last.plus_days(1).add_months(months).plus_days(-1);
    (first >= scope.data_start?).then(|| Span::between(first, last, &kinds))
}

/// One side.
#[derive(Clone, Debug)]
pub struct Side {
    /// Which days.
    pub span: Span,
    /// The filter that chooses its records.
    pub filter: Filter,
    /// Its records.
    pub selection: Selection,
    /// Number of records in each month from its first day on; empty where it is not made of whole months.
    pub months: Vec<(Day, u64)>,
    /// Numbers affected.
    pub people: Numbers,
    /// Waits of the records whose delay *began* in these days: those that ended in them would favour long delays.
    pub waits: Waits,
}

/// Two periods.
#[derive(Clone, Debug)]
pub struct PeriodsFigure {
    /// How many.
    pub comparison: Comparison,
    /// The later one.
    pub now: Side,
    /// The earlier one.
    pub then: Side,
    /// How many people; `None` where a side gives no number.
    pub people: Option<PeopleDifference>,
    /// Shares told by day 30 and by day 90, for a list of disclosures.
    pub told: Vec<(u32, ShareDifference)>,
}

/// Days by which shares are compared.
pub const TOLD_BY: [u32; 2] = [30, 90];

impl PeriodsFigure {
    /// Compares a span with an earlier one of the same months.
    pub fn compute(snapshot: &Snapshot, question: &Question, now: Span, then: Span) -> Self {
        // Both are followed equally long: as long as the later one can be.
        let followed = u32::try_from(question.as_of.days_since(now.last)).unwrap_or(0);
        let window = followed.min(WINDOW_DAYS);
        let side = |span: Span| Side::of(snapshot, question, span, window);
        let (now, then) = (side(now), side(then));
        let counts = |side: &Side| -> Vec<u64> { side.months.iter().map(|(_, count)| *count).collect() };
        let (one, other) = (counts(&now), counts(&then));
        let dispersion = within([one.as_slice(), other.as_slice()].into_iter());
        let counted = |side: &Side| Counted { span: side.span, count: side.selection.len() as u64 };
        let comparison = Comparison::new(counted(&now), counted(&then), dispersion);
        let told = TOLD_BY.iter().filter_map(|by| Some((*by, now.waits.share_less(&then.waits, *by)?))).collect();
        Self { comparison, people: now.people.less(&then.people), told, now, then }
    }
}

impl Side {
    fn of(snapshot: &Snapshot, question: &Question, span: Span, window: u32) -> Self {
        let filter = Filter { from: Some(span.first), to: Some(span.last), ..question.filter.clone() };
        let selection = select(snapshot, &filter, question.date_of, question.measure);
        let months = months(snapshot, &selection, question, span);
        let people = Numbers::of(snapshot, &selection, question.measure);
        let begun = select(snapshot, &filter, question.delay.0, question.measure);
        let waits = Waits::within(snapshot, &begun, question, window);
        Self { span, filter, selection, months, people, waits }
    }

    /// Number and share of records told by a day, with the interval of the method; `None` where it says nothing.
    pub fn told_by(&self, days: u32) -> Option<(f64, Option<(f64, f64)>)> {
        let step = self.waits.curve.share_by(days)?;
        let wilson = || {
            let n = self.waits.n();
            crate::stats::share::share((step.share * n as f64).round() as u64, n, LEVEL).map(|share| share.wilson)
        };
        Some((step.share, step.band.or_else(wilson)))
    }
}

/// Records that lie in each month of a span for certain.
fn months(snapshot: &Snapshot, selection: &Selection, question: &Question, span: Span) -> Vec<(Day, u64)> {
    let end = span.last.plus_days(1);
    let borders: Vec<Day> = (0..=12).map(|month| span.first.add_months(month)).take_while(|day| *day <= end).collect();
    if borders.last() != Some(&end) {
        return Vec::new();
    }
    let days: Vec<i32> = borders.iter().map(|day| day.0).collect();
    let Some(mut counter) = PeriodCounter::new(&days, span.first.0, span.last.0) else { return Vec::new() };
    for cell in date_intervals(snapshot, selection, question.date_of) {
        counter.add(cell.lo, cell.hi);
    }
    borders.into_iter().zip(counter.finish().periods).map(|(day, month)| (day, month.certain)).collect()
}
