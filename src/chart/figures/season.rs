//! Whether the months of the year differ.

use crate::chart::figures::course::{CERTAIN, TooLittle};
use crate::chart::figures::incidents::PeriodFigure;
use crate::chart::figures::series::Series;
use crate::frame::Snapshot;
use crate::frame::cell::DateState;
use crate::model::calendar::Day;
use crate::model::period::{Period, PeriodLabel};
use crate::query::question::Question;
use crate::query::{Selection, parallel};
use crate::stats::season::seasonality;

/// Fewest whole months of which a season is told.
pub const FEWEST_MONTHS: usize = 24;
/// From here on a season is told without a reserve.
pub const ENOUGH_MONTHS: usize = 36;
/// Fewest incidents of which a season is told.
pub const FEWEST_INCIDENTS: u64 = 20;

/// One month of the year, over all years.
#[derive(Clone, Debug, PartialEq)]
pub struct SeasonMonth {
    /// January is 1.
    pub month: u8,
    /// The whole months of this name, in order.
    pub periods: Vec<PeriodFigure>,
    /// How far it lies above or below the moving level of the series; adds up to 0 over the year.
    pub index: f64,
    /// The level of the whole series and the index: what such a month has when the course of the years is taken out.
    pub usual: f64,
}

impl SeasonMonth {
    /// Smallest and largest count.
    pub fn range(&self) -> Option<(u64, u64)> {
        let counts = || self.periods.iter().map(|found| found.count.certain);
        Some((counts().min()?, counts().max()?))
    }

    /// Mean count.
    pub fn mean(&self) -> f64 {
        let sum: u64 = self.periods.iter().map(|found| found.count.certain).sum();
        sum as f64 / self.periods.len().max(1) as f64
    }
}

/// The months of the year compared.
#[derive(Clone, Debug, PartialEq)]
pub struct SeasonFigure {
    /// January to December.
    pub months: Vec<SeasonMonth>,
    /// First and last whole month.
    pub span: (Period, Period),
    /// How many whole months.
    pub whole: u64,
    /// Incidents that lie in one of them for certain.
    pub incidents: u64,
    /// Mean of all whole months.
    pub level: f64,
    /// Probability of at least such differences when all months are alike (Kruskal and Wallis); `None` when all counts
    /// are equal.
    pub p: Option<f64>,
}

impl SeasonFigure {
    /// Compares the months of a series of months.
    pub fn of(series: &Series) -> Result<Self, TooLittle> {
        let whole = series.whole();
        let incidents: u64 = whole.iter().map(|found| found.count.certain).sum();
        let too_few = TooLittle::Periods(FEWEST_MONTHS as u64);
        if whole.len() < FEWEST_MONTHS {
            return Err(too_few);
        }
        if series.certain_share().is_none_or(|share| share < CERTAIN) {
            return Err(TooLittle::Coarse);
        }
        if incidents < FEWEST_INCIDENTS {
            return Err(TooLittle::Incidents(FEWEST_INCIDENTS));
        }
        let values: Vec<f64> = whole.iter().map(|found| found.count.certain as f64).collect();
        let found = seasonality(&values, 12).ok_or(too_few)?;
        let (first, last) = (whole.first().ok_or(too_few)?, whole.last().ok_or(too_few)?);
        let level = values.iter().sum::<f64>() / values.len() as f64;
        let start = usize::from(month_of(first.period).max(1)) - 1;
        let months = (1..=12_u8).map(|month| {
            let index = found.index.get((usize::from(month) + 11 - start) % 12).copied().unwrap_or(0.0);
            let periods = whole.iter().filter(|found| month_of(found.period) == month).copied().collect();
            SeasonMonth { month, periods, index, usual: level + index }
        });
        Ok(Self {
            months: months.collect(),
            span: (first.period, last.period),
            whole: whole.len() as u64,
            incidents,
            level,
            p: found.p,
        })
    }

    /// The month with most and the one with fewest, the course of the years taken out.
    pub fn extremes(&self) -> Option<(&SeasonMonth, &SeasonMonth)> {
        let by = |one: &&SeasonMonth, other: &&SeasonMonth| one.index.total_cmp(&other.index);
        Some((self.months.iter().max_by(by)?, self.months.iter().min_by(by)?))
    }
}

/// Days written where only the year was known: 1 January far more often than chance puts a date there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewYears {
    /// Records dated 1 January.
    pub found: u64,
    /// Records dated to the day.
    pub of: u64,
}

impl NewYears {
    /// Counts the chosen records.
    pub fn count(snapshot: &Snapshot, selection: &Selection, question: &Question) -> Self {
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let mut counted = Self { found: 0, of: 0 };
            let Some(column) = chunk.dates(question.date_of) else { return counted };
            for index in selection.in_chunk(at) {
                let cell = column.get(index);
                if cell.state == DateState::Date && cell.lo == cell.hi {
                    counted.of += 1;
                    let (_, month, day) = Day(cell.lo).ymd();
                    counted.found += u64::from((month, day) == (1, 1));
                }
            }
            counted
        });
        parts
            .iter()
            .fold(Self { found: 0, of: 0 }, |sum, part| Self { found: sum.found + part.found, of: sum.of + part.of })
    }

    /// How many chance would give.
    pub fn expected(self) -> f64 {
        self.of as f64 / 365.25
    }

    /// Whether they are too many to be taken as days: ten or more, and four times what chance would give.
    pub fn are_years(self) -> bool {
        self.found >= 10 && self.found as f64 > 4.0 * self.expected()
    }
}

/// Number of a month, 1 for January; 0 for what is no month.
pub fn month_of(period: Period) -> u8 {
    match period.label() {
        PeriodLabel::Month(_, month) => u8::try_from(month).unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::period::PeriodScheme;
    use crate::stats::periods::PeriodCount;

    fn months(start: (i32, u32), counts: &[u64]) -> Series {
        let first = PeriodScheme::Month.containing(Day::from_ymd(start.0, start.1, 1).expect("a day"));
        let periods = (0..).zip(counts).map(|(step, count)| {
            let count = PeriodCount {
                certain: *count,
                possible: *count,
                fractional: *count as f64,
                exposure_days: 30,
                period_days: 30,
            };
            PeriodFigure { period: first.offset(step), count, expected: None }
        });
        let certain = counts.iter().sum();
        Series { scheme: PeriodScheme::Month, periods: periods.collect(), certain, dated: certain }
    }

    #[test]
    fn the_index_stands_under_its_own_month_whatever_the_first_is() {
        // Every March has ten more; the series begins in September.
        let counts: Vec<u64> = (0..48_u64).map(|at| if (at + 9) % 12 == 3 { 15 } else { 5 }).collect();
        let found = SeasonFigure::of(&months((2019, 9), &counts)).expect("enough");
        let (most, _) = found.extremes().expect("months");
        assert_eq!(most.month, 3);
        assert!((most.index - 10.0 * 11.0 / 12.0).abs() < 1e-9, "{}", most.index);
        assert_eq!(most.range(), Some((15, 15)));
        assert!(found.p.expect("differences") < 0.001);
        assert!(found.months.iter().map(|month| month.index).sum::<f64>().abs() < 1e-9);
    }

    #[test]
    fn years_written_as_days_are_told_by_their_number() {
        assert!(NewYears { found: 266, of: 1_600 }.are_years());
        assert!(!NewYears { found: 9, of: 100 }.are_years());
        assert!(!NewYears { found: 12, of: 1_618 }.are_years());
    }

    #[test]
    fn too_little_is_refused() {
        assert_eq!(SeasonFigure::of(&months((2020, 1), &[9; 23])), Err(TooLittle::Periods(24)));
        let rare: Vec<u64> = (0..30).map(|at| u64::from(at % 2 == 0)).collect();
        assert_eq!(SeasonFigure::of(&months((2020, 1), &rare)), Err(TooLittle::Incidents(20)));
        let coarse = Series { dated: 1_000, ..months((2020, 1), &[9; 30]) };
        assert_eq!(SeasonFigure::of(&coarse), Err(TooLittle::Coarse));
    }
}
