//! Figures that must come out.

use vigie::chart::figures::Overview;
use vigie::chart::figures::behind::records_behind;
use vigie::chart::figures::compare::Verdict;
use vigie::chart::records::{DelayGap, RecordsKey, SizeBin};
use vigie::frame::cell::{CountCell, CountState, DateCell, DateState};
use vigie::model::affected::{Effect, Unit};
use vigie::model::dataset::Mechanism;
use vigie::model::event::EventKind;
use vigie::query::question::{PeriodKind, Question};

use crate::data::{PEOPLE, day, frame, have_i_been_pwned, iso, named, people, question, washington, washington_sample};

#[test]
fn washington_reporting_year_2021() {
    let snapshot = frame(&washington_sample("2021"));
    let mut asked = question(day(2022, 7, 23));
    asked.mechanism = Mechanism::Mixed;
    asked.period = PeriodKind::FiscalYear;
    asked.fiscal_start = (7, 24);
    asked.coverage_start = Some(day(2020, 7, 24));
    let found = Overview::compute(&snapshot, &asked);
    assert_eq!(found.incidents.total, 286);
    assert_eq!(found.incidents.periods.iter().map(|period| period.count.certain).collect::<Vec<_>>(), [286, 0]);
    assert_eq!((found.affected.sum_lo, found.affected.sum_hi), (6_510_969, None));
    assert_eq!((found.affected.n, found.affected.unknown), (285, 1));
    assert_eq!(found.delay.early.median().days, Some(42.0));
    assert_eq!((found.delay.n, found.delay.left_out.as_slice()), (282, [(DelayGap::StartMissing, 4)].as_slice()));
    let behind = records_behind(&snapshot, &asked, &RecordsKey::Delay(DelayGap::StartMissing));
    assert_eq!(behind.len(), 4);
    assert_eq!(records_behind(&snapshot, &asked, &RecordsKey::Size(SizeBin::Unknown)).len(), 1);
}

#[test]
fn washington_as_a_disclosure_list() {
    let Some(rows) = washington() else { return };
    let snapshot = frame(&rows);
    let mut asked = question(day(2026, 8, 13));
    asked.fiscal_start = (7, 24);
    let found = Overview::compute(&snapshot, &asked);
    assert_eq!(found.incidents.total, 1_618);
    assert_eq!((found.delay.n, found.delay.early.median().days), (1_416, Some(61.0)));
    let by_30 = found.delay.early.share_by(30).expect("within the window");
    assert_eq!((by_30.share * 100.0).round(), 22.0);
    assert_eq!((found.delay.naive.n, found.delay.naive.median_lo), (1_595, Some(66.0)));
    assert_eq!(found.delay.left_out_by(DelayGap::StartMissing), 23);
    let left: u64 = found.delay.left_out.iter().map(|(_, count)| count).sum();
    assert_eq!(found.delay.n + left, found.delay.total);
    let compared = found.incidents.comparison.expect("two full years");
    assert_eq!((compared.current.count, compared.before.count), (174, 212));
    for (gap, count) in &found.delay.left_out {
        assert_eq!(records_behind(&snapshot, &asked, &RecordsKey::Delay(*gap)).len() as u64, *count);
    }
    let top = found.affected.top.expect("many notices");
    assert_eq!((top.k, (top.share * 100.0).round()), (10, 39.0));
    assert_eq!((found.affected.n, found.affected.largest.map(|largest| largest.lo)), (1_586, Some(3_243_664)));
}

#[test]
fn have_i_been_pwned_is_a_list_of_accounts() {
    let Some(rows) = have_i_been_pwned() else { return };
    let snapshot = frame(&rows);
    let mut asked = question(day(2025, 3, 15));
    asked.date_of = EventKind::MadePublic;
    asked.delay = (EventKind::IntrusionBegan, EventKind::MadePublic);
    asked.measure = (Unit::Accounts, Effect::DataExposed);
    let found = Overview::compute(&snapshot, &asked);
    assert_eq!(found.incidents.total, 875);
    assert_eq!((found.affected.sum_lo, found.affected.sum_hi), (14_946_651_318, Some(14_946_651_318)));
    assert_eq!(found.affected.median.map(|median| median.lo), Some(1_116_256.0));
    assert_eq!(found.delay.window, Some(365));
    assert_eq!((found.delay.naive.n, found.delay.naive.median_lo), (875, Some(187.0)));
}

/// The same records whatever the chunk: a frame of many chunks gives the same figure as its parts put together.
#[test]
fn many_chunks_count_like_one() {
    let rows = washington_sample("2021");
    let asked = Question { mechanism: Mechanism::Mixed, ..question(day(2021, 7, 23)) };
    let one = Overview::compute(&frame(&rows), &asked);
    let many: Vec<_> = std::iter::repeat_n(rows, 100).flatten().collect();
    let many = Overview::compute(&frame(&many), &asked);
    assert_eq!(many.incidents.total, 100 * one.incidents.total);
    assert_eq!(many.affected.sum_lo, 100 * one.affected.sum_lo);
    assert_eq!(many.affected.sizes.powers.map(|count| count / 100), one.affected.sizes.powers);
    for (many, one) in many.incidents.periods.iter().zip(&one.incidents.periods) {
        assert_eq!(many.count.certain, 100 * one.count.certain);
    }
    assert_eq!(many.delay.early.median().days, one.delay.early.median().days);
    assert_eq!(
        many.delay.early.share_by(30).map(|step| step.share),
        one.delay.early.share_by(30).map(|step| step.share)
    );
    for (many, one) in many.affected.periods.iter().zip(&one.affected.periods) {
        assert_eq!((many.median, many.largest, many.n), (one.median, one.largest, 100 * one.n));
    }
}

fn between(first: (i32, u32, u32), last: (i32, u32, u32)) -> DateCell {
    let (lo, hi) = (day(first.0, first.1, first.2).0, day(last.0, last.1, last.2).0);
    DateCell { lo, hi, state: DateState::Date }
}

#[test]
fn a_month_is_lighter_and_never_a_day() {
    let mut year = named("year only");
    year.dates.insert(EventKind::RegulatorNotified, between((2024, 1, 1), (2024, 12, 31)));
    let mut exact = named("a day");
    exact.dates.insert(EventKind::RegulatorNotified, iso("2024-02-29"));
    let snapshot = frame(&[year, exact, named("no date")]);
    let mut asked = question(day(2024, 12, 31));
    asked.period = PeriodKind::Month;
    let found = Overview::compute(&snapshot, &asked).incidents;
    assert_eq!((found.total, found.undated, found.coarse), (3, 1, 1));
    assert_eq!(found.periods.len(), 12, "empty months are shown");
    assert_eq!(found.periods.iter().map(|period| period.count.certain).sum::<u64>(), 1);
    assert!((found.periods[1].coarse() - 29.0 / 366.0).abs() < 1e-12);
    let march = RecordsKey::Period { first: day(2024, 3, 1), last: day(2024, 3, 31) };
    assert_eq!(records_behind(&snapshot, &asked, &march).len(), 1, "the year may be March");
}

#[test]
fn a_bound_is_never_a_total_and_units_stay_apart() {
    let count = |lo, hi| CountCell { lo, hi, state: CountState::Count };
    let mut exposed = named("exposed");
    exposed.counts.insert(PEOPLE, people("43000000"));
    let mut more = named("at least");
    more.counts.insert(PEOPLE, count(200, u64::MAX));
    let mut cut = named("school portal");
    cut.counts.insert((Unit::Users, Effect::AccessCut), count(0, 300_000));
    let snapshot = frame(&[exposed, more, cut]);
    let found = Overview::compute(&snapshot, &question(day(2024, 12, 31))).affected;
    assert_eq!((found.sum_lo, found.sum_hi), (43_000_200, None));
    assert_eq!((found.n, found.unbounded, found.unknown), (2, 1, 1));
    assert_eq!(found.others.len(), 1);
    assert_eq!((found.others[0].n, found.others[0].sum_lo, found.others[0].sum_hi), (1, 0, Some(300_000)));
    assert_eq!(found.largest.map(|largest| largest.name), Some("exposed".to_owned()));
    assert_eq!((found.sizes.imprecise, found.sizes.unknown), (1, 1));
}

#[test]
fn a_register_counts_what_is_still_open() {
    let row = |aware: &str, told: DateCell| {
        let mut row = named("a");
        row.dates.insert(EventKind::Aware, iso(aware));
        row.dates.insert(EventKind::RegulatorNotified, told);
        row
    };
    let state = |state| DateCell { state, ..DateCell::default() };
    let rows = [
        row("2024-01-01", iso("2024-01-11")),
        row("2024-01-01", iso("2024-01-21")),
        row("2024-01-01", state(DateState::NotYet)),
        row("2024-01-01", state(DateState::NotApplicable)),
        row("2024-01-01", state(DateState::Withheld)),
        row("2024-01-09", iso("2024-01-01")),
    ];
    let mut asked = question(day(2024, 3, 1));
    asked.mechanism = Mechanism::Register;
    let found = Overview::compute(&frame(&rows), &asked).delay;
    assert_eq!((found.n, found.open), (3, 1));
    assert_eq!(found.early.median().days, Some(20.0), "of three, two are told by day 20");
    assert_eq!(found.naive.median_lo, Some(15.0), "the disclosed alone look faster");
    let left = [(DelayGap::EndMissing, 1), (DelayGap::NotApplicable, 1), (DelayGap::Inconsistent, 1)];
    assert_eq!(found.left_out, left);
    asked.mechanism = Mechanism::DisclosureList;
    let list = Overview::compute(&frame(&rows), &asked).delay;
    assert_eq!((list.n, list.left_out_by(DelayGap::TooRecent), list.left_out_by(DelayGap::NotYet)), (0, 2, 1));
}

#[test]
fn coarse_dates_give_two_curves() {
    let mut row = named("a");
    row.dates.insert(EventKind::Aware, between((2024, 1, 1), (2024, 1, 31)));
    row.dates.insert(EventKind::RegulatorNotified, iso("2024-02-10"));
    let mut asked = question(day(2024, 12, 31));
    asked.mechanism = Mechanism::Mixed;
    let found = Overview::compute(&frame(&[row]), &asked).delay;
    assert_eq!(found.median_range(), (Some(10.0), Some(40.0)));
    assert_eq!((found.coarse, found.clipped), (1, 0));
}

#[test]
fn only_a_clear_change_is_a_change() {
    let rows = |before: usize, current: usize| {
        let in_year = |year: i32, n: usize| {
            (0..n).map(move |index| {
                let mut row = named("a");
                let month = u32::try_from(index % 12).expect("small") + 1;
                let cell = iso(&format!("{year}-{month:02}-15"));
                row.dates.insert(EventKind::RegulatorNotified, cell);
                row
            })
        };
        in_year(2023, before).chain(in_year(2024, current)).collect::<Vec<_>>()
    };
    for (before, current, verdict) in [
        (24, 60, Verdict::More),
        (60, 24, Verdict::Fewer),
        (24, 28, Verdict::NoClearChange),
        (2, 6, Verdict::Few),
        (0, 12, Verdict::More),
    ] {
        let mut asked = question(day(2024, 12, 31));
        asked.coverage_start = Some(day(2023, 1, 1));
        let found = Overview::compute(&frame(&rows(before, current)), &asked).incidents.comparison;
        let found = found.expect("two full years");
        assert_eq!((found.verdict, found.is_clustered()), (verdict, false), "{before} then {current}");
        assert_eq!((found.before.count, found.current.count), (before as u64, current as u64));
    }
}

#[test]
fn clusters_widen_the_range() {
    // 40 in one month and nothing else, against 20 in one month: independent incidents would call it a change.
    let row = |date: &str| {
        let mut row = named("a");
        row.dates.insert(EventKind::RegulatorNotified, iso(date));
        row
    };
    let mut rows = vec![row("2023-06-15"); 20];
    rows.extend(vec![row("2024-06-15"); 40]);
    let mut asked = question(day(2024, 12, 31));
    asked.coverage_start = Some(day(2023, 1, 1));
    let found = Overview::compute(&frame(&rows), &asked).incidents.comparison.expect("two full years");
    assert_eq!((found.is_clustered(), found.verdict), (true, Verdict::NoClearChange));
}

#[test]
fn nothing_gives_nothing() {
    let found = Overview::compute(&frame(&[]), &question(day(2024, 1, 1)));
    assert!(found.incidents.periods.is_empty() && found.incidents.comparison.is_none());
    assert_eq!((found.affected.sum_lo, found.affected.sum_hi), (0, Some(0)));
    assert_eq!((found.affected.median, found.delay.n), (None, 0));
}
