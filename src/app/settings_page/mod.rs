//! Settings: theme, language, size; the workspace's file; and the facts about the data that every figure rests on.

pub mod annotations;
pub mod conventions;
pub mod dataset;
pub mod denominator;

use std::collections::HashMap;

use eframe::egui;
use uuid::Uuid;

use crate::app::command::Command;
use crate::app::opened::Opened;
use crate::app::settings::ZOOM;
use crate::app::settings_page::dataset::DatasetDraft;
use crate::app::theme::{ThemeChoice, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, choice, label};
use crate::text::Lang;

/// The page's own passing state.
#[derive(Default)]
pub struct SettingsPage {
    /// What is typed about each dataset.
    drafts: HashMap<Uuid, DatasetDraft>,
}

impl SettingsPage {
    /// Shows the page.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        ui.set_max_width(ui.available_width().min(780.0));
        ui.spacing_mut().item_spacing.y = space::CARDS;
        card::show(ui, |ui| look_ui(ui, view));
        if let Some(opened) = &view.state.opened {
            card::show(ui, |ui| file_ui(ui, view, opened));
            self.drafts.retain(|id, _| opened.dataset(*id).is_some());
            for dataset in &opened.datasets {
                let draft = self.drafts.entry(dataset.id).or_default();
                card::show(ui, |ui| ui.push_id(dataset.id, |ui| draft.show(ui, view, opened, dataset)));
            }
        }
    }
}

fn look_ui(ui: &mut egui::Ui, view: &View<'_>) {
    ui.spacing_mut().item_spacing.y = space::S;
    label::section(ui, &view.tr("app-settings-look"));
    row(ui, &view.tr("app-theme"), |ui, name| {
        let options = ThemeChoice::ALL.map(|choice| (choice, view.tr(choice.text_key())));
        if let Some(chosen) = choice::segments(ui, &name.words, view.state.settings.theme, &options) {
            view.send(Command::Theme(chosen));
        }
    });
    row(ui, &view.tr("app-language"), |ui, name| {
        let options = Lang::ALL.map(|lang| (lang, lang.own_name().to_owned()));
        if let Some(chosen) = choice::segments(ui, &name.words, view.lang(), &options) {
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

fn file_ui(ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
    ui.spacing_mut().item_spacing.y = space::S;
    label::section(ui, &view.tr("app-settings-file"));
    let path = opened.workspace.path().display().to_string();
    let words = if opened.is_named { path } else { view.tr("app-settings-unnamed") };
    label::muted(ui, &words, crate::app::theme::size::TABLE);
    ui.horizontal_wrapped(|ui| {
        if button::secondary(ui, &view.tr("app-action-save-as")).clicked() {
            view.send(Command::SaveAsDialog);
        }
        if button::secondary(ui, &view.tr("app-save-copy")).on_hover_text(view.tr("app-save-copy-why")).clicked() {
            view.send(Command::SaveCopyDialog);
        }
    });
}

/// The name of a line, to be spoken with its control.
pub struct RowName {
    /// The words.
    pub words: String,
    /// The label that shows them.
    pub id: egui::Id,
}

/// A line with a name at the left and its control at the right of it.
pub fn row(ui: &mut egui::Ui, name: &str, add: impl FnOnce(&mut egui::Ui, &RowName)) {
    ui.horizontal_top(|ui| {
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let label = ui.allocate_ui_with_layout(egui::vec2(200.0, 32.0), layout, |ui| {
            ui.set_min_width(200.0);
            ui.set_max_width(200.0);
            ui.add(egui::Label::new(name).wrap())
        });
        let name = RowName { words: name.to_owned(), id: label.inner.id };
        ui.vertical(|ui| ui.horizontal(|ui| add(ui, &name)));
    });
}
