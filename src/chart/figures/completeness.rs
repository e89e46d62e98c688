//! How complete the recent past is expected to be, by the event on the time axis.
//!
//! A list of disclosures holds an incident only once it is disclosed. Charted by the day of disclosure nothing but the
//! running period is incomplete; charted by an earlier event (the intrusion, awareness) all recent periods are, and
//! the chart shows a fall that is not there. How much is still to come is judged by how long it took so far.

use std::collections::BTreeMap;

use crate::chart::figures::LEVEL;
use crate::chart::figures::delay::WINDOW_DAYS;
use crate::frame::Snapshot;
use crate::frame::cell::{DateCell, DateState};
use crate::model::calendar::Day;
use crate::model::dataset::Mechanism;
use crate::model::event::EventKind;
use crate::query::question::{Filter, Question};
use crate::query::{parallel, select};
use crate::stats::fixed_window::FixedWindow;
use crate::stats::right_truncation::TruncatedTally;

/// A period is taken as complete from this expected share on.
pub const COMPLETE: f64 = 0.95;

/// Fewest delays by which completeness is judged.
pub const FEWEST_DELAYS: u64 = 10;

/// What is disclosed later than this is not waited for: five years.
const LONGEST_WAIT: u32 = 1_826;

/// So many records must have been followed for the whole wait that is looked at, or the longest delays are decided by
/// a handful of the oldest.
const FOLLOWED: usize = 20;

/// What is known of how complete the recent past is.
#[derive(Clone, Debug, PartialEq)]
pub enum Recent {
    /// Nothing but the running period is incomplete: the data is charted by the event that puts a record on the list,
    /// or it is no list of disclosures.
    Whole,
    /// More is still to come, and too few delays are known to say how much.
    Unknown {
        /// From the event on the time axis to the one that puts a record on the list.
        ends: (EventKind, EventKind),
    },
    /// So much is expected to be known.
    Expected(Completeness),
}

/// The expected completeness of recent days.
#[derive(Clone, Debug, PartialEq)]
pub struct Completeness {
    /// From the event on the time axis to the one that puts a record on the list.
    pub ends: (EventKind, EventKind),
    /// Delays by which it is judged.
    pub n: u64,
    /// Shares are among what is disclosed within so many days.
    pub within_days: u32,
    /// Periods that end on this day or before it are complete as far as can be expected.
    pub complete_to: Day,
    as_of: Day,
    /// Days and the share disclosed by then, one curve a dataset.
    curves: Vec<Curve>,
}

impl Recent {
    /// Judges the data that a question looks at: all records of its datasets, whatever else its filter chooses,
    /// because a selection of recent records would say nothing of long delays. O(records).
    pub fn of(snapshot: &Snapshot, question: &Question) -> Self {
        let listed_by = question.listed_by.unwrap_or(question.delay.1);
        if question.mechanism != Mechanism::DisclosureList || question.date_of == listed_by {
            return Self::Whole;
        }
        let ends = (question.date_of, listed_by);
        let found = Delays::collect(snapshot, question, ends);
        // What is charted usually comes after the listing: then the list is not what keeps it from being known.
        if found.wrong_order > found.in_order() {
            return Self::Whole;
        }
        let curves: Vec<Curve> = found.by_dataset.values().filter_map(|pairs| Curve::of(pairs)).collect();
        let Some(wait) = curves.iter().map(Curve::wait).max() else { return Self::Unknown { ends } };
        Self::Expected(Completeness {
            ends,
            n: curves.iter().map(|curve| curve.n).sum(),
            within_days: curves.iter().map(|curve| curve.within).min().unwrap_or(0),
            complete_to: question.as_of.plus_days(-i32::try_from(wait).unwrap_or(i32::MAX)),
            as_of: question.as_of,
            curves,
        })
    }

    /// Periods that end on this day or before it are complete as far as can be expected.
    pub fn complete_to(&self, as_of: Day) -> Day {
        match self {
            Self::Whole | Self::Unknown { .. } => as_of,
            Self::Expected(found) => found.complete_to,
        }
    }

    /// The share expected to be known of a period that ends on this day, where that is below [`COMPLETE`].
    pub fn lacking(&self, last_day: Day) -> Option<f64> {
        match self {
            Self::Whole | Self::Unknown { .. } => None,
            Self::Expected(found) => (last_day > found.complete_to).then(|| found.share(last_day)),
        }
    }
}

impl Completeness {
    /// The share expected to be known of what happened on this day; with several datasets of the slowest. Of a period,
    /// its last day counts.
    pub fn share(&self, day: Day) -> f64 {
        let Ok(days) = u32::try_from(self.as_of.days_since(day)) else { return 0.0 };
        self.curves.iter().map(|curve| curve.share_by(days)).fold(1.0, f64::min)
    }
}

/// The delays of each dataset, each with the longest that could have been seen.
#[derive(Default)]
struct Delays {
    by_dataset: BTreeMap<u32, Vec<(u32, u32)>>,
    wrong_order: usize,
}

impl Delays {
    fn collect(snapshot: &Snapshot, question: &Question, (from, to): (EventKind, EventKind)) -> Self {
        let of_datasets = Filter { datasets: question.filter.datasets.clone(), ..Filter::default() };
        let among = select(snapshot, &of_datasets, question.date_of, question.measure);
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let mut found = Self::default();
            let (Some(starts), Some(ends)) = (chunk.dates(from), chunk.dates(to)) else { return found };
            for index in among.in_chunk(at) {
                match pair(starts.get(index), ends.get(index), question.as_of) {
                    Pair::Seen(days, limit) => {
                        found.by_dataset.entry(chunk.datasets().get(index)).or_default().push((days, limit));
                    }
                    Pair::WrongOrder => found.wrong_order += 1,
                    Pair::Unusable => {}
                }
            }
            found
        });
        let mut all = Self::default();
        for part in parts {
            all.wrong_order += part.wrong_order;
            for (dataset, mut pairs) in part.by_dataset {
                all.by_dataset.entry(dataset).or_default().append(&mut pairs);
            }
        }
        all
    }

    fn in_order(&self) -> usize {
        self.by_dataset.values().map(Vec::len).sum()
    }
}

enum Pair {
    /// Days of delay, and the most that the as-of date could show.
    Seen(u32, u32),
    WrongOrder,
    Unusable,
}

/// The delay of one record. Coarse dates count with the most days they allow, so that completeness is not overstated.
fn pair(start: DateCell, end: DateCell, as_of: Day) -> Pair {
    let dated = start.state == DateState::Date && end.state == DateState::Date;
    if !dated || start.lo == i32::MIN || start.lo > as_of.0 || end.lo > as_of.0 {
        return Pair::Unusable;
    }
    if end.hi < start.lo {
        return Pair::WrongOrder;
    }
    let days = |to: i32| u32::try_from(i64::from(to) - i64::from(start.lo)).unwrap_or(0);
    Pair::Seen(days(end.hi.min(as_of.0)), days(as_of.0))
}

/// The share disclosed by day.
#[derive(Clone, Debug, PartialEq)]
struct Curve {
    steps: Vec<(u32, f64)>,
    n: u64,
    within: u32,
}

impl Curve {
    /// The curve of these delays, corrected for what is not on the list yet; of records followed for a whole year
    /// where that leaves nothing to go by. `None` for too few delays.
    fn of(pairs: &[(u32, u32)]) -> Option<Self> {
        let within = longest_wait(pairs)?;
        let used = || pairs.iter().copied().filter(|(days, _)| *days <= within);
        let found = used().collect::<TruncatedTally>().distribution(LEVEL);
        if found.n < FEWEST_DELAYS {
            return None;
        }
        if !found.hole {
            let steps = found.steps.iter().map(|step| (step.days, step.share)).collect();
            return Some(Self { steps, n: found.n, within });
        }
        let window = i32::try_from(WINDOW_DAYS).unwrap_or(i32::MAX);
        let mut followed = FixedWindow::new(window);
        let small = |days: u32| i32::try_from(days).unwrap_or(i32::MAX);
        for (days, limit) in pairs {
            followed.add(Some(small(*days)), small(*limit));
        }
        if followed.n() < FEWEST_DELAYS {
            return None;
        }
        let n = followed.n();
        let by = |days: u32| Some((days, followed.share_by(small(days), LEVEL).share?));
        Some(Self { steps: (0..=WINDOW_DAYS).filter_map(by).collect(), n, within: WINDOW_DAYS })
    }

    fn share_by(&self, days: u32) -> f64 {
        let after = self.steps.partition_point(|(at, _)| *at <= days);
        after.checked_sub(1).and_then(|at| self.steps.get(at)).map_or(0.0, |(_, share)| *share)
    }

    /// Days after which a period counts as complete.
    fn wait(&self) -> u32 {
        // A share that reaches the mark but for rounding has reached it.
        let reached = |(_, share): &&(u32, f64)| *share >= COMPLETE - 1e-9;
        self.steps.iter().find(reached).map_or(self.within, |(days, _)| *days)
    }
}

/// The longest delay that is looked at: what enough records were followed for, at most [`LONGEST_WAIT`].
fn longest_wait(pairs: &[(u32, u32)]) -> Option<u32> {
    let mut limits: Vec<u32> = pairs.iter().map(|(_, limit)| *limit).collect();
    let followed = FOLLOWED.max(limits.len() / 10).min(limits.len());
    let at = limits.len().checked_sub(followed)?;
    if at >= limits.len() {
        return None;
    }
    Some((*limits.select_nth_unstable(at).1).min(LONGEST_WAIT))
}
