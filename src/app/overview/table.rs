//! A chart as a table: the numbers behind it, for reading exactly and for screen readers.

use eframe::egui::{self, Label, RichText};
use egui_extras::{Column, TableBuilder};

use crate::app::theme::{self, size};
use crate::app::view::View;
use crate::chart::model::{ChartModel, Value};

/// Draws the table, `height` high at most.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, model: &ChartModel, height: f32) {
    let table = &model.table;
    if table.headers.is_empty() {
        return;
    }
    ui.push_id(model.key, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        TableBuilder::new(ui)
            .columns(Column::remainder().at_least(70.0).clip(true), table.headers.len())
            .max_scroll_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .cell_layout(egui::Layout::right_to_left(egui::Align::Center))
            .header(size::ROW, |mut row| {
                for (index, header) in table.headers.iter().enumerate() {
                    row.col(|ui| {
                        let text = RichText::new(header).font(theme::bold(size::FOOT)).color(view.tokens.muted);
                        aligned(ui, index == 0, text);
                    });
                }
            })
            .body(|body| {
                body.rows(size::ROW, table.rows.len(), |mut row| {
                    let Some(cells) = table.rows.get(row.index()) else { return };
                    for (index, cell) in cells.iter().enumerate() {
                        row.col(|ui| {
                            let text = RichText::new(&cell.text).size(size::TABLE);
                            aligned(ui, index == 0 || cell.value == Value::Text, text);
                        });
                    }
                });
            });
    });
}

/// Words at the left, numbers at the right.
fn aligned(ui: &mut egui::Ui, is_left: bool, text: RichText) {
    if is_left {
        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| ui.add(Label::new(text).truncate()));
    } else {
        ui.add(Label::new(text).truncate());
    }
}
