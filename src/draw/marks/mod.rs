//! What is drawn of each series: bars, lines, steps, bands, points and guides here, the rest in its own file.

pub(super) mod cells;
pub(super) mod ranges;

use crate::chart::model::{Along, BandPoint, Bar, ChartModel, ColourRole, Direction, Marks, Point, Rule, Series};
use crate::draw::palette::BAND;
use crate::draw::plot::Frame;
use crate::draw::scene::{Area, Fill, Item, Stroke};
use crate::draw::style::{Colour, Style};

/// What is drawn of each series of a chart.
pub fn of_chart(model: &ChartModel, frame: &Frame, style: &Style) -> Vec<Vec<Item>> {
    let has_bars = model.series.iter().any(|series| matches!(series.marks, Marks::Bars { .. }));
    model.series.iter().map(|series| of_series(series, frame, has_bars, style)).collect()
}

/// What is drawn of a series.
///
/// Where there are bars (`has_bars`), thin ranges have a casing of the page's colour, so that they are seen on them.
fn of_series(series: &Series, frame: &Frame, has_bars: bool, style: &Style) -> Vec<Item> {
    let mut items = Vec::new();
    draw(&mut items, series, frame, has_bars, style);
    items
}

fn draw(items: &mut Vec<Item>, series: &Series, frame: &Frame, has_bars: bool, style: &Style) {
    match &series.marks {
        Marks::Bars { direction, bars } => {
            for bar in bars {
                draw_bar(items, bar, *direction, bar.role.unwrap_or(series.role), frame, style);
            }
        }
        Marks::Line { runs } => {
            for run in runs {
                let points: Vec<_> = run.iter().map(|[x, y]| (frame.x(*x), frame.y(*y))).collect();
                draw_run(items, points, series, style);
            }
        }
        Marks::Steps { points, until } => {
            let corners = steps(points.iter().map(|[x, y]| (*x, *y)), *until, frame);
            draw_run(items, corners, series, style);
        }
        Marks::Band { points, until } => draw_band(items, points, *until, series, frame, style),
        Marks::Points { points } => {
            for point in points {
                draw_point(items, point, series, frame, style);
            }
        }
        Marks::Ranges { direction, ranges } => {
            for range in ranges {
                let colour = style.colour(range.role.unwrap_or(series.role));
                if has_bars {
                    ranges::casing(items, range, *direction, frame, style);
                }
                ranges::draw(items, range, *direction, colour, frame, style);
            }
        }
        Marks::Outlines { outlines } => {
            for outline in outlines {
                ranges::draw_outline(items, outline, style.colour(series.role), frame);
            }
        }
        Marks::Cells { cells } => {
            for cell in cells {
                cells::draw(items, cell, series.role, frame, style);
            }
        }
        Marks::Ticks { at } => {
            for [x, y] in at {
                let (x, y) = (frame.x(*x), frame.y(*y));
                let stroke = Stroke::solid(style.colour(series.role), 1.2);
                items.push(Item::Path { points: vec![(x, y - TICK_PT), (x, y + TICK_PT)], stroke });
            }
        }
        Marks::Rules { rules } => {
            for rule in rules {
                draw_rule(items, rule, style.colour(series.role), frame);
            }
        }
        Marks::Guide { at: [x, y] } => draw_guide(items, (frame.x(*x), frame.y(*y)), series, frame, style),
    }
}

/// Half of the length of a short stroke across a curve.
const TICK_PT: f64 = 4.0;

fn draw_rule(items: &mut Vec<Item>, rule: &Rule, colour: Colour, frame: &Frame) {
    let plot = frame.plot;
    let points = match rule.along {
        Along::X if frame.has_y(rule.at) => vec![(plot.x, frame.y(rule.at)), (plot.right(), frame.y(rule.at))],
        Along::Y if frame.has_x(rule.at) => vec![(frame.x(rule.at), plot.y), (frame.x(rule.at), plot.bottom())],
        Along::X | Along::Y => return,
    };
    items.push(Item::Path { points, stroke: Stroke::dashed(colour, 1.2) });
}

/// Widest bar: a single one does not fill the plot.
const BAR_MOST_PT: f64 = 72.0;
/// Thickest bar to the right.
const ROW_MOST_PT: f64 = 30.0;

/// The rectangle of a bar's part between two lengths.
fn bar_area(bar: &Bar, direction: Direction, (from, to): (f64, f64), frame: &Frame) -> Area {
    match direction {
        Direction::Up => column(bar.at, bar.width, (from, to), frame),
        Direction::Right => {
            let (top, bottom) = (frame.y(bar.at + bar.width / 2.0), frame.y(bar.at - bar.width / 2.0));
            let gap = ((bottom - top) * 0.32).max(bottom - top - ROW_MOST_PT);
            let (low, high) = (frame.x(from), frame.x(to));
            Area { x: low, y: top + gap / 2.0, width: (high - low).max(0.0), height: (bottom - top - gap).max(0.4) }
        }
    }
}

/// The rectangle of a column between two heights.
fn column(at: f64, width: f64, (from, to): (f64, f64), frame: &Frame) -> Area {
    let (left, right) = (frame.x(at - width / 2.0), frame.x(at + width / 2.0));
    let gap = ((right - left) * 0.1).clamp(0.0, 3.0).max(right - left - BAR_MOST_PT);
    let (low, high) = (frame.y(from), frame.y(to));
    Area { x: left + gap / 2.0, y: high, width: (right - left - gap).max(0.4), height: (low - high).max(0.0) }
}

/// The whole bar, certain and coarse part together.
pub(super) fn whole_bar(bar: &Bar, direction: Direction, frame: &Frame) -> Area {
    bar_area(bar, direction, (bar.base, bar.base + bar.certain + bar.coarse), frame)
}

/// Between the parts of a stack, so that they stay apart in grey.
const SEAM_PT: f64 = 0.8;

fn draw_bar(items: &mut Vec<Item>, bar: &Bar, direction: Direction, role: ColourRole, frame: &Frame, style: &Style) {
    let colour = style.colour(role);
    let middle = bar.base + bar.certain;
    let parts = [(bar.base, middle, colour), (middle, middle + bar.coarse, style.palette.pale(colour, 0.55))];
    for (from, to, colour) in parts.into_iter().filter(|(from, to, _)| to > from) {
        let mut area = bar_area(bar, direction, (from, to), frame);
        // Something is not nothing: what is there is seen, however long the longest bar.
        match direction {
            Direction::Up if area.height < 1.0 => {
                area.y -= 1.0 - area.height;
                area.height = 1.0;
            }
            Direction::Right if area.width < 1.0 => area.width = 1.0,
            // A part of a stack begins a hair after the one before.
            Direction::Up if from > 0.0 && from == bar.base && area.height > 3.0 * SEAM_PT => area.height -= SEAM_PT,
            Direction::Right if from > 0.0 && from == bar.base && area.width > 3.0 * SEAM_PT => {
                area.x += SEAM_PT;
                area.width -= SEAM_PT;
            }
            _ => {}
        }
        let (fill, edge) = if bar.partial {
            (Fill::Hatch(colour), Some(Stroke::dashed(colour, 1.0)))
        } else {
            (Fill::Solid(colour), None)
        };
        items.push(Item::Rect { area, fill, edge });
    }
}

fn draw_run(items: &mut Vec<Item>, points: Vec<(f64, f64)>, series: &Series, style: &Style) {
    let colour = style.colour(series.role);
    match points.as_slice() {
        [] => {}
        [only] => items.push(Item::Dot { at: *only, radius: 2.0, fill: colour, edge: None }),
        _ => items.push(Item::Path { points, stroke: Stroke::solid(colour, 2.0) }),
    }
}

/// Corners of a curve of steps.
fn steps(points: impl Iterator<Item = (f64, f64)>, until: f64, frame: &Frame) -> Vec<(f64, f64)> {
    let mut corners: Vec<(f64, f64)> = Vec::new();
    for (x, y) in points {
        let (x, y) = (frame.x(x), frame.y(y));
        if let Some((_, before)) = corners.last().copied() {
            corners.push((x, before));
        }
        corners.push((x, y));
    }
    if let Some((_, last)) = corners.last().copied() {
        corners.push((frame.x(until), last));
    }
    corners.dedup();
    corners
}

fn draw_band(items: &mut Vec<Item>, points: &[BandPoint], until: f64, series: &Series, frame: &Frame, style: &Style) {
    let upper = steps(points.iter().map(|point| (point.x, point.hi)), until, frame);
    let mut lower = steps(points.iter().map(|point| (point.x, point.lo)), until, frame);
    lower.reverse();
    let corners: Vec<_> = upper.into_iter().chain(lower).collect();
    if corners.len() > 2 {
        items.push(Item::Shape { points: corners, fill: style.colour(series.role), opacity: BAND });
    }
}

fn draw_point(items: &mut Vec<Item>, point: &Point, series: &Series, frame: &Frame, style: &Style) {
    let colour = style.colour(series.role);
    let at = (frame.x(point.at[0]), frame.y(point.at[1]));
    let (fill, edge) = if point.partial {
        (style.palette.surface, Some(Stroke::solid(colour, 1.5)))
    } else {
        (colour, Some(Stroke::solid(style.palette.surface, 1.0)))
    };
    items.push(Item::Dot { at, radius: 4.0, fill, edge });
}

fn draw_guide(items: &mut Vec<Item>, at: (f64, f64), series: &Series, frame: &Frame, style: &Style) {
    let colour = style.colour(series.role);
    let stroke = Stroke::solid(colour, 1.3);
    items.push(Item::Path { points: vec![(frame.plot.x, at.1), at, (at.0, frame.plot.bottom())], stroke });
    items.push(Item::Dot { at, radius: 4.0, fill: colour, edge: None });
}
