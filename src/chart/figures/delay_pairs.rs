//! The two dates of every chosen record as days between them: what the figures of delays are computed from.

use std::collections::BTreeMap;

use crate::chart::figures::delay::{Placed, place};
use crate::chart::records::DelayGap;
use crate::frame::{RecordId, Snapshot};
use crate::model::dataset::Mechanism;
use crate::query::question::Question;
use crate::query::{Selection, parallel};
use crate::stats::survival::Outcome;

/// One record with a delay, known or still running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The record.
    pub id: RecordId,
    /// First and last possible day of the first event; `i32::MIN` and `i32::MAX` are open ends.
    pub start: (i32, i32),
    /// First and last possible day of the second event; of no meaning while it has not happened.
    pub end: (i32, i32),
    /// Fewest days that the dates allow; for an open one, days that had surely passed.
    pub min: u32,
    /// Most days; `u32::MAX` where an end is open. For an open one, days that may have passed.
    pub max: u32,
    /// Whether it happened or was still open at the as-of date.
    pub outcome: Outcome,
}

impl Pair {
    /// Whether the second event had happened.
    pub fn happened(&self) -> bool {
        self.outcome == Outcome::Event
    }

    /// Whether the dates allow one number of days only.
    pub fn is_exact(&self) -> bool {
        self.min == self.max
    }

    /// Days from the first event to the as-of date that have surely passed; below 0 where it began after it.
    pub fn followed(&self, as_of: i32) -> i64 {
        if self.start.1 == i32::MAX { -1 } else { i64::from(as_of) - i64::from(self.start.1) }
    }
}

/// All records with a delay, and how many have none, by reason.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pairs {
    /// Records chosen.
    pub total: u64,
    /// Those with a delay, in the order of the snapshot.
    pub pairs: Vec<Pair>,
    /// Those without, each by one reason.
    pub left_out: BTreeMap<DelayGap, u64>,
}

impl Pairs {
    /// Collects them, on all cores.
    pub fn collect(snapshot: &Snapshot, selection: &Selection, question: &Question) -> Self {
        let (from, to) = question.delay;
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let mut part = Self::default();
            let (starts, ends) = (chunk.dates(from), chunk.dates(to));
            for index in selection.in_chunk(at) {
                let start = starts.map(|column| column.get(index)).unwrap_or_default();
                let end = ends.map(|column| column.get(index)).unwrap_or_default();
                // A register leaves out what no method can use; methods with a window leave out more later.
                match place(start, end, Mechanism::Register, question.as_of) {
                    Placed::Left(gap) => *part.left_out.entry(gap).or_insert(0) += 1,
                    Placed::Used { min, max, outcome, .. } => {
                        let id = chunk.id(index).unwrap_or(RecordId(0));
                        let (start, end) = ((start.lo, start.hi), (end.lo, end.hi));
                        part.pairs.push(Pair { id, start, end, min, max, outcome });
                    }
                }
            }
            part
        });
        let mut all = Self { total: selection.len() as u64, ..Self::default() };
        all.pairs.reserve(parts.iter().map(|part| part.pairs.len()).sum());
        for part in parts {
            all.pairs.extend(part.pairs);
            for (gap, count) in part.left_out {
                *all.left_out.entry(gap).or_insert(0) += count;
            }
        }
        all
    }

    /// Leaves out the pairs for which `why` gives a reason, and counts them.
    pub fn leave_out(&mut self, why: impl Fn(&Pair) -> Option<DelayGap>) {
        let left_out = &mut self.left_out;
        self.pairs.retain(|pair| {
            let gap = why(pair);
            if let Some(gap) = gap {
                *left_out.entry(gap).or_insert(0) += 1;
            }
            gap.is_none()
        });
    }

    /// Leaves out what a list of disclosures cannot speak of: what is still open, what was not followed for the whole
    /// window, and what was told after it.
    pub fn keep_window(&mut self, as_of: i32, window: u32) {
        self.leave_out(|pair| {
            if !pair.happened() {
                Some(DelayGap::NotYet)
            } else if pair.followed(as_of) < i64::from(window) {
                Some(DelayGap::TooRecent)
            } else {
                (pair.min > window).then_some(DelayGap::BeyondWindow)
            }
        });
    }

    /// The reasons that occur, in the order in which they are shown.
    pub fn left_out(&self) -> Vec<(DelayGap, u64)> {
        let count = |gap: &DelayGap| self.left_out.get(gap).filter(|count| **count > 0).map(|count| (*gap, *count));
        DelayGap::ALL.iter().filter_map(count).collect()
    }
}
