//! The chart model: everything a chart shows, decided, in words and numbers, without a pixel or a colour value.
//!
//! The window feeds it to its plot and `draw/` turns it into a picture; neither decides anything about content.
//! Positions are in *axis units*: days since 1970-01-01 on a time axis, the number itself on a linear axis, its
//! decimal logarithm on a logarithmic axis, the band's index on a band axis. So every axis is linear for whoever
//! draws, and the tick labels carry the meaning.

use crate::chart::records::RecordsKey;
use crate::model::calendar::Day;

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
}

/// Which chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChartKey {
    /// Incidents over time.
    Incidents,
    /// Incidents by number of people (or other unit) affected.
    AffectedSizes,
    /// Median and largest number affected per period.
    AffectedPeriods,
    /// Time to disclosure.
    Disclosure,
}

impl ChartKey {
    /// All charts, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Incidents, Self::AffectedSizes, Self::AffectedPeriods, Self::Disclosure];

    /// The stable key, fit for file names and translations.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Incidents => "incidents",
            Self::AffectedSizes => "affected-sizes",
            Self::AffectedPeriods => "affected-periods",
            Self::Disclosure => "disclosure",
        }
    }
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

/// What is drawn of a series.
#[derive(Clone, Debug, PartialEq)]
pub enum Marks {
    /// Bars that stand on the zero line (vertical) or begin at it (horizontal).
    Bars {
        /// Direction in which they grow.
        direction: Direction,
        /// The bars.
        bars: Vec<Bar>,
    },
    /// A line through points; each run is unbroken, between runs is a gap.
    Line {
        /// The runs, each with at least one point.
        runs: Vec<Vec<[f64; 2]>>,
    },
    /// A curve of steps: from each point its height holds until the next point.
    Steps {
        /// The points, by increasing x.
        points: Vec<[f64; 2]>,
        /// Where the last step ends.
        until: f64,
    },
    /// A range of uncertainty in steps: from each point its low and high hold until the next point.
    Band {
        /// The points, by increasing x.
        points: Vec<BandPoint>,
        /// Where the last step ends.
        until: f64,
    },
    /// Separate points.
    Points {
        /// The points.
        points: Vec<Point>,
    },
    /// A point with lines to both axes ("half within 61 days").
    Guide {
        /// The point.
        at: [f64; 2],
    },
}

/// Direction in which bars grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Upwards; `at` is on the horizontal axis.
    Up,
    /// To the right; `at` is on the vertical axis.
    Right,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Middle, on the axis across the bars.
    pub at: f64,
    /// Width on that axis, gap included.
    pub width: f64,
    /// Length of the certain part.
    pub certain: f64,
    /// Length of the lighter part on top of it: dates known only coarsely, by the share that falls here.
    pub coarse: f64,
    /// Whether the period is incomplete: drawn hatched, with a dashed edge.
    pub partial: bool,
    /// Role that replaces the series' own ("unknown").
    pub role: Option<ColourRole>,
    /// Written at the end of the bar; empty for none.
    pub label: String,
    /// Said on hover, one entry a line.
    pub hover: Vec<String>,
    /// The records behind it.
    pub records: RecordsKey,
}

/// One step of a band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandPoint {
    /// Where it begins.
    pub x: f64,
    /// Low end.
    pub lo: f64,
    /// High end.
    pub hi: f64,
}

/// One point.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Position.
    pub at: [f64; 2],
    /// Written beside it; empty for none.
    pub label: String,
    /// Said on hover, one entry a line.
    pub hover: Vec<String>,
    /// The records behind it.
    pub records: RecordsKey,
    /// Whether the period is incomplete: drawn hollow.
    pub partial: bool,
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
