//! The records behind a bar, a bin, a word or a left-out reason.

use crate::frame::cell::{CountState, DateState};
use crate::frame::chunk::Chunk;
use crate::frame::{RecordId, Snapshot};
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::query::columns::Delay;
use crate::query::parallel;
use crate::query::selection::{Selection, each_row};

/// What the records that are asked for have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pick {
    /// The event surely took place within these days.
    Within(EventKind, Day, Day),
    /// The event may have taken place within these days, without being sure to.
    Touching(EventKind, Day, Day),
    /// The event's date has this state.
    Dated(EventKind, DateState),
    /// The lower bound of the count lies between these, both included.
    Counted((Unit, Effect), u64, u64),
    /// The count has this state.
    CountIs((Unit, Effect), CountState),
    /// The count has no upper bound.
    Unbounded((Unit, Effect)),
    /// The delay is of this kind, as of this day.
    Delayed((EventKind, EventKind), Day, DelayKind),
    /// The fewest days of the delay lie between these, both included, as of this day.
    DelayDays((EventKind, EventKind), Day, u32, u32),
}

/// Kinds of delay, without their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DelayKind {
    /// Both dates are there and in order.
    Known,
    /// Known, and the dates alone would allow fewer than 0 days.
    Clipped,
    /// The second event surely came before the first.
    Inconsistent,
    /// Not yet at the as-of date.
    Open,
    /// Does not apply.
    NotApplicable,
    /// No date of the first event, for any reason.
    NoStart,
    /// No date of the second event, for any reason.
    NoEnd,
}

impl DelayKind {
    /// Whether a delay is of this kind. A clipped delay is known too.
    pub const fn covers(self, delay: &Delay) -> bool {
        match (self, delay) {
            (Self::Clipped, Delay::Known { clipped, .. }) => *clipped,
            (Self::Known, Delay::Known { .. })
            | (Self::Inconsistent, Delay::Inconsistent)
            | (Self::Open, Delay::Open { .. })
            | (Self::NotApplicable, Delay::NotApplicable)
            | (Self::NoStart, Delay::NoStart(_))
            | (Self::NoEnd, Delay::NoEnd(_)) => true,
            _ => false,
        }
    }
}

/// Ids of the chosen records that `pick` describes, ascending.
pub fn records_of(snapshot: &Snapshot, selection: &Selection, pick: Pick) -> Vec<RecordId> {
    let parts = parallel::map_chunks(snapshot, |at, chunk| {
        let mut ids = Vec::new();
        each_row(selection, at, chunk.len(), |index| {
            if pick.covers(chunk, index) {
                ids.extend(chunk.id(index));
            }
        });
        ids
    });
    parts.concat()
}

impl Pick {
    fn covers(&self, chunk: &Chunk, index: usize) -> bool {
        let date = |kind| chunk.dates(kind).map(|column| column.get(index)).unwrap_or_default();
        let count = |measure| chunk.counts(measure).map(|column| column.get(index)).unwrap_or_default();
        match *self {
            Self::Within(kind, from, to) => {
                let cell = date(kind);
                cell.state == DateState::Date && cell.lo >= from.0 && cell.hi <= to.0
            }
            Self::Touching(kind, from, to) => {
                let cell = date(kind);
                let within = cell.lo >= from.0 && cell.hi <= to.0;
                cell.state == DateState::Date && !within && cell.hi >= from.0 && cell.lo <= to.0
            }
            Self::Dated(kind, state) => date(kind).state == state,
            Self::Counted(measure, from, to) => {
                let cell = count(measure);
                cell.state == CountState::Count && (from..=to).contains(&cell.lo)
            }
            Self::CountIs(measure, state) => count(measure).state == state,
            Self::Unbounded(measure) => {
                let cell = count(measure);
                cell.state == CountState::Count && cell.hi == u64::MAX
            }
            Self::Delayed(ends, as_of, kind) => kind.covers(&Delay::between(date(ends.0), date(ends.1), as_of)),
            Self::DelayDays(ends, as_of, from, to) => match Delay::between(date(ends.0), date(ends.1), as_of) {
                Delay::Known { min, .. } => (from..=to).contains(&min),
                _ => false,
            },
        }
    }
}
