//! Marks as conditions: what a filter must say so that only the records behind these marks are left.

use crate::chart::records::{RecordsKey, SizeBin};
use crate::model::affected::{Effect, Unit};
use crate::model::calendar::Day;
use crate::query::expr::{Expr, Reason, Sure};
use crate::query::question::Question;

/// The condition that a record meets when it is behind one of these marks, for the question that the figure answers.
/// `None` where a mark has no condition of its own and its records have to be named one by one.
///
/// Dates and delays count when they possibly lie there, as they do in the lists behind the marks; stretches that touch
/// become one. A delay from coarse dates is behind a mark by its fewest days, and meets the condition when it may lie
/// between the two.
pub fn condition(keys: &[RecordsKey], question: &Question) -> Option<Expr> {
    let mut stretches: Vec<(Day, Day)> = Vec::new();
    let mut parts: Vec<Expr> = Vec::new();
    for key in keys {
        match key {
            RecordsKey::Period { first, last } => stretches.push((*first, *last)),
            other => {
                let part = one(other, question)?;
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
        }
    }
    stretches.sort_unstable();
    let mut joined: Vec<(Day, Day)> = Vec::new();
    for (first, last) in stretches {
        match joined.last_mut() {
            Some((_, end)) if first.0 <= end.0.saturating_add(1) => *end = (*end).max(last),
            _ => joined.push((first, last)),
        }
    }
    let dates = joined.into_iter().map(|(first, last)| Expr::Date {
        event: question.date_of,
        from: Some(first),
        to: Some(last),
        how: Sure::Possible,
    });
    parts.splice(0..0, dates);
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(Expr::Any(parts)),
    }
}

fn one(key: &RecordsKey, question: &Question) -> Option<Expr> {
    match key {
        RecordsKey::One(id) => Some(Expr::Records(vec![*id])),
        RecordsKey::Where(expr) => Some(expr.clone()),
        RecordsKey::Undated(event) => Some(Expr::NoDate { event: *event, reasons: Vec::new() }),
        RecordsKey::Size(bin) => Some(size(*bin, question.measure)),
        RecordsKey::DelayBetween { from, to } => {
            Some(Expr::Delay { ends: question.delay, from: *from, to: *to, how: Sure::Possible })
        }
        _ => None,
    }
}

/// Reasons for which a count stands in the bar of unknown numbers.
const UNKNOWN: [Reason; 4] = [Reason::Blank, Reason::Unknown, Reason::NotStated, Reason::Withheld];

fn size(bin: SizeBin, measure: (Unit, Effect)) -> Expr {
    match bin {
        SizeBin::Unknown => Expr::NoCount { measure, reasons: UNKNOWN.into() },
        SizeBin::Zero => Expr::Count { measure, from: 0, to: Some(0), how: Sure::Certain },
        SizeBin::PowerOfTen(power) => power_of_ten(power, measure),
        // What has a count and stands in no other bar.
        SizeBin::Imprecise => {
            let mut others = vec![Expr::NoCount { measure, reasons: Vec::new() }, size(SizeBin::Zero, measure)];
            others.extend((0..=19).map(|power| power_of_ten(power, measure)));
            Expr::Not(Box::new(Expr::Any(others)))
        }
    }
}

/// Counts with this many digits after the first; those without an upper bound are in no such bar.
fn power_of_ten(power: u8, measure: (Unit, Effect)) -> Expr {
    let from = 10_u64.saturating_pow(u32::from(power));
    let to = 10_u64.checked_pow(u32::from(power) + 1).map_or(u64::MAX - 1, |next| next - 1);
    Expr::Count { measure, from, to: Some(to), how: Sure::Certain }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::figures::behind::records_behind;
    use crate::frame::cell::{CountCell, CountState, DateCell, DateState};
    use crate::frame::{FrameBuilder, RecordId, RowValues, Snapshot};
    use crate::model::event::EventKind;
    use crate::query::first::first_question;
    use crate::query::question::Filter;
    use crate::query::select;
    use proptest::prelude::*;
    use uuid::Uuid;

    const PEOPLE: (Unit, Effect) = (Unit::People, Effect::DataExposed);

    fn frame(rows: &[(i32, i32, CountCell)]) -> Snapshot {
        let mut builder = FrameBuilder::new(Uuid::nil());
        for (id, (day, long, count)) in (1..).zip(rows) {
            let mut row = RowValues::default();
            let date = DateCell { lo: *day, hi: day + long, state: DateState::Date };
            row.dates.insert(EventKind::MadePublic, date);
            row.dates.insert(EventKind::Aware, DateCell { lo: day - 20, hi: day - 20, state: DateState::Date });
            row.counts.insert(PEOPLE, *count);
            builder.push_row(RecordId(id), &row).expect("ids grow");
        }
        builder.finish()
    }

    fn counts() -> impl Strategy<Value = CountCell> {
        let state = |state| CountCell { state, ..CountCell::default() };
        prop_oneof![
            (0..2_000_000_u64).prop_map(CountCell::exact),
            (0..5_000_u64, 0..50_000_u64).prop_map(|(lo, more)| CountCell { hi: lo + more, ..CountCell::exact(lo) }),
            (0..5_000_u64).prop_map(|lo| CountCell { hi: u64::MAX, ..CountCell::exact(lo) }),
            Just(CountCell::exact(u64::MAX - 1)),
            Just(state(CountState::Unknown)),
            Just(state(CountState::NoneIdentified)),
            Just(state(CountState::Blank)),
        ]
    }

    fn meeting(snapshot: &Snapshot, expr: Expr, question: &Question) -> Vec<RecordId> {
        let filter = Filter { expr, ..Filter::default() };
        let chosen = select(snapshot, &filter, question.date_of, question.measure);
        let everything = Question { filter, ..question.clone() };
        let ids = records_behind(snapshot, &everything, &RecordsKey::All);
        assert_eq!(ids.len(), chosen.len());
        ids
    }

    proptest! {
        #[test]
        fn the_condition_chooses_the_records_behind_the_marks(
            rows in proptest::collection::vec((0..900_i32, 0..60_i32, counts()), 1..60)
        ) {
            let snapshot = frame(&rows);
            let mut question = first_question(&snapshot, &[], Day(1_000));
            question.date_of = EventKind::MadePublic;
            question.measure = PEOPLE;
            let mut sets: Vec<Vec<RecordsKey>> = [SizeBin::Unknown, SizeBin::Zero, SizeBin::Imprecise]
                .into_iter()
                .chain((0..=19).map(SizeBin::PowerOfTen))
                .map(|bin| vec![RecordsKey::Size(bin)])
                .collect();
            let month = |first: i32| RecordsKey::Period { first: Day(first), last: Day(first + 29) };
            sets.push(vec![month(30), month(0), month(300)]);
            sets.push(vec![RecordsKey::Size(SizeBin::Zero), RecordsKey::Size(SizeBin::PowerOfTen(4))]);
            sets.push(vec![RecordsKey::One(RecordId(1))]);
            for keys in sets {
                let expr = condition(&keys, &question).expect("each has a condition");
                let mut behind: Vec<RecordId> =
                    keys.iter().flat_map(|key| records_behind(&snapshot, &question, key)).collect();
                behind.sort_unstable();
                behind.dedup();
                prop_assert_eq!(meeting(&snapshot, expr, &question), behind, "{:?}", keys);
            }
        }
    }

    #[test]
    fn stretches_that_touch_become_one() {
        let question = first_question(&frame(&[]), &[], Day(0));
        let period = |first: i32, last: i32| RecordsKey::Period { first: Day(first), last: Day(last) };
        let found = condition(&[period(31, 58), period(0, 30)], &question);
        let Some(Expr::Date { from, to, .. }) = found else { panic!("one stretch: {found:?}") };
        assert_eq!((from, to), (Some(Day(0)), Some(Day(58))));
        let apart = condition(&[period(0, 30), period(59, 90)], &question);
        assert!(matches!(apart, Some(Expr::Any(parts)) if parts.len() == 2));
        assert_eq!(condition(&[], &question), None);
        assert_eq!(condition(&[RecordsKey::Open], &question), None, "has to be named one by one");
    }
}
