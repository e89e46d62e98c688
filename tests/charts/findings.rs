//! What is said, case by case, in both languages, to the letter.

use std::fmt::Write as _;

use vigie::chart::figures::Overview;
use vigie::chart::findings;
use vigie::chart::kinds;
use vigie::chart::model::{ChartKey, Finding};
use vigie::chart::words::Context;
use vigie::frame::cell::{CountCell, CountState, DateCell, DateState};
use vigie::frame::{FrameBuilder, RecordId, RowValues, Snapshot};
use vigie::model::affected::{Effect, Unit};
use vigie::model::dataset::Mechanism;
use vigie::model::event::EventKind;
use vigie::query::question::{PeriodKind, Question};
use vigie::text::Lang;

use crate::data::{PEOPLE, day, frame, iso, named, people, question};
use crate::golden;

/// One case: what it shows, the data, the question.
type Case = (&'static str, Snapshot, Question);

/// `n` records told in a year, evenly over its months, each `delay` days after awareness, with a number each.
fn year(year: i32, n: usize, delay: i32) -> Vec<RowValues> {
    let rows = (0..n).map(|index| {
        let month = u32::try_from(index % 12).expect("small") + 1;
        let told = iso(&format!("{year}-{month:02}-15"));
        let mut row = named(&format!("Organisation {index} of {year}"));
        let aware = told.lo - delay - i32::try_from(index % 9).expect("small");
        row.dates.insert(EventKind::RegulatorNotified, told);
        row.dates.insert(EventKind::Aware, DateCell { lo: aware, hi: aware, ..told });
        row.counts.insert(PEOPLE, people(&(100 + 37 * index * index).to_string()));
        row
    });
    rows.collect()
}

fn two_years(before: usize, current: usize) -> Vec<RowValues> {
    [year(2023, before, 20), year(2024, current, 30)].concat()
}

fn asked() -> Question {
    Question { coverage_start: Some(day(2023, 1, 1)), ..question(day(2024, 12, 31)) }
}

fn plain(rows: &[RowValues]) -> (Snapshot, Question) {
    (frame(rows), asked())
}

fn set(rows: &mut [RowValues], index: usize, lo: u64, hi: u64) {
    rows[index].counts.insert(PEOPLE, CountCell { lo, hi, state: CountState::Count });
}

fn how_many() -> Vec<Case> {
    let case = |name, rows: &[RowValues]| {
        let (snapshot, question) = plain(rows);
        (name, snapshot, question)
    };
    let mut cases = vec![
        case("a clear rise, less than twice", &two_years(120, 170)),
        case("a clear rise, more than twice", &two_years(24, 60)),
        case("a rise from nothing", &two_years(0, 24)),
        case("a clear fall", &two_years(90, 50)),
        case("a fall to nothing", &two_years(30, 0)),
        case("no clear change", &two_years(40, 44)),
        case("under ten in both years", &two_years(4, 5)),
        case("under five", &two_years(1, 2)),
        case("one", &two_years(0, 1)),
        case("no record at all", &[]),
    ];
    let (snapshot, mut nothing) = plain(&two_years(5, 5));
    "no such word".clone_into(&mut nothing.filter.text);
    cases.push(("nothing matches", snapshot, nothing));
    let (snapshot, mut partial) = plain(&two_years(40, 60));
    partial.as_of = day(2024, 11, 15);
    cases.push(("an incomplete period, and only one full year", snapshot, partial));
    let mut clustered = vec![year(2023, 1, 9)[0].clone(); 20];
    clustered.extend(vec![year(2024, 1, 9)[0].clone(); 40]);
    cases.push(case("clusters", &clustered));
    let mut vague = two_years(40, 44);
    let quarter = DateCell { lo: day(2024, 1, 1).0, hi: day(2024, 12, 31).0, state: DateState::Date };
    vague[50].dates.insert(EventKind::RegulatorNotified, quarter);
    vague[51].dates.remove(&EventKind::RegulatorNotified);
    vague[52].dates.insert(EventKind::RegulatorNotified, iso("2025-02-01"));
    cases.push(case("coarse, undated and outside", &vague));
    let (snapshot, mut fiscal) = plain(&two_years(90, 50));
    fiscal.fiscal_start = (7, 24);
    fiscal.period = PeriodKind::FiscalYear;
    fiscal.coverage_start = Some(day(2021, 7, 24));
    cases.push(("fiscal years", snapshot, fiscal));
    cases.push(("several datasets", two_datasets(), asked()));
    for (name, from, to) in [
        ("a chosen year", (2024, 1, 1), (2024, 12, 31)),
        ("a chosen year with nothing before it", (2023, 1, 1), (2023, 12, 31)),
        ("chosen months", (2024, 2, 1), (2024, 9, 30)),
        ("two chosen years", (2023, 1, 1), (2024, 12, 31)),
    ] {
        let (snapshot, mut chosen) = plain(&two_years(120, 170));
        chosen.filter.from = Some(day(from.0, from.1, from.2));
        chosen.filter.to = Some(day(to.0, to.1, to.2));
        cases.push((name, snapshot, chosen));
    }
    cases
}

/// Two datasets of 20 records each.
fn two_datasets() -> Snapshot {
    let mut builder = FrameBuilder::new(uuid::Uuid::from_u128(1));
    for (id, row) in (1..).zip(two_years(20, 20)) {
        if id == 21 {
            builder.begin_dataset(uuid::Uuid::from_u128(2), RecordId(21));
        }
        let row = RowValues { dataset: uuid::Uuid::from_u128(1 + u128::from(id > 20)), ..row };
        builder.push_row(RecordId(id), &row).expect("ids grow");
    }
    builder.finish()
}

fn how_many_people() -> Vec<Case> {
    let case = |name, rows: &[RowValues]| {
        let (snapshot, question) = plain(rows);
        (name, snapshot, question)
    };
    let many = two_years(30, 30);
    let mut unknown = many.clone();
    unknown[3].counts.clear();
    unknown[4].counts.clear();
    let mut ranges = many.clone();
    set(&mut ranges, 58, 2_000_000, 9_000_000);
    let mut bounded_median = many[..9].to_vec();
    (0..9).for_each(|index| set(&mut bounded_median, index, 200, 900));
    let mut open_median = bounded_median.clone();
    (0..6).for_each(|index| set(&mut open_median, index, 200, u64::MAX));
    let mut none = many[..6].to_vec();
    for row in &mut none {
        row.counts.clear();
    }
    let mut cut = none.clone();
    let up_to = CountCell { lo: 0, hi: 300_000, state: CountState::Count };
    cut[0].counts.insert((Unit::Users, Effect::AccessCut), up_to);
    let mut beside = many[..6].to_vec();
    beside[0].counts.insert((Unit::Users, Effect::AccessCut), up_to);
    beside[1].counts.insert(PEOPLE, CountCell { state: CountState::NoneIdentified, ..CountCell::default() });
    let mut accounts = many[..12].to_vec();
    for (index, row) in accounts.iter_mut().enumerate() {
        row.counts.clear();
        let number = 3_000_000_000 + 1_000 * index as u64;
        row.counts.insert((Unit::Accounts, Effect::DataExposed), people(&number.to_string()));
    }
    let (snapshot, mut of_accounts) = plain(&accounts);
    of_accounts.measure = (Unit::Accounts, Effect::DataExposed);
    let (all, mut without) = plain(&many);
    without.filter.without_largest = true;
    vec![
        case("every number known", &many),
        case("two unknown", &unknown),
        case("one a range", &ranges),
        case("under ten, all ranges", &bounded_median),
        case("most without an upper bound", &open_median),
        case("under five", &many[..3]),
        case("one person", &many[..1]),
        case("no number", &none),
        case("only another unit", &cut),
        case("another unit beside, one with nobody", &beside),
        ("accounts by the billion", snapshot, of_accounts),
        ("without the largest", all, without),
        case("no record at all", &[]),
    ]
}

fn how_long() -> Vec<Case> {
    let with = |name, rows: &[RowValues], mechanism, as_of| {
        let question = Question { mechanism, as_of, ..asked() };
        (name, frame(rows), question)
    };
    let (list, register, mixed) = (Mechanism::DisclosureList, Mechanism::Register, Mechanism::Mixed);
    let late = day(2026, 6, 30);
    let many = two_years(30, 30);
    let state = |state| DateCell { state, ..DateCell::default() };
    let mut gaps = many.clone();
    gaps[0].dates.remove(&EventKind::Aware);
    gaps[1].dates.remove(&EventKind::RegulatorNotified);
    gaps[2].dates.clear();
    gaps[3].dates.insert(EventKind::RegulatorNotified, state(DateState::NotApplicable));
    gaps[4].dates.insert(EventKind::Aware, iso("2025-01-01"));
    gaps[5].dates.insert(EventKind::RegulatorNotified, state(DateState::NotYet));
    gaps[6].dates.insert(EventKind::Aware, iso("2020-01-01"));
    let mut open = many.clone();
    open.iter_mut().take(40).for_each(|row| {
        row.dates.insert(EventKind::RegulatorNotified, state(DateState::NotYet));
    });
    let mut coarse = many.clone();
    for row in &mut coarse {
        let aware = row.dates[&EventKind::Aware];
        row.dates.insert(EventKind::Aware, DateCell { lo: aware.lo - 15, ..aware });
    }
    let mut same_day = many[..12].to_vec();
    for row in &mut same_day {
        let told = row.dates[&EventKind::RegulatorNotified];
        row.dates.insert(EventKind::Aware, told);
    }
    let mut one_date = many[..6].to_vec();
    for row in &mut one_date {
        row.dates.remove(&EventKind::Aware);
    }
    vec![
        with("a list of disclosures", &many, list, late),
        with("a list, with everything that can be missing", &gaps, list, late),
        with("a list too young", &many, list, day(2023, 6, 1)),
        with("a register", &many, register, late),
        with("a register, with everything that can be missing", &gaps, register, late),
        with("a register, half not reached", &open, register, late),
        with("mixed", &many, mixed, late),
        with("coarse dates", &coarse, mixed, late),
        with("a register with coarse dates", &coarse, register, late),
        with("the same day", &same_day, mixed, late),
        with("under ten", &many[..7], register, late),
        with("under five", &many[..3], mixed, late),
        with("one date only", &one_date, list, late),
        ("several datasets", two_datasets(), asked()),
        with("no record at all", &[], list, late),
    ]
}

fn write_finding(out: &mut String, finding: &Finding) {
    _ = writeln!(out, "{} | {}\n  {}", finding.question, finding.headline, finding.sentence);
    let print: Vec<String> = finding
        .small_print
        .iter()
        .map(|part| if part.records.is_some() { format!("[{}]", part.text) } else { part.text.clone() })
        .collect();
    _ = writeln!(out, "  {}", print.join(" · "));
    if let Some(aside) = &finding.aside {
        _ = writeln!(out, "  ({aside})");
    }
}

#[test]
fn every_case_is_said_as_it_must_be() {
    for lang in Lang::ALL {
        let context = Context { lang, sources: vec!["A source".to_owned()], ..Context::default() };
        let mut out = String::from("Parts in brackets lead to their records.\n");
        for (place, cases) in [how_many(), how_many_people(), how_long()].into_iter().enumerate() {
            for (name, snapshot, asked) in cases {
                let overview = Overview::compute(&snapshot, &asked);
                _ = writeln!(out, "\n== {name}");
                write_finding(&mut out, &findings::all(&overview, &context)[place]);
                let keys: &[ChartKey] = match place {
                    0 => &[ChartKey::Incidents],
                    1 => &[ChartKey::AffectedSizes, ChartKey::AffectedPeriods],
                    _ => &[ChartKey::Disclosure],
                };
                for key in keys {
                    let model = kinds::build(*key, &overview, &context);
                    _ = writeln!(out, "  # {}\n    {}", model.title, model.subtitle);
                    for line in &model.foot {
                        _ = writeln!(out, "    {}", line.to_text());
                    }
                    if let Some(sentence) = &model.empty {
                        _ = writeln!(out, "    (empty) {sentence}");
                    }
                }
            }
        }
        golden::check(&format!("findings-{}.txt", lang.code()), &out);
    }
}

/// Words that no finding may contain, whatever the data (see `findings/mod.rs`).
#[test]
fn nothing_is_claimed_that_is_not_known() {
    let forbidden = ["because", "led to", "significant", "p =", "average of people", "parce que", "significati"];
    for lang in Lang::ALL {
        let context = Context { lang, ..Context::default() };
        for (name, snapshot, asked) in [how_many(), how_many_people(), how_long()].into_iter().flatten() {
            let overview = Overview::compute(&snapshot, &asked);
            for finding in findings::all(&overview, &context) {
                let all = format!("{} {}", finding.headline, finding.sentence);
                for word in forbidden {
                    assert!(!all.contains(word), "{name}: {all}");
                }
                assert!(!finding.headline.is_empty(), "{name}: a finding without a headline");
                let change = ["more than", "fewer than in", "de plus qu’", "de moins qu’", "fois plus"];
                let says_change = change.iter().any(|word| all.contains(word))
                    && finding.question == findings::all(&overview, &context)[0].question;
                let clear = overview.incidents.comparison.is_some_and(|compared| {
                    use vigie::chart::figures::compare::Verdict;
                    matches!(compared.verdict, Verdict::More | Verdict::Fewer)
                });
                assert!(!says_change || clear, "{name}: {all}");
            }
        }
    }
}
