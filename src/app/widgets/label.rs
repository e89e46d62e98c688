//! Text in the sizes of the house.

use eframe::egui::{self, Label, Response, RichText};

use crate::app::theme::{self, Tokens, size};

/// Title of a card.
pub fn card_title(ui: &mut egui::Ui, words: &str) -> Response {
    ui.add(Label::new(RichText::new(words).font(theme::bold(size::CARD))).wrap())
}

/// Text of less weight under a title.
pub fn subtitle(ui: &mut egui::Ui, words: &str) -> Response {
    muted(ui, words, size::FOOT + 0.5)
}

/// Foot of a card.
pub fn foot(ui: &mut egui::Ui, words: &str) -> Response {
    muted(ui, words, size::FOOT)
}

/// Muted text of a size.
pub fn muted(ui: &mut egui::Ui, words: &str, font_size: f32) -> Response {
    let tokens = Tokens::of(ui.ctx());
    ui.add(Label::new(RichText::new(words).size(font_size).color(tokens.muted)).wrap())
}

/// Title of a section of a page.
pub fn section(ui: &mut egui::Ui, words: &str) -> Response {
    ui.add(Label::new(RichText::new(words).font(theme::bold(size::CARD))))
}

/// A problem that needs a look, on its ground.
pub fn caution(ui: &mut egui::Ui, words: &str) -> Response {
    let tokens = Tokens::of(ui.ctx());
    egui::Frame::new()
        .fill(tokens.caution_ground)
        .corner_radius(egui::CornerRadius::same(4))
        .inner_margin(egui::Margin::symmetric(8, 4))
        .show(ui, |ui| ui.add(Label::new(RichText::new(words).size(size::TABLE).color(tokens.caution)).wrap()))
        .inner
}
