//! The period that a filter chooses against the same months of the year before.
//!
//! The earlier months are outside the filter, so that they are counted apart, by a filter that is alike in all else.

use crate::chart::figures::compare::{Comparison, Counted, Span, within};
use crate::chart::figures::scope::Scope;
use crate::frame::Snapshot;
use crate::model::calendar::Day;
use crate::model::period::PeriodScheme;
use crate::query::question::{Filter, Question};
use crate::query::{date_intervals, select};
use crate::stats::periods::PeriodCounter;

/// Longest period that is compared with the year before; a longer one would overlap it.
const MOST_DAYS: i64 = 366;

/// Compares the chosen period. `None` when the filter has no period, it is longer than a year, or the year before is
/// not covered whole, or more of the chosen period is still to become known.
pub fn compare(snapshot: &Snapshot, question: &Question, scope: &Scope) -> Option<Comparison> {
    let filter = &question.filter;
    if filter.from.is_none() && filter.to.is_none() {
        return None;
    }
    let (first, last) = scope.covered?;
    let kinds = [scope.year, PeriodScheme::Year, PeriodScheme::Quarter, PeriodScheme::Month, PeriodScheme::Week];
    let current = Span::between(first, last, &kinds);
    let before = Span::between(first.add_months(-12), last.plus_days(1).add_months(-12).plus_days(-1), &kinds);
    if current.days() > MOST_DAYS || scope.recent.lacking(last).is_some() || before.first < scope.data_start? {
        return None;
    }
    let (now, months_now) = count(snapshot, question, current);
    let (then, months_then) = count(snapshot, question, before);
    if now + then == 0 {
        return None;
    }
    let dispersion = within([months_then.as_slice(), months_now.as_slice()].into_iter());
    Some(Comparison::new(Counted { span: current, count: now }, Counted { span: before, count: then }, dispersion))
}

/// Records that lie in the span for certain, and by month; no months where the span is not made of at least three.
fn count(snapshot: &Snapshot, question: &Question, span: Span) -> (u64, Vec<u64>) {
    let filter = Filter { from: Some(span.first), to: Some(span.last), ..question.filter.clone() };
    let selection = select(snapshot, &filter, question.date_of, question.measure);
    let borders = months(span);
    let by_month = PeriodCounter::new(&borders, span.first.0, span.last.0).map(|mut counter| {
        for cell in date_intervals(snapshot, &selection, question.date_of) {
            counter.add(cell.lo, cell.hi);
        }
        counter.finish().periods.iter().map(|month| month.certain).collect()
    });
    (selection.len() as u64, by_month.unwrap_or_default())
}

/// First days of the months of a span, counted from its first day, and the day after it; nothing where it does not
/// end with a month.
fn months(span: Span) -> Vec<i32> {
    let end = span.last.plus_days(1);
    let borders: Vec<Day> = (0..=12).map(|month| span.first.add_months(month)).take_while(|day| *day <= end).collect();
    if borders.len() < 4 || borders.last() != Some(&end) {
        return Vec::new();
    }
    borders.into_iter().map(|day| day.0).collect()
}
