//! Colours, lines and labels of a chart's series.

use rust_xlsxwriter::{
    ChartDataLabel, ChartDataLabelPosition, ChartErrorBars, ChartErrorBarsDirection, ChartErrorBarsType, ChartFormat,
    ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartPatternFill, ChartPatternFillType, ChartPoint,
    ChartSeries, ChartSolidFill,
};

use crate::briefing::xlsx::cells::{Pen, rgb};
use crate::briefing::xlsx::chart::block::{At, Block, Put};
use crate::briefing::xlsx::chart::font;
use crate::draw::style::Colour;

/// How much of white is in the part of a bar that is known only coarsely, as in every picture.
pub const COARSE: f64 = 0.55;

/// An inside of one colour, with a hair of the page between neighbours.
pub fn fill(colour: Colour) -> ChartFormat {
    ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(rgb(colour))).set_no_border().clone()
}

/// An inside that says "not complete": hatched, with a dashed edge.
pub fn hatched(colour: Colour) -> ChartFormat {
    let pattern = ChartPatternFill::new()
        .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
        .set_foreground_color(rgb(colour.lighter(0.15)))
        .set_background_color(rgb(colour.lighter(0.82)))
        .clone();
    ChartFormat::new().set_pattern_fill(&pattern).set_border(&line(colour, 1.0, true)).clone()
}

/// A point of a series in a colour; `None` is as the series.
pub fn point(colour: Option<Colour>, is_partial: bool, usual: Colour) -> ChartPoint {
    match (colour, is_partial) {
        (None, false) => ChartPoint::new(),
        (Some(colour), false) => ChartPoint::new().set_format(&mut fill(colour)),
        (colour, true) => ChartPoint::new().set_format(&mut hatched(colour.unwrap_or(usual))),
    }
}

/// A line.
pub fn line(colour: Colour, width: f64, is_dashed: bool) -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color(rgb(colour)).set_width(width);
    if is_dashed {
        line.set_dash_type(ChartLineDashType::Dash);
    }
    line
}

/// A series that is a line alone.
pub fn as_line(series: &mut ChartSeries, colour: Colour, width: f64, is_dashed: bool) {
    series.set_format(ChartFormat::new().set_line(&line(colour, width, is_dashed)));
    series.set_marker(ChartMarker::new().set_none());
}

/// A series that is marks alone.
pub fn as_marks(series: &mut ChartSeries, kind: ChartMarkerType, size: u8, colour: Colour) {
    series.set_format(ChartFormat::new().set_no_line());
    let mut format = fill(colour);
    series.set_marker(ChartMarker::new().set_type(kind).set_size(size).set_format(&mut format));
}

/// A series of which nothing is seen but its labels or its error bars.
pub fn unseen(series: &mut ChartSeries) {
    series.set_format(ChartFormat::new().set_no_line());
    series.set_marker(ChartMarker::new().set_none());
}

/// Bars from low to high around the values of a series.
pub fn errors(block: &Block, (plus, minus): (At, At), colour: Colour, width: f64, has_caps: bool) -> ChartErrorBars {
    let mut bars = ChartErrorBars::new();
    bars.set_type(ChartErrorBarsType::Custom(block.range(plus), block.range(minus)))
        .set_direction(ChartErrorBarsDirection::Both)
        .set_end_cap(has_caps)
        .set_format(ChartFormat::new().set_line(&line(colour, width, false)));
    bars
}

/// Words beside the points of a series, out of cells; no label where there is none.
pub fn labels(
    series: &mut ChartSeries,
    block: &mut Block,
    head: &str,
    words: &[String],
    position: ChartDataLabelPosition,
    pen: &Pen,
) {
    if words.iter().all(String::is_empty) {
        return;
    }
    let at = block.add(head, words.iter().cloned().map(Put::Text).collect());
    let font = font(pen, 9.0, false);
    let one = |(index, words): (usize, &String)| {
        let mut label = ChartDataLabel::new();
        if words.is_empty() {
            label.set_hidden();
        } else {
            // Not every program follows a label to its cell; what could be taken for a formula leads there all the same.
            if words.starts_with('=') || words.contains('!') {
                label.set_value(&block.cell(at, index));
            } else {
                label.set_value(words.as_str());
            }
        }
        label.to_custom()
    };
    let all: Vec<ChartDataLabel> = words.iter().enumerate().map(one).collect();
    series.set_data_label(ChartDataLabel::new().show_value().set_position(position).set_font(&font));
    series.set_custom_data_labels(&all);
}
