//! One plot on a page: how much room its labels need on each side, and drawing it into the room it got.

use crate::chart::model::{Along, ChartModel, Direction, Marks, Scale, Side};
use crate::draw::arrange::{self, Lines};
use crate::draw::clear::Ground;
use crate::draw::font::{self, Weight};
use crate::draw::scene::{Anchor, Area, Halo, Item, Text};
use crate::draw::style::Style;
use crate::draw::{axes, labels, marks, names};

/// Smallest height of a plot.
pub const PLOT_MIN_PT: f64 = 140.0;

/// Where positions of a model stand on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The plot, without ticks and labels.
    pub plot: Area,
    x: (f64, f64),
    y: (f64, f64),
}

impl Frame {
    /// Where the positions of a model stand in a plot.
    pub fn of(model: &ChartModel, plot: Area) -> Self {
        Self { plot, x: (model.x.lo, model.x.hi), y: (model.y.lo, model.y.hi) }
    }

    /// The place of a position on the horizontal axis.
    pub fn x(&self, value: f64) -> f64 {
        self.plot.x + part(value, self.x) * self.plot.width
    }

    /// The place of a position on the vertical axis.
    pub fn y(&self, value: f64) -> f64 {
        self.plot.bottom() - part(value, self.y) * self.plot.height
    }

    /// The place of a position on the horizontal axis; what is endless stands at the edge of the plot.
    pub fn clamped_x(&self, value: f64) -> f64 {
        self.x(value.max(self.x.0).min(self.x.1))
    }

    /// The place of a position on the vertical axis; what is endless stands at the edge of the plot.
    pub fn clamped_y(&self, value: f64) -> f64 {
        self.y(value.max(self.y.0).min(self.y.1))
    }

    /// Whether a position lies on the horizontal axis.
    pub fn has_x(&self, value: f64) -> bool {
        (self.x.0..=self.x.1).contains(&value)
    }

    /// Whether a position lies on the vertical axis.
    pub fn has_y(&self, value: f64) -> bool {
        (self.y.0..=self.y.1).contains(&value)
    }
}

/// How far along a domain a value lies, from 0 to 1, kept inside.
fn part(value: f64, (lo, hi): (f64, f64)) -> f64 {
    let part = (value - lo) / (hi - lo);
    if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 }
}

/// A plot with its labels, measured for a width.
pub struct Block<'a> {
    model: &'a ChartModel,
    /// Room to the left of the plot, for the labels of the vertical axis.
    pub left: f64,
    /// Width of the plot.
    width: f64,
    /// Room above the plot, for the texts of dashed lines.
    above: f64,
    /// Room below it, for ticks and rows.
    below: f64,
    /// Least height of the plot in which its marks can be told apart.
    least: f64,
    /// Names of the bands on the horizontal axis.
    under: Vec<Lines>,
    /// Names of the bands on the vertical axis.
    beside: Vec<Lines>,
}

impl<'a> Block<'a> {
    /// Measures a plot that may be `width` wide with its labels; `left` is the least room to its left, so that plots
    /// under one another begin at one line.
    pub fn of(model: &'a ChartModel, width: f64, left: f64, style: &Style) -> Self {
        if model.empty.is_some() {
            let none = Vec::new;
            let lines = model.empty.iter().map(|sentence| empty_lines(sentence, width, style).len()).sum::<usize>();
            let least = (lines as f64 * style.subtitle_pt * 1.3 + style.subtitle_pt).max(80.0);
            return Self { model, left, width, above: 0.0, below: 0.0, least, under: none(), beside: none() };
        }
        let measure = |label: &str| font::width(label, style.tick_pt, Weight::Regular);
        let names: Vec<&str> = model.y.ticks.iter().map(|tick| tick.label.as_str()).collect();
        let longest = |most: f64, words: &str| f64::max(most, measure(words));
        let mut own = names.iter().copied().fold(0.0, longest) + 8.0;
        let mut beside = Vec::new();
        if model.y.scale == Scale::Band {
            let room = own.min((width * 0.38).max(60.0));
            // What just fits still fits after a sum and its difference.
            beside = arrange::beside_bands(&names, room - 8.0 + 0.01, &measure);
            own = beside.iter().flat_map(|name| &name.lines).map(String::as_str).fold(0.0, longest) + 8.0;
        }
        let left = own.max(left).min(width * 0.5);
        let inner = (width - left).max(20.0);
        let plot_width = (inner - right_room(model, style, inner)).max(inner * 0.35);
        let under = axes::band_names(model, plot_width, style);
        let bands = (model.y.hi - model.y.lo).max(1.0);
        let lines = beside.iter().map(|name| name.lines.len()).max().unwrap_or(1).max(1) as f64;
        let least = if model.y.scale == Scale::Band {
            (bands * (style.tick_pt * 1.25 * lines + style.tick_pt * 0.35)).clamp(style.tick_pt * 3.0, 4_000.0)
        } else {
            PLOT_MIN_PT.min(style.tick_pt * 12.0)
        };
        let above = labels::above(model, plot_width, style);
        let below = axes::below(model, &under, left, style);
        Self { model, left, width: plot_width, above, below, least, under, beside }
    }

    /// Least height with labels.
    pub fn least_height(&self) -> f64 {
        self.above + self.least + self.below
    }

    /// Draws it with its upper left corner at `at`, `height` high with labels. `right` is the last place text may
    /// reach.
    pub fn draw(&self, items: &mut Vec<Item>, at: (f64, f64), height: f64, right: f64, style: &Style) {
        let plotted = self.plotted(at, height, right, style);
        items.extend(plotted.axes);
        items.extend(plotted.marks.into_iter().flatten());
        items.extend(plotted.labels);
    }

    /// The same in its parts, for writers that draw some of them by themselves.
    pub fn plotted(&self, at: (f64, f64), height: f64, right: f64, style: &Style) -> Plotted {
        let height = (height - self.above - self.below).max(1.0);
        let plot = Area { x: at.0 + self.left, y: at.1 + self.above, width: self.width, height };
        let frame = Frame::of(self.model, plot);
        let mut axes = Vec::new();
        if let Some(sentence) = &self.model.empty {
            empty(&mut axes, sentence, &plot, style);
            return Plotted { frame, axes, marks: Vec::new(), labels: Vec::new() };
        }
        axes::draw(&mut axes, self.model, &frame, (&self.under, &self.beside, self.left), style);
        let marks = marks::of_chart(self.model, &frame, style);
        let labels = labels::draw(Ground::of(&axes, &marks), self.model, &frame, right, style);
        Plotted { frame, axes, marks, labels }
    }
}

/// What is drawn of a plot, from back to front.
#[derive(Clone, Debug, PartialEq)]
pub struct Plotted {
    /// Where positions stand.
    pub frame: Frame,
    /// Grid lines, axis line, ticks, rows of numbers under the plot.
    pub axes: Vec<Item>,
    /// The marks of each series.
    pub marks: Vec<Vec<Item>>,
    /// Dashed lines with their texts, names of series, labels of marks.
    pub labels: Vec<Item>,
}

/// Room to the right of the plot: for labels of marks, for names of series, and for half of the last tick.
fn right_room(model: &ChartModel, style: &Style, inner: f64) -> f64 {
    let domain = (model.x.lo, model.x.hi);
    let small = |words: &str| font::width(words, style.tick_pt, Weight::Regular);
    let mut room = match model.x.ticks.last() {
        Some(tick) if model.x.scale != Scale::Band => small(&tick.label) / 2.0 - (1.0 - part(tick.at, domain)) * inner,
        _ => 0.0,
    };
    // What stands at share `s` of the width and needs `w` more fits in `inner` when s·(inner − room) + w ≤ inner.
    let mut need = |share: f64, wide: f64| {
        if share > 0.0 && share.is_finite() {
            room = room.max(inner - (inner - wide) / share);
        }
    };
    for series in &model.series {
        match &series.marks {
            Marks::Bars { direction: Direction::Right, bars } => {
                for bar in bars.iter().filter(|bar| !bar.label.is_empty()) {
                    need(part(bar.base + bar.certain + bar.coarse, domain), small(&bar.label) + 8.0);
                }
            }
            Marks::Ranges { direction: Direction::Right, ranges } => {
                for range in ranges.iter().filter(|range| !range.label.is_empty()) {
                    need(part(range.hi.unwrap_or(f64::INFINITY).min(domain.1), domain), small(&range.label) + 10.0);
                }
            }
            Marks::Rules { rules } => {
                for rule in rules.iter().filter(|rule| rule.along == Along::X && !rule.label.is_empty()) {
                    let wide = names::beside(&rule.label, inner, style.tick_pt, Weight::Regular);
                    need(1.0, wide + labels::RULE_GAP + 2.0);
                }
            }
            _ => {}
        }
        if let Some(label) = series.label.as_ref().filter(|label| label.side == Side::Right) {
            let share = part(label.at[0], domain);
            if share > names::AT_THE_END {
                let wide = names::beside(&label.text, inner, style.tick_pt, Weight::Bold);
                need(share, wide + names::GAP + 2.0);
            }
        }
    }
    room.max(0.0)
}

/// Its lines, for a plot of this width.
fn empty_lines(sentence: &str, width: f64, style: &Style) -> Vec<String> {
    font::wrap(sentence, (width * 0.8).min(520.0), style.subtitle_pt, Weight::Regular)
}

/// The sentence in place of a chart.
fn empty(items: &mut Vec<Item>, sentence: &str, plot: &Area, style: &Style) {
    let size = style.subtitle_pt;
    let lines = empty_lines(sentence, plot.width, style);
    let mut baseline = plot.y + plot.height / 2.0 - lines.len() as f64 * size * 0.65;
    for line in lines {
        baseline += size * 1.3;
        items.push(Item::Text(Text {
            text: line,
            at: (plot.x + plot.width / 2.0, baseline),
            size,
            weight: Weight::Regular,
            colour: style.palette.muted,
            anchor: Anchor::Middle,
            halo: Halo::Off,
        }));
    }
}
