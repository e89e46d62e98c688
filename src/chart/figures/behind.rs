//! The records behind a bar, a point or a left-out count.

use crate::chart::figures::delay::{Placed, place};
use crate::chart::figures::scope::Scope;
use crate::chart::figures::sizes;
use crate::chart::records::RecordsKey;
use crate::frame::cell::{CountCell, CountState, DateCell, DateState};
use crate::frame::chunk::Chunk;
use crate::frame::{RecordId, Snapshot};
use crate::model::calendar::Day;
use crate::model::period::PeriodScheme;
use crate::query::question::{Filter, Question};
use crate::query::{parallel, select};
use crate::stats::survival::Outcome;

/// The records that a key names, ascending, for the question that the figure answered.
pub fn records_behind(snapshot: &Snapshot, question: &Question, key: &RecordsKey) -> Vec<RecordId> {
    let mut selection = select(snapshot, &question.filter, question.date_of, question.measure);
    if let RecordsKey::Where(expr) = key {
        let meeting = Filter { expr: expr.clone(), ..Filter::default() };
        selection = selection.and(&select(snapshot, &meeting, question.date_of, question.measure));
    }
    if let RecordsKey::Chosen(filter) = key {
        selection = select(snapshot, filter, question.date_of, question.measure);
    }
    let scope = Scope::of(snapshot, &selection, question);
    let others: Vec<_> = snapshot.measures().into_iter().filter(|other| *other != question.measure).collect();
    let holds = |chunk: &Chunk, index: usize| {
        let date = |kind| chunk.dates(kind).map(|column| column.get(index)).unwrap_or_default();
        let count = |measure| chunk.counts(measure).map(|column| column.get(index)).unwrap_or_default();
        match key {
            RecordsKey::All | RecordsKey::Where(_) | RecordsKey::Chosen(_) => true,
            RecordsKey::One(id) => chunk.id(index) == Some(*id),
            RecordsKey::Period { first, last } => meets(date(question.date_of), (first.0, last.0)),
            RecordsKey::Undated(kind) => {
                let cell: DateCell = date(*kind);
                cell.state != DateState::Date || (cell.lo == i32::MIN && cell.hi == i32::MAX)
            }
            RecordsKey::OutsideCoverage => {
                let cell: DateCell = date(question.date_of);
                let covered = scope.covered.map(|(first, last)| (first.0, last.0));
                cell.state == DateState::Date && !covered.is_some_and(|covered| meets(cell, covered))
            }
            RecordsKey::Coarse(scheme) => {
                let cell: DateCell = date(question.date_of);
                let covered = scope.covered.map(|(first, last)| (first.0, last.0));
                let closed = cell.lo != i32::MIN && cell.hi != i32::MAX;
                closed && covered.is_some_and(|covered| meets(cell, covered)) && !in_one(*scheme, cell)
            }
            RecordsKey::Size(bin) => sizes::bin(count(question.measure)) == Some(*bin),
            RecordsKey::Unbounded => {
                let cell: CountCell = count(question.measure);
                cell.state == CountState::Count && cell.hi == u64::MAX
            }
            RecordsKey::OtherMeasure => others.iter().any(|other| count(*other).state == CountState::Count),
            RecordsKey::Delay(gap) => placed(chunk, index, question) == Placed::Left(*gap),
            RecordsKey::Open => {
                matches!(placed(chunk, index, question), Placed::Used { outcome: Outcome::Censored, .. })
            }
            RecordsKey::DelayBetween { from, to } => match placed(chunk, index, question) {
                Placed::Used { min, outcome: Outcome::Event, .. } => min >= *from && to.is_none_or(|to| min <= to),
                _ => false,
            },
        }
    };
    let parts = parallel::map_chunks(snapshot, |at, chunk| {
        let chosen = selection.in_chunk(at).filter(|index| holds(chunk, *index));
        chosen.filter_map(|index| chunk.id(index)).collect::<Vec<_>>()
    });
    parts.concat()
}

/// Whether a date meets a stretch of days.
fn meets(cell: DateCell, (first, last): (i32, i32)) -> bool {
    cell.state == DateState::Date
        && cell.hi >= first
        && cell.lo <= last
        && !(cell.lo == i32::MIN && cell.hi == i32::MAX)
}

/// Whether a date lies in one period for certain.
fn in_one(scheme: PeriodScheme, cell: DateCell) -> bool {
    Day(cell.hi) <= scheme.containing(Day(cell.lo)).last_day()
}

fn placed(chunk: &Chunk, index: usize, question: &Question) -> Placed {
    let date = |kind| chunk.dates(kind).map(|column| column.get(index)).unwrap_or_default();
    place(date(question.delay.0), date(question.delay.1), question.mechanism, question.as_of)
}
