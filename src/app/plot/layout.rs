//! Room around a plot: for tick labels, for names at the right, for annotations above and rows below.

use eframe::egui::{self, Rect};

use crate::app::theme::{self, size};
use crate::chart::model::{Axis, ChartModel, Direction, Marks, Scale, Side};

/// Height of one line of small text in a chart.
pub const LINE: f32 = 17.0;

/// The labels of an axis that are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    /// Position and text.
    pub shown: Vec<(f64, String)>,
}

/// Where things stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// What egui_plot gets: the plot with its two axes.
    pub plot_with_axes: Rect,
    /// Width of the plot alone.
    pub plot_width: f32,
    /// Room for the labels of the vertical axis.
    pub y_thickness: f32,
    /// Room for the labels of the horizontal axis.
    pub x_thickness: f32,
    /// Labels of the horizontal axis.
    pub x: Labels,
    /// Labels of the vertical axis.
    pub y: Labels,
    /// Top of the rows below the plot.
    pub rows_top: f32,
}

impl Layout {
    /// Shares out `rect`.
    pub fn of(ui: &egui::Ui, model: &ChartModel, rect: Rect) -> Self {
        let width_of = |words: &str, bold: bool| {
            let font = if bold { theme::bold(size::TICK) } else { theme::plain(size::TICK) };
            ui.painter().layout_no_wrap(words.to_owned(), font, theme::NONE).size().x
        };
        let y_labels = model.y.ticks.iter().map(|tick| width_of(&tick.label, false)).fold(0.0, f32::max);
        let y_thickness = (y_labels + 8.0).min(rect.width() * 0.5);
        let x_thickness = if model.x.ticks.iter().any(|tick| !tick.label.is_empty()) { LINE + 3.0 } else { 4.0 };
        let above = if model.annotations.is_empty() { top_room(model) } else { LINE + 2.0 };
        let rows = model.under_x.len() as f32 * LINE * 2.0;
        let inner = (rect.width() - y_thickness).max(40.0);
        let right = right_room(model, inner, &width_of).min(inner * 0.6);
        let plot_width = inner - right;
        let mut plot_with_axes = rect;
        plot_with_axes.min.y += above;
        plot_with_axes.max.x -= right;
        plot_with_axes.max.y -= rows;
        let plot_height = (plot_with_axes.height() - x_thickness).max(20.0);
        Self {
            plot_with_axes,
            plot_width,
            y_thickness,
            x_thickness,
            x: across(&model.x, plot_width, &|words| width_of(words, false)),
            y: upwards(&model.y, plot_height),
            rows_top: plot_with_axes.bottom(),
        }
    }
}

/// A share of an axis, 0 to 1.
pub fn part(value: f64, axis: &Axis) -> f32 {
    let part = (value - axis.lo) / (axis.hi - axis.lo);
    if part.is_finite() { part.clamp(0.0, 1.0) as f32 } else { 0.0 }
}

/// Room for the labels on the highest bars and points.
fn top_room(model: &ChartModel) -> f32 {
    let labelled = model.series.iter().any(|series| match &series.marks {
        Marks::Bars { direction: Direction::Up, bars } => bars.iter().any(|bar| !bar.label.is_empty()),
        Marks::Points { points } => points.iter().any(|point| !point.label.is_empty()),
        _ => false,
    });
    if labelled { LINE } else { 6.0 }
}

/// Room to the right for labels of bars, names of series, and half of the last tick.
fn right_room(model: &ChartModel, inner: f32, width_of: &dyn Fn(&str, bool) -> f32) -> f32 {
    let mut room = model
        .x
        .ticks
        .last()
        .map_or(0.0, |tick| width_of(&tick.label, false) / 2.0 - (1.0 - part(tick.at, &model.x)) * inner);
    // What stands at share s of the width and needs w more fits when s·(inner − room) + w ≤ inner.
    let mut need = |share: f32, wide: f32| {
        if share > 0.05 {
            room = room.max(inner - (inner - wide) / share);
        }
    };
    for series in &model.series {
        if let Marks::Bars { direction: Direction::Right, bars } = &series.marks {
            for bar in bars {
                need(part(bar.certain + bar.coarse, &model.x), width_of(&bar.label, false) + 10.0);
            }
        }
        if let Some(label) = series.label.as_ref().filter(|label| label.side == Side::Right) {
            let share = part(label.at[0], &model.x);
            if share > 0.6 {
                need(share, width_of(&label.text, true) + 10.0);
            }
        }
    }
    room.max(0.0)
}

/// Labels of the horizontal axis, thinned evenly until no two come closer than a letter.
fn across(axis: &Axis, width: f32, width_of: &dyn Fn(&str) -> f32) -> Labels {
    let placed: Vec<(f64, &str, f32, f32)> = axis
        .ticks
        .iter()
        .filter(|tick| !tick.label.is_empty())
        .map(|tick| (tick.at, tick.label.as_str(), part(tick.at, axis) * width, width_of(&tick.label) / 2.0))
        .collect();
    let fits = |step: usize| {
        let kept: Vec<_> = placed.iter().step_by(step).collect();
        kept.windows(2).all(|pair| match pair {
            [(_, _, a, left), (_, _, b, right)] => b - a >= left + right + 8.0,
            _ => true,
        })
    };
    let most = placed.len().max(1);
    let step = (1..most).find(|step| fits(*step)).unwrap_or(most);
    Labels { shown: placed.iter().step_by(step).map(|(at, label, _, _)| (*at, (*label).to_owned())).collect() }
}

/// Labels of the vertical axis, thinned evenly to a line each. Bands keep theirs: their height is made for them.
fn upwards(axis: &Axis, height: f32) -> Labels {
    let labelled: Vec<_> = axis.ticks.iter().filter(|tick| !tick.label.is_empty()).collect();
    let fit = if axis.scale == Scale::Band { labelled.len() as f32 } else { (height / LINE).floor().max(1.0) };
    let most = labelled.len().max(1);
    let step = (1..most).find(|step| (labelled.len() as f32 / *step as f32) <= fit).unwrap_or(most);
    let step = if labelled.len() as f32 <= fit { 1 } else { step };
    Labels { shown: labelled.iter().step_by(step).map(|tick| (tick.at, tick.label.clone())).collect() }
}
