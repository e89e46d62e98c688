//! Empty places: what would be here, and the next step.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;

use crate::app::icons;
use crate::app::theme::{self, Tokens, size, space};

/// An icon, a title and a sentence in the middle, with the next steps below.
pub fn show<R>(
    ui: &mut egui::Ui,
    icon: Icon,
    title: &str,
    sentence: &str,
    steps: impl FnOnce(&mut egui::Ui) -> R,
) -> R {
    let tokens = Tokens::of(ui.ctx());
    let room = ui.available_height();
    ui.vertical_centered(|ui| {
        ui.add_space((room * 0.16).clamp(space::L, 140.0));
        ui.label(RichText::new(icons::glyph(icon).to_string()).size(34.0).color(tokens.muted));
        ui.add_space(space::S);
        ui.label(RichText::new(title).font(theme::bold(size::PAGE)));
        ui.scope(|ui| {
            ui.set_max_width(460.0);
            ui.add(egui::Label::new(RichText::new(sentence).color(tokens.muted)).wrap().halign(egui::Align::Center));
        });
        ui.add_space(space::L);
        steps(ui)
    })
    .inner
}
