//! The page: title above, plot in the middle, foot below. Whatever the text needs it gets; the plot takes the rest
//! and the page grows when too little is left.

use crate::chart::model::{ChartModel, Direction, Marks, Scale, Side};
use crate::draw::font::{self, Weight};
use crate::draw::scene::{Anchor, Area, Halo, Item, Scene, Text};
use crate::draw::style::{Colour, Style};
use crate::draw::{axes, labels, marks};

/// Size of a page in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width_pt: f64,
    /// Height; the page is higher where the text and the smallest plot need it.
    pub height_pt: f64,
}

impl Size {
    /// The usual size of an exported chart, the shape of a slide.
    pub const SLIDE: Self = Self { width_pt: 960.0, height_pt: 540.0 };
}

/// Smallest height of the plot.
const PLOT_MIN_PT: f64 = 140.0;
/// Smallest width of a page; below it no layout is tried.
const WIDTH_MIN_PT: f64 = 240.0;
/// Room between the blocks of the page.
const GAP_PT: f64 = 18.0;

/// Where positions of a model stand on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The plot, without ticks and labels.
    pub plot: Area,
    x: (f64, f64),
    y: (f64, f64),
}

impl Frame {
    /// The place of a position on the horizontal axis.
    pub fn x(&self, value: f64) -> f64 {
        self.plot.x + part(value, self.x) * self.plot.width
    }

    /// The place of a position on the vertical axis.
    pub fn y(&self, value: f64) -> f64 {
        self.plot.bottom() - part(value, self.y) * self.plot.height
    }
}

/// How far along a domain a value lies, from 0 to 1, kept inside.
fn part(value: f64, (lo, hi): (f64, f64)) -> f64 {
    let part = (value - lo) / (hi - lo);
    if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 }
}

/// Lays a chart out on a page.
///
/// Nothing is cut and no two texts overlap: ticks are thinned evenly, labels move or, where there is no room for a
/// bar's own label, are left to the table. The result depends on the arguments alone.
pub fn scene(model: &ChartModel, size: Size, style: &Style) -> Scene {
    let width = if size.width_pt.is_finite() { size.width_pt.max(WIDTH_MIN_PT) } else { Size::SLIDE.width_pt };
    let margin = style.margin_pt.min(width / 12.0);
    let inner = width - 2.0 * margin;
    let mut items = Vec::new();

    let mut top = margin * 0.8;
    let title_pt = title_size(&model.title, inner, style);
    top = paragraph(&mut items, &model.title, margin, top, inner, (title_pt, Weight::Bold, style.text));
    top += 3.0;
    for line in parts_lines(model.subtitle.split(" · "), inner, style.subtitle_pt) {
        top = paragraph(&mut items, &line, margin, top, inner, (style.subtitle_pt, Weight::Regular, style.muted));
    }
    top += GAP_PT;

    let foot = foot_lines(model, inner, style);
    let foot_height = foot.len() as f64 * style.foot_pt * 1.4;
    let ticks_height = axes::below(model, style);
    let annotations_height = labels::annotation_rows(model, inner, style) as f64 * style.tick_pt * 1.4;
    let wanted = size.height_pt - margin * 0.7 - foot_height - GAP_PT - ticks_height - annotations_height - top;
    let plot_height = wanted.max(smallest_plot(model, style));

    let plot = plot_area(model, style, (margin, top + annotations_height), (inner, plot_height));
    let frame = Frame { plot, x: (model.x.lo, model.x.hi), y: (model.y.lo, model.y.hi) };
    if let Some(sentence) = &model.empty {
        empty(&mut items, sentence, &plot, style);
    } else {
        axes::draw(&mut items, model, &frame, style);
        marks::draw(&mut items, model, &frame, style);
        labels::draw(&mut items, model, &frame, width - margin * 0.4, style);
    }

    let mut baseline = plot.bottom() + ticks_height + GAP_PT;
    for line in foot {
        baseline += style.foot_pt * 1.4;
        items.push(text(line, (margin, baseline - style.foot_pt * 0.4), style.foot_pt, Weight::Regular, style.muted));
    }
    let height = (baseline + margin * 0.7).max(if size.height_pt.is_finite() { size.height_pt } else { 0.0 });
    let title = if model.title.is_empty() { model.subtitle.clone() } else { model.title.clone() };
    Scene { width, height, background: style.background, title, description: model.alt.clone(), items }
}

/// The title's size: a little smaller when it is long.
fn title_size(title: &str, inner: f64, style: &Style) -> f64 {
    [1.0, 0.86, 0.72]
        .into_iter()
        .map(|share| style.title_pt * share)
        .find(|size| font::wrap(title, inner, *size, Weight::Bold).len() <= 2)
        .unwrap_or(style.title_pt * 0.72)
}

/// Writes wrapped text and returns the bottom of its last line.
fn paragraph(
    items: &mut Vec<Item>,
    words: &str,
    x: f64,
    mut top: f64,
    room: f64,
    (size, weight, colour): (f64, Weight, Colour),
) -> f64 {
    for line in font::wrap_evenly(words, room, size, weight) {
        top += size * 1.25;
        items.push(text(line, (x, top - size * 0.25), size, weight, colour));
    }
    top
}

/// The foot's lines.
fn foot_lines(model: &ChartModel, inner: f64, style: &Style) -> Vec<String> {
    let lines = model
        .foot
        .iter()
        .flat_map(|foot| parts_lines(foot.parts.iter().map(|part| part.text.as_str()), inner, style.foot_pt));
    lines.collect()
}

/// Parts joined by ` · `, broken between parts first and inside a part only if it must be.
fn parts_lines<'a>(parts: impl Iterator<Item = &'a str>, inner: f64, size: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let longer = if line.is_empty() { part.to_owned() } else { format!("{line} · {part}") };
        if font::width(&longer, size, Weight::Regular) <= inner || line.is_empty() {
            line = longer;
        } else {
            lines.extend(font::wrap(&line, inner, size, Weight::Regular));
            part.clone_into(&mut line);
        }
    }
    lines.extend(font::wrap(&line, inner, size, Weight::Regular));
    lines
}

/// The least height in which the marks can be told apart: bands need room for their names.
fn smallest_plot(model: &ChartModel, style: &Style) -> f64 {
    if model.y.scale == Scale::Band && model.empty.is_none() {
        ((model.y.hi - model.y.lo) * style.tick_pt * 1.6).clamp(PLOT_MIN_PT, 4_000.0)
    } else {
        PLOT_MIN_PT
    }
}

/// The plot inside the room left for it, once tick labels and labels at the right have theirs.
fn plot_area(model: &ChartModel, style: &Style, (x, y): (f64, f64), (width, height): (f64, f64)) -> Area {
    if model.empty.is_some() {
        return Area { x, y, width, height };
    }
    let tick = |label: &str| font::width(label, style.tick_pt, Weight::Regular);
    let left = model.y.ticks.iter().map(|tick_| tick(&tick_.label)).fold(0.0, f64::max) + 8.0;
    let left = left.min(width * 0.5);
    let mut plot = Area { x: x + left, y, width: (width - left).max(20.0), height };
    plot.width = (plot.width - right_room(model, style, &plot)).max(plot.width * 0.35);
    plot
}

/// Room to the right of the plot: for bar labels, for names of series, and for half of the last tick.
fn right_room(model: &ChartModel, style: &Style, plot: &Area) -> f64 {
    let domain = (model.x.lo, model.x.hi);
    let mut room = model.x.ticks.last().map_or(0.0, |tick| {
        font::width(&tick.label, style.tick_pt, Weight::Regular) / 2.0 - (1.0 - part(tick.at, domain)) * plot.width
    });
    // What stands at share `s` of the width and needs `w` more fits in `plot` when s·(W − room) + w ≤ W.
    let mut need = |share: f64, wide: f64| {
        if share > 0.0 && share.is_finite() {
            room = room.max(plot.width - (plot.width - wide) / share);
        }
    };
    for series in &model.series {
        if let Marks::Bars { direction: Direction::Right, bars } = &series.marks {
            for bar in bars {
                need(
                    part(bar.certain + bar.coarse, domain),
                    font::width(&bar.label, style.tick_pt, Weight::Regular) + 8.0,
                );
            }
        }
        if let Some(label) = series.label.as_ref().filter(|label| label.side == Side::Right) {
            let wide = font::width(&label.text, style.tick_pt, Weight::Bold) + 11.0;
            let share = part(label.at[0], domain);
            if share > 0.6 {
                need(share, wide);
            }
        }
    }
    room.max(0.0)
}

/// The sentence in place of a chart.
fn empty(items: &mut Vec<Item>, sentence: &str, plot: &Area, style: &Style) {
    let size = style.subtitle_pt;
    let lines = font::wrap(sentence, (plot.width * 0.8).min(520.0), size, Weight::Regular);
    let mut baseline = plot.y + plot.height / 2.0 - lines.len() as f64 * size * 0.65;
    for line in lines {
        baseline += size * 1.3;
        items.push(Item::Text(Text {
            text: line,
            at: (plot.x + plot.width / 2.0, baseline),
            size,
            weight: Weight::Regular,
            colour: style.muted,
            anchor: Anchor::Middle,
            halo: Halo::Off,
        }));
    }
}

fn text(words: String, at: (f64, f64), size: f64, weight: Weight, colour: Colour) -> Item {
    Item::Text(Text { text: words, at, size, weight, colour, anchor: Anchor::Start, halo: Halo::Off })
}
