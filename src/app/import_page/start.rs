//! The page before a file is there: how to bring one, and which files are known.

use eframe::egui::{self, RichText};
use lucide_icons::Icon;

use crate::app::command::Command;
use crate::app::import_page::cards::strong;
use crate::app::import_page::command::ImportCommand;
use crate::app::import_page::{bring, open_command};
use crate::app::reading::Source;
use crate::app::theme::{self, size, space};
use crate::app::view::View;
use crate::app::widgets::{button, card, empty, label};
use crate::import::profiles;

/// Width of the column.
const WIDTH: f32 = 620.0;

/// Draws the offer.
pub fn show(ui: &mut egui::Ui, view: &View<'_>, path: &mut String) {
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let sentence = match &view.state.opened {
            Some(opened) => view.tr_args("importing-start-more", &[("name", opened.title().into())]),
            None => view.tr("importing-start-sentence"),
        };
        empty::show(ui, Icon::FileInput, &view.tr("importing-start-title"), &sentence, |ui| {
            if button::primary(ui, &view.tr("importing-choose")).clicked() {
                match view.state.opened {
                    Some(_) => view.send(Command::Import(ImportCommand::Choose)),
                    None => view.send(Command::OpenDialog),
                }
            }
            if button::quiet(ui, &view.tr("importing-choose-folder")).clicked() {
                view.send(Command::Import(ImportCommand::ChooseFolder));
            }
            if button::quiet(ui, &view.tr("importing-paste")).clicked() {
                bring::ask_for_clipboard(ui.ctx(), view);
            }
            ui.label(RichText::new(view.tr("importing-drop")).size(size::FOOT).color(view.tokens.muted));
            ui.add_space(space::L);
            ui.allocate_ui_with_layout(
                egui::vec2(WIDTH.min(ui.available_width()), 0.0),
                egui::Layout::top_down(egui::Align::Min),
                |ui| {
                    path_ui(ui, view, path);
                    ui.add_space(space::M);
                    known_ui(ui, view);
                },
            );
        });
    });
}

/// A path to paste.
fn path_ui(ui: &mut egui::Ui, view: &View<'_>, path: &mut String) {
    let name = view.tr("importing-path");
    label::section(ui, &name);
    ui.horizontal(|ui| {
        let go = view.tr("importing-path-go");
        let room = ui.painter().layout_no_wrap(go.clone(), theme::plain(size::TEXT), theme::NONE).size().x + 44.0;
        let width = ui.available_width() - room;
        let field = egui::TextEdit::singleline(path).hint_text(view.tr("importing-path-hint")).desired_width(width);
        let field = field.align(egui::Align2::LEFT_CENTER);
        let response = ui.add(field).accessible_name(&name);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let is_given = !path.trim().is_empty();
        let clicked = ui.add_enabled_ui(is_given, |ui| button::secondary(ui, &go)).inner.clicked();
        if is_given && (clicked || entered) {
            // Quotes as file managers put them around a copied path.
            let typed = path.trim().trim_matches(['"', '\'']).to_owned();
            view.send(open_command(view, Source::File(typed.into())));
            path.clear();
        }
    });
}

/// The files that are read by themselves.
fn known_ui(ui: &mut egui::Ui, view: &View<'_>) {
    label::section(ui, &view.tr("importing-known"));
    card::show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        for recipe in profiles::all().iter().filter_map(profiles::Profile::usual) {
            ui.horizontal(|ui| {
                ui.add(egui::Label::new(strong(&recipe.name)).truncate());
                if !recipe.dataset.publisher.is_empty() {
                    let words = RichText::new(&recipe.dataset.publisher).size(size::FOOT).color(view.tokens.muted);
                    ui.add(egui::Label::new(words).truncate());
                }
            });
        }
        label::foot(ui, &view.tr("importing-known-more"));
    });
}
