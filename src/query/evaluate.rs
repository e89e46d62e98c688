//! Which rows of a chunk meet an expression.

use crate::frame::Snapshot;
use crate::frame::chunk::Chunk;
use crate::frame::columns::WordColumn;
use crate::frame::dictionary::Dictionary;
use crate::model::calendar::Day;
use crate::query::columns::Delay;
use crate::query::expr::{Expr, Reason, Sure};
use crate::query::select::Needle;
use crate::query::selection::{Mask, STRIDE, full};

/// An expression with everything looked up that is the same for all chunks.
pub(super) enum Condition<'a> {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Text(Vec<Needle<'a>>),
    /// Position of the field, where any record uses it, and which codes hold; 0 is no word.
    Words(Option<usize>, Vec<bool>),
    Datasets(Vec<bool>),
    /// Conditions on one row that need nothing looked up.
    Row(&'a Expr),
}

impl<'a> Condition<'a> {
    pub(super) fn new(snapshot: &Snapshot, expr: &'a Expr) -> Self {
        let list = |parts: &'a [Expr]| parts.iter().map(|part| Self::new(snapshot, part)).collect();
        match expr {
            Expr::All(parts) => Self::All(list(parts)),
            Expr::Any(parts) => Self::Any(list(parts)),
            Expr::Not(part) => Self::Not(Box::new(Self::new(snapshot, part))),
            Expr::Text(text) => Self::Text(Needle::phrase(snapshot, text).into_iter().collect()),
            Expr::Like { field, patterns } => {
                let dictionary = snapshot.dictionary(field);
                let mut holds = vec![false; dictionary.map_or(0, Dictionary::len) + 1];
                for pattern in patterns {
                    pattern.matcher(field).mark(dictionary, &mut holds);
                }
                Self::Words(snapshot.field_index(field), holds)
            }
            Expr::Words { field, words } => {
                let dictionary = snapshot.dictionary(field);
                let mut holds = vec![false; dictionary.map_or(0, Dictionary::len) + 1];
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
            Expr::Date { .. }
            | Expr::NoDate { .. }
            | Expr::Count { .. }
            | Expr::NoCount { .. }
            | Expr::Delay { .. }
            | Expr::Records(_) => Self::Row(expr),
        }
    }

    /// The rows of a chunk that hold.
    pub(super) fn mask(&self, chunk: &Chunk) -> Mask {
        let all = full(chunk.len());
        match self {
            Self::All(parts) => parts.iter().fold(all, |mask, part| join(mask, &part.mask(chunk), |a, b| a & b)),
            Self::Any(parts) => {
                parts.iter().fold([0; STRIDE], |mask, part| join(mask, &part.mask(chunk), |a, b| a | b))
            }
            Self::Not(part) => join(all, &part.mask(chunk), |a, b| a & !b),
            Self::Text(needles) => {
                let mut mask = all;
                for needle in needles {
                    needle.keep(&mut mask, chunk);
                }
                mask
            }
            Self::Datasets(holds) => {
                rows(chunk, |index| holds.get(chunk.datasets().get(index) as usize).copied().unwrap_or(false))
            }
            Self::Words(position, holds) => {
                let holds = |code: u32| holds.get(code as usize).copied().unwrap_or(false);
                match position.and_then(|at| chunk.words(at)) {
                    None if holds(0) => all,
                    None => [0; STRIDE],
                    Some(WordColumn::One(codes)) => rows(chunk, |index| holds(codes.get(index))),
                    Some(column) => rows(chunk, |index| {
                        let mut codes = column.get(index).peekable();
                        if codes.peek().is_none() { holds(0) } else { codes.any(holds) }
                    }),
                }
            }
            Self::Row(expr) => rows(chunk, |index| row_meets(expr, chunk, index)),
        }
    }
}

fn join(mut a: Mask, b: &Mask, with: impl Fn(u64, u64) -> u64) -> Mask {
    a.iter_mut().zip(b).for_each(|(a, b)| *a = with(*a, *b));
    a
}

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

/// Whether the interval `lo..=hi` lies, or may lie, between two ends.
fn meets<T: PartialOrd>((lo, hi): (T, T), (from, to): (T, T), how: Sure) -> bool {
    match how {
        Sure::Certain => lo >= from && hi <= to,
        Sure::Possible => from <= to && lo <= to && hi >= from,
    }
}

fn row_meets(expr: &Expr, chunk: &Chunk, index: usize) -> bool {
    let date = |event| chunk.dates(event).map(|column| column.get(index)).unwrap_or_default();
    let count = |measure| chunk.counts(measure).map(|column| column.get(index)).unwrap_or_default();
    let listed = |reasons: &[Reason], found: Reason| reasons.is_empty() || reasons.contains(&found);
    match expr {
        Expr::Date { event, from, to, how } => {
            let cell = date(*event);
            let ends = (from.map_or(i32::MIN, |day| day.0), to.map_or(i32::MAX, |day| day.0));
            Reason::of_date(cell.state).is_none() && meets((cell.lo, cell.hi), ends, *how)
        }
        Expr::NoDate { event, reasons } => {
            Reason::of_date(date(*event).state).is_some_and(|found| listed(reasons, found))
        }
        Expr::Count { measure, from, to, how } => {
            let cell = count(*measure);
            let ends = (*from, to.unwrap_or(u64::MAX));
            Reason::of_count(cell.state).is_none() && meets((cell.lo, cell.hi), ends, *how)
        }
        Expr::NoCount { measure, reasons } => {
            Reason::of_count(count(*measure).state).is_some_and(|found| listed(reasons, found))
        }
        // Dates after the as-of date are dates here: the condition speaks of what is written.
        Expr::Delay { ends, from, to, how } => match Delay::between(date(ends.0), date(ends.1), Day(i32::MAX)) {
            Delay::Known { min, max, .. } => {
                meets((min, max.unwrap_or(u32::MAX)), (*from, to.unwrap_or(u32::MAX)), *how)
            }
            _ => false,
        },
        Expr::Records(ids) => chunk.id(index).is_some_and(|id| ids.contains(&id)),
        _ => false,
    }
}
