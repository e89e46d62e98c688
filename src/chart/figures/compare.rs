//! One stretch of time against another: like with like, and only where the interval excludes no change is it a
//! change.

use crate::chart::figures::LEVEL;
use crate::chart::figures::incidents::PeriodFigure;
use crate::model::calendar::Day;
use crate::model::period::{Period, PeriodScheme};
use crate::stats::periods::{PeriodCounter, PeriodCounts};
use crate::stats::rates::{dispersion, rate_ratio};

/// Above this index of dispersion incidents come in clusters and the interval is widened.
pub const CLUSTERED: f64 = 1.5;

/// Some days, both ends included, and the period that they are, if they are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// The period of the calendar that has exactly these days.
    pub period: Option<Period>,
}

impl Span {
    /// The days of a period.
    pub fn of(period: Period) -> Self {
        Self { first: period.first_day(), last: period.last_day(), period: Some(period) }
    }

    /// Days from one to another; named when they are a period of one of these kinds.
    pub fn between(first: Day, last: Day, kinds: &[PeriodScheme]) -> Self {
        let found = kinds.iter().map(|kind| kind.containing(first));
        let period = found.into_iter().find(|period| period.first_day() == first && period.last_day() == last);
        Self { first, last, period }
    }

    /// Number of days.
    pub fn days(&self) -> i64 {
        self.last.days_since(self.first) + 1
    }
}

/// A span of time and the records that lie in it for certain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// Which days.
    pub span: Span,
    /// Its records.
    pub count: u64,
}

/// Two whole periods compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// The later one.
    pub current: Counted,
    /// The one it is compared with.
    pub before: Counted,
    /// Rate of the later one over the earlier; infinite when the earlier is 0; `None` when both are 0.
    pub ratio: Option<f64>,
    /// Interval of the ratio.
    pub interval: Option<(f64, f64)>,
    /// How much more the counts vary than independent incidents would (variance over mean), where it was known.
    pub dispersion: Option<f64>,
    /// What may be said of it.
    pub verdict: Verdict,
}

/// What may be said of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The interval lies above no change.
    More,
    /// The interval lies below no change.
    Fewer,
    /// The interval includes no change.
    NoClearChange,
    /// Fewer than ten incidents in both together: the numbers, no change.
    Few,
}

impl Comparison {
    /// Compares two whole periods. With an index of dispersion above [`CLUSTERED`] the interval is widened by its
    /// root on the logarithmic scale.
    pub fn new(current: Counted, before: Counted, dispersion: Option<f64>) -> Self {
        let exposure = |counted: Counted| counted.span.days() as f64;
        let found = rate_ratio((current.count, exposure(current)), (before.count, exposure(before)), LEVEL);
        let interval = found.map(|found| match dispersion.filter(|index| *index > CLUSTERED) {
            Some(index) => (widened(found.low, found.ratio, index), widened(found.high, found.ratio, index)),
            None => (found.low, found.high),
        });
        let verdict = match interval {
            _ if current.count + before.count < 10 => Verdict::Few,
            Some((low, _)) if low > 1.0 => Verdict::More,
            Some((_, high)) if high < 1.0 => Verdict::Fewer,
            _ => Verdict::NoClearChange,
        };
        Self { current, before, ratio: found.map(|found| found.ratio), interval, dispersion, verdict }
    }

    /// The last whole period against the same one of the year before, or where that is not there (or a period is a
    /// year) against the one before it.
    pub fn of_last_period(periods: &[PeriodFigure], dispersion: Option<f64>) -> Option<Self> {
        let last = periods.iter().rev().find(|period| !period.is_partial())?;
        let whole = |wanted: Period| periods.iter().find(|period| period.period == wanted && !period.is_partial());
        let before = last.period.year_before().and_then(whole).or_else(|| whole(last.period.offset(-1)))?;
        let counted = |figure: &PeriodFigure| Counted { span: Span::of(figure.period), count: figure.count.certain };
        Some(Self::new(counted(last), counted(before), dispersion))
    }

    /// Whether the interval was widened because incidents come in clusters.
    pub fn is_clustered(&self) -> bool {
        self.dispersion.is_some_and(|index| index > CLUSTERED)
    }
}

/// A limit moved away from the ratio on the logarithmic scale; 0 and infinity stay.
fn widened(limit: f64, ratio: f64, index: f64) -> f64 {
    if limit > 0.0 && limit.is_finite() && ratio > 0.0 && ratio.is_finite() {
        ratio * libm::pow(limit / ratio, libm::sqrt(index))
    } else {
        limit
    }
}

/// Counts the last two full years, and their months for the dispersion.
#[derive(Clone, Debug)]
pub struct Yearly {
    current: Period,
    before: Period,
    years: PeriodCounter,
    months: PeriodCounter,
}

impl Yearly {
    /// A counter for the last two years that the covered time holds whole; `None` if it does not hold two.
    pub fn last_two(year: PeriodScheme, (first, last): (Day, Day)) -> Option<Self> {
        let running = year.containing(last);
        let current = if running.last_day() <= last { running } else { running.offset(-1) };
        let before = current.offset(-1);
        if before.first_day() < first {
            return None;
        }
        let start = before.first_day();
        let end = current.following().first_day();
        let borders = [start.0, current.first_day().0, end.0];
        let months: Vec<i32> = (0..=24).map(|month| start.add_months(month).0).collect();
        Some(Self {
            current,
            before,
            years: PeriodCounter::new(&borders, start.0, end.0 - 1)?,
            months: PeriodCounter::new(&months, start.0, end.0 - 1)?,
        })
    }

    /// Counts a record dated from `lo` to `hi`.
    pub fn add(&mut self, lo: i32, hi: i32) {
        self.years.add(lo, hi);
        self.months.add(lo, hi);
    }

    /// Adds what another counter of the same years has counted.
    pub fn merge(&mut self, other: &Self) {
        let merged = self.years.merge(&other.years) && self.months.merge(&other.months);
        debug_assert!(merged, "years of one question");
    }

    /// The comparison; `None` when neither year has a record, because then there is nothing to compare.
    pub fn compare(&self) -> Option<Comparison> {
        let years: Vec<u64> = self.years.finish().periods.iter().map(|count| count.certain).collect();
        let [before, current] = years.as_slice() else { return None };
        if before + current == 0 {
            return None;
        }
        let current = Counted { span: Span::of(self.current), count: *current };
        let before = Counted { span: Span::of(self.before), count: *before };
        Some(Comparison::new(current, before, within_years(&self.months.finish())))
    }
}

/// Dispersion of monthly counts about each year's own mean, so that the change between the years is not taken for
/// clusters.
fn within_years(months: &PeriodCounts) -> Option<f64> {
    let counts: Vec<u64> = months.periods.iter().map(|count| count.certain).collect();
    within(counts.chunks(12))
}

/// Dispersion of counts about the mean of each group.
pub fn within<'a>(groups: impl Iterator<Item = &'a [u64]>) -> Option<f64> {
    let (mut chi_squared, mut degrees) = (0.0, 0_u64);
    for found in groups.filter_map(dispersion) {
        chi_squared += found.chi_squared;
        degrees += found.degrees;
    }
    (degrees > 0).then(|| chi_squared / degrees as f64)
}
