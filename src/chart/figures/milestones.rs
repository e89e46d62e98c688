//! The dates of single incidents from intrusion to public, ranked.

use std::cmp::Reverse;

use crate::chart::figures::delay_records::dated;
use crate::frame::cell::{DateCell, DateState};
use crate::frame::{RecordId, Snapshot};
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::model::validate::must_follow;
use crate::query::{Expr, Selection, parallel};

/// The events shown, in their usual order.
pub const MILESTONES: [EventKind; 6] = [
    EventKind::IntrusionBegan,
    EventKind::Detected,
    EventKind::Aware,
    EventKind::RegulatorNotified,
    EventKind::PeopleTold,
    EventKind::MadePublic,
];

/// By what incidents are ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rank {
    /// Most days from the first known event to the last, as far as the dates are sure.
    #[default]
    Total,
    /// Most days from the intrusion to its detection.
    Dwell,
    /// The last known event is the latest.
    Recent,
}

/// One incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The record.
    pub id: RecordId,
    /// What is known of each of [`MILESTONES`], in their order.
    pub events: [DateCell; 6],
    /// First and last possible day of the first known event.
    pub first: (i32, i32),
    /// Fewest and most days from the first known event to the last.
    pub total: (u32, u32),
    /// Fewest and most days from the intrusion to its detection, where both are known.
    pub dwell: Option<(u32, u32)>,
    /// A milestone that is surely before one that must come first: positions of the latter and of it in
    /// [`MILESTONES`].
    pub wrong_order: Option<(usize, usize)>,
}

/// Ranked incidents.
#[derive(Clone, Debug, PartialEq)]
pub struct MilestonesFigure {
    /// The first few by rank.
    pub cases: Vec<Case>,
    /// Records chosen.
    pub total: u64,
    /// Of them, with the dates that ranking needs.
    pub ranked: u64,
    /// Of those, with dates in an impossible order.
    pub wrong_order: u64,
}

impl MilestonesFigure {
    /// Ranks the chosen records and keeps the first `top`.
    pub fn compute(snapshot: &Snapshot, selection: &Selection, (rank, top): (Rank, usize)) -> Self {
        let parts = parallel::map_chunks(snapshot, |at, chunk| {
            let columns = MILESTONES.map(|kind| chunk.dates(kind));
            let mut part = Part::default();
            for index in selection.in_chunk(at) {
                let events = columns.map(|column| column.map(|column| column.get(index)).unwrap_or_default());
                let Some(case) = chunk.id(index).and_then(|id| Case::of(id, events)) else { continue };
                part.add(case, rank, top);
            }
            part
        });
        let mut all = Part::default();
        for part in parts {
            all.ranked += part.ranked;
            all.wrong_order += part.wrong_order;
            all.cases.extend(part.cases);
        }
        all.keep(rank, top);
        Self { cases: all.cases, total: selection.len() as u64, ranked: all.ranked, wrong_order: all.wrong_order }
    }
}

#[derive(Default)]
struct Part {
    cases: Vec<Case>,
    ranked: u64,
    wrong_order: u64,
}

impl Part {
    fn add(&mut self, case: Case, rank: Rank, top: usize) {
        if rank == Rank::Dwell && case.dwell.is_none() {
            return;
        }
        self.ranked += 1;
        self.wrong_order += u64::from(case.wrong_order.is_some());
        self.cases.push(case);
        if self.cases.len() >= 2 * top.max(16) {
            self.keep(rank, top);
        }
    }

    /// Keeps the first few; of equals the record that came first.
    fn keep(&mut self, rank: Rank, top: usize) {
        self.cases.sort_by_key(|case| (Reverse(case.height(rank)), case.id));
        self.cases.truncate(top);
    }
}

impl Case {
    /// The dates of one record; `None` with fewer than two milestones that have both ends of their dates.
    fn of(id: RecordId, events: [DateCell; 6]) -> Option<Self> {
        let known = || events.iter().filter(|cell| is_known(**cell));
        if known().count() < 2 {
            return None;
        }
        // The first of the known events lies between the earliest first day and the earliest last day of any.
        let first = (known().map(|cell| cell.lo).min()?, known().map(|cell| cell.hi).min()?);
        let last = (known().map(|cell| cell.lo).max()?, known().map(|cell| cell.hi).max()?);
        let [intrusion, detected, ..] = events;
        let dwell = (is_known(intrusion) && is_known(detected) && detected.hi >= intrusion.lo)
            .then(|| (days(intrusion.hi, detected.lo), days(intrusion.lo, detected.hi)));
        let wrong = |(at, later): (usize, &DateCell)| {
            let impossible = |(before, cell): (usize, &DateCell)| {
                (is_known(*cell) && cell.lo > later.hi && comes_first(before, at)).then_some((before, at))
            };
            events.iter().enumerate().find_map(impossible).filter(|_| is_known(*later))
        };
        Some(Self {
            id,
            events,
            first,
            total: (days(first.1, last.0), days(first.0, last.1)),
            dwell,
            wrong_order: events.iter().enumerate().find_map(wrong),
        })
    }

    /// By what it is ranked, larger first.
    fn height(&self, rank: Rank) -> i64 {
        match rank {
            Rank::Total => i64::from(self.total.0),
            Rank::Dwell => self.dwell.map_or(-1, |(low, _)| i64::from(low)),
            Rank::Recent => {
                self.events.iter().filter(|cell| is_known(**cell)).map(|cell| i64::from(cell.hi)).max().unwrap_or(-1)
            }
        }
    }

    /// Which milestones have a date with both ends: position and cell.
    pub fn known(&self) -> impl Iterator<Item = (usize, DateCell)> + '_ {
        self.events.iter().copied().enumerate().filter(|(_, cell)| is_known(*cell))
    }

    /// Whether it was still not public at the as-of date.
    pub fn not_yet_public(&self, as_of: Day) -> bool {
        let [.., public] = self.events;
        public.state == DateState::NotYet || (public.state == DateState::Date && public.lo > as_of.0)
    }
}

/// Whether the milestone at one position cannot come after the one at another. People may be told after the public
/// was, and the public may know before the organisation does.
pub fn comes_first(one: usize, other: usize) -> bool {
    let kinds = (MILESTONES.get(one), MILESTONES.get(other));
    matches!(kinds, (Some(one), Some(other)) if must_follow(*one).contains(other))
}

fn is_known(cell: DateCell) -> bool {
    cell.state == DateState::Date && cell.lo != i32::MIN && cell.hi != i32::MAX
}

fn days(from: i32, to: i32) -> u32 {
    u32::try_from(i64::from(to) - i64::from(from)).unwrap_or(0)
}

/// Records with dates of at least two milestones, or of intrusion and detection for the dwell time.
pub fn ranked(rank: Rank) -> Expr {
    let [intrusion, detected, ..] = MILESTONES;
    if rank == Rank::Dwell {
        return Expr::All(vec![dated(intrusion), dated(detected)]);
    }
    let pairs = MILESTONES.iter().enumerate().flat_map(|(at, one)| {
        let later = MILESTONES.iter().skip(at + 1);
        later.map(move |other| Expr::All(vec![dated(*one), dated(*other)]))
    });
    Expr::Any(pairs.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: DateCell = DateCell { lo: 0, hi: 0, state: DateState::Blank };

    fn case(id: u64, events: [DateCell; 6]) -> Option<Case> {
        Case::of(RecordId(id), events)
    }

    fn between(lo: i32, hi: i32) -> DateCell {
        DateCell { lo, hi, state: DateState::Date }
    }

    #[test]
    fn one_date_is_no_delay() {
        assert_eq!(case(0, [DateCell::day(3), NONE, NONE, NONE, NONE, NONE]), None);
        assert_eq!(case(0, [DateCell::day(3), between(i32::MIN, 9), NONE, NONE, NONE, NONE]), None);
    }

    #[test]
    fn coarse_dates_leave_the_total_between_two_numbers() {
        let found = case(0, [between(0, 30), NONE, DateCell::day(40), NONE, NONE, between(60, 90)]).unwrap();
        assert_eq!((found.first, found.total, found.dwell), ((0, 30), (30, 90), None));
        assert_eq!(found.wrong_order, None);
    }

    #[test]
    fn an_impossible_order_is_found_and_a_possible_one_is_not() {
        let wrong = case(0, [DateCell::day(10), DateCell::day(5), DateCell::day(20), NONE, NONE, NONE]).unwrap();
        assert_eq!((wrong.wrong_order, wrong.dwell), (Some((0, 1)), None));
        // The public may know first, and people may be told after it.
        let public = case(0, [NONE, NONE, DateCell::day(10), NONE, DateCell::day(20), DateCell::day(5)]).unwrap();
        assert_eq!(public.wrong_order, None);
        let coarse = case(0, [between(0, 30), DateCell::day(5), DateCell::day(20), NONE, NONE, NONE]).unwrap();
        assert_eq!((coarse.wrong_order, coarse.dwell), (None, Some((0, 5))));
    }

    #[test]
    fn the_longest_or_the_latest_are_kept_and_equals_stay_in_order() {
        let mut part = Part::default();
        for id in 0..100_u64 {
            let start = i32::try_from(id).unwrap();
            let length = if id % 10 == 0 { 50 } else { 5 };
            let events = [DateCell::day(start), DateCell::day(start + length), NONE, NONE, NONE, NONE];
            part.add(case(id, events).unwrap(), Rank::Total, 3);
        }
        part.keep(Rank::Total, 3);
        assert_eq!(part.cases.iter().map(|case| case.id.0).collect::<Vec<_>>(), [0, 10, 20]);
        assert_eq!(part.ranked, 100);
    }
}
