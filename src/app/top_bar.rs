//! The top bar: what is looked at, the search, the filters.

use eframe::egui::{self, Margin, RichText};

use crate::app::theme::{self, size};
use crate::app::view::View;

/// Shows the top bar.
pub fn show(ui: &mut egui::Ui, view: &View<'_>) {
    let frame = egui::Frame::new().fill(view.tokens.surface).inner_margin(Margin::symmetric(20, 12));
    let bar = egui::Panel::top("top").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.set_min_height(size::CONTROL);
        ui.horizontal_centered(|ui| {
            ui.label(RichText::new(view.tr(view.state.page.text_key())).font(theme::bold(size::PAGE)));
        });
    });
    theme::edge_line(ui, bar.response.rect, theme::Edge::Bottom);
}
