//! What is still to come, against a synthetic truth and on real lists; months and gaps against ordinary variation.

use vigie::chart::figures::days_between::DaysBetween;
use vigie::chart::figures::nowcast::{NowcastFigure, Refusal};
use vigie::chart::figures::scope::Scope;
use vigie::chart::gallery::choice::Options;
use vigie::chart::gallery::{Ask, Drawn, draw};
use vigie::chart::model::{ChartKey, Marks};
use vigie::chart::words::Context;
use vigie::frame::Snapshot;
use vigie::model::calendar::Day;
use vigie::model::dataset::Mechanism;
use vigie::model::event::EventKind::{Aware, IntrusionBegan, MadePublic};
use vigie::query::question::{PeriodKind, Question};
use vigie::query::select;
use vigie::text::Lang;

use crate::completeness::steady;
use crate::data::{day, frame, have_i_been_pwned, question, washington};

fn asked(as_of: Day) -> Question {
    Question { date_of: Aware, period: PeriodKind::Month, ..question(as_of) }
}

fn compute(snapshot: &Snapshot, question: &Question) -> Result<NowcastFigure, Refusal> {
    let selection = select(snapshot, &question.filter, question.date_of, question.measure);
    let scope = Scope::of(snapshot, &selection, question);
    NowcastFigure::compute(snapshot, &selection, question, &scope, 36)
}

fn drawn(key: ChartKey, snapshot: &Snapshot, question: &Question, options: &[(&str, &str)], lang: Lang) -> Drawn {
    let selection = select(snapshot, &question.filter, question.date_of, question.measure);
    let scope = Scope::of(snapshot, &selection, question);
    let options = Options(options.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect());
    let context = Context { lang, ..Context::default() };
    let (selection, scope, options) = (&selection, &scope, &options);
    let ask = Ask { snapshot, question, selection, scope, options, context: &context, document: &|_| None };
    draw(key, &ask).expect("a figure of the gallery")
}

#[test]
fn the_truth_of_a_steady_list_is_found() {
    let as_of = day(2023, 12, 20);
    let figure = compute(&steady(as_of), &asked(as_of)).expect("enough");
    // Four every three days, whatever is known yet.
    let mut judged = 0;
    for month in &figure.months {
        let truth = month.period.len_days() as f64 * 4.0 / 3.0;
        if let Some(expected) = month.expected {
            judged += 1;
            assert!(expected.low as f64 <= truth + 1.0 && truth - 1.0 <= expected.high as f64, "{month:?}");
            assert!(expected.mean > month.known as f64, "{month:?}");
        } else if !month.is_too_early() {
            assert!((month.known as f64 - truth).abs() <= truth * 0.1, "{month:?}");
        }
    }
    assert!(judged >= 6, "{judged} months");
    let backtest = figure.backtest.expect("a year before");
    assert_eq!(backtest.held, backtest.ranges);
    assert!(backtest.month.period.last_day() <= as_of.add_months(-12));
}

#[test]
fn the_backtest_knows_nothing_that_was_not_on_the_list() {
    let (now, then) = (day(2023, 12, 20), day(2022, 12, 20));
    let figure = compute(&steady(now), &asked(now)).expect("enough");
    // A snapshot as it was a year before, asked then.
    let earlier = compute(&steady(then), &asked(then)).expect("enough");
    let mut compared = 0;
    for month in figure.months.iter().filter(|month| month.a_year_earlier.is_some()) {
        let as_it_was = earlier.months.iter().find(|other| other.period == month.period).expect("the month");
        assert_eq!(month.a_year_earlier, as_it_was.expected);
        compared += 1;
    }
    assert!(compared >= 6);
}

#[test]
fn too_little_is_refused_with_a_sentence() {
    let as_of = day(2023, 12, 20);
    let snapshot = steady(as_of);
    let refused = |question: Question| compute(&snapshot, &question).expect_err("refused");
    assert_eq!(refused(Question { mechanism: Mechanism::Register, ..asked(as_of) }), Refusal::NotAList);
    let mut chosen = asked(as_of);
    chosen.filter.from = Some(day(2022, 1, 1));
    assert_eq!(refused(chosen), Refusal::ChosenPeriod);
    let early = day(2021, 3, 20);
    let short = compute(&steady(early), &asked(early));
    assert_eq!(short.expect_err("fifteen months"), Refusal::TooShort { months: 15 });
    for lang in Lang::ALL {
        let register = Question { mechanism: Mechanism::Register, ..asked(as_of) };
        let model = drawn(ChartKey::Nowcast, &snapshot, &register, &[], lang).model;
        assert!(model.series.is_empty() && model.empty.is_some_and(|said| said.len() > 40));
    }
}

#[test]
fn the_estimate_is_beside_the_counts_and_never_in_them() {
    let as_of = day(2023, 12, 20);
    let snapshot = steady(as_of);
    let model = drawn(ChartKey::Nowcast, &snapshot, &asked(as_of), &[], Lang::En).model;
    let [known, expected] = model.series.as_slice() else { panic!("two series") };
    let (Marks::Bars { bars, .. }, Marks::Outlines { outlines }) = (&known.marks, &expected.marks) else {
        panic!("bars and outlines")
    };
    let figure = compute(&snapshot, &asked(as_of)).expect("enough");
    assert!(bars.iter().map(|bar| bar.certain as u64).eq(figure.months.iter().map(|month| month.known)));
    for outline in outlines {
        let bar = bars.iter().find(|bar| bar.at == outline.at).expect("a bar under it");
        assert!(outline.expected >= bar.certain);
    }
    assert!(model.title.contains("expected in the end (likely between"), "{}", model.title);
    let foot: Vec<String> = model.foot.iter().map(vigie::chart::model::FootLine::to_text).collect();
    assert!(foot[0].contains("At this point a year earlier"), "{foot:?}");
    assert!(foot[0].contains("part of no total"), "{foot:?}");
}

#[test]
fn a_steady_list_is_ordinary_and_is_not_judged_where_more_is_to_come() {
    let as_of = day(2023, 12, 31);
    let snapshot = steady(as_of);
    let model = drawn(ChartKey::Control, &snapshot, &asked(as_of), &[("months", "0")], Lang::En).model;
    assert!(model.title.starts_with("Ordinary month-to-month variation: between"), "{}", model.title);
    let (complete, all) = (model.table.rows.len(), 48);
    assert!((33..=36).contains(&complete), "{complete} whole months of {all}, a year of them still to come");
    let few = drawn(ChartKey::DaysBetween, &snapshot, &asked(as_of), &[], Lang::Fr).model;
    assert!(few.empty.is_some_and(|said| said.contains("au moins 11")));
}

#[test]
fn real_lists() {
    if let Some(rows) = washington() {
        let (snapshot, asked) = (frame(&rows), asked(day(2026, 8, 13)));
        let figure = compute(&snapshot, &asked).expect("enough");
        let backtest = figure.backtest.expect("a year before");
        assert!(backtest.ranges >= 5 && backtest.held * 10 >= backtest.ranges * 6, "{backtest:?}");
        let (month, expected) = figure.headline().expect("a month");
        assert!(month.known <= expected.low && expected.mean < 60.0, "{month:?}");
        let by_notice = Question { period: PeriodKind::Month, ..question(day(2026, 8, 13)) };
        let model = drawn(ChartKey::Control, &snapshot, &by_notice, &[], Lang::En).model;
        assert!(model.title.starts_with("2 of 36 months lie outside"), "{}", model.title);
        let selection = select(&snapshot, &by_notice.filter, by_notice.date_of, by_notice.measure);
        let scope = Scope::of(&snapshot, &selection, &by_notice);
        let between = DaysBetween::compute(&snapshot, &selection, &by_notice, &scope, None);
        // A million leaves too few, ten thousand far too many.
        assert_eq!((between.power, between.events.len()), (5, 70));
        assert!(between.control.is_some());
        let days: u32 = between.gaps().iter().sum();
        let span = between.events.last().expect("some").0.days_since(between.events[0].0);
        assert_eq!(i64::from(days), span);
    }
    if let Some(rows) = have_i_been_pwned() {
        let asked = Question {
            date_of: IntrusionBegan,
            delay: (IntrusionBegan, MadePublic),
            listed_by: Some(MadePublic),
            ..asked(day(2025, 3, 15))
        };
        let backtest = compute(&frame(&rows), &asked).expect("enough").backtest.expect("a year before");
        assert!(backtest.held * 10 >= backtest.ranges * 6, "{backtest:?}");
    }
}
