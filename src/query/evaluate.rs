//! Which rows of a chunk meet an expression.

use crate::frame::Snapshot;
use crate::frame::batch::Field;
use crate::frame::cell::{CountState, DateState};
use crate::frame::chunk::Chunk;
use crate::frame::columns::{CountColumn, DateColumn, Numbers, WordColumn};
use crate::frame::dictionary::Dictionary;
use crate::model::calendar::Day;
use crate::query::columns::Delay;
use crate::query::expr::{Expr, Reason, Sure};
use crate::query::inside::Inside;
use crate::query::select::{Needle, and_codes, and_lists, set};
use crate::query::selection::{Mask, STRIDE, full};

/// An expression with everything looked up that is the same for all chunks.
pub(super) enum Condition<'a> {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    /// `None` is a text that is everywhere.
    Text(Option<Box<Needle<'a>>>),
    /// Titles or keys.
    Inside(Inside),
    /// Position of the field, where any record uses it, and which codes hold; 0 is no word.
    Words(Option<usize>, Vec<bool>),
    Datasets(Vec<bool>),
    /// Ids, ascending.
    Records(Vec<u64>),
    /// Conditions on one row that need nothing looked up.
    Row(&'a Expr),
}

impl<'a> Condition<'a> {
    pub(super) fn new(snapshot: &Snapshot, expr: &'a Expr) -> Self {
        let list = |parts: &'a [Expr]| parts.iter().map(|part| Self::new(snapshot, part)).collect();
        let holds = |field: &Field| vec![false; snapshot.dictionary(field).map_or(0, Dictionary::len) + 1];
        match expr {
            Expr::All(parts) => Self::All(list(parts)),
            Expr::Any(parts) => Self::Any(list(parts)),
            Expr::Not(part) => Self::Not(Box::new(Self::new(snapshot, part))),
            Expr::Text(text) => Self::Text(Needle::phrase(snapshot, text).map(Box::new)),
            Expr::Like { field: field @ (Field::Title | Field::Key), patterns } => {
                Self::Inside(Inside::like(field, patterns))
            }
            Expr::Words { field: field @ (Field::Title | Field::Key), words } => {
                Self::Inside(Inside::exactly(field, words))
            }
            Expr::Like { field, patterns } => {
                let mut holds = holds(field);
                for pattern in patterns {
                    pattern.matcher(field).mark(snapshot.dictionary(field), &mut holds);
                }
                Self::Words(snapshot.field_index(field), holds)
            }
            Expr::Words { field, words } => {
                let mut holds = holds(field);
                let dictionary = snapshot.dictionary(field);
                for word in words {
                    let code = if word.is_empty() { Some(0) } else { dictionary.and_then(|all| all.code(word)) };
                    if let Some(slot) = code.and_then(|code| holds.get_mut(code as usize)) {
                        *slot = true;
                    }
                }
                Self::Words(snapshot.field_index(field), holds)
            }
            Expr::Datasets(wanted) => {
                Self::Datasets(snapshot.datasets().iter().map(|dataset| wanted.contains(dataset)).collect())
            }
            Expr::Records(ids) => {
                let mut ids: Vec<u64> = ids.iter().map(|id| id.0).collect();
                ids.sort_unstable();
                Self::Records(ids)
            }
            Expr::Date { .. }
            | Expr::NoDate { .. }
            | Expr::Count { .. }
            | Expr::NoCount { .. }
            | Expr::Delay { .. } => Self::Row(expr),
        }
    }

    /// Keeps the rows of a mask that hold.
    pub(super) fn keep(&self, mask: &mut Mask, chunk: &Chunk) {
        if mask.iter().all(|word| *word == 0) {
            return;
        }
        match self {
            Self::All(parts) => parts.iter().for_each(|part| part.keep(mask, chunk)),
            Self::Any(parts) => {
                let mut found = [0; STRIDE];
                for part in parts {
                    // Only rows that no part before has found are looked at.
                    let mut left = joined(*mask, &found, |asked, found| asked & !found);
                    part.keep(&mut left, chunk);
                    found = joined(found, &left, |a, b| a | b);
                }
                *mask = found;
            }
            Self::Not(part) => {
                let mut held = *mask;
                part.keep(&mut held, chunk);
                *mask = joined(*mask, &held, |asked, held| asked & !held);
            }
            Self::Text(needle) => {
                if let Some(needle) = needle {
                    needle.keep(mask, chunk);
                }
            }
            Self::Inside(inside) => inside.keep(mask, chunk),
            Self::Datasets(holds) => and_codes(mask, chunk.datasets(), holds),
            Self::Words(position, holds) => match position.and_then(|at| chunk.words(at)) {
                None if holds.first() == Some(&true) => {}
                None => *mask = [0; STRIDE],
                Some(WordColumn::One(codes)) => and_codes(mask, codes, holds),
                Some(column) => and_lists(mask, column, chunk.len(), holds),
            },
            Self::Records(ids) => {
                let held = records(chunk, ids);
                *mask = joined(*mask, &held, |a, b| a & b);
            }
            Self::Row(expr) => {
                let held = row_mask(expr, chunk);
                *mask = joined(*mask, &held, |a, b| a & b);
            }
        }
    }
}

fn joined(mut a: Mask, b: &Mask, with: impl Fn(u64, u64) -> u64) -> Mask {
    a.iter_mut().zip(b).for_each(|(a, b)| *a = with(*a, *b));
    a
}

/// Rows whose id is among these, ascending.
fn records(chunk: &Chunk, ids: &[u64]) -> Mask {
    let mut mask = [0; STRIDE];
    let ends = (chunk.id(0), chunk.len().checked_sub(1).and_then(|last| chunk.id(last)));
    let (Some(first), Some(last)) = ends else { return mask };
    let from = ids.partition_point(|id| *id < first.0);
    let to = ids.partition_point(|id| *id <= last.0);
    let mut wanted = ids.get(from..to).unwrap_or_default().iter().peekable();
    for index in 0..chunk.len() {
        let Some(id) = chunk.id(index) else { break };
        while wanted.next_if(|wanted| **wanted < id.0).is_some() {}
        match wanted.peek() {
            None => break,
            Some(wanted) if **wanted == id.0 => set(&mut mask, index),
            Some(_) => {}
        }
    }
    mask
}

/// Rows for which a condition on the row's index holds.
fn rows(chunk: &Chunk, holds: impl Fn(usize) -> bool) -> Mask {
    let mut mask = [0; STRIDE];
    for (at, word) in mask.iter_mut().enumerate().take(chunk.len().div_ceil(64)) {
        let first = at * 64;
        for index in first..(first + 64).min(chunk.len()) {
            *word |= u64::from(holds(index)) << (index - first);
        }
    }
    mask
}

/// Rows whose value meets a condition, 64 to a word.
fn bits<T: Copy>(values: &[T], holds: impl Fn(T) -> bool) -> Mask {
    let mut mask = [0; STRIDE];
    for (word, values) in mask.iter_mut().zip(values.chunks(64)) {
        *word = values.iter().enumerate().fold(0, |bits, (bit, &value)| bits | u64::from(holds(value)) << bit);
    }
    mask
}

/// Whether the interval `lo..=hi` lies, or may lie, between two ends.
fn meets<T: PartialOrd>((lo, hi): (T, T), (from, to): (T, T), how: Sure) -> bool {
    match how {
        Sure::Certain => lo >= from && hi <= to,
        Sure::Possible => from <= to && lo <= to && hi >= from,
    }
}

fn row_mask(expr: &Expr, chunk: &Chunk) -> Mask {
    let listed = |reasons: &[Reason], found: Reason| reasons.is_empty() || reasons.contains(&found);
    let nothing = [0; STRIDE];
    match expr {
        Expr::Date { event, from, to, how } => {
            let ends = (from.map_or(i32::MIN, |day| day.0), to.map_or(i32::MAX, |day| day.0));
            chunk.dates(*event).map_or(nothing, |column| dated(column, ends, *how))
        }
        Expr::NoDate { event, reasons } => match chunk.dates(*event) {
            None if listed(reasons, Reason::Blank) => full(chunk.len()),
            None => nothing,
            Some(column) => column.states().map_or(nothing, |states| {
                bits(states, |state| Reason::of_date(state).is_some_and(|found| listed(reasons, found)))
            }),
        },
        Expr::Count { measure, from, to, how } => {
            let ends = (*from, to.unwrap_or(u64::MAX));
            chunk.counts(*measure).map_or(nothing, |column| counted(column, chunk, ends, *how))
        }
        Expr::NoCount { measure, reasons } => match chunk.counts(*measure) {
            None if listed(reasons, Reason::Blank) => full(chunk.len()),
            None => nothing,
            Some(column) => column.states().map_or(nothing, |states| {
                bits(states, |state| Reason::of_count(state).is_some_and(|found| listed(reasons, found)))
            }),
        },
        Expr::Delay { ends, from, to, how } => {
            let (Some(first), Some(last)) = (chunk.dates(ends.0), chunk.dates(ends.1)) else { return nothing };
            let ends = (*from, to.unwrap_or(u32::MAX));
            // Dates after the as-of date are dates here: the condition speaks of what is written.
            rows(chunk, |index| match Delay::between(first.get(index), last.get(index), Day(i32::MAX)) {
                Delay::Known { min, max, .. } => meets((min, max.unwrap_or(u32::MAX)), ends, *how),
                _ => false,
            })
        }
        _ => nothing,
    }
}

/// Rows whose date lies, or may lie, between two days.
fn dated(column: &DateColumn, ends: (i32, i32), how: Sure) -> Mask {
    let mut mask = [0; STRIDE];
    let (lows, highs) = (column.lows().chunks(64), column.highs().chunks(64));
    for ((word, lows), highs) in mask.iter_mut().zip(lows).zip(highs) {
        for (bit, (&lo, &hi)) in lows.iter().zip(highs).enumerate() {
            *word |= u64::from(meets((lo, hi), ends, how)) << bit;
        }
    }
    match column.states() {
        Some(states) => joined(mask, &bits(states, |state| state == DateState::Date), |a, b| a & b),
        None => mask,
    }
}

/// Rows whose count lies, or may lie, between two numbers.
fn counted(column: &CountColumn, chunk: &Chunk, ends: (u64, u64), how: Sure) -> Mask {
    if !column.single_numbers() {
        return rows(chunk, |index| {
            let cell = column.get(index);
            cell.state == CountState::Count && meets((cell.lo, cell.hi), ends, how)
        });
    }
    let mask = match column.lows() {
        Numbers::Short(numbers) => bits(numbers, |number| meets((number.into(), number.into()), ends, how)),
        Numbers::Long(numbers) => bits(numbers, |number| meets((number, number), ends, how)),
    };
    match column.states() {
        Some(states) => joined(mask, &bits(states, |state| state == CountState::Count), |a, b| a & b),
        None => mask,
    }
}
