//! The gallery: every figure with a small picture and the question that it answers, by family.

use std::sync::Arc;

use eframe::egui::{self, CornerRadius, Galley, Rect, Sense, Stroke, StrokeKind};

use crate::app::charts_page::{pictogram, shelf};
use crate::app::command::{ChartsCommand, Command};
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{focus_ring, label, page};
use crate::chart::gallery::Family;
use crate::chart::model::ChartKey;

/// Entries are at least this wide.
const ENTRY: f32 = 296.0;

/// Size of a small picture.
const PICTURE: egui::Vec2 = egui::vec2(76.0, 54.0);

/// Between the edge of an entry and what is in it.
const INSET: f32 = 12.0;

/// Draws the gallery.
pub fn show(ui: &mut egui::Ui, view: &View<'_>) {
    page::scroll(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for (index, (family, charts)) in shelf::families().into_iter().enumerate() {
            if index > 0 {
                ui.add_space(space::L);
            }
            family_ui(ui, view, family, &charts);
        }
    });
}

fn family_ui(ui: &mut egui::Ui, view: &View<'_>, family: Family, charts: &[ChartKey]) {
    label::section(ui, &view.tr(&format!("charts-family-{}", family.key())));
    ui.add_space(space::XS);
    let gap = space::M;
    let room = ui.available_width();
    let columns = (((room + gap) / (ENTRY + gap)).floor() as usize).clamp(1, 6);
    let width = (room - gap * (columns as f32 - 1.0)) / columns as f32;
    for row in charts.chunks(columns) {
        let entries: Vec<Entry> = row.iter().map(|chart| Entry::new(ui, view, *chart, width)).collect();
        let height = entries.iter().map(Entry::height).fold(PICTURE.y + 2.0 * INSET, f32::max);
        let (place, _) = ui.allocate_exact_size(egui::vec2(room, height), Sense::hover());
        for (column, entry) in entries.iter().enumerate() {
            let left = place.left() + column as f32 * (width + gap);
            let rect = Rect::from_min_size(egui::pos2(left, place.top()), egui::vec2(width, height));
            if entry.show(ui, view, rect).clicked() {
                view.send(Command::Charts(ChartsCommand::Open(entry.chart)));
            }
        }
        ui.add_space(gap - ui.spacing().item_spacing.y);
    }
}

/// One figure of the gallery.
struct Entry {
    chart: ChartKey,
    words: [String; 2],
    name: Arc<Galley>,
    asks: Arc<Galley>,
}

impl Entry {
    fn new(ui: &egui::Ui, view: &View<'_>, chart: ChartKey, width: f32) -> Self {
        let words = [name(view, chart), view.tr(&format!("charts-asks-{}", chart.key()))];
        let room = width - PICTURE.x - 3.0 * INSET;
        let layout = |text: &str, font, colour| ui.painter().layout(text.to_owned(), font, colour, room);
        let name = layout(&words[0], theme::bold(size::TEXT), view.tokens.text);
        let asks = layout(&words[1], theme::plain(size::FOOT + 0.5), view.tokens.muted);
        Self { chart, words, name, asks }
    }

    fn height(&self) -> f32 {
        self.name.size().y + 3.0 + self.asks.size().y + 2.0 * INSET
    }

    fn show(&self, ui: &egui::Ui, view: &View<'_>, rect: Rect) -> egui::Response {
        let tokens = view.tokens;
        let response = ui.interact(rect, ui.make_persistent_id(("figure", self.chart)), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &self.words[0]));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(self.words[1].as_str()));
        if ui.is_rect_visible(rect) {
            let painter = ui.painter();
            let (fill, edge) = if response.hovered() {
                (tokens.surface_hovered, tokens.accent)
            } else {
                (tokens.surface, tokens.line)
            };
            let corner = CornerRadius::same(size::CARD_CORNER);
            painter.rect(rect, corner, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
            let picture = Rect::from_min_size(rect.min + egui::vec2(INSET, INSET), PICTURE);
            pictogram::paint(painter, picture, self.chart, tokens);
            let words = egui::pos2(picture.right() + INSET, rect.top() + INSET - 2.0);
            painter.galley(words, Arc::clone(&self.name), tokens.text);
            let below = words + egui::vec2(0.0, self.name.size().y + 3.0);
            painter.galley(below, Arc::clone(&self.asks), tokens.muted);
        }
        focus_ring(ui, &response, size::CARD_CORNER);
        if response.gained_focus() {
            ui.scroll_to_rect(rect, None);
        }
        response
    }
}

/// What a figure is called.
pub fn name(view: &View<'_>, chart: ChartKey) -> String {
    view.tr(&format!("charts-name-{}", chart.key()))
}
