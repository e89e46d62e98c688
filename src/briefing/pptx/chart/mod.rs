//! Native charts: what of a chart model PowerPoint draws by itself, with its numbers in a workbook, and what is drawn
//! inside the chart because there is no part for it.

pub mod axis;
mod category;
pub mod sheet;
mod write;
mod xy;

use crate::briefing::pptx::chart::axis::ValueAxis;
use crate::briefing::pptx::chart::sheet::Sheet;
use crate::briefing::pptx::look::Look;
use crate::briefing::pptx::package::{Package, Relations};
use crate::briefing::pptx::shapes::{Ground, Pen};
use crate::briefing::pptx::xml::HEAD;
use crate::chart::model::{ChartModel, Direction, Marks, RangeStyle, Scale};
use crate::draw::parts::Plot;
use crate::draw::scene::{Anchor, Area, Dash, Item, Text};
use crate::draw::style::{Colour, Style};
use crate::model::calendar::Day;
use crate::text::Lang;

/// A native chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Where it stands on the slide.
    pub area: Area,
    /// Where its plot stands on the slide, without ticks and labels.
    pub plot: Area,
    /// What is drawn inside it by shapes.
    pub drawn: Vec<Item>,
    /// Its numbers.
    pub sheet: Sheet,
    /// What is drawn by itself.
    pub kind: Kind,
    /// Colour of grid lines, of axis lines, and of ticks.
    pub lines: [Colour; 3],
}

/// Kinds of native charts.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Bars over names, lines through their middles.
    Category(Category),
    /// Points, lines and intervals between two axes of numbers.
    Xy(Xy),
}

/// Bars over names.
#[derive(Clone, Debug, PartialEq)]
pub struct Category {
    /// Which way they grow.
    pub direction: Direction,
    /// Column of the names.
    pub names: usize,
    /// Whether the axis says the names itself.
    pub shows_names: bool,
    /// Whether bars stand on one another.
    pub stacked: bool,
    /// How far bars of one name overlap, in per cent.
    pub overlap: i32,
    /// Room between the bars of two names, in per cent of a bar.
    pub gap: u32,
    /// Series of bars.
    pub bars: Vec<BarSeries>,
    /// Series of lines and points.
    pub lines: Vec<LineSeries>,
    /// The axis of numbers.
    pub value: ValueAxis,
}

/// A series of bars.
#[derive(Clone, Debug, PartialEq)]
pub struct BarSeries {
    /// Column of the lengths.
    pub column: usize,
    /// Colour.
    pub colour: Colour,
    /// Bars that differ: their place, their colour, whether they are incomplete.
    pub points: Vec<(usize, Colour, bool)>,
    /// Whether only the edge is drawn: what is expected.
    pub outline: bool,
    /// The format of numbers at the ends of bars, and which bars have them.
    pub labels: Option<(String, Vec<usize>)>,
}

/// A series of lines, points or intervals over names.
#[derive(Clone, Debug, PartialEq)]
pub struct LineSeries {
    /// Column of the heights.
    pub column: usize,
    /// How it is drawn.
    pub ink: Ink,
}

/// How lines and points are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Ink {
    /// Colour.
    pub colour: Colour,
    /// Width and dash of the line; `None` for points alone.
    pub line: Option<(f64, Dash)>,
    /// Sign and size of points; `None` for a line alone.
    pub marker: Option<(&'static str, u32)>,
    /// Points that are hollow: incomplete.
    pub hollow: Vec<usize>,
    /// Points without a sign.
    pub bare: Vec<usize>,
    /// Intervals around points.
    pub errors: Option<Errors>,
}

/// Intervals around points.
#[derive(Clone, Debug, PartialEq)]
pub struct Errors {
    /// Whether they go along x.
    pub along_x: bool,
    /// Column of what is added.
    pub plus: usize,
    /// Column of what is taken away.
    pub minus: usize,
    /// Whether their ends have strokes.
    pub caps: bool,
    /// Width.
    pub width: f64,
}

/// Points and lines between two axes of numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Xy {
    /// Horizontal axis.
    pub x: ValueAxis,
    /// Vertical axis.
    pub y: ValueAxis,
    /// Whether the line of zero is the vertical axis (names stand beside it).
    pub upright: bool,
    /// The series.
    pub series: Vec<XySeries>,
}

/// A series of points.
#[derive(Clone, Debug, PartialEq)]
pub struct XySeries {
    /// Columns of the positions.
    pub columns: (usize, usize),
    /// How it is drawn.
    pub ink: Ink,
}

/// The native chart of a model; `None` where PowerPoint has none, or where it would say something else.
pub fn of(model: &ChartModel, plot: &Plot, style: &Style, lang: Lang) -> Option<Chart> {
    if model.empty.is_some() || model.series.is_empty() {
        return None;
    }
    let is_drawn = |marks: &Marks| match marks {
        Marks::Cells { .. } => true,
        // Lines from one thing to another beside names are a drawing: their ends are events, not numbers.
        Marks::Ranges { ranges, .. } if model.y.scale == Scale::Band => {
            ranges.iter().any(|range| range.style == RangeStyle::Connector)
        }
        _ => false,
    };
    if model.series.iter().any(|series| is_drawn(&series.marks)) {
        return None;
    }
    let has_bars = model.series.iter().any(|series| matches!(series.marks, Marks::Bars { .. }));
    if has_bars { category::of(model, plot, style, lang) } else { xy::of(model, plot, style, lang) }
}

/// Adds a chart with its workbook and what is drawn in it. Returns the name of its part.
pub fn add(package: &mut Package, chart: &Chart, look: &Look, tick_pt: f64, as_of: Day, number: usize) -> String {
    let part = format!("ppt/charts/chart{number}.xml");
    let mut relations = Relations::default();
    let data = chart.sheet.workbook(as_of).ok().map(|bytes| {
        let name = format!("ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx");
        package.add_bytes(&name, bytes);
        relations.add("package", &name)
    });
    let drawing = (!chart.drawn.is_empty()).then(|| {
        let name = format!("ppt/drawings/drawing{number}.xml");
        let mut pen = Pen::new(look, Ground::Chart(chart.area), 2);
        pen.items(&chart.drawn);
        let xml = format!(
            "{HEAD}<c:userShapes xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             xmlns:cdr=\"http://schemas.openxmlformats.org/drawingml/2006/chartDrawing\">{}</c:userShapes>",
            pen.out
        );
        let kind = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml";
        package.add(&name, kind, xml, Relations::default());
        relations.add("chartUserShapes", &name)
    });
    let xml = write::space(chart, look, tick_pt, (data.as_deref(), drawing.as_deref()));
    package.add(&part, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", xml, relations);
    part
}

/// Texts of the axes that the chart does not say itself, and whatever else stands around the plot but lines.
fn axis_texts(plot: &Plot, native_x: bool, native_y: bool) -> Vec<Item> {
    let keep = |item: &&Item| match item {
        Item::Text(text) => !(if is_beside(text, plot) { native_y } else { native_x }),
        _ => false,
    };
    plot.drawn.axes.iter().filter(keep).cloned().collect()
}

/// How many labels of an axis the drawing has room for.
fn labels_shown(plot: &Plot, beside: bool) -> usize {
    plot.drawn.axes.iter().filter(|item| matches!(item, Item::Text(text) if is_beside(text, plot) == beside)).count()
}

/// Whether a text is a label of the vertical axis: the names of rows under the plot end there too.
fn is_beside(text: &Text, plot: &Plot) -> bool {
    let inside = plot.drawn.frame.plot;
    text.anchor == Anchor::End && text.at.0 < inside.x && text.at.1 < inside.bottom() + text.size * 0.8
}
