//! What is drawn of a series: bars, lines, ranges, points, as positions in axis units.

use crate::chart::model::ColourRole;
use crate::chart::records::RecordsKey;

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
    /// Ranges from low to high, with a middle where there is one: intervals of estimates, ranges of counts or dates.
    Ranges {
        /// Direction in which they extend.
        direction: Direction,
        /// The ranges.
        ranges: Vec<Range>,
    },
    /// Bars that are expected and not there yet: an outline without inside, with a range at its end.
    Outlines {
        /// The outlines; they stand like bars that grow upwards.
        outlines: Vec<Outline>,
    },
    /// Rectangles of a table, one a pair of bands, darker for more. Both axes are band axes.
    Cells {
        /// The rectangles.
        cells: Vec<HeatCell>,
    },
    /// Short strokes across a curve: where someone stopped being followed ("still open").
    Ticks {
        /// Where.
        at: Vec<[f64; 2]>,
    },
    /// Straight dashed lines from edge to edge: limits, a centre line.
    Rules {
        /// The lines.
        rules: Vec<Rule>,
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
    /// Where it begins on the axis along the bar: 0, or the end of the bar under it in a stack.
    pub base: f64,
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

/// One range.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// Middle, on the axis across the ranges.
    pub at: f64,
    /// Low end; `None` is open and ends at the frame with an arrow.
    pub lo: Option<f64>,
    /// High end; `None` is open.
    pub hi: Option<f64>,
    /// The estimate, drawn as a dot; `None` draws the range alone.
    pub middle: Option<f64>,
    /// How it is drawn.
    pub style: RangeStyle,
    /// Role that replaces the series' own.
    pub role: Option<ColourRole>,
    /// Written at its end; empty for none.
    pub label: String,
    /// Said on hover, one entry a line.
    pub hover: Vec<String>,
    /// The records behind it.
    pub records: RecordsKey,
}

/// How a range is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeStyle {
    /// A thin line with short strokes at its ends: an interval.
    Whisker,
    /// A thick line: from one thing to another.
    Connector,
}

/// One expected bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Middle.
    pub at: f64,
    /// Width, gap included.
    pub width: f64,
    /// Expected length, from zero.
    pub expected: f64,
    /// Interval of the expected length.
    pub interval: Option<(f64, f64)>,
    /// Written above it; empty for none.
    pub label: String,
    /// Said on hover, one entry a line.
    pub hover: Vec<String>,
}

/// One rectangle of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatCell {
    /// Index of its band on the horizontal axis.
    pub x: u32,
    /// Index of its band on the vertical axis.
    pub y: u32,
    /// How dark, from 0 to 1; `None` is not covered and drawn as a gap.
    pub shade: Option<f64>,
    /// Whether its period is incomplete: drawn hatched.
    pub partial: bool,
    /// Written in it; empty for none.
    pub label: String,
    /// Said on hover, one entry a line.
    pub hover: Vec<String>,
    /// The records behind it.
    pub records: RecordsKey,
}

/// One dashed line across the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Position on the axis that it crosses.
    pub at: f64,
    /// Which way it runs.
    pub along: Along,
    /// Written at its end; empty for none.
    pub label: String,
}

/// Which way a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Along {
    /// From left to right, at a height.
    X,
    /// From bottom to top, at a place.
    Y,
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
