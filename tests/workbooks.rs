//! Workbooks read back: what stands in their charts is what the models say, what the charts refer to stands in the
//! cells, parts stand in the order of the standard, and nothing computes or leads outside.

#![allow(missing_docs, clippy::expect_used, clippy::print_stdout, reason = "a test crate")]

#[path = "charts/marks.rs"]
mod marks;
#[path = "support/chart_xml.rs"]
mod chart_xml;
#[path = "support/number_code.rs"]
mod number_code;
#[path = "support/package.rs"]
mod package;
#[path = "support/workbook.rs"]
mod workbook;

use std::process::Command;

use vigie::briefing::deck::{Body, Deck, Sheet};
use vigie::briefing::format::{self, Format, Options};
use vigie::chart::gallery::Drawn;
use vigie::chart::model::{Cell, ChartModel, ColourRole, DataTable, Direction, Grid, Marks, Scale, Value};
use vigie::draw::legend;
use vigie::draw::style::Style;
use vigie::model::calendar::Day;
use vigie::text::Lang;

use chart_xml::{Chart, Series};
use workbook::Read;

fn sheet(model: ChartModel) -> Sheet {
    Sheet {
        page: uuid::Uuid::nil(),
        headline: model.title.clone(),
        subtitle: model.subtitle.clone(),
        foot: vec!["n = 212".to_owned()],
        notes: vec!["said".to_owned()],
        cautions: Vec::new(),
        part: None,
        body: Body::Figure(Box::new(Drawn {
            model,
            panels: Vec::new(),
            definition: vec!["What is counted.".to_owned()],
            choices: Vec::new(),
        })),
    }
}

fn deck(models: Vec<ChartModel>, lang: Lang) -> Deck {
    Deck {
        lang,
        title: "Models".to_owned(),
        marking: "TLP:GREEN".to_owned(),
        as_of: Day::from_ymd(2026, 8, 13).expect("a day"),
        as_of_unknown: false,
        sheets: models.into_iter().map(sheet).collect(),
    }
}

fn write(deck: &Deck) -> Vec<u8> {
    format::write(deck, Format::Xlsx, &Options::default()).expect("a workbook")
}

fn models() -> Vec<(&'static str, ChartModel)> {
    marks::all().into_iter().filter(|(_, model)| model.empty.is_none()).collect()
}

fn is_grid(model: &ChartModel) -> bool {
    model.series.iter().any(|series| matches!(series.marks, Marks::Cells { .. }))
}

/// Position on an axis as the number it means.
fn real(scale: Scale, at: f64) -> f64 {
    match scale {
        Scale::Log10 => 10_f64.powf(at),
        Scale::Time => at + 25_569.0,
        Scale::Linear | Scale::Band => at,
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0)
}

fn hex(model: &ChartModel, series: usize) -> String {
    Style::print().colour(model.series[series].role).hex().trim_start_matches('#').to_owned()
}

#[test]
fn charts_of_a_workbook_are_what_the_models_say() {
    let all = models();
    let read = Read::of(&write(&deck(all.iter().map(|(_, model)| model.clone()).collect(), Lang::En)));
    let with_chart: Vec<_> = all.iter().filter(|(_, model)| !is_grid(model)).collect();
    assert_eq!(read.charts.len(), with_chart.len(), "a chart for every model that is no table of shades");
    for (chart, (name, model)) in read.charts.iter().zip(with_chart) {
        assert_eq!(chart.title, model.title, "{name}");
        for (wanted, found) in [(&model.x.title, &chart.x.title), (&model.y.title, &chart.y.title)] {
            assert_eq!(wanted, found, "{name}: words of the axis");
        }
        domains(name, model, chart);
        ticks(name, model, chart);
        stacks(name, model, chart);
        for (index, series) in model.series.iter().enumerate() {
            match &series.marks {
                Marks::Bars { bars, .. } => {
                    let found = chart.named(&series.name).unwrap_or_else(|| panic!("{name}: {} is there", series.name));
                    let mut sorted: Vec<_> = bars.iter().collect();
                    sorted.sort_by(|a, b| a.at.total_cmp(&b.at));
                    let values: Vec<f64> = found.values.iter().flatten().copied().collect();
                    assert_eq!(
                        values,
                        sorted.iter().map(|bar| bar.certain).collect::<Vec<_>>(),
                        "{name}: {}",
                        series.name
                    );
                    assert_eq!(found.colour.as_deref(), Some(hex(model, index).as_str()), "{name}: {}", series.name);
                    let hatched = sorted.iter().filter(|bar| bar.partial).count();
                    assert_eq!(found.hatched(), hatched, "{name}: hatched where not complete");
                    let coarse: Vec<f64> = bars.iter().map(|bar| bar.coarse).filter(|coarse| *coarse > 0.0).collect();
                    let pale = chart
                        .series
                        .iter()
                        .find(|one| one.name.starts_with(&series.name) && one.name.contains("coarsely"));
                    let drawn: Vec<f64> =
                        pale.map(|one| one.values.iter().flatten().copied().collect()).unwrap_or_default();
                    assert_eq!(drawn, coarse, "{name}: the coarse part of {}", series.name);
                }
                Marks::Points { points } if chart.kind() == "scatterChart" => {
                    let found = chart.named(&series.name).unwrap_or_else(|| panic!("{name}: {} is there", series.name));
                    let wanted =
                        points.iter().map(|point| (real(model.x.scale, point.at[0]), real(model.y.scale, point.at[1])));
                    places(name, found, &wanted.collect::<Vec<_>>());
                }
                Marks::Steps { points, .. } if chart.kind() == "scatterChart" => {
                    let found = chart.named(&series.name).unwrap_or_else(|| panic!("{name}: {} is there", series.name));
                    for [x, y] in points {
                        let (x, y) = (real(model.x.scale, *x), real(model.y.scale, *y));
                        let is_there = found.places.iter().any(|(a, b)| near(*a, x) && b.is_some_and(|b| near(b, y)));
                        assert!(is_there, "{name}: a step of {} at {x}, {y}", series.name);
                    }
                }
                Marks::Ranges { ranges, .. } if chart.kind() == "scatterChart" => {
                    let found: Vec<&Series> = chart.series.iter().filter(|one| one.name == series.name).collect();
                    let count: usize = found.iter().map(|one| one.places.len()).sum();
                    assert!(count >= ranges.len(), "{name}: every range of {} has its place", series.name);
                    assert!(
                        found.iter().all(|one| one.errors.is_some() || ranges.is_empty()),
                        "{name}: with both ends"
                    );
                    ends(name, model, (&series.marks, series.role), &found);
                }
                _ => {}
            }
        }
    }
}

/// Both ends of each range, in its colour.
fn ends(name: &str, model: &ChartModel, (marks, role): (&Marks, ColourRole), found: &[&Series]) {
    let Marks::Ranges { direction, ranges } = marks else { return };
    let along = if *direction == Direction::Up { &model.y } else { &model.x };
    let mut drawn: Vec<(String, f64, f64)> = Vec::new();
    for one in found {
        let Some(errors) = &one.errors else { continue };
        for (index, (x, y)) in one.places.iter().enumerate() {
            let middle = if *direction == Direction::Up { y.unwrap_or(f64::NAN) } else { *x };
            let of = |all: &[Option<f64>]| all.get(index).copied().flatten().unwrap_or(f64::NAN);
            let colour = errors.colour.clone().unwrap_or_default();
            drawn.push((colour, middle - of(&errors.minus), middle + of(&errors.plus)));
        }
    }
    for range in ranges {
        let end = |end: Option<f64>, edge: f64| real(along.scale, end.unwrap_or(edge).clamp(along.lo, along.hi));
        let (lo, hi) = (end(range.lo, along.lo), end(range.hi, along.hi));
        let colour = Style::print().colour(range.role.unwrap_or(role)).hex();
        let is_there =
            drawn.iter().any(|(own, a, b)| *own == colour.trim_start_matches('#') && near(*a, lo) && near(*b, hi));
        assert!(is_there, "{name}: {lo} to {hi} in {colour} is not among {drawn:?}");
    }
}

/// Where ticks stand evenly the program writes them as the model does, and it has lines where the model has.
fn ticks(name: &str, model: &ChartModel, chart: &Chart) {
    for (axis, found) in [(&model.x, &chart.x), (&model.y, &chart.y)] {
        if found.is_category || axis.scale != Scale::Linear {
            continue;
        }
        assert_eq!(found.grid, axis.grid == Grid::Lines, "{name}: grid");
        let labelled: Vec<(f64, &str)> = axis
            .ticks
            .iter()
            .filter(|tick| !tick.label.is_empty())
            .map(|tick| (tick.at, tick.label.as_str()))
            .collect();
        if found.step.is_none() || !found.says || labelled.iter().any(|(_, label)| label.contains('.')) {
            continue;
        }
        let written = number_code::ticks(found, number_code::ENGLISH);
        for (at, label) in &labelled {
            let is_there = written.iter().any(|(place, says)| near(*place, *at) && says == label);
            assert!(is_there, "{name}: {label} at {at} is not among {written:?}");
        }
    }
}

/// Bars stand on one another where they do in the model, and what is named above it is named in the legend.
fn stacks(name: &str, model: &ChartModel, chart: &Chart) {
    let stands = |bars: &[vigie::chart::model::Bar]| bars.iter().any(|bar| bar.base > 0.0 || bar.coarse > 0.0);
    let stacked = model.series.iter().any(|one| matches!(&one.marks, Marks::Bars { bars, .. } if stands(bars)));
    assert_eq!(chart.stacked, stacked, "{name}: bars on one another");
    for entry in legend::entries(model).iter().filter(|_| !chart.legend.is_empty()) {
        let is_drawn = chart.series.iter().any(|one| one.name == entry.name);
        assert!(!is_drawn || chart.legend.contains(&entry.name), "{name}: {} is not in {:?}", entry.name, chart.legend);
    }
}

fn places(name: &str, found: &Series, wanted: &[(f64, f64)]) {
    assert_eq!(found.places.len(), wanted.len(), "{name}: {}", found.name);
    for ((x, y), (a, b)) in wanted.iter().zip(&found.places) {
        assert!(near(*x, *a) && b.is_some_and(|b| near(*y, b)), "{name}: {x}, {y} stands at {a}, {b:?}");
    }
}

/// Both axes show what the model shows: to the number, or to the power of ten around it.
fn domains(name: &str, model: &ChartModel, chart: &Chart) {
    for (axis, found) in [(&model.x, &chart.x), (&model.y, &chart.y)] {
        if found.is_category {
            let wanted: Vec<&str> = axis.ticks.iter().map(|tick| tick.label.as_str()).collect();
            if axis.scale == Scale::Band {
                assert_eq!(chart.categories, wanted, "{name}: names of categories");
            }
            continue;
        }
        let (lo, hi) = match axis.scale {
            Scale::Log10 => (real(Scale::Log10, axis.lo.floor()), real(Scale::Log10, axis.hi.ceil())),
            Scale::Time => (real(Scale::Time, axis.lo).floor(), real(Scale::Time, axis.hi).ceil()),
            Scale::Linear | Scale::Band => (axis.lo, axis.hi),
        };
        let is_same = |a: Option<f64>, b: f64| a.is_some_and(|a| near(a, b));
        assert!(is_same(found.min, lo) && is_same(found.max, hi), "{name}: {lo} to {hi}, found {found:?}");
        assert_eq!(found.is_log, axis.scale == Scale::Log10, "{name}");
    }
}

#[test]
fn charts_refer_to_cells_that_hold_the_same() {
    let read = Read::of(&write(&deck(models().into_iter().map(|(_, model)| model).collect(), Lang::Fr)));
    let mut count = 0;
    for (formula, cached) in read.charts.iter().flat_map(|chart| &chart.references) {
        let cells = read.cells(formula);
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let same = cells.len() == cached.len()
            && cells
                .iter()
                .zip(cached)
                .all(|(a, b)| a == b || a.parse::<f64>().is_ok_and(|a| b.parse::<f64>().is_ok_and(|b| near(a, b))));
        assert!(same, "{formula}: {cells:?} and {cached:?}");
        count += cached.len();
    }
    assert!(count > 300, "{count} values");
}

#[test]
fn parts_stand_in_the_order_of_the_standard_and_nothing_leads_outside() {
    let bytes = write(&deck(models().into_iter().map(|(_, model)| model).collect(), Lang::En));
    let read = Read::of(&bytes);
    workbook::check_order(&read);
    for (name, text) in &read.parts {
        assert!(!name.contains("externalLink") && !name.contains("vba"), "{name}");
        assert!(!text.contains("TargetMode=\"External\""), "{name} leads outside");
        assert!(!name.starts_with("xl/worksheets/sheet") || !text.contains("<f>"), "{name} has a formula");
    }
    assert_eq!(bytes, write(&deck(models().into_iter().map(|(_, model)| model).collect(), Lang::En)), "the same bytes");
    let core = read.part("docProps/core.xml");
    assert!(core.contains("2026-08-13T00:00:00Z"), "the day of the data is the day of the file: {core}");
}

#[test]
fn tables_hold_real_numbers_and_days_and_say_what_is_not_one() {
    let cell = |text: &str, value: Value| Cell { text: text.to_owned(), value };
    let mut model = models().remove(0).1;
    model.table = DataTable {
        headers: ["Name", "People", "Day", "Share"].map(str::to_owned).into(),
        rows: vec![
            vec![
                cell("=1+1", Value::Text),
                cell("1 200", Value::Count(1_200)),
                cell("1 mars 2024", Value::Day(Day::from_ymd(2024, 3, 1).expect("a day"))),
                cell("12,5 %", Value::Real(0.125)),
            ],
            vec![
                cell("@SUM(A1)", Value::Text),
                cell("au moins 3", Value::Text),
                cell("mars 2024", Value::Text),
                cell("", Value::Missing),
            ],
        ],
    };
    let bytes = write(&deck(vec![model], Lang::Fr));
    let read = Read::of(&bytes);
    let rows = |formula: &str| read.cells(formula);
    let name = read.sheets.iter().map(|(name, _)| name).find(|name| name.starts_with("1 ")).expect("a sheet").clone();
    assert_eq!(rows(&format!("'{name}'!$A$5:$A$6")), ["=1+1", "@SUM(A1)"]);
    assert_eq!(rows(&format!("'{name}'!$B$5:$B$6")), ["1200", ""]);
    assert_eq!(rows(&format!("'{name}'!$C$5:$C$6")), ["", "au moins 3"]);
    assert_eq!(rows(&format!("'{name}'!$D$5:$D$6")), ["45352", ""]);
    assert_eq!(rows(&format!("'{name}'!$E$5:$E$6")), ["", "mars 2024"]);
    assert_eq!(rows(&format!("'{name}'!$F$5:$F$6")), ["0.125", ""]);
}

const SCRIPT: &str = r#"
import sys, openpyxl, datetime
book = openpyxl.load_workbook(sys.argv[1])
kinds, charts, tables, days = set(), 0, 0, 0
for sheet in book.worksheets:
    charts += len(sheet._charts); tables += len(sheet.tables)
    assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToWidth in (None, 1), sheet.title
    assert sheet.oddFooter.right.text == "&P / &N" or "&P" in str(sheet.oddFooter.right.text), sheet.oddFooter
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None: continue
            kinds.add(cell.data_type)
            days += isinstance(cell.value, datetime.datetime)
            if isinstance(cell.value, str) and cell.value[:1] in "=+-@" and cell.value[:1]:
                assert cell.data_type == "s" and cell.quotePrefix, cell
assert "f" not in kinds, kinds
print(charts, tables, days, book.properties.created.isoformat())
"#;

#[test]
fn another_program_reads_charts_tables_and_days() {
    let mut all: Vec<ChartModel> = models().into_iter().map(|(_, model)| model).collect();
    let cell = |text: &str, value: Value| Cell { text: text.to_owned(), value };
    let day = |day: u32| cell("a day", Value::Day(Day::from_ymd(2024, 3, day).expect("a day")));
    for model in &mut all {
        model.table = DataTable {
            headers: vec!["=Name".to_owned(), "Day".to_owned()],
            rows: (1..4).map(|at| vec![cell("-2+3", Value::Text), day(at)]).collect(),
        };
    }
    let (charts, tables) = (all.iter().filter(|model| !is_grid(model)).count(), all.len());
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("deck.xlsx");
    std::fs::write(&path, write(&deck(all, Lang::En))).expect("a file");
    let Ok(ran) = Command::new("python3").arg("-c").arg(SCRIPT).arg(&path).output() else {
        println!("skipped: no python3");
        return;
    };
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    if said.contains("ModuleNotFoundError") {
        println!("skipped: no openpyxl");
        return;
    }
    assert!(ran.status.success(), "{said}");
    let found = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert_eq!(found.trim(), format!("{charts} {tables} {} 2026-08-13T00:00:00", tables * 3));
}
