//! Checks of whole records while they are read, on numbers alone: the order of their dates, the as-of date, and rows
//! and keys that came before. Every reader of rows uses these, so that all of them find the same.
//!
//! What is found is a problem to look at, never a reason to set a row aside. Only what is certain is told: dates are
//! intervals, and two of them are in the wrong order when no day of one can stand before a day of the other.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashSet, FxHasher};

use crate::frame::batch::Field;
use crate::frame::cell::{DateCell, DateState};
use crate::import::limits::SEEN_ROWS;
use crate::import::read::assemble::days_text;
use crate::import::rows::{Cell, Cells, Row};
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::model::problem::ProblemKind;
use crate::model::validate::must_follow;

/// What is looked for among the dates of each record, prepared once for all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateChecks {
    /// Places of a cause and of what cannot come before it.
    pairs: Vec<(usize, usize)>,
    places: Vec<usize>,
    as_of: Option<i32>,
}

/// Something about the dates of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateFinding {
    /// Place of the column it is about.
    pub place: usize,
    /// What is the matter.
    pub kind: ProblemKind,
    /// The days it rests on: "2023-01-04 < 2023-12-21".
    pub found: String,
}

impl DateChecks {
    /// Checks of records whose columns of dates stand at these places and tell these events. `as_of` is the day to
    /// which the dataset is complete, where that is known.
    pub fn new(columns: &[(usize, EventKind)], as_of: Option<Day>) -> Self {
        let mut pairs = Vec::new();
        for (cause, kind) in columns {
            let after = |(_, follower): &&(usize, EventKind)| must_follow(*kind).contains(follower);
            pairs.extend(columns.iter().filter(after).map(|(follower, _)| (*cause, *follower)));
        }
        let places = columns.iter().map(|(place, _)| *place).collect();
        Self { pairs, places, as_of: as_of.map(|day| day.0) }
    }

    /// Whether there is anything to look for.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty() && (self.as_of.is_none() || self.places.is_empty())
    }

    /// Looks at one record; `cell` gives its date at a place.
    #[inline]
    pub fn look(&self, cell: impl Fn(usize) -> DateCell, mut found: impl FnMut(DateFinding)) {
        for &(cause, follower) in &self.pairs {
            let (first, second) = (cell(cause), cell(follower));
            if is_certainly_after(first, second) {
                let days = format!("{} < {}", days_text(second), days_text(first));
                found(DateFinding { place: follower, kind: ProblemKind::WrongOrder, found: days });
            }
        }
        let Some(as_of) = self.as_of else { return };
        for &place in &self.places {
            let date = cell(place);
            if date.state == DateState::Date && date.lo > as_of {
                found(DateFinding { place, kind: ProblemKind::AfterAsOf, found: days_text(date) });
            }
        }
    }
}

/// Whether every day of `a` lies after every day of `b`. An open end reaches as far as it can.
#[inline]
pub fn is_certainly_after(a: DateCell, b: DateCell) -> bool {
    a.state == DateState::Date && b.state == DateState::Date && a.lo > b.hi
}

/// Rows or keys that came before, as 64-bit hashes: at most [`SEEN_ROWS`], beyond which only those are recognised.
#[derive(Clone, Debug)]
pub struct Seen {
    hashes: FxHashSet<u64>,
    most: usize,
}

impl Default for Seen {
    fn default() -> Self {
        Self { hashes: FxHashSet::default(), most: SEEN_ROWS }
    }
}

impl Seen {
    /// Whether this hash came before; it is remembered while there is room. [`UNTOLD`] never did.
    #[inline]
    pub fn again(&mut self, hash: u64) -> bool {
        if hash == UNTOLD {
            return false;
        }
        if self.hashes.len() < self.most { !self.hashes.insert(hash) } else { self.hashes.contains(&hash) }
    }
}

/// The mark of a row that nothing tells from others: in a table of classes alone (a year, a sector, a band), rows that
/// are the same are different incidents.
pub const UNTOLD: u64 = 0;

/// Whether a field tells a record from others, so that the same row twice is worth a look.
pub const fn tells_apart(field: &Field) -> bool {
    matches!(
        field,
        Field::Key | Field::Title | Field::Organisation(_) | Field::Summary | Field::Description | Field::SourceAddress
    )
}

/// The hash of a row as it stands in its source: equal for rows that are the same to the last character.
#[inline]
pub fn row_hash(row: Row<'_>) -> u64 {
    let mut hasher = FxHasher::default();
    match row.cells {
        Cells::Record(cut) => hasher.write(cut.record.trim_end_matches(['\r', '\n']).as_bytes()),
        Cells::Object(cells) => {
            // Keys that later records bring are blank cells here, and so the same as none.
            let filled =
                cells.iter().enumerate().filter(|(_, cell)| !matches!(cell, Cell::Text(text) if text.is_empty()));
            for (place, cell) in filled {
                place.hash(&mut hasher);
                match cell {
                    Cell::Text(text) => text.hash(&mut hasher),
                    Cell::List(items) => items.hash(&mut hasher),
                }
            }
        }
        Cells::Broken(text) => text.hash(&mut hasher),
    }
    hasher.finish().max(UNTOLD + 1)
}

/// The hash of a source's key.
#[inline]
pub fn key_hash(key: &str) -> u64 {
    let mut hasher = FxHasher::default();
    key.hash(&mut hasher);
    hasher.finish().max(UNTOLD + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(lo: i32, hi: i32) -> DateCell {
        DateCell { lo, hi, state: DateState::Date }
    }

    fn found(checks: &DateChecks, cells: &[DateCell]) -> Vec<(usize, ProblemKind, String)> {
        let mut list = Vec::new();
        checks.look(|place| cells[place], |one| list.push((one.place, one.kind, one.found)));
        list
    }

    #[test]
    fn only_orders_that_no_day_allows_are_wrong() {
        use EventKind::{Aware, IntrusionBegan, MadePublic};
        let checks = DateChecks::new(&[(0, MadePublic), (1, IntrusionBegan), (2, Aware)], None);
        let blank = DateCell::default();
        for fine in [
            [days(10, 10), days(10, 10), blank],
            [days(10, 10), days(5, 20), days(20, 20)],
            [days(10, 10), days(i32::MIN, 40), blank],
            [days(10, i32::MAX), days(40, 40), blank],
            [blank, days(40, 40), days(60, 60)],
            [days(10, 10), DateCell { lo: 0, hi: 0, state: DateState::Unknown }, blank],
        ] {
            assert_eq!(found(&checks, &fine), [], "{fine:?}");
        }
        assert_eq!(
            found(&checks, &[days(10, 12), days(13, 13), days(12, 12)]),
            [
                (0, ProblemKind::WrongOrder, "[1970-01-11..1970-01-13] < 1970-01-14".to_owned()),
                (2, ProblemKind::WrongOrder, "1970-01-13 < 1970-01-14".to_owned()),
            ]
        );
    }

    #[test]
    fn days_after_the_as_of_date_are_told_once_a_column() {
        let columns = [(1, EventKind::Aware), (0, EventKind::Closed)];
        let checks = DateChecks::new(&columns, Some(Day(100)));
        assert!(!checks.is_empty() && DateChecks::new(&[], Some(Day(1))).is_empty());
        let list = found(&checks, &[days(101, 101), days(90, 200)]);
        assert_eq!(list, [(0, ProblemKind::AfterAsOf, "1970-04-12".to_owned())]);
    }

    #[test]
    fn rows_without_anything_of_their_own_are_never_the_same() {
        let mut seen = Seen::default();
        assert!(!seen.again(UNTOLD) && !seen.again(UNTOLD));
        assert!(tells_apart(&Field::Key) && !tells_apart(&Field::Sector));
    }

    #[test]
    fn memory_for_what_was_seen_is_bounded() {
        let mut seen = Seen { most: 3, ..Seen::default() };
        assert_eq!([1, 2, 2, 3, 4, 4, 1].map(|hash| seen.again(hash)), [false, false, true, false, false, false, true]);
        assert_eq!(seen.hashes.len(), 3);
    }

    #[test]
    fn rows_are_the_same_to_the_last_character() {
        let object = |cells: &[Cell]| row_hash(Row { number: 1, cells: Cells::Object(cells) });
        let text = |text: &str| Cell::Text(text.to_owned());
        assert_eq!(object(&[text("a"), text("")]), object(&[text("a")]));
        assert_ne!(object(&[text("a"), text("b")]), object(&[text("ab")]));
        assert_ne!(object(&[text(""), text("a")]), object(&[text("a")]));
        assert_ne!(object(&[Cell::List(vec!["a".to_owned()])]), object(&[text("a")]));
    }
}
