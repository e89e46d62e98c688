//! Settings: theme, language, size; and the facts about the data that every figure rests on.

use eframe::egui;

use crate::app::command::Command;
use crate::app::settings::ZOOM;
use crate::app::theme::{ThemeChoice, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, choice, label};
use crate::text::Lang;

/// Shows the page.
pub fn show(ui: &mut egui::Ui, view: &View<'_>) {
    ui.set_max_width(760.0);
    card::show(ui, |ui| look_ui(ui, view));
}

fn look_ui(ui: &mut egui::Ui, view: &View<'_>) {
    label::section(ui, &view.tr("app-settings-look"));
    ui.add_space(space::S);
    row(ui, &view.tr("app-theme"), |ui, name| {
        let options = ThemeChoice::ALL.map(|choice| (choice, view.tr(choice.text_key())));
        if let Some(chosen) = choice::segments(ui, name, view.state.settings.theme, &options) {
            view.send(Command::Theme(chosen));
        }
    });
    row(ui, &view.tr("app-language"), |ui, name| {
        let options = Lang::ALL.map(|lang| (lang, lang.own_name().to_owned()));
        if let Some(chosen) = choice::segments(ui, name, view.lang(), &options) {
            view.send(Command::Language(chosen));
        }
    });
    row(ui, &view.tr("app-zoom"), |ui, _| {
        let zoom = view.state.settings.zoom;
        if button::secondary(ui, "−").accessible_name(view.tr("app-action-zoom-out")).clicked() && zoom > ZOOM.0 {
            view.send(Command::Zoom(zoom - 0.1));
        }
        ui.add_sized([52.0, 32.0], egui::Label::new(crate::text::share(view.lang(), f64::from(zoom), 0)));
        if button::secondary(ui, "+").accessible_name(view.tr("app-action-zoom-in")).clicked() && zoom < ZOOM.1 {
            view.send(Command::Zoom(zoom + 0.1));
        }
        if button::quiet(ui, &view.tr("app-action-zoom-reset")).clicked() {
            view.send(Command::Zoom(1.0));
        }
    });
}

/// A line with a name at the left and its control at the right of it.
pub fn row(ui: &mut egui::Ui, name: &str, add: impl FnOnce(&mut egui::Ui, &str)) {
    ui.horizontal(|ui| {
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(egui::vec2(220.0, 32.0), layout, |ui| {
            ui.set_min_width(220.0);
            ui.label(name);
        });
        add(ui, name);
    });
}
