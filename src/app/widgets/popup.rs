//! Panels that unfold below what opens them: with fields and lists inside, closed by a click elsewhere or Escape.

use eframe::egui::{self, PopupCloseBehavior};

/// Shows a panel below `response` while it is open; a click on `response` opens and closes it.
pub fn panel<R>(response: &egui::Response, width: f32, add: impl FnOnce(&mut egui::Ui) -> R) -> Option<R> {
    let shown = egui::Popup::from_toggle_button_response(response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(4.0)
        .frame(egui::Frame::popup(&response.ctx.global_style()).inner_margin(egui::Margin::same(12)))
        .show(|ui| {
            ui.set_width(width);
            add(ui)
        });
    shown.map(|shown| shown.inner)
}
