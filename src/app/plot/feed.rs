//! A model's series as items of egui_plot.

use eframe::egui::{Color32, Stroke};
use egui_plot::{Bar as PlotBar, BarChart, FilledArea, Line, MarkerShape, PlotItem, PlotPoints, PlotUi, Points};

use crate::app::theme::{self, Tokens};
use crate::chart::model::{BandPoint, Bar, ChartModel, ColourRole, Direction, Marks, Point, Series};

/// How much of a colour is left for dates known only coarsely.
const COARSE: f32 = 0.5;

/// Adds every series, from back to front.
pub fn feed(plot: &mut PlotUi<'_>, model: &ChartModel, plot_width: f32, tokens: &Tokens) {
    for item in items(model, plot_width, tokens) {
        plot.add_item(item);
    }
}

/// The items of a chart. `plot_width` decides the gaps between bars.
pub fn items(model: &ChartModel, plot_width: f32, tokens: &Tokens) -> Vec<Box<dyn PlotItem>> {
    let points_per_unit = f64::from(plot_width) / (model.x.hi - model.x.lo).max(f64::MIN_POSITIVE);
    model.series.iter().flat_map(|series| series_items(series, model, points_per_unit, tokens)).collect()
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

fn series_items(series: &Series, model: &ChartModel, points_per_unit: f64, tokens: &Tokens) -> Vec<Box<dyn PlotItem>> {
    let paint = colour(series.role, tokens);
    let name = series.name.as_str();
    let key = series.key.as_str();
    match &series.marks {
        Marks::Bars { direction, bars } => {
            vec![Box::new(bar_chart(series, *direction, bars, points_per_unit, tokens))]
        }
        Marks::Line { runs } => runs
            .iter()
            .enumerate()
            .map(|(run, points)| Box::new(line(name, (key, run), points.clone(), paint)) as Box<dyn PlotItem>)
            .collect(),
        Marks::Steps { points, until } => vec![Box::new(line(name, (key, 0), corners(points, *until), paint))],
        Marks::Band { points, until } => vec![Box::new(band(name, key, points, *until, paint))],
        Marks::Points { points } => dots(name, key, points, paint, tokens),
        Marks::Ranges { .. }
        | Marks::Outlines { .. }
        | Marks::Cells { .. }
        | Marks::Ticks { .. }
        | Marks::Rules { .. } => Vec::new(),
        Marks::Guide { at: [x, y] } => vec![
            Box::new(line(name, (key, 0), vec![[model.x.lo, *y], [*x, *y]], paint).width(1.3)),
            Box::new(line(name, (key, 1), vec![[*x, *y], [*x, model.y.lo]], paint).width(1.3)),
            Box::new(round(name, (key, 2), vec![[*x, *y]], paint, 4.0)),
        ],
    }
}

fn bar_chart(series: &Series, direction: Direction, bars: &[Bar], points_per_unit: f64, tokens: &Tokens) -> BarChart {
    let mut parts = Vec::with_capacity(bars.len());
    for bar in bars {
        let full = colour(bar.role.unwrap_or(series.role), tokens);
        let width = drawn_width(bar, direction, points_per_unit);
        let fill = if bar.partial { theme::faded(full, 0.28) } else { full };
        if bar.certain > 0.0 {
            parts.push(PlotBar::new(bar.at, bar.certain).width(width).fill(fill).stroke(Stroke::NONE));
        }
        if bar.coarse > 0.0 {
            let light = theme::faded(full, if bar.partial { 0.16 } else { COARSE });
            let part = PlotBar::new(bar.at, bar.coarse).width(width).base_offset(bar.certain);
            parts.push(part.fill(light).stroke(Stroke::NONE));
        }
    }
    let chart = BarChart::new(series.name.as_str(), parts).id((series.key.as_str(), 0)).allow_hover(false);
    match direction {
        Direction::Up => chart.vertical(),
        Direction::Right => chart.horizontal(),
    }
}

/// Width of a bar without its gap: bars that stand get up to three points of gap, bars that lie a third.
pub fn drawn_width(bar: &Bar, direction: Direction, points_per_unit: f64) -> f64 {
    match direction {
        Direction::Up => {
            let gap = (bar.width * points_per_unit * 0.1).clamp(0.0, 3.0);
            (bar.width - gap / points_per_unit).max(bar.width * 0.5)
        }
        Direction::Right => bar.width * 0.68,
    }
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

fn dots(name: &str, key: &str, points: &[Point], paint: Color32, tokens: &Tokens) -> Vec<Box<dyn PlotItem>> {
    let at = |partial: bool| -> Vec<[f64; 2]> {
        points.iter().filter(|point| point.partial == partial).map(|point| point.at).collect()
    };
    let hollow = at(true);
    vec![
        Box::new(round(name, (key, 0), at(false), paint, 4.0)),
        Box::new(round(name, (key, 1), hollow.clone(), paint, 4.0)),
        Box::new(round(name, (key, 2), hollow, tokens.surface, 2.4)),
    ]
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
