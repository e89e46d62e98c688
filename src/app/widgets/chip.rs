//! Chips: what is filtered, in a pill that opens its editor and can be taken away.

use eframe::egui::{self, CornerRadius, Response, Sense, Stroke, Vec2};
use lucide_icons::Icon;

use crate::app::icons;
use crate::app::theme::{self, Tokens};
use crate::app::widgets::focus_ring;

/// Height of a chip.
pub const HEIGHT: f32 = 28.0;
const TEXT: f32 = 13.0;
const PADDING: f32 = 12.0;
const CROSS: f32 = 26.0;

/// What was done to a chip.
pub struct ChipResponse {
    /// The words were clicked.
    pub body: Response,
    /// The cross was clicked.
    pub removed: bool,
}

/// Width a chip with these words will have.
pub fn width(ui: &egui::Ui, words: &str) -> f32 {
    galley(ui, words).size().x + PADDING + CROSS
}

fn galley(ui: &egui::Ui, words: &str) -> std::sync::Arc<egui::Galley> {
    let tokens = Tokens::of(ui.ctx());
    ui.painter().layout_no_wrap(words.to_owned(), theme::plain(TEXT), tokens.accent)
}

/// A chip with a cross. `remove_name` is the accessible name of the cross.
pub fn removable(ui: &mut egui::Ui, words: &str, remove_name: &str) -> ChipResponse {
    let tokens = Tokens::of(ui.ctx());
    let galley = galley(ui, words);
    let size = Vec2::new(galley.size().x + PADDING + CROSS, HEIGHT);
    let (rect, body) = ui.allocate_exact_size(size, Sense::click());
    body.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), words));
    let cross_rect = egui::Rect::from_min_max(egui::pos2(rect.right() - CROSS, rect.top()), rect.max);
    let cross = ui.interact(cross_rect, body.id.with("cross"), Sense::click());
    cross.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), remove_name));
    if ui.is_rect_visible(rect) {
        let round = CornerRadius::same(14);
        let edge = if body.hovered() { Stroke::new(1.0, tokens.accent) } else { Stroke::NONE };
        ui.painter().rect(rect, round, tokens.accent_ground, edge, egui::StrokeKind::Inside);
        let at = egui::pos2(rect.left() + PADDING, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.accent);
        let colour = if cross.hovered() { tokens.text } else { tokens.accent };
        ui.painter().text(
            cross_rect.center(),
            egui::Align2::CENTER_CENTER,
            icons::glyph(Icon::X),
            theme::plain(TEXT),
            colour,
        );
    }
    focus_ring(ui, &body, 14);
    focus_ring(ui, &cross, 10);
    let removed = cross.clicked();
    cross.on_hover_text(remove_name);
    ChipResponse { body, removed }
}
