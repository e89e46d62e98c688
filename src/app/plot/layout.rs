//! Room around a plot: for names above, for tick labels, for names at the right, for annotations and for rows below.

use eframe::egui::{self, Rect};

use crate::app::theme::{self, size};
use crate::chart::model::{Along, Axis, ChartModel, Direction, Marks, Scale, Side};
use crate::draw::arrange::{self, Flag, Lines};
use crate::draw::font::Weight;
use crate::draw::{legend, names};

/// Height of one line of small text in a chart.
pub const LINE: f32 = 17.0;
/// Height of a line of a name that has several.
pub const NAME_LINE: f32 = 14.0;

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
    /// Labels of the horizontal axis; none where it has bands.
    pub x: Labels,
    /// Labels of the vertical axis; none where it has bands.
    pub y: Labels,
    /// Names under the bands of the horizontal axis.
    pub under: Vec<Lines>,
    /// Names beside the bands of the vertical axis.
    pub beside: Vec<Lines>,
    /// Texts of dashed lines, from the left edge of the plot.
    pub flags: Vec<Flag>,
    /// Names of the series above the plot: row and place from the left.
    pub names: Vec<(usize, f64)>,
    /// Upper left corner of the names of the series.
    pub names_at: egui::Pos2,
    /// Top of the rows below the plot.
    pub rows_top: f32,
    /// Of each of these rows, whether its title stands to the left of its numbers; else it has a line of its own.
    pub rows_beside: Vec<bool>,
}

/// Between a label beside the plot and the plot.
pub const BESIDE: f32 = 8.0;

/// Width of a text: regular or bold.
type WidthOf<'a> = &'a dyn Fn(&str, bool) -> f32;

impl Layout {
    /// Shares out `rect`.
    pub fn of(ui: &egui::Ui, model: &ChartModel, rect: Rect) -> Self {
        let width_of = |words: &str, bold: bool| {
            let font = if bold { theme::bold(size::TICK) } else { theme::plain(size::TICK) };
            ui.painter().layout_no_wrap(words.to_owned(), font, theme::NONE).size().x
        };
        let plain = |words: &str| f64::from(width_of(words, false));
        let (y_thickness, beside) = left_room(model, rect.width(), &width_of);
        let inner = (rect.width() - y_thickness).max(40.0);
        let right = right_room(model, inner, &width_of).min(inner * 0.6);
        let plot_width = inner - right;

        let under = if model.x.scale == Scale::Band {
            let band = f64::from(plot_width) / (model.x.hi - model.x.lo).max(1.0);
            arrange::under_bands(&labels_of(&model.x), band, 6.0, &plain)
        } else {
            Vec::new()
        };
        let lines = under.iter().map(|name| name.lines.len()).max().unwrap_or(1).max(1) as f32;
        let labelled = model.x.ticks.iter().any(|tick| !tick.label.is_empty());
        let x_thickness = if labelled { LINE + 3.0 + (lines - 1.0) * NAME_LINE } else { 4.0 };

        let names = places_of_names(model, rect.width(), &plain);
        let names_height = names.last().map_or(0.0, |(row, _)| (row + 1) as f32 * LINE + 4.0);
        let flags = flags(model, plot_width, &plain);
        let flag_rows = arrange::flag_rows(&flags) as f32;
        let above = if flags.is_empty() { top_room(model) } else { LINE * flag_rows + 2.0 };
        let fits_beside = |title: &str| width_of(title, false) + BESIDE <= y_thickness;
        let rows_beside: Vec<bool> = model.under_x.iter().map(|row| fits_beside(&row.title)).collect();
        let rows = rows_beside.iter().map(|is_beside| if *is_beside { LINE } else { LINE * 2.0 }).sum::<f32>();
        let mut plot_with_axes = rect;
        plot_with_axes.min.y += names_height + above;
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
            under,
            beside,
            flags,
            names,
            names_at: rect.min,
            rows_top: plot_with_axes.bottom(),
            rows_beside,
        }
    }
}

/// The height in which a chart's bands have a line of their own and everything around them its room; `usual` for a
/// chart without bands on its vertical axis.
pub fn height_for(model: &ChartModel, usual: f32) -> f32 {
    let rows = model.under_x.len() as f32 * LINE * 2.0;
    let names = if legend::entries(model).is_empty() { 0.0 } else { LINE + 4.0 };
    if model.y.scale == Scale::Band {
        let bands = (model.y.hi - model.y.lo) as f32;
        return (bands * 26.0 + 30.0).clamp(120.0, 26.0 * 60.0) + rows + names;
    }
    usual + rows + names
}

/// A share of an axis, 0 to 1.
pub fn part(value: f64, axis: &Axis) -> f32 {
    let part = (value - axis.lo) / (axis.hi - axis.lo);
    if part.is_finite() { part.clamp(0.0, 1.0) as f32 } else { 0.0 }
}

fn labels_of(axis: &Axis) -> Vec<&str> {
    axis.ticks.iter().map(|tick| tick.label.as_str()).collect()
}

/// Room for the labels of the vertical axis, and the names of its bands.
fn left_room(model: &ChartModel, width: f32, width_of: WidthOf<'_>) -> (f32, Vec<Lines>) {
    let longest = |most: f32, words: &str| most.max(width_of(words, false));
    let labels = labels_of(&model.y);
    let own = labels.iter().copied().fold(0.0, longest) + 8.0;
    if model.y.scale != Scale::Band {
        return (own.min(width * 0.5), Vec::new());
    }
    let room = own.min((width * 0.38).max(60.0));
    let beside =
        arrange::beside_bands(&labels, f64::from(room - 8.0), &|words: &str| f64::from(width_of(words, false)));
    let own = beside.iter().flat_map(|name| &name.lines).map(String::as_str).fold(0.0, longest) + 8.0;
    (own.min(width * 0.5), beside)
}

/// Places of the names of the series above the plot.
fn places_of_names(model: &ChartModel, width: f32, plain: arrange::Measure<'_>) -> Vec<(usize, f64)> {
    let widths: Vec<f64> = legend::entries(model).iter().map(|entry| legend::SAMPLE + plain(&entry.name)).collect();
    arrange::flow(&widths, legend::BETWEEN, f64::from(width))
}

/// Places of the texts of dashed lines above a plot of this width.
fn flags(model: &ChartModel, width: f32, plain: arrange::Measure<'_>) -> Vec<Flag> {
    let wanted: Vec<(f64, f64)> =
        model.annotations.iter().map(|one| (f64::from(part(one.at, &model.x) * width), plain(&one.text))).collect();
    arrange::flags(&wanted, -30.0, f64::from(width) + 6.0)
}

/// Room for the labels on the highest bars and points.
fn top_room(model: &ChartModel) -> f32 {
    let labelled = model.series.iter().any(|series| match &series.marks {
        Marks::Bars { direction: Direction::Up, bars } => bars.iter().any(|bar| !bar.label.is_empty()),
        Marks::Points { points } => points.iter().any(|point| !point.label.is_empty()),
        Marks::Ranges { direction: Direction::Up, ranges } => ranges.iter().any(|range| !range.label.is_empty()),
        Marks::Outlines { outlines } => outlines.iter().any(|outline| !outline.label.is_empty()),
        _ => false,
    });
    if labelled { LINE } else { 6.0 }
}

/// What words beside the plot take with the gap before them: as in the exported picture.
fn beside_room(words: &str, inner: f32, weight: Weight) -> f32 {
    (names::beside(words, f64::from(inner), f64::from(size::TICK), weight) + names::GAP + 2.0) as f32
}

/// Room to the right for labels of marks, names of series, and half of the last tick.
fn right_room(model: &ChartModel, inner: f32, width_of: WidthOf<'_>) -> f32 {
    let mut room = match model.x.ticks.last() {
        Some(tick) if model.x.scale != Scale::Band => {
            width_of(&tick.label, false) / 2.0 - (1.0 - part(tick.at, &model.x)) * inner
        }
        _ => 0.0,
    };
    // What stands at share s of the width and needs w more fits when s·(inner − room) + w ≤ inner.
    let mut need = |share: f32, wide: f32| {
        if share > 0.05 {
            room = room.max(inner - (inner - wide) / share);
        }
    };
    for series in &model.series {
        match &series.marks {
            Marks::Bars { direction: Direction::Right, bars } => {
                for bar in bars.iter().filter(|bar| !bar.label.is_empty()) {
                    need(part(bar.base + bar.certain + bar.coarse, &model.x), width_of(&bar.label, false) + 10.0);
                }
            }
            Marks::Ranges { direction: Direction::Right, ranges } => {
                for range in ranges.iter().filter(|range| !range.label.is_empty()) {
                    let hi = range.hi.map_or(1.0, |hi| part(hi, &model.x));
                    need(hi, width_of(&range.label, false) + 12.0);
                }
            }
            Marks::Rules { rules } => {
                for rule in rules.iter().filter(|rule| rule.along == Along::X && !rule.label.is_empty()) {
                    need(1.0, beside_room(&rule.label, inner, Weight::Regular));
                }
            }
            _ => {}
        }
        if let Some(label) = series.label.as_ref().filter(|label| label.side == Side::Right) {
            let share = part(label.at[0], &model.x);
            if f64::from(share) > names::AT_THE_END {
                need(share, beside_room(&label.text, inner, Weight::Bold));
            }
        }
    }
    room.max(0.0)
}

/// Labels of the horizontal axis, thinned evenly until no two come closer than a letter.
fn across(axis: &Axis, width: f32, width_of: &dyn Fn(&str) -> f32) -> Labels {
    if axis.scale == Scale::Band {
        return Labels::default();
    }
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

/// Labels of the vertical axis, thinned evenly to a line each.
fn upwards(axis: &Axis, height: f32) -> Labels {
    if axis.scale == Scale::Band {
        return Labels::default();
    }
    let labelled: Vec<_> = axis.ticks.iter().filter(|tick| !tick.label.is_empty()).collect();
    let fit = (height / LINE).floor().max(1.0);
    let most = labelled.len().max(1);
    let step = (1..most).find(|step| (labelled.len() as f32 / *step as f32) <= fit).unwrap_or(most);
    let step = if labelled.len() as f32 <= fit { 1 } else { step };
    Labels { shown: labelled.iter().step_by(step).map(|tick| (tick.at, tick.label.clone())).collect() }
}
