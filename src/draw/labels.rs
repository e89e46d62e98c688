//! Names and numbers beside the marks, and annotations, none over another.

use crate::chart::model::{ChartModel, DirectLabel, Direction, Marks, Side};
use crate::draw::axes;
use crate::draw::font::{self, Weight};
use crate::draw::layout::Frame;
use crate::draw::marks;
use crate::draw::scene::{Anchor, Area, Halo, Item, Stroke, Text};
use crate::draw::style::{Colour, Style};

/// How many rows of annotation texts are needed above a plot of about this width.
pub fn annotation_rows(model: &ChartModel, width: f64, style: &Style) -> usize {
    if model.empty.is_some() || model.annotations.is_empty() {
        return 0;
    }
    let total: f64 = model
        .annotations
        .iter()
        .map(|annotation| font::width(&annotation.text, style.tick_pt, Weight::Regular) + 16.0)
        .sum();
    // Two that stand close together need a row each, however short; more than the annotations are never needed.
    let by_width = (total / (width * 0.5)).ceil().max(1.0);
    let by_width = by_width as usize;
    by_width.max(model.annotations.len().min(2)).min(model.annotations.len())
}

/// Draws annotations, bar labels, point labels and the names of series. `right` is the last place text may reach.
pub fn draw(items: &mut Vec<Item>, model: &ChartModel, frame: &Frame, right: f64, style: &Style) {
    let mut taken: Vec<Area> = items.iter().filter_map(axes::text_area).collect();
    annotations(items, &mut taken, model, frame, right, style);
    names(items, &mut taken, model, frame, right, style);
    for series in &model.series {
        match &series.marks {
            Marks::Bars { direction, bars } => {
                for bar in bars.iter().filter(|bar| !bar.label.is_empty()) {
                    let area = marks::whole_bar(bar, *direction, frame);
                    let (at, anchor) = match direction {
                        Direction::Up => ((area.x + area.width / 2.0, area.y - 4.0), Anchor::Middle),
                        Direction::Right => {
                            ((area.right() + 6.0, area.y + area.height / 2.0 + style.tick_pt * 0.35), Anchor::Start)
                        }
                    };
                    place(items, &mut taken, small(&bar.label, at, anchor, style.text, style), right);
                }
            }
            Marks::Points { points } => {
                for point in points.iter().filter(|point| !point.label.is_empty()) {
                    let at = (frame.x(point.at[0]), frame.y(point.at[1]) - 8.0);
                    place(items, &mut taken, small(&point.label, at, Anchor::Middle, style.text, style), right);
                }
            }
            _ => {}
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
fn annotations(
    items: &mut Vec<Item>,
    taken: &mut Vec<Area>,
    model: &ChartModel,
    frame: &Frame,
    right: f64,
    style: &Style,
) {
    let plot = frame.plot;
    let height = style.tick_pt * 1.4;
    // From right to left: a text reaches to the right, so that the line of the one after it stays below.
    let mut wanted: Vec<(f64, &str)> =
        model.annotations.iter().map(|annotation| (frame.x(annotation.at), annotation.text.as_str())).collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (x, words) in wanted {
        let mut done = false;
        for row in 0..8_u8 {
            let baseline = plot.y - 5.0 - f64::from(row) * height;
            let top = baseline - style.tick_pt * 0.8;
            let line = Area { x: x - 1.0, y: top, width: 2.0, height: plot.y - top };
            for (dx, anchor) in [(5.0, Anchor::Start), (-5.0, Anchor::End)] {
                let text = small(words, (x + dx, baseline), anchor, style.muted, style);
                let crossed = taken.iter().any(|other| other.overlaps(&line));
                if !done && !crossed && text.area().x >= plot.x - 40.0 && place(items, taken, text, right) {
                    let stroke = Stroke::dashed(style.muted, 1.0);
                    items.push(Item::Path { points: vec![(x, top), (x, plot.bottom())], stroke });
                    taken.push(line);
                    done = true;
                }
            }
        }
    }
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
