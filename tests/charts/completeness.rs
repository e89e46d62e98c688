//! The false fall at the right edge of a list charted by an earlier event: found, hatched and in no comparison.

use vigie::chart::figures::Overview;
use vigie::chart::figures::compare::Verdict;
use vigie::chart::figures::completeness::Recent;
use vigie::chart::findings;
use vigie::chart::words::Context;
use vigie::frame::cell::{DateCell, DateState};
use vigie::frame::{RowValues, Snapshot};
use vigie::model::calendar::Day;
use vigie::model::dataset::Mechanism;
use vigie::model::event::EventKind::{Aware, IntrusionBegan, MadePublic, RegulatorNotified};
use vigie::query::question::{PeriodKind, Question};
use vigie::text::Lang;

use crate::data::{day, frame, have_i_been_pwned, question, washington};

/// Four incidents every three days from 2020 on, told after 0 to 399 days in a fixed pattern: a list holds those told by
/// `as_of`.
pub fn steady(as_of: Day) -> Snapshot {
    let start = day(2020, 1, 1);
    let days = as_of.days_since(start);
    let row = |at: i64| {
        let began = start.0 + i32::try_from(at * 3 / 4).expect("a day");
        let told = began + i32::try_from(at * 7_919 % 400).expect("a delay");
        let cell = |day: i32| DateCell { lo: day, hi: day, state: DateState::Date };
        let mut row = RowValues { title: format!("incident {at}"), ..RowValues::default() };
        row.dates.insert(Aware, cell(began));
        row.dates.insert(RegulatorNotified, cell(told));
        (told <= as_of.0).then_some(row)
    };
    let rows: Vec<RowValues> = (0..days * 4 / 3).filter_map(row).collect();
    frame(&rows)
}

fn by_awareness(as_of: Day) -> Question {
    Question { date_of: Aware, period: PeriodKind::Quarter, ..question(as_of) }
}

#[test]
fn a_steady_list_shows_no_fall() {
    let as_of = day(2023, 12, 31);
    let snapshot = steady(as_of);
    let overview = Overview::compute(&snapshot, &by_awareness(as_of));
    let Recent::Expected(found) = &overview.scope.recent else { panic!("{:?}", overview.scope.recent) };
    // 95 of 100 delays of 0 to 399 days are over after 379 days.
    let wait = as_of.days_since(found.complete_to);
    assert!((370..=390).contains(&wait), "{wait} days");
    assert!((found.share(as_of.plus_days(-200)) - 0.5).abs() < 0.05, "{}", found.share(as_of.plus_days(-200)));
    let hatched: Vec<bool> =
        overview.incidents.periods.iter().map(vigie::chart::figures::incidents::PeriodFigure::is_partial).collect();
    // 379 days before the end lies 17 December 2022: the last quarter of 2022 and all of 2023 are incomplete.
    assert_eq!(hatched.iter().filter(|hatched| **hatched).count(), 5, "{hatched:?}");
    assert!(hatched[11..].iter().all(|hatched| *hatched));
    let comparison = overview.incidents.comparison.as_ref().expect("two whole years");
    assert_eq!(comparison.current.span.first, day(2021, 1, 1));
    assert_eq!(comparison.verdict, Verdict::NoClearChange);
    // Taken as complete, the same list says that incidents became far fewer.
    let plain = Question { mechanism: Mechanism::Mixed, ..by_awareness(as_of) };
    let plain = Overview::compute(&snapshot, &plain).incidents.comparison.expect("two years");
    assert_eq!((plain.current.span.first, plain.verdict), (day(2023, 1, 1), Verdict::Fewer));
}

#[test]
fn a_chosen_recent_period_is_not_compared() {
    let as_of = day(2023, 12, 31);
    let mut asked = by_awareness(as_of);
    asked.filter.from = Some(day(2023, 1, 1));
    let overview = Overview::compute(&steady(as_of), &asked);
    assert!(overview.incidents.comparison.is_none());
    for (lang, said) in [(Lang::En, "still to become known"), (Lang::Fr, "restent à connaître")] {
        let context = Context { lang, ..Context::default() };
        let finding = findings::incidents::finding(&overview, &context);
        assert!(finding.sentence.contains(said), "{}", finding.sentence);
        assert!(finding.small_print.iter().any(|part| part.text.contains("95")), "{:?}", finding.small_print);
    }
}

#[test]
fn only_lists_charted_by_an_earlier_event_are_judged() {
    let as_of = day(2023, 12, 31);
    let snapshot = steady(as_of);
    let recent = |question: Question| Recent::of(&snapshot, &question);
    assert_eq!(recent(question(as_of)), Recent::Whole, "by disclosure");
    assert_eq!(recent(Question { mechanism: Mechanism::Register, ..by_awareness(as_of) }), Recent::Whole);
    let unknown = recent(Question { date_of: IntrusionBegan, ..question(as_of) });
    assert_eq!(unknown, Recent::Unknown { ends: (IntrusionBegan, RegulatorNotified) });
    // What comes after the listing is not kept from being known by it.
    let later = Question { date_of: RegulatorNotified, listed_by: Some(Aware), ..question(as_of) };
    assert_eq!(recent(later), Recent::Whole);
    // The delay that is looked at does not decide what puts a record on the list.
    let other = Question { delay: (IntrusionBegan, Aware), ..by_awareness(as_of) };
    assert!(matches!(recent(other), Recent::Expected(_)));
}

#[test]
fn real_lists_are_hatched_where_more_is_to_come() {
    if let Some(rows) = washington() {
        let as_of = day(2026, 8, 13);
        let overview = Overview::compute(&frame(&rows), &by_awareness(as_of));
        let first = overview.incidents.periods.iter().find(|found| found.expected.is_some()).expect("some");
        assert_eq!(first.period.first_day(), day(2025, 7, 1));
        let comparison = overview.incidents.comparison.expect("two whole years");
        assert_eq!(comparison.current.span.first, day(2024, 1, 1));
    }
    if let Some(rows) = have_i_been_pwned() {
        let asked = Question {
            date_of: IntrusionBegan,
            delay: (IntrusionBegan, MadePublic),
            listed_by: Some(MadePublic),
            ..question(day(2025, 3, 15))
        };
        let overview = Overview::compute(&frame(&rows), &asked);
        let first = overview.incidents.periods.iter().find(|found| found.expected.is_some()).expect("some");
        assert_eq!(first.period.first_day(), day(2021, 1, 1));
    }
}
