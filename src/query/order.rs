//! Orders of the records table: row numbers sorted by a column. To be run off the window's thread.

use std::cmp::Ordering;

use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::frame::cell::{CountState, DateState};
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::query::cancel;
use crate::query::columns::Delay;
use crate::query::selection::Selection;

/// The column to sort by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The order in which records were added.
    Added,
    /// Title, letter case and accents aside.
    Title,
    /// The source's key; numbers as numbers.
    Key,
    /// The first word of a field, letter case and accents aside.
    Word(Field),
    /// First possible day, then last.
    Date(EventKind),
    /// Lower bound, then upper.
    Count((Unit, Effect)),
    /// Dataset, in the order in which datasets were added.
    Dataset,
    /// Days from the first event to the second, fewest and then most; as of this day.
    Delay((EventKind, EventKind), Day),
}

/// The direction of an order. Records without a value come last either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Smallest first.
    #[default]
    Up,
    /// Largest first.
    Down,
}

/// Rows of the chosen records in an order; equal ones in the order in which they were added.
pub fn order(snapshot: &Snapshot, selection: &Selection, by: &SortBy, direction: Direction) -> Vec<u32> {
    match by {
        SortBy::Added => {
            let mut rows: Vec<u32> = selection.rows(snapshot).map(|row| row as u32).collect();
            if direction == Direction::Down {
                rows.reverse();
            }
            rows
        }
        SortBy::Title => by_text(snapshot, selection, direction, |chunk, index| {
            chunk.titles().map_or("", |titles| titles.get(index))
        }),
        SortBy::Key => by_key(snapshot, selection, direction),
        SortBy::Word(field) => by_word(snapshot, selection, field, direction),
        SortBy::Date(kind) => by_number(snapshot, selection, direction, |chunk, index| {
            let cell = chunk.dates(*kind)?.get(index);
            (cell.state == DateState::Date).then_some((i64::from(cell.lo), i64::from(cell.hi)))
        }),
        SortBy::Count(measure) => by_number(snapshot, selection, direction, |chunk, index| {
            let cell = chunk.counts(*measure)?.get(index);
            (cell.state == CountState::Count).then_some((cell.lo, cell.hi))
        }),
        SortBy::Dataset => by_number(snapshot, selection, direction, |chunk, index| Some(chunk.datasets().get(index))),
        SortBy::Delay(ends, as_of) => by_number(snapshot, selection, direction, |chunk, index| {
            let (start, end) = (chunk.dates(ends.0)?.get(index), chunk.dates(ends.1)?.get(index));
            match Delay::between(start, end, *as_of) {
                Delay::Known { min, max, .. } => Some((min, max.unwrap_or(u32::MAX))),
                _ => None,
            }
        }),
    }
}

type ChunkRow<'a, T> = dyn Fn(&'a crate::frame::chunk::Chunk, usize) -> T + 'a;

/// Sorts by a number; `None` last.
fn by_number<'a, N: Ord + Copy>(
    snapshot: &'a Snapshot,
    selection: &Selection,
    direction: Direction,
    value: impl Fn(&'a crate::frame::chunk::Chunk, usize) -> Option<N> + 'a,
) -> Vec<u32> {
    let (mut rows, mut last) = (Vec::with_capacity(selection.len()), Vec::new());
    for (at, chunk) in snapshot.chunks().iter().enumerate() {
        let start = snapshot.chunk_start(at);
        for index in selection.in_chunk(at) {
            match value(chunk, index) {
                Some(number) => rows.push((number, (start + index) as u32)),
                None => last.push((start + index) as u32),
            }
        }
    }
    sort_directed(&mut rows, direction, |(a, _), (b, _)| a.cmp(b), |row| row.1);
    rows.into_iter().map(|(_, row)| row).chain(last).collect()
}

/// Sorts by a text; empty ones last. The first eight bytes are compared as one number before the texts are looked at.
fn by_text<'a>(
    snapshot: &'a Snapshot,
    selection: &Selection,
    direction: Direction,
    value: impl Fn(&'a crate::frame::chunk::Chunk, usize) -> &'a str + 'a,
) -> Vec<u32> {
    let value: &ChunkRow<'a, &'a str> = &value;
    let (mut rows, mut last) = (Vec::with_capacity(selection.len()), Vec::new());
    for (at, chunk) in snapshot.chunks().iter().enumerate() {
        let start = snapshot.chunk_start(at);
        for index in selection.in_chunk(at) {
            let text = value(chunk, index);
            if text.is_empty() {
                last.push((start + index) as u32);
            } else {
                rows.push((prefix(text), text, (start + index) as u32));
            }
        }
    }
    let compare = |a: &(u64, &str, u32), b: &(u64, &str, u32)| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1));
    sort_directed(&mut rows, direction, compare, |row| row.2);
    rows.into_iter().map(|(_, _, row)| row).chain(last).collect()
}

fn sort_directed<T>(
    rows: &mut [T],
    direction: Direction,
    compare: impl Fn(&T, &T) -> Ordering,
    row: impl Fn(&T) -> u32,
) {
    let flag = cancel::flag();
    let compare = |a: &T, b: &T| {
        cancel::look(flag.as_ref());
        compare(a, b)
    };
    match direction {
        Direction::Up => rows.sort_unstable_by(|a, b| compare(a, b).then(row(a).cmp(&row(b)))),
        Direction::Down => rows.sort_unstable_by(|a, b| compare(b, a).then(row(a).cmp(&row(b)))),
    }
}

/// The first eight bytes as a number that compares as they do.
fn prefix(text: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(text.bytes()).for_each(|(slot, byte)| *slot = byte);
    u64::from_be_bytes(bytes)
}

/// Sorts by key: whole numbers first and as numbers, then other keys as text, then records without a key.
fn by_key(snapshot: &Snapshot, selection: &Selection, direction: Direction) -> Vec<u32> {
    let (mut rows, mut last) = (Vec::with_capacity(selection.len()), Vec::new());
    for (at, chunk) in snapshot.chunks().iter().enumerate() {
        let start = snapshot.chunk_start(at);
        for index in selection.in_chunk(at) {
            let key = chunk.keys().map_or("", |keys| keys.get(index));
            let row = (start + index) as u32;
            if key.is_empty() {
                last.push(row);
            } else {
                rows.push((key.parse().unwrap_or(u64::MAX), key, row));
            }
        }
    }
    let compare = |a: &(u64, &str, u32), b: &(u64, &str, u32)| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1));
    sort_directed(&mut rows, direction, compare, |row| row.2);
    rows.into_iter().map(|(_, _, row)| row).chain(last).collect()
}

/// The words of a field that has an order of its own, smallest first; other words follow in the order of letters.
fn scale(field: &Field) -> &'static [&'static str] {
    match field {
        Field::Severity => &["low", "medium", "high", "critical"],
        Field::Status => &["suspected", "open", "contained", "closed", "false_alarm"],
        _ => &[],
    }
}

/// Sorts by the rank of the first word: the dictionary is sorted, not the rows' texts.
fn by_word(snapshot: &Snapshot, selection: &Selection, field: &Field, direction: Direction) -> Vec<u32> {
    let (Some(position), Some(words)) = (snapshot.field_index(field), snapshot.dictionary(field)) else {
        return order(snapshot, selection, &SortBy::Added, Direction::Up);
    };
    let mut codes: Vec<u32> = (1..=words.len() as u32).collect();
    codes.sort_by_cached_key(|code| prefix(words.folded(*code)));
    let step = |code: u32| scale(field).iter().position(|word| *word == words.word(code)).unwrap_or(usize::MAX);
    codes.sort_by(|a, b| step(*a).cmp(&step(*b)).then_with(|| words.folded(*a).cmp(words.folded(*b))));
    let mut ranks = vec![0u32; words.len() + 1];
    for (rank, code) in codes.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(code as usize) {
            *slot = rank as u32;
        }
    }
    by_number(snapshot, selection, direction, |chunk, index| {
        let code = chunk.words(position)?.get(index).next()?;
        ranks.get(code as usize).copied()
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::frame::cell::{CountCell, DateCell};
    use crate::frame::{FrameBuilder, RecordId, RowValues};

    #[test]
    fn every_column_sorts_both_ways_with_the_empty_last() {
        let mut builder = FrameBuilder::new(Uuid::nil());
        let rows =
            [("Éclair", "10", "b", 5, 7), ("zoo", "9", "", 5, 3), ("", "A1", "a", 0, 0), ("eclair 2", "", "Á", 9, 3)];
        for (index, (title, key, sector, day, people)) in rows.into_iter().enumerate() {
            let mut row = RowValues { title: title.into(), key: key.into(), ..RowValues::default() };
            row.add_word(Field::Sector, sector);
            row.add_word(Field::Severity, ["medium", "low", "", "critical"][index]);
            if index % 3 == 0 {
                row.dates.insert(EventKind::Closed, DateCell::day(20));
            }
            if day > 0 {
                row.dates.insert(EventKind::Aware, DateCell::day(day));
                row.counts.insert((Unit::People, Effect::DataExposed), CountCell::exact(people));
            }
            builder.push_row(RecordId(index as u64 + 1), &row).unwrap();
        }
        let snapshot = builder.finish();
        let all = Selection::all(&snapshot);
        for (by, up, down) in [
            (SortBy::Added, [0, 1, 2, 3], [3, 2, 1, 0]),
            (SortBy::Title, [0, 3, 1, 2], [1, 3, 0, 2]),
            (SortBy::Key, [1, 0, 2, 3], [2, 0, 1, 3]),
            (SortBy::Word(Field::Sector), [2, 3, 0, 1], [0, 3, 2, 1]),
            (SortBy::Date(EventKind::Aware), [0, 1, 3, 2], [3, 0, 1, 2]),
            (SortBy::Count((Unit::People, Effect::DataExposed)), [1, 3, 0, 2], [0, 1, 3, 2]),
            (SortBy::Word(Field::Severity), [1, 0, 3, 2], [3, 0, 1, 2]),
            (SortBy::Delay((EventKind::Aware, EventKind::Closed), Day(30)), [3, 0, 1, 2], [0, 3, 1, 2]),
        ] {
            assert_eq!(order(&snapshot, &all, &by, Direction::Up), up, "{by:?} up");
            assert_eq!(order(&snapshot, &all, &by, Direction::Down), down, "{by:?} down");
        }
    }
}
