//! Buttons: one primary at a time, secondary ones, quiet ones that look like links, and icons with a name.

use eframe::egui::{self, Button, CornerRadius, Response, RichText, Stroke, Vec2};
use lucide_icons::Icon;

use crate::app::icons;
use crate::app::theme::{self, Tokens, size};
use crate::app::widgets::focus_ring;

/// The one thing to do here.
pub fn primary(ui: &mut egui::Ui, words: &str) -> Response {
    let tokens = Tokens::of(ui.ctx());
    let response = ui
        .scope(|ui| {
            let widgets = &mut ui.visuals_mut().widgets;
            for (look, fill) in [
                (&mut widgets.inactive, tokens.accent),
                (&mut widgets.hovered, tokens.accent_hovered),
                (&mut widgets.active, tokens.accent_hovered),
            ] {
                look.bg_fill = fill;
                look.weak_bg_fill = fill;
                look.bg_stroke = Stroke::NONE;
                look.fg_stroke.color = tokens.on_accent;
            }
            ui.spacing_mut().button_padding.x = 14.0;
            ui.add(Button::new(RichText::new(words).font(theme::bold(size::TEXT))))
        })
        .inner;
    focus_ring(ui, &response, size::CORNER);
    response
}

/// Another thing to do.
pub fn secondary(ui: &mut egui::Ui, words: &str) -> Response {
    ui.add(Button::new(words))
}

/// Something to do that need not be seen at once: text in the accent colour.
pub fn quiet(ui: &mut egui::Ui, words: &str) -> Response {
    let tokens = Tokens::of(ui.ctx());
    quiet_look(ui, |ui| ui.add(Button::new(RichText::new(words).color(tokens.accent))))
}

/// The width that a quiet button with these words takes.
pub fn quiet_width(ui: &egui::Ui, words: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    ui.painter().layout_no_wrap(words.to_owned(), font, theme::NONE).size().x + 2.0 * ui.spacing().button_padding.x
}

/// An icon alone; `name` is its tooltip and accessible name.
pub fn icon(ui: &mut egui::Ui, icon: Icon, name: &str) -> Response {
    let response = quiet_look(ui, |ui| {
        ui.spacing_mut().button_padding = Vec2::ZERO;
        let glyph = RichText::new(icons::glyph(icon).to_string()).size(16.0);
        ui.add(Button::new(glyph).min_size(Vec2::splat(28.0)))
    });
    response.accessible_name(name).on_hover_text(name)
}

/// A count or words that lead somewhere, inside a foot line.
pub fn link(ui: &mut egui::Ui, words: &str, font_size: f32) -> Response {
    // No scope around it: a link flows with the words beside it.
    let tokens = Tokens::of(ui.ctx());
    let response = ui.add(egui::Link::new(RichText::new(words).size(font_size).color(tokens.accent)));
    focus_ring(ui, &response, 2);
    response
}

fn quiet_look(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui) -> Response) -> Response {
    let tokens = Tokens::of(ui.ctx());
    let response = ui
        .scope(|ui| {
            let widgets = &mut ui.visuals_mut().widgets;
            widgets.inactive.bg_fill = theme::NONE;
            widgets.inactive.weak_bg_fill = theme::NONE;
            for look in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
                look.bg_stroke = Stroke::NONE;
                look.corner_radius = CornerRadius::same(size::CORNER);
            }
            widgets.hovered.weak_bg_fill = tokens.accent_ground;
            widgets.active.weak_bg_fill = tokens.accent_ground;
            widgets.open.weak_bg_fill = tokens.accent_ground;
            add(ui)
        })
        .inner;
    focus_ring(ui, &response, size::CORNER);
    response
}
