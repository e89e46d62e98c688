//! Grid lines, axis line, tick labels and the rows of numbers under the plot.

use crate::chart::model::{Axis, AxisRow, ChartModel, Grid, Scale};
use crate::draw::arrange::{self, Lines};
use crate::draw::font::{self, Weight};
use crate::draw::plot::Frame;
use crate::draw::scene::{Anchor, Halo, Item, Stroke, Text};
use crate::draw::style::Style;

/// The names under the bands of the horizontal axis, for a plot of this width; none where it has no bands.
pub fn band_names(model: &ChartModel, width: f64, style: &Style) -> Vec<Lines> {
    if model.x.scale != Scale::Band {
        return Vec::new();
    }
    let names: Vec<&str> = model.x.ticks.iter().map(|tick| tick.label.as_str()).collect();
    let band = width / (model.x.hi - model.x.lo).max(1.0);
    arrange::under_bands(&names, band, style.tick_pt * 0.5, &|words| font::width(words, style.tick_pt, Weight::Regular))
}

/// Height of the tick labels of the horizontal axis.
fn ticks_height(model: &ChartModel, under: &[Lines], style: &Style) -> f64 {
    let lines = under.iter().map(|name| name.lines.len()).max().unwrap_or(1).max(1);
    let labelled = model.x.ticks.iter().any(|tick| !tick.label.is_empty());
    if labelled { style.tick_pt * (1.7 + (lines - 1) as f64 * LINE) } else { 4.0 }
}

/// Height of a line of a name, in sizes of the letters.
const LINE: f64 = 1.25;

/// Height needed below the plot for tick labels and rows; `left` is the room to the left of the plot.
pub fn below(model: &ChartModel, under: &[Lines], left: f64, style: &Style) -> f64 {
    let row = |row: &AxisRow| if stands_beside(row, left, style) { 1.5 } else { 2.9 };
    ticks_height(model, under, style) + model.under_x.iter().map(row).sum::<f64>() * style.tick_pt
}

/// Whether a row's title is short enough to stand to the left of its numbers.
fn stands_beside(row: &AxisRow, left: f64, style: &Style) -> bool {
    font::width(&row.title, style.tick_pt, Weight::Regular) + BESIDE_PT <= left
}

/// Between a label beside the plot and the plot.
const BESIDE_PT: f64 = 8.0;

/// Draws grid, axis line, ticks and rows. `names` are those of the bands under and beside the plot.
pub fn draw(
    items: &mut Vec<Item>,
    model: &ChartModel,
    frame: &Frame,
    (under, beside, left): (&[Lines], &[Lines], f64),
    style: &Style,
) {
    let plot = frame.plot;
    if model.y.grid == Grid::Lines {
        for tick in model.y.ticks.iter().filter(|tick| !tick.label.is_empty()) {
            let y = frame.y(tick.at);
            items.push(line((plot.x, y), (plot.right(), y), Stroke::solid(style.palette.grid, 1.0)));
        }
    }
    if model.x.grid == Grid::Lines {
        for tick in model.x.ticks.iter().filter(|tick| !tick.label.is_empty()) {
            let x = frame.x(tick.at);
            items.push(line((x, plot.y), (x, plot.bottom()), Stroke::solid(style.palette.grid, 1.0)));
        }
    }
    match (model.x.scale, model.y.scale) {
        // A table has no line: its cells are its edges.
        (Scale::Band, Scale::Band) => {}
        (_, Scale::Band) => {
            items.push(line((plot.x, plot.y), (plot.x, plot.bottom()), Stroke::solid(style.line, 1.0)));
        }
        _ => items.push(line((plot.x, plot.bottom()), (plot.right(), plot.bottom()), Stroke::solid(style.line, 1.0))),
    }
    if model.y.scale == Scale::Band {
        let middle = |index: usize| model.y.ticks.get(index).map(|tick| frame.y(tick.at));
        names(items, beside, style, |name| Some((plot.x - 8.0, middle(name.index)?)), Anchor::End);
    } else {
        vertical_labels(items, &model.y, frame, style);
    }
    if model.x.scale == Scale::Band {
        let place = |name: &Lines| {
            let half = name.lines.len().saturating_sub(1) as f64 * style.tick_pt * LINE / 2.0;
            let x = frame.x(model.x.ticks.get(name.index)?.at);
            Some((x, plot.bottom() + style.tick_pt * 1.15 + half))
        };
        names(items, under, style, place, Anchor::Middle);
    } else {
        horizontal_labels(items, &model.x, frame, style);
    }
    rows(items, model, frame, (ticks_height(model, under, style), left), style);
}

/// Names of bands, each with its lines around the middle that `place` gives it.
fn names(
    items: &mut Vec<Item>,
    names: &[Lines],
    style: &Style,
    place: impl Fn(&Lines) -> Option<(f64, f64)>,
    anchor: Anchor,
) {
    for name in names {
        let Some((x, middle)) = place(name) else { continue };
        let first = middle - name.lines.len().saturating_sub(1) as f64 * style.tick_pt * LINE / 2.0;
        for (row, words) in name.lines.iter().enumerate() {
            let y = first + row as f64 * style.tick_pt * LINE + style.tick_pt * 0.35;
            items.push(label(words.clone(), (x, y), anchor, style));
        }
    }
}

fn vertical_labels(items: &mut Vec<Item>, axis: &Axis, frame: &Frame, style: &Style) {
    let room = frame.plot.height;
    let step = stride(axis.ticks.len(), room, style.tick_pt * 1.25);
    for tick in axis.ticks.iter().step_by(step).filter(|tick| !tick.label.is_empty()) {
        let y = frame.y(tick.at) + style.tick_pt * 0.35;
        items.push(label(tick.label.clone(), (frame.plot.x - 8.0, y), Anchor::End, style));
    }
}

/// How many ticks to go on by so that `count` labels of `each` height fit into `room`.
fn stride(count: usize, room: f64, each: f64) -> usize {
    let fit = (room / each).floor().max(1.0);
    (1..=count.max(1)).find(|step| (count as f64 / *step as f64) <= fit).unwrap_or(count.max(1))
}

fn horizontal_labels(items: &mut Vec<Item>, axis: &Axis, frame: &Frame, style: &Style) {
    let baseline = frame.plot.bottom() + style.tick_pt * 1.5;
    let labelled: Vec<(f64, &str)> = axis
        .ticks
        .iter()
        .filter(|tick| !tick.label.is_empty())
        .map(|tick| (frame.x(tick.at), tick.label.as_str()))
        .collect();
    let step = spread(&labelled, style);
    for (x, words) in labelled.into_iter().step_by(step) {
        items.push(label(words.to_owned(), (x, baseline), Anchor::Middle, style));
    }
}

/// The smallest even thinning at which no two neighbouring labels come closer than a letter.
pub(super) fn spread(labelled: &[(f64, &str)], style: &Style) -> usize {
    let half = |words: &str| font::width(words, style.tick_pt, Weight::Regular) / 2.0;
    (1..labelled.len().max(2))
        .find(|step| {
            let kept: Vec<&(f64, &str)> = labelled.iter().step_by(*step).collect();
            kept.windows(2).all(|pair| match pair {
                [(a, left), (b, right)] => b - a >= half(left) + half(right) + style.tick_pt * 0.6,
                _ => true,
            })
        })
        .unwrap_or(labelled.len().max(1))
}

/// Rows of numbers: a title, and beside or below it each number under its place; numbers without room are left out evenly.
fn rows(items: &mut Vec<Item>, model: &ChartModel, frame: &Frame, (ticks, left): (f64, f64), style: &Style) {
    let mut baseline = frame.plot.bottom() + ticks - style.tick_pt * 0.2;
    for row in &model.under_x {
        baseline += style.tick_pt * 1.5;
        if stands_beside(row, left, style) {
            items.push(label(row.title.clone(), (frame.plot.x - BESIDE_PT, baseline), Anchor::End, style));
        } else {
            items.push(label(row.title.clone(), (frame.plot.x, baseline), Anchor::Start, style));
            baseline += style.tick_pt * 1.4;
        }
        let numbers: Vec<(f64, &str)> = row.values.iter().map(|(at, words)| (frame.x(*at), words.as_str())).collect();
        let step = spread(&numbers, style);
        for (x, words) in numbers.into_iter().step_by(step) {
            items.push(label(words.to_owned(), (x, baseline), Anchor::Middle, style));
        }
    }
}

fn label(words: String, at: (f64, f64), anchor: Anchor, style: &Style) -> Item {
    Item::Text(Text {
        text: words,
        at,
        size: style.tick_pt,
        weight: Weight::Regular,
        colour: style.palette.muted,
        anchor,
        halo: Halo::Off,
    })
}

fn line(from: (f64, f64), to: (f64, f64), stroke: Stroke) -> Item {
    Item::Path { points: vec![from, to], stroke }
}
