//! Axes of a chart: domain, steps, number formats, grid.

use rust_xlsxwriter::{ChartAxis, ChartAxisLabelPosition, ChartAxisTickType, ChartLine};

use crate::briefing::xlsx::cells::{Pen, rgb};
use crate::briefing::xlsx::chart::real;
use crate::chart::model::{Axis, Grid, Scale};
use crate::text::Lang;

/// An axis of numbers, days or powers of ten, from the lowest to the highest position of the model.
pub fn values(axis: &mut ChartAxis, of: &Axis, pen: &Pen) {
    match of.scale {
        Scale::Log10 => {
            axis.set_log_base(10);
            axis.set_min(real(Scale::Log10, of.lo.floor())).set_max(real(Scale::Log10, of.hi.ceil()));
            axis.set_num_format(number_format(of));
        }
        Scale::Time => {
            axis.set_min(real(Scale::Time, of.lo).floor()).set_max(real(Scale::Time, of.hi).ceil());
            let days = of.hi - of.lo;
            let shape = if days > 1_100.0 {
                "yyyy"
            } else if days > 70.0 {
                "mmm yyyy"
            } else {
                "d mmm"
            };
            let words = if pen.lang == Lang::Fr { "[$-40C]" } else { "[$-809]" };
            axis.set_num_format(format!("{words}{shape}"));
            let unit = match days {
                days if days > 7_000.0 => 1_826.0,
                days if days > 2_900.0 => 730.5,
                days if days > 1_100.0 => 365.25,
                days if days > 500.0 => 91.3,
                days if days > 150.0 => 61.0,
                days if days > 70.0 => 30.4,
                days => (days / 6.0).max(1.0).round(),
            };
            axis.set_major_unit(unit);
        }
        Scale::Linear | Scale::Band => {
            axis.set_min(of.lo).set_max(of.hi);
            axis.set_num_format(number_format(of));
            if let Some(step) = step(of) {
                axis.set_major_unit(step);
            }
        }
    }
    grid(axis, of, pen);
}

/// Grid, line and ticks, as in every picture.
pub fn grid(axis: &mut ChartAxis, of: &Axis, pen: &Pen) {
    let line = ChartLine::new().set_color(rgb(pen.style.palette.grid)).set_width(0.75).clone();
    if of.grid == Grid::Lines {
        axis.set_major_gridlines(true).set_major_gridlines_line(&line);
    } else {
        axis.set_major_gridlines(false);
    }
    axis.set_major_tick_type(ChartAxisTickType::None).set_minor_tick_type(ChartAxisTickType::None);
    axis.set_format(
        rust_xlsxwriter::ChartFormat::new().set_line(ChartLine::new().set_color(rgb(pen.style.line)).set_width(0.75)),
    );
}

/// An axis whose names stand in labels of a series of their own.
pub fn unnamed(axis: &mut ChartAxis, of: &Axis, pen: &Pen) {
    axis.set_min(of.lo).set_max(of.hi).set_major_unit(1);
    grid(axis, of, pen);
    axis.set_label_position(ChartAxisLabelPosition::None);
}

/// How numbers stand at an axis.
pub fn number_format(of: &Axis) -> String {
    if of.ticks.iter().any(|tick| tick.label.contains('%')) {
        let is_fine = of.scale == Scale::Linear && of.hi - of.lo < 0.05;
        return if is_fine { "0.0%".to_owned() } else { "0%".to_owned() };
    }
    let is_whole = |at: f64| (at - at.round()).abs() < 1e-9;
    let labelled = || of.ticks.iter().filter(|tick| !tick.label.is_empty());
    if of.scale == Scale::Linear && !labelled().all(|tick| is_whole(tick.at)) {
        return "General".to_owned();
    }
    if of.scale == Scale::Log10 && of.lo < 0.0 { "General".to_owned() } else { "#,##0".to_owned() }
}

/// The step between labelled ticks, where it is the same everywhere.
fn step(of: &Axis) -> Option<f64> {
    let at: Vec<f64> = of.ticks.iter().filter(|tick| !tick.label.is_empty()).map(|tick| tick.at).collect();
    let (first, second) = (at.first()?, at.get(1)?);
    let step = second - first;
    // An axis counts its steps from its lowest end.
    let from_end = ((first - of.lo) / step).fract().abs() < 1e-6;
    let even = at.windows(2).all(|pair| matches!(pair, [a, b] if (b - a - step).abs() < 1e-6 * step.abs()));
    (step > 0.0 && even && from_end).then_some(step)
}
