//! Choices: drop-down lists with a name, and segments for two to five options.

use std::sync::Arc;

use eframe::egui::{self, CornerRadius, Response, RichText, Stroke};
use lucide_icons::Icon;

use crate::app::icons;
use crate::app::theme::{self, Tokens, size};
use crate::app::widgets::focus_ring;

/// Height of a row of segments.
const SEGMENTS: f32 = 30.0;

/// A drop-down list. `name` is its accessible name; returns what was chosen.
pub fn drop_down<T: Copy + PartialEq>(
    ui: &mut egui::Ui,
    id: impl egui::AsIdSalt,
    name: &str,
    current: T,
    options: &[(T, String)],
) -> Option<T> {
    let shown = options.iter().find(|(value, _)| *value == current).map_or("", |(_, words)| words.as_str());
    let mut chosen = None;
    let combo = egui::ComboBox::from_id_salt(id)
        .selected_text(RichText::new(shown).size(size::TABLE))
        .icon(chevron)
        .show_ui(ui, |ui| {
            for (value, words) in options {
                if ui.selectable_label(*value == current, RichText::new(words).size(size::TABLE)).clicked() {
                    chosen = Some(*value);
                }
            }
        });
    combo.response.accessible_name(name);
    chosen.filter(|value| *value != current)
}

/// The mark of a drop-down list.
fn chevron(ui: &egui::Ui, rect: egui::Rect, _look: &egui::style::WidgetVisuals, _is_open: bool) {
    let colour = Tokens::of(ui.ctx()).muted;
    let mark = icons::glyph(Icon::ChevronDown);
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, mark, theme::plain(14.0), colour);
}

/// One entry of a list: words at the left, a muted word at the right.
pub fn entry(ui: &mut egui::Ui, is_chosen: bool, words: &str, right: &str) -> Response {
    let tokens = Tokens::of(ui.ctx());
    let wanted = egui::vec2(ui.available_width(), size::ROW);
    let (rect, response) = ui.allocate_exact_size(wanted, egui::Sense::click());
    response.widget_info(|| {
        let name = if right.is_empty() { words.to_owned() } else { format!("{words} {right}") };
        egui::WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), is_chosen, name)
    });
    if ui.is_rect_visible(rect) {
        if is_chosen || response.hovered() {
            ui.painter().rect_filled(rect, 4.0, tokens.accent_ground);
        }
        let colour = if is_chosen { tokens.accent } else { tokens.text };
        let right = ui.painter().layout_no_wrap(right.to_owned(), theme::plain(size::FOOT), tokens.muted);
        let room = rect.width() - right.size().x - 28.0;
        let mut job =
            egui::text::LayoutJob::simple_singleline(words.to_owned(), theme::plain(size::TABLE + 0.5), colour);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let left = ui.painter().layout_job(job);
        let at = rect.left_center() + egui::vec2(8.0, -left.size().y / 2.0);
        ui.painter().galley(at, left, colour);
        let at = rect.right_center() - egui::vec2(8.0 + right.size().x, right.size().y / 2.0);
        ui.painter().galley(at, right, tokens.muted);
    }
    focus_ring(ui, &response, 4);
    response
}

/// A row of segments of which one is chosen. `name` is said before each option to screen readers. In a wrapped row
/// it goes to the next line as a whole.
pub fn segments<T: Copy + PartialEq>(ui: &mut egui::Ui, name: &str, current: T, options: &[(T, String)]) -> Option<T> {
    let tokens = Tokens::of(ui.ctx());
    let galleys: Vec<Arc<egui::Galley>> = options
        .iter()
        .map(|(value, words)| {
            let colour = if *value == current { tokens.text } else { tokens.muted };
            ui.painter().layout_no_wrap(words.clone(), theme::plain(size::TABLE), colour)
        })
        .collect();
    let wide = |galley: &Arc<egui::Galley>| galley.size().x + 20.0;
    let total: f32 = galleys.iter().map(wide).sum::<f32>() + 2.0 * (galleys.len() as f32 + 1.0);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(total, SEGMENTS), egui::Sense::hover());
    let edge = Stroke::new(1.0, tokens.line);
    ui.painter().rect(rect, CornerRadius::same(size::CORNER), tokens.ground, edge, egui::StrokeKind::Inside);
    let mut left = rect.left() + 2.0;
    let mut chosen = None;
    for ((value, words), galley) in options.iter().zip(galleys) {
        let width = wide(&galley);
        let place = egui::Rect::from_min_size(egui::pos2(left, rect.top() + 2.0), egui::vec2(width, SEGMENTS - 4.0));
        left += width + 2.0;
        let is_chosen = *value == current;
        let response = ui.interact(place, ui.make_persistent_id((name, words)), egui::Sense::click());
        response.widget_info(|| {
            let label = format!("{name}: {words}");
            egui::WidgetInfo::selected(egui::Role::RadioButton, ui.is_enabled(), is_chosen, label)
        });
        segment_ui(ui, tokens, &response, galley, is_chosen);
        if response.clicked() && !is_chosen {
            chosen = Some(*value);
        }
    }
    chosen
}

fn segment_ui(ui: &egui::Ui, tokens: &Tokens, response: &Response, galley: Arc<egui::Galley>, is_chosen: bool) {
    let rect = response.rect;
    if ui.is_rect_visible(rect) {
        let round = CornerRadius::same(size::CORNER.saturating_sub(2));
        if is_chosen {
            let edge = Stroke::new(1.0, tokens.line_strong);
            ui.painter().rect(rect, round, tokens.surface, edge, egui::StrokeKind::Inside);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, round, tokens.surface_hovered);
        }
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.text);
    }
    focus_ring(ui, response, 4);
}
