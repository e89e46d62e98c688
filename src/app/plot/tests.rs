//! What is given to egui_plot is what the model says, mark for mark; labels are the model's and never overlap.

use eframe::egui;
use egui_plot::{PlotGeometry, PlotItem};

use crate::app::plot::feed;
use crate::app::plot::layout::{Layout, part};
use crate::app::plot::pick;
use crate::app::theme::LIGHT;
use crate::chart::model::{
    Along, Annotation, Axis, BandPoint, Bar, ChartKey, ChartModel, ColourRole, DataTable, Direction, Grid, HeatCell,
    Legend, Marks, Outline, Point, Range, RangeStyle, Rule, Scale, Series, Tick,
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
    let items = feed::items(&model, &[], 400.0, &LIGHT);
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
    let [left, right, low, high] = bounds(feed::items(&model, &[], 400.0, &LIGHT)[0].as_ref());
    assert_eq!((left, right), (0.0, 5.0));
    assert!((low - -0.34).abs() < 1e-9 && (high - 1.34).abs() < 1e-9, "{low} to {high}");
}

#[test]
fn a_line_has_the_models_points_and_a_gap_between_runs() {
    let runs = vec![vec![[0.0, 1.0], [1.0, 2.0]], vec![[4.0, 3.0], [5.0, 4.0]]];
    let model = model(vec![series("average", Marks::Line { runs: runs.clone() })]);
    let items = feed::items(&model, &[], 400.0, &LIGHT);
    let drawn: Vec<_> = items.iter().map(|item| points(item.as_ref())).collect();
    assert_eq!(drawn, runs);
    assert_ne!(items[0].id(), items[1].id(), "runs are items of their own");
}

#[test]
fn steps_hold_their_height_until_the_next() {
    let steps = Marks::Steps { points: vec![[0.0, 0.0], [2.0, 0.5], [3.0, 1.0]], until: 6.0 };
    let items = feed::items(&model(vec![series("curve", steps)]), &[], 400.0, &LIGHT);
    let expected = [[0.0, 0.0], [2.0, 0.0], [2.0, 0.5], [3.0, 0.5], [3.0, 1.0], [6.0, 1.0]];
    assert_eq!(points(items[0].as_ref()), expected);
}

#[test]
fn a_band_reaches_from_low_to_high() {
    let band = vec![BandPoint { x: 0.0, lo: 0.1, hi: 0.3 }, BandPoint { x: 2.0, lo: 0.4, hi: 0.9 }];
    let items = feed::items(&model(vec![series("band", Marks::Band { points: band, until: 5.0 })]), &[], 400.0, &LIGHT);
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
    assert_eq!(targets[2].records, Some(&RecordsKey::Unbounded));
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

#[test]
fn parts_of_a_stack_stand_on_one_another() {
    let mut above = vec![bar(1.0, 2.0, 1.0, false), bar(2.0, 4.0, 0.0, false)];
    above[0].base = 3.0;
    above[1].base = 1.0;
    let model = model(vec![series("above", Marks::Bars { direction: Direction::Up, bars: above })]);
    let [_, _, low, high] = bounds(feed::items(&model, &[], 400.0, &LIGHT)[0].as_ref());
    assert_eq!((low, high), (1.0, 6.0), "from the lowest base to the end of the coarse part");
    let targets = pick::targets(&model);
    assert_eq!(targets.len(), 2, "each part can be reached");
}

fn range(at: f64, lo: Option<f64>, hi: Option<f64>, middle: Option<f64>) -> Range {
    Range {
        at,
        lo,
        hi,
        middle,
        style: RangeStyle::Whisker,
        role: None,
        label: String::new(),
        hover: vec![format!("range {at}")],
        records: RecordsKey::All,
    }
}

#[test]
fn ranges_reach_from_end_to_end_and_open_ones_to_the_frame() {
    let ranges = vec![range(1.0, Some(2.0), Some(5.0), Some(3.0)), range(2.0, None, Some(4.0), None)];
    let up = model(vec![series("interval", Marks::Ranges { direction: Direction::Up, ranges: ranges.clone() })]);
    let drawn: Vec<_> = feed::items(&up, &[], 400.0, &LIGHT).iter().map(|item| points(item.as_ref())).collect();
    assert_eq!(drawn, [vec![[1.0, 2.0], [1.0, 5.0]], vec![[2.0, 0.0], [2.0, 4.0]], vec![[1.0, 3.0]]]);
    let ranges = vec![range(1.0, Some(2.0), None, None), range(2.0, Some(3.0), Some(99.0), Some(4.0))];
    let right = model(vec![series("interval", Marks::Ranges { direction: Direction::Right, ranges })]);
    let drawn: Vec<_> = feed::items(&right, &[], 400.0, &LIGHT).iter().map(|item| points(item.as_ref())).collect();
    assert_eq!(drawn, [vec![[2.0, 1.0], [10.0, 1.0]], vec![[3.0, 2.0], [10.0, 2.0]], vec![[4.0, 2.0]]]);
}

#[test]
fn cells_fill_their_bands_and_what_is_not_covered_is_not_there() {
    let cell = |x: u32, y: u32, shade: Option<f64>| HeatCell {
        x,
        y,
        shade,
        partial: false,
        label: String::new(),
        hover: vec![format!("{x} {y}")],
        records: RecordsKey::All,
    };
    let cells = vec![cell(1, 2, Some(0.0)), cell(2, 3, Some(1.0)), cell(7, 7, None)];
    let mut model = model(vec![series("table", Marks::Cells { cells })]);
    model.y.scale = Scale::Band;
    let [left, right, low, high] = bounds(feed::items(&model, &[], 400.0, &LIGHT)[0].as_ref());
    assert_eq!((low, high), (1.5, 3.5));
    assert!((left - 0.5).abs() < 0.05 && (right - 2.5).abs() < 0.05, "{left} to {right}");
    let targets = pick::targets(&model);
    let said: Vec<&str> = targets.iter().flat_map(|target| target.hover).map(String::as_str).collect();
    assert_eq!(said, ["2 3", "1 2"], "row by row from the top; a gap says nothing");
}

#[test]
fn outlines_strokes_and_limits_stand_where_the_model_says() {
    let outline = Outline {
        at: 3.0,
        width: 1.0,
        expected: 6.0,
        interval: Some((5.0, 7.5)),
        label: String::new(),
        hover: vec!["expected".to_owned()],
    };
    let rules = [(4.0, Along::X), (5.0, Along::Y), (99.0, Along::X)].map(|(at, along)| Rule {
        at,
        along,
        label: String::new(),
    });
    let strokes = vec![[1.0, 0.5], [2.0, 0.75]];
    let model = model(vec![
        series("expected", Marks::Outlines { outlines: vec![outline] }),
        series("open", Marks::Ticks { at: strokes.clone() }),
        series("limits", Marks::Rules { rules: rules.into() }),
    ]);
    let items = feed::items(&model, &[], 400.0, &LIGHT);
    assert_eq!(items.len(), 4, "a limit beyond the axis is not drawn");
    let [_, _, low, high] = bounds(items[0].as_ref());
    assert_eq!((low, high), (0.0, 6.0));
    assert_eq!(points(items[1].as_ref()), strokes);
    let [_, _, low, high] = bounds(items[2].as_ref());
    assert_eq!((low, high), (4.0, 4.0));
    let [left, right, ..] = bounds(items[3].as_ref());
    assert_eq!((left, right), (5.0, 5.0));
    let targets = pick::targets(&model);
    assert_eq!(
        targets.iter().map(|target| target.records).collect::<Vec<_>>(),
        [None],
        "an expectation has no records"
    );
}

/// The layout of a chart in this room.
fn layout(model: &ChartModel, width: f32) -> Layout {
    let rect = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(width, 300.0));
    let ctx = egui::Context::default();
    crate::app::theme::install(&ctx);
    let mut found = None;
    for _ in 0..2 {
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| found = Some(Layout::of(ui, model, rect)));
        output.textures_delta.clear();
    }
    found.expect("laid out")
}

#[test]
fn names_above_have_rows_and_texts_of_dashed_lines_too() {
    let mut model = model(
        (0..8)
            .map(|index| {
                let bars = vec![bar(f64::from(index), 1.0, 0.0, false)];
                series(&format!("a sector with a long name {index}"), Marks::Bars { direction: Direction::Up, bars })
            })
            .collect(),
    );
    let without = layout(&model, 600.0);
    model.legend = Legend::Above;
    model.annotations = [2.0, 2.1, 2.2].map(|at| Annotation { at, text: "the law was widened here".to_owned() }).into();
    let with = layout(&model, 600.0);
    assert_eq!(with.names.len(), 8);
    let rows = with.names.last().map_or(0, |(row, _)| *row);
    assert!(rows >= 2, "eight long names do not fit into two rows");
    let mut taken: Vec<usize> = with.flags.iter().map(|flag| flag.row).collect();
    taken.sort_unstable();
    assert_eq!(taken, [0, 1, 2], "each text has a row");
    assert!(with.plot_with_axes.top() > without.plot_with_axes.top() + 17.0 * 5.0);
}

#[test]
fn long_names_of_bands_are_broken_and_keep_room_for_the_plot() {
    let names = ["Établissements de santé et médico-sociaux", "Collectivités territoriales", "Finance"];
    let mut model = model(Vec::new());
    let ticks: Vec<(f64, &str)> = names.iter().enumerate().map(|(at, name)| (at as f64, *name)).collect();
    model.x = Axis { scale: Scale::Band, ..axis(-0.5, 2.5, &ticks) };
    model.y = Axis { scale: Scale::Band, ..axis(-0.5, 2.5, &ticks) };
    let found = layout(&model, 420.0);
    assert!(found.plot_width > 200.0, "{}", found.plot_width);
    assert!(found.under[0].lines.len() > 1 && found.beside[0].lines.len() > 1);
    assert!(found.x.shown.is_empty() && found.y.shown.is_empty(), "egui_plot writes no names of bands");
    let words: Vec<String> = found.beside.iter().map(|name| name.lines.join(" ")).collect();
    assert_eq!(words, names, "broken between words, nothing left out");
}
