//! The first against the latest statement of how many were affected.

use crate::frame::cell::{CountCell, CountState};
use crate::frame::{RecordId, Snapshot};
use crate::model::affected::{Effect, Unit};
use crate::query::{Selection, parallel};
use crate::stats::quantile::observed_quantile;

/// First and latest statements of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Statements {
    /// Records looked at.
    pub total: u64,
    /// Records with a number.
    pub with_number: u64,
    /// Records that were revised upwards for certain, downwards for certain, restated without a change, or of which
    /// none of these can be told because ranges overlap.
    pub records: [Vec<RecordId>; 4],
    /// The revised records, those with the largest factor between first and latest number first.
    pub revised: Vec<Restated>,
    /// The typical factor of those revised upwards.
    pub factor_up: Option<Factor>,
    /// The typical factor of those revised downwards, at most 1.
    pub factor_down: Option<Factor>,
}

/// How a number was restated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The latest is larger, whatever the numbers within their ranges.
    Up,
    /// The latest is smaller, whatever the numbers within their ranges.
    Down,
    /// It was stated again.
    Same,
    /// The ranges overlap.
    Unclear,
}

/// First and latest number of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restated {
    /// Whose.
    pub id: RecordId,
    /// The first dated statement.
    pub first: CountCell,
    /// The latest.
    pub latest: CountCell,
}

/// The middle of the factors between first and latest number: of the smallest and of the largest that ranges allow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factor {
    /// Of the smallest.
    pub lo: f64,
    /// Of the largest; `None` without bound.
    pub hi: Option<f64>,
}

/// Most revised records that are kept one by one.
const KEPT: usize = 50;

impl Restated {
    /// How the number was restated.
    pub fn change(&self) -> Change {
        let (first, latest) = (self.first, self.latest);
        match (first.lo, first.hi, latest.lo, latest.hi) {
            _ if latest.lo > first.hi => Change::Up,
            _ if latest.hi < first.lo => Change::Down,
            _ if (first.lo, first.hi) == (latest.lo, latest.hi) => Change::Same,
            _ => Change::Unclear,
        }
    }

    /// Smallest and largest factor from the first to the latest number; infinite where nothing bounds it.
    fn factors(&self) -> (f64, f64) {
        let ratio = |over: u64, under: u64| if under == 0 { f64::INFINITY } else { over as f64 / under as f64 };
        let lo = if self.first.hi == u64::MAX { 0.0 } else { ratio(self.latest.lo, self.first.hi) };
        let hi = if self.latest.hi == u64::MAX { f64::INFINITY } else { ratio(self.latest.hi, self.first.lo) };
        (lo, hi)
    }

    /// How far the number moved, in powers of ten whatever the direction: for the order.
    fn distance(&self) -> f64 {
        let log = |number: u64| libm::log10(number.max(1) as f64);
        (log(self.latest.lo) - log(self.first.lo)).abs()
    }
}

impl Statements {
    /// Looks at the chosen records; only those with two dated statements of the measure say anything.
    pub fn compute(snapshot: &Snapshot, selection: &Selection, measure: (Unit, Effect)) -> Self {
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let (mut found, mut with_number) = (Vec::new(), 0_u64);
            let Some(latest) = chunk.counts(measure) else { return (found, with_number) };
            let firsts = chunk.first_counts(measure);
            for index in selection.in_chunk(at) {
                let latest = latest.get(index);
                if latest.state != CountState::Count {
                    continue;
                }
                with_number += 1;
                let first = firsts.map(|column| column.get(index)).unwrap_or_default();
                if let Some(id) = chunk.id(index).filter(|_| first.state == CountState::Count) {
                    found.push(Restated { id, first, latest });
                }
            }
            (found, with_number)
        });
        let with_number = parts.iter().map(|(_, n)| n).sum();
        let all: Vec<Restated> = parts.into_iter().flat_map(|(found, _)| found).collect();
        Self::of(selection.len() as u64, with_number, all)
    }

    fn of(total: u64, with_number: u64, all: Vec<Restated>) -> Self {
        let ids = |wanted: Change| {
            let those = all.iter().filter(|restated| restated.change() == wanted);
            those.map(|restated| restated.id).collect::<Vec<_>>()
        };
        let records = [Change::Up, Change::Down, Change::Same, Change::Unclear].map(ids);
        let (factor_up, factor_down) = (factor(&all, Change::Up), factor(&all, Change::Down));
        let mut revised = all;
        revised.retain(|restated| matches!(restated.change(), Change::Up | Change::Down));
        revised.sort_by(|a, b| b.distance().total_cmp(&a.distance()).then(a.id.cmp(&b.id)));
        revised.truncate(KEPT);
        Self { total, with_number, records, revised, factor_up, factor_down }
    }

    /// Number of records that were restated in this way.
    pub fn count(&self, change: Change) -> u64 {
        self.ids(change).len() as u64
    }

    /// The records that were restated in this way.
    pub fn ids(&self, change: Change) -> &[RecordId] {
        let [up, down, same, unclear] = &self.records;
        match change {
            Change::Up => up,
            Change::Down => down,
            Change::Same => same,
            Change::Unclear => unclear,
        }
    }

    /// Records with two dated statements.
    pub fn n(&self) -> u64 {
        self.records.iter().map(|ids| ids.len() as u64).sum()
    }
}

/// The typical factor of those restated in this way: an observed value (type 1), because a factor may have no bound.
fn factor(all: &[Restated], wanted: Change) -> Option<Factor> {
    let those = || all.iter().filter(|restated| restated.change() == wanted).map(Restated::factors);
    // Positive numbers are ordered as their bits are.
    let middle = |values: &mut Vec<u64>| observed_quantile(values, 0.5).map(f64::from_bits);
    let lo = middle(&mut those().map(|(lo, _)| lo.to_bits()).collect())?;
    let hi = middle(&mut those().map(|(_, hi)| hi.to_bits()).collect())?;
    Some(Factor { lo, hi: hi.is_finite().then_some(hi) })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::frame::{FrameBuilder, RowValues};
    use crate::model::affected::{Affected, Amount};
    use crate::model::count::Count;
    use crate::model::date::PartialDate;
    use crate::model::incident::Incident;

    const PEOPLE: (Unit, Effect) = (Unit::People, Effect::DataExposed);

    fn stated(number: &str, day: &str) -> Affected {
        Affected {
            amount: Amount::Count(Count::parse(number).expect("a count")),
            unit: Unit::People,
            effect: Effect::DataExposed,
            stated: (!day.is_empty()).then(|| PartialDate::parse(day).expect("a date")),
            note: String::new(),
            evidence: Vec::new(),
        }
    }

    #[test]
    fn statements_are_compared_by_their_dates() {
        let records = [
            vec![stated("1000", "2024-01-05"), stated("4000", "2024-03")],
            vec![stated("900", "2024-06-01"), stated("1800", "2024-05-01")],
            vec![stated("500", "2024-01-05"), stated("500", "2024-02-05")],
            vec![stated("up to 800", "2024-01-05"), stated("600", "2024-02-05")],
            vec![stated("100", "2024-01-05"), stated("at least 300", "2025")],
            // Not certainly later, without a date, or the only one: nothing to compare.
            vec![stated("100", "2024-03-05"), stated("200", "2024-03")],
            vec![stated("100", ""), stated("200", "2024-03")],
            vec![stated("100", "2024-03-05")],
            Vec::new(),
        ];
        let mut builder = FrameBuilder::new(Uuid::nil());
        for (index, affected) in records.into_iter().enumerate() {
            let incident = Incident { affected, ..Incident::default() };
            let row = RowValues::from_incident(&incident, Uuid::nil());
            builder.push_row(RecordId(index as u64), &row).expect("room");
        }
        let snapshot = builder.finish();
        let found = Statements::compute(&snapshot, &Selection::all(&snapshot), PEOPLE);
        let ids = |change| found.ids(change).iter().map(|id| id.0).collect::<Vec<_>>();
        assert_eq!((found.total, found.with_number, found.n()), (9, 8, 5));
        assert_eq!((ids(Change::Up), ids(Change::Down)), (vec![0, 4], vec![1]));
        assert_eq!((ids(Change::Same), ids(Change::Unclear)), (vec![2], vec![3]));
        assert_eq!(found.factor_up, Some(Factor { lo: 3.0, hi: Some(4.0) }));
        assert_eq!(found.factor_down, Some(Factor { lo: 0.5, hi: Some(0.5) }));
        assert_eq!(found.revised.iter().map(|restated| restated.id.0).collect::<Vec<_>>(), [0, 4, 1]);
    }
}
