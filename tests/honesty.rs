//! The honesty check: for each rule one real selection that it objects to and one that it does not.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser;
use vigie::chart::gallery::choice::Options;
use vigie::chart::honesty::{Caution, Repair, Rule};
use vigie::chart::kinds;
use vigie::chart::model::{ChartKey, ChartModel, Direction, Marks};
use vigie::cli::answer::{Answer, AnswerArgs};
use vigie::cli::{cautions, source};
use vigie::model::affected::{Effect, Unit};
use vigie::model::calendar::Day;
use vigie::model::dataset::Mechanism;
use vigie::model::event::EventKind;
use vigie::query::{Expr, select};
use vigie::text::Lang;

#[derive(Parser)]
struct Args {
    #[command(flatten)]
    answer: AnswerArgs,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sample(name: &str) -> PathBuf {
    root().join("sample_data").join(name)
}

/// A real file, or `None` with a printed line when it is not here.
fn real(name: &str) -> Option<PathBuf> {
    let path = root().join("../shared/data").join(name);
    if !path.exists() {
        println!("skipped: {} is not here", path.display());
    }
    path.exists().then_some(path)
}

struct Shown {
    args: AnswerArgs,
    answer: Answer,
}

fn ask(file: &Path, flags: &str) -> Shown {
    let words = ["vigie", file.to_str().expect("a path in Unicode")].into_iter().chain(flags.split_whitespace());
    let args = Args::try_parse_from(words).unwrap_or_else(|error| panic!("{error}")).answer;
    let answer = args.answer_with(&source::for_figures).unwrap_or_else(|error| panic!("{flags}: {error:?}"));
    Shown { args, answer }
}

impl Shown {
    fn model(&self, key: ChartKey) -> ChartModel {
        kinds::build(key, &self.answer.overview, &self.args.context(&self.answer))
    }

    fn cautions(&self, key: ChartKey) -> Vec<Caution> {
        cautions::of(&self.answer, &self.model(key), &Options::default(), Lang::En)
    }

    fn with(&self, key: ChartKey, options: &[(&str, &str)]) -> Vec<Caution> {
        let options = options.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        cautions::of(&self.answer, &self.model(key), &Options(options), Lang::En)
    }
}

#[track_caller]
fn objects(found: &[Caution], rule: Rule) -> &Caution {
    found.iter().find(|caution| caution.rule == rule).unwrap_or_else(|| panic!("{rule:?} is silent: {found:#?}"))
}

#[track_caller]
fn is_silent(found: &[Caution], rule: Rule) {
    assert!(found.iter().all(|caution| caution.rule != rule), "{found:#?}");
}

fn repair(caution: &Caution) -> &Repair {
    &caution.repair.as_ref().expect("a repair").1
}

fn day(year: i32, month: u32, of_month: u32) -> Day {
    Day::from_ymd(year, month, of_month).expect("a day")
}

const NOTICES: &str = "washington_notices.csv";
const REGISTER: &str = "example_register.csv";

#[test]
fn a_floor_within_a_bar_makes_bars_unequal() {
    let notices = ask(&sample(NOTICES), "");
    let found = notices.cautions(ChartKey::AffectedSizes);
    let caution = objects(&found, Rule::UnequalBins);
    assert!(caution.why.contains("500 or more") && caution.why.contains("from 100 to 999"), "{}", caution.why);
    assert!(caution.records.is_some());
    is_silent(&ask(&sample(REGISTER), "").cautions(ChartKey::AffectedSizes), Rule::UnequalBins);
    // Quarters are of one kind, whatever their days.
    is_silent(&notices.cautions(ChartKey::Incidents), Rule::UnequalBins);
}

#[test]
fn data_that_ends_before_it_is_said_to_looks_like_a_fall() {
    let late = ask(&sample(NOTICES), "--as-of 2026-12-31");
    let found = late.cautions(ChartKey::Incidents);
    let caution = objects(&found, Rule::PartialUnmarked);
    let Repair::AsOf(_, last) = repair(caution) else { panic!("{caution:?}") };
    assert!(*last < day(2026, 12, 31) && caution.why.contains("31 December 2026"), "{}", caution.why);
    is_silent(&ask(&sample(NOTICES), "").cautions(ChartKey::Incidents), Rule::PartialUnmarked);
}

#[test]
fn a_bar_beyond_the_data_must_be_marked() {
    let notices = ask(&sample(NOTICES), "--period year");
    let mut model = notices.model(ChartKey::Incidents);
    let of = |model: &ChartModel| cautions::of(&notices.answer, model, &Options::default(), Lang::Fr);
    is_silent(&of(&model), Rule::PartialUnmarked);
    let mut bars = model.series.iter_mut().filter_map(|series| match &mut series.marks {
        Marks::Bars { direction: Direction::Up, bars } => Some(bars),
        _ => None,
    });
    let last = bars.next().and_then(|bars| bars.last_mut()).expect("bars");
    assert!(last.partial, "the running year is marked");
    last.partial = false;
    objects(&of(&model), Rule::PartialUnmarked);
}

#[test]
fn periods_before_the_data_are_not_zeros() {
    let early = ask(&sample("french_incidents.csv"), "--from 2005 --period year");
    let found = early.cautions(ChartKey::Incidents);
    let caution = objects(&found, Rule::EmptyPeriodsDropped);
    let Repair::Range(Some(from), None) = repair(caution) else { panic!("{caution:?}") };
    assert_eq!(Some(*from), early.answer.overview.scope.data_start);
    let from = format!("--period year --from {}", from.year() + 1);
    is_silent(&ask(&sample("french_incidents.csv"), &from).cautions(ChartKey::Incidents), Rule::EmptyPeriodsDropped);
}

#[test]
fn another_date_decides_what_the_axis_shows() {
    let other = ask(&sample(NOTICES), "--filter aware:2021");
    assert_ne!(other.answer.question.date_of, EventKind::Aware);
    let found = other.cautions(ChartKey::Incidents);
    let caution = objects(&found, Rule::OtherDate);
    assert_eq!(*repair(caution), Repair::DateOf(EventKind::Aware));
    let left_out = other.answer.loaded.snapshot.len() - other.answer.selection().len();
    assert!(caution.why.contains(&format!("{left_out} incidents")), "{}", caution.why);
    is_silent(&other.cautions(ChartKey::Disclosure), Rule::OtherDate);
    // The repair answers it; so do a condition on the axis' own date and one that leaves nothing out.
    for flags in ["--filter aware:2021 --date-of aware", "--filter notified:2021", "--filter=-aware:..1990"] {
        is_silent(&ask(&sample(NOTICES), flags).cautions(ChartKey::Incidents), Rule::OtherDate);
    }
}

#[test]
fn a_missing_bar_is_seen() {
    let notices = ask(&sample(NOTICES), "");
    let mut model = notices.model(ChartKey::Incidents);
    if let Some(Marks::Bars { bars, .. }) = model.series.first_mut().map(|series| &mut series.marks) {
        bars.remove(2);
    }
    objects(&cautions::of(&notices.answer, &model, &Options::default(), Lang::En), Rule::EmptyPeriodsDropped);
}

#[test]
fn a_mean_follows_the_largest() {
    let notices = ask(&sample(NOTICES), "");
    let found = notices.with(ChartKey::AffectedPeriods, &[("mean", "on")]);
    let caution = objects(&found, Rule::MeanOnSkewed);
    assert_eq!(*repair(caution), Repair::Option { key: "mean", value: String::new() });
    is_silent(&notices.cautions(ChartKey::AffectedPeriods), Rule::MeanOnSkewed);
}

#[test]
fn a_handful_is_read_not_counted() {
    let few = ask(&sample(NOTICES), "--from 2020-07-24 --to 2020-07-26");
    assert!((1..10).contains(&few.answer.overview.scope.chosen), "{}", few.answer.overview.scope.chosen);
    let found = few.cautions(ChartKey::Incidents);
    assert_eq!(*repair(objects(&found, Rule::TooFew)), Repair::Range(None, None));
    is_silent(&ask(&sample(NOTICES), "").cautions(ChartKey::Incidents), Rule::TooFew);
}

#[test]
fn units_are_not_mixed_in_silence() {
    let french = ask(&sample("french_incidents.csv"), "");
    let found = french.cautions(ChartKey::AffectedSizes);
    let caution = objects(&found, Rule::Mixed);
    assert!(matches!(
        repair(caution),
        Repair::List(_) | Repair::Measure(Unit::Accounts | Unit::Users, Effect::AccessCut) | Repair::Measure(..)
    ));
    is_silent(&ask(&sample(NOTICES), "").cautions(ChartKey::AffectedSizes), Rule::Mixed);
}

#[test]
fn datasets_of_different_kinds_are_not_put_together() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("both.vigie");
    for name in [NOTICES, REGISTER] {
        let sample = sample(name);
        let output = Command::new(env!("CARGO_BIN_EXE_vigie"))
            .args(["import", sample.to_str().unwrap(), "--into", file.to_str().unwrap()])
            .output()
            .expect("the program starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let both = ask(&file, "");
    let found = both.cautions(ChartKey::Incidents);
    let caution = objects(&found, Rule::Mixed);
    assert!(matches!(repair(caution), Repair::Dataset(_)), "{caution:?}");
    let names: Vec<&str> = both.answer.loaded.datasets.iter().map(|dataset| dataset.name.as_str()).collect();
    let words = ["vigie", file.to_str().unwrap(), "--dataset", names[0]];
    let args = Args::try_parse_from(words).unwrap().answer;
    let answer = args.answer_with(&source::for_figures).unwrap_or_else(|error| panic!("{error:?}"));
    is_silent(&Shown { args, answer }.cautions(ChartKey::Incidents), Rule::Mixed);
}

#[test]
fn a_filter_that_cuts_a_period_is_told() {
    let cut = ask(&sample(NOTICES), "--from 2020-08-10 --to 2021-06-30 --period quarter");
    let found = cut.cautions(ChartKey::Incidents);
    let caution = objects(&found, Rule::UnequalPeriods);
    assert_eq!(*repair(caution), Repair::Range(Some(day(2020, 10, 1)), Some(day(2021, 6, 30))));
    let whole = ask(&sample(NOTICES), "--from 2020-10-01 --to 2021-06-30 --period quarter");
    is_silent(&whole.cautions(ChartKey::Incidents), Rule::UnequalPeriods);
}

#[test]
fn a_cut_shorter_than_a_period_is_widened() {
    let cut = ask(&sample(NOTICES), "--from 2020-08-10 --to 2020-09-20 --period quarter");
    let found = cut.cautions(ChartKey::Incidents);
    let caution = objects(&found, Rule::UnequalPeriods);
    assert_eq!(*repair(caution), Repair::Range(Some(day(2020, 7, 1)), Some(day(2020, 9, 30))));
}

#[test]
fn what_the_axis_leaves_out_is_told() {
    let mixed = ask(&sample(NOTICES), "--mechanism mixed");
    let found = mixed.cautions(ChartKey::Disclosure);
    let caution = objects(&found, Rule::TruncatedAxis);
    assert!(caution.records.is_some(), "{caution:?}");
    // The window of a list of disclosures is what the figure is about.
    is_silent(&ask(&sample(NOTICES), "").cautions(ChartKey::Disclosure), Rule::TruncatedAxis);
    let mut model = mixed.model(ChartKey::Incidents);
    model.y.lo = 5.0;
    objects(&cautions::of(&mixed.answer, &model, &Options::default(), Lang::En), Rule::TruncatedAxis);
}

#[test]
fn repeats_are_told_with_and_without() {
    let found = ask(&sample(NOTICES), "");
    let cautions = found.cautions(ChartKey::Incidents);
    let caution = objects(&cautions, Rule::Duplicates);
    let Repair::Narrow(rest) = repair(caution) else { panic!("{caution:?}") };
    let question = &found.answer.question;
    let mut filter = question.filter.clone();
    filter.expr = filter.expr.and(rest.clone());
    let kept = select(&found.answer.loaded.snapshot, &filter, question.date_of, question.measure).len();
    let Expr::Not(left) = rest else { panic!("{rest:?}") };
    let Expr::Records(ids) = left.as_ref() else { panic!("{left:?}") };
    assert_eq!(kept + ids.len(), found.answer.selection().len());
    is_silent(&ask(&sample(REGISTER), "").cautions(ChartKey::Incidents), Rule::Duplicates);
}

#[test]
fn short_delays_of_a_list_are_not_taken_at_their_word() {
    let mixed = ask(&sample(NOTICES), "--mechanism mixed");
    let found = mixed.cautions(ChartKey::Disclosure);
    let caution = objects(&found, Rule::RightTruncation);
    assert!(matches!(repair(caution), Repair::Mechanism(_, Mechanism::DisclosureList)), "{caution:?}");
    let list = ask(&sample(NOTICES), "");
    is_silent(&list.cautions(ChartKey::Disclosure), Rule::RightTruncation);
    let found = list.with(ChartKey::Disclosure, &[("naive", "on")]);
    assert_eq!(*repair(objects(&found, Rule::RightTruncation)), Repair::Option { key: "naive", value: String::new() });
}

#[test]
fn one_of_many_groups_is_not_picked_out() {
    let Some(file) = real("wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv") else {
        return;
    };
    let by_sector = |sector: &str| {
        let flags = format!("--as-of 2026-08-13 --period year --field sector={sector}");
        ask(&file, &flags).cautions(ChartKey::Incidents)
    };
    let found = by_sector("Business");
    let caution = objects(&found, Rule::ManyComparisons);
    assert!(caution.why.contains("“Business” is one of 6 groups"), "{}", caution.why);
    // Where no change is told there is nothing to object to, nor where nothing was picked out.
    is_silent(&by_sector("Health"), Rule::ManyComparisons);
    let all = ask(&file, "--as-of 2026-08-13 --period year");
    is_silent(&all.cautions(ChartKey::Incidents), Rule::ManyComparisons);
}

#[test]
fn every_objection_speaks_both_languages() {
    let cases = [
        (ask(&sample(NOTICES), "--mechanism mixed"), ChartKey::Disclosure),
        (ask(&sample(NOTICES), "--as-of 2026-12-31 --from 2020-07-20 --to 2020-07-26"), ChartKey::Incidents),
        (ask(&sample(NOTICES), ""), ChartKey::AffectedSizes),
        (ask(&sample("french_incidents.csv"), "--from 2005"), ChartKey::AffectedSizes),
    ];
    for (shown, key) in &cases {
        let of = |lang| cautions::of(&shown.answer, &shown.model(*key), &Options::default(), lang);
        let (english, french) = (of(Lang::En), of(Lang::Fr));
        assert!(!english.is_empty() && english.len() == french.len());
        for (one, other) in english.iter().zip(&french) {
            assert_eq!(one.rule, other.rule);
            assert!(!one.why.contains('{') && !other.why.contains('{') && one.why != other.why);
            println!("{}\n{}\n", one.why, other.why);
        }
    }
    for rule in Rule::ALL {
        assert_ne!(rule.name(Lang::En), rule.name(Lang::Fr));
    }
}
