//! The largest incidents, by what is certain of their numbers.

use crate::chart::figures::pool::{Counted, bounded};
use crate::frame::Snapshot;
use crate::frame::cell::CountState;
use crate::model::affected::{Effect, Unit};
use crate::query::{Selection, parallel};

/// The largest incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// By lower end, then upper end, the largest first; equals in the order of the records.
    pub records: Vec<Counted>,
    /// Records with a number.
    pub n: u64,
    /// Records that are not among them and may be larger than the last one listed: their upper end allows it.
    pub may_belong: u64,
}

impl Ranked {
    /// The `most` largest among the chosen records.
    pub fn compute(snapshot: &Snapshot, selection: &Selection, measure: (Unit, Effect), most: usize) -> Self {
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let Some(column) = chunk.counts(measure) else { return (Vec::new(), 0) };
            let (mut found, mut n) = (Vec::new(), 0);
            for index in selection.in_chunk(at) {
                let cell = column.get(index);
                if let Some(id) = chunk.id(index).filter(|_| cell.state == CountState::Count) {
                    n += 1;
                    found.push(Counted { id, lo: cell.lo, hi: bounded(cell.hi) });
                }
            }
            keep(&mut found, most);
            (found, n)
        });
        let n = parts.iter().map(|(_, n)| n).sum();
        let mut records: Vec<Counted> = parts.into_iter().flat_map(|(found, _)| found).collect();
        keep(&mut records, most);
        let may_belong = match records.last().filter(|_| n > most as u64) {
            Some(last) => beyond(snapshot, selection, measure, last.lo, &records),
            None => 0,
        };
        Self { records, n, may_belong }
    }
}

/// Orders and cuts.
fn keep(found: &mut Vec<Counted>, most: usize) {
    found.sort_unstable_by_key(|record| (std::cmp::Reverse((record.lo, record.hi.unwrap_or(u64::MAX))), record.id));
    found.truncate(most);
}

/// Records not listed whose number may exceed `least`.
fn beyond(snapshot: &Snapshot, selection: &Selection, measure: (Unit, Effect), least: u64, listed: &[Counted]) -> u64 {
    let parts = parallel::map_chunks(snapshot, |at, chunk| {
        let Some(column) = chunk.counts(measure) else { return 0 };
        let cells = selection.in_chunk(at).map(|index| column.get(index));
        cells.filter(|cell| cell.state == CountState::Count && cell.hi > least).count() as u64
    });
    let all: u64 = parts.into_iter().sum();
    let own = listed.iter().filter(|record| record.hi.is_none_or(|hi| hi > least)).count() as u64;
    all.saturating_sub(own)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::frame::cell::CountCell;
    use crate::frame::{FrameBuilder, RecordId, RowValues};

    const PEOPLE: (Unit, Effect) = (Unit::People, Effect::DataExposed);

    #[test]
    fn the_largest_come_first_and_what_may_be_larger_is_counted() {
        let range = |lo, hi| CountCell { lo, hi, state: CountState::Count };
        let cells =
            [CountCell::exact(50), range(0, 300), range(50, u64::MAX), CountCell::exact(9), CountCell::default()];
        let mut builder = FrameBuilder::new(Uuid::nil());
        for (index, cell) in cells.into_iter().enumerate() {
            let mut row = RowValues::default();
            row.counts.insert(PEOPLE, cell);
            builder.push_row(RecordId(index as u64), &row).expect("room");
        }
        let snapshot = builder.finish();
        let all = Selection::all(&snapshot);
        let found = Ranked::compute(&snapshot, &all, PEOPLE, 2);
        let ids: Vec<u64> = found.records.iter().map(|record| record.id.0).collect();
        assert_eq!((ids, found.n, found.may_belong), (vec![2, 0], 4, 1));
        assert_eq!(Ranked::compute(&snapshot, &all, PEOPLE, 10).may_belong, 0);
    }
}
