//! How many were affected, and who and what: the gallery's figures on real data, against figures that were published.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test crate")]

use std::path::{Path, PathBuf};
use std::process::Command;

use uuid::Uuid;
use vigie::chart::figures::behind::records_behind;
use vigie::chart::figures::concentration::Concentration;
use vigie::chart::figures::pool::{Pool, exact_quantile};
use vigie::chart::figures::scope::Scope;
use vigie::chart::gallery::choice::Options;
use vigie::chart::gallery::{Ask, Drawn, Family, draw};
use vigie::chart::model::{ChartKey, FootLine, Marks};
use vigie::chart::records::RecordsKey;
use vigie::chart::words::Context;
use vigie::frame::{FrameBuilder, RecordId, Snapshot};
use vigie::import::bytes::sniff::{Extent, sniff};
use vigie::import::profiles;
use vigie::import::progress::Progress;
use vigie::import::propose::fit;
use vigie::import::read::read;
use vigie::model::affected::{Effect, Unit};
use vigie::model::calendar::Day;
use vigie::model::event::EventKind;
use vigie::query::first::first_question;
use vigie::query::question::{Filter, Question};
use vigie::query::select;
use vigie::text::Lang;

const PEOPLE: (Unit, Effect) = (Unit::People, Effect::DataExposed);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A real file, or `None` with a printed line when it is not here.
fn real(name: &str) -> Option<PathBuf> {
    let path = root().join("../shared/data").join(name);
    if !path.exists() {
        println!("skipped: {} is not here", path.display());
    }
    path.exists().then_some(path)
}

/// The records of known files, one after the other, as one frame.
fn frame(paths: &[PathBuf]) -> Snapshot {
    let mut builder = FrameBuilder::new(Uuid::from_u128(1));
    for path in paths {
        let bytes = std::fs::read(path).expect("readable");
        let found = sniff(&bytes, Extent::Whole).expect("a table");
        let (_, recipe) = profiles::choose(&found).expect("a known source");
        read(&mut bytes.as_slice(), &fit::fitted(&recipe, &found), &mut builder, &Progress::default()).expect("read");
    }
    builder.finish()
}

fn sample() -> Snapshot {
    frame(&[root().join("sample_data/washington_notices.csv")])
}

fn question(snapshot: &Snapshot) -> Question {
    first_question(snapshot, &[], Day::from_ymd(2026, 8, 13).expect("a day"))
}

fn drawn(snapshot: &Snapshot, question: &Question, key: ChartKey, lang: Lang, options: &[(&str, &str)]) -> Drawn {
    let selection = select(snapshot, &question.filter, question.date_of, question.measure);
    let scope = Scope::of(snapshot, &selection, question);
    let options = options.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let (options, context) = (Options(options), Context { lang, ..Context::default() });
    let ask = Ask {
        snapshot,
        question,
        selection: &selection,
        scope: &scope,
        options: &options,
        context: &context,
        document: &|_: RecordId| None,
    };
    draw(key, &ask).expect("a figure of the gallery")
}

/// What is said under a figure.
fn foot(drawn: &Drawn) -> String {
    drawn.model.foot.iter().map(FootLine::to_text).collect::<Vec<_>>().join("\n")
}

#[test]
fn health_portal_2010_to_2017_has_the_published_median_and_mean() {
    let (Some(open), Some(archived)) = (real("hhs_ocr/breach_report.csv"), real("hhs_ocr/breach_report(1).csv")) else {
        return;
    };
    let snapshot = frame(&[open, archived]);
    let mut question = question(&snapshot);
    question.measure = PEOPLE;
    question.date_of = EventKind::RegulatorNotified;
    question.filter = Filter { from: Day::from_ymd(2010, 1, 1), to: Day::from_ymd(2017, 12, 31), ..Filter::default() };
    let selection = select(&snapshot, &question.filter, question.date_of, question.measure);
    assert_eq!(selection.len(), 2_165);
    let mut pool = Pool::compute(&snapshot, &selection, PEOPLE);
    let (n, sum) = (pool.n(), pool.lows.iter().copied().map(u128::from).sum::<u128>());
    // As written: one of the incidents gives no number.
    let median = exact_quantile(&mut pool.lows.clone(), 0.5).and_then(|middle| middle.exact());
    assert_eq!((n, median, (sum as f64 / n as f64).round()), (2_164, Some(2_296.0), 84_351.0));
    // Numbers at the threshold are read as "at least 500", so that the figure gives bounds around it.
    let bounds = pool.quantile(0.5).expect("numbers");
    assert!(bounds.lo <= 2_296.0 && bounds.hi.is_some_and(|hi| hi >= 2_296.0), "{bounds:?}");
    let asked = |options: &[(&str, &str)]| drawn(&snapshot, &question, ChartKey::AffectedCurve, Lang::En, options);
    let on_demand = foot(&asked(&[("mean", "on")]));
    assert!(on_demand.contains("84,351 people with the largest incident, 47,959 people without it"), "{on_demand}");
    assert!(!foot(&asked(&[])).contains("mean"), "a mean is shown on demand only");
}

#[test]
fn ten_incidents_make_the_published_part_of_the_sum() {
    for (file, wanted, share) in [
        (
            "wa_ag/Data_Breach_Notifications_Affecting_Washington_Residents_20260813.csv",
            "10 of 1,586 incidents account for 39% of all people reported; a typical one: 1,929 people",
            "",
        ),
        (
            "hibp/breaches_20250315.json",
            "10 of 875 incidents account for 37% of all accounts reported; a typical one: 1.1 million accounts",
            "37.1",
        ),
    ] {
        let Some(path) = real(file) else { continue };
        let snapshot = frame(&[path]);
        let question = question(&snapshot);
        let drawn = drawn(&snapshot, &question, ChartKey::Concentration, Lang::En, &[]);
        assert_eq!(drawn.model.title, wanted);
        let selection = select(&snapshot, &question.filter, question.date_of, question.measure);
        let mut lows = Pool::compute(&snapshot, &selection, question.measure).lows;
        let found = Concentration::of(&mut lows).and_then(|found| found.share_of(10)).expect("ten");
        assert!(format!("{:.1}", found * 100.0).contains(share), "{found}");
    }
}

/// How many records each mark says it counts, and the records that it leads to.
fn marks(drawn: &Drawn, counted: fn(f64, &str) -> Option<u64>) -> Vec<(u64, RecordsKey)> {
    let mut found = Vec::new();
    for series in &drawn.model.series {
        match &series.marks {
            Marks::Bars { bars, .. } => {
                found.extend(
                    bars.iter().filter_map(|bar| Some((counted(bar.certain, &bar.label)?, bar.records.clone()))),
                );
            }
            Marks::Cells { cells } => {
                found.extend(cells.iter().filter_map(|cell| Some((counted(0.0, &cell.label)?, cell.records.clone()))));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn marks_lead_to_the_records_that_they_count() {
    let snapshot = sample();
    let question = question(&snapshot);
    let length = |length: f64, _: &str| Some(length as u64);
    let label = |_: f64, label: &str| label.replace(',', "").parse().ok();
    for (key, options, counted) in [
        (ChartKey::AffectedSizes, vec![], length as fn(f64, &str) -> Option<u64>),
        (ChartKey::Breakdown, vec![("field", "sector"), ("show", "number"), ("top", "5")], length),
        (ChartKey::Breakdown, vec![("field", "kind"), ("show", "number"), ("top", "5")], length),
        (ChartKey::Breakdown, vec![("field", "organisation"), ("show", "number"), ("top", "5")], length),
        (ChartKey::Together, vec![("show", "number")], label),
    ] {
        let drawn = drawn(&snapshot, &question, key, Lang::En, &options);
        let marks = marks(&drawn, counted);
        assert!(drawn.model.empty.is_some() || !marks.is_empty(), "{key:?} {options:?}");
        for (count, records) in marks {
            assert_eq!(records_behind(&snapshot, &question, &records).len() as u64, count, "{key:?} {records:?}");
        }
    }
}

#[test]
fn every_figure_is_whole_in_both_languages_whatever_the_data() {
    let none = FrameBuilder::new(Uuid::nil()).finish();
    let several = frame(&[root().join("sample_data/french_incidents.csv")]);
    for snapshot in [&none, &sample(), &several] {
        let question = question(snapshot);
        for family in [Family::Affected, Family::Breakdown] {
            for (key, lang) in family.charts().iter().flat_map(|key| Lang::ALL.map(|lang| (*key, lang))) {
                for options in [vec![], vec![("curve", "at-least"), ("show", "median"), ("mean", "on"), ("fit", "on")]]
                {
                    let drawn = drawn(snapshot, &question, key, lang, &options);
                    let model = &drawn.model;
                    let said = [&model.title, &model.alt, &foot(&drawn)].map(String::as_str).join(" ");
                    assert!(!model.title.is_empty() && !model.alt.is_empty(), "{key:?} {lang:?}");
                    assert!(!said.contains("NaN") && !said.contains("inf ") && !said.contains("-define"), "{said}");
                    assert!((2..=4).contains(&drawn.definition.len()), "{key:?}");
                    assert_eq!(model.empty.is_some(), model.series.is_empty(), "{key:?} {lang:?}");
                    let wide = model.table.headers.len();
                    assert!(model.table.rows.iter().all(|row| row.len() == wide), "{key:?}");
                    assert!(model.x.lo < model.x.hi && model.y.lo < model.y.hi, "{key:?}");
                }
            }
        }
    }
}

#[test]
fn the_command_line_names_the_largest() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("ranked.svg");
    let output = Command::new(env!("CARGO_BIN_EXE_vigie"))
        .args(["chart", "--figure", "affected-ranked", "--option", "top=20", "-o"])
        .args([out.as_os_str(), root().join("sample_data/washington_notices.csv").as_os_str()])
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let title = String::from_utf8_lossy(&output.stdout).lines().next().unwrap_or_default().to_owned();
    assert!(title.starts_with("Largest of ") && title.contains("; number 20 still affected "), "{title}");
    let svg = std::fs::read_to_string(&out).expect("a picture");
    assert!(svg.contains("people"));
}
