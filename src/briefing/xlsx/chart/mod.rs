//! A chart model as a chart of the workbook: columns and bars with categories where the model has bars, points and
//! lines over two axes of numbers otherwise. Every value and every word of it stands in cells beside it, which it
//! refers to.

pub mod axes;
pub mod block;
pub mod columns;
pub mod grid;
pub mod paint;
pub mod scatter;

use rust_xlsxwriter::{Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine};

use crate::briefing::xlsx::cells::{self, Pen, rgb};
use crate::briefing::xlsx::chart::block::{Block, Put};
use crate::chart::model::{ChartModel, Marks, Scale};
use crate::text::{tr, tr_args};

/// Most signs of a chart's title.
const TITLE_MOST: usize = 250;

/// Most signs of a chart's words for those who cannot see it.
const ALT_MOST: usize = 255;

/// A chart, and what it cannot show.
pub struct Made {
    /// The chart.
    pub chart: Chart,
    /// Sentences about what stands in the model and not in the chart.
    pub remarks: Vec<String>,
}

/// Whether a model is a table of shades, which cells show better than any chart.
pub fn is_grid(model: &ChartModel) -> bool {
    model.series.iter().any(|series| matches!(series.marks, Marks::Cells { .. }))
}

/// Makes the chart of a model, and puts what it refers to into the block. `None` for a model that draws nothing.
pub fn make(model: &ChartModel, block: &mut Block, pen: &Pen) -> Option<Made> {
    if model.empty.is_some() || model.series.is_empty() || is_grid(model) {
        return None;
    }
    let texts = [&model.title, &model.x.title, &model.y.title].map(|words| cells::clean(words, TITLE_MOST));
    let alt = cells::clean(&model.alt, ALT_MOST);
    let said = texts.iter().chain([&model.alt]).cloned().map(Put::Text).collect();
    let titles = block.add(&tr(pen.lang, "xlsx-plotted-texts"), said);
    let has_bars =
        model.series.iter().any(|series| matches!(series.marks, Marks::Bars { .. } | Marks::Outlines { .. }));
    let mut made = if has_bars { columns::make(model, block, pen) } else { scatter::make(model, block, pen) };
    let chart = &mut made.chart;
    if model.title.is_empty() {
        chart.title().set_hidden();
    } else {
        chart.title().set_name(&block.cell(titles, 0)).set_font(&font(pen, 12.0, true)).set_overlay(false);
    }
    let name = |axis: &mut rust_xlsxwriter::ChartAxis, at: usize| {
        if texts.get(at).is_some_and(|words| !words.is_empty()) {
            axis.set_name(&block.cell(titles, at)).set_name_font(&font(pen, 9.0, false));
        }
        axis.set_font(&font(pen, 9.0, false));
    };
    name(chart.x_axis(), 1);
    name(chart.y_axis(), 2);
    // The whole of it stands in the cells.
    chart.set_alt_text(alt);
    chart.legend().set_position(ChartLegendPosition::Top).set_font(&font(pen, 9.0, false));
    let line = ChartLine::new().set_color(rgb(pen.style.palette.grid)).clone();
    chart.chart_area().set_format(ChartFormat::new().set_border(&line));
    made.remarks.extend(annotations(model, has_bars, pen));
    Some(made)
}

/// Makes a chart small, one of several under another.
pub fn as_panel(chart: &mut Chart, model: &ChartModel, pen: &Pen) {
    chart.title().set_font(&font(pen, 10.0, true));
    let has_bars =
        model.series.iter().any(|series| matches!(series.marks, Marks::Bars { .. } | Marks::Outlines { .. }));
    if !has_bars {
        scatter::as_panel(chart, model);
    }
}

/// A font of a chart.
pub fn font(pen: &Pen, size: f64, is_title: bool) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_size(size).set_color(rgb(if is_title { pen.style.palette.text } else { pen.style.palette.muted }));
    if is_title {
        font.set_bold();
    } else {
        font.unset_bold();
    }
    font
}

/// A position as the number that it means.
pub fn real(scale: Scale, at: f64) -> f64 {
    match scale {
        Scale::Log10 => {
            let value = libm::pow(10.0, at);
            let whole = value.round();
            // A power of ten that is a hair off a whole number is that number.
            if (value - whole).abs() < 1e-9 * whole.abs().max(1.0) { whole } else { value }
        }
        Scale::Time => at + 25_569.0,
        Scale::Linear | Scale::Band => at,
    }
}

/// Dated remarks as sentences, where the chart cannot draw their lines.
fn annotations(model: &ChartModel, has_bars: bool, pen: &Pen) -> Vec<String> {
    if !has_bars {
        return Vec::new();
    }
    let said = model.annotations.iter().map(|one| {
        let tick = model.x.ticks.iter().filter(|tick| !tick.label.is_empty());
        let near = tick.min_by(|a, b| (a.at - one.at).abs().total_cmp(&(b.at - one.at).abs()));
        let place = if model.x.scale == Scale::Time {
            crate::chart::words::day(pen.lang, crate::model::calendar::Day(one.at.floor() as i32))
        } else {
            near.map(|tick| tick.label.clone()).unwrap_or_default()
        };
        tr_args(pen.lang, "xlsx-annotation", &[("place", place.into()), ("text", (&one.text).into())])
    });
    said.collect()
}
