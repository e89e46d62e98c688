//! A page of positioned shapes and texts, in points from the upper left corner.

use crate::draw::font::{self, Weight};
use crate::draw::style::Colour;

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// Colour of the page.
    pub background: Colour,
    /// What it shows, in a few words.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub description: String,
    /// Shapes and texts, from back to front.
    pub items: Vec<Item>,
}

/// Something on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A rectangle with square corners.
    Rect {
        /// Where.
        area: Area,
        /// Inside.
        fill: Fill,
        /// Edge, drawn inside the area.
        edge: Option<Stroke>,
    },
    /// Straight lines through points.
    Path {
        /// The points.
        points: Vec<(f64, f64)>,
        /// Line.
        stroke: Stroke,
    },
    /// An area bounded by straight lines.
    Shape {
        /// The corners.
        points: Vec<(f64, f64)>,
        /// Inside.
        fill: Colour,
        /// 0 is not seen, 1 covers.
        opacity: f64,
    },
    /// A disc.
    Dot {
        /// Middle.
        at: (f64, f64),
        /// Radius.
        radius: f64,
        /// Inside.
        fill: Colour,
        /// Edge.
        edge: Option<Stroke>,
    },
    /// A line of text.
    Text(Text),
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// What it says.
    pub text: String,
    /// The anchor on the baseline.
    pub at: (f64, f64),
    /// Size in points.
    pub size: f64,
    /// Regular or bold.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
    /// Which end of the text `at` is.
    pub anchor: Anchor,
    /// Whether a thin line of the page's colour surrounds the letters, so that they stand clear of marks.
    pub halo: Halo,
}

/// Whether letters are set off from what is behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halo {
    /// They are, by the page's colour.
    Page,
    /// They are, by the colour of what they stand on.
    Of(Colour),
    /// They are not.
    Off,
}

/// Which part of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// Inside of a rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Nothing: what is behind is seen.
    None,
    /// One colour.
    Solid(Colour),
    /// Slanted lines of a colour on a light tint of it: "incomplete".
    Hatch(Colour),
    /// Slanted lines on a ground that keeps its shade: an incomplete cell of a table.
    Shaded {
        /// The ground.
        ground: Colour,
        /// The lines.
        lines: Colour,
    },
}

/// The tint under hatching and the colour of its lines, on a page of a colour.
pub fn hatching(colour: Colour, page: Colour) -> (Colour, Colour) {
    (colour.mixed(page, 0.82), colour.mixed(page, 0.15))
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub colour: Colour,
    /// Width in points.
    pub width: f64,
    /// Dashed or not.
    pub dash: Dash,
}

/// Dashed or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Unbroken.
    Solid,
    /// Dashed.
    Dashed,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width, not negative.
    pub width: f64,
    /// Height, not negative.
    pub height: f64,
}

impl Area {
    /// The right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

impl Stroke {
    /// An unbroken line.
    pub const fn solid(colour: Colour, width: f64) -> Self {
        Self { colour, width, dash: Dash::Solid }
    }

    /// A dashed line.
    pub const fn dashed(colour: Colour, width: f64) -> Self {
        Self { colour, width, dash: Dash::Dashed }
    }
}

impl Text {
    /// The rectangle it covers, from the top of capitals with accents to the bottom of a "g".
    pub fn area(&self) -> Area {
        let width = font::width(&self.text, self.size, self.weight);
        let x = match self.anchor {
            Anchor::Start => self.at.0,
            Anchor::Middle => self.at.0 - width / 2.0,
            Anchor::End => self.at.0 - width,
        };
        Area { x, y: self.at.1 - self.size * 0.9, width, height: self.size * 1.15 }
    }
}

impl Item {
    /// The same made `share` as large from the upper left corner, and moved from there to `to`.
    #[must_use]
    pub fn moved(self, share: f64, to: (f64, f64)) -> Self {
        let point = |(x, y): (f64, f64)| (to.0 + x * share, to.1 + y * share);
        let area = |area: Area| {
            let (x, y) = point((area.x, area.y));
            Area { x, y, width: area.width * share, height: area.height * share }
        };
        let stroke = |stroke: Stroke| Stroke { width: stroke.width * share, ..stroke };
        match self {
            Self::Rect { area: at, fill, edge } => Self::Rect { area: area(at), fill, edge: edge.map(stroke) },
            Self::Path { points, stroke: line } => {
                Self::Path { points: points.into_iter().map(point).collect(), stroke: stroke(line) }
            }
            Self::Shape { points, fill, opacity } => {
                Self::Shape { points: points.into_iter().map(point).collect(), fill, opacity }
            }
            Self::Dot { at, radius, fill, edge } => {
                Self::Dot { at: point(at), radius: radius * share, fill, edge: edge.map(stroke) }
            }
            Self::Text(text) => Self::Text(Text { at: point(text.at), size: text.size * share, ..text }),
        }
    }
}

impl Scene {
    /// All texts, in drawing order.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.items.iter().filter_map(|item| match item {
            Item::Text(text) => Some(text),
            _ => None,
        })
    }
}
