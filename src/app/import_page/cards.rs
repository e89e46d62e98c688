//! Places of the review: cards at given rectangles, lines of a name and a value.

use eframe::egui::{self, CornerRadius, Rect, RichText, Stroke, StrokeKind, UiBuilder};

use crate::app::theme::{self, Tokens, size};

/// Between two cards.
pub const GAP: f32 = 12.0;

/// Draws inside a rectangle, cut at its edges.
pub fn inside<R>(ui: &mut egui::Ui, rect: Rect, add: impl FnOnce(&mut egui::Ui) -> R) -> R {
    let builder = UiBuilder::new().max_rect(rect).layout(egui::Layout::top_down(egui::Align::Min));
    ui.scope_builder(builder, |ui| {
        ui.set_clip_rect(rect.expand(3.0).intersect(ui.clip_rect()));
        add(ui)
    })
    .inner
}

/// A card that fills a rectangle.
pub fn card<R>(ui: &mut egui::Ui, rect: Rect, add: impl FnOnce(&mut egui::Ui) -> R) -> R {
    let tokens = Tokens::of(ui.ctx());
    let corner = CornerRadius::same(size::CARD_CORNER);
    ui.painter().rect(rect, corner, tokens.surface, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    inside(ui, rect.shrink2(egui::vec2(14.0, 12.0)), add)
}

/// A name at the left and a value at the right of it, both wrapped.
pub fn line(ui: &mut egui::Ui, name: &str, name_width: f32, value: &str) {
    let tokens = Tokens::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.vertical(|ui| {
            ui.set_width(name_width);
            let words = RichText::new(name).size(size::FOOT).color(tokens.muted);
            ui.add(egui::Label::new(words).wrap());
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            ui.add(egui::Label::new(RichText::new(value).size(size::TABLE)).wrap().selectable(true));
        });
    });
}

/// Bold words in a table's size.
pub fn strong(words: &str) -> RichText {
    RichText::new(words).font(theme::bold(size::TABLE))
}
