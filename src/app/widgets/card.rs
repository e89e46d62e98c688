//! Cards: white surfaces on the ground.

use eframe::egui::{self, CornerRadius, Frame, InnerResponse, Margin, Stroke};

use crate::app::theme::{Tokens, size, space};

/// The frame of a card.
pub fn frame(tokens: &Tokens) -> Frame {
    Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(CornerRadius::same(size::CARD_CORNER))
        .inner_margin(Margin::symmetric(16, 14))
}

/// A card as wide as there is room.
pub fn show<R>(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui) -> R) -> InnerResponse<R> {
    frame(Tokens::of(ui.ctx())).show(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui)
    })
}

/// Something to be looked at again, on the ground of cautions and as wide as its place.
pub fn caution<R>(ui: &mut egui::Ui, tokens: &Tokens, content: impl FnOnce(&mut egui::Ui) -> R) -> R {
    let frame = Frame::new()
        .fill(tokens.caution_ground)
        .corner_radius(CornerRadius::same(size::CORNER))
        .inner_margin(Margin::symmetric(12, 8));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::XS;
        content(ui)
    });
    shown.inner
}
