//! A model's series as items of egui_plot.

use eframe::egui::{Color32, Stroke};
use egui_plot::{
    Bar as PlotBar, BarChart, FilledArea, HLine, Line, LineStyle, MarkerShape, PlotItem, PlotPoints, PlotUi, Points,
    VLine,
};

use crate::app::plot::choice;
use crate::app::theme::{self, Tokens};
use crate::chart::model::{
    Along, BandPoint, Bar, ChartModel, ColourRole, Direction, HeatCell, Marks, Outline, Point, Range, RangeStyle, Rule,
    Series,
};
use crate::chart::records::RecordsKey;

/// How much of a colour is left for dates known only coarsely.
const COARSE: f32 = 0.45;

/// Adds every series, from back to front.
pub fn feed(plot: &mut PlotUi<'_>, model: &ChartModel, chosen: &[RecordsKey], plot_width: f32, tokens: &Tokens) {
    for item in items(model, chosen, plot_width, tokens) {
        plot.add_item(item);
    }
}

/// What is left of the colour of a mark that is not chosen, where others are.
const NOT_CHOSEN: f32 = 0.28;

/// How a chart's marks are coloured.
#[derive(Clone, Copy)]
struct Paint<'a> {
    tokens: &'a Tokens,
    chosen: &'a [RecordsKey],
    /// Points on the screen of one unit of the horizontal axis.
    points_per_unit: f64,
}

impl Paint<'_> {
    /// The colour of a mark of a role: pale when others are chosen and it is not.
    fn mark(&self, role: ColourRole, records: &RecordsKey) -> Color32 {
        let full = colour(role, self.tokens);
        if choice::stands_back(records, self.chosen) { theme::faded(full, NOT_CHOSEN) } else { full }
    }
}

/// The items of a chart. `plot_width` decides the gaps between bars.
///
/// Bars, curves, points, ranges, cells and limits are items; what egui_plot has no item for (strokes at the ends of
/// ranges, arrows, hatching) is painted over them.
///
/// Where marks are chosen the others are pale.
pub fn items(model: &ChartModel, chosen: &[RecordsKey], plot_width: f32, tokens: &Tokens) -> Vec<Box<dyn PlotItem>> {
    let points_per_unit = f64::from(plot_width) / (model.x.hi - model.x.lo).max(f64::MIN_POSITIVE);
    let paint = Paint { tokens, chosen, points_per_unit };
    model.series.iter().flat_map(|series| series_items(series, model, paint)).collect()
}

/// The colour of a role.
pub fn colour(role: ColourRole, tokens: &Tokens) -> Color32 {
    match role {
        ColourRole::Data(number) => tokens.data(usize::from(number.max(1)) - 1),
        ColourRole::Unknown => tokens.unknown,
        ColourRole::Other => tokens.other,
        ColourRole::Muted => tokens.muted,
    }
}

fn series_items(series: &Series, model: &ChartModel, look: Paint<'_>) -> Vec<Box<dyn PlotItem>> {
    let paint = colour(series.role, look.tokens);
    let name = series.name.as_str();
    let key = series.key.as_str();
    match &series.marks {
        Marks::Bars { direction, bars } => {
            vec![Box::new(bar_chart(series, *direction, bars, look))]
        }
        Marks::Line { runs } => runs
            .iter()
            .enumerate()
            .map(|(run, points)| Box::new(line(name, (key, run), points.clone(), paint)) as Box<dyn PlotItem>)
            .collect(),
        Marks::Steps { points, until } => vec![Box::new(line(name, (key, 0), corners(points, *until), paint))],
        Marks::Band { points, until } => vec![Box::new(band(name, key, points, *until, paint))],
        Marks::Points { points } => dots(series, points, look),
        Marks::Ranges { direction, ranges } => range_items(series, *direction, ranges, model, look),
        Marks::Outlines { outlines } => {
            vec![Box::new(outline_chart(name, key, outlines, look.points_per_unit, paint))]
        }
        Marks::Cells { cells } => vec![Box::new(table(series, cells, look))],
        Marks::Ticks { at } => {
            let strokes = Points::new(name, PlotPoints::from(at.clone())).id((key, 0)).shape(MarkerShape::Plus);
            vec![Box::new(strokes.radius(4.5).color(paint).allow_hover(false))]
        }
        Marks::Rules { rules } => rules
            .iter()
            .enumerate()
            .filter_map(|(index, rule)| rule_item(name, (key, index), rule, model, paint))
            .collect(),
        Marks::Guide { at: [x, y] } => vec![
            Box::new(line(name, (key, 0), vec![[model.x.lo, *y], [*x, *y]], paint).width(1.3)),
            Box::new(line(name, (key, 1), vec![[*x, *y], [*x, model.y.lo]], paint).width(1.3)),
            Box::new(round(name, (key, 2), vec![[*x, *y]], paint, 4.0)),
        ],
    }
}

fn bar_chart(series: &Series, direction: Direction, bars: &[Bar], look: Paint<'_>) -> BarChart {
    let mut parts = Vec::with_capacity(bars.len());
    for bar in bars {
        let full = look.mark(bar.role.unwrap_or(series.role), &bar.records);
        let width = drawn_width(bar, direction, look.points_per_unit);
        let fill = if bar.partial { theme::faded(full, 0.28) } else { full };
        if bar.certain > 0.0 {
            let part = PlotBar::new(bar.at, bar.certain).width(width).base_offset(bar.base);
            parts.push(part.fill(fill).stroke(seam(bar, look.tokens)));
        }
        if bar.coarse > 0.0 {
            let light = theme::faded(full, if bar.partial { 0.16 } else { COARSE });
            let part = PlotBar::new(bar.at, bar.coarse).width(width).base_offset(bar.base + bar.certain);
            parts.push(part.fill(light).stroke(Stroke::NONE));
        }
    }
    let chart = BarChart::new(series.name.as_str(), parts).id((series.key.as_str(), 0)).allow_hover(false);
    match direction {
        Direction::Up => chart.vertical(),
        Direction::Right => chart.horizontal(),
    }
}

/// A thin line of the surface around the parts of a stack, so that they stay apart in grey.
fn seam(bar: &Bar, tokens: &Tokens) -> Stroke {
    if bar.base > 0.0 && !bar.partial { Stroke::new(0.8, tokens.surface) } else { Stroke::NONE }
}

/// Length of an arrow upwards without an end, as a share of the axis.
const OPEN: f64 = 0.1;

/// Both ends of a range as they are seen: an open end, and one beyond the axis, stands at the frame.
pub fn seen_ends(range: &Range, direction: Direction, model: &ChartModel) -> ([f64; 2], [f64; 2]) {
    let at = range.at;
    let axis = if direction == Direction::Up { &model.y } else { &model.x };
    let lo = range.lo.unwrap_or(axis.lo).max(axis.lo).min(axis.hi);
    // Upwards without an end: a short arrow says so. Long ones would be all one sees.
    let is_short = direction == Direction::Up && range.style == RangeStyle::Whisker;
    let open = if is_short { lo + (axis.hi - axis.lo) * OPEN } else { axis.hi };
    let hi = range.hi.unwrap_or(open).max(axis.lo).min(axis.hi);
    match direction {
        Direction::Up => ([at, lo], [at, hi]),
        Direction::Right => ([lo, at], [hi, at]),
    }
}

fn range_items(
    series: &Series,
    direction: Direction,
    ranges: &[Range],
    model: &ChartModel,
    look: Paint<'_>,
) -> Vec<Box<dyn PlotItem>> {
    let (name, key) = (series.name.as_str(), series.key.as_str());
    let has_bars = model.series.iter().any(|series| matches!(series.marks, Marks::Bars { .. }));
    let mut items: Vec<Box<dyn PlotItem>> = Vec::with_capacity(ranges.len() + 1);
    for (index, range) in ranges.iter().enumerate() {
        let (from, to) = seen_ends(range, direction, model);
        let width = if range.style == RangeStyle::Whisker { 1.3 } else { CONNECTOR };
        if has_bars && range.style == RangeStyle::Whisker {
            // What sets it off from the bar that it stands on.
            let casing = line(name, (key, 2 * ranges.len() + index), vec![from, to], look.tokens.surface);
            items.push(Box::new(casing.width(3.3)));
        }
        let paint = look.mark(range.role.unwrap_or(series.role), &range.records);
        items.push(Box::new(line(name, (key, index), vec![from, to], paint).width(width)));
    }
    for (index, range) in ranges.iter().enumerate() {
        let Some(middle) = range.middle else { continue };
        let at = if direction == Direction::Up { [range.at, middle] } else { [middle, range.at] };
        let paint = look.mark(range.role.unwrap_or(series.role), &range.records);
        items.push(Box::new(round(name, (key, ranges.len() + index), vec![at], paint, 4.0)));
    }
    items
}

/// Thickness of a line from one thing to another.
pub const CONNECTOR: f32 = 4.0;

fn outline_chart(name: &str, key: &str, outlines: &[Outline], points_per_unit: f64, paint: Color32) -> BarChart {
    let bars = outlines.iter().map(|outline| {
        let width = column_width(outline.width, points_per_unit);
        PlotBar::new(outline.at, outline.expected).width(width).fill(theme::NONE).stroke(Stroke::new(1.4, paint))
    });
    BarChart::new(name, bars.collect()).id((key, 0)).allow_hover(false)
}

fn table(series: &Series, cells: &[HeatCell], look: Paint<'_>) -> BarChart {
    let width = 1.0 - (CELL_SEAM / look.points_per_unit).min(0.5);
    let full = colour(series.role, look.tokens);
    let bars = cells.iter().filter_map(|cell| {
        let shade = look.tokens.shade(full, cell.shade?);
        let is_back = choice::stands_back(&cell.records, look.chosen);
        let fill = if is_back { theme::faded(shade, NOT_CHOSEN) } else { shade };
        let bar = PlotBar::new(f64::from(cell.x), 1.0).width(width).base_offset(f64::from(cell.y) - 0.5);
        // The seam between rows is drawn as an edge: the height of a row in points is not known here.
        Some(bar.fill(fill).stroke(Stroke::new(0.75, look.tokens.surface)))
    });
    BarChart::new(series.name.as_str(), bars.collect()).id((series.key.as_str(), 0)).allow_hover(false)
}

/// Between two cells, in points.
const CELL_SEAM: f64 = 1.5;

fn rule_item(
    name: &str,
    id: (&str, usize),
    rule: &Rule,
    model: &ChartModel,
    paint: Color32,
) -> Option<Box<dyn PlotItem>> {
    let axis = if rule.along == Along::X { &model.y } else { &model.x };
    if !(axis.lo..=axis.hi).contains(&rule.at) {
        return None;
    }
    let style = LineStyle::Dashed { length: 5.0 };
    let stroke = Stroke::new(1.2, paint);
    Some(match rule.along {
        Along::X => Box::new(HLine::new(name, rule.at).id(id).stroke(stroke).style(style).allow_hover(false)),
        Along::Y => Box::new(VLine::new(name, rule.at).id(id).stroke(stroke).style(style).allow_hover(false)),
    })
}

/// Width of a bar without its gap: bars that stand get up to three points of gap, bars that lie a third.
pub fn drawn_width(bar: &Bar, direction: Direction, points_per_unit: f64) -> f64 {
    match direction {
        Direction::Up => column_width(bar.width, points_per_unit),
        Direction::Right => bar.width * 0.68,
    }
}

/// Widest column, in points: a single one does not fill the plot.
const COLUMN_MOST: f64 = 72.0;

fn column_width(width: f64, points_per_unit: f64) -> f64 {
    let whole = width * points_per_unit;
    let gap = (whole * 0.1).clamp(0.0, 3.0).max(whole - COLUMN_MOST);
    (width - gap / points_per_unit).max(width * 0.05)
}

fn line<'a>(name: &str, id: (&str, usize), points: Vec<[f64; 2]>, paint: Color32) -> Line<'a> {
    // A band is egui_plot's fast way for curves of one height a place: steps have two.
    Line::new(name, PlotPoints::from(points)).id(id).color(paint).width(2.0).allow_band(false).allow_hover(false)
}

fn round<'a>(name: &str, id: (&str, usize), points: Vec<[f64; 2]>, paint: Color32, radius: f32) -> Points<'a> {
    Points::new(name, PlotPoints::from(points))
        .id(id)
        .shape(MarkerShape::Circle)
        .filled(true)
        .radius(radius)
        .color(paint)
        .allow_hover(false)
}

fn dots(series: &Series, points: &[Point], look: Paint<'_>) -> Vec<Box<dyn PlotItem>> {
    let (name, key) = (series.name.as_str(), series.key.as_str());
    let full = colour(series.role, look.tokens);
    let at = |partial: bool, is_back: bool| -> Vec<[f64; 2]> {
        let back = |point: &&Point| choice::stands_back(&point.records, look.chosen) == is_back;
        points.iter().filter(|point| point.partial == partial).filter(back).map(|point| point.at).collect()
    };
    let mut items: Vec<Box<dyn PlotItem>> = Vec::new();
    let mut add = |points: Vec<[f64; 2]>, paint: Color32, radius: f32| {
        let id = (key, items.len());
        items.push(Box::new(round(name, id, points, paint, radius)));
    };
    for (is_back, paint) in [(true, theme::faded(full, NOT_CHOSEN)), (false, full)] {
        if is_back && look.chosen.is_empty() {
            continue;
        }
        let hollow = at(true, is_back);
        add(at(false, is_back), paint, 4.0);
        add(hollow.clone(), paint, 4.0);
        add(hollow, look.tokens.surface, 2.4);
    }
    items
}

/// Corners of a curve of steps.
pub fn corners(points: &[[f64; 2]], until: f64) -> Vec<[f64; 2]> {
    let mut corners: Vec<[f64; 2]> = Vec::with_capacity(points.len() * 2 + 1);
    for [x, y] in points {
        if let Some([_, before]) = corners.last().copied() {
            corners.push([*x, before]);
        }
        corners.push([*x, *y]);
    }
    if let Some([_, last]) = corners.last().copied() {
        corners.push([until, last]);
    }
    corners
}

fn band(name: &str, key: &str, points: &[BandPoint], until: f64, paint: Color32) -> FilledArea {
    let side = |of: fn(&BandPoint) -> f64| {
        corners(&points.iter().map(|point| [point.x, of(point)]).collect::<Vec<_>>(), until)
    };
    let (low, high) = (side(|point| point.lo), side(|point| point.hi));
    let xs: Vec<f64> = low.iter().map(|[x, _]| *x).collect();
    let lows: Vec<f64> = low.iter().map(|[_, y]| *y).collect();
    let highs: Vec<f64> = high.iter().map(|[_, y]| *y).collect();
    FilledArea::new(name, &xs, &lows, &highs).id((key, 0)).fill_color(theme::faded(paint, 0.18)).allow_hover(false)
}
