//! Delays by the year in which they began, plainly described: for tables, never for a trend, because recent years
//! lack what has not been told yet.

use serde::Serialize;

use crate::frame::Snapshot;
use crate::frame::cell::DateState;
use crate::model::calendar::Day;
use crate::query::question::Question;
use crate::query::{Delay, Selection, parallel};
use crate::stats::quantile::{QuantileType, quantiles};

/// One year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct YearDelay {
    /// Year in which the first event surely lies.
    pub year: i32,
    /// Records with exactly known delays.
    pub n: u64,
    /// Quartiles in days (type 7).
    pub quartiles: [Option<f64>; 3],
}

/// The quartiles of every year in which delays began. Records with coarse dates are not part of it.
pub fn delays(snapshot: &Snapshot, selection: &Selection, question: &Question) -> Vec<YearDelay> {
    let (from, to) = question.delay;
    let parts = parallel::map_chunks(snapshot, |at, chunk| {
        let (starts, ends) = (chunk.dates(from), chunk.dates(to));
        let mut found: Vec<(i32, u32)> = Vec::new();
        for index in selection.in_chunk(at) {
            let start = starts.map(|column| column.get(index)).unwrap_or_default();
            let end = ends.map(|column| column.get(index)).unwrap_or_default();
            if start.state != DateState::Date || start.lo != start.hi {
                continue;
            }
            if let Delay::Known { min, max, .. } = Delay::between(start, end, question.as_of)
                && max == Some(min)
            {
                found.push((start.lo, min));
            }
        }
        found
    });
    let days = || parts.iter().flatten().map(|(day, _)| *day);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Vec::new() };
    let first_year = Day(first).year();
    let border = |year: i32| Day::from_ymd(year, 1, 1).map_or(i32::MAX, |day| day.0);
    let borders: Vec<i32> = (first_year..=Day(last).year()).skip(1).map(border).collect();
    let mut years: Vec<Vec<u64>> = vec![Vec::new(); borders.len() + 1];
    for (day, delay) in parts.into_iter().flatten() {
        if let Some(year) = years.get_mut(borders.partition_point(|border| *border <= day)) {
            year.push(u64::from(delay));
        }
    }
    let found = parallel::map(years.len(), years.len(), |at| {
        let mut delays = years.get(at).filter(|delays| !delays.is_empty())?.clone();
        let n = delays.len() as u64;
        let found = quantiles(&mut delays, &[0.25, 0.5, 0.75], QuantileType::Type7);
        let quartile = |index: usize| found.get(index).copied().flatten();
        Some(YearDelay { year: first_year + at as i32, n, quartiles: [quartile(0), quartile(1), quartile(2)] })
    });
    found.into_iter().flatten().collect()
}
