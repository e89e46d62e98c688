//! Names and numbers beside the marks, and annotations, none over another.

use crate::chart::model::{Along, ChartModel, ColourRole, DirectLabel, Direction, HeatCell, Marks, Rule, Side};
use crate::draw::arrange::{self, Flag};
use crate::draw::axes;
use crate::draw::font::{self, Weight};
use crate::draw::marks;
use crate::draw::marks::{cells, ranges};
use crate::draw::plot::Frame;
use crate::draw::scene::{Anchor, Area, Halo, Item, Stroke, Text};
use crate::draw::style::{Colour, Style};

/// Height of a row of texts above a plot, in sizes of their letters.
const ROW: f64 = 1.4;

/// Where the texts of dashed lines stand, above a plot of this width; positions count from its left edge.
fn flags(model: &ChartModel, width: f64, style: &Style) -> Vec<Flag> {
    let x = |at: f64| ((at - model.x.lo) / (model.x.hi - model.x.lo)).clamp(0.0, 1.0) * width;
    let wide = |words: &str| font::width(words, style.tick_pt, Weight::Regular);
    let wanted: Vec<(f64, f64)> = model.annotations.iter().map(|one| (x(one.at), wide(&one.text))).collect();
    // Further to the left the number at the top of the vertical axis stands.
    arrange::flags(&wanted, -4.0, width + 20.0)
}

/// Room needed above a plot of this width for the texts of dashed lines.
pub fn above(model: &ChartModel, width: f64, style: &Style) -> f64 {
    arrange::flag_rows(&flags(model, width, style)) as f64 * style.tick_pt * ROW
}

/// Annotations, labels of marks and the names of series. `axes` is what stands around the plot and is not written over;
/// `right` is the last place text may reach.
pub fn draw(axes: &[Item], model: &ChartModel, frame: &Frame, right: f64, style: &Style) -> Vec<Item> {
    let mut drawn = Vec::new();
    let items = &mut drawn;
    let mut taken: Vec<Area> = axes.iter().filter_map(axes::text_area).collect();
    annotations(items, &mut taken, model, frame, style);
    names(items, &mut taken, model, frame, right, style);
    for series in &model.series {
        match &series.marks {
            Marks::Cells { cells } => {
                for cell in cells.iter().filter(|cell| !cell.label.is_empty()) {
                    cell_label(items, cell, series.role, frame, style);
                }
            }
            Marks::Rules { rules } => {
                for rule in rules.iter().filter(|rule| !rule.label.is_empty()) {
                    rule_label(items, &mut taken, rule, style.text_colour(series.role), (frame, right), style);
                }
            }
            marks => {
                for (words, at, anchor) in mark_labels(marks, frame, style) {
                    place(items, &mut taken, small(words, at, anchor, style.palette.text, style), right);
                }
            }
        }
    }
    drawn
}

/// Labels at the ends of marks: what they say, where, and with which end of the text there.
fn mark_labels<'a>(marks: &'a Marks, frame: &Frame, style: &Style) -> Vec<(&'a str, (f64, f64), Anchor)> {
    let beside = style.tick_pt * 0.35;
    let mut labels: Vec<(&str, (f64, f64), Anchor)> = Vec::new();
    match marks {
        Marks::Bars { direction, bars } => labels.extend(bars.iter().map(|bar| {
            let area = marks::whole_bar(bar, *direction, frame);
            let (at, anchor) = match direction {
                Direction::Up => ((area.x + area.width / 2.0, area.y - 4.0), Anchor::Middle),
                Direction::Right => ((area.right() + 6.0, area.y + area.height / 2.0 + beside), Anchor::Start),
            };
            (bar.label.as_str(), at, anchor)
        })),
        Marks::Points { points } => labels.extend(points.iter().map(|point| {
            let at = (frame.x(point.at[0]), frame.y(point.at[1]) - 8.0);
            (point.label.as_str(), at, Anchor::Middle)
        })),
        Marks::Ranges { direction, ranges } => labels.extend(ranges.iter().map(|range| {
            let (_, (x, y)) = ranges::ends(range, *direction, frame);
            let (at, anchor) = match direction {
                Direction::Up => ((x, y - 6.0), Anchor::Middle),
                Direction::Right => ((x + 8.0, y + beside), Anchor::Start),
            };
            (range.label.as_str(), at, anchor)
        })),
        Marks::Outlines { outlines } => labels.extend(outlines.iter().map(|outline| {
            let top = outline.interval.map_or(outline.expected, |(_, hi)| hi.max(outline.expected));
            (outline.label.as_str(), (frame.x(outline.at), frame.y(top) - 6.0), Anchor::Middle)
        })),
        _ => {}
    }
    labels.retain(|(words, _, _)| !words.is_empty());
    labels
}

/// The words of a cell in its middle, where they fit into it.
fn cell_label(items: &mut Vec<Item>, cell: &HeatCell, role: ColourRole, frame: &Frame, style: &Style) {
    let area = cells::area(cell, frame);
    let ground = cell.shade.map_or(style.palette.surface, |shade| style.shade(role, shade));
    let colour = if cell.shade.is_some() { style.on(ground) } else { style.palette.muted };
    let at = (area.x + area.width / 2.0, area.y + area.height / 2.0 + style.tick_pt * 0.35);
    let mut text = small(&cell.label, at, Anchor::Middle, colour, style);
    text.halo = if cell.partial { Halo::Of(ground) } else { Halo::Off };
    let needed = text.area();
    if needed.width <= area.width - 2.0 && style.tick_pt * 0.8 <= area.height {
        items.push(Item::Text(text));
    }
}

/// The words of a dashed line at its end: right of the plot, or beside its upper end.
fn rule_label(
    items: &mut Vec<Item>,
    taken: &mut Vec<Area>,
    rule: &Rule,
    colour: Colour,
    (frame, right): (&Frame, f64),
    style: &Style,
) {
    let plot = frame.plot;
    let size = style.tick_pt;
    let tries: Vec<((f64, f64), Anchor)> = match rule.along {
        Along::X if frame.has_y(rule.at) => {
            let y = frame.y(rule.at) + size * 0.35;
            let nudges = [0.0, -0.6, 0.6, -1.2, 1.2].into_iter();
            nudges.map(|nudge| ((plot.right() + 6.0, y + nudge * size), Anchor::Start)).collect()
        }
        Along::Y if frame.has_x(rule.at) => {
            let x = frame.x(rule.at);
            let rows = (0..3_u8).map(|row| plot.y + size * (1.0 + 1.4 * f64::from(row)));
            rows.flat_map(|y| [((x + 5.0, y), Anchor::Start), ((x - 5.0, y), Anchor::End)]).collect()
        }
        Along::X | Along::Y => return,
    };
    for (at, anchor) in tries {
        if place(items, taken, small(&rule.label, at, anchor, colour, style), right) {
            return;
        }
    }
}

fn small(words: &str, at: (f64, f64), anchor: Anchor, colour: Colour, style: &Style) -> Text {
    Text { text: words.to_owned(), at, size: style.tick_pt, weight: Weight::Regular, colour, anchor, halo: Halo::Page }
}

/// Puts a text where it wants to be if nothing is there yet; says whether it did.
fn place(items: &mut Vec<Item>, taken: &mut Vec<Area>, text: Text, right: f64) -> bool {
    let area = text.area();
    let free = area.right() <= right && area.x >= 0.0 && !taken.iter().any(|other| other.overlaps(&area));
    if free {
        taken.push(area);
        items.push(Item::Text(text));
    }
    free
}

/// Dashed lines with their text at the top, to the right of the line, or to its left near the edge.
fn annotations(items: &mut Vec<Item>, taken: &mut Vec<Area>, model: &ChartModel, frame: &Frame, style: &Style) {
    let plot = frame.plot;
    let mut texts = Vec::new();
    for flag in flags(model, plot.width, style) {
        let Some(annotation) = model.annotations.get(flag.index) else { continue };
        let (x, from) = (frame.x(annotation.at), plot.x + flag.from);
        let baseline = plot.y - 5.0 - flag.row as f64 * style.tick_pt * ROW;
        let is_across = (from..=from + flag.width).contains(&x);
        let top = baseline + if is_across { 3.0 } else { -style.tick_pt * 0.8 };
        let stroke = Stroke::dashed(style.palette.muted, 1.0);
        items.push(Item::Path { points: vec![(x, top), (x, plot.bottom())], stroke });
        let wide = |words: &str| font::width(words, style.tick_pt, Weight::Regular);
        let words = arrange::shortened(&annotation.text, flag.width, &wide);
        let text = small(&words, (from, baseline), Anchor::Start, style.palette.muted, style);
        taken.extend([text.area(), Area { x: x - 1.0, y: top, width: 2.0, height: plot.y - top }]);
        texts.push(Item::Text(text));
    }
    // After all lines, so that a line that found no way past a text goes behind it.
    items.append(&mut texts);
}

/// Names of series beside their marks: where they want to be, or the nearest free place above or below.
fn names(items: &mut Vec<Item>, taken: &mut Vec<Area>, model: &ChartModel, frame: &Frame, right: f64, style: &Style) {
    for series in &model.series {
        let Some(label) = &series.label else { continue };
        let colour = style.text_colour(series.role);
        let wanted = name_text(label, frame, right, colour, style);
        let step = style.tick_pt * 0.5;
        for nudge in [0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0, -4.0, 4.0, -6.0, 6.0, -8.0, 8.0] {
            let mut text = wanted.clone();
            text.at.1 += nudge * step;
            let low = text.at.1 > frame.plot.bottom() - 2.0;
            if !low && place(items, taken, text, right) {
                break;
            }
        }
    }
}

fn name_text(label: &DirectLabel, frame: &Frame, right: f64, colour: Colour, style: &Style) -> Text {
    let (x, y) = (frame.x(label.at[0]), frame.y(label.at[1]));
    let (at, anchor) = match label.side {
        Side::Above => ((x, y - 8.0), Anchor::Middle),
        Side::Right => ((x + 9.0, y + style.tick_pt * 0.35), Anchor::Start),
        Side::BelowRight => ((x + 9.0, y + style.tick_pt * 1.3), Anchor::Start),
    };
    let mut text = Text {
        text: label.text.clone(),
        at,
        size: style.tick_pt,
        weight: Weight::Bold,
        colour,
        anchor,
        halo: Halo::Page,
    };
    // Kept on the page: what would run off the right edge ends there, what would begin left of the plot begins there.
    let area = text.area();
    if area.right() > right {
        text.at.0 -= area.right() - right;
    }
    let area = text.area();
    if area.x < frame.plot.x + 2.0 {
        text.at.0 += frame.plot.x + 2.0 - area.x;
    }
    text
}
