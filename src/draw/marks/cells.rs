//! Rectangles of a table: paler for less, darker for more.

use crate::chart::model::{ColourRole, HeatCell};
use crate::draw::plot::Frame;
use crate::draw::scene::{Area, Fill, Item};
use crate::draw::style::Style;

/// Between two cells.
const SEAM_PT: f64 = 1.5;

/// Where a cell stands.
pub fn area(cell: &HeatCell, frame: &Frame) -> Area {
    let (x, y) = (f64::from(cell.x), f64::from(cell.y));
    let (left, right) = (frame.x(x - 0.5), frame.x(x + 0.5));
    let (top, bottom) = (frame.y(y + 0.5), frame.y(y - 0.5));
    Area {
        x: left + SEAM_PT / 2.0,
        y: top + SEAM_PT / 2.0,
        width: (right - left - SEAM_PT).max(0.4),
        height: (bottom - top - SEAM_PT).max(0.4),
    }
}

/// Draws a cell. What is not covered is not drawn: the page shows through.
pub fn draw(items: &mut Vec<Item>, cell: &HeatCell, role: ColourRole, frame: &Frame, style: &Style) {
    let Some(shade) = cell.shade else { return };
    let ground = style.shade(role, shade);
    let fill = if cell.partial {
        Fill::Shaded { ground, lines: style.on(ground).mixed(ground, 0.65) }
    } else {
        Fill::Solid(ground)
    };
    items.push(Item::Rect { area: area(cell, frame), fill, edge: None });
}
