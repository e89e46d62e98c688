//! Rules over one incident: what deserves a second look. Only what is certainly wrong is called wrong: dates that
//! might be in order are left alone.

use crate::model::affected::{Amount, Unit};
use crate::model::calendar::Day;
use crate::model::count::How;
use crate::model::date::PartialDate;
use crate::model::event::{Event, EventKind, When};
use crate::model::incident::Incident;
use crate::model::problem::{Problem, ProblemKind};

/// Exact numbers of people that often stand for "not known yet".
const PLACEHOLDERS: [u64; 4] = [0, 500, 501, 999];

/// All problems of one record, in the order of its fields. `as_of` is the day to which its dataset is complete;
/// `None` leaves out what depends on it.
pub fn check(incident: &Incident, as_of: Option<Day>) -> Vec<Problem> {
    let mut problems = Vec::new();
    if incident.title.trim().is_empty() && incident.organisations.iter().all(|party| party.name.trim().is_empty()) {
        problems.push(problem("title", String::new(), ProblemKind::Nameless));
    }
    if incident.events.iter().all(|event| date_of(event).is_none()) {
        problems.push(problem("events", String::new(), ProblemKind::Undated));
    }
    dates_after_as_of(incident, as_of, &mut problems);
    events_out_of_order(&incident.events, &mut problems);
    counts(incident, &mut problems);
    problems
}

fn problem(column: &str, found: String, kind: ProblemKind) -> Problem {
    Problem { row: None, column: column.to_owned(), found, kind }
}

const fn date_of(event: &Event) -> Option<&PartialDate> {
    match &event.when {
        When::Date(date) => Some(date),
        When::NotYet | When::Missing(_) => None,
    }
}

/// Dates of events and statements that lie wholly after the as-of date.
fn dates_after_as_of(incident: &Incident, as_of: Option<Day>, problems: &mut Vec<Problem>) {
    let Some(as_of) = as_of else { return };
    let events = incident.events.iter().filter_map(|event| Some((event.kind.key(), date_of(event)?)));
    let stated = incident.affected.iter().filter_map(|affected| Some(("affected", affected.stated.as_ref()?)));
    for (column, date) in events.chain(stated) {
        if date.days().lo.is_some_and(|lo| lo > as_of) {
            problems.push(problem(column, date.as_written().to_owned(), ProblemKind::AfterAsOf));
        }
    }
}

/// The kinds of event that cannot come before this one.
pub fn must_follow(kind: EventKind) -> &'static [EventKind] {
    use EventKind as Kind;
    match kind {
        Kind::IntrusionBegan => &[
            Kind::IntrusionEnded,
            Kind::Detected,
            Kind::Aware,
            Kind::Classified,
            Kind::Contained,
            Kind::RegulatorNotified,
            Kind::CsirtTold,
            Kind::ComplaintFiled,
            Kind::PeopleTold,
            Kind::StaffTold,
            Kind::Press,
            Kind::MadePublic,
            Kind::ServiceRestored,
            Kind::InquiryOpened,
            Kind::Arrests,
            Kind::Sanction,
            Kind::Closed,
        ],
        Kind::Detected => {
            &[Kind::Aware, Kind::Classified, Kind::Contained, Kind::RegulatorNotified, Kind::PeopleTold, Kind::Closed]
        }
        // The public and the press may know before the organisation does.
        Kind::Aware => &[Kind::RegulatorNotified, Kind::PeopleTold, Kind::Closed],
        Kind::InquiryOpened => &[Kind::Sanction],
        Kind::IntrusionEnded
        | Kind::Classified
        | Kind::Contained
        | Kind::RegulatorNotified
        | Kind::CsirtTold
        | Kind::ComplaintFiled
        | Kind::PeopleTold
        | Kind::StaffTold
        | Kind::Press
        | Kind::MadePublic
        | Kind::ServiceRestored
        | Kind::Arrests
        | Kind::Sanction
        | Kind::Closed
        | Kind::Other => &[],
    }
}

/// Pairs whose order is certainly impossible, each told once.
fn events_out_of_order(events: &[Event], problems: &mut Vec<Problem>) {
    for cause in EventKind::ALL {
        for follower in must_follow(cause) {
            let (Some(first), Some(second)) = (earliest(events, cause), earliest(events, *follower)) else { continue };
            if certainly_after(first, second) {
                let found = format!("{} < {} {}", second.as_written(), cause.key(), first.as_written());
                problems.push(problem(follower.key(), found, ProblemKind::WrongOrder));
            }
        }
    }
}

/// The first event of a kind: the one that must have happened soonest.
fn earliest(events: &[Event], kind: EventKind) -> Option<&PartialDate> {
    let dates = events.iter().filter(|event| event.kind == kind).filter_map(date_of);
    dates.min_by_key(|date| (date.days().hi.map_or(i32::MAX, |hi| hi.0), date.days().lo.map_or(i32::MIN, |lo| lo.0)))
}

/// Whether every reading of `a` lies after every reading of `b`: by days as written, and by instants where both
/// state an hour and a zone.
fn certainly_after(a: &PartialDate, b: &PartialDate) -> bool {
    let by_days = matches!((a.days().lo, b.days().hi), (Some(lo), Some(hi)) if lo > hi);
    let has_zone = |date: &PartialDate| date.form().clock.is_some_and(|clock| clock.offset_minutes.is_some());
    if !has_zone(a) || !has_zone(b) {
        return by_days;
    }
    matches!((a.form().instants(None).0, b.form().instants(None).1), (Some(lo), Some(hi)) if lo > hi)
}

/// Counts with impossible bounds, and numbers that often stand for "not known yet".
fn counts(incident: &Incident, problems: &mut Vec<Problem>) {
    for affected in &incident.affected {
        let Amount::Count(count) = &affected.amount else { continue };
        let found = || count.as_written().to_owned();
        if count.hi.is_some_and(|hi| hi < count.lo) {
            problems.push(problem("affected", found(), ProblemKind::ReversedRange));
        }
        if affected.unit == Unit::People && count.how == How::Exact && PLACEHOLDERS.contains(&count.lo) {
            problems.push(problem("affected", found(), ProblemKind::Placeholder));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::affected::{Affected, Effect};
    use crate::model::count::Count;
    use crate::model::missing::Missing;

    fn event(kind: EventKind, when: When) -> Event {
        Event { kind, when, who: String::new(), words: String::new(), note: String::new(), evidence: Vec::new() }
    }

    fn incident(dates: &[(EventKind, &str)]) -> Incident {
        let when = |text: &str| When::Date(PartialDate::parse(text).expect(text));
        let events = dates.iter().map(|(kind, text)| event(*kind, when(text))).collect();
        Incident { title: "A leak".to_owned(), events, ..Incident::default() }
    }

    fn kinds(incident: &Incident, as_of: Option<Day>) -> Vec<(String, ProblemKind)> {
        check(incident, as_of).into_iter().map(|problem| (problem.column, problem.kind)).collect()
    }

    #[test]
    fn only_certain_inversions_are_told() {
        use EventKind::{Aware, Detected, IntrusionBegan, MadePublic, RegulatorNotified};
        let order = |dates: &[(EventKind, &str)]| {
            check(&incident(dates), None).into_iter().map(|problem| problem.found).collect::<Vec<_>>()
        };
        assert_eq!(
            order(&[(IntrusionBegan, "2024-03-08"), (Detected, "2024-03-07")]),
            ["2024-03-07 < intrusion_began 2024-03-08"]
        );
        for fine in [
            &[(IntrusionBegan, "2024-03"), (Detected, "2024-03-01")][..],
            &[(IntrusionBegan, "[..2024-03-08]"), (Detected, "2024-03-01")],
            &[(IntrusionBegan, "2024-03-08"), (Detected, "[2024-03-01..]")],
            &[(Aware, "2024-03-08"), (MadePublic, "2024-03-01")],
            &[(Aware, "2024-03-08T18:00"), (RegulatorNotified, "2024-03-08T17:00")],
            &[(Aware, "2024-03-08T01:00+02:00"), (RegulatorNotified, "2024-03-07T23:30Z")],
            &[(RegulatorNotified, "2024-03-01"), (RegulatorNotified, "2024-03-20"), (Aware, "2024-02-28")],
            &[(Aware, "2024-03-20"), (Aware, "2024-02-28"), (RegulatorNotified, "2024-03-01")],
        ] {
            assert_eq!(order(fine), Vec::<String>::new(), "{fine:?}");
        }
        assert_eq!(order(&[(Aware, "2024-03-08T18:00+01:00"), (RegulatorNotified, "2024-03-08T16:00Z")]).len(), 1);
        assert_eq!(
            order(&[(RegulatorNotified, "2024-03-01"), (RegulatorNotified, "2024-03-20"), (Aware, "2024-03-05")]).len(),
            1
        );
    }

    #[test]
    fn names_dates_and_the_as_of_date() {
        let blank = Incident::default();
        assert_eq!(
            kinds(&blank, None),
            [("title".to_owned(), ProblemKind::Nameless), ("events".to_owned(), ProblemKind::Undated)]
        );
        let mut waiting = incident(&[]);
        waiting.events =
            vec![event(EventKind::MadePublic, When::NotYet), event(EventKind::Aware, When::Missing(Missing::Unknown))];
        assert_eq!(kinds(&waiting, None), [("events".to_owned(), ProblemKind::Undated)]);
        let dated = incident(&[(EventKind::Aware, "2024-03"), (EventKind::Closed, "2024-04-01")]);
        let day = |text: &str| PartialDate::parse(text).ok().and_then(|date| date.days().lo);
        assert_eq!(kinds(&dated, day("2024-03-10")), [("closed".to_owned(), ProblemKind::AfterAsOf)]);
        assert_eq!(kinds(&dated, day("2024-04-01")), []);
        assert_eq!(kinds(&dated, None), []);
    }

    #[test]
    fn counts_that_deserve_a_look() {
        let mut record = incident(&[(EventKind::Aware, "2024-03")]);
        let affected = |text: &str, unit| Affected {
            amount: Amount::Count(Count::parse(text).expect(text)),
            unit,
            effect: Effect::DataExposed,
            stated: None,
            note: String::new(),
            evidence: Vec::new(),
        };
        record.affected = vec![
            affected("500", Unit::People),
            affected("500+", Unit::People),
            affected("502", Unit::People),
            affected("0", Unit::Systems),
        ];
        assert_eq!(kinds(&record, None), [("affected".to_owned(), ProblemKind::Placeholder)]);
        if let Some(Affected { amount: Amount::Count(count), .. }) = record.affected.first_mut() {
            (count.lo, count.hi) = (9, Some(3));
        }
        assert_eq!(kinds(&record, None), [("affected".to_owned(), ProblemKind::ReversedRange)]);
    }
}
