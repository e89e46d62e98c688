//! The chart model: everything a chart shows, decided, in words and numbers, without a pixel or a colour value.
//!
//! The window feeds it to its plot and `draw/` turns it into a picture; neither decides anything about content.
//! Positions are in *axis units*: days since 1970-01-01 on a time axis, the number itself on a linear axis, its
//! decimal logarithm on a logarithmic axis, the band's index on a band axis. So every axis is linear for whoever
//! draws, and the tick labels carry the meaning.

pub mod csv;
pub mod key;
pub mod marks;

use crate::chart::records::RecordsKey;
use crate::model::calendar::Day;

pub use key::ChartKey;
pub use marks::{Along, BandPoint, Bar, Direction, HeatCell, Marks, Outline, Point, Range, RangeStyle, Rule};

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartModel {
    /// Which chart this is, stable over languages and data.
    pub key: ChartKey,
    /// The finding, as a sentence.
    pub title: String,
    /// What is measured, in which unit, over which time.
    pub subtitle: String,
    /// What the figure rests on: n, what is left out and why, period, as-of date, source.
    pub foot: Vec<FootLine>,
    /// Horizontal axis.
    pub x: Axis,
    /// Vertical axis.
    pub y: Axis,
    /// What is drawn, from back to front.
    pub series: Vec<Series>,
    /// Dashed lines with a text.
    pub annotations: Vec<Annotation>,
    /// Rows of numbers under the horizontal axis ("still open").
    pub under_x: Vec<AxisRow>,
    /// The chart in words, for those who cannot see it.
    pub alt: String,
    /// The numbers behind it.
    pub table: DataTable,
    /// Said in place of the chart when there is nothing to draw; `series` is then empty.
    pub empty: Option<String>,
    /// Whether the names of the series stand above the plot, each with its colour: where direct labels are not enough.
    pub legend: Legend,
}

/// Whether the names of the series stand above the plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Legend {
    /// They do not: direct labels say what is what.
    #[default]
    Off,
    /// They do, in the order of the series.
    Above,
    /// What the shades of a table mean stands there: from 0 to 1, each with its words, in increasing order.
    Shades(Vec<(f64, String)>),
}

/// A line of the foot: parts joined by ` · `.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FootLine {
    /// The parts.
    pub parts: Vec<FootPart>,
}

/// A part of the foot or of the small print; some lead to the records they count.
#[derive(Clone, Debug, PartialEq)]
pub struct FootPart {
    /// What it says.
    pub text: String,
    /// The records it counts, where a click should list them.
    pub records: Option<RecordsKey>,
}

impl FootPart {
    /// A part that leads nowhere.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), records: None }
    }

    /// A part whose count can be looked at.
    pub fn records(text: impl Into<String>, records: RecordsKey) -> Self {
        Self { text: text.into(), records: Some(records) }
    }
}

impl FootLine {
    /// The whole line as text.
    pub fn to_text(&self) -> String {
        let parts: Vec<&str> = self.parts.iter().map(|part| part.text.as_str()).collect();
        parts.join(" · ")
    }
}

/// An axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What it measures, with the unit. Not always drawn, because the subtitle says it too.
    pub title: String,
    /// How positions are to be read.
    pub scale: Scale,
    /// Smallest position shown.
    pub lo: f64,
    /// Largest position shown; always above `lo`.
    pub hi: f64,
    /// Marks on the axis, increasing, all inside the domain. The label stands under the mark, centred; on a time
    /// axis the mark is the middle of the period that the label names.
    pub ticks: Vec<Tick>,
    /// Whether grid lines are drawn across at the ticks.
    pub grid: Grid,
}

/// How positions on an axis are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// The number itself.
    Linear,
    /// Decimal logarithm of the number.
    Log10,
    /// Days since 1970-01-01.
    Time,
    /// Index of a band; bands are one apart and half a unit wide to either side.
    Band,
}

/// Whether an axis has grid lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grid {
    /// At every labelled tick.
    Lines,
    /// None.
    Off,
}

/// A mark on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Position.
    pub at: f64,
    /// What stands there; empty for a mark without a label.
    pub label: String,
}

/// One series: marks of one meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Stable key, unique in the chart, the same in both languages.
    pub key: String,
    /// What it is called (legend, hover, table).
    pub name: String,
    /// Role that a theme turns into a colour.
    pub role: ColourRole,
    /// What is drawn.
    pub marks: Marks,
    /// A name written beside the marks instead of a legend.
    pub label: Option<DirectLabel>,
}

/// The role of a colour. Themes and print styles turn it into a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ColourRole {
    /// A data colour, 1 to 8, fixed for a category through the whole workspace.
    Data(u8),
    /// Not known: never a data colour.
    Unknown,
    /// All the rest together.
    Other,
    /// Guides, reference lines.
    Muted,
}

/// A name written beside the marks of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectLabel {
    /// The text.
    pub text: String,
    /// The point it belongs to.
    pub at: [f64; 2],
    /// On which side of the point it stands.
    pub side: Side,
}

/// A side of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above, centred.
    Above,
    /// To the right, at the same height.
    Right,
    /// To the right and below.
    BelowRight,
}

/// A dashed line across the chart at one x, with a text at its top.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Position on the horizontal axis.
    pub at: f64,
    /// The text.
    pub text: String,
}

/// A row of numbers under the horizontal axis.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisRow {
    /// What the numbers are.
    pub title: String,
    /// Position and number as text.
    pub values: Vec<(f64, String)>,
}

/// The numbers behind a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataTable {
    /// Column headers.
    pub headers: Vec<String>,
    /// Rows, each as long as the headers.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell of the table: its text as shown, and its value for a spreadsheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// As shown.
    pub text: String,
    /// As a value.
    pub value: Value,
}

/// A value of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// There is only text.
    Text,
    /// A whole number.
    Count(u128),
    /// A number.
    Real(f64),
    /// A day.
    Day(Day),
    /// Nothing is known.
    Missing,
}

/// A finding: one answer for management, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The question it answers ("How many").
    pub question: String,
    /// The answer in a few words ("212 incidents in 2024–25").
    pub headline: String,
    /// What else must be known, one or two sentences.
    pub sentence: String,
    /// n, left out, period, definition; parts that lead to records.
    pub small_print: Vec<FootPart>,
    /// Shown on demand only: what a plainer method would have said.
    pub aside: Option<String>,
}
