//! The menu of named views: use one, save what is asked under a name, rename, save over, delete.

use eframe::egui;
use lucide_icons::Icon;

use crate::app::command::{Command, ViewsCommand};
use crate::app::icons;
use crate::app::opened::Opened;
use crate::app::theme::space;
use crate::app::view::View;
use crate::app::widgets::{button, choice, field, label, popup};

/// Width of the menu.
const WIDTH: f32 = 300.0;

/// What is typed in the menu.
#[derive(Default)]
pub struct ViewsMenu {
    /// The name of a new view.
    name: String,
    /// The view that is renamed, with its new name.
    renamed: Option<(usize, String)>,
}

impl ViewsMenu {
    /// The button with its menu.
    pub fn show(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened) {
        let response = button::quiet(ui, &words(view, opened));
        popup::panel(&response, WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            label::section(ui, &view.tr("query-views"));
            if opened.views.is_empty() {
                label::foot(ui, &view.tr("query-views-none"));
            }
            egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                for at in 0..opened.views.len() {
                    self.row_ui(ui, view, opened, at);
                }
            });
            if !opened.is_read_only() {
                self.save_ui(ui, view);
            }
        });
    }

    fn row_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>, opened: &Opened, at: usize) {
        let Some(saved) = opened.views.get(at) else { return };
        let send = |command| view.send(Command::Views(command));
        if let Some((_, name)) = self.renamed.as_mut().filter(|(renamed, _)| *renamed == at) {
            let typed = ui.add(field::line(name, WIDTH - 40.0)).accessible_name(view.tr("query-views-name"));
            typed.request_focus();
            if ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                send(ViewsCommand::Rename(at, name.clone()));
                self.renamed = None;
            }
            return;
        }
        ui.push_id(at, |ui| {
            ui.horizontal(|ui| {
                ui.scope(|ui| {
                    let tools = if opened.is_read_only() { 0.0 } else { 110.0 };
                    ui.set_max_width(WIDTH - tools);
                    if choice::entry(ui, saved.is(&opened.question), &saved.name, "").clicked() {
                        send(ViewsCommand::Use(at));
                        ui.close();
                    }
                });
                if opened.is_read_only() {
                    return;
                }
                let named = |key: &str| view.tr_args(key, &[("name", saved.name.as_str().into())]);
                if button::icon(ui, Icon::Save, &named("query-views-over")).clicked() {
                    send(ViewsCommand::Save(saved.name.clone()));
                }
                if button::icon(ui, Icon::Pencil, &named("query-views-rename")).clicked() {
                    self.renamed = Some((at, saved.name.clone()));
                }
                if button::icon(ui, Icon::Trash2, &named("query-views-delete")).clicked() {
                    send(ViewsCommand::Delete(at));
                }
            });
        });
    }

    fn save_ui(&mut self, ui: &mut egui::Ui, view: &View<'_>) {
        ui.horizontal(|ui| {
            let typed = field::line(&mut self.name, WIDTH - 130.0).hint_text(view.tr("query-views-name"));
            let response = ui.add(typed.char_limit(80)).accessible_name(view.tr("query-views-name"));
            let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let is_clicked = button::secondary(ui, &view.tr("query-views-save")).clicked();
            if (is_entered || is_clicked) && !self.name.trim().is_empty() {
                view.send(Command::Views(ViewsCommand::Save(std::mem::take(&mut self.name))));
            }
        });
    }
}

/// What the button says: the view that is looked at, or that there are views.
fn words(view: &View<'_>, opened: &Opened) -> String {
    let current = opened.views.iter().find(|saved| saved.is(&opened.question));
    let name = current.map_or_else(|| view.tr("query-views"), |saved| saved.name.clone());
    let shown: String = name.chars().take(18).collect();
    icons::with(Icon::Bookmark, &shown)
}

/// The width of the button.
pub fn width(ui: &egui::Ui, view: &View<'_>, opened: &Opened) -> f32 {
    button::quiet_width(ui, &words(view, opened))
}
