//! Whether the number of incidents rises or falls, how fast, and whether its level changed at once.
//!
//! Only whole periods are looked at. They are as long as they must be for the dates to be sure of them: the longest
//! kind of period in which at least 95 of 100 dated records lie for certain and of which there are enough. Longer
//! periods have no season and depend less on their neighbours.

use crate::chart::figures::LEVEL;
use crate::chart::figures::incidents::{PeriodFigure, periods_a_year};
use crate::chart::figures::scatter::{exposed, scatter};
use crate::chart::figures::series::Series;
use crate::model::period::{Period, PeriodScheme};
use crate::stats::change_point::pettitt;
use crate::stats::growth::{Growth, growth};
use crate::stats::season::seasonality;
use crate::stats::trend::{mann_kendall, theil_sen};
use crate::stats::trend_adjusted::{hamed_rao_mann_kendall, seasonal_mann_kendall};

/// Fewest incidents of which a trend is told.
pub const FEWEST_INCIDENTS: u64 = 10;
/// Fewest whole periods of which a trend is told.
pub const FEWEST_PERIODS: usize = 10;
/// Fewest incidents, and whole periods, of which a change of level is told.
pub const FEWEST_FOR_CHANGE: usize = 20;
/// Part of the records that must lie in one period for certain.
pub const CERTAIN: f64 = 0.95;
/// Above this probability nothing is told: what agrees with 95 % intervals.
const ALPHA: f64 = 1.0 - LEVEL;

/// Why there is no trend, or no change of level, to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLittle {
    /// Fewer incidents than this.
    Incidents(u64),
    /// Fewer whole periods than this, of every length.
    Periods(u64),
    /// Less than two whole years.
    Years,
    /// Periods that are long enough for the dates are too few: dates are too coarse for shorter ones.
    Coarse,
}

/// What may be said of a trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It rises.
    Rise,
    /// It falls.
    Fall,
    /// Neither for sure.
    NoClear,
}

/// A trend over whole periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The first and the last period.
    pub span: (Period, Period),
    /// How many periods.
    pub periods: u64,
    /// Incidents that lie in one of them for certain.
    pub incidents: u64,
    /// Change from one period to the next (Theil and Sen), with its interval.
    pub slope: (f64, f64, f64),
    /// Probability of at least this much of a trend without one: the most careful of the tests that apply.
    pub p: f64,
    /// Whether like periods of different years were compared, because the series has a season.
    pub seasonal: bool,
    /// Whether neighbouring periods resemble each other, so that the test was made more careful.
    pub remembers: bool,
    /// Change in % a year; `None` where it cannot be estimated.
    pub growth: Option<Growth>,
    /// Variance over mean of the counts, about the trend where it can be fitted ([`scatter`]).
    pub dispersion: Option<f64>,
    /// What may be said.
    pub direction: Direction,
}

/// Where the level changed most.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The first and the last period looked at.
    pub span: (Period, Period),
    /// How many periods.
    pub periods: u64,
    /// First period of the new level.
    pub first_of_new: Period,
    /// Medians of the counts before and from then on.
    pub levels: (f64, f64),
    /// Approximate probability of at least this much of a change without one (Pettitt).
    pub p: f64,
}

impl Change {
    /// Whether it may be told.
    pub fn is_clear(&self) -> bool {
        self.p < ALPHA
    }
}

/// The series to be judged: the longest periods that will do, in the order of `series` (longest first).
fn judged(series: &[Series], fewest: usize) -> Result<&[PeriodFigure], TooLittle> {
    let enough = |found: &&Series| found.whole().len() >= fewest;
    let sure = |found: &&Series| found.certain_share().is_some_and(|share| share >= CERTAIN);
    let found = series.iter().filter(enough).find(sure).map(Series::whole);
    let any = series.iter().any(|found| enough(&found));
    found.ok_or(if any { TooLittle::Coarse } else { TooLittle::Periods(fewest as u64) })
}

fn total(periods: &[PeriodFigure]) -> u64 {
    periods.iter().map(|found| found.count.certain).sum()
}

/// The trend over the longest periods that will do; `series` longest periods first.
///
/// Mann–Kendall decides, by like periods of different years where months or quarters have a season, and with the
/// variance of Hamed and Rao where neighbours resemble each other; the interval of Theil and Sen's slope, and that of
/// the growth in % a year where it can be estimated, must agree. Whatever they disagree on is no clear trend.
pub fn trend(series: &[Series]) -> Result<Trend, TooLittle> {
    let periods = judged(series, FEWEST_PERIODS)?;
    let incidents = total(periods);
    if incidents < FEWEST_INCIDENTS {
        return Err(TooLittle::Incidents(FEWEST_INCIDENTS));
    }
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
        return Err(TooLittle::Periods(FEWEST_PERIODS as u64));
    };
    let values: Vec<f64> = periods.iter().map(|found| found.count.certain as f64).collect();
    let points: Vec<(f64, f64)> = values.iter().enumerate().map(|(at, value)| (at as f64, *value)).collect();
    let slope =
        theil_sen(&points, LEVEL).map_or((0.0, 0.0, 0.0), |line| (line.slope, line.interval.0, line.interval.1));
    let test = Test::of(&values, first.period.kind());
    let growth = growth(&exposed(periods), LEVEL);
    let direction = direction(&test, slope, growth.as_ref());
    Ok(Trend {
        span: (first.period, last.period),
        periods: periods.len() as u64,
        incidents,
        slope,
        p: test.p,
        seasonal: test.seasonal,
        remembers: test.remembers,
        growth,
        dispersion: scatter(periods),
        direction,
    })
}

/// The test of a trend that fits the series.
struct Test {
    p: f64,
    sign: i64,
    seasonal: bool,
    remembers: bool,
}

impl Test {
    fn of(values: &[f64], scheme: PeriodScheme) -> Self {
        let none = Self { p: 1.0, sign: 0, seasonal: false, remembers: false };
        let Some(plain) = mann_kendall(values) else { return none };
        // Weeks have no season of a whole number of steps; years have none at all.
        let cycle = periods_a_year(scheme).filter(|_| scheme != PeriodScheme::Week);
        let season = cycle.and_then(|cycle| {
            let found = seasonality(values, cycle)?;
            found.p.filter(|p| *p < ALPHA)?;
            let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
            seasonal_mann_kendall(&values, cycle)
        });
        if let Some(season) = season {
            return Self { p: season.p, sign: season.s.signum(), seasonal: true, remembers: false };
        }
        // Exact where that is better known than the approximation.
        let p = plain.p_exact.filter(|_| values.len() <= 10).unwrap_or(plain.p);
        let careful = hamed_rao_mann_kendall(values).filter(|found| found.inflation > 1.0);
        let careful = careful.and_then(|found| found.z_and_p).map(|(_, p)| p).filter(|careful| *careful > p);
        Self { p: careful.unwrap_or(p), sign: plain.s.signum(), seasonal: false, remembers: careful.is_some() }
    }
}

fn direction(test: &Test, (_, low, high): (f64, f64, f64), growth: Option<&Growth>) -> Direction {
    if test.p >= ALPHA {
        return Direction::NoClear;
    }
    let rises = low > 0.0 && growth.is_none_or(|found| found.interval_pct.0 > 0.0);
    let falls = high < 0.0 && growth.is_none_or(|found| found.interval_pct.1 < 0.0);
    match test.sign {
        1 if rises => Direction::Rise,
        -1 if falls => Direction::Fall,
        _ => Direction::NoClear,
    }
}

/// Where the level changed most, over the longest periods that will do (at least twenty, two years and twenty
/// incidents). `None` inside where nothing sets two parts apart.
pub fn change(series: &[Series]) -> Result<Option<Change>, TooLittle> {
    let periods = judged(series, FEWEST_FOR_CHANGE)?;
    if total(periods) < FEWEST_FOR_CHANGE as u64 {
        return Err(TooLittle::Incidents(FEWEST_FOR_CHANGE as u64));
    }
    let days: i64 = periods.iter().map(|found| found.period.len_days()).sum();
    // Two years, one of which may be a leap year short.
    if days < 730 {
        return Err(TooLittle::Years);
    }
    let values: Vec<f64> = periods.iter().map(|found| found.count.certain as f64).collect();
    let found = pettitt(&values).and_then(|found| Some((found.first_of_new?, found.p)));
    let Some((at, p)) = found else { return Ok(None) };
    let (before, after) = values.split_at(at.min(values.len()));
    let change = || {
        Some(Change {
            span: (periods.first()?.period, periods.last()?.period),
            periods: periods.len() as u64,
            first_of_new: periods.get(at)?.period,
            levels: (median(before)?, median(after)?),
            p,
        })
    };
    Ok(change())
}

fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let (low, high) = (sorted.get((sorted.len().checked_sub(1)?) / 2)?, sorted.get(sorted.len() / 2)?);
    Some(f64::midpoint(*low, *high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::figures::series::tests::whole_periods;
    use crate::model::calendar::Day;

    /// A series of whole periods from January 2000.
    fn series(scheme: PeriodScheme, counts: &[u64], certain_share: f64) -> Series {
        whole_periods(scheme.containing(Day::from_ymd(2000, 1, 1).expect("a day")), counts, certain_share)
    }

    #[test]
    fn a_level_that_only_scatters_has_no_trend() {
        // Monthly counts around ten that neither rise nor fall.
        let counts: Vec<u64> = (0..60_u64).map(|at| 10 + (at * 7 + at * at * 3) % 5).collect();
        let found = trend(&[series(PeriodScheme::Month, &counts, 1.0)]).expect("enough");
        assert_eq!(found.direction, Direction::NoClear, "{found:?}");
        assert!(found.slope.1 <= 0.0 && found.slope.2 >= 0.0);
    }

    #[test]
    fn a_steady_rise_is_told_with_its_size() {
        let counts: Vec<u64> = (0..12_u64).map(|at| 20 + 4 * at + at % 2).collect();
        let found = trend(&[series(PeriodScheme::Year, &counts, 1.0)]).expect("enough");
        assert_eq!(found.direction, Direction::Rise);
        assert!((found.slope.0 - 4.0).abs() < 0.2, "{:?}", found.slope);
        assert!(found.growth.is_some_and(|growth| growth.interval_pct.0 > 0.0));
        let falling: Vec<u64> = counts.iter().rev().copied().collect();
        let found = trend(&[series(PeriodScheme::Year, &falling, 1.0)]).expect("enough");
        assert_eq!(found.direction, Direction::Fall);
    }

    #[test]
    fn a_tail_that_is_not_complete_yet_is_left_out() {
        let mut counts: Vec<u64> = (0..24_u64).map(|at| 30 + at % 3).collect();
        counts.extend([12, 8, 3, 1]);
        let mut series = [series(PeriodScheme::Quarter, &counts, 1.0)];
        assert_eq!(trend(&series).expect("enough").periods, 28);
        for found in series[0].periods.iter_mut().skip(24) {
            found.expected = Some(0.6);
        }
        assert_eq!(trend(&series).expect("enough").periods, 24);
        assert_eq!(trend(&series).expect("enough").direction, Direction::NoClear);
    }

    #[test]
    fn periods_are_as_long_as_the_dates_need_and_no_longer_than_there_are_enough() {
        let years = series(PeriodScheme::Year, &[40; 9], 1.0);
        let quarters = series(PeriodScheme::Quarter, &[10; 36], 0.97);
        let months = series(PeriodScheme::Month, &[3; 108], 0.6);
        let found = trend(&[years.clone(), quarters, months.clone()]).expect("enough");
        assert_eq!(found.span.0.kind(), PeriodScheme::Quarter);
        assert_eq!(trend(&[years.clone(), months]), Err(TooLittle::Coarse));
        assert_eq!(trend(&[years]), Err(TooLittle::Periods(10)));
        let few = series(PeriodScheme::Year, &[0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 2], 1.0);
        assert_eq!(trend(&[few]), Err(TooLittle::Incidents(10)));
    }

    #[test]
    fn a_step_is_found_where_it_is() {
        let counts: Vec<u64> = (0..48_u64).map(|at| if at < 30 { 5 + at % 2 } else { 9 + at % 3 }).collect();
        let series = [series(PeriodScheme::Month, &counts, 1.0)];
        let found = change(&series).expect("enough").expect("a step");
        assert_eq!(found.first_of_new, series[0].periods[30].period);
        assert!(found.is_clear());
        assert_eq!(found.levels, (5.5, 10.0));
        let short = [Series { periods: series[0].periods[..19].to_vec(), ..series[0].clone() }];
        assert_eq!(change(&short), Err(TooLittle::Periods(20)));
    }
}
