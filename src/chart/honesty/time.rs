//! Periods: are they whole, are they all there, are they alike?

use crate::chart::honesty::bins::bars;
use crate::chart::honesty::{Caution, Repair, Rule, Subject};
use crate::chart::model::{ChartKey, Direction, Scale};
use crate::chart::words;
use crate::frame::cell::DateState;
use crate::model::calendar::Day;
use crate::model::event::EventKind;
use crate::query::question::Filter;
use crate::query::{Expr, date_intervals, select};
use crate::text::tr;

/// Records that would have come at the usual pace since the last one; from so many on their absence is no chance
/// (fewer than one in a thousand quiet stretches are that long).
const MISSED: f64 = 7.0;

/// A period that reaches beyond the data and is drawn like a whole one, or data that ends long before it is said to.
pub(super) fn partial_unmarked(subject: &Subject<'_>) -> Option<Caution> {
    let end = f64::from(subject.scope.as_of.0) + 1.0;
    let is_time = subject.model.x.scale == Scale::Time;
    let unmarked = |bar: &&crate::chart::model::Bar| !bar.partial && bar.at + bar.width / 2.0 > end + 0.5;
    if is_time && bars(subject, Direction::Up).any(|bar| unmarked(&bar)) {
        return Some(Caution {
            figure: 0,
            rule: Rule::PartialUnmarked,
            why: subject.say("honesty-partial-unmarked-why", &[]),
            records: None,
            repair: None,
        });
    }
    if subject.is_about_delays() { None } else { ends_early(subject) }
}

/// The last record lies so long before the as-of date that the data seems to end with it.
fn ends_early(subject: &Subject<'_>) -> Option<Caution> {
    let [dataset] = subject.datasets else { return None };
    let question = subject.question;
    let everything = Filter { datasets: vec![dataset.id], ..Filter::default() };
    let all = select(subject.snapshot, &everything, question.date_of, question.measure);
    let cells = date_intervals(subject.snapshot, &all, question.date_of);
    let dated = || cells.iter().filter(|cell| cell.state == DateState::Date && cell.hi != i32::MAX);
    let last = dated().map(|cell| cell.hi).filter(|day| *day <= question.as_of.0).max()?;
    let in_last_year = dated().filter(|cell| cell.lo > last - 365 && cell.hi <= last).count();
    let missed = in_last_year as f64 / 365.0 * f64::from(question.as_of.0 - last);
    if missed < MISSED {
        return None;
    }
    let day = |day: Day| words::day(subject.lang, day).into();
    let args = [("asof", day(question.as_of)), ("last", day(Day(last))), ("expected", (missed.round() as u64).into())];
    let label = subject.say("honesty-repair-as-of", &[("day", day(Day(last)))]);
    Some(Caution {
        figure: 0,
        rule: Rule::PartialUnmarked,
        why: subject.say("honesty-partial-unmarked-end", &args),
        records: None,
        repair: Some((label, Repair::AsOf(dataset.id, Day(last)))),
    })
}

/// Gaps between bars, and periods asked for of which it is not known whether anything was collected.
pub(super) fn empty_periods_dropped(subject: &Subject<'_>) -> Option<Caution> {
    if subject.model.x.scale != Scale::Time {
        return None;
    }
    let mut edges: Vec<(f64, f64)> =
        bars(subject, Direction::Up).map(|bar| (bar.at - bar.width / 2.0, bar.at + bar.width / 2.0)).collect();
    edges.sort_by(|a, b| a.0.total_cmp(&b.0));
    let has_gap = edges.windows(2).any(|pair| matches!(pair, [(_, end), (start, _)] if start - end > 1.5));
    if has_gap {
        return Some(Caution {
            figure: 0,
            rule: Rule::EmptyPeriodsDropped,
            why: subject.say("honesty-empty-periods-dropped-why", &[]),
            records: None,
            repair: None,
        });
    }
    let (question, scope) = (subject.question, subject.scope);
    let (from, start) = (question.filter.from?, scope.data_start?);
    if question.coverage_start.is_some() || from >= start {
        return None;
    }
    let missing = scope.scheme.span(from, start.plus_days(-1)).count() as u64;
    let day = words::day(subject.lang, start);
    let args = [("count", missing.into()), ("day", day.clone().into())];
    let label = subject.say("honesty-repair-from", &[("day", day.into())]);
    Some(Caution {
        figure: 0,
        rule: Rule::EmptyPeriodsDropped,
        why: subject.say("honesty-empty-periods-dropped-before", &args),
        records: None,
        repair: Some((label, Repair::Range(Some(start), question.filter.to))),
    })
}

/// A filter that cuts the first or the last period of a chart over time.
pub(super) fn unequal_periods(subject: &Subject<'_>) -> Option<Caution> {
    if subject.model.x.scale != Scale::Time && !matches!(subject.key, ChartKey::YearMonth | ChartKey::YearGroup) {
        return None;
    }
    let (filter, scope) = (&subject.question.filter, subject.scope);
    let (first, last) = scope.covered?;
    let cut_first = filter.from.filter(|from| *from == first && scope.scheme.containing(first).first_day() != first);
    let cut_last = filter.to.filter(|to| *to == last && scope.scheme.containing(last).last_day() != last);
    if cut_first.is_none() && cut_last.is_none() {
        return None;
    }
    let (opening, closing) = (scope.scheme.containing(first), scope.scheme.containing(last));
    // Whole periods inside what was asked, or where there are none the whole ones around it.
    let from = cut_first.map(|_| opening.following().first_day()).or(filter.from);
    let to = cut_last.map(|_| closing.first_day().plus_days(-1)).or(filter.to);
    let inside = from.zip(to).is_none_or(|(from, to)| from <= to);
    let (from, to) = if inside {
        (from, to)
    } else {
        (filter.from.map(|_| opening.first_day()), filter.to.map(|_| closing.last_day()))
    };
    let named = if cut_first.is_some() { opening } else { closing };
    let which = match (cut_first.is_some(), cut_last.is_some() && opening != closing) {
        (true, true) => "both",
        (true, false) => "first",
        _ => "last",
    };
    let args = [
        ("which", which.into()),
        ("period", words::period(subject.lang, named).into()),
        ("other", words::period(subject.lang, closing).into()),
    ];
    Some(Caution {
        figure: 0,
        rule: Rule::UnequalPeriods,
        why: subject.say("honesty-unequal-periods-why", &args),
        records: None,
        repair: Some((subject.say("honesty-repair-whole", &[]), Repair::Range(from, to))),
    })
}

/// A condition on the date of another event: the axis then shows when it lets records through, not when there were
/// fewer.
pub(super) fn other_date(subject: &Subject<'_>) -> Option<Caution> {
    let question = subject.question;
    if !is_by_the_axis(subject) || subject.model.empty.is_some() {
        return None;
    }
    let axis = question.date_of;
    let of_another = |part: &&Expr| EventKind::ALL.into_iter().any(|event| event != axis && bounds(part, event));
    let parts = question.filter.expr.parts();
    let event = parts
        .iter()
        .find(of_another)
        .and_then(|part| EventKind::ALL.into_iter().find(|event| *event != axis && bounds(part, *event)))?;
    let kept: Vec<Expr> = parts.iter().filter(|part| !of_another(part)).cloned().collect();
    let without = Filter { expr: Expr::All(kept), ..question.filter.clone() };
    let all = select(subject.snapshot, &without, axis, question.measure);
    let (first, last) = subject.scope.covered?;
    let on_axis = |selection| {
        let cells = date_intervals(subject.snapshot, selection, axis);
        let meets = |lo: i32, hi: i32| lo <= last.0 && hi >= first.0 && hi != i32::MAX;
        cells.iter().filter(|cell| cell.state == DateState::Date && meets(cell.lo, cell.hi)).count()
    };
    let left_out = on_axis(&all).saturating_sub(on_axis(subject.selection)) as u64;
    if left_out == 0 {
        return None;
    }
    let name = |event: EventKind| tr(subject.lang, &format!("event-{}", event.key()));
    let args = [("event", name(event).into()), ("axis", name(axis).into()), ("count", left_out.into())];
    let label = subject.say("honesty-repair-date-of", &[("event", name(event).into())]);
    Some(Caution {
        figure: 0,
        rule: Rule::OtherDate,
        why: subject.say("honesty-other-date-why", &args),
        records: None,
        repair: Some((label, Repair::DateOf(event))),
    })
}

/// Whether the figure's time is that of the question: some follow events of their own.
fn is_by_the_axis(subject: &Subject<'_>) -> bool {
    let own = matches!(subject.key, ChartKey::Nowcast | ChartKey::DelayCohorts | ChartKey::Milestones);
    let without_axis =
        matches!(subject.key, ChartKey::YearMonth | ChartKey::YearGroup | ChartKey::Season | ChartKey::ComparePeriods);
    !own && (subject.model.x.scale == Scale::Time || without_axis)
}

/// Whether a condition asks that an event lies before, after or between days.
fn bounds(part: &Expr, of: EventKind) -> bool {
    match part {
        Expr::All(parts) | Expr::Any(parts) => parts.iter().any(|part| bounds(part, of)),
        Expr::Not(part) => bounds(part, of),
        Expr::Date { event, from, to, .. } => *event == of && (from.is_some() || to.is_some()),
        _ => false,
    }
}
