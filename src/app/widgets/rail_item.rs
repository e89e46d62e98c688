//! A place in the rail.

use eframe::egui::{self, CornerRadius, Response, Sense, Stroke, Vec2};
use lucide_icons::Icon;

use crate::app::icons;
use crate::app::theme::{self, Tokens, size};

const HEIGHT: f32 = 38.0;

/// What a rail item shows.
pub struct RailItem<'a> {
    /// Its icon.
    pub icon: Icon,
    /// Its word.
    pub words: &'a str,
    /// A number at its right, such as the count of records.
    pub count: Option<&'a str>,
    /// Whether this is the current place.
    pub is_current: bool,
    /// Whether only the icon is shown.
    pub is_folded: bool,
}

impl RailItem<'_> {
    /// Shows it as wide as there is room.
    pub fn show(self, ui: &mut egui::Ui) -> Response {
        let tokens = Tokens::of(ui.ctx());
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEIGHT), Sense::click());
        let name = self.count.map_or_else(|| self.words.to_owned(), |count| format!("{} {count}", self.words));
        response
            .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), self.is_current, &name));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response, tokens);
        }
        if self.is_folded { response.on_hover_text(name) } else { response }
    }

    fn paint(&self, ui: &egui::Ui, rect: egui::Rect, response: &Response, tokens: &Tokens) {
        let painter = ui.painter();
        let round = CornerRadius::same(size::CORNER);
        let text = if self.is_current { tokens.rail_text_selected } else { tokens.rail_text };
        if self.is_current {
            // The lamp is a strip that shows at the left from under the item.
            let mut under = rect;
            under.max.x = rect.left() + 16.0;
            painter.rect_filled(under, round, tokens.lamp);
            let mut inside = rect;
            inside.min.x += 3.0;
            painter.rect_filled(inside, round, tokens.rail_selected);
        } else if response.hovered() || response.has_focus() {
            painter.rect_filled(rect, round, tokens.rail_hovered);
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, tokens.rail_text_selected);
            painter.rect_stroke(rect.shrink(1.0), round, ring, egui::StrokeKind::Inside);
        }
        let icon = icons::glyph(self.icon);
        if self.is_folded {
            painter.text(rect.center(), egui::Align2::CENTER_CENTER, icon, theme::plain(18.0), text);
            return;
        }
        let middle = rect.left_center();
        let at = |x: f32| middle + Vec2::new(x, 0.0);
        painter.text(at(13.0), egui::Align2::LEFT_CENTER, icon, theme::plain(16.0), text);
        let font = if self.is_current { theme::bold(size::TEXT) } else { theme::plain(size::TEXT) };
        painter.text(at(40.0), egui::Align2::LEFT_CENTER, self.words, font, text);
        if let Some(count) = self.count {
            let font = if self.is_current { theme::bold(size::FOOT) } else { theme::plain(size::FOOT) };
            let right = rect.right_center() - Vec2::new(12.0, 0.0);
            painter.text(right, egui::Align2::RIGHT_CENTER, count, font, text);
        }
    }
}
