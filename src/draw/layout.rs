//! The page: title above, plots in the middle, foot below. Whatever the text needs it gets; the plots take the rest
//! and the page grows when too little is left.

use crate::chart::model::ChartModel;
use crate::draw::font::{self, Weight};
use crate::draw::parts::{self, Room};
use crate::draw::scene::{Anchor, Halo, Item, Scene, Text};
use crate::draw::style::{Colour, Style};

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

/// Smallest width of a page; below it no layout is tried.
const WIDTH_MIN_PT: f64 = 240.0;
/// Least height of what is plotted on a page, in shares of its width.
const FLATTEST: f64 = 0.36;
/// Room between the blocks of the page.
pub(super) const GAP_PT: f64 = 18.0;

/// Lays a chart out on a page.
///
/// Nothing is cut and no two texts overlap: ticks are thinned evenly, labels move or, where there is no room for a
/// bar's own label, are left to the table. The result depends on the arguments alone.
pub fn scene(model: &ChartModel, size: Size, style: &Style) -> Scene {
    scene_with_panels(model, &[], size, style)
}

/// Lays a chart out with small ones under it that share its title, subtitle, legend and foot. A chart without marks of
/// its own stands for its panels alone.
pub fn scene_with_panels(model: &ChartModel, panels: &[ChartModel], size: Size, style: &Style) -> Scene {
    let width = if size.width_pt.is_finite() { size.width_pt.max(WIDTH_MIN_PT) } else { Size::SLIDE.width_pt };
    let margin = style.margin_pt.min(width / 12.0);
    let inner = width - 2.0 * margin;
    let right = width - margin * 0.4;
    let panels = if model.empty.is_some() { &[] } else { panels };
    let mut items = Vec::new();
    let top = heading(&mut items, model, (margin, margin * 0.8), inner, style);

    let foot = foot_lines(model, inner, style);
    let foot_height = foot.len() as f64 * style.foot_pt * 1.4;
    let wanted = size.height_pt - margin * 0.7 - foot_height - GAP_PT - top;
    // Long words around it do not flatten a plot: the page grows.
    let wanted = wanted.max(inner * FLATTEST);
    let bottom = plots(&mut items, (model, panels), Room { x: margin, top, inner, wanted, right }, style);

    let mut baseline = bottom + GAP_PT;
    for line in foot {
        baseline += style.foot_pt * 1.4;
        items.push(text(
            line,
            (margin, baseline - style.foot_pt * 0.4),
            style.foot_pt,
            Weight::Regular,
            style.palette.muted,
        ));
    }
    let height = (baseline + margin * 0.7).max(if size.height_pt.is_finite() { size.height_pt } else { 0.0 });
    let title = if model.title.is_empty() { model.subtitle.clone() } else { model.title.clone() };
    Scene { width, height, background: style.palette.surface, title, description: model.alt.clone(), items }
}

/// Lays out a chart with its small ones and its legend alone: without title, subtitle and foot, which stand elsewhere
/// on a slide. The scene is as wide as asked and as high, or higher where its marks could not be told apart.
pub fn body(model: &ChartModel, panels: &[ChartModel], size: Size, style: &Style) -> Scene {
    let (width, height) = (size.width_pt.max(WIDTH_MIN_PT / 2.0), size.height_pt.max(1.0));
    let mut items = Vec::new();
    let panels = if model.empty.is_some() { &[] } else { panels };
    let room = Room { x: 0.0, top: 0.0, inner: width, wanted: height, right: width };
    let bottom = plots(&mut items, (model, panels), room, style);
    let title = if model.title.is_empty() { model.subtitle.clone() } else { model.title.clone() };
    Scene {
        width,
        height: bottom.max(height),
        background: style.palette.surface,
        title,
        description: model.alt.clone(),
        items,
    }
}

/// Draws the legend and the plots; returns their bottom.
fn plots(items: &mut Vec<Item>, charts: (&ChartModel, &[ChartModel]), room: Room, style: &Style) -> f64 {
    let parts = parts::in_room(charts, room, style);
    let bottom = parts.height;
    items.extend(parts.items());
    bottom
}

/// Title and subtitle; returns their bottom.
fn heading(items: &mut Vec<Item>, model: &ChartModel, (x, mut top): (f64, f64), inner: f64, style: &Style) -> f64 {
    let title_pt = title_size(&model.title, inner, style);
    top = paragraph(items, &model.title, x, top, inner, (title_pt, Weight::Bold, style.palette.text));
    top += 3.0;
    for line in parts_lines(model.subtitle.split(" · "), inner, style.subtitle_pt) {
        top += style.subtitle_pt * 1.25;
        let at = (x, top - style.subtitle_pt * 0.25);
        items.push(text(line, at, style.subtitle_pt, Weight::Regular, style.palette.muted));
    }
    top
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
pub(super) fn paragraph(
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
            lines.extend(font::wrap_well(&line, inner, size, Weight::Regular));
            part.clone_into(&mut line);
        }
    }
    lines.extend(font::wrap_well(&line, inner, size, Weight::Regular));
    lines
}

fn text(words: String, at: (f64, f64), size: f64, weight: Weight, colour: Colour) -> Item {
    Item::Text(Text { text: words, at, size, weight, colour, anchor: Anchor::Start, halo: Halo::Off })
}
