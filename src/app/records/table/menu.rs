//! The menu of a row: what can be done with the record, or with all that are chosen.

use eframe::egui;
use lucide_icons::Icon;

use crate::app::briefings::add;
use crate::app::icons;
use crate::app::records::table::selection::Chosen;
use crate::app::records::table::{Done, Shown};
use crate::frame::RecordId;

/// Opens with the other button of the mouse.
pub fn show(row: &egui::Response, shown: &Shown<'_>, (record, chosen): (RecordId, &Chosen), done: &mut Vec<Done>) {
    let (view, opened) = (shown.view, shown.opened);
    egui::Popup::context_menu(row).show(|ui| {
        ui.set_min_width(250.0);
        let is_one_of_many = chosen.len(shown.ordered) > 1;
        let item = |ui: &mut egui::Ui, icon: Icon, key: &str| {
            let words = icons::with(icon, &view.tr(key));
            let entry = egui::Button::selectable(false, words).min_size(egui::vec2(238.0, 28.0));
            let is_chosen = ui.add(entry).accessible_name(view.tr(key)).clicked();
            if is_chosen {
                ui.close();
            }
            is_chosen
        };
        if !is_one_of_many && item(ui, Icon::Pencil, "records-menu-edit") {
            done.push(Done::Edit(record));
        }
        if item(ui, Icon::Copy, "records-copy") {
            done.push(Done::Copy);
        }
        if opened.is_read_only() {
            return;
        }
        if item(ui, Icon::CopyPlus, "records-duplicate") {
            done.push(Done::Duplicate);
        }
        if item(ui, Icon::Trash2, "records-delete") {
            done.push(Done::Delete);
        }
        if !is_one_of_many {
            add::record_entries(ui, view, opened, record);
        }
    });
}
