//! The house's own widgets. Each has an accessible name, a visible focus, and sizes from the theme.

pub mod button;
pub mod card;
pub mod chip;
pub mod choice;
pub mod empty;
pub mod field;
pub mod label;
pub mod page;
pub mod popup;
pub mod rail_item;

use eframe::egui;

use crate::app::theme::Tokens;

/// Paints the focus ring around a custom widget that has the keyboard.
pub fn focus_ring(ui: &egui::Ui, response: &egui::Response, corner: u8) {
    if response.has_focus() {
        let accent = Tokens::of(ui.ctx()).accent;
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            egui::CornerRadius::same(corner.saturating_add(2)),
            egui::Stroke::new(2.0, accent),
            egui::StrokeKind::Outside,
        );
    }
}
