//! Scrolling over any number of rows.
//!
//! The position is kept in double precision: a million rows of 28 points are beyond what single precision can tell
//! apart by less than two points, and slow scrolling would stand still at the end of such a table.

use eframe::egui::{self, Rect, Sense};

use crate::app::theme::{Tokens, size};

/// Height of a row, in points.
pub const ROW: f64 = size::ROW as f64;

/// Width of the strip in which the bar stands.
pub const STRIP: f32 = 12.0;

/// Shortest handle.
const SHORTEST: f32 = 32.0;

/// A scroll position.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scroll {
    /// Points between the first row and the top of the view.
    pub top: f64,
}

impl Scroll {
    /// Keeps the position within what there is.
    pub fn settle(&mut self, rows: usize, height: f32) {
        let most = (rows as f64 * ROW - f64::from(height)).max(0.0);
        self.top = if self.top.is_finite() { self.top.clamp(0.0, most) } else { 0.0 };
    }

    /// Moves just far enough to show a row whole.
    pub fn reveal(&mut self, position: usize, height: f32) {
        let (first, last) = (position as f64 * ROW, (position + 1) as f64 * ROW);
        if first < self.top {
            self.top = first;
        } else if last > self.top + f64::from(height) {
            self.top = last - f64::from(height);
        }
    }

    /// The first row in view, and how far above the view it begins.
    pub fn first_row(self) -> (usize, f32) {
        let first = (self.top / ROW).floor();
        (first as usize, (self.top - first * ROW) as f32)
    }

    /// Takes the wheel if the pointer is over the rows.
    pub fn wheel(&mut self, ui: &egui::Ui, area: Rect) {
        if ui.rect_contains_pointer(area) {
            let delta = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
            self.top -= f64::from(delta);
        }
    }

    /// The bar at the right edge of the rows, when there is more than fits.
    pub fn bar(&mut self, ui: &egui::Ui, area: Rect, rows: usize, name: &str) {
        let content = rows as f64 * ROW;
        let height = f64::from(area.height());
        if content <= height {
            return;
        }
        let strip = Rect::from_min_max(egui::pos2(area.right() - STRIP, area.top()), area.max);
        let handle_height = ((height / content) as f32 * strip.height()).clamp(SHORTEST, strip.height());
        let room = strip.height() - handle_height;
        let most = content - height;
        let response = ui.interact(strip, ui.scope_id().with("scroll bar"), Sense::DRAG | Sense::CLICK);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ScrollBar, true, name));
        let at = |top: f64| strip.top() + (top / most) as f32 * room;
        let grabbed = ui.scope_id().with("scroll bar grabbed");
        if let Some(pointer) = response.interact_pointer_pos() {
            let handle = Rect::from_min_size(egui::pos2(strip.left(), at(self.top)), egui::vec2(STRIP, handle_height));
            let held: Option<f32> = ui.data(|data| data.get_temp(grabbed));
            // A press beside the handle brings its middle there.
            let offset =
                held.unwrap_or(if handle.contains(pointer) { pointer.y - handle.top() } else { handle_height / 2.0 });
            ui.data_mut(|data| data.insert_temp(grabbed, offset));
            let share = f64::from(pointer.y - offset - strip.top()) / f64::from(room.max(1.0));
            self.top = share.clamp(0.0, 1.0) * most;
        } else {
            ui.data_mut(|data| data.remove_temp::<f32>(grabbed));
        }
        let tokens = Tokens::of(ui.ctx());
        let is_awake = response.hovered() || response.dragged();
        let (width, colour) = if is_awake { (8.0, tokens.muted) } else { (4.0, tokens.line_strong) };
        let right = strip.right() - 2.0;
        let handle = Rect::from_min_size(egui::pos2(right - width, at(self.top)), egui::vec2(width, handle_height));
        ui.painter().rect_filled(handle.shrink2(egui::vec2(0.0, 2.0)), width / 2.0, colour);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_rows_scroll_by_less_than_a_point() {
        let mut scroll = Scroll { top: 27_990_000.0 };
        scroll.top += 0.25;
        scroll.settle(1_000_000, 600.0);
        let (row, above) = scroll.first_row();
        assert_eq!(row, 999_642);
        assert!((above - 24.25).abs() < 1e-3, "{above}");
        scroll.top = f64::MAX;
        scroll.settle(1_000_000, 560.0);
        assert_eq!(scroll.first_row(), (999_980, 0.0));
    }

    #[test]
    fn revealing_moves_no_further_than_needed() {
        let mut scroll = Scroll { top: 280.0 };
        scroll.reveal(12, 280.0);
        assert_eq!(scroll.top, 280.0);
        scroll.reveal(20, 280.0);
        assert_eq!(scroll.top, 21.0 * 28.0 - 280.0);
        scroll.reveal(3, 280.0);
        assert_eq!(scroll.top, 84.0);
    }
}
