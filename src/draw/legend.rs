//! Names of the series above the plot, each with a sample of how it is drawn, or what the shades of a table mean.

use crate::chart::model::{ChartModel, ColourRole, Legend, Marks, RangeStyle, Series};
use crate::draw::arrange;
use crate::draw::font::{self, Weight};
use crate::draw::scene::{Anchor, Area, Fill, Halo, Item, Stroke, Text};
use crate::draw::style::Style;

/// How a series is sampled beside its name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sample {
    /// A filled square: bars, cells.
    Square,
    /// A square of this shade, 0 to 1.
    Shade(f64),
    /// A pale square: a range in steps.
    Pale,
    /// A square without inside: what is expected.
    Outline,
    /// A line.
    Line,
    /// A dashed line.
    Dashed,
    /// A thick line.
    Thick,
    /// A line with strokes at its ends.
    Whisker,
    /// A disc.
    Dot,
    /// A short stroke.
    Stroke,
}

/// A name with its sample.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// How it is drawn.
    pub sample: Sample,
    /// In which role.
    pub role: ColourRole,
    /// What it is called.
    pub name: String,
}

/// What stands above the plot: each name once, in the order of the series.
pub fn entries(model: &ChartModel) -> Vec<Entry> {
    if model.empty.is_some() {
        return Vec::new();
    }
    match &model.legend {
        Legend::Off => Vec::new(),
        Legend::Above => {
            let mut entries: Vec<Entry> = Vec::new();
            for series in model.series.iter().filter(|series| !series.name.is_empty() && !is_named(series, model)) {
                let Some(sample) = sample(&series.marks) else { continue };
                let entry = Entry { sample, role: series.role, name: series.name.clone() };
                // A curve and its band have one name: the curve is the better sample.
                match entries.iter_mut().find(|known| known.name == entry.name) {
                    Some(known) if known.sample == Sample::Pale => *known = entry,
                    Some(_) => {}
                    None => entries.push(entry),
                }
            }
            entries
        }
        Legend::Shades(steps) => {
            let cells = model.series.iter().find(|series| matches!(series.marks, Marks::Cells { .. }));
            let role = cells.map_or(ColourRole::Data(1), |series| series.role);
            let entry =
                |(shade, name): &(f64, String)| Entry { sample: Sample::Shade(*shade), role, name: name.clone() };
            steps.iter().map(entry).collect()
        }
    }
}

/// Whether a series needs no name above the plot: its name stands beside its marks, or it joins points of its colour
/// that have theirs.
fn is_named(series: &Series, model: &ChartModel) -> bool {
    let joined = |other: &Series| matches!(other.marks, Marks::Points { .. }) && other.role == series.role;
    series.label.as_ref().is_some_and(|label| label.text == series.name)
        || (matches!(series.marks, Marks::Line { .. }) && model.series.iter().any(joined))
}

fn sample(marks: &Marks) -> Option<Sample> {
    match marks {
        Marks::Bars { .. } | Marks::Cells { .. } => Some(Sample::Square),
        Marks::Line { .. } | Marks::Steps { .. } => Some(Sample::Line),
        Marks::Band { .. } => Some(Sample::Pale),
        Marks::Points { .. } => Some(Sample::Dot),
        Marks::Ranges { ranges, .. } => match ranges.first() {
            Some(range) if matches!(range.style, RangeStyle::Connector) => Some(Sample::Thick),
            _ => Some(Sample::Whisker),
        },
        Marks::Outlines { .. } => Some(Sample::Outline),
        Marks::Ticks { .. } => Some(Sample::Stroke),
        Marks::Rules { .. } => Some(Sample::Dashed),
        Marks::Guide { .. } => None,
    }
}

/// Width of a sample with the gap to its name.
pub const SAMPLE: f64 = 20.0;
/// Room between two names.
pub const BETWEEN: f64 = 18.0;

/// The names, with their places.
pub struct Swatches {
    entries: Vec<Entry>,
    places: Vec<(usize, f64)>,
    line: f64,
}

impl Swatches {
    /// Places the names of a chart in a width.
    pub fn of(model: &ChartModel, width: f64, style: &Style) -> Self {
        let mut entries = entries(model);
        let wide = |words: &str| font::width(words, style.tick_pt, Weight::Regular);
        for entry in &mut entries {
            entry.name = arrange::shortened(&entry.name, width - SAMPLE, &wide);
        }
        let widths: Vec<f64> = entries.iter().map(|entry| SAMPLE + wide(&entry.name)).collect();
        let places = arrange::flow(&widths, BETWEEN, width);
        Self { entries, places, line: style.tick_pt * 1.5 }
    }

    /// Their height, with the gap above; 0 for none.
    pub fn height(&self) -> f64 {
        self.places.last().map_or(0.0, |(row, _)| (row + 1) as f64 * self.line + 8.0)
    }

    /// Draws them from an upper left corner.
    pub fn draw(&self, items: &mut Vec<Item>, at: (f64, f64), style: &Style) {
        for (entry, (row, x)) in self.entries.iter().zip(&self.places) {
            let (x, y) = (at.0 + x, at.1 + 8.0 + (*row as f64 + 0.5) * self.line);
            draw_sample(items, entry, (x, y), style);
            items.push(Item::Text(Text {
                text: entry.name.clone(),
                at: (x + SAMPLE, y + style.tick_pt * 0.35),
                size: style.tick_pt,
                weight: Weight::Regular,
                colour: style.palette.text,
                anchor: Anchor::Start,
                halo: Halo::Off,
            }));
        }
    }
}

fn draw_sample(items: &mut Vec<Item>, entry: &Entry, (x, y): (f64, f64), style: &Style) {
    let colour = style.colour(entry.role);
    let square = Area { x: x + 2.0, y: y - 5.5, width: 11.0, height: 11.0 };
    let mut path = |points: Vec<(f64, f64)>, stroke: Stroke| items.push(Item::Path { points, stroke });
    match entry.sample {
        Sample::Line => path(vec![(x, y), (x + 15.0, y)], Stroke::solid(colour, 2.0)),
        Sample::Dashed => path(vec![(x, y), (x + 15.0, y)], Stroke::dashed(colour, 1.2)),
        Sample::Thick => path(vec![(x, y), (x + 15.0, y)], Stroke::solid(colour, 4.0)),
        Sample::Stroke => path(vec![(x + 7.5, y - 5.0), (x + 7.5, y + 5.0)], Stroke::solid(colour, 1.2)),
        Sample::Whisker => {
            path(vec![(x, y), (x + 15.0, y)], Stroke::solid(colour, 1.3));
            path(vec![(x, y - 3.5), (x, y + 3.5)], Stroke::solid(colour, 1.3));
            path(vec![(x + 15.0, y - 3.5), (x + 15.0, y + 3.5)], Stroke::solid(colour, 1.3));
        }
        Sample::Dot => items.push(Item::Dot { at: (x + 7.5, y), radius: 4.0, fill: colour, edge: None }),
        Sample::Square => items.push(Item::Rect { area: square, fill: Fill::Solid(colour), edge: None }),
        Sample::Pale => {
            items.push(Item::Rect { area: square, fill: Fill::Solid(style.palette.pale(colour, 0.82)), edge: None });
        }
        Sample::Outline => {
            items.push(Item::Rect { area: square, fill: Fill::None, edge: Some(Stroke::solid(colour, 1.4)) });
        }
        Sample::Shade(shade) => {
            items.push(Item::Rect { area: square, fill: Fill::Solid(style.shade(entry.role, shade)), edge: None });
        }
    }
}
