//! Ranges from low to high, and outlines of what is expected.

use crate::chart::model::{Direction, Outline, Range, RangeStyle};
use crate::draw::marks::column;
use crate::draw::plot::Frame;
use crate::draw::scene::{Fill, Item, Stroke};
use crate::draw::style::{Colour, Style};

/// Half of the strokes at the ends of a whisker.
const CAP_PT: f64 = 3.5;
/// Length of an arrow's head.
const ARROW_PT: f64 = 6.0;
/// Length of an arrow upwards that has no end.
pub const OPEN_PT: f64 = 22.0;
/// Thickness of a line from one thing to another.
const CONNECTOR_PT: f64 = 4.0;

/// The places of the low and the high end; an open end is the edge of the plot, upwards a short way towards it.
pub fn ends(range: &Range, direction: Direction, frame: &Frame) -> ((f64, f64), (f64, f64)) {
    let (lo, hi) = (range.lo.unwrap_or(f64::NEG_INFINITY), range.hi.unwrap_or(f64::INFINITY));
    match direction {
        Direction::Up => {
            let (x, low, high) = (frame.x(range.at), frame.clamped_y(lo), frame.clamped_y(hi));
            // Upwards without an end: a short arrow says so. Long ones would be all one sees.
            let is_open = range.hi.is_none() && range.style == RangeStyle::Whisker;
            ((x, low), (x, if is_open { high.max(low - OPEN_PT) } else { high }))
        }
        Direction::Right => ((frame.clamped_x(lo), frame.y(range.at)), (frame.clamped_x(hi), frame.y(range.at))),
    }
}

/// What sets a thin range off from the bar that it stands on.
pub fn casing(items: &mut Vec<Item>, range: &Range, direction: Direction, frame: &Frame, style: &Style) {
    if range.style != RangeStyle::Whisker {
        return;
    }
    let (lo, hi) = ends(range, direction, frame);
    items.push(Item::Path { points: vec![lo, hi], stroke: Stroke::solid(style.palette.surface, 3.3) });
}

/// Draws a range, with an arrow where it goes on beyond the plot.
pub fn draw(items: &mut Vec<Item>, range: &Range, direction: Direction, colour: Colour, frame: &Frame, style: &Style) {
    let (lo, hi) = ends(range, direction, frame);
    let shown = |end: Option<f64>| {
        end.is_some_and(|value| match direction {
            Direction::Up => frame.has_y(value),
            Direction::Right => frame.has_x(value),
        })
    };
    let width = match range.style {
        RangeStyle::Whisker => 1.3,
        RangeStyle::Connector => CONNECTOR_PT,
    };
    items.push(Item::Path { points: vec![lo, hi], stroke: Stroke::solid(colour, width) });
    // Towards the right, or towards the top.
    let (along, across) = match direction {
        Direction::Up => ((0.0, -1.0), (1.0, 0.0)),
        Direction::Right => ((1.0, 0.0), (0.0, 1.0)),
    };
    for (end, sign, is_shown) in [(lo, -1.0, shown(range.lo)), (hi, 1.0, shown(range.hi))] {
        if !is_shown {
            items.push(arrow(end, (along.0 * sign, along.1 * sign), across, width, colour));
        } else if range.style == RangeStyle::Whisker {
            let cap = |side: f64| (end.0 + across.0 * CAP_PT * side, end.1 + across.1 * CAP_PT * side);
            items.push(Item::Path { points: vec![cap(-1.0), cap(1.0)], stroke: Stroke::solid(colour, 1.3) });
        }
    }
    if let Some(middle) = range.middle {
        let at = match direction {
            Direction::Up => (frame.x(range.at), frame.y(middle)),
            Direction::Right => (frame.x(middle), frame.y(range.at)),
        };
        items.push(Item::Dot { at, radius: 4.0, fill: colour, edge: Some(Stroke::solid(style.palette.surface, 1.0)) });
    }
}

/// The head of an arrow whose tip is at `tip`.
fn arrow(tip: (f64, f64), along: (f64, f64), across: (f64, f64), width: f64, colour: Colour) -> Item {
    let half = ARROW_PT * 0.6 + width / 3.0;
    let back = (tip.0 - along.0 * ARROW_PT, tip.1 - along.1 * ARROW_PT);
    let corner = |side: f64| (back.0 + across.0 * half * side, back.1 + across.1 * half * side);
    Item::Shape { points: vec![tip, corner(1.0), corner(-1.0)], fill: colour, opacity: 1.0 }
}

/// Draws the outline of a bar that is expected, with the range at its end.
pub fn draw_outline(items: &mut Vec<Item>, outline: &Outline, colour: Colour, frame: &Frame) {
    let area = column(outline.at, outline.width, (0.0, outline.expected), frame);
    items.push(Item::Rect { area, fill: Fill::None, edge: Some(Stroke::solid(colour, 1.4)) });
    if let Some((lo, hi)) = outline.interval {
        let (x, low, high) = (area.x + area.width / 2.0, frame.y(lo), frame.y(hi));
        let cap = CAP_PT.min(area.width / 2.0);
        let stroke = Stroke::solid(colour, 1.2);
        items.push(Item::Path { points: vec![(x, low), (x, high)], stroke });
        for y in [low, high] {
            items.push(Item::Path { points: vec![(x - cap, y), (x + cap, y)], stroke });
        }
    }
}
