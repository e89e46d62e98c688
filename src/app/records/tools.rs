//! The foot of the table: how many rows, what can be done with the chosen ones, and which columns are shown.

use eframe::egui::{self, Margin};
use lucide_icons::Icon;

use crate::app::briefings::add;
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::records::columns::{Column, Layout};
use crate::app::records::table::Done;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, label};
use crate::frame::RecordId;

/// Draws the foot. True when the layout was changed.
pub fn show(
    ui: &mut egui::Ui,
    view: &View<'_>,
    opened: &Opened,
    layout: &mut Layout,
    (rows, chosen, one): (usize, usize, Option<RecordId>),
    asked: &mut Vec<Done>,
) -> bool {
    let frame = egui::Frame::new().inner_margin(Margin::symmetric(10, 2));
    let panel = egui::Panel::bottom("table foot").frame(frame).resizable(false).show_separator_line(false);
    let shown = panel.show(ui, |ui| {
        ui.set_min_height(size::CONTROL);
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let words = if chosen > 1 {
                view.tr_args("records-chosen", &[("chosen", chosen.into()), ("rows", rows.into())])
            } else {
                view.tr_args("records-rows", &[("rows", rows.into())])
            };
            label::foot(ui, &words);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let changed = columns_ui(ui, view, opened, layout);
                if chosen > 0 {
                    ui.add_space(space::S);
                    for (icon, key, done) in [
                        (Icon::Trash2, "records-delete", Done::Delete),
                        (Icon::CopyPlus, "records-duplicate", Done::Duplicate),
                        (Icon::Copy, "records-copy", Done::Copy),
                    ] {
                        if button::icon(ui, icon, &view.tr(key)).clicked() {
                            asked.push(done);
                        }
                    }
                    if let Some(record) = one {
                        add::record_button(ui, view, opened, record);
                    }
                }
                changed
            })
            .inner
        })
        .inner
    });
    theme::edge_line(ui, shown.response.rect, theme::Edge::Top);
    shown.inner
}

fn columns_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, layout: &mut Layout) -> bool {
    let words = view.tr("records-columns");
    let response = button::quiet(ui, &icons::with(Icon::Columns3, &words)).accessible_name(&words);
    let mut changed = false;
    egui::Popup::menu(&response).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_min_width(280.0);
        egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.spacing_mut().interact_size.y = 28.0;
            for column in Column::offered(&opened.snapshot) {
                let mut is_shown = layout.shows(column);
                if ui.checkbox(&mut is_shown, column.offer(view.lang(), &opened.question)).changed() {
                    layout.toggle(column);
                    changed = true;
                }
            }
        });
        ui.add_space(space::XS);
        if button::quiet(ui, &view.tr("records-columns-reset")).clicked() {
            layout.columns = Layout::default().columns;
            changed = true;
        }
    });
    changed
}
