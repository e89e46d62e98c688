//! What is given to egui_plot is what the model says, mark for mark; labels are the model's and never overlap.

use eframe::egui;
use egui_plot::{PlotGeometry, PlotItem};

use crate::app::plot::feed;
use crate::app::plot::layout::{Layout, part};
use crate::app::plot::pick;
use crate::app::theme::LIGHT;
use crate::chart::model::{
    Axis, BandPoint, Bar, ChartKey, ChartModel, ColourRole, DataTable, Direction, Grid, Legend, Marks, Point, Scale,
    Series, Tick,
};
use crate::chart::records::RecordsKey;

fn axis(lo: f64, hi: f64, ticks: &[(f64, &str)]) -> Axis {
    Axis {
        title: String::new(),
        scale: Scale::Linear,
        lo,
        hi,
        ticks: ticks.iter().map(|(at, label)| Tick { at: *at, label: (*label).to_owned() }).collect(),
        grid: Grid::Lines,
    }
}

fn bar(at: f64, certain: f64, coarse: f64, partial: bool) -> Bar {
    Bar {
        at,
        width: 1.0,
        base: 0.0,
        certain,
        coarse,
        partial,
        role: None,
        label: String::new(),
        hover: vec![format!("bar {at}")],
        records: RecordsKey::All,
    }
}

fn series(key: &str, marks: Marks) -> Series {
    Series { key: key.to_owned(), name: key.to_owned(), role: ColourRole::Data(1), marks, label: None }
}

fn model(series: Vec<Series>) -> ChartModel {
    ChartModel {
        key: ChartKey::Incidents,
        title: "title".to_owned(),
        subtitle: String::new(),
        foot: Vec::new(),
        x: axis(0.0, 10.0, &[(1.0, "one"), (5.0, "five"), (9.0, "nine")]),
        y: axis(0.0, 8.0, &[(0.0, "0"), (4.0, "4"), (8.0, "8")]),
        series,
        annotations: Vec::new(),
        under_x: Vec::new(),
        alt: "alt".to_owned(),
        table: DataTable::default(),
        empty: None,
        legend: Legend::Off,
    }
}

/// Every point an item holds, as egui_plot has it.
fn points(item: &dyn PlotItem) -> Vec<[f64; 2]> {
    match item.geometry() {
        PlotGeometry::Points(points) => points.iter().map(|point| [point.x, point.y]).collect(),
        _ => Vec::new(),
    }
}

/// Left, right, low and high of everything an item draws.
fn bounds(item: &dyn PlotItem) -> [f64; 4] {
    let bounds = item.bounds();
    let ([left, low], [right, high]) = (bounds.min(), bounds.max());
    [left, right, low, high]
}

#[test]
fn bars_stand_where_the_model_says_and_as_high() {
    let bars = vec![bar(1.0, 3.0, 0.0, false), bar(2.0, 2.0, 1.5, false), bar(3.0, 0.5, 0.0, true)];
    let model = model(vec![series("count", Marks::Bars { direction: Direction::Up, bars })]);
    let items = feed::items(&model, 400.0, &LIGHT);
    assert_eq!(items.len(), 1);
    let [left, right, low, high] = bounds(items[0].as_ref());
    // Forty points a unit, so a gap of three points is 0.075 of a unit.
    assert!((left - (0.5 + 0.0375)).abs() < 1e-9 && (right - (3.5 - 0.0375)).abs() < 1e-9, "{left} to {right}");
    assert_eq!((low, high), (0.0, 3.5), "the coarse part stands on the certain one");
}

#[test]
fn lying_bars_grow_to_the_right() {
    let bars = vec![bar(0.0, 5.0, 0.0, false), bar(1.0, 2.0, 0.0, false)];
    let model = model(vec![series("size", Marks::Bars { direction: Direction::Right, bars })]);
    let [left, right, low, high] = bounds(feed::items(&model, 400.0, &LIGHT)[0].as_ref());
    assert_eq!((left, right), (0.0, 5.0));
    assert!((low - -0.34).abs() < 1e-9 && (high - 1.34).abs() < 1e-9, "{low} to {high}");
}

#[test]
fn a_line_has_the_models_points_and_a_gap_between_runs() {
    let runs = vec![vec![[0.0, 1.0], [1.0, 2.0]], vec![[4.0, 3.0], [5.0, 4.0]]];
    let model = model(vec![series("average", Marks::Line { runs: runs.clone() })]);
    let items = feed::items(&model, 400.0, &LIGHT);
    let drawn: Vec<_> = items.iter().map(|item| points(item.as_ref())).collect();
    assert_eq!(drawn, runs);
    assert_ne!(items[0].id(), items[1].id(), "runs are items of their own");
}

#[test]
fn steps_hold_their_height_until_the_next() {
    let steps = Marks::Steps { points: vec![[0.0, 0.0], [2.0, 0.5], [3.0, 1.0]], until: 6.0 };
    let items = feed::items(&model(vec![series("curve", steps)]), 400.0, &LIGHT);
    let expected = [[0.0, 0.0], [2.0, 0.0], [2.0, 0.5], [3.0, 0.5], [3.0, 1.0], [6.0, 1.0]];
    assert_eq!(points(items[0].as_ref()), expected);
}

#[test]
fn a_band_reaches_from_low_to_high() {
    let band = vec![BandPoint { x: 0.0, lo: 0.1, hi: 0.3 }, BandPoint { x: 2.0, lo: 0.4, hi: 0.9 }];
    let items = feed::items(&model(vec![series("band", Marks::Band { points: band, until: 5.0 })]), 400.0, &LIGHT);
    assert_eq!(bounds(items[0].as_ref()), [0.0, 5.0, 0.1, 0.9]);
}

#[test]
fn every_bar_and_point_can_be_reached_and_says_the_models_text() {
    let bars = vec![bar(1.0, 3.0, 0.0, false), bar(2.0, 0.0, 0.0, false)];
    let point = Point {
        at: [4.0, 2.0],
        label: String::new(),
        hover: vec!["a point".to_owned()],
        records: RecordsKey::Unbounded,
        partial: false,
    };
    let model = model(vec![
        series("count", Marks::Bars { direction: Direction::Up, bars }),
        series("points", Marks::Points { points: vec![point] }),
    ]);
    let targets = pick::targets(&model);
    let said: Vec<&str> = targets.iter().flat_map(|target| target.hover).map(String::as_str).collect();
    assert_eq!(said, ["bar 1", "bar 2", "a point"], "an empty period can be reached too");
    assert_eq!(targets[2].records, &RecordsKey::Unbounded);
}

#[test]
fn labels_are_the_models_and_never_overlap() {
    let words: Vec<String> = (0..60).map(|year| format!("{}", 1970 + year)).collect();
    let ticks: Vec<(f64, &str)> = words.iter().enumerate().map(|(at, word)| (at as f64, word.as_str())).collect();
    let mut model = model(Vec::new());
    model.x = axis(0.0, 59.0, &ticks);
    for width in [200.0, 500.0, 900.0, 1800.0] {
        let rect = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(width, 240.0));
        let mut layout = None;
        let ctx = egui::Context::default();
        crate::app::theme::install(&ctx);
        for _ in 0..2 {
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                let found = Layout::of(ui, &model, rect);
                let width_of = |word: &str| {
                    let font = crate::app::theme::plain(crate::app::theme::size::TICK);
                    ui.painter().layout_no_wrap(word.to_owned(), font, crate::app::theme::NONE).size().x
                };
                for pair in found.x.shown.windows(2) {
                    let [(a, left), (b, right)] = pair else { continue };
                    let room = (part(*b, &model.x) - part(*a, &model.x)) * found.plot_width;
                    assert!(room >= f32::midpoint(width_of(left), width_of(right)), "{left} meets {right} at {width}");
                }
                layout = Some(found);
            });
            output.textures_delta.clear();
        }
        let shown = layout.expect("drawn").x.shown;
        assert!(shown.len() >= 2, "{} labels at {width}", shown.len());
        assert!(shown.iter().all(|(at, word)| ticks.contains(&(*at, word.as_str()))), "a label of its own making");
    }
}
