//! Incidents in relation to what there was of something: organisations under supervision, inhabitants, accounts.

use crate::chart::figures::LEVEL;
use crate::chart::figures::compare::CLUSTERED;
use crate::chart::figures::incidents::PeriodFigure;
use crate::chart::figures::scatter::scatter;
use crate::chart::figures::series::Series;
use crate::model::calendar::Day;
use crate::model::dataset::Denominator;
use crate::model::period::Period;
use crate::stats::rates::{RateRatio, dispersion, poisson_interval, rate_ratio};

/// Fewest incidents of which a rate and its interval are told.
pub const FEWEST: u64 = 5;

/// The rate of one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodRate {
    /// The period with its count.
    pub found: PeriodFigure,
    /// How many there were of what is counted against, averaged over the days of the period; `None` where a year of it
    /// is not given.
    pub of: Option<f64>,
    /// Incidents for each one of them, with its interval (Garwood); `None` without `of`, and interval `None` for fewer
    /// than five incidents or an incomplete period.
    pub rate: Option<(f64, Option<(f64, f64)>)>,
}

/// The last whole period against the one before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateComparison {
    /// The last whole period.
    pub current: PeriodRate,
    /// The one before.
    pub before: PeriodRate,
    /// Their ratio, its interval widened where incidents come in clusters.
    pub ratio: RateRatio,
}

/// Rates over time.
#[derive(Clone, Debug, PartialEq)]
pub struct RateFigure {
    /// The periods, in order.
    pub periods: Vec<PeriodRate>,
    /// Periods, and their incidents, for which it is not given how many there were.
    pub without: (u64, u64),
    /// A power of ten for which rates are told, so that the usual one is 1 or more.
    pub unit: u64,
    /// Variance over mean of the counts: by this the comparison of two periods is made more careful.
    pub dispersion: Option<f64>,
    /// The same about the trend of the counts ([`scatter`]): what is left of it is clusters.
    pub scatter: Option<f64>,
    /// The last two whole periods, where there are ten incidents in both together.
    pub comparison: Option<RateComparison>,
}

impl RateFigure {
    /// The rates of a series.
    pub fn of(series: &Series, denominator: &Denominator) -> Self {
        let periods: Vec<PeriodRate> = series.periods.iter().map(|found| rate(*found, denominator)).collect();
        let lacking: Vec<&PeriodRate> = periods.iter().filter(|found| found.of.is_none()).collect();
        let without = (lacking.len() as u64, lacking.iter().map(|found| found.found.count.certain).sum());
        let whole = series.whole();
        let counts: Vec<u64> = whole.iter().map(|found| found.count.certain).collect();
        let dispersion = if counts.len() >= 6 { dispersion(&counts).map(|found| found.index) } else { None };
        let unit = unit(&periods);
        let comparison = compare(&periods, dispersion);
        Self { periods, without, unit, dispersion, scatter: scatter(whole), comparison }
    }
}

fn rate(found: PeriodFigure, denominator: &Denominator) -> PeriodRate {
    let of = at_risk(found.period, denominator);
    let rate = of.map(|of| {
        let count = found.count.certain;
        let interval = poisson_interval(count, of, LEVEL).rate.map(|(_, low, high)| (low, high));
        let told = count >= FEWEST && !found.is_partial();
        (count as f64 / of, interval.filter(|_| told))
    });
    PeriodRate { found, of, rate }
}

/// How many there were, averaged over the days of a period that may span two years.
fn at_risk(period: Period, denominator: &Denominator) -> Option<f64> {
    let (first, last) = (period.first_day(), period.last_day());
    let (mut sum, mut from) = (0.0, first);
    while from <= last {
        let year = from.year();
        let end = Day::from_ymd(year, 12, 31)?.min(last);
        let of = *denominator.by_year.get(&year).filter(|of| **of > 0)?;
        sum += of as f64 * (end.days_since(from) + 1) as f64;
        from = end.plus_days(1);
    }
    Some(sum / period.len_days() as f64)
}

/// The smallest power of ten, up to a million, by which the median of the rates is 1 or more.
fn unit(periods: &[PeriodRate]) -> u64 {
    let mut rates: Vec<f64> =
        periods.iter().filter_map(|found| Some(found.rate?.0)).filter(|rate| *rate > 0.0).collect();
    rates.sort_unstable_by(f64::total_cmp);
    let middle = rates.get(rates.len() / 2).copied().unwrap_or(1.0);
    [1_u64, 100, 1_000, 10_000, 100_000].into_iter().find(|unit| middle * *unit as f64 >= 1.0).unwrap_or(1_000_000)
}

fn compare(periods: &[PeriodRate], dispersion: Option<f64>) -> Option<RateComparison> {
    let mut whole = periods.iter().rev().filter(|found| !found.found.is_partial());
    let (current, before) = (*whole.next()?, *whole.next()?);
    let count = |rate: &PeriodRate| rate.found.count.certain;
    if count(&current) + count(&before) < 10 || current.found.period != before.found.period.following() {
        return None;
    }
    let ratio = rate_ratio((count(&current), current.of?), (count(&before), before.of?), LEVEL)?;
    let ratio = dispersion.filter(|index| *index > CLUSTERED).map_or(ratio, |index| ratio.widened(index));
    Some(RateComparison { current, before, ratio })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::chart::figures::series::tests::whole_periods;
    use crate::model::period::PeriodScheme;

    fn years(counts: &[u64]) -> Series {
        whole_periods(PeriodScheme::Year.containing(Day::from_ymd(2021, 6, 1).expect("a day")), counts, 1.0)
    }

    fn of(years: &[(i32, u64)]) -> Denominator {
        Denominator { what: "organisations".to_owned(), by_year: years.iter().copied().collect::<BTreeMap<_, _>>() }
    }

    #[test]
    fn rates_have_gaps_where_it_is_not_known_of_how_many() {
        let found = RateFigure::of(&years(&[18, 20, 4, 30]), &of(&[(2021, 1_000), (2023, 2_000), (2024, 2_000)]));
        assert_eq!(found.without, (1, 20));
        let rates: Vec<Option<f64>> = found.periods.iter().map(|found| found.rate.map(|rate| rate.0)).collect();
        assert_eq!(rates, [Some(0.018), None, Some(0.002), Some(0.015)]);
        // The interval of methods 1.2: 18 are compatible with 11 to 28.
        let (low, high) = found.periods[0].rate.and_then(|rate| rate.1).expect("an interval");
        assert_eq!(((low * 1_000.0).round(), (high * 1_000.0).round()), (11.0, 28.0));
        assert_eq!(found.periods[2].rate.expect("a rate").1, None, "four are no interval");
        assert_eq!(found.unit, 100);
        assert!(found.comparison.expect("ten in both").ratio.low > 1.0);
    }

    #[test]
    fn a_fiscal_year_is_weighed_by_its_days() {
        let scheme = PeriodScheme::FiscalYear("07-01".parse().expect("a start"));
        let period = scheme.containing(Day::from_ymd(2022, 9, 1).expect("a day"));
        let found = at_risk(period, &of(&[(2022, 100), (2023, 200)])).expect("both years");
        assert!((found - (184.0 * 100.0 + 181.0 * 200.0) / 365.0).abs() < 1e-12);
        assert_eq!(at_risk(period, &of(&[(2022, 100)])), None);
    }
}
